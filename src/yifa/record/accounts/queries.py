"""What can be asked of accounts."""

from __future__ import annotations

from datetime import date, timedelta

from yifa.record.accounts.models import Account
from yifa.record.organs.models import Officer
from yifa.record.scope import Remembered, everything

PASSWORD_DAYS = 90
"""So long a password is good for."""


_OFFICER = Remembered(lambda id_: Officer.objects.select_related("organ").filter(id=id_), int)


def officer_of(account: Account) -> Officer:
    """The officer of an account, with his organ."""
    with everything("find out whose account it is"):
        return _OFFICER(account.officer_id)[0]


def needs_new_password(account: Account, today: date) -> bool:
    """Whether its holder must set a password before anything else: it is another's, or too old."""
    return account.password_by_another or today - account.password_set_on > timedelta(days=PASSWORD_DAYS)
