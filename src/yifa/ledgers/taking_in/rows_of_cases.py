"""Gives every row its case: cases are what the main sheets list; rows of long sheets belong to them by their number.

Held back are rows of which a cell cannot be read, rows without a case, rows that contradict one another, and with any
of them the other rows of the same case: a case told by half would be judged wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from yifa.ledgers.problems import Fate, Severity
from yifa.ledgers.taking_in.case_numbers import Keyed, Numbered, keyed
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.sheet import Joined
from yifa.ledgers.taking_in.sheet_acts import Telling

NO_CASE = -1


@dataclass
class Filed:
    """Sheets of one layout with what they tell and the case of every row; `case` counts in the order of the keys."""

    sheet: Joined
    telling: Telling
    numbered: Numbered
    case: NDArray[np.int32]
    held: NDArray[np.bool_]
    copy: NDArray[np.bool_]
    owns: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    """Which rows make their case: those of a main sheet, and of a long one with cases of its own that no main has."""
    attributes: Mapping[str, pl.Series] = field(default_factory=dict)

    @property
    def live(self) -> NDArray[np.bool_]:
        """Which rows are taken."""
        found: NDArray[np.bool_] = ~self.held & ~self.copy & (self.case != NO_CASE)
        return found


@dataclass(frozen=True)
class Cases:
    """The cases of one procedure, by key in order; `held`: those kept back."""

    keys: Sequence[str]
    organs: Sequence[str]
    numbers: Sequence[str]
    held: NDArray[np.bool_]


def give_cases(filed: Sequence[Filed], notes: Notes) -> Cases:
    """Find the case of every row of all sheets of one procedure, and hold back what cannot be taken."""
    keys = [keyed(one.numbered) for one in filed]
    pairs = list(zip(filed, keys, strict=True))
    finder = _Finder({sheet.group for one in filed if not one.sheet.is_main for sheet in one.sheet.sheets})
    for one, key in pairs:
        one.owns = np.full(one.case.size, one.sheet.is_main)
        if one.sheet.is_main:
            finder.add(one.sheet, key, key.code)
    found = {number: _found(one, key, finder) for number, (one, key) in enumerate(pairs) if not one.sheet.is_main}
    for number, (one, key) in enumerate(pairs):
        if not one.sheet.is_main and one.sheet.ledger_sheet.own_cases:
            own = found[number].unknown(key)
            finder.add(one.sheet, key, key.code, own)
            one.owns = own
            found[number] = _found(one, key, finder)
    names = sorted(finder.known)
    places = {key: place for place, key in enumerate(names)}
    known = finder.known
    for number, (one, key) in enumerate(pairs):
        if one.sheet.is_main:
            of_code = np.fromiter((places.get(k, NO_CASE) for k in key.keys), np.int32, len(key.keys))
            one.case = of_code[key.code]
        else:
            _give_long(one, found[number], places, notes)
        _without_number(one, notes)
    for one, _ in pairs:
        if one.sheet.is_main:
            _told_again(one, notes)
        else:
            _copied(one, notes)
    held = np.zeros(len(names), dtype=np.bool_)
    cases = Cases(names, [known[key][0] for key in names], [known[key][1] for key in names], held)
    hold_cases(filed, cases, (), notes)
    return cases


def hold_cases(filed: Sequence[Filed], cases: Cases, more: Iterable[int], notes: Notes) -> None:
    """Hold back the cases of rows that are held, and `more`, with all their rows."""
    held = np.zeros(len(cases.keys), dtype=np.bool_)
    held[list(more)] = True
    for one in filed:
        held[one.case[one.held & (one.case != NO_CASE)]] = True
    fresh = held & ~cases.held
    cases.held[:] |= held
    for one in filed:
        with_case = (one.case != NO_CASE) & ~one.held & ~one.copy
        with_case[with_case] = fresh[one.case[with_case]]
        notes.rows("case-held", one.sheet, np.flatnonzero(with_case).tolist(), Severity.NOTE, Fate.HELD)
        one.held |= with_case


def _without_number(one: Filed, notes: Notes) -> None:
    """Rows without a case number are held back."""
    blank = np.array([not number for number in one.numbered.numbers], dtype=np.bool_)[one.numbered.number]
    place = _case_column(one.sheet)
    for position in np.flatnonzero(blank).tolist():
        notes.row("no-case-number", one.sheet, position, Severity.ERROR, Fate.HELD, column=place)
    one.held |= blank
    one.case[blank] = NO_CASE


def _case_column(sheet: Joined) -> int:
    column = next(one for one in sheet.ledger_sheet.columns if one.key == "case")
    return sheet.held(column)[0].place


# -- rows that say the same -------------------------------------------------------------------------------------------


def _told_again(one: Filed, notes: Notes) -> None:
    """Rows of one main sheet with the same number: copies of one another, or contradictory."""
    sure = one.case != NO_CASE
    told = one.sheet.part.astype(np.int64) * (int(one.case.max(initial=0)) + 1) + one.case
    which, code, counts = np.unique(told[sure], return_inverse=True, return_counts=True)
    if not which.size or counts.max() < 2:
        return
    again = np.flatnonzero(sure)[counts[code] > 1]
    contents = _contents(one, again)
    groups: dict[int, list[int]] = {}
    for position in again.tolist():
        groups.setdefault(int(told[position]), []).append(position)
    for positions in groups.values():
        rows = [int(one.sheet.rows[position]) for position in positions]
        if len({contents[position] for position in positions}) == 1:
            for position in positions[1:]:
                notes.row("row-copy", one.sheet, position, Severity.NOTE, Fate.COPY, values={"row": rows[0]})
            one.copy[positions[1:]] = True
            continue
        differing = _differing(one.sheet, positions)
        for position, row in zip(positions, rows, strict=True):
            others = [other for other in rows if other != row]
            notes.row(
                "rows-disagree",
                one.sheet,
                position,
                Severity.ERROR,
                Fate.HELD,
                column=_case_column(one.sheet),
                values={"rows": others, "headings": differing},
            )
        one.held[positions] = True


def _contents(one: Filed, positions: NDArray[np.intp]) -> dict[int, tuple[object, ...]]:
    """What some rows tell, so that it can be compared: acts, their days and fields, facts of the case."""
    found: dict[int, list[object]] = {int(position): [] for position in positions}
    wanted = _rows_at(one, positions)
    for act in sorted(one.telling.parts):
        frame = one.telling.frame(act, wanted)
        for row in () if frame is None else frame.iter_rows():
            found[row[0]].append((act, *row[1:]))
    for name, series in sorted(one.attributes.items()):
        for position, held in zip(positions.tolist(), series.gather(positions).to_list(), strict=True):
            found[position].append((name, held))
    return {position: tuple(sorted(told, key=str)) for position, told in found.items()}


def _differing(sheet: Joined, positions: Sequence[int]) -> list[str]:
    """The headings of known columns in which some rows of one sheet differ."""
    return [
        sheet.heading(positions[0], place)
        for place, column in enumerate(sheet.cells)
        if len({int(column.codes[position]) for position in positions}) > 1
    ]


def _copied(one: Filed, notes: Notes) -> None:
    """Rows of a long sheet that say in every cell what a row above says: copied by mistake, taken once."""
    if one.sheet.size < 2:
        return
    columns = {str(place): column.codes for place, column in enumerate(one.sheet.cells)}
    frame = pl.DataFrame({"part": one.sheet.part, **columns})
    alike = ["part", *columns]
    seems = frame.hash_rows().is_duplicated()  # few rows do; only they are compared cell by cell
    frame = frame.with_columns(position=pl.int_range(pl.len())).filter(seems)
    again = frame.filter(pl.len().over(alike) > 1)
    if not again.height:
        return
    first = again.with_columns(first=pl.col("position").min().over(alike))
    copies = first.filter(pl.col("position") > pl.col("first"))
    with_day = _with_day(one, copies["position"].to_numpy())
    for position, other in copies.select("position", "first").iter_rows():
        if with_day[position] and not one.held[position]:
            row = int(one.sheet.rows[other])
            notes.row("row-copy", one.sheet, position, Severity.NOTE, Fate.COPY, values={"row": row})
            one.copy[position] = True


def _with_day(one: Filed, positions: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of some rows tell of an act with its day; two rows alike without a day may be two acts."""
    found = np.zeros(one.sheet.size, dtype=np.bool_)
    wanted = _rows_at(one, positions)
    for act in one.telling.parts:
        frame = one.telling.frame(act, wanted)
        if frame is not None:
            found[frame.filter(pl.col("day").is_not_null())["position"].to_numpy()] = True
    return found


