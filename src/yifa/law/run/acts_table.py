"""The acts of many cases of one procedure as columns: from Arrow, kept kind by kind in the order of `Act.order`.

The table of acts has a row for each act:

    case            the key of the case, as in the table of cases
    act             the kind
    day             whole number counted from 1970-01-01; NULL: the record has the act but not its day
    minute          minute of the day, NULL: no time is recorded (the column may be left out, as those below)
    recorded_at     minutes counted from 1970-01-01
    id              how the record calls it
    field.<name>    a field: truth value, whole number, fen, day number, text (a word, a length) or list of texts

What lies after the day asked about, or was recorded after the moment known at, is left out here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from yifa.law.catalogue.procedures import Procedure
from yifa.law.clock import Unit, parse_length
from yifa.law.conditions import Type
from yifa.law.run.cells import Cells, Numbers, Places, Truths, Words

FIELD = "field."
UNITS = tuple(Unit)
_DAY_BITS, _MINUTE_BITS, _CASE_BITS = 18, 11, 26
_FIRST_DAY = -(1 << 16)
_BLANK_DAY = (1 << _DAY_BITS) - 1


@dataclass(frozen=True)
class Lists:
    """Lists of names, one a row: the names of row r are `names[edges[r]:edges[r + 1]]`."""

    edges: Numbers
    names: Numbers
    known: Truths

    def at(self, places: Places) -> Lists:
        """The lists at some places; at a place below zero there is none."""
        there = places >= 0
        where = np.where(there, places, 0)
        if not self.known.size:
            return Lists(np.zeros(places.size + 1, dtype=np.int64), self.names[:0], np.zeros(places.size, np.bool_))
        sizes = np.where(there, self.edges[where + 1] - self.edges[where], 0)
        edges = np.concatenate(([0], np.cumsum(sizes)))
        inside = np.arange(edges[-1]) - np.repeat(edges[:-1], sizes) + np.repeat(self.edges[where], sizes)
        return Lists(edges, self.names[inside], there & self.known[where])


@dataclass(frozen=True)
class Lengths:
    """Lengths of time: how many, of which unit (its place in `UNITS`)."""

    n: Numbers
    unit: Numbers
    known: Truths

    def at(self, places: Places) -> Lengths:
        """The lengths at some places."""
        where = np.maximum(places, 0)
        return Lengths(self.n[where], self.unit[where], self.known[where] & (places >= 0))


Field = Cells | Lists | Lengths


@dataclass(frozen=True)
class KindActs:
    """All acts of one kind, by case and in order within a case; places count from 0 within the kind."""

    case: Numbers
    day: Cells
    minute: Cells
    cases: int
    rows: Places
    fields: Mapping[str, Field] = field(repr=False)
    ids: Sequence[str | None] | None = None
    taken: dict[str, Field] = field(default_factory=dict, repr=False)
    spoken: frozenset[str] = frozenset()
    """The fields that are words."""

    @property
    def size(self) -> int:
        """How many acts there are."""
        return int(self.case.size)

    @cached_property
    def edges(self) -> Numbers:
        """The acts of case c are those at `edges[c]` to `edges[c + 1]`."""
        return np.concatenate(([0], np.cumsum(np.bincount(self.case, minlength=self.cases)))).astype(np.int64)

    def field(self, name: str) -> Field | None:
        """A field of every act; None where no act has it."""
        if name not in self.taken:
            held = self.fields.get(name)
            if held is None:
                return None
            self.taken[name] = held.at(self.rows)
        return self.taken[name]

    @cached_property
    def number(self) -> Numbers:
        """The number of each act within its case, counted from 1."""
        return np.arange(self.size) - self.edges[self.case] + 1

    def called(self, place: int) -> str:
        """The id of an act, or its number within the case."""
        row = int(self.rows[place])
        given = self.ids[row] if self.ids is not None and row >= 0 else None
        return given or str(self.number[place])


class Acts:
    """The acts of many cases that exist for the answer, by kind."""

    def __init__(self, kinds: Mapping[str, KindActs], cases: int, ties: int) -> None:
        self.kinds = kinds
        self.cases = cases
        self._none = _none(cases)
        self.ties = ties
        """Acts that only their fields put in order, which is done one by one."""

    def of(self, kind: str) -> KindActs:
        """The acts of a kind."""
        return self.kinds.get(kind) or self._none


def _none(cases: int) -> KindActs:
    empty = np.zeros(0, dtype=np.int64)
    return KindActs(empty, Cells(empty), Cells(empty), cases, empty, {})


def take_in(
    table: Any,
    case: Numbers,
    cases: int,
    procedure: Procedure,
    words: Words,
    *,
    exists: Truths,
    blanked: Mapping[str, Truths] | None = None,
    counted: bool = False,
) -> Acts:
    """Acts from an Arrow table whose rows belong to the cases at `case`; `exists`: those that count for the answer.

    `blanked`: fields that the source of a row does not carry. `counted`: acts that count as others are in the table
    already. Raises `ValueError` for a day or a number of cases beyond all bounds.
    """
    columns = set(table.column_names)
    names = [name for name in procedure.fields if FIELD + name in columns]
    fields: dict[str, Field] = {}
    for name in names:
        held = _field(table[FIELD + name], procedure.fields[name].type, words)
        fields[name] = _without(held, blanked[name]) if blanked and name in blanked else held
    day, minute = _whole(table["day"]), _optional(table, columns, "minute")
    kind = _kinds(table["act"], procedure)
    rows = np.flatnonzero(exists & (kind >= 0))
    if not counted:
        kind, rows = _with_counted(procedure, kind, rows, fields)
    else:
        kind = kind[rows]
    ids = table["id"].to_pylist() if "id" in columns else None
    spoken = frozenset(name for name in names if procedure.fields[name].type is Type.WORD)
    return _sorted(_Unsorted(tuple(procedure.acts), kind, rows, case, day, minute, fields, ids, words, spoken), cases)


@dataclass(frozen=True)
class _Unsorted:
    names: tuple[str, ...]
    kind: Numbers
    rows: Places
    case: Numbers
    day: Cells
    minute: Cells
    fields: Mapping[str, Field]
    ids: Sequence[str | None] | None
    words: Words
    of_words: frozenset[str]

    def said(self, rows: Places) -> list[tuple[list[tuple[str, str]], str]]:
        """The fields of some acts as texts, as `Act.order` has them, and the id of each."""
        found: list[tuple[list[tuple[str, str]], str]] = [
            ([], (self.ids[row] if self.ids is not None and row >= 0 else None) or "") for row in rows.tolist()
        ]
        own = np.maximum(rows, 0)
        for name in sorted(self.fields):
            held = self.fields[name]
            known = (held.sure if isinstance(held, Cells) else held.known)[own] & (rows >= 0)
            for place in np.flatnonzero(known).tolist():
                found[place][0].append((name, self._text(name, held, int(rows[place]))))
        return found

    def _text(self, name: str, held: Field, row: int) -> str:
        if isinstance(held, Lengths):
            return f"{held.n[row]} {UNITS[held.unit[row]]}"
        if isinstance(held, Lists):
            names = held.names[held.edges[row] : held.edges[row + 1]]
            return str(tuple(self.words.words[one] for one in names))
        return self.words.words[held.values[row]] if name in self.of_words else str(held.values[row])


def _with_counted(
    procedure: Procedure, kind: Numbers, rows: Places, fields: Mapping[str, Field]
) -> tuple[Numbers, Places]:
    """Acts that count as others where a field of them is yes; the others have no fields (their rows are negative)."""
    kinds, places = [kind[rows]], [rows]
    numbers = {name: number for number, name in enumerate(procedure.acts)}
    for name, act in procedure.acts.items():
        for other, field_name in act.counts_as.items():
            held = fields.get(field_name)
            if isinstance(held, Cells):
                more = rows[(kind[rows] == numbers[name]) & held.yes[rows]]
                kinds.append(np.full(more.size, numbers[other], dtype=np.int64))
                places.append(-1 - more)
    return np.concatenate(kinds), np.concatenate(places)


def _sorted(of: _Unsorted, cases: int) -> Acts:
    source = np.where(of.rows >= 0, of.rows, -1 - of.rows)
    case, day, minute = of.case[source], of.day.at(source), of.minute.at(source)
    if cases >= 1 << _CASE_BITS or len(of.names) >= 1 << 8:
        raise ValueError(f"{cases} cases at once are too many: give fewer than {1 << _CASE_BITS}")
    shifted = np.where(day.sure, day.values - _FIRST_DAY, _BLANK_DAY)
    if ((shifted < 0) | (shifted > _BLANK_DAY)).any():
        raise ValueError("a day lies outside all calendars: expected days counted from 1970-01-01")
    within = (shifted << _MINUTE_BITS) | np.where(minute.sure, minute.values + 1, 0)
    key = (((of.kind << _CASE_BITS) | case) << (_DAY_BITS + _MINUTE_BITS)) | within
    order = np.argsort(of.kind.astype(np.uint8), kind="stable")
    if (np.diff(key[order]) < 0).any():
        order = np.argsort(key, kind="stable")
    ties = _break_ties(of, key, order)
    edges = np.searchsorted(of.kind[order], np.arange(len(of.names) + 1))
    kinds: dict[str, KindActs] = {}
    for number, name in enumerate(of.names):
        own = order[edges[number] : edges[number + 1]]
        if own.size:
            kinds[name] = KindActs(
                case[own], day.at(own), minute.at(own), cases, of.rows[own], of.fields, of.ids, spoken=of.of_words
            )
    return Acts(kinds, cases, ties)


def _break_ties(of: _Unsorted, key: Numbers, order: Places) -> int:
    """Put acts of one kind, day and minute in the order of their fields; how many there were."""
    same = np.diff(key[order]) == 0
    tied = np.flatnonzero(np.concatenate((same, [False])) | np.concatenate(([False], same)))
    if tied.size:
        rows = order[tied]
        said = list(zip(key[rows].tolist(), of.said(of.rows[rows]), strict=True))
        order[tied] = rows[sorted(range(tied.size), key=said.__getitem__)]
    return int(tied.size)


# -- columns of Arrow -------------------------------------------------------------------------------------------------


def _whole(column: Any) -> Cells:
    """A column of whole numbers or truth values."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    truth = pa.types.is_boolean(column.type)
    if not truth and not pa.types.is_null(column.type) and not pa.types.is_integer(column.type):
        raise ValueError(f"expected whole numbers or truth values, found {column.type}")
    if pa.types.is_null(column.type):
        return Cells(np.zeros(len(column), dtype=np.int64), np.zeros(len(column), dtype=np.bool_))
    known = None if not column.null_count else pc.is_valid(column).to_numpy(zero_copy_only=False)
    filled = pc.fill_null(column, False if truth else 0)
    values = np.asarray(filled)
    return Cells(values.astype(np.bool_ if truth else np.int64, copy=False), known)


