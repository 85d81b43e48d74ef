"""Pages of the list of clues: each goes on behind the last line of the one before, however far down that is.

They are found organ by organ and stage by stage, each of which lies in its order in an index.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet

from yifa.interfaces.office.organ_by_organ import first_rows
from yifa.oversight.clues.models import Clue
from yifa.record.scope import OfMany

PAGE = 50
GRAVITY, FOUND, DUE = "gravity", "found", "due"
NONE = "none"
"""What a place says where there is no day."""


class Place(NamedTuple):
    """Where a clue stands in the list."""

    gravity: int
    found_on: date
    due: date | None
    id: int
    organ: int

    def order(self, by: str) -> tuple[int, int, int]:
        """By which it is sorted: the graver first; or the newest first; or what was due first, no day at the end."""
        if by == DUE:
            return (self.due or date.max).toordinal(), self.id, 0
        newest = -self.found_on.toordinal(), -self.id
        return (*newest, 0) if by == FOUND else (self.gravity, *newest)

    def told(self, by: str) -> str:
        """As an address has it."""
        day = self.due if by == DUE else self.found_on
        return f"{self.gravity}_{NONE if day is None else day.isoformat()}_{self.id}"


def ordered(rows: QuerySet[Clue], by: str) -> QuerySet[Clue]:
    """The graver first; or the newest first; or what was due first, what has no day at the end."""
    if by == DUE:
        return rows.order_by(F("due").asc(nulls_last=True), "id")
    return rows.order_by("-found_on", "-id") if by == FOUND else rows.order_by("gravity", "-found_on", "-id")


def behind(rows: QuerySet[Clue], by: str, after: str) -> QuerySet[Clue]:
    """Those behind a place; all, where it is none."""
    parts = after.split("_")
    if len(parts) != 3 or not all(one.isascii() and one.isdigit() and len(one) < 19 for one in (parts[0], parts[2])):
        return rows
    gravity, number = int(parts[0]), int(parts[2])
    if by == DUE and parts[1] == NONE:
        return rows.filter(due__isnull=True, id__gt=number)
    try:
        on = date.fromisoformat(parts[1])
    except ValueError:
        return rows
    if by == DUE:
        return rows.filter(Q(due__gt=on) | Q(due=on, id__gt=number) | Q(due__isnull=True))
    earlier = Q(found_on__lt=on) | Q(found_on=on, id__lt=number)
    return rows.filter(earlier if by == FOUND else Q(gravity__gt=gravity) | Q(gravity=gravity) & earlier)


Part = Callable[[], QuerySet[Clue]]
"""Begins the query of some clues anew, within the scope that holds."""


def cut(
    parts: Sequence[Part],
    by: str,
    after: str,
    most: int | None = None,
    *,
    organ: str = "",
    key: Hashable | None = None,
) -> tuple[Sequence[Clue], str]:
    """A page, and the place from which the next goes on; blank at the end. `parts`: clues, none of them in two parts.

    `organ`: the number of the only organ of which clues are asked for; `key`: by what the parts are known again.
    """
    most, only = PAGE if most is None else most, int(organ) if organ else None
    found: list[Place] = []
    for place, one in enumerate(parts):
        known = None if after or key is None else (key, by, most, place)
        rows = partial(_rows, one, by, after)
        told = first_rows(rows, most + 1, lambda row: Place._make(row).order(by), organ=only, key=known)
        found += map(Place._make, told)
    found.sort(key=lambda one: one.order(by))
    shown, left = found[:most], len(found) > most
    clues = {one.id: one for one in _SHOWN([one.id for one in shown])}
    return [clues[one.id] for one in shown if one.id in clues], shown[-1].told(by) if left else ""


def _rows(clues: Part, by: str, after: str) -> QuerySet[Clue, Any]:
    return behind(ordered(clues(), by), by, after).values_list(*Place._fields)


_SHOWN = OfMany(lambda ids: Clue.objects.filter(id__in=ids).select_related("case__organ"), int)
