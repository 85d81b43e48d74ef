"""What `yifa tokens` does, once the record is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.record_troubles import now, ready, today, troubles
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.errors import NotGranted
from yifa.record.access.queries import roles_held
from yifa.record.organs.actions import Actor, appoint
from yifa.record.organs.errors import CannotBe
from yifa.record.organs.models import Officer, Organ
from yifa.record.scope import everything
from yifa.record.tokens.actions import issue, revoke
from yifa.record.tokens.errors import NotIssued
from yifa.record.tokens.models import Token
from yifa.wording import Language


@contextmanager
def administered(speech: Language, because: str) -> Iterator[None]:
    """The record as who sees to the installation has it; what it refuses as a trouble of the world."""
    ready(speech)
    try:
        with troubles(speech), everything(because):
            yield
    except (NotIssued, NotGranted, CannotBe) as error:
        raise Trouble(speech, str(error)) from None


def organ_of(speech: Language, code: str) -> Organ:
    """The organ of a code."""
    found = Organ.objects.filter(code=code).first()
    if found is None:
        raise Trouble(speech, speech.say("no organ on record has the code {code!r}", code=code))
    return found


def give(
    shell: Shell, organ: str, number: str, label: str, role: str | None, until: date, writes: bool, by: str
) -> int:
    """Give a token, with an officer and a role where they are missing."""
    speech, actor = shell.speech, Actor(by, now())
    with administered(speech, "give a system a token"):
        of = organ_of(speech, organ)
        officer = Officer.objects.filter(organ=of, number=number).first()
        if officer is None:
            officer = appoint(of, number, label, actor=actor, on=today())
        held = {one.role for one in roles_held(officer, today()) if one.organ_id == of.id}
        if role is not None and RoleName(role) not in held:
            _, doubts = give_role(officer, RoleName(role), of, actor=actor, on=today())
            for doubt in doubts:
                click.echo(speech.say("To be thought about: {roles} in one hand.", roles=doubt), err=True)
        token, secret = issue(officer, label, actor=actor, on=today(), last=until, writes=writes)
    click.echo(
        speech.say("Token {number} of officer {officer}, until {day}.", number=token.id, officer=officer.id, day=until)
    )
    click.echo(speech.say("Its secret, which is shown this once: {secret}", secret=secret))
    return 0


def list_tokens(shell: Shell) -> int:
    """All tokens, one a line."""
    speech = shell.speech
    with administered(speech, "list the tokens"):
        for one in Token.objects.select_related("officer__organ").order_by("id"):
            state = (
                speech.say("revoked")
                if one.revoked
                else speech.say("reads and writes")
                if one.writes
                else speech.say("reads")
            )
            where = f"{one.officer.organ.code} {one.officer.number}"
            click.echo(f"{one.id:>5}  {one.first}—{one.last}  {state}  {where}  {one.label}")
    return 0


def revoke_token(shell: Shell, number: int, by: str) -> int:
    """Revoke a token."""
    speech = shell.speech
    with administered(speech, "revoke a token"):
        token = Token.objects.select_related("officer__organ").filter(id=number).first()
        if token is None:
            raise Trouble(speech, speech.say("there is no token {number}", number=number))
        revoke(token, actor=Actor(by, now()), on=today())
    click.echo(speech.say("Revoked: {label}", label=token.label))
    return 0