def cells_of(column: Any, words: Words | None) -> Cells:
    """A column of whole numbers, truth values or (with a vocabulary) words."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    texts = pa.types.is_string(column.type) or pa.types.is_large_string(column.type)
    if words is not None and (texts or pa.types.is_dictionary(column.type)):
        codes = _coded(column, words.number)
        return Cells(codes, codes >= 0)
    return _whole(column)


def _optional(table: Any, columns: set[str], name: str) -> Cells:
    rows = table.num_rows
    return _whole(table[name]) if name in columns else Cells(np.zeros(rows, np.int64), np.zeros(rows, np.bool_))


def _kinds(column: Any, procedure: Procedure) -> Numbers:
    """The kind of each act by its place among those of the procedure; -1 for what it does not know."""
    numbers = {name: number for number, name in enumerate(procedure.acts)}
    return _coded(column, lambda word: numbers.get(word, -1))


def _coded(column: Any, number: Any) -> Numbers:
    """Texts by their numbers; -1 where there is none."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    if pa.types.is_null(column.type):
        return np.full(len(column), -1, dtype=np.int64)
    flat = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(flat, pa.ChunkedArray):
        flat = pa.concat_arrays(flat.chunks) if flat.num_chunks else pa.array([], column.type)
    coded = flat if pa.types.is_dictionary(flat.type) else pc.dictionary_encode(flat)
    table = np.array([number(word) for word in coded.dictionary.to_pylist()] or [-1], dtype=np.int64)
    places = pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False).astype(np.int64, copy=False)
    found: Numbers = np.where(places < 0, -1, table[np.maximum(places, 0)])
    return found


