"""What is sought, found in groups: in the number, in the number of a paper, in a party, in the title, or in several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yifa.interfaces.office.cases.filters import Filters
from yifa.interfaces.office.cases.lines import Line, lines
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.views.columns import Column
from yifa.oversight.standing.models import Place
from yifa.oversight.standing.searching import Found, found_by_place
from yifa.record.cases.models import Case
from yifa.wording import Language

LOOKED_AT = 200
"""So many of the newest cases are put into groups."""
SHOWN = 20
"""So many of a group."""


@dataclass(frozen=True)
class Group:
    """Cases in which what is sought stands in one place; `many` there are in all."""

    words: str
    many: int
    lines: tuple[Line, ...]


def seek(filters: Filters, columns: tuple[Column, ...], desk: Desk, speech: Language) -> tuple[list[Group], Found]:
    """The groups, and what was found. Nothing is looked at, or counted, that may not be read."""
    found = found_by_place(filters.chosen(desk.officer, desk.today), filters.q, LOOKED_AT)
    return list(_groups(found, columns, desk, speech)), found


def _groups(found: Found, columns: tuple[Column, ...], desk: Desk, speech: Language) -> Iterator[Group]:
    wanted = [id_ for ids in found.by_place.values() for id_ in ids[:SHOWN]]
    cases = {one.id: one for one in Case.objects.filter(id__in=wanted).select_related("organ", "standing")}
    told = dict(zip(cases, lines(list(cases.values()), columns, desk.today, speech), strict=True))
    for place in (*Place, None):
        if ids := found.by_place.get(place):
            shown = tuple(told[one] for one in ids[:SHOWN] if one in told)
            yield Group(_tell(place, speech), len(ids), shown)


def _tell(place: Place | None, speech: Language) -> str:
    say = speech.say
    return {
        Place.NUMBER: say("In the number of the case"),
        Place.PAPER: say("In the number of a paper"),
        Place.PARTY: say("In a party"),
        Place.TITLE: say("In the title"),
        None: say("In several of these together"),
    }[place]
