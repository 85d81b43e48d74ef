"""Of many rows at once: the day of the first act that has one, whether some act lies on the day of another, and what
the source of a row tells of.

The meaning is that of `yifa.law.facts.reading_columns`, which reads one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from yifa.law.conditions.columns import Match, Occurrence, Pick, SomeOn, Told
from yifa.law.facts import Source
from yifa.law.run.acts_table import KindActs
from yifa.law.run.cells import Cells, Numbers, Places, Truths, nothing


class Picked(Protocol):
    """Which occurrence is meant in each row."""

    @property
    def acts(self) -> KindActs:
        """The acts of its kind."""

    @property
    def place(self) -> Places:
        """Its place among them, below zero where there is none."""

    @property
    def open(self) -> Truths | None:
        """Where a blank day leaves it open which one it is."""


class Rows(Protocol):
    """What is needed of the rows of a grain (`yifa.law.run.milestones`)."""

    size: int
    it: KindActs | None

    def acts_of(self, kind: str) -> KindActs:
        """The acts of a kind."""

    def pairs(self, acts: KindActs) -> tuple[Places, Places]:
        """Every row beside every act of a kind in its case."""

    def paired_matches(self, where: Sequence[Match], blanks: bool, acts: KindActs, rows: Places, at: Places) -> Truths:
        """Which pairs match."""

    def beside(self, acts: KindActs, rows: Places, at: Places, pick: Pick) -> Truths:
        """Which acts lie on the side of `it`, itself not meant."""

    def picked(self, of: Occurrence) -> Picked:
        """The occurrence picked in every row."""


def _places(of: Occurrence, rows: Rows) -> tuple[KindActs, Places, Places, Places]:
    """Rows and acts that have a day and may be meant, side by side; and in each row the place of the one meant."""
    acts = rows.acts_of(of.act)
    of_row, at = rows.pairs(acts)
    match = rows.paired_matches(of.where, of.blanks, acts, of_row, at) & acts.day.sure[at]
    if of.pick in (Pick.BEFORE, Pick.AFTER):
        match &= rows.beside(acts, of_row, at, of.pick)
    of_row, at = of_row[match], at[match]
    found = np.full(rows.size, -1)
    order = slice(None) if of.pick in (Pick.LAST, Pick.BEFORE) else slice(None, None, -1)
    found[of_row[order]] = at[order]  # what is written last stays
    return acts, of_row, at, found


def sure_places(of: Occurrence, rows: Rows) -> tuple[KindActs, Places]:
    """The acts of a kind, and in each row the place of the one meant of those with a day; below zero: none."""
    acts, _, _, found = _places(of, rows)
    return acts, found


def sure_day(of: Occurrence, rows: Rows) -> Cells:
    """The day of the first (or last) act that has one."""
    acts, found = sure_places(of, rows)
    return acts.day.at(found)


def sure_minute(of: Occurrence, rows: Rows) -> Cells:
    """Its minute; none where an act of its day that could be meant has no time."""
    if not rows.acts_of(of.act).minute.sure.any():
        return nothing(rows.size)
    acts, of_row, at, found = _places(of, rows)
    day = acts.day.at(found)
    untimed = np.zeros(rows.size, dtype=np.bool_)
    same_day = acts.day.values[at] == day.values[of_row]
    untimed[of_row[same_day & ~acts.minute.sure[at]]] = True
    return acts.minute.at(found).blank(untimed)


def some_on(column: SomeOn, rows: Rows) -> Cells:
    """Whether some act lies on the day of another."""
    of, other = column.of, rows.picked(column.other)
    acts = rows.acts_of(of.act)
    of_row, at = rows.pairs(acts)
    possible = rows.paired_matches(of.where, True, acts, of_row, at)
    if acts is other.acts:
        possible &= at != other.place[of_row]
    of_row, at = of_row[possible], at[possible]
    sure = rows.paired_matches(of.where, False, acts, of_row, at) & acts.day.sure[at]
    day = other.acts.day.at(other.place)
    open_ = ~day.sure if other.open is None else ~day.sure | other.open
    there = other.place >= 0 if other.open is None else (other.place >= 0) | other.open
    same = acts.day.values[at] == day.values[of_row]
    some, on_it, maybe = (np.zeros(rows.size, dtype=np.bool_) for _ in range(3))
    some[of_row] = True
    on_it[of_row[sure & same]] = True
    maybe[of_row[~acts.day.sure[at] | same]] = True
    asked = some & there
    return Cells(asked & ~open_ & on_it, ~asked | (~open_ & (on_it | ~maybe)))


def told(column: Told, sources: Sequence[Source], source: Numbers) -> Cells:
    """Whether the source of each row carries some acts."""
    carried = np.array([all(map(one.carries_act, column.acts)) for one in sources], dtype=np.bool_)
    return Cells(carried[source])
