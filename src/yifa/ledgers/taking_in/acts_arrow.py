"""Acts as Arrow tables, kind by kind, so that what a kind of act has no field for costs no memory.

A city's acts have eighty fields, of which each kind has a few. Every kind is a chunk of each column that it has; where
kinds that follow one another have not got the field, they share a chunk that holds nothing. Words that repeat are kept
once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type
from yifa.ledgers.taking_in.same_acts import KEYS
from yifa.ledgers.taking_in.values_of_acts import BETWEEN, FIELD

NO_DAY = -(1 << 40)
"""Before all days."""
_WORD = pa.dictionary(pa.int32(), pa.large_string())
_NAMES = pa.large_list(pa.large_string())
_TYPES: Mapping[str, pa.DataType] = {
    "case": _WORD,
    "act": _WORD,
    "day": pa.int64(),
    "minute": pa.int64(),
    "recorded_at": pa.timestamp("us"),
    "id": pa.large_string(),
}
_OF_FIELDS: Mapping[Type, pa.DataType] = {
    Type.YES_NO: pa.bool_(),
    Type.NUMBER: pa.int64(),
    Type.MONEY: pa.int64(),
    Type.DAY: pa.int64(),
    Type.WORD: _WORD,
    Type.LENGTH: _WORD,
    Type.NAMES: _NAMES,
}


class ActsKept:
    """The acts of each group of cases, kind by kind in the order of case and day, as columns.

    `of_group`: by place of a case its group, below zero for none; `many`: how many groups; `keys`: those of the cases.
    """

    def __init__(self, of_group: NDArray[np.int32], many: int, keys: Sequence[str], procedure: Procedure) -> None:
        self._of_group = of_group
        self._many = many
        self._names = pa.array(list(keys), pa.large_string())
        self._procedure = procedure
        self._chunks: list[list[dict[str, pa.Array]]] = [[] for _ in range(many)]
        self._there: dict[str, None] = dict.fromkeys(("case", "act", "day", "minute", "id"))

    def add(self, act: str, frame: pl.DataFrame) -> None:
        """The acts of one kind, with the place of their case; the kinds come in the order of their names."""
        number = self._of_group[frame["case"].to_numpy()]
        own = frame.drop([name for name in KEYS if name != "case"], strict=False).with_columns(
            pl.Series("group", number)
        )
        own = in_order(own.filter(pl.col("group") >= 0) if (number < 0).any() else own)
        if not own.height:
            return
        counts = np.bincount(own["group"].to_numpy(), minlength=self._many)
        columns = _columns(act, own.drop("group"), self._names, self._procedure)
        self._there |= dict.fromkeys(columns)
        for group, first, count in zip(range(self._many), np.cumsum(counts) - counts, counts, strict=True):
            if count:
                self._chunks[group].append({name: held.slice(int(first), int(count)) for name, held in columns.items()})

    def tables(self) -> list[pa.Table]:
        """The acts of each group."""
        longest = max((sum(len(chunk["case"]) for chunk in group) for group in self._chunks), default=0)
        nothing = _Nothing(longest)
        return [_table(group, list(self._there), nothing, self._procedure) for group in self._chunks]


def _columns(act: str, frame: pl.DataFrame, keys: pa.Array, procedure: Procedure) -> dict[str, pa.Array]:
    """The columns of one kind as Arrow has them."""
    size = frame.height
    columns = {
        "case": pa.DictionaryArray.from_arrays(pa.array(frame["case"].to_numpy(), pa.int32()), keys),
        "act": pa.DictionaryArray.from_arrays(pa.array(np.zeros(size, np.int32)), pa.array([act], pa.large_string())),
    }
    for name in frame.columns:
        if name == "case" or (name != "day" and frame[name].null_count() == size):
            continue
        column = frame[name]
        type_ = _type(name, procedure)
        if type_ == _NAMES:
            column = column.str.split(BETWEEN)
        columns[name] = _as(column, type_)
    return columns


def _as(column: pl.Series, type_: pa.DataType) -> pa.Array:
    found = column.rechunk().to_arrow()
    if type_ == _WORD:
        coded = found.cast(pa.large_string()).dictionary_encode()
        return pa.DictionaryArray.from_arrays(coded.indices.cast(pa.int32()), coded.dictionary)
    return found.cast(type_)


def days_of_cases(acts: pa.Table, as_of: int, size: int) -> NDArray[np.int64]:
    """By place of a case the last day, not after the one asked about, that an act of it has; `NO_DAY` for none."""
    last = np.full(size, NO_DAY, dtype=np.int64)
    for cases, days in zip(acts["case"].chunks, acts["day"].chunks, strict=True):
        held = days.fill_null(NO_DAY).to_numpy(zero_copy_only=False)
        known = (held != NO_DAY) & (held <= as_of)
        np.maximum.at(last, cases.indices.to_numpy()[known], held[known])
    return last


def plain_array(column: pl.Series) -> pa.Array:
    """A column of facts of cases: texts as plain texts."""
    found = column.rechunk().to_arrow()
    return found.cast(pa.large_string()) if column.dtype == pl.String else found


def _type(name: str, procedure: Procedure) -> pa.DataType:
    if name.startswith(FIELD):
        return _OF_FIELDS[procedure.fields[name.removeprefix(FIELD)].type]
    return _TYPES[name]


def _table(
    chunks: Sequence[Mapping[str, pa.Array]], names: Sequence[str], nothing: _Nothing, procedure: Procedure
) -> pa.Table:
    columns = {}
    for name in names:
        type_, held, without = _type(name, procedure), [], 0
        for chunk in chunks:
            if name not in chunk:
                without += len(chunk["case"])
                continue
            if without:
                held.append(nothing.of(type_, without))
            held.append(chunk[name])
            without = 0
        if without:
            held.append(nothing.of(type_, without))
        columns[name] = pa.chunked_array(held, type_)
    return pa.table(columns)


class _Nothing:
    """Arrays of which nothing is known, all on the same few bytes."""

    def __init__(self, longest: int) -> None:
        self.zeros = pa.py_buffer(bytes(8 * (longest + 1)))
        self.texts = pa.array([], pa.large_string())

    def of(self, type_: pa.DataType, size: int) -> pa.Array:
        """An array of this type and size."""
        if type_ == _WORD:
            codes = pa.Array.from_buffers(pa.int32(), size, [self.zeros, self.zeros], null_count=size)
            return pa.DictionaryArray.from_arrays(codes, self.texts)
        if type_ == _NAMES:
            return pa.Array.from_buffers(type_, size, [self.zeros, self.zeros], null_count=size, children=[self.texts])
        if type_ == pa.large_string():
            return pa.Array.from_buffers(type_, size, [self.zeros, self.zeros, self.zeros], null_count=size)
        return pa.Array.from_buffers(type_, size, [self.zeros, self.zeros], null_count=size)


def in_order(acts: pl.DataFrame) -> pl.DataFrame:
    """Acts of one kind by group, case and day; what a day, a time and an id leave open, the fields decide."""
    order = [name for name in ("group", "case", "day", "minute", "id") if name in acts.columns]
    acts = acts.sort(order, nulls_last=True)
    case, day = acts["case"].to_numpy(), acts["day"].fill_null(NO_DAY).to_numpy()
    if ((case[1:] == case[:-1]) & (day[1:] == day[:-1])).any():
        return acts.sort([*order, *sorted(set(acts.columns) - set(order))], nulls_last=True)
    return acts
