"""What `yifa accounts` does, once the record is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.giving_tokens import administered
from yifa.interfaces.cli.record_troubles import now, today
from yifa.interfaces.office.accounts.first_passwords import first_password
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import roles_held
from yifa.record.accounts import actions
from yifa.record.accounts.errors import NoAccount
from yifa.record.accounts.models import Account
from yifa.record.importing.taking_organs import kind_of
from yifa.record.organs.actions import Actor, appoint, set_up
from yifa.record.organs.choices import Level
from yifa.record.organs.models import Officer, Organ
from yifa.wording import Language


@contextmanager
def _accounts(speech: Language, because: str) -> Iterator[None]:
    try:
        with administered(speech, because):
            yield
    except NoAccount as error:
        raise Trouble(speech, str(error)) from None


def open_for(
    shell: Shell,
    organ: str,
    number: str,
    account: str,
    name: str,
    role: tuple[str, ...],
    organ_name: str | None,
    level: str,
    by: str,
) -> int:
    """Open an account, with organ, officer and roles where they are missing."""
    speech, actor, password = shell.speech, Actor(by, now()), first_password()
    with _accounts(speech, "open the accounts of the first people"):
        of = _organ(speech, organ, organ_name, level, actor)
        officer = Officer.objects.filter(organ=of, number=number).first()
        if officer is None:
            officer = appoint(of, number, name, actor=actor, on=today())
        held = {one.role for one in roles_held(officer, today()) if one.organ_id == of.id}
        for one in role:
            if RoleName(one) not in held:
                _, doubts = give_role(officer, RoleName(one), of, actor=actor, on=today())
                for doubt in doubts:
                    click.echo(speech.say("To be thought about: {roles} in one hand.", roles=doubt), err=True)
        actions.open_account(officer, account, password, actor=actor, on=today())
    click.echo(
        speech.say("Account {account} of officer {number} in {organ}.", account=account, number=number, organ=organ)
    )
    _tell(speech, password)
    return 0


def _organ(speech: Language, code: str, name: str | None, level: str, actor: Actor) -> Organ:
    found = Organ.objects.filter(code=code).first()
    if found is not None:
        return found
    if not name:
        raise Trouble(
            speech,
            speech.say("no organ on record has the code {code!r}", code=code),
            speech.say("say its name with --organ-name, and it is set up"),
        )
    return set_up(code, name, actor=actor, on=today(), kind=kind_of(name), level=Level(level))


def another_password(shell: Shell, account: str, by: str) -> int:
    """Give an account another password."""
    speech, actor, password = shell.speech, Actor(by, now()), first_password()
    with _accounts(speech, "let somebody in again"):
        found = Account.objects.filter(username=account).select_related("officer__organ").first()
        if found is None:
            raise Trouble(speech, speech.say("there is no account {account!r}", account=account))
        actions.set_password(found, password, actor=actor, on=today())
        actions.unlock(found, actor=actor, on=today())
    _tell(speech, password)
    return 0


def _tell(speech: Language, password: str) -> None:
    click.echo(
        speech.say("Its password, which is shown this once and changed when first used: {password}", password=password)
    )
