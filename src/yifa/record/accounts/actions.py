"""The verbs of accounts: open, stop, let on, close one; help who cannot get in. All raise `NoAccount`.

The chain tells that it was done, by whom and for which officer; a password, or what proves one, it does not tell.
Nobody does any of this to his own account.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from datetime import date

from allauth.mfa.models import Authenticator
from axes.utils import reset
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from yifa.record.accounts.certificates import NotACertificate, told
from yifa.record.accounts.errors import NoAccount, Reason
from yifa.record.accounts.models import OUTSIDE, Account
from yifa.record.chain.writing import Writing
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer

_NAME = re.compile(r"[a-z][a-z0-9._-]{1,39}")


def open_account(officer: Officer, username: str, password: str, *, actor: Actor, on: date) -> Account:
    """Open an account for an officer, with a password that he must change when he first signs in."""
    if not _NAME.fullmatch(username):
        raise NoAccount(
            Reason.NAME, f"account {username!r}: expected a name of 2 to 40 small letters, digits, . _ -", username
        )
    if Account.objects.filter(username=username).exists():
        raise NoAccount(Reason.TAKEN, f"account {username}: the name is taken, expected one that nobody ever had")
    if Account.objects.filter(officer=officer).exists():
        raise NoAccount(Reason.HAS_ONE, f"officer {officer.number}: has an account already, expected one each")
    account = Account(username=username, officer=officer, opened_on=on, password_set_on=on)
    _set(account, password)
    with _verb("account-opened", officer, actor, on):
        account.save()
    return account


def set_password(account: Account, password: str, *, actor: Actor, on: date) -> Account:
    """Set the password of somebody who cannot sign in; he must change it when he does."""
    _others_open(account, actor)
    account.password_set_on, account.password_by_another = on, True
    _set(account, password)
    with _verb("account-password-set", account.officer, actor, on):
        account.save(update_fields=["password", "password_set_on", "password_by_another"])
    return account


def stop_account(account: Account, *, actor: Actor, on: date) -> Account:
    """Let nobody in with an account for now: whoever is signed in with it is so no more."""
    _others_open(account, actor)
    if account.stopped_on is not None:
        raise NoAccount(Reason.STOPPED, f"account {account.username}: is stopped since {account.stopped_on} already")
    account.stopped_on = on
    with _verb("account-stopped", account.officer, actor, on):
        account.save(update_fields=["stopped_on"])
    return account


def let_on(account: Account, *, actor: Actor, on: date) -> Account:
    """Let an account on again that was stopped."""
    _others_open(account, actor)
    if account.stopped_on is None:
        raise NoAccount(Reason.NOT_STOPPED, f"account {account.username}: is not stopped")
    account.stopped_on = None
    with _verb("account-let-on", account.officer, actor, on):
        account.save(update_fields=["stopped_on"])
    return account


def close_account(account: Account, *, actor: Actor, on: date) -> Account:
    """Close an account for ever: whoever is signed in with it is so no more, and its name is never given again."""
    _others_open(account, actor)
    account.closed_on = on
    account.certificate = account.outside_name = ""
    with _verb("account-closed", account.officer, actor, on):
        account.save(update_fields=["closed_on", "certificate", "outside_name"])
    return account


def unlock(account: Account, *, actor: Actor, on: date) -> Account:
    """Let tries under the name of an account in again after too many wrong ones."""
    _others_open(account, actor)
    with _verb("account-unlocked", account.officer, actor, on):
        reset(username=account.username)
    return account


def take_second_factor(account: Account, *, actor: Actor, on: date) -> Account:
    """Take away codes and keys of somebody whose phone or key is lost: he signs in by password and sets up others."""
    _others_open(account, actor)
    with _verb("account-factor-taken", account.officer, actor, on):
        Authenticator.objects.filter(user_id=account.pk).delete()
    return account


def link(account: Account, *, actor: Actor, on: date, certificate: str = "", outside_name: str = "") -> Account:
    """Say by which certificate, and under which name elsewhere (OIDC), somebody signs in besides; blank: by none."""
    _others_open(account, actor)
    try:
        account.certificate = told(certificate) if certificate.strip() else ""
    except NotACertificate as error:
        raise NoAccount(Reason.NOT_A_CERTIFICATE, f"account {account.username}: {error}") from None
    account.outside_name = outside_name.strip()[:OUTSIDE]
    others = Account.objects.exclude(pk=account.pk)
    for column in ("certificate", "outside_name"):
        value = getattr(account, column)
        if value and others.filter(**{column: value}).exists():
            raise NoAccount(Reason.LINKED, f"account {account.username}: {column} is another account's")
    with _verb("account-linked", account.officer, actor, on):
        account.save(update_fields=["certificate", "outside_name"])
    return account


def own_password_set(account: Account, on: date) -> Account:
    """Note that the holder set a password of his own; no verb of the record, nobody else is concerned."""
    account.password_set_on, account.password_by_another = on, False
    account.save(update_fields=["password_set_on", "password_by_another"])
    return account


def _set(account: Account, password: str) -> None:
    try:
        validate_password(password, account)
    except ValidationError as error:
        said = " ".join(error.messages)
        raise NoAccount(Reason.WEAK, f"account {account.username}: {said}", said) from None
    account.set_password(password)


def _others_open(account: Account, actor: Actor) -> None:
    if account.closed_on is not None:
        told_ = f"account {account.username}: was closed on {account.closed_on}, expected an open one"
        raise NoAccount(Reason.CLOSED, told_)
    if actor.by.split(" ")[0] == f"officer{account.officer_id}":
        raise NoAccount(Reason.OWN, f"account {account.username}: is one's own, expected somebody else's")


def _verb(act: str, officer: Officer, actor: Actor, on: date) -> AbstractContextManager[Writing]:
    return verb_of(act, officer.organ, actor, on, {"officer": f"officer{officer.id}"})
