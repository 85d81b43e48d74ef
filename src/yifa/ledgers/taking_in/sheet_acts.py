"""The acts a sheet tells, kind by kind, as columns: what makes an act, its day and minute, its fields.

The rules stand in the docstring of `yifa.law.catalogue.ledgers`. Each telling has the position of its row, and whether
the row makes the act or only says something of one that other rows make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from yifa.law.catalogue.ledger_feeds import PLAIN, Choice, Feed, choices, feeds
from yifa.law.catalogue.ledgers import Ledger, LedgerColumn
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type
from yifa.ledgers.taking_in.always import with_always
from yifa.ledgers.taking_in.cell_readers import reader_of
from yifa.ledgers.taking_in.sheet import Held, Joined, Positions, Truths
from yifa.ledgers.taking_in.values_of_acts import BETWEEN, DTYPES, FIELD
from yifa.ledgers.values.days import read_day
from yifa.ledgers.values.readings import ReadColumn, Said, read_column
from yifa.ledgers.values.words import of_list

_NONE: Mapping[Type, Any] = {Type.YES_NO: False, Type.MONEY: 0, Type.NUMBER: 0}
"""What a cell means that says there is none."""
_BAD_SHARE = 0.5
_ENOUGH = 8  # filled cells from which on a column may be judged as a whole


@dataclass(frozen=True)
class Unread:
    """A cell that could not be read: the position of its row, the column of the grid, why, and what was expected."""

    position: int
    column: int
    heading: str
    wrong: str
    told: LedgerColumn
    feed: Feed | None


@dataclass
class Telling:
    """What a sheet tells. `frames`: by kind of act a table of tellings: `position, nth, made, day` and, where any row
    says something of it, `minute, id, recorded_at` and its fields; `untold`: acts a row does not tell of, by kind its
    positions.
    """

    frames: dict[str, pl.DataFrame] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    untold: dict[str, Positions] = field(default_factory=dict)
    unchosen: Positions = field(default_factory=lambda: np.zeros(0, np.intp))
    """Rows that are filled but do not say of which act they tell."""
    later: list[tuple[int, int, LedgerColumn]] = field(default_factory=list)
    """Days after the day asked about: position, column of the grid."""


@dataclass(frozen=True)
class _Fed:
    """A column read for one feed, at the rows of one choice."""

    column: LedgerColumn
    held: Held
    feed: Feed
    read: ReadColumn


def tell(sheet: Joined, procedure: Procedure, *, as_of: int | None = None) -> tuple[Joined, Telling]:
    """What sheets tell. Columns of single sheets of which most cells cannot be read are left out and given back so.

    `as_of`: the number of the day asked about; later days are noted.
    """
    telling = Telling()
    read = list(_read(sheet, procedure, telling))
    if not sheet.is_correction and not sheet.left_out:
        dropped = _dropped(sheet, read)
        if dropped:
            return tell(Joined(sheet.sheets, dropped), procedure, as_of=as_of)
    recorded = _recorded(sheet, telling)
    parts: dict[str, list[pl.DataFrame]] = {}
    for positions, fed in read:
        for one in fed:
            telling.unread += _unread(one, positions)
            if as_of is not None and one.feed.what == "day":
                late = one.read.where(lambda found: found.said is Said.VALUE and found.value[0] > as_of)
                telling.later += [(place, one.held.place, one.column) for place in positions[late].tolist()]
        for act, frame in _frames(fed, positions, sheet.ledger, procedure, telling, chosen=_chosen(fed)):
            parts.setdefault(act, []).append(frame if recorded is None else frame.join(recorded, "position", "left"))
    telling.frames = {
        act: with_always(act, pl.concat(frames, how="diagonal"), sheet.ledger, procedure)
        for act, frames in parts.items()
    }
    return sheet, telling


# -- reading ----------------------------------------------------------------------------------------------------------

_Read = tuple[Positions, list[_Fed]]
_CHOSEN = "chosen"


def _read(sheet: Joined, procedure: Procedure, telling: Telling) -> Iterator[_Read]:
    """Every column read, choice by choice."""
    every = np.arange(sheet.size)
    plain: list[_Fed] = []
    of_chooser: dict[str, list[tuple[LedgerColumn, dict[Choice, tuple[Feed, ...]]]]] = {}
    for column in sheet.ledger_sheet.columns:
        told = feeds(sheet.ledger_sheet, column, procedure)
        chooser = sheet.ledger_sheet.chooser_of(column)
        if chooser is not None:
            of_chooser.setdefault(chooser.id, []).append((column, told))
            continue
        for feed in told.get(PLAIN, ()):
            plain += [_fed(sheet, column, held, feed, every, procedure) for held in sheet.held(column)]
    yield every, plain
    for chooser in sheet.ledger_sheet.choosers:
        yield from _read_chosen(sheet, chooser, of_chooser.get(chooser.id, []), procedure, telling)


def _read_chosen(
    sheet: Joined,
    chooser: LedgerColumn,
    columns: Sequence[tuple[LedgerColumn, dict[Choice, tuple[Feed, ...]]]],
    procedure: Procedure,
    telling: Telling,
) -> Iterator[_Read]:
    held = next(iter(sheet.held(chooser)), None)
    if held is None:
        return
    known: dict[str, object] = dict(choices(chooser, procedure))
    if chooser.acts == "all":
        known |= {name: (name,) for name in procedure.acts}
    read = read_column(sheet.cells[held.place], of_list(known))
    every = np.arange(sheet.size)
    usual = known.get(chooser.usual) if chooser.usual is not None else None
    usual = usual if usual is not None or chooser.usual is None else (chooser.usual,)
    filled = _filled(sheet, [one for one, _ in columns])
    open_ = read.says(Said.BLANK, Said.NONE, Said.UNKNOWN) & filled
    feed = Feed("", "happened")
    telling.unread += _unread(_Fed(chooser, held, feed, read), every)
    if usual is None:
        telling.unchosen = np.concatenate((telling.unchosen, np.flatnonzero(open_)))
    for choice in dict.fromkeys(known.values()):
        chosen = read.where(lambda one, choice=choice: one.said is Said.VALUE and one.value == choice)  # type: ignore[misc]
        if choice == usual:
            chosen |= open_
        positions = np.flatnonzero(chosen)
        if not positions.size or not isinstance(choice, tuple):
            continue
        fed = [
            _fed(sheet, column, one, feed, positions, procedure)
            for column, told in columns
            for feed in told.get(choice, ())
            for one in sheet.held(column)
        ]
        said = ReadColumn(np.zeros(positions.size, np.int32), read.readings[:1])
        yield positions, [_Fed(chooser, held, Feed(choice[0], "happened"), said), *fed]


def _filled(sheet: Joined, columns: Sequence[LedgerColumn]) -> Truths:
    filled = np.zeros(sheet.size, dtype=np.bool_)
    for column in columns:
        for held in sheet.held(column):
            filled |= sheet.cells[held.place].codes != 0
    return filled


def _fed(sheet: Joined, column: LedgerColumn, held: Held, feed: Feed, at: Positions, procedure: Procedure) -> _Fed:
    reader = reader_of(column, held, feed, procedure, from_1904=sheet.from_1904)
    return _Fed(column, held, feed, read_column(sheet.cells[held.place], reader, at))


def _chosen(fed: Sequence[_Fed]) -> str | None:
    """The act a chooser makes in these rows."""
    return fed[0].feed.act if fed and fed[0].column.is_chooser else None


def _unread(fed: _Fed, positions: Positions) -> list[Unread]:
    bad = np.flatnonzero(fed.read.says(Said.BAD))
    codes, readings = fed.read.codes, fed.read.readings
    return [
        Unread(
            int(positions[place]), fed.held.place, fed.held.heading, readings[codes[place]].wrong, fed.column, fed.feed
        )
        for place in bad.tolist()
    ]


def _dropped(sheet: Joined, read: Sequence[_Read]) -> set[tuple[int, int]]:
    """Columns of which more than half of what a sheet fills cannot be read: they are not what they seemed to be."""
    many = len(sheet.sheets)
    counts: dict[int, tuple[NDArray[np.int64], NDArray[np.int64]]] = {}
    for positions, fed in read:
        for one in fed:
            if one.column.is_chooser:
                continue
            bad = one.read.says(Said.BAD)
            if bad.any() or one.held.place in counts:
                none = np.zeros(many, np.int64)
                before = counts.get(one.held.place, (none, none))
                part = sheet.part[positions]
                wrong = np.bincount(part[bad], minlength=many)
                filled = np.bincount(part[one.read.filled], minlength=many)
                counts[one.held.place] = before[0] + wrong, before[1] + filled
    return {
        (part, place)
        for place, (bad, filled) in counts.items()
        for part in np.flatnonzero((filled >= _ENOUGH) & (bad > _BAD_SHARE * filled)).tolist()
    }


def _recorded(sheet: Joined, telling: Telling) -> pl.DataFrame | None:
    """When each row was entered, where the sheet says."""
    column = next((one for one in sheet.ledger_sheet.columns if one.key == "entered"), None)
    held = None if column is None else next(iter(sheet.held(column)), None)
    if column is None or held is None:
        return None
    fed = _Fed(
        column,
        held,
        Feed("", "day"),
        read_column(sheet.cells[held.place], lambda cell: read_day(cell, from_1904=sheet.from_1904)),
    )
    telling.unread += _unread(fed, np.arange(sheet.size))
    minutes = _series(fed.read, lambda found: found[0] * 1440 + (found[1] or 0), pl.Int64)
    moments = (minutes * 60_000_000).cast(pl.Datetime("us"))
    return pl.DataFrame({"position": np.arange(sheet.size, dtype=np.int32), "recorded_at": moments})


# -- making acts ------------------------------------------------------------------------------------------------------


def _series(read: ReadColumn, of: Any, dtype: Any, *, none: Any = None, blank: Any = None) -> pl.Series:
    held = read.values(of, none=none)
    if blank is not None:
        held = [blank if one.said is Said.BLANK else found for one, found in zip(read.readings, held, strict=True)]
    return pl.Series(held, dtype=dtype).gather(read.codes)


def _frames(
    fed: Sequence[_Fed],
    positions: Positions,
    ledger: Ledger,
    procedure: Procedure,
    telling: Telling,
    *,
    chosen: str | None,
) -> Iterator[tuple[str, pl.DataFrame]]:
    of_act: dict[tuple[str, int], list[_Fed]] = {}
    for one in fed:
        of_act.setdefault((one.feed.act, one.feed.nth), []).append(one)
    for (act, nth), ones in of_act.items():
        own = [one for one in ones if not one.column.is_chooser]
        made = np.ones(positions.size, np.bool_) if act == chosen else _made(own, positions.size)
        columns, told = _columns(own, ledger, procedure, positions.size)
        _note_untold(own, act, positions, made, telling)
        keep = np.flatnonzero(made | told)
        if keep.size:
            frame = pl.DataFrame(
                {
                    "position": positions.astype(np.int32),
                    "nth": np.full(positions.size, nth, np.int8),
                    "made": made,
                    **{name: held for name, held in columns.items() if _is_told(name, held)},
                }
            )
            yield act, frame if keep.size == positions.size else frame[keep]


def _is_told(name: str, held: pl.Series) -> bool:
    """Whether a column of acts says anything in any row; days stay in any case."""
    return name == "day" or held.null_count() < len(held)


def _made(fed: Sequence[_Fed], size: int) -> Truths:
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


def _note_untold(fed: Sequence[_Fed], act: str, positions: Positions, made: Truths, telling: Telling) -> None:
    """Rows whose blank cell means that they do not tell of the act at all."""
    untold = np.zeros(positions.size, dtype=np.bool_)
    for one in fed:
        if one.feed.what == "field" or not one.feed.makes:
            continue
        if one.column.blank == "unknown":
            untold |= one.read.says(Said.BLANK)
        if one.feed.what == "happened":
            untold |= one.read.says(Said.UNKNOWN)
    untold &= ~made
    if untold.any():
        before = telling.untold.get(act, np.zeros(0, np.intp))
        telling.untold[act] = np.unique(np.concatenate((before, positions[untold])))


def _columns(
    fed: Sequence[_Fed], ledger: Ledger, procedure: Procedure, size: int
) -> tuple[dict[str, pl.Series], Truths]:
    """Day, minute, id and fields of an act in every row, and where any field is told."""
    told = np.zeros(size, dtype=np.bool_)
    days = [one for one in fed if one.feed.what == "day"]
    own = sorted(days, key=lambda one: one.feed.act != one.column.act)
    day = _first([_series(one.read, lambda held: held[0], pl.Int64) for one in own], size, pl.Int64)
    minutes = [_series(one.read, lambda held: held, pl.Int64) for one in fed if one.feed.what == "minute"]
    minutes += [_series(one.read, lambda held: held[1], pl.Int64) for one in own]
    numbers = [_series(one.read, lambda held: held, pl.String) for one in fed if one.feed.what == "number"]
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


def _field(one: _Fed, type_: Type) -> pl.Series:
    blank = {"no": False, "zero": 0}.get(one.column.blank or "")
    of = BETWEEN.join if type_ is Type.NAMES else lambda held: held
    return _series(one.read, of, DTYPES[type_], none=_NONE.get(type_), blank=blank)


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


def _elements(fed: Sequence[_Fed], ledger: Ledger, procedure: Procedure, size: int) -> dict[str, pl.Series]:
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
