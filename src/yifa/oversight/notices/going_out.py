"""Whether the daily e-mails go out: who waits for one, when the last round was, whether the last try failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.db.models import Max, Q

from yifa.law.catalogue import calendar
from yifa.oversight.notices.mail import Mail
from yifa.oversight.notices.models import Wish

PATIENCE = timedelta(hours=1)
"""So long after the hour of the day e-mails may still wait for the worker to come by."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class GoingOut:
    """How it stands with the daily e-mails.

    `wanted`: who asked for one; `waiting`: how many of them did not get the one that is due; `late`: among them who had
    one before; `last_round`: the day for which one went last, or had nothing to say; `failed_at`: when one did not go
    that has not gone since; `in_folder`: files that somebody else carries on, None where a server takes e-mails.
    """

    is_set_up: bool
    wanted: int
    waiting: int
    late: bool
    last_round: date | None
    failed_at: datetime | None
    in_folder: int | None

    @property
    def well(self) -> bool:
        """Whether nothing is to be done about it."""
        return self.wanted == 0 or (self.is_set_up and self.failed_at is None and not self.late)


def going_out(of: Mail | None, moment: datetime) -> GoingOut:
    """How it stands at a moment."""
    wishes = Wish.objects.exclude(address="").filter(account__closed_on=None)
    told = wishes.aggregate(last=Max("sent_on"), failed=Max("tried_at"))
    since = None if of is None else _due_since(of, moment)
    old = Q() if since is None else Q(sent_on__lt=since.date())
    return GoingOut(
        is_set_up=of is not None,
        wanted=wishes.count(),
        waiting=0 if since is None else wishes.filter(Q(sent_on=None) | old).count(),
        late=since is not None and moment - since > PATIENCE and wishes.filter(old).exists(),
        last_round=told["last"],
        failed_at=told["failed"],
        in_folder=None if of is None else _in_folder(of),
    )


def _due_since(of: Mail, moment: datetime) -> datetime:
    """When the last daily e-mail was due, on a working day."""
    known, day = calendar(), moment.date()
    if moment.time() < of.at:
        day -= _DAY
    while known.day(day).working is False:
        day -= _DAY
    return datetime.combine(day, of.at, moment.tzinfo)


def _in_folder(of: Mail) -> int | None:
    """How many e-mails lie in the folder of a closed network; None where there is none, or it cannot be read."""
    parts = urlsplit(of.to)
    if parts.scheme != "file":
        return None
    try:
        return sum(one.suffix == ".eml" for one in Path(unquote(parts.path)).iterdir())
    except OSError:
        return None
