"""Makes the acts of one kind out of what the cells of a sheet were read as: what makes an act, its day and minute, its
fields.

A sheet tells of dozens of kinds of acts. So the tellings of one kind are made when they are asked for, of all rows or
of some, and are not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import polars as pl

from yifa.law.catalogue.ledger_feeds import Feed
from yifa.law.catalogue.ledgers import Ledger, LedgerColumn
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type
from yifa.ledgers.taking_in.sheet import Held, Positions, Truths
from yifa.ledgers.taking_in.values_of_acts import BETWEEN, DTYPES, FIELD
from yifa.ledgers.values.readings import ReadColumn, Said

_NONE: Mapping[Type, Any] = {Type.YES_NO: False, Type.MONEY: 0, Type.NUMBER: 0}
"""What a cell means that says there is none."""


@dataclass(frozen=True)
class Fed:
    """A column read for one feed, at the rows of one choice."""

    column: LedgerColumn
    held: Held
    feed: Feed
    read: ReadColumn


@dataclass(frozen=True)
class Part:
    """What some rows (`positions`) tell of one kind of act: the `nth` of it in each. `chosen`: each row makes one."""

    act: str
    nth: int
    positions: Positions
    fed: tuple[Fed, ...]
    chosen: bool

    def at(self, rows: Truths) -> Part:
        """The same of some rows only."""
        keep = np.flatnonzero(rows[self.positions])
        fed = (replace(one, read=ReadColumn(one.read.codes[keep], one.read.readings)) for one in self.fed)
        return replace(self, positions=self.positions[keep], fed=tuple(fed))

    @property
    def made(self) -> Truths:
        """In which of the rows the act is made, rather than only spoken of."""
        size = self.positions.size
        return np.ones(size, np.bool_) if self.chosen else _made(self.fed, size)

    @property
    def untold(self) -> Truths:
        """In which of the rows a blank cell means that they do not tell of the act at all."""
        return _untold(self.fed, self.positions, self.made)

    def frame(self, ledger: Ledger, procedure: Procedure) -> pl.DataFrame | None:
        """The tellings as a table: `position, nth, made, day` and, where any row says something of it, `minute, id` and
        the fields; None where no row tells of the act.
        """
        size, made = self.positions.size, self.made
        columns, told = _columns(self.fed, ledger, procedure, size)
        keep = np.flatnonzero(made | told)
        if not keep.size:
            return None
        frame = pl.DataFrame(
            {
                "position": self.positions.astype(np.int32),
                "nth": np.full(size, self.nth, np.int8),
                "made": made,
                **{name: held for name, held in columns.items() if _is_told(name, held)},
            }
        )
        return frame if keep.size == size else frame[keep]


def parts_of(fed: Sequence[Fed], positions: Positions) -> Iterator[Part]:
    """The columns that were read at some rows, act by act; a chooser that comes first makes its act in each row."""
    chosen = fed[0].feed.act if fed and fed[0].column.is_chooser else None
    of_act: dict[tuple[str, int], list[Fed]] = {}
    for one in fed:
        of_act.setdefault((one.feed.act, one.feed.nth), []).append(one)
    for (act, nth), ones in of_act.items():
        own = tuple(one for one in ones if not one.column.is_chooser)
        yield Part(act, nth, positions, own, act == chosen)


def by_row(read: ReadColumn, of: Any, dtype: Any, *, none: Any = None, blank: Any = None) -> pl.Series:
    """What a column says, row by row: `of` each value; `none` where a cell says there is none, `blank` where it is."""
    held = read.values(of, none=none)
    if blank is not None:
        held = [blank if one.said is Said.BLANK else found for one, found in zip(read.readings, held, strict=True)]
    return pl.Series(held, dtype=dtype).gather(read.codes)


def _is_told(name: str, held: pl.Series) -> bool:
    """Whether a column of acts says anything in any row; days stay in any case."""
    return name == "day" or held.null_count() < len(held)


def _made(fed: Sequence[Fed], size: int) -> Truths:
    """Where a cell makes the act."""
    made = np.zeros(size, dtype=np.bool_)
    for one in fed:
        if not one.feed.makes:
            continue
        if one.feed.what == "happened":
            made |= one.read.where(lambda reading: reading.said is Said.VALUE and reading.value is True)
        elif one.feed.what == "field":
            made |= one.read.where(
                lambda reading: (
                    reading.said is Said.UNKNOWN
                    or (reading.said is Said.VALUE and reading.value is not False and reading.value != 0)
                )
            )
        else:
            made |= one.read.says(Said.VALUE, Said.UNKNOWN)
    return made


def _untold(fed: Sequence[Fed], positions: Positions, made: Truths) -> Truths:
    untold = np.zeros(positions.size, dtype=np.bool_)
    for one in fed:
        if one.feed.what == "field" or not one.feed.makes:
            continue
        if one.column.blank == "unknown":
            untold |= one.read.says(Said.BLANK)
        if one.feed.what == "happened":
            untold |= one.read.says(Said.UNKNOWN)
    return untold & ~made


def _columns(
    fed: Sequence[Fed], ledger: Ledger, procedure: Procedure, size: int
) -> tuple[dict[str, pl.Series], Truths]:
    """Day, minute, id and fields of an act in every row, and where any field is told."""
    told = np.zeros(size, dtype=np.bool_)
    days = [one for one in fed if one.feed.what == "day"]
    own = sorted(days, key=lambda one: one.feed.act != one.column.act)
    day = _first([by_row(one.read, lambda held: held[0], pl.Int64) for one in own], size, pl.Int64)
    minutes = [by_row(one.read, lambda held: held, pl.Int64) for one in fed if one.feed.what == "minute"]
    minutes += [by_row(one.read, lambda held: held[1], pl.Int64) for one in own]
    numbers = [by_row(one.read, lambda held: held, pl.String) for one in fed if one.feed.what == "number"]
    columns = {"day": day, "minute": _first(minutes, size, pl.Int64), "id": _first(numbers, size, pl.String)}
    fields: dict[str, list[pl.Series]] = {}
    types: dict[str, Type] = {}
    for one in fed:
        if one.feed.what == "field" and one.feed.field is not None and one.feed.type is not None:
            types[one.feed.field] = one.feed.type
            fields.setdefault(one.feed.field, []).append(_field(one, one.feed.type))
    for name, found in fields.items():
        columns[FIELD + name] = _joined(found) if types[name] is Type.NAMES else _first(found, size, found[0].dtype)
    for name, found_ in _elements(fed, ledger, procedure, size).items():
        own_ = columns.get(FIELD + name)
        columns[FIELD + name] = found_ if own_ is None else _first([own_, found_], size, pl.Boolean)
    for name, series in columns.items():
        if name.startswith(FIELD) or name == "id":
            told |= series.is_not_null().to_numpy()
    return columns, told


def _field(one: Fed, type_: Type) -> pl.Series:
    blank = {"no": False, "zero": 0}.get(one.column.blank or "")
    of = BETWEEN.join if type_ is Type.NAMES else lambda held: held
    return by_row(one.read, of, DTYPES[type_], none=_NONE.get(type_), blank=blank)


def _first(found: Sequence[pl.Series], size: int, dtype: Any) -> pl.Series:
    """The first that is known, row by row."""
    if not found:
        return pl.Series([None], dtype=dtype).new_from_index(0, size)
    if len(found) == 1:
        return found[0]
    frame = pl.DataFrame([one.alias(str(place)) for place, one in enumerate(found)])
    return frame.select(pl.coalesce(pl.all())).to_series()


def _joined(found: Sequence[pl.Series]) -> pl.Series:
    """Names of several columns put together."""
    if len(found) == 1:
        return found[0]
    frame = pl.DataFrame([one.alias(str(place)) for place, one in enumerate(found)])
    joined = frame.select(pl.concat_str(pl.all(), separator=BETWEEN, ignore_nulls=True).alias("all")).to_series()
    return frame.select(pl.when(pl.any_horizontal(pl.all().is_not_null())).then(joined)).to_series()


def _elements(fed: Sequence[Fed], ledger: Ledger, procedure: Procedure, size: int) -> dict[str, pl.Series]:
    """What «要素齐全» and what is named as lacking come to, field by field."""
    whole = [one for one in fed if one.feed.what == "whole"]
    lacking = [one for one in fed if one.feed.what == "lacking"]
    if not whole and not lacking:
        return {}
    act = (whole or lacking)[0].feed.act
    yes, no, named = (np.zeros(size, np.bool_) for _ in range(3))
    for one in whole:
        yes |= one.read.where(lambda reading: reading.said is Said.VALUE and reading.value is True)
        no |= one.read.where(lambda reading: reading.said is Said.VALUE and reading.value is False)
    for one in lacking:
        named |= one.read.says(Said.VALUE)
    of_list_ = ledger.in_order.get(act, ())
    beside = {name for one in lacking for reading in one.read.readings if reading.value for name in reading.value}
    found: dict[str, pl.Series] = {}
    for name in dict.fromkeys((*of_list_, *sorted(beside))):
        lacks = np.zeros(size, np.bool_)
        for one in lacking:
            lacks |= one.read.where(lambda reading, name=name: bool(reading.value) and name in reading.value)  # type: ignore[misc]
        sure = yes | (no & named) if name in of_list_ else np.zeros(size, np.bool_)
        values = pl.Series(~lacks)
        found[name] = (
            pl.DataFrame({"held": values, "known": sure | lacks}).select(pl.when("known").then("held")).to_series()
        )
    return found
