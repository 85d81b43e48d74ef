"""The verbs of accounts: open one, set its password for somebody, close it. All raise `NoAccount`.

The chain tells that it was done, by whom and for which officer; the password it does not tell.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from yifa.record.accounts.errors import NoAccount
from yifa.record.accounts.models import Account
from yifa.record.chain.writing import Writing
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer

_NAME = re.compile(r"[a-z][a-z0-9._-]{1,39}")


def open_account(officer: Officer, username: str, password: str, *, actor: Actor, on: date) -> Account:
    """Open an account for an officer, with a password that he must change when he first signs in."""
    if not _NAME.fullmatch(username):
        raise NoAccount(f"account {username!r}: expected a name of 2 to 40 small letters, digits, . _ -")
    if Account.objects.filter(username=username).exists():
        raise NoAccount(f"account {username}: the name is taken, expected one that nobody ever had")
    if Account.objects.filter(officer=officer).exists():
        raise NoAccount(f"officer {officer.number}: has an account already, expected one each")
    account = Account(username=username, officer=officer, opened_on=on, password_set_on=on)
    _set(account, password)
    with _verb("account-opened", officer, actor, on):
        account.save()
    return account


def set_password(account: Account, password: str, *, actor: Actor, on: date) -> Account:
    """Set the password of somebody who cannot sign in; he must change it when he does."""
    _open_only(account)
    account.password_set_on, account.password_by_another = on, True
    _set(account, password)
    with _verb("account-password-set", account.officer, actor, on):
        account.save(update_fields=["password", "password_set_on", "password_by_another"])
    return account


def close_account(account: Account, *, actor: Actor, on: date) -> Account:
    """Close an account: whoever is signed in with it is so no more."""
    _open_only(account)
    account.closed_on = on
    with _verb("account-closed", account.officer, actor, on):
        account.save(update_fields=["closed_on"])
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
        raise NoAccount(f"account {account.username}: {' '.join(error.messages)}") from None
    account.set_password(password)


def _open_only(account: Account) -> None:
    if account.closed_on is not None:
        raise NoAccount(f"account {account.username}: was closed on {account.closed_on}, expected an open one")


def _verb(act: str, officer: Officer, actor: Actor, on: date) -> AbstractContextManager[Writing]:
    return verb_of(act, officer.organ, actor, on, {"officer": f"officer{officer.id}"})
