"""What real ledgers are like: rows typed late or twice, stray spaces, full-width digits, and cells nobody can read.

What can be read is read the same; what cannot is on the answer sheet, and never where something is planted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from demo.city.city import City
from demo.city.draws import Draws
from demo.city.filling import Rows
from demo.city.habits import FULL_WIDTH, SERIAL, UNKNOWN
from demo.city.layouts import Layout
from demo.city.ledgers import Answer, Ledgers

FULL_WIDTH_IN, SPACES_IN = 250, 200
"""One cell in so many."""
LATE_IN, COPIED_IN, UNREADABLE_IN, BLANK_IN = 150, 400, 500, 700
"""One case in so many."""
UNREADABLE = ("2025-13-05", "2026.2.30", "七月上旬", "见案卷", "2025年月日", "20251301")
REMARK = "补录"


def untidy(city: City, held: Ledgers) -> tuple[Ledgers, Sequence[Answer]]:
    """The ledgers as people keep them, and what of them cannot be read or is left open."""
    draws = city.draws.named("mess", held.layout.procedure.id)
    for place, rows in enumerate(held.sheets):
        _loose(rows, _numeric(held.layout, place), draws.named("loose", place))
    answers = [*_unreadable(city, held, draws), *_blank(city, held, draws)]
    main = _copied(_late(held, held.sheets[0], draws.named("late")), ~held.planted, draws.named("copied"))
    return replace(held, sheets=(main, *held.sheets[1:])), answers


def _numeric(layout: Layout, sheet: int) -> list[int]:
    """The columns with days and amounts."""
    found = set()
    for slots in layout.slots.values():
        for slot in slots:
            if slot.sheet == sheet:
                found |= {place for place in (slot.day, slot.ends[1] if slot.ends else None) if place is not None}
    return sorted(found)


def _loose(rows: Rows, places: Sequence[int], draws: Draws) -> None:
    for place in places:
        cells = rows.columns.get(place)
        if cells is None:
            continue
        raw = draws.named(place).raw(cells.size)
        for at in np.flatnonzero(raw % np.uint64(FULL_WIDTH_IN) == 0).tolist():
            if cells[at] is not None and cells[at][0] != SERIAL:
                cells[at] = cells[at].translate(FULL_WIDTH)
        for at in np.flatnonzero(raw % np.uint64(SPACES_IN) == 1).tolist():
            if cells[at] is not None and cells[at][0] != SERIAL:
                cells[at] = f" {cells[at]}　"


def _said(city: City, held: Ledgers, case: int) -> tuple[str, str, str, str]:
    office = city.places.organs[int(held.organ[case])]
    return held.layout.procedure.id, office.id, office.name, str(held.number[case])


def _unreadable(city: City, held: Ledgers, draws: Draws) -> Iterator[Answer]:
    """A date of the main sheet that is none: the case waits until it has been put right."""
    rows = held.sheets[0]
    places = [place for place in _numeric(held.layout, 0) if place in rows.columns]
    picked = draws.named("unreadable").raw(rows.case.size)
    for at in np.flatnonzero(picked % np.uint64(UNREADABLE_IN) == 0).tolist():
        filled = [place for place in places if rows.columns[place][at] not in (None, UNKNOWN)]
        if held.planted[rows.case[at]] or not filled:
            continue
        turn = int(picked[at] // np.uint64(UNREADABLE_IN))
        place = filled[turn % len(filled)]
        rows.columns[place][at] = UNREADABLE[turn % len(UNREADABLE)]
        column = held.layout.sheets[0].columns[place].zh
        yield Answer("held", *_said(city, held, int(rows.case[at])), what=f"{column}: {rows.columns[place][at]}")


def _blank(city: City, held: Ledgers, draws: Draws) -> Iterator[Answer]:
    """A day that nobody filled in, of an act of which the row tells more: what rests on it is open."""
    rows = held.sheets[0]
    slots = [slot for act in held.layout.slots.values() for slot in act if slot.sheet == 0 and slot.day is not None]
    slots = [slot for slot in slots if slot.day in rows.columns and _makers(held.layout, slot.fields.values())]
    if not slots:
        return
    picked = draws.named("blank").raw(rows.case.size)
    for at in np.flatnonzero(picked % np.uint64(BLANK_IN) == 0).tolist():
        slot = slots[int(picked[at] // np.uint64(BLANK_IN)) % len(slots)]
        told = [rows.columns.get(place) for place in _makers(held.layout, slot.fields.values())]
        day = rows.columns[slot.day or 0]
        made = any(cells is not None and cells[at] is not None for cells in told)
        if held.planted[rows.case[at]] or day[at] is None or day[at] in UNREADABLE or not made:
            continue
        day[at] = UNKNOWN
        yield Answer(
            "open", *_said(city, held, int(rows.case[at])), what=f"{held.layout.sheets[0].columns[slot.day or 0].zh}: —"
        )


def _makers(layout: Layout, places: object) -> list[int]:
    return [place for place in places if layout.sheets[0].columns[place].makes]  # type: ignore[attr-defined]


def _late(held: Ledgers, rows: Rows, draws: Draws) -> Rows:
    """Some rows stand at the end of their organ's sheet, as they were typed months late; the remark says so."""
    late = draws.raw(rows.case.size) % np.uint64(LATE_IN) == 0
    order = np.lexsort((np.arange(rows.case.size), late, held.organ[rows.case]))
    remarks = next((place for place, one in enumerate(held.layout.sheets[0].columns) if "备注" in one.zh), None)
    columns = dict(rows.columns)
    if remarks is not None:
        columns[remarks] = np.where(late, REMARK, columns.get(remarks))
    return Rows(rows.case[order], {place: cells[order] for place, cells in columns.items()})


def _copied(rows: Rows, lawful: np.ndarray, draws: Draws) -> Rows:
    """Some rows stand there twice."""
    twice = (draws.raw(rows.case.size) % np.uint64(COPIED_IN) == 0) & lawful[rows.case]
    at = np.repeat(np.arange(rows.case.size), np.where(twice, 2, 1))
    return Rows(rows.case[at], {place: cells[at] for place, cells in rows.columns.items()})
