"""An independent reading of the duties: from the acts of one case, every duty asked for every subject it has.

It shares nothing with the engines but the words of the corpus, their parser and the calendar files. Of a case nothing
is prepared or remembered: each question is answered by reading the duty's lines and looking through the acts again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tests.law.judge.conditions import Happening, Reader
from tests.law.judge.days import OutOfTables
from tests.law.judge.facts import NOT_YET, Case, Moment
from tests.law.judge.kinds import rule, year_of
from tests.law.judge.logic import ABSENT, UNKNOWN, all_of, deny
from tests.law.judge.needs import Needs
from tests.law.judge.terms import Ruling, start_of
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import YEAR, Procedure
from yifa.law.catalogue.statutes import Span
from yifa.law.catalogue.term import TermDuty

THE_CASE = "case"
IN_DOUBT = "in doubt"
"""The day of a term that something in doubt may move."""
OUTCOMES = {"clean": "met", "waiting": "pending", "open": "pending", "contested": "unmet", "broken": "unmet"}


@dataclass(frozen=True)
class Answer:
    """What a duty comes to for one subject."""

    outcome: str
    class_: str | None = None
    due: date | datetime | str | None = None


class Judge:
    """The judge of one procedure, who has read its duties and hears one case after the other."""

    def __init__(self, procedure: Procedure, duties: Sequence[Duty]) -> None:
        self.procedure = procedure
        self.duties = {duty.id: duty for duty in duties}
        self.needs = Needs(procedure, duties)

    def answers(self, case: Case, only: Sequence[str] | None = None) -> dict[tuple[str, str], Answer]:
        """The answer to every duty, or those named, for each of its subjects."""
        return Hearing(self, case).answers(only)


class Hearing:
    """One case before the judge."""

    def __init__(self, judge: Judge, case: Case) -> None:
        self.procedure, self.duties, self.needs = judge.procedure, judge.duties, judge.needs
        self.fictions = judge.needs.fictions
        self.case = case

    def answers(self, only: Sequence[str] | None = None) -> dict[tuple[str, str], Answer]:
        """The answer to every duty, or those named, for each of its subjects."""
        asked = [one for one in self.duties.values() if not one.off and (only is None or one.id in only)]
        return {(duty.id, name): self.answer(duty, it) for duty in asked for name, it in self.subjects(duty)}

    def subjects(self, duty: Duty) -> Iterator[tuple[str, Happening | None]]:
        """The case, or each act of a kind by its own number or its place in time, or each year."""
        if duty.each is None:
            yield THE_CASE, None
        elif duty.each == YEAR:
            for year in self.years():
                yield f"{YEAR}#{year}", year_of(year)
        else:
            for place, act in enumerate(self.case.of_kind(duty.each), 1):
                yield f"{duty.each}#{act.id or place}", Happening(UNKNOWN if act.on is None else act.on, True, act)

    def years(self) -> list[int]:
        """The years asked about that have ended, and those of which an act speaks."""
        told = [self.case.value(act, YEAR) for act in self.case.acts if self.case.carries_act(act.kind)]
        named = {int(year) for year in told if year is not UNKNOWN and 1900 <= year <= 2200}
        ended = {year for year in self.case.years if date(year, 12, 31) <= self.case.as_of.day}
        return sorted(named | ended)

    # -- one duty, one subject ----------------------------------------------------------------------------------------

    def answer(self, duty: Duty, it: Happening | None) -> Answer:
        """What a duty comes to for one subject: pending where that hangs on a day no notice yet decides."""
        late, early = (self._answer(duty, it, hopeful) for hopeful in (False, True))
        if late.outcome == early.outcome:
            return late if late.class_ == early.class_ else Answer(late.outcome, "advisory", late.due)
        unknown = next((one for one in (late, early) if one.outcome in ("unknown", "not-assessable")), None)
        return unknown or Answer("pending", None, late.due)

    def _answer(self, duty: Duty, it: Happening | None, hopeful: bool) -> Answer:
        reader = self._reader(duty, it, hopeful)
        applies = self.applies(duty, reader)
        if applies is False:
            return Answer("not-applicable")
        ruling = _rule(duty, reader)
        if ruling.how == "not asked":
            return Answer("not-applicable")
        due = ruling.due.as_written() if isinstance(ruling.due, Moment) else None if ruling.due is None else IN_DOUBT
        if applies is UNKNOWN or ruling.how is UNKNOWN:
            return Answer("unknown" if self.needs.carried(duty, self.case) else "not-assessable", None, due)
        outcome = OUTCOMES[ruling.how]
        if outcome != "unmet":
            return Answer(outcome, None, due)
        if not self.needs.to_call_it_broken(duty, self.case):
            return Answer("not-assessable", None, due)
        return Answer(outcome, self._class(duty, reader, ruling), due)

    def _reader(self, duty: Duty, it: Happening | None, hopeful: bool) -> Reader:
        reader = Reader(self, it, silent=self.fictions.silent_for(duty.id), hopeful=hopeful)
        return reader.with_names(duty.with_, "first" if it is None else "after")

    @staticmethod
    def _class(duty: Duty, reader: Reader, ruling: Ruling) -> str:
        """What a breach is: an advisory where readings contest it, or sources are weak and nothing else is said."""
        weak = duty.verified in ("web", "mixed") and duty.class_ is None
        if ruling.how == "contested" or weak:
            return "advisory"
        if any(reader.holds(one.when) is True for one in duty.contested):
            return "advisory"
        return duty.class_ or {"AUTO": "auto", "LOSS": "loss"}.get(duty.breach, "violation")

    # -- whether it applies -------------------------------------------------------------------------------------------

    def applies(self, duty: Duty, reader: Reader) -> Any:
        """Whether the duty is asked at all: a trigger, in this place, on that day, under these conditions."""
        if duty.off or not set(duty.overlay) <= self.case.profile:
            return False
        start = start_of(duty, reader) if isinstance(duty, TermDuty) else None
        if start is ABSENT or start == NOT_YET:
            return False
        if duty.chosen_by is not None:
            day = reader.worth(duty.chosen_by)
        else:
            day = start if reader.it is None else reader.it.on
        if day is ABSENT or day == NOT_YET:
            return False
        return all_of(
            [
                _valid(duty.valid, day),
                deny(self._replaced(duty, day)),
                True if duty.when is None else reader.holds(duty.when),
                True if duty.unless is None else deny(reader.holds(duty.unless)),
                UNKNOWN if start is UNKNOWN and reader.it is None and duty.chosen_by is None else True,
            ]
        )

    def _replaced(self, duty: Duty, day: Any) -> Any:
        """Whether another duty stands in for it, in this place on that day."""
        here = [
            one
            for one in self.duties.values()
            if not one.off and set(one.overlay) <= self.case.profile and _stands_in(one, duty)
        ]
        return deny(all_of(deny(_valid(one.valid, day)) for one in here))

    # -- what conditions ask the judge --------------------------------------------------------------------------------

    def of_duty(self, word: str, duty: str, reader: Reader) -> Any:
        """`due X`, `met X`, `unmet X`, `applies X`, for the same subject."""
        other = self.duties[duty]
        asker = self._reader(other, None if other.each is None else reader.it, reader.hopeful)
        applies = self.applies(other, asker)
        if applies is False:
            return ABSENT if word == "due" else False
        ruling = _rule(other, asker)
        if ruling.how == "not asked":
            return ABSENT if word == "due" else False
        if word == "applies":
            return applies
        if word == "due":
            return self._due(ruling, applies, reader.hopeful)
        if ruling.how is UNKNOWN:
            return UNKNOWN
        outcome = OUTCOMES[ruling.how]
        if outcome == "unmet" and not self.needs.to_call_it_broken(other, self.case):
            return UNKNOWN
        return all_of([applies, outcome == word])

    @staticmethod
    def _due(ruling: Ruling, applies: Any, hopeful: bool) -> Any:
        """The last day of another duty's term; where the term stands still, the day has not come."""
        day = ruling.early if hopeful else ruling.due
        return UNKNOWN if applies is UNKNOWN else NOT_YET if day is None else day

    def deemed(self, act: str, reader: Reader) -> Iterator[Happening]:
        """The act as the law takes it as done, once for each line that may hold."""
        for line in self.procedure.deemed.get(act, ()):
            if not set(line.overlay) <= self.case.profile:
                continue
            plain = Reader(self, silent=self.fictions.silent_for(f"deemed {act}"), hopeful=reader.hopeful)
            there = plain.holds(line.when)
            if there is False:
                continue
            on = plain.worth(line.on)
            if on is ABSENT:
                continue
            there = all_of([there, _valid(line.valid, on)])
            if on is not UNKNOWN and self.case.as_of.surely_before(on):
                continue
            if there is not False:
                yield Happening(on, there)


def _rule(duty: Duty, reader: Reader) -> Ruling:
    """How a duty stands; open where the wall calendar does not reach."""
    try:
        return rule(duty, reader)
    except OutOfTables:
        return Ruling(UNKNOWN, UNKNOWN, UNKNOWN)


def _stands_in(one: Duty, other: Duty) -> bool:
    """Whether a duty replaces another, by name or because both replace the same and it is for a narrower place."""
    narrower = bool(set(one.replaces) & set(other.replaces)) and set(other.overlay) < set(one.overlay)
    return other.id in one.replaces or narrower


def _valid(span: Span, day: Any) -> Any:
    """Whether a day lies in a span of validity."""
    if span.from_ is None and span.to is None:
        return True
    return UNKNOWN if day is UNKNOWN else span.holds(day.day)
