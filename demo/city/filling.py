"""Fills the sheets of a ledger from stories told: one row a case, and long sheets with one row an act.

Every act is told once: its day in the first sheet that has a place for it, further fields where they have theirs. What
no sheet has a place for is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from demo.city.days import NONE
from demo.city.habits import UNKNOWN, Habits
from demo.city.layouts import Layout, Slot
from demo.city.parties import Parties
from demo.city.people import People
from demo.city.scene import Told, ToldAct
from demo.city.values import Who
from yifa.law.conditions import Type

LENGTH = re.compile(r"(\d+) (calendar days|working days|days|months|hours|years)")
UNIT_OF = {
    "calendar days": "days",
    "working days": "working-days",
    "months": "months",
    "hours": "hours",
    "days": "days",
}
WRITTEN_UNITS = {
    "calendar days": "日",
    "working days": "个工作日",
    "months": "个月",
    "hours": "小时",
    "years": "年",
    "days": "日",
}


@dataclass
class Rows:
    """Rows of one sheet: the case of each (a number within the ledger), and for each column its cells or nothing."""

    case: np.ndarray
    columns: dict[int, np.ndarray] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """Everything a cell may need to know of the city."""

    layout: Layout
    habits: Habits
    people: People
    parties: Parties


def fill(of: Written, told: Told, first: int) -> list[list[Rows]]:
    """The rows of every sheet for one story; its cases are numbered from `first` on."""
    sheets: list[list[Rows]] = [[] for _ in of.layout.sheets]
    whole = {
        n: Rows(np.arange(told.size) + first) for n, sheet in enumerate(of.layout.sheets) if _one_a_case(of.layout, n)
    }
    plain: dict[tuple[int, int], Rows] = {}
    timed = _timed(told)
    counted: dict[str, int] = {}
    closed: dict[str, set[str]] = {}
    for act in told.acts:
        counted[act.act] = counted.get(act.act, 0) + 1
        _tell(of, told, act, counted[act.act], timed, closed, first, whole, plain, sheets)
    for n, rows in whole.items():
        if n == 0:
            sheets[0].append(rows)
        elif rows.columns:
            sheets[n].append(_filled_only(rows))
    for (n, _), rows in plain.items():
        sheets[n].append(_filled_only(rows))
    return sheets


def _one_a_case(layout: Layout, number: int) -> bool:
    return number == 0 or layout.sheets[number].rows == "case"


def _filled_only(rows: Rows) -> Rows:
    some = np.zeros(rows.case.size, dtype=bool)
    for cells in rows.columns.values():
        some |= cells != None  # noqa: E711 - for every cell
    return Rows(rows.case[some], {place: cells[some] for place, cells in rows.columns.items()})


def _timed(told: Told) -> frozenset[str]:
    """The steps whose time of day matters: those told in hours, and those they are counted from."""
    found: set[str] = set()
    before = ""
    for step in told.story.steps:
        if step.gap.says.endswith("hours"):
            found |= {step.label, *([step.after] if isinstance(step.after, str) and step.after else [before])}
        before = step.label
    return frozenset(found)


def _tell(
    of: Written,
    told: Told,
    act: ToldAct,
    nth: int,
    timed: frozenset[str],
    closed: dict[str, set[str]],
    first: int,
    whole: dict[int, Rows],
    plain: dict[tuple[int, int], Rows],
    sheets: list[list[Rows]],
) -> None:
    """Write one step where it has its places; the day of one that closes another (`closed`) is told already."""
    at = np.flatnonzero(act.there)
    if not at.size:
        return
    left = {name for name, value in act.fields.items() if value is not None} - closed.get(act.label, set())
    elements = set(of.layout.ledger.in_order.get(act.act, ()))
    dated = act.label in closed
    for slot in of.layout.slots.get(act.act, ()):
        if slot.word is None and slot.nth != nth and (slot.sheet in whole or slot.nth != 1):
            continue
        offers = left & (set(slot.fields) | (elements if slot.whole is not None else set()))
        opens = not dated and (slot.day is not None or slot.happened is not None)
        if not (opens or (offers and (slot.word is None or (dated and slot.day is not None)))):
            continue
        if slot.word is None and slot.sheet in whole:
            rows, where = whole[slot.sheet], at
        elif slot.word is None:
            rows = plain.setdefault((slot.sheet, nth), Rows(np.arange(told.size) + first))
            where = at
        else:
            rows, where = Rows(at + first), np.arange(at.size)
            _put(rows, slot.chooser or 0, where, np.full(at.size, slot.word, dtype=object))
            sheets[slot.sheet].append(rows)
        organ = told.organ[at]
        if slot.day is not None and (opens or slot.word is not None):
            _put(rows, slot.day, where, _day(of, act, at, organ, act.label in timed))
        elif opens and slot.happened is not None:
            _put(rows, slot.happened, where, of.habits.truths(np.ones(at.size, dtype=bool), organ))
        dated = dated or opens
        if opens and slot.ends is not None:
            _close(of, told, act, slot, rows, where, at, timed, closed)
        left -= _write_fields(of, slot, act, rows, where, at, organ, offers, elements)


def _close(
    of: Written,
    told: Told,
    act: ToldAct,
    slot: Slot,
    rows: Rows,
    where: np.ndarray,
    at: np.ndarray,
    timed: frozenset[str],
    closed: dict[str, set[str]],
) -> None:
    """The act that ends this one, in the same row."""
    name, place = slot.ends or ("", 0)
    after = told.acts[[one.label for one in told.acts].index(act.label) + 1 :]
    end = next((one for one in after if one.act == name and one.label not in closed), None)
    if end is None or (end.there & ~act.there).any():
        return
    told_of = closed.setdefault(end.label, set())
    ended = end.there[at]
    _put(rows, place, where[ended], _day(of, end, at[ended], told.organ[at[ended]], end.label in timed))
    for field_name, column in slot.end_fields.items():
        if end.fields.get(field_name) is not None:
            texts = cells(of, slot.sheet, column, field_name, end.fields[field_name], at[ended], told.organ[at[ended]])
            _put(rows, column, where[ended], texts)
            told_of.add(field_name)


def _write_fields(
    of: Written,
    slot: Slot,
    act: ToldAct,
    rows: Rows,
    where: np.ndarray,
    at: np.ndarray,
    organ: np.ndarray,
    offers: set[str],
    elements: set[str],
) -> set[str]:
    done: set[str] = set()
    for name in sorted(offers & set(slot.fields)):
        _put(
            rows, slot.fields[name], where, cells(of, slot.sheet, slot.fields[name], name, act.fields[name], at, organ)
        )
        done.add(name)
    if slot.whole is not None and elements & offers - done:
        done |= _elements(of, slot, act, rows, where, at, organ, elements)
    return done


def _elements(
    of: Written,
    slot: Slot,
    act: ToldAct,
    rows: Rows,
    where: np.ndarray,
    at: np.ndarray,
    organ: np.ndarray,
    elements: set[str],
) -> set[str]:
    """«要素齐全» and what is lacking; nothing is written where one of them is not known."""
    held = {name: act.fields.get(name) for name in sorted(elements)}
    if any(value is None or not isinstance(value, bool) for value in held.values()):
        return set()
    lacking = [of.layout.procedure.fields[name].zh for name, value in held.items() if value is False]
    _put(rows, slot.whole or 0, where, of.habits.truths(np.full(at.size, not lacking), organ))
    if lacking and slot.lacking is not None:
        _put(rows, slot.lacking, where, np.full(at.size, "、".join(lacking), dtype=object))
    return set(held)


def _put(rows: Rows, place: int, where: np.ndarray, texts: np.ndarray) -> None:
    if place not in rows.columns:
        rows.columns[place] = np.full(rows.case.size, None, dtype=object)
    rows.columns[place][where] = texts


def _day(of: Written, act: ToldAct, at: np.ndarray, organ: np.ndarray, timed: bool) -> np.ndarray:
    if act.dayless:
        return np.full(at.size, UNKNOWN, dtype=object)
    if timed:
        return of.habits.moments(act.day[at], act.minute[at], organ)
    return of.habits.days(act.day[at], organ)


def cells(of: Written, sheet: int, column: int, name: str, value: Any, at: np.ndarray, organ: np.ndarray) -> np.ndarray:
    """A field as the office writes it, in some of the cases."""
    shown = of.layout.sheets[sheet].columns[column]
    field_of = of.layout.procedure.fields[name]
    if isinstance(value, Who):
        return who(of, value, at)
    if isinstance(value, tuple):
        return np.full(at.size, "、".join(value), dtype=object)
    held = value[at] if isinstance(value, np.ndarray) else np.full(at.size, value, dtype=object)
    if held.dtype == object:
        return _each(of, shown, field_of, held, organ)
    if field_of.type is Type.YES_NO:
        return of.habits.truths(held, organ)
    if field_of.type is Type.MONEY:
        return of.habits.amounts(held, organ, 10_000 if shown.unit == "wan-yuan" else 1)
    if field_of.type is Type.DAY:
        return np.where(held == NONE, None, of.habits.days(np.where(held == NONE, 0, held), organ))
    return held.astype(str).astype(object)


def _each(of: Written, shown: Any, field_of: Any, held: np.ndarray, organ: np.ndarray) -> np.ndarray:
    """Constants and words: worked out once for each different value."""
    found = np.full(held.size, None, dtype=object)
    for value in dict.fromkeys(held.tolist()):
        own = held == value
        if value is None:
            found[own] = UNKNOWN if shown.blank in ("no", "zero") else None
        elif field_of.type is Type.YES_NO:
            found[own] = of.habits.truths(np.full(int(own.sum()), value), organ[own])
        elif field_of.type is Type.MONEY:
            fen = np.full(int(own.sum()), value)
            found[own] = of.habits.amounts(fen, organ[own], 10_000 if shown.unit == "wan-yuan" else 1)
        elif field_of.type is Type.LENGTH:
            found[own] = _length(str(value), shown.unit)
        elif field_of.type is Type.WORD:
            named = field_of.words.get(value)
            found[own] = named.zh if named is not None else str(value)
        else:
            found[own] = str(value)
    return found


def _length(text: str, unit: str | None) -> str:
    read = LENGTH.fullmatch(text)
    if read is None:
        return text
    count, said = read.groups()
    return count if UNIT_OF.get(said) == unit else f"{count}{WRITTEN_UNITS[said]}"


def who(of: Written, value: Who, at: np.ndarray) -> np.ndarray:
    """Names of people, codes of parties, the numbers of what was done."""
    held = value.at[at]
    if value.of == "party":
        return of.parties.codes(held)
    if value.of == "conduct":
        return np.array([f"WF{one:07}" for one in held.tolist()] or [], dtype=object)
    if held.ndim == 1:
        return of.people.names[held]
    found = of.people.names[held[:, 0]]
    for place in range(1, held.shape[1]):
        some = held[:, place] >= 0
        found = np.where(some, found + "、" + of.people.names[np.maximum(held[:, place], 0)], found)
    return found


def joined(parts: Sequence[Rows], columns: int) -> Rows:
    """Rows put together; every column is there, blank where no part had it."""
    case = np.concatenate([one.case for one in parts]) if parts else np.zeros(0, dtype=np.int64)
    found = Rows(case)
    for place in range(columns):
        held = [one.columns.get(place) for one in parts]
        if any(one is not None for one in held):
            found.columns[place] = np.concatenate(
                [
                    np.full(part.case.size, None, dtype=object) if one is None else one
                    for part, one in zip(parts, held, strict=True)
                ]
            )
    return found
