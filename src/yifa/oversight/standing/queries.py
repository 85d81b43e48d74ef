"""What can be asked of how cases stand, as of a day; all within the scope that holds."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Q, QuerySet

from yifa.law.catalogue import calendar
from yifa.oversight.standing.models import Mark
from yifa.record.cases.choices import TAKES_ACTS

WARNED = 3
"""So many working days before its day something is told to be due soon."""


FRIDAY = 5
_DAY = timedelta(days=1)


@lru_cache(maxsize=100)
def warned_until(today: date) -> date:
    """The last day of the warning window that begins today; where no notice tells yet, by the day of the week."""
    of, day, left = calendar(), today, WARNED
    while left:
        day += _DAY
        works = of.day(day).working
        left -= day.isoweekday() <= FRIDAY if works is None else works
    return day


def red(today: date, of: str = "") -> Q:
    """Cases in which a duty is broken, or its day has passed."""
    return Q(**{f"{of}broken__gt": 0}) | Q(**{f"{of}due__lt": today})


def amber(today: date, of: str = "") -> Q:
    """Cases in which something is due soon, and nothing is broken."""
    return Q(**{f"{of}due__gte": today, f"{of}due__lte": warned_until(today), f"{of}broken": 0})


def green(today: date, of: str = "") -> Q:
    """Open cases in order: nothing is broken; what is due is not due soon, its term stands still, or nothing is due and
    nothing doubtful.
    """
    known = Q(**{f"{of}due__gt": warned_until(today)}) | Q(**{f"{of}due__isnull": True, f"{of}doubtful": 0})
    known |= Q(**{f"{of}due__isnull": True, f"{of}duty__gt": ""})
    return Q(**{f"{of}open": True, f"{of}broken": 0}) & known


def unknown(of: str = "") -> Q:
    """Cases of which it is not known: not judged yet, or nothing is due, nothing broken, and something doubtful."""
    doubtful = Q(
        **{f"{of}open": True, f"{of}broken": 0, f"{of}due__isnull": True, f"{of}doubtful__gt": 0, f"{of}duty": ""}
    )
    return Q(**{f"{of}isnull" if of.endswith("__") else "case__isnull": True}) | doubtful


def due_between(first: date, last: date) -> QuerySet[Mark]:
    """What the organ has to do by a day of a span, in cases that take acts, done with or not; the earliest first."""
    return (
        Mark.objects.filter(outcome="pending", of_party=False, not_before=False, due__gte=first, due__lte=last)
        .filter(open=True, case__state__in=TAKES_ACTS)
        .select_related("case__organ")
        .order_by("due", "id")
    )


def overdue(today: date) -> QuerySet[Mark]:
    """What should have been done before a day, in cases that take acts, and was not; the oldest day first."""
    missed = Mark.objects.filter(outcome="unmet", of_party=False, not_before=False, due__lt=today, done_on=None)
    rows = missed.filter(open=True, case__state__in=TAKES_ACTS, finding__in=("violation", "loss"))
    return rows.select_related("case__organ").order_by("due", "id")
