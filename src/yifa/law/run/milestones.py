"""Milestones: the columns of every row of a grain, for many cases at once, filled from the acts that there are.

The meaning of each column is that of `yifa.law.facts.reading_columns`, which reads one row; the tests hold both to each
other. Only columns that are asked for are worked out. What speaks of the case alone is worked out once a case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from yifa.law.catalogue.procedures import YEAR, Procedure
from yifa.law.conditions import Type
from yifa.law.conditions.columns import (
    NEVER,
    AnyField,
    AsOf,
    Attribute,
    Column,
    CountOf,
    CrossCount,
    DayOf,
    EveryField,
    FieldOf,
    Happened,
    Match,
    MinuteOf,
    Occurrence,
    OverlapOf,
    Pick,
    ProfileEdge,
    SizeOf,
    SomeOn,
    Span,
    SureDay,
    SureMinute,
    Told,
    UnqualifiedOf,
    speaks_of_it,
)
from yifa.law.facts import Register, Source
from yifa.law.facts.case import CERTIFICATE
from yifa.law.run.acts_table import Acts, KindActs
from yifa.law.run.cells import Cells, Numbers, Places, Truths, Words, nothing
from yifa.law.run.dated import some_on, sure_day, sure_minute, told
from yifa.law.run.meant import agreed, all_told
from yifa.law.run.people import overlap, size, unqualified
from yifa.law.run.years import last_day, years_of

__all__ = ["Facts", "ManyCases", "Picked", "Rows", "last_day"]


@dataclass(frozen=True)
class ManyCases:
    """What is known of the cases beside their acts: one entry a case."""

    size: int
    as_of: Numbers
    minute: Numbers
    source: Numbers
    sources: Sequence[Source]
    edges: Mapping[tuple[str, str], Numbers] = field(default_factory=dict)
    attributes: Mapping[tuple[str, str], Cells] = field(default_factory=dict)
    counts: Mapping[str, Cells] = field(default_factory=dict)
    years: tuple[Numbers, Numbers] | None = None
    """Cases and the years asked about them, side by side."""


@dataclass(frozen=True)
class Picked:
    """Which occurrence is meant in each row: its place among the acts of its kind, below zero where there is none.

    `open`: a blank day leaves it open which one it is.
    """

    acts: KindActs
    place: Places
    open: Truths | None = None

    @property
    def there(self) -> Truths:
        """Where there is one."""
        return self.place >= 0

    def clear(self) -> Places:
        """The places where it is clear which one is meant."""
        return self.place if self.open is None else np.where(self.open, -1, self.place)


class Facts:
    """Acts, cases and words together, and what was worked out of them so far for the cases' own rows."""

    def __init__(self, procedure: Procedure, acts: Acts, cases: ManyCases, words: Words, register: Register) -> None:
        self.procedure = procedure
        self.acts = acts
        self.cases = cases
        self.words = words
        self.register = register
        self.case_rows = Rows(self, None)

    def tells_of(self, column: Column, source: Source) -> bool:
        """Whether a column means anything; certificates may stand in the register."""
        if isinstance(column, UnqualifiedOf) and not self.register.speaks:
            return all(source.carries_act(act) for act in (column.of.act, CERTIFICATE, *column.lapses))
        return source.tells_of(column)

    def rows(self, act: str | None) -> Rows:
        """The rows of a grain."""
        return self.case_rows if act is None else Rows(self, act)


