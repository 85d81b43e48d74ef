"""Names in many rows at once: how many, how many on both sides, how many without a certificate on the day.

The meaning is that of `yifa.law.facts.reading_columns` and `yifa.law.facts.certificates`, which read one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from yifa.law.conditions.columns import Names, Occurrence
from yifa.law.facts import Register
from yifa.law.facts.case import CERTIFICATE
from yifa.law.run.acts_table import Acts, KindActs, Lists
from yifa.law.run.cells import Cells, Numbers, Places, Truths, Words

_BITS = 32


class Facts(Protocol):
    """Acts, words and the register of officers."""

    acts: Acts
    words: Words
    register: Register


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

    def clear(self) -> Places:
        """The places where it is clear which one is meant."""


class Rows(Protocol):
    """What is needed of the rows of a grain (`yifa.law.run.milestones`)."""

    size: int
    case: Numbers
    it: KindActs | None

    @property
    def facts(self) -> Facts:
        """What the rows are filled from."""

    def pairs(self, acts: KindActs) -> tuple[Places, Places]:
        """Every row beside every act of a kind in its case."""

    def picked(self, of: Occurrence) -> Picked:
        """The occurrence picked in every row."""


@dataclass(frozen=True)
class Named:
    """The names of each row, each once: row and name side by side, in one number.

    `blank`: some list is blank; `nobody`: nothing happened of which there could be names.
    """

    keys: Numbers
    known: Truths
    blank: Truths
    nobody: Truths

    @property
    def rows(self) -> Places:
        """The row of each name."""
        return self.keys >> _BITS


def names_of(names: Names, rows: Rows) -> Named:
    """The names in a field of one occurrence, or of all occurrences of an act together."""
    if names.pick is None:
        acts = rows.facts.acts.of(names.act)
        held = _lists(acts, names.field)
        of_row, at = rows.pairs(acts)
        blank = np.zeros(rows.size, dtype=np.bool_)
        blank[of_row[~held.known[at]]] = True
        nobody = np.ones(rows.size, dtype=np.bool_)
        nobody[of_row] = False
        return Named(_keys(held.at(at), of_row), np.ones(rows.size, dtype=np.bool_), blank, nobody)
    picked = rows.picked(Occurrence(names.act, names.pick))
    held = _lists(picked.acts, names.field).at(picked.clear())
    nobody = picked.place < 0 if picked.open is None else (picked.place < 0) & ~picked.open
    return Named(_keys(held, np.arange(rows.size)), held.known, ~held.known, nobody)


def _keys(held: Lists, rows: Places) -> Numbers:
    sizes = np.diff(held.edges)
    shown = np.repeat(held.known, sizes)
    keys: Numbers = np.unique((np.repeat(rows, sizes)[shown] << _BITS) | held.names[shown])
    return keys


def _lists(acts: KindActs, name: str) -> Lists:
    """A field as lists; a word is a list of one."""
    held = acts.field(name)
    if isinstance(held, Lists):
        return held
    if isinstance(held, Cells):
        return Lists(np.arange(acts.size + 1), held.values.astype(np.int64), held.sure)
    none = np.zeros(acts.size, dtype=np.bool_)
    return Lists(np.zeros(acts.size + 1, dtype=np.int64), np.zeros(0, dtype=np.int64), none)


def size(names: Names, rows: Rows) -> Cells:
    """How many different names."""
    found = names_of(names, rows)
    return Cells(np.bincount(found.rows, minlength=rows.size).astype(np.int64), found.known & ~found.blank)


def overlap(one: Names, other: Names, rows: Rows) -> Cells:
    """How many names stand in both."""
    these, those = names_of(one, rows), names_of(other, rows)
    both = these.keys[np.isin(these.keys, those.keys, assume_unique=True)]
    shared = np.bincount(both >> _BITS, minlength=rows.size).astype(np.int64)
    sure = these.known & those.known & ((shared > 0) | ~(these.blank | those.blank))
    return Cells(shared, sure | these.nobody | those.nobody)


def unqualified(names: Names, lapses: Sequence[str], rows: Rows) -> Cells:
    """How many held no certificate on the day of `it`; `lapses`: acts that end one."""
    found = names_of(names, rows)
    day = rows.it.day if rows.it is not None else Cells(np.zeros(rows.size, np.int64), np.zeros(rows.size, np.bool_))
    of_row, name = found.rows, found.keys & ((1 << _BITS) - 1)
    held = _held(rows, lapses, of_row, name, day.at(of_row))
    lacking = np.bincount(of_row[held.no], minlength=rows.size).astype(np.int64)
    open_ = np.zeros(rows.size, dtype=np.bool_)
    open_[of_row[~held.sure]] = True
    there = rows.it is not None
    return Cells(lacking, found.known & ((lacking > 0) | ~open_) & there)


def _held(rows: Rows, lapses: Sequence[str], of_row: Places, name: Numbers, day: Cells) -> Cells:
    """Whether each person held one on a day: from the register, else from acts of the case."""
    facts = rows.facts
    by_acts = _by_acts(rows, lapses, of_row, name, day)
    held, known = by_acts.values.copy(), by_acts.sure.copy()
    for officer, spans in facts.register.spans.items():
        number = facts.words.numbers.get(officer)
        own = np.flatnonzero(name == number) if number is not None else np.zeros(0, dtype=np.intp)
        if own.size:
            within = np.zeros(own.size, dtype=np.bool_)
            for first, last in spans:
                within |= (first <= day.values[own]) & (day.values[own] <= last)
            held[own], known[own] = within, day.sure[own]
    return Cells(held, known)


def _by_acts(rows: Rows, lapses: Sequence[str], of_row: Places, name: Numbers, day: Cells) -> Cells:
    """From acts of the case; open where one of the person has no day, or the day asked about is not known."""
    held = np.full(of_row.size, not rows.facts.register.complete)
    known = np.ones(of_row.size, dtype=np.bool_)
    acts = [(rows.facts.acts.of(kind), issued) for kind, issued in ((CERTIFICATE, 1), *((act, 0) for act in lapses))]
    blank = [_of_officers(kind, ~kind.day.sure) for kind, _ in acts]
    undated = {pair for case, officer, _ in blank for pair in zip(case.tolist(), officer.tolist(), strict=True)}
    pairs = list(zip(rows.case[of_row].tolist(), name.tolist(), strict=True))
    if undated:
        known &= np.array([pair not in undated for pair in pairs], dtype=np.bool_)
    events = [(*_of_officers(kind, kind.day.sure), issued) for kind, issued in acts]
    case, officer = (np.concatenate([one[part] for one in events]) for part in range(2))
    moment = np.concatenate([one[2] * 2 + one[3] for one in events])
    if not case.size:
        return Cells(held, known)
    order = np.lexsort((moment, officer, case))
    people = np.unique(np.stack((case[order], officer[order]), axis=1), axis=0)
    places = {(int(one), int(other)): number for number, (one, other) in enumerate(people)}
    asked = np.array([places.get(pair, -1) for pair in pairs], dtype=np.int64)
    own = np.array([places[pair] for pair in zip(case[order].tolist(), officer[order].tolist(), strict=True)])
    key = (own << 24) | (moment[order] + (1 << 22))
    first = np.searchsorted(own, np.maximum(asked, 0))
    at = (np.maximum(asked, 0) << 24) | (day.values * 2 + 1 + (1 << 22))
    last = np.searchsorted(key, at, side="right") - 1
    missed_today = (last >= 0) & (key[np.maximum(last, 0)] == at - 1)
    last = np.where(missed_today, np.searchsorted(key, at - 1, side="left") - 1, last)
    issued = moment[order] % 2 == 1
    told = np.where(last >= first, issued[np.maximum(last, 0)], ~issued[first])
    return Cells(np.where(asked >= 0, told, held), known & ((asked < 0) | day.sure))


def _of_officers(acts: KindActs, which: Truths) -> tuple[Numbers, Numbers, Numbers]:
    """Case, officer and day of some acts that name an officer."""
    officer = acts.field("officer")
    if not isinstance(officer, Cells):
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, empty
    chosen = which & officer.sure
    return acts.case[chosen], officer.values[chosen], acts.day.values[chosen]
