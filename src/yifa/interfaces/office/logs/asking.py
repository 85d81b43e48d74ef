"""What is asked of a log, read from the address: who, which organ, what was done, from day to day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.http import QueryDict
from django.utils import timezone

from yifa.interfaces.office.asked_lists import AskedOfList

SHOWN_DAYS = 30
"""So far back a log goes when nothing is asked: a wider span is asked for."""


@dataclass(frozen=True)
class AskedOfLog(AskedOfList):
    """Filters; blank where not asked. `who`: an officer's number, name or account."""

    who: str = ""
    organ: str = ""
    verb: str = ""
    first: str = ""
    last: str = ""

    @classmethod
    def of(cls, asked: QueryDict, today: date) -> AskedOfLog:
        """As an address says it; the last thirty days, where it says none."""
        told = cls.said(asked)
        for name in ("first", "last"):
            told[name] = told[name] if _day(told[name]) else ""
        told["first"] = told["first"] or (today - timedelta(days=SHOWN_DAYS)).isoformat()
        told["organ"] = told["organ"] if told["organ"].isdigit() else ""
        return cls(**told)

    @property
    def begins(self) -> datetime:
        """The first moment that is asked for."""
        return _moment(date.fromisoformat(self.first))

    @property
    def ends(self) -> datetime | None:
        """The first moment that is not asked for any more; None where there is none."""
        day = _day(self.last)
        return None if day is None else _moment(day + timedelta(days=1))


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