class Rows:
    """The rows of one grain; `columns` holds what is worked out so far, also by the steps of the grain."""

    def __init__(self, facts: Facts, act: str | None) -> None:
        self.facts = facts
        self.act = act
        self.it: KindActs | None = None
        if act is not None:
            self.it = years_of(facts.acts, facts.cases.as_of, facts.cases.years) if act == YEAR else facts.acts.of(act)
        self.size = facts.cases.size if self.it is None else self.it.size
        self.case: Numbers = np.arange(self.size) if self.it is None else self.it.case
        self.columns: dict[Column, Cells] = {}
        self._picked: dict[Occurrence, Picked] = {}

    def column(self, column: Column) -> Cells:
        """A column, of every row."""
        found = self.columns.get(column)
        if found is None:
            found = self.columns[column] = self._column(column)
        return found

    def acts_of(self, kind: str) -> KindActs:
        """The acts of a kind in all cases."""
        return self.facts.acts.of(kind)

    def subject(self, row: int) -> str:
        """What a row is of."""
        return "case" if self.it is None else f"{self.act}#{self.it.called(row)}"

    def _column(self, column: Column) -> Cells:
        if self.it is not None and not speaks_of_it(column):
            return self.facts.case_rows.column(column).at(self.case)
        found = self._read(column)
        silent = np.array([not self.facts.tells_of(column, source) for source in self.facts.cases.sources])
        return found.blank(silent[self.facts.cases.source[self.case]]) if silent.any() else found

    def _read(self, column: Column) -> Cells:  # noqa: PLR0912 - one branch for each kind of column
        cases = self.facts.cases
        match column:
            case Happened(of=of):
                return self._happened(of)
            case DayOf(of=of):
                picked = self.picked(of)
                return picked.acts.day.at(picked.clear())
            case MinuteOf(of=of):
                picked = self.picked(of)
                return picked.acts.minute.at(picked.clear())
            case SureDay(of=of):
                return sure_day(of, self)
            case SureMinute(of=of):
                return sure_minute(of, self)
            case SomeOn():
                return some_on(column, self)
            case Told():
                return told(column, cases.sources, cases.source[self.case])
            case FieldOf(of=of, field=name):
                return self._field(of, name)
            case AnyField(act=act, field=name):
                return self._over_all(act, name, decides=True)
            case EveryField(act=act, field=name):
                return self._over_all(act, name, decides=False)
            case CountOf():
                return self._count(column)
            case SizeOf(of=names):
                return size(names, self)
            case OverlapOf(one=one, other=other):
                return overlap(one, other, self)
            case UnqualifiedOf(of=names, lapses=lapses):
                return unqualified(names, lapses, self)
            case Attribute(of=of, name=name):
                return cases.attributes.get((of, name)) or nothing(self.size, truth=self._is_truth(of, name))
            case ProfileEdge(profile=profile, edge=edge):
                never = NEVER if edge == "first" else -NEVER
                found = cases.edges.get((profile, edge))
                return Cells(np.full(self.size, never, dtype=np.int64) if found is None else found)
            case AsOf(minute=minute):
                return Cells(cases.minute if minute else cases.as_of)
            case CrossCount(duty=duty):
                return cases.counts.get(duty) or nothing(self.size)
        raise TypeError(f"{column} is not read from acts")

    def _is_truth(self, of: str, name: str) -> bool:
        declared = next(
            (one[name] for key, one in self.facts.procedure.attributes.items() if key == of and name in one), None
        )
        return declared is not None and declared.type is Type.YES_NO

    # -- occurrences --------------------------------------------------------------------------------------------------

    def picked(self, of: Occurrence) -> Picked:
        """The occurrence picked in every row."""
        found = self._picked.get(of)
        if found is None:
            found = self._picked[of] = self._pick(of)
        return found

    def _pick(self, of: Occurrence) -> Picked:
        if of.pick is Pick.IT and self.it is not None:
            return Picked(self.it, np.arange(self.size))
        acts = self.facts.acts.of(of.act)
        if of.pick is Pick.IT:
            return Picked(acts, np.full(self.size, -1))
        if of.pick in (Pick.FIRST, Pick.LAST) and not any(one.as_it for one in of.where):
            if self.it is not None:
                case = self.facts.case_rows.picked(of)
                return Picked(acts, case.place[self.case], None if case.open is None else case.open[self.case])
            return self._end_of_run(acts, self._matching(of, acts), of.pick)
        return self._pick_of_pairs(of, acts)

    def _end_of_run(self, acts: KindActs, matching: Truths | None, pick: Pick) -> Picked:
        """The first or last of each case, of those that match."""
        places = np.arange(acts.size) if matching is None else np.flatnonzero(matching)
        case = acts.case[places]
        changes = np.flatnonzero(np.diff(case)) + 1
        starts = np.concatenate(([0], changes)) if places.size else places
        ends = np.concatenate((changes - 1, [places.size - 1])) if places.size else places
        found = np.full(self.size, -1)
        found[case[starts]] = places[starts if pick is Pick.FIRST else ends]
        if acts.day.known is None:
            return Picked(acts, found)
        open_ = np.zeros(self.size, dtype=np.bool_)
        open_[case[ends]] = ~acts.day.sure[places[ends]]
        return Picked(acts, found, open_ if open_.any() else None)

    def _matching(self, of: Occurrence, acts: KindActs) -> Truths | None:
        """Which acts match, whatever `it` is; None for all."""
        found: Truths | None = None
        for one in of.where:
            if not one.as_it:
                matches = self._matches(acts, one, of.blanks)
                found = matches if found is None else found & matches
        return found

    def _matches(self, acts: KindActs, match: Match, blanks: bool) -> Truths:
        held = acts.field(match.field)
        if held is None:
            return np.full(acts.size, blanks)
        if not isinstance(held, Cells):
            return np.where(held.known, False, blanks)
        among = np.isin(held.values, [self.facts.words.plain(value) for value in match.values])
        return among if held.known is None else np.where(held.known, among, blanks)

    def pairs(self, acts: KindActs) -> tuple[Places, Places]:
        """Every row beside every act of a kind in its case: rows and acts, in order."""
        if self.it is None:
            return acts.case, np.arange(acts.size)
        first = acts.edges[self.case]
        many = acts.edges[self.case + 1] - first
        rows = np.repeat(np.arange(self.size), many)
        before = np.cumsum(many) - many
        return rows, np.arange(rows.size) - np.repeat(before - first, many)

    def paired_matches(self, where: Sequence[Match], blanks: bool, acts: KindActs, rows: Places, at: Places) -> Truths:
        """Which pairs of rows and acts match."""
        found = np.ones(rows.size, dtype=np.bool_)
        for one in where:
            held = acts.field(one.field)
            if not one.as_it:
                found &= self._matches(acts, one, blanks)[at]
                continue
            wanted = None if self.it is None else self.it.field(one.field)
            if not isinstance(held, Cells) or not isinstance(wanted, Cells):
                found &= blanks
                continue
            known = held.sure[at] & wanted.sure[rows]
            found &= np.where(known, held.values[at] == wanted.values[rows], blanks)
        return found

    def _pick_of_pairs(self, of: Occurrence, acts: KindActs) -> Picked:
        rows, at = self.pairs(acts)
        match = self.paired_matches(of.where, of.blanks, acts, rows, at)
        beside = of.pick in (Pick.BEFORE, Pick.AFTER)
        if beside:
            match &= ~self._itself(acts, rows, at)
        open_ = np.zeros(self.size, dtype=np.bool_)
        undated = ~acts.day.sure[at]
        if beside and self.it is not None:
            nowhere = ~self.it.day.sure[rows]
            open_[rows[match & (undated | nowhere)]] = True
            match &= ~undated & ~nowhere & self._beside(acts, rows, at, of.pick)
        elif beside:
            open_[rows[match]] = True
            match &= False
        else:
            open_[rows[match & undated]] = True
        chosen = np.flatnonzero(match)
        if of.pick in (Pick.FIRST, Pick.AFTER):
            chosen = chosen[::-1]  # what is written last stays: the first
        found = np.full(self.size, -1)
        found[rows[chosen]] = at[chosen]
        return Picked(acts, found, open_ if open_.any() else None)

    def beside(self, acts: KindActs, rows: Places, at: Places, pick: Pick) -> Truths:
        """Which acts lie on the side of `it`, itself not meant; none where either has no day."""
        if self.it is None:
            return np.zeros(rows.size, dtype=np.bool_)
        dated = acts.day.sure[at] & self.it.day.sure[rows]
        return dated & ~self._itself(acts, rows, at) & self._beside(acts, rows, at, pick)

    def _itself(self, acts: KindActs, rows: Places, at: Places) -> Truths:
        return at == rows if acts is self.it else np.zeros(rows.size, dtype=np.bool_)

    def _beside(self, acts: KindActs, rows: Places, at: Places, pick: Pick) -> Truths:
        """Whether an act is not after (BEFORE) or not before (AFTER) `it`; both have a day."""
        it = self.it
        assert it is not None  # noqa: S101 - seen to by the caller
        day, own = acts.day.values[at], it.day.values[rows]
        minute, own_minute = acts.minute.values[at], it.minute.values[rows]
        timed = acts.minute.sure[at] & it.minute.sure[rows]
        found: Truths
        if pick is Pick.BEFORE:
            found = (day < own) | ((day == own) & (~timed | (minute <= own_minute)))
            return found
        found = (day > own) | ((day == own) & (~timed | (minute >= own_minute)))
        return found

    def _happened(self, of: Occurrence) -> Cells:
        picked = self.picked(of)
        if of.pick in (Pick.FIRST, Pick.LAST) or picked.open is None:
            return Cells(picked.there)
        return Cells(picked.there, picked.there | ~picked.open)

    def _field(self, of: Occurrence, name: str) -> Cells:
        picked = self.picked(of)
        held = picked.acts.field(name)
        if not isinstance(held, Cells):
            declared = self.facts.procedure.fields.get(name)
            return nothing(self.size, truth=declared is not None and declared.type is Type.YES_NO)
        if of.pick is Pick.IT or (picked.open is None and all_told(of, self, picked.acts)):
            return held.at(picked.place)
        return agreed(of, self, held)

    # -- over all occurrences -----------------------------------------------------------------------------------------

    def _over_all(self, act: str, name: str, *, decides: bool) -> Cells:
        acts = self.facts.acts.of(act)
        held = acts.field(name)
        if not isinstance(held, Cells):
            held = nothing(acts.size, truth=True)
        deciding = self._some(acts, held.yes if decides else held.no)
        blank = self._some(acts, ~held.sure)
        return Cells(np.where(deciding, decides, not decides), deciding | ~blank)

    def _some(self, acts: KindActs, which: Truths) -> Truths:
        found = np.zeros(self.size, dtype=np.bool_)
        found[acts.case[which]] = True
        return found

    def _count(self, column: CountOf) -> Cells:
        acts = self.facts.acts.of(column.act)
        rows, at = self.pairs(acts)
        match = self.paired_matches(column.where, False, acts, rows, at)
        possible = self.paired_matches(column.where, True, acts, rows, at)
        open_ = self._number(rows[possible & ~match]) > 0
        if column.span is Span.ALL:
            return Cells(self._number(rows[match]), ~open_)
        match &= ~self._itself(acts, rows, at)
        undated = ~acts.day.sure[at]
        if self.it is None:
            return Cells(np.zeros(self.size, np.int64), ~open_ & (self._number(rows[match]) == 0))
        blank = self._number(rows[match & (undated | ~self.it.day.sure[rows])]) > 0
        pick = Pick.BEFORE if column.span is Span.BEFORE else Pick.AFTER
        beside = match & ~undated & self._beside(acts, rows, at, pick)
        return Cells(self._number(rows[beside]), ~open_ & ~blank)

    def _number(self, rows: Places) -> Numbers:
        return np.bincount(rows, minlength=self.size).astype(np.int64)
