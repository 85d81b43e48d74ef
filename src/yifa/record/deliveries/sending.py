"""Sending: each delivery until the other side takes it, with longer and longer pauses, then among the dead letters.

The body is made anew from the entry each time, within what the subscription may read today: who lost a role is told no
more. Nothing is said to be delivered before the other side said so; if we die in between, it is sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db.models import Q

from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import EntryRow
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.deliveries.collecting import reach, standing_subscriptions
from yifa.record.deliveries.events import Told, events
from yifa.record.deliveries.models import Delivery, Subscription
from yifa.record.deliveries.signatures import HEADER, key_of, signature
from yifa.record.scope import Scope, within

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60))
"""After the n-th failure; after one more failure than there are pauses (some two days) a delivery is dead."""
KEPT = timedelta(days=30)
"""How long it is kept what was delivered."""
AT_ONCE = 100
Post = Callable[[str, bytes, Mapping[str, str]], int]
"""Sends a body to an address with headers and gives the status of the answer. Raises `OSError`."""


def due_deliveries(now: datetime) -> Q:
    """What is to be tried now; also what would be tried later than the longest pause, for then a clock went back."""
    return Q(state=DeliveryState.WAITING) & (Q(due__lte=now) | Q(due__gt=now + PAUSES[-1]))


def anything_due(now: datetime) -> bool:
    """Whether something is to be sent."""
    standing = [one.id for one in standing_subscriptions(now)]
    return Delivery.objects.filter(due_deliveries(now), subscription__in=standing).exists()


def send_due(now: Callable[[], datetime], post: Post) -> tuple[int, int]:
    """Send what is due, system by system; how many were taken and how many not.

    A system that does not answer is not asked again in this round.
    """
    taken = failed = 0
    for subscription in standing_subscriptions(now()):
        scope = reach(subscription, now())
        rows = Delivery.objects.filter(due_deliveries(now()), subscription=subscription).order_by("organ", "number")
        for delivery in rows[:AT_ONCE]:
            if _send(delivery, subscription, scope, now, post):
                taken += 1
            else:
                failed += 1
                break
    return taken, failed


def _send(
    delivery: Delivery, subscription: Subscription, scope: Scope, now: Callable[[], datetime], post: Post
) -> bool:
    entry = EntryRow.objects.get(organ=delivery.organ, number=delivery.number)
    with within(scope):
        [(_, event)] = events([Told(entry.organ, entry.number, entry.text, entry.digest)])
    if event is None:
        return _taken(delivery, now(), "may not be read any more, was not sent")
    body = canonical(event).encode()
    key = key_of(subscription.id, subscription.nonce)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Yifa-Event": entry.digest,
        HEADER: signature(key, body, int(now().timestamp())),
    }
    try:
        status = post(subscription.url, body, headers)
    except OSError as error:
        return _failed(delivery, now(), f"{type(error).__name__}: {error}")
    if 200 <= status < 300:
        return _taken(delivery, now(), str(status))
    return _failed(delivery, now(), str(status))


def _taken(delivery: Delivery, now: datetime, said: str) -> bool:
    tried = delivery.attempts + 1
    _update(delivery, state=DeliveryState.DELIVERED, attempts=tried, due=None, done=now, said=said)
    return True


def _failed(delivery: Delivery, now: datetime, said: str) -> bool:
    tried = delivery.attempts + 1
    dead = tried > len(PAUSES)
    due = None if dead else now + PAUSES[tried - 1]
    state = DeliveryState.DEAD if dead else DeliveryState.WAITING
    _update(delivery, state=state, attempts=tried, due=due, said=said[:200])
    return False


def _update(delivery: Delivery, **values: object) -> None:
    """Say what came of an attempt, unless another process said so first."""
    Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.WAITING).update(**values)


def forget_delivered(now: datetime) -> int:
    """Let go of what was delivered long ago; how many."""
    gone, _ = Delivery.objects.filter(state=DeliveryState.DELIVERED, done__lt=now - KEPT).delete()
    return gone
