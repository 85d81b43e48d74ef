"""What `yifa deliveries` does, once the record is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click
from django.db.models import Count

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.giving_tokens import administered, organ_of
from yifa.interfaces.cli.record_troubles import now, today
from yifa.record.deliveries.actions import change_key, send_again, subscribe, unsubscribe
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.deliveries.errors import NotSubscribed
from yifa.record.deliveries.models import Delivery, Subscription
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer
from yifa.wording import Language

SHOWN = 200


@contextmanager
def _told(speech: Language, because: str) -> Iterator[None]:
    try:
        with administered(speech, because):
            yield
    except NotSubscribed as error:
        raise Trouble(speech, str(error)) from None


def _found(speech: Language, number: int) -> Subscription:
    found = Subscription.objects.select_related("officer__organ").filter(id=number).first()
    if found is None:
        raise Trouble(speech, speech.say("there is no subscription {number}", number=number))
    return found


def subscribe_system(
    shell: Shell,
    organ: str,
    officer: str,
    address: str,
    label: str,
    acts: tuple[str, ...],
    from_the_first: bool,
    until: date | None,
    by: str,
) -> int:
    """Subscribe a system in the place of an officer."""
    speech = shell.speech
    with _told(speech, "subscribe a system"):
        of = Officer.objects.select_related("organ").filter(organ=organ_of(speech, organ), number=officer).first()
        if of is None:
            raise Trouble(
                speech,
                speech.say("organ {organ} has no officer {number}", organ=organ, number=officer),
                speech.say("yifa tokens give appoints one for a system"),
            )
        made, key = subscribe(
            of,
            label,
            address,
            actor=Actor(by, now()),
            on=today(),
            last=until,
            acts=acts,
            from_the_first=from_the_first,
        )
    click.echo(speech.say("Subscription {number}: {label}", number=made.id, label=made.label))
    click.echo(speech.say("Its signing key, which is shown this once: {key}", key=key))
    return 0


def list_subscriptions(shell: Shell) -> int:
    """All subscriptions, one a line, with what waits and what is dead."""
    speech = shell.speech
    with _told(speech, "list the subscriptions"):
        counted = Delivery.objects.values_list("subscription", "state").annotate(many=Count("id")).order_by()
        counts = {(one, state): many for one, state, many in counted}
        for one in Subscription.objects.select_related("officer__organ").order_by("id"):
            told = speech.say(
                "{waiting} waiting, {dead} dead",
                waiting=counts.get((one.id, DeliveryState.WAITING), 0),
                dead=counts.get((one.id, DeliveryState.DEAD), 0),
            )
            where = f"{one.officer.organ.code} {one.officer.number}"
            click.echo(f"{one.id:>5}  {one.first}—{one.last or ''}  {where}  {one.url}  {told}  {one.label}")
    return 0


def list_dead(shell: Shell) -> int:
    """Dead letters, one a line."""
    speech = shell.speech
    with _told(speech, "list dead letters"):
        dead = Delivery.objects.filter(state=DeliveryState.DEAD).order_by("subscription", "organ", "number")
        for one in dead[:SHOWN]:
            click.echo(f"{one.subscription_id:>5}  {one.organ} {one.number}  {one.attempts}  {one.said}  {one.event}")
        click.echo(speech.say("Dead letters: {count}", count=dead.count()))
    return 0


def again(shell: Shell, number: int) -> int:
    """Send the dead letters of a subscription again."""
    speech = shell.speech
    with _told(speech, "send dead letters again"):
        dead = list(Delivery.objects.filter(subscription=_found(speech, number), state=DeliveryState.DEAD))
        for one in dead:
            send_again(one, now())
    click.echo(speech.say("Sent again: {count}", count=len(dead)))
    return 0


def another_key(shell: Shell, number: int, by: str) -> int:
    """Give another signing key."""
    speech = shell.speech
    with _told(speech, "give a system another key"):
        key = change_key(_found(speech, number), actor=Actor(by, now()), on=today())
    click.echo(speech.say("Its signing key, which is shown this once: {key}", key=key))
    return 0


def end(shell: Shell, number: int, last: date | None, by: str) -> int:
    """End a subscription."""
    speech = shell.speech
    with _told(speech, "end a subscription"):
        made = unsubscribe(_found(speech, number), actor=Actor(by, now()), last=last or today())
    click.echo(speech.say("Told no more after {day}: {label}", day=made.last, label=made.label))
    return 0
