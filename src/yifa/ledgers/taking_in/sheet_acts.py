"""What the cells of a sheet say, column by column, and which acts are told there.

The rules stand in the docstring of `yifa.law.catalogue.ledgers`. Each telling has the position of its row, and whether
the row makes the act or only says something of one that other rows make; `making_acts` makes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from yifa.law.catalogue.ledger_feeds import PLAIN, Choice, Feed, choices, feeds
from yifa.law.catalogue.ledgers import Ledger, LedgerColumn
from yifa.law.catalogue.procedures import Procedure
from yifa.ledgers.taking_in.always import with_always
from yifa.ledgers.taking_in.cell_readers import reader_of
from yifa.ledgers.taking_in.making_acts import Fed, Part, by_row, parts_of
from yifa.ledgers.taking_in.sheet import Held, Joined, Positions, Truths
from yifa.ledgers.values.days import read_day
from yifa.ledgers.values.readings import ReadColumn, Said, read_column
from yifa.ledgers.values.words import of_list

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
    """What a sheet tells. `parts`: by kind of act the rows that may tell of it; `untold`: acts a row does not tell of,
    by kind its positions. `recorded`: when each row was entered, where the sheet says.
    """

    ledger: Ledger
    procedure: Procedure
    parts: dict[str, list[Part]] = field(default_factory=dict)
    recorded: pl.DataFrame | None = None
    unread: list[Unread] = field(default_factory=list)
    untold: dict[str, Positions] = field(default_factory=dict)
    unchosen: Positions = field(default_factory=lambda: np.zeros(0, np.intp))
    """Rows that are filled but do not say of which act they tell."""
    later: list[tuple[int, int, LedgerColumn]] = field(default_factory=list)
    """Days after the day asked about: position, column of the grid."""

    def frame(self, act: str, rows: Truths | None = None) -> pl.DataFrame | None:
        """The tellings of a kind of act as `Part.frame` has them, and `recorded_at`; None where no row tells of it.

        `rows`: of these rows only.
        """
        frames = []
        for part in self.parts.get(act, ()):
            frame = (part if rows is None else part.at(rows)).frame(self.ledger, self.procedure)
            if frame is not None:
                recorded = self.recorded
                frames.append(frame if recorded is None else frame.join(recorded, "position", "left"))
        whole = pl.concat(frames, how="diagonal") if frames else None
        return whole if whole is None else with_always(act, whole, self.ledger, self.procedure)

    def made(self, act: str) -> Positions:
        """The rows that make an act of this kind."""
        found = [part.positions[part.made] for part in self.parts.get(act, ())]
        return np.concatenate(found) if found else np.zeros(0, np.intp)


def tell(sheet: Joined, procedure: Procedure, *, as_of: int | None = None) -> tuple[Joined, Telling]:
    """What sheets tell. Columns of single sheets of which most cells cannot be read are left out and given back so.

    `as_of`: the number of the day asked about; later days are noted.
    """
    telling = Telling(sheet.ledger, procedure)
    read = list(_read(sheet, procedure, telling))
    if not sheet.is_correction and not sheet.left_out:
        dropped = _dropped(sheet, read)
        if dropped:
            read.clear()
            return tell(Joined(sheet.sheets, dropped), procedure, as_of=as_of)
    telling.recorded = _recorded(sheet, telling)
    for positions, fed in read:
        for one in fed:
            telling.unread += _unread(one, positions)
            if as_of is not None and one.feed.what == "day":
                late = one.read.where(lambda found: found.said is Said.VALUE and found.value[0] > as_of)
                telling.later += [(place, one.held.place, one.column) for place in positions[late].tolist()]
        for part in parts_of(fed, positions):
            telling.parts.setdefault(part.act, []).append(part)
            untold = part.positions[part.untold]
            if untold.size:
                before = telling.untold.get(part.act, np.zeros(0, np.intp))
                telling.untold[part.act] = np.unique(np.concatenate((before, untold)))
    return sheet, telling


# -- reading ----------------------------------------------------------------------------------------------------------

_Read = tuple[Positions, list[Fed]]
_CHOSEN = "chosen"


def _read(sheet: Joined, procedure: Procedure, telling: Telling) -> Iterator[_Read]:
    """Every column read, choice by choice."""
    every = np.arange(sheet.size)
    plain: list[Fed] = []
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
    telling.unread += _unread(Fed(chooser, held, feed, read), every)
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
        yield positions, [Fed(chooser, held, Feed(choice[0], "happened"), said), *fed]


def _filled(sheet: Joined, columns: Sequence[LedgerColumn]) -> Truths:
    filled = np.zeros(sheet.size, dtype=np.bool_)
    for column in columns:
        for held in sheet.held(column):
            filled |= sheet.cells[held.place].codes != 0
    return filled


def _fed(sheet: Joined, column: LedgerColumn, held: Held, feed: Feed, at: Positions, procedure: Procedure) -> Fed:
    reader = reader_of(column, held, feed, procedure, from_1904=sheet.from_1904)
    return Fed(column, held, feed, read_column(sheet.cells[held.place], reader, at))


def _unread(fed: Fed, positions: Positions) -> list[Unread]:
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
    fed = Fed(
        column,
        held,
        Feed("", "day"),
        read_column(sheet.cells[held.place], lambda cell: read_day(cell, from_1904=sheet.from_1904)),
    )
    telling.unread += _unread(fed, np.arange(sheet.size))
    minutes = by_row(fed.read, lambda found: found[0] * 1440 + (found[1] or 0), pl.Int64)
    moments = (minutes * 60_000_000).cast(pl.Datetime("us"))
    return pl.DataFrame({"position": np.arange(sheet.size, dtype=np.int32), "recorded_at": moments})
