"""What the columns of a sheet are: each heading with the column it was taken for, and those that are open."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from yifa.ledgers.headings.finding import Head, Heading
from yifa.ledgers.headings.known import KnownTable
from yifa.ledgers.headings.spelling import QUIET, spelled
from yifa.ledgers.taken import MappedColumn, Sureness

_SURE = (Sureness.GIVEN, Sureness.EXACT, Sureness.ALSO, Sureness.LIKELY)


@dataclass(frozen=True, slots=True)
class OpenHeading:
    """A heading that was not taken: the column, why (`heading-unknown`, `heading-ambiguous`, `heading-twice`), and near
    ones or rivals.
    """

    column: int
    heading: str
    why: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Columns:
    """The columns of a sheet: by the id of the table's column the columns of the grid; all of them as mapped."""

    of: Mapping[str, tuple[int, ...]]
    mapped: tuple[MappedColumn, ...]
    open: tuple[OpenHeading, ...]


def columns_of_sheet(
    head: Head, table: KnownTable, number: int, given: Mapping[str, str | None] | None = None
) -> Columns:
    """The columns of a sheet that is this table; `given`: what a mapping file says of headings (None: not read)."""
    fits = head.fits.get(number, {})
    wanted: dict[int, tuple[int, Sureness]] = {}
    open_: list[OpenHeading] = []
    ids = {column.id: place for place, column in enumerate(table.columns)}
    for place, heading in enumerate(head.headings):
        named = _given(heading, given)
        if named is not None:
            if named[0] is not None:
                wanted[place] = ids[named[0]], Sureness.GIVEN
            continue
        match = fits.get(place)
        if match is None:
            if heading.shown and spelled(heading.shown).bare not in QUIET:
                open_.append(OpenHeading(place, heading.shown, "heading-unknown", _near(heading, table)))
        elif match.also_fits:
            others = tuple(table.columns[other].names[0] for other in (match.column, *match.also_fits))
            open_.append(OpenHeading(place, heading.shown, "heading-ambiguous", others))
        else:
            wanted[place] = match.column, match.sureness
    taken = _each_once(wanted, head, table, open_)
    of: dict[str, tuple[int, ...]] = {}
    for place in sorted(taken):
        name = table.columns[taken[place][0]].id
        of[name] = (*of.get(name, ()), place)
    mapped = tuple(
        _mapped(table, place, heading, taken.get(place)) for place, heading in enumerate(head.headings) if heading.shown
    )
    return Columns(of, mapped, tuple(open_))


def _given(heading: Heading, given: Mapping[str, str | None] | None) -> tuple[str | None] | None:
    if given is None:
        return None
    for name, column in given.items():
        if spelled(name).full == spelled(heading.shown).full:
            return (column,)
    return None


def _each_once(
    wanted: Mapping[int, tuple[int, Sureness]], head: Head, table: KnownTable, open_: list[OpenHeading]
) -> dict[int, tuple[int, Sureness]]:
    """Where two columns seem to hold the same, the surer is taken; of two as sure, neither."""
    taken: dict[int, tuple[int, Sureness]] = {}
    by_column: dict[int, list[int]] = {}
    for place, (column, _) in wanted.items():
        by_column.setdefault(column, []).append(place)
    for column, places in by_column.items():
        if table.columns[column].several or len(places) == 1:
            taken |= {place: wanted[place] for place in places}
            continue
        best = min(_SURE.index(wanted[place][1]) for place in places)
        winners = [place for place in places if _SURE.index(wanted[place][1]) == best]
        if len(winners) == 1:
            taken[winners[0]] = wanted[winners[0]]
        for place in places:
            if len(winners) > 1 or place != winners[0]:
                others = tuple(head.headings[other].shown for other in places if other != place)
                why = "heading-twice" if len(winners) > 1 else "heading-less-sure"
                open_.append(OpenHeading(place, head.headings[place].shown, why, others))
    return taken


def _near(heading: Heading, table: KnownTable) -> tuple[str, ...]:
    """Headings of the table that look like this one."""
    names = {spelled(name).bare: column.names[0] for column in table.columns for name in column.names}
    near = difflib.get_close_matches(spelled(heading.shown).bare, list(names), 2, 0.6)
    return tuple(dict.fromkeys(names[one] for one in near))


def _mapped(table: KnownTable, place: int, heading: Heading, taken: tuple[int, Sureness] | None) -> MappedColumn:
    column, sureness = (None, Sureness.UNKNOWN) if taken is None else (table.columns[taken[0]].id, taken[1])
    form = spelled(heading.shown)
    return MappedColumn(place + 1, heading.shown, column, sureness, form.factor)
