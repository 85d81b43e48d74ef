"""Of many rows at once: a field of the occurrence meant, where a blank day or field leaves it open which one that is.

The meaning is that of `yifa.law.facts.reading_columns.meant_acts`, which reads one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from yifa.law.conditions.columns import Match, Occurrence, Pick
from yifa.law.run.acts_table import KindActs
from yifa.law.run.cells import Cells, Places, Truths


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


def all_told(of: Occurrence, rows: Rows, acts: KindActs) -> bool:
    """Whether every act surely matches or surely does not."""
    for one in of.where:
        for side in (acts, rows.it) if one.as_it else (acts,):
            held = None if side is None else side.field(one.field)
            if not isinstance(held, Cells) or not held.sure.all():
                return False
    return True


def agreed(of: Occurrence, rows: Rows, held: Cells) -> Cells:
    """What all occurrences hold that may be the one meant."""
    of_row, at = _meant(of, rows)
    blank = np.iinfo(np.int64).min
    values = np.where(held.sure, held.values.astype(np.int64), blank)[at]
    least, most = np.full(rows.size, np.iinfo(np.int64).max), np.full(rows.size, blank)
    np.minimum.at(least, of_row, values)
    np.maximum.at(most, of_row, values)
    place = np.full(rows.size, -1)
    place[of_row] = at
    return held.at(np.where(least == most, place, -1))


def _meant(of: Occurrence, rows: Rows) -> tuple[Places, Places]:
    """Rows and acts that may be meant, side by side; none in a row where perhaps there is none."""
    acts = rows.acts_of(of.act)
    of_row, at = rows.pairs(acts)
    possible = rows.paired_matches(of.where, True, acts, of_row, at)
    dated = acts.day.sure[at]
    if of.pick in (Pick.BEFORE, Pick.AFTER):
        possible &= _perhaps_beside(acts, rows, of_row, at, of.pick)
    matching = possible & rows.paired_matches(of.where, False, acts, of_row, at)
    sure = matching & dated
    last = of.pick in (Pick.LAST, Pick.BEFORE)
    chosen = np.flatnonzero(sure)[:: 1 if last else -1]  # what is written last stays
    best = np.full(rows.size, -1)
    best[of_row[chosen]] = at[chosen]
    there = np.zeros(rows.size, dtype=np.bool_)
    if of.pick in (Pick.FIRST, Pick.LAST):
        there[of_row[matching]] = True
    own = best[of_row]
    instead = possible & ~sure & (~dated | _nearer(acts, at, own, last=last))
    meant = np.where(own >= 0, (at == own) | instead, possible & there[of_row])
    return of_row[meant], at[meant]


def _perhaps_beside(acts: KindActs, rows: Rows, of_row: Places, at: Places, pick: Pick) -> Truths:
    """Which acts lie on the side of `it`, or have no day; none where `it` has none."""
    if rows.it is None:
        return np.zeros(at.size, dtype=np.bool_)
    undated = ~acts.day.sure[at] & rows.it.day.sure[of_row]
    if acts is rows.it:
        undated &= at != of_row
    found: Truths = undated | rows.beside(acts, of_row, at, pick)
    return found


def _nearer(acts: KindActs, at: Places, best: Places, *, last: bool) -> Truths:
    """Which acts come surely before the best of their rows (as the last: after it)."""
    before, after = (best, at) if last else (at, best)
    day, minute = acts.day.values, acts.minute
    timed = minute.sure[before] & minute.sure[after] & (minute.values[before] < minute.values[after])
    found: Truths = (day[before] < day[after]) | ((day[before] == day[after]) & timed)
    return found