def _rows_at(one: Filed, positions: NDArray[np.int64]) -> NDArray[np.bool_]:
    found = np.zeros(one.sheet.size, dtype=np.bool_)
    found[positions] = True
    return found


# -- rows of long sheets ----------------------------------------------------------------------------------------------


class _Finder:
    """Finds cases by number: first among those that lie beside the sheet, then in the whole folder."""

    def __init__(self, asked: Iterable[str]) -> None:
        self.known: dict[str, tuple[str, str]] = {}
        """By key its organ and number."""
        self._beside: dict[str, dict[str, _Keys]] = {group: {} for group in asked}
        """By what lies together (asked is only about some) and number the keys, of which most numbers have one."""
        self._everywhere: dict[str, _Keys] = {}

    def add(self, sheet: Joined, key: Keyed, codes: NDArray[np.intp], where: NDArray[np.bool_] | None = None) -> None:
        """Cases that the rows of sheets make, or some of them."""
        part = sheet.part if where is None else sheet.part[where]
        chosen = codes if where is None else codes[where]
        for pair in np.unique(part.astype(np.int64) * len(key.keys) + chosen).tolist():
            code = pair % len(key.keys)
            name, organ, number = key.keys[code], key.organs[code], key.numbers[code]
            if name:
                self.known[name] = organ, number
                beside = self._beside.get(sheet.sheets[pair // len(key.keys)].group)
                for index in (self._everywhere,) if beside is None else (beside, self._everywhere):
                    kept = index.setdefault(number, name)
                    if kept != name and name not in _several(kept):
                        index[number] = (*_several(kept), name)

    def cases(self, group: str, number: str, organ: str | None, usual: str) -> list[str]:
        """The cases of a number; `organ` where the row names one, `usual` where only the sheet does."""
        for index in (self._beside.get(group, {}), self._everywhere):
            kept = index.get(number)
            if kept is None:
                continue
            found = {self.known[name][0]: name for name in _several(kept)}
            if organ is not None:
                if organ in found:
                    return [found[organ]]
                continue
            return [found[usual]] if len(found) > 1 and usual in found else list(found.values())
        return []


_Keys = str | tuple[str, ...]


def _several(kept: _Keys) -> tuple[str, ...]:
    return (kept,) if isinstance(kept, str) else kept


@dataclass(frozen=True)
class _Found:
    """The cases that rows of long sheets may belong to: `cases[code[row]]`."""

    code: NDArray[np.intp]
    cases: Sequence[Sequence[str]]

    def unknown(self, key: Keyed) -> NDArray[np.bool_]:
        """Rows with a number that no case has."""
        none = np.array([not names for names in self.cases], dtype=np.bool_)
        numbered = np.array([bool(number) for number in key.numbers], dtype=np.bool_)
        found: NDArray[np.bool_] = none[self.code] & numbered[key.code] if self.code.size else np.zeros(0, np.bool_)
        return found


def _found(one: Filed, key: Keyed, finder: _Finder) -> _Found:
    """The cases of the rows of long sheets, looked up once for each number in each sheet."""
    many = len(key.keys)
    told = (one.sheet.part.astype(np.int64) * 2 + one.numbered.said) * many + key.code
    which, code = np.unique(told, return_inverse=True)
    cases = []
    for pair in which.tolist():
        sheet, at = one.sheet.sheets[pair // many // 2], pair % many
        organ = key.organs[at] if pair // many % 2 else None
        number = key.numbers[at]
        cases.append(finder.cases(sheet.group, number, organ, sheet.organ or "") if number else [])
    return _Found(code, cases)


def _give_long(one: Filed, found: _Found, places: Mapping[str, int], notes: Notes) -> None:
    """The case of every row of a long sheet; rows whose case nobody lists, or several do, are held back."""
    of_code = np.fromiter((places[n[0]] if len(n) == 1 else NO_CASE for n in found.cases), np.int32, len(found.cases))
    one.case = of_code[found.code] if found.cases else one.case
    blank = np.array([not number for number in one.numbered.numbers], dtype=np.bool_)[one.numbered.number]
    column = _case_column(one.sheet)
    for position in np.flatnonzero((one.case == NO_CASE) & ~blank).tolist():
        kind = "case-of-several" if found.cases[int(found.code[position])] else "case-unknown"
        notes.row(kind, one.sheet, position, Severity.ERROR, Fate.HELD, column=column)
        one.held[position] = True
