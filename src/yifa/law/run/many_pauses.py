"""Pauses and extensions of many cases at once, in the shape in which the clock takes columns.

The meaning is that of `yifa.law.facts.pauses`. Where several starts of one kind wait in one case, ends are given to
them one by one, by the very functions that serve one case; how many cases that were is counted. Cases of which
something is in doubt are named, so that their terms can be asked one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from yifa.law import clock
from yifa.law.clock.dues import NO_DAY, STILL_OPEN
from yifa.law.conditions import day_number, day_of
from yifa.law.duties.questions import ExtensionFacts, PauseFacts
from yifa.law.facts import Act, Source, View
from yifa.law.facts.case import Recorded
from yifa.law.facts.pauses import pauses
from yifa.law.run.acts_table import UNITS, Acts, Field, KindActs, Lengths
from yifa.law.run.cells import Cells, Numbers, Places, Truths, Words

_MINUTES = 1 << 11


@dataclass(frozen=True)
class Pauses:
    """Pauses, each with its case, in order of cases; an open one ends at `STILL_OPEN`. `untold`: surely not told."""

    case: Numbers
    begins: Numbers
    ends: Numbers
    untold: Truths

    def kept(self, which: Truths) -> Pauses:
        """Some of them."""
        return Pauses(self.case[which], self.begins[which], self.ends[which], self.untold[which])


@dataclass(frozen=True)
class Extensions:
    """Extensions that count, each with its case, in order of cases and days."""

    case: Numbers
    on: Numbers
    n: Numbers
    unit: Numbers
    by: Cells


class Stops:
    """The pauses and extensions of all cases, worked out once for each kind.

    `source`: by case, the place of its source among `sources`.
    """

    def __init__(self, acts: Acts, words: Words, sources: Sequence[Source], source: Numbers) -> None:
        self.acts = acts
        self.words = words
        self.sources = sources
        self.source = source
        self.one_by_one = 0
        """Cases whose pauses were worked out one by one."""
        self._pauses: dict[PauseFacts, Pauses] = {}
        self._views: dict[int, View] = {}
        self._seen: dict[str, Truths] = {}
        """The cases whose acts of a kind stand in their views."""

    def pauses(self, kinds: Sequence[PauseFacts], *, must_be_told: bool) -> Pauses:
        """All pauses of some kinds."""
        found = [self._of_kind(kind) for kind in kinds]
        together = Pauses(
            *(np.concatenate([getattr(one, name) for one in found]) for name in ("case", "begins", "ends", "untold"))
        )
        kept = together.kept(~together.untold) if must_be_told else together
        order = np.argsort(kept.case, kind="stable")
        return Pauses(kept.case[order], kept.begins[order], kept.ends[order], kept.untold[order])

    def _of_kind(self, kind: PauseFacts) -> Pauses:
        if kind not in self._pauses:
            self._pauses[kind] = self._found(kind)
        return self._pauses[kind]

    def _found(self, kind: PauseFacts) -> Pauses:
        opens = [self.acts.of(name) for name in kind.opens]
        starts = [np.flatnonzero(acts.day.sure) for acts in opens]
        several = np.zeros(self.acts.cases, dtype=np.bool_)
        for acts, dated in zip(opens, starts, strict=True):
            several |= np.bincount(acts.case[dated], minlength=self.acts.cases) > 1
        case, day, minute, end, ends, told = [], [], [], [], [], []
        ending = self._ending(kind.closes)
        for name, acts, dated in zip(kind.opens, opens, starts, strict=True):
            own = dated[~several[acts.case[dated]]]
            place, until = self._first_end(acts, own, kind.closes, ending)
            case.append(acts.case[own])
            day.append(acts.day.values[own])
            minute.append(np.where(acts.minute.sure[own], acts.minute.values[own] + 1, 0))
            end.append(place)
            ends.append(until)
            told.append(_said(acts, [field for act, field in kind.telling if act == name])[own])
        simple = _joined(*(np.concatenate(one) for one in (case, day, minute, end, ends, told)))
        scattered = self._one_by_one(kind, np.flatnonzero(several))
        self.one_by_one += len(scattered)
        return Pauses(
            *(
                np.concatenate([getattr(one, name) for one in (simple, *scattered)])
                for name in ("case", "begins", "ends", "untold")
            )
        )

    def _ending(self, closes: Sequence[str]) -> Numbers:
        """For each case the first kind of end that is recorded at all, by its place; -1 where none is."""
        found = np.full(self.acts.cases, -1, dtype=np.int64)
        for place in range(len(closes) - 1, -1, -1):
            found[self.acts.of(closes[place]).case] = place
        return found

    def _first_end(
        self, acts: KindActs, own: Places, closes: Sequence[str], ending: Numbers
    ) -> tuple[Numbers, Numbers]:
        """The first end not surely before each start: its place (-1: none) and its day."""
        place = np.full(own.size, -1, dtype=np.int64)
        until = np.full(own.size, STILL_OPEN, dtype=np.int64)
        case, day, minute = acts.case[own], acts.day.values[own], acts.minute.at(own)
        for number, name in enumerate(closes):
            closing = self.acts.of(name)
            waiting = np.flatnonzero(ending[case] == number)
            if not waiting.size or not closing.size:
                continue
            first = closing.edges[case[waiting]]
            many = closing.edges[case[waiting] + 1] - first
            rows = np.repeat(waiting, many)
            before = np.cumsum(many) - many
            at = np.arange(rows.size) - np.repeat(before - first, many)
            timed = minute.sure[rows] & closing.minute.sure[at]
            same = closing.day.values[at] == day[rows]
            later = closing.day.values[at] > day[rows]
            fits = later | (same & (~timed | (minute.values[rows] <= closing.minute.values[at])))
            chosen = np.flatnonzero(fits & closing.day.sure[at])[::-1]
            place[rows[chosen]] = at[chosen]
            until[rows[chosen]] = closing.day.values[at[chosen]]
        return place, until

    def _one_by_one(self, kind: PauseFacts, cases: Numbers) -> list[Pauses]:
        """The pauses of some cases, as for one case."""
        several = []
        for case, view in zip(cases.tolist(), self.views(cases, kind.acts), strict=True):
            found = pauses(view, kind.kind, kind.opens, kind.closes, kind.telling).sure
            ends = [int(STILL_OPEN) if one.ends is None else day_number(one.ends) for one in found]
            several.append(
                Pauses(
                    np.full(len(found), case, dtype=np.int64),
                    np.array([day_number(one.begins) for one in found], dtype=np.int64),
                    np.array(ends, dtype=np.int64),
                    np.array([one.told is False for one in found], dtype=np.bool_),
                )
            )
        return several

    def views(self, cases: Numbers, kinds: Sequence[str]) -> list[View]:
        """The acts of some kinds in each of some cases, with every field; kinds asked for before stand there too."""
        for case in cases.tolist():
            if case not in self._views:
                self._views[case] = View.of_acts({}, self.sources[int(self.source[case])])
        for name in dict.fromkeys(kinds):
            seen = self._seen.setdefault(name, np.zeros(self.acts.cases, dtype=np.bool_))
            unseen = np.unique(cases[~seen[cases]])
            seen[unseen] = True
            self._look_at(unseen, name)
        return [self._views[case] for case in cases.tolist()]

    def _look_at(self, cases: Numbers, name: str) -> None:
        """Put the acts of a kind into the views of some cases."""
        acts = self.acts.of(name)
        first, last = acts.edges[cases], acts.edges[cases + 1]
        many = last - first
        places = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many - first, many)
        if not places.size:
            return
        held = [(field, self._values(acts.field(field), field in acts.spoken, places)) for field in acts.fields]
        told = [(field, values) for field, values in held if values is not None]
        day, minute = _optional(acts.day, places), _optional(acts.minute, places)
        for row, case in enumerate(np.repeat(cases, many).tolist()):
            fields = {field: value for field, values in told if (value := values[row]) is not None}
            self._views[case].acts.setdefault(name, []).append(Act(name, day[row], minute[row], fields))

    def _values(self, held: Field | None, spoken: bool, places: Places) -> list[Recorded | None] | None:
        """The values of a field of some acts, None where there is none; None where none has any."""
        if isinstance(held, Lengths) and held.known[places].any():
            of = zip(held.known[places].tolist(), held.n[places].tolist(), held.unit[places].tolist(), strict=True)
            return [clock.Length(n, UNITS[unit]) if known else None for known, n, unit in of]
        if not isinstance(held, Cells) or not held.sure[places].any():
            return None
        found = _optional(held, places)
        return [None if code is None else self.words.words[code] for code in found] if spoken else [*found]

    # -- what is in doubt ---------------------------------------------------------------------------------------------

    def doubtful(self, kinds: Sequence[PauseFacts], rule: ExtensionFacts | None = None) -> Truths:
        """The cases in which it is open whether a pause or an extension counts, or when."""
        found = np.zeros(self.acts.cases, dtype=np.bool_)
        for kind in kinds:
            for name in dict.fromkeys(kind.acts):
                self._undated(found, name)
            for name, said in kind.telling:
                self._blank(found, name, said)
        if rule is not None:
            self._undated(found, rule.act)
            for field in (rule.approver if rule.by else None, rule.needs_told):
                self._blank(found, rule.act, field)
            acts = self.acts.of(rule.act)
            if rule.at_most is None and acts.size:
                found[acts.case[self._without_length(acts, rule)]] = True
        return found

    @staticmethod
    def _without_length(acts: KindActs, rule: ExtensionFacts) -> Truths:
        """The extensions of which no length is told that can be added to the term."""
        held = acts.field(rule.length_field)
        if not isinstance(held, Lengths):
            return np.ones(acts.size, dtype=np.bool_)
        working, days = UNITS.index(clock.Unit.WORKING_DAYS), UNITS.index(clock.Unit.CALENDAR_DAYS)
        own = UNITS.index(rule.unit)
        mixed = (held.unit == working) != (own == working)
        if own in (working, days):
            mixed &= ~np.isin(held.unit, [working, days])
        without: Truths = ~held.known | mixed
        return without

    def _undated(self, found: Truths, name: str) -> None:
        acts = self.acts.of(name)
        if acts.day.known is not None:
            found[acts.case[~acts.day.sure]] = True

    def _blank(self, found: Truths, name: str, field: str | None) -> None:
        """Cases with an act of which a field is blank that its source carries."""
        acts = self.acts.of(name)
        if field is None or not acts.size:
            return
        held = acts.field(field)
        blank = ~held.sure if isinstance(held, Cells) else np.ones(acts.size, dtype=np.bool_)
        carried = np.array([one.carries_field(name, field) for one in self.sources], dtype=np.bool_)
        found[acts.case[blank & carried[self.source[acts.case]]]] = True

    # -- extensions ---------------------------------------------------------------------------------------------------

    def extensions(self, rule: ExtensionFacts) -> Extensions:
        """The extensions that the rule does not bar, whatever the day."""
        acts = self.acts.of(rule.act)
        counts = acts.day.sure.copy()
        by = acts.field(rule.approver) if rule.approver else None
        if isinstance(by, Cells) and rule.by:
            counts &= ~by.sure | np.isin(by.values, [self.words.number(name) for name in rule.by])
        told = acts.field(rule.needs_told) if rule.needs_told else None
        if isinstance(told, Cells):
            counts &= ~told.no
        n = np.full(acts.size, 1 if rule.at_most is None else rule.at_most.n, dtype=np.int64)
        own = UNITS.index(rule.unit)
        unit = np.full(acts.size, own, dtype=np.int64)
        held = acts.field(rule.length_field)
        if isinstance(held, Lengths):
            days = {UNITS.index(clock.Unit.CALENDAR_DAYS), UNITS.index(clock.Unit.WORKING_DAYS)}
            n = np.where(held.known, held.n, n)
            given = np.where(np.isin(held.unit, list(days)), own, held.unit) if own in days else held.unit
            unit = np.where(held.known, given, unit)
        known = by if isinstance(by, Cells) else Cells(np.zeros(acts.size, np.int64), np.zeros(acts.size, np.bool_))
        chosen = np.flatnonzero(counts)
        return Extensions(acts.case[chosen], acts.day.values[chosen], n[chosen], unit[chosen], known.at(chosen))


def _said(acts: KindActs, fields: Sequence[str]) -> Numbers:
    """Of each act 1 where one of these fields is no, 2 where one is yes and none no, 0 where nothing is said."""
    held = [cells for cells in map(acts.field, fields) if isinstance(cells, Cells)]
    yes, no = np.zeros(acts.size, np.bool_), np.zeros(acts.size, np.bool_)
    for cells in held:
        yes |= cells.yes
        no |= cells.no
    found: Numbers = np.where(no, 1, np.where(yes, 2, 0))
    return found


def _optional(cells: Cells, places: Places) -> list[int | None]:
    """Values at some places, None where nothing is known."""
    values: list[int | None] = cells.values[places].tolist()
    if cells.known is None:
        return values
    return [one if known else None for one, known in zip(values, cells.known[places].tolist(), strict=True)]


def _joined(case: Numbers, day: Numbers, minute: Numbers, end: Numbers, ends: Numbers, told: Numbers) -> Pauses:
    """Starts that the same end closes are one pause, which began at the earliest; told where any was told."""
    order = np.lexsort((minute, day, end, case))
    case, day, end, ends, told = case[order], day[order], end[order], ends[order], told[order]
    if not case.size:
        return Pauses(case, day, ends, np.zeros(0, dtype=np.bool_))
    first = np.flatnonzero(np.concatenate(([True], (np.diff(case) != 0) | (np.diff(end) != 0))))
    most = np.maximum.reduceat(told, first)  # 2: told, 1: not told, 0: nothing is said
    return Pauses(case[first], day[first], ends[first], most == 1)


def slots(case: Numbers, listed: Numbers, values: Sequence[Numbers], fill: Sequence[int]) -> list[Numbers]:
    """Values listed by case as arrays of rows × slots: row r has those of `case[r]`."""
    first, last = np.searchsorted(listed, case, side="left"), np.searchsorted(listed, case, side="right")
    many = last - first
    width = int(many.max(initial=0))
    found = []
    for column, blank in zip(values, fill, strict=True):
        array = np.full((case.size, width), blank, dtype=np.int64)
        for slot in range(width):
            rows = np.flatnonzero(many > slot)
            array[rows, slot] = column[first[rows] + slot]
        found.append(array)
    return found


def as_pauses(begins: Numbers, ends: Numbers, kind: str) -> list[clock.Pause]:
    """The pauses of one row, as the clock takes them for one case."""
    return [
        clock.Pause(day_of(int(one)), None if other >= STILL_OPEN else day_of(int(other)), kind)
        for one, other in zip(begins, ends, strict=True)
        if one != NO_DAY
    ]
