"""The verbs of deliveries: subscribe a system, end that, give it another key, send a dead letter again.

All raise `NotSubscribed`. A subscription lets something out of the house, so the chain tells of it; sending again does
not change what may be known, and is a row of its own.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from django.db.models import Max

from yifa.record.chain.models import EntryRow
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.deliveries.errors import NotSubscribed
from yifa.record.deliveries.models import Delivery, Subscription
from yifa.record.deliveries.signatures import key_of
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer


def subscribe(
    officer: Officer,
    label: str,
    address: str,
    *,
    actor: Actor,
    on: date,
    last: date | None = None,
    acts: Sequence[str] = (),
    from_the_first: bool = False,
) -> tuple[Subscription, str]:
    """Tell a system from now on, or of everything from the first entry; and its signing key, shown this once."""
    if not label.strip():
        raise NotSubscribed(f"subscription of officer {officer.number}: for no system, expected its name")
    if last is not None and last < on:
        raise NotSubscribed(f"subscription {label}: would end on {last}, expected a day not before {on}")
    _reachable(address)
    begins = 0 if from_the_first else EntryRow.objects.aggregate(last=Max("id"))["last"] or 0
    with verb_of("system-subscribed", officer.organ, actor, on) as writing:
        made = Subscription(
            officer=officer,
            label=label.strip(),
            url=address,
            acts=list(acts),
            begins_after=begins,
            nonce=secrets.token_hex(16),
            first=on,
            last=last,
        )
        [subscription] = writing.insert(made)
    return subscription, key_of(subscription.id, subscription.nonce)


def _reachable(address: str) -> None:
    """Events go over TLS, or stay on this machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError:
        raise NotSubscribed(f"address {address!r}: expected one such as https://oa.example.gov.cn/yifa") from None
    here = host == "localhost" or _is_loopback(host)
    if not host or parts.username or not (parts.scheme == "https" or (parts.scheme == "http" and here)):
        raise NotSubscribed(
            f"address {address!r}: expected https:// and a host (http:// on this machine alone), and no password in it"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def unsubscribe(subscription: Subscription, *, actor: Actor, last: date) -> Subscription:
    """Tell a system no more after a day; what waits for it then is not sent."""
    if last < subscription.first:
        raise NotSubscribed(f"subscription {subscription.label}: began on {subscription.first}; found {last}")
    with verb_of("system-unsubscribed", subscription.officer.organ, actor, last) as writing:
        return writing.change(subscription, last=last)


def change_key(subscription: Subscription, *, actor: Actor, on: date) -> str:
    """Give a system another signing key; what is sent from now on bears it."""
    with verb_of("system-key-changed", subscription.officer.organ, actor, on) as writing:
        writing.change(subscription, nonce=secrets.token_hex(16))
    return key_of(subscription.id, subscription.nonce)


def send_again(delivery: Delivery, now: datetime) -> Delivery:
    """Put a dead letter among what is sent, as if it had never been tried."""
    done = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.DEAD).update(
        state=DeliveryState.WAITING, attempts=0, due=now, said=""
    )
    if not done:
        raise NotSubscribed(f"delivery {delivery.pk}: is {delivery.state}, expected a dead one")
    delivery.refresh_from_db()
    return delivery
