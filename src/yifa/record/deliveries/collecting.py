"""Collecting: new entries of the chains become deliveries, and each subscription moves on to where it has looked.

Both in one transaction, entry by entry in the order of a chain: whatever dies, no entry is left out and none comes
twice. The clock has no say in it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from yifa.record.access.queries import scope_of
from yifa.record.chain.models import EntryRow, HeadRow
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.deliveries.events import Told, events
from yifa.record.deliveries.models import Delivery, Position, Subscription
from yifa.record.organs.models import Organ
from yifa.record.organs.queries import on_day
from yifa.record.scope import Scope, everything, within

AT_ONCE = 500
"""So many entries a transaction."""


def standing_subscriptions(now: datetime) -> list[Subscription]:
    """The subscriptions of today, with their officers."""
    with everything("see who is to be told"):
        found = on_day(Subscription.objects.all(), now.date()).select_related("officer__organ")
        return list(found.order_by("id"))


def reach(subscription: Subscription, now: datetime) -> Scope:
    """What a subscription may learn of: what the roles of its officer open; files opened to a person are not for it."""
    return replace(scope_of(subscription.officer, now.date()), cases=frozenset(), whole=frozenset())


def waits(now: datetime) -> bool:
    """Whether any chain has entries that a subscription was not looked through for."""
    return any(
        _place(one, organ) < number for one in standing_subscriptions(now) for organ, number in _heads(reach(one, now))
    )


def collect(now: datetime) -> int:
    """Make deliveries of what is new in the chains; how many."""
    made = 0
    for subscription in standing_subscriptions(now):
        scope = reach(subscription, now)
        for organ, head in _heads(scope):
            while (found := _step(subscription, organ, head, scope, now)) is not None:
                made += found
    return made


def _heads(scope: Scope) -> list[tuple[str, int]]:
    """The chains of a scope, each with the number of its last entry."""
    codes = Organ.objects.filter(id__in=sorted(scope.organs)).values_list("code", flat=True)
    heads = HeadRow.objects.filter(organ__in=list(codes), number__gt=0).order_by("organ")
    return list(heads.values_list("organ", "number"))


def _step(subscription: Subscription, organ: str, head: int, scope: Scope, now: datetime) -> int | None:
    """Look through the next entries of a chain; None where there are none."""
    with transaction.atomic():
        start = Position(subscription=subscription, organ=organ, number=_place(subscription, organ))
        Position.objects.bulk_create([start], ignore_conflicts=True)
        place = Position.objects.select_for_update().get(subscription=subscription, organ=organ)
        rows = EntryRow.objects.filter(organ=organ, number__gt=place.number, number__lte=head).order_by("number")
        entries = [Told(organ, *one) for one in rows.values_list("number", "text", "digest")[:AT_ONCE]]
        if not entries:
            return None
        with within(scope):
            told = [
                entry
                for entry, event in events(entries)
                if event is not None and (not subscription.acts or event["act"] in subscription.acts)
            ]
        Delivery.objects.bulk_create(
            Delivery(
                subscription=subscription,
                organ=organ,
                number=one.number,
                event=one.digest,
                state=DeliveryState.WAITING,
                due=now,
                made=now,
            )
            for one in told
        )
        Position.objects.filter(pk=place.pk).update(number=entries[-1].number)
    return len(told)


def _place(subscription: Subscription, organ: str) -> int:
    """Up to where a subscription was looked through for a chain: where it begins, if it was not yet."""
    held = Position.objects.filter(subscription=subscription, organ=organ).values_list("number", flat=True).first()
    if held is not None:
        return held
    before = EntryRow.objects.filter(organ=organ, id__lte=subscription.begins_after)
    return int(before.aggregate(last=Max("number"))["last"] or 0)
