"""Pages of the list of clues: each goes on behind the last line of the one before, however far down that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Q, QuerySet

from yifa.oversight.clues.models import Clue

PAGE = 50


def ordered(rows: QuerySet[Clue], by: str) -> QuerySet[Clue]:
    """The graver first; or the newest first; or what was due first, what has no day at the end."""
    if by == "due":
        return rows.order_by(F("due").asc(nulls_last=True), "id")
    return rows.order_by("-found_on", "-id") if by == "found" else rows.order_by("gravity", "-found_on", "-id")


def behind(rows: QuerySet[Clue], by: str, after: str) -> QuerySet[Clue]:
    """Those behind a place; all, where it is none."""
    parts = after.split("_")
    if len(parts) != 3 or not parts[0].isdigit() or not parts[2].isdigit():
        return rows
    gravity, number = int(parts[0]), int(parts[2])
    if by == "due" and parts[1] == "none":
        return rows.filter(due__isnull=True, id__gt=number)
    try:
        on = date.fromisoformat(parts[1])
    except ValueError:
        return rows
    if by == "due":
        return rows.filter(Q(due__gt=on) | Q(due=on, id__gt=number) | Q(due__isnull=True))
    earlier = Q(found_on__lt=on) | Q(found_on=on, id__lt=number)
    return rows.filter(earlier if by == "found" else Q(gravity__gt=gravity) | Q(gravity=gravity) & earlier)


def cut(rows: QuerySet[Clue], by: str, after: str, most: int = PAGE) -> tuple[Sequence[Clue], str]:
    """A page, and the place from which the next goes on; blank at the end."""
    found = list(behind(ordered(rows, by), by, after)[: most + 1])
    if len(found) <= most:
        return found, ""
    last = found[most - 1]
    day = last.due if by == "due" else last.found_on
    return found[:most], f"{last.gravity}_{'none' if day is None else day.isoformat()}_{last.id}"
