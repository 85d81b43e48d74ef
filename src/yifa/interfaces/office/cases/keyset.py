"""Pages of a long list: each goes on behind the last line of the one before, however far down that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Q, QuerySet

from yifa.record.cases.models import Case

PAGE = 50


def ordered(rows: QuerySet[Case], sort: str) -> QuerySet[Case]:
    """By the day of opening, the newest first; or by what is due, the earliest first, what has no day at the end."""
    if sort == "due":
        return rows.order_by(F("standing__due").asc(nulls_last=True), "-id")
    return rows.order_by("-opened", "-id")


def behind(rows: QuerySet[Case], sort: str, after: str) -> QuerySet[Case]:
    """Those behind a place; all, where it is none."""
    day, _, number = after.rpartition("_")
    if not number.isdigit():
        return rows
    if sort == "due" and day == "none":
        return rows.filter(Q(standing__due__isnull=True) & Q(id__lt=int(number)))
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return rows
    if sort == "due":
        later = Q(standing__due__gt=on) | Q(standing__due=on, id__lt=int(number)) | Q(standing__due__isnull=True)
        return rows.filter(later)
    return rows.filter(Q(opened__lt=on) | Q(opened=on, id__lt=int(number)))


def cut(rows: QuerySet[Case], sort: str, after: str) -> tuple[Sequence[Case], str]:
    """A page, and the place from which the next goes on; blank at the end."""
    found = list(behind(ordered(rows, sort), sort, after)[: PAGE + 1])
    if len(found) <= PAGE:
        return found, ""
    return found[:PAGE], _place(found[PAGE - 1], sort)


def _place(case: Case, sort: str) -> str:
    if sort == "due":
        standing = getattr(case, "standing", None)
        due = None if standing is None else standing.due
        return f"{'none' if due is None else due.isoformat()}_{case.id}"
    return f"{case.opened.isoformat()}_{case.id}"