def _field(column: Any, type_: Type, words: Words) -> Field:
    if type_ is Type.NAMES:
        return _lists(column, words)
    if type_ is Type.LENGTH:
        return _lengths(column)
    if type_ is Type.WORD:
        codes = _coded(column, words.number)
        return Cells(codes, codes >= 0)
    return _whole(column)


def _lists(column: Any, words: Words) -> Lists:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    if pa.types.is_null(column.type):
        size = len(column)
        return Lists(np.zeros(size + 1, np.int64), np.zeros(0, np.int64), np.zeros(size, np.bool_))
    known = pc.is_valid(column).to_numpy()
    sizes = pc.fill_null(pc.list_value_length(column), 0).to_numpy().astype(np.int64)
    return Lists(np.concatenate(([0], np.cumsum(sizes))), _coded(pc.list_flatten(column), words.number), known)


def _lengths(column: Any) -> Lengths:
    texts: list[str] = []

    def number(text: str) -> int:
        texts.append(text)
        return len(texts) - 1

    codes = _coded(column, number)
    read = [parse_length(text) for text in texts]
    places = {unit: place for place, unit in enumerate(UNITS)}
    places[Unit.STATUTORY_DAYS] = places[Unit.CALENDAR_DAYS]  # a bare number is calendar days, as in the case format
    n = np.array([one.n for one in read] or [0], dtype=np.int64)
    unit = np.array([places[one.unit] for one in read] or [0], dtype=np.int64)
    return Lengths(n[np.maximum(codes, 0)], unit[np.maximum(codes, 0)], codes >= 0)


def _without(held: Field, carried: Truths) -> Field:
    """A field where its source carries it."""
    if isinstance(held, Cells):
        return Cells(held.values, held.sure & carried)
    if isinstance(held, Lengths):
        return Lengths(held.n, held.unit, held.known & carried)
    return Lists(held.edges, held.names, held.known & carried)
