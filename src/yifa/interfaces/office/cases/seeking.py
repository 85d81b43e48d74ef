"""What is sought, found in groups: in the number, in the number of a paper, in a party, in the title, or in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yifa.interfaces.office.cases.filters import Filters
from yifa.interfaces.office.cases.keyset import shown_cases
from yifa.interfaces.office.cases.lines import Line, lines
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.known_lists import ask_many, part
from yifa.interfaces.office.views.columns import Column
from yifa.oversight.standing.models import Place
from yifa.oversight.standing.searching import Found, found_by_place
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
    officer, today = desk.officer, desk.today
    key = part(replace(filters, q="", state=filters.shown_state).known_by(officer, today), "among")

    def among(numbers: Sequence[int]) -> set[int]:
        rows = ask_many(key, lambda ids: filters.chosen(officer, today).filter(id__in=ids).values_list("id"), numbers)
        return {number for (number,) in rows}

    found = found_by_place(filters.chosen(officer, today), filters.q, LOOKED_AT, among)
    return list(_groups(found, columns, desk, speech)), found


def _groups(found: Found, columns: tuple[Column, ...], desk: Desk, speech: Language) -> Iterator[Group]:
    wanted = [id_ for ids in found.by_place.values() for id_ in ids[:SHOWN]]
    cases = {one.id: one for one in shown_cases(wanted)}
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
