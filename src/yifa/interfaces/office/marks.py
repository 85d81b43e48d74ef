"""Marks as lists show them: the light, how many days, what is to be done in which matter, under which article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from yifa.interfaces.duty_telling import tell_laws
from yifa.interfaces.office.matters import Matter, matters
from yifa.interfaces.ui.lights import Sign
from yifa.law.catalogue import calendar
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.term import TermDuty
from yifa.law.clock import Length, Unit
from yifa.law.clock.telling import tell_length
from yifa.oversight.standing.models import Mark, Standing
from yifa.oversight.standing.queries import warned_until
from yifa.record.cases.models import Case
from yifa.wording import Language


@dataclass(frozen=True)
class ToldMark:
    """A mark in a line of a list. `far`: so much past its day, or left; `day` is that day in words."""

    mark: Mark
    matter: Matter
    sign: Sign
    duty: str
    law: str
    far: str
    day: str


def told_marks(marks: Sequence[Mark], today: date, speech: Language) -> list[ToldMark]:
    """Marks as lists show them, in their order."""
    about = matters((one.case for one in marks), today, speech)
    return [_told(one, about[one.case_id], today, speech) for one in marks]


def _told(mark: Mark, matter: Matter, today: date, speech: Language) -> ToldMark:
    duty = duty_of(matter.case, mark.duty)
    return ToldMark(
        mark=mark,
        matter=matter,
        sign=sign_of(mark, today),
        duty=duty.title.zh if speech.tag == "zh" else duty.title.en,
        law=tell_laws([citation(duty.law[0]).said(mark.due)], speech)[0],
        far="" if mark.due is None else tell_far(mark.due, today, duty, speech, done=mark.done_on),
        day="" if mark.due is None else speech.day(mark.due),
    )


def duty_of(case: Case, duty: str) -> Duty:
    """A duty of the procedure of a case."""
    return _duties(case.procedure)[duty]


@cache
def _duties(procedure: str) -> Mapping[str, Duty]:
    return {one.id: one for one in folder(procedure).duties}


def sign_of(mark: Mark, today: date) -> Sign:
    """The light of a mark on a day."""
    if mark.outcome == "unmet":
        return {"violation": Sign.RED, "loss": Sign.RED, "advisory": Sign.AMBER}.get(mark.finding, Sign.NONE)
    if mark.outcome == "unknown":
        return Sign.UNKNOWN
    if mark.due is None:
        duty = duty_of(mark.case, mark.duty)
        return Sign.PAUSED if isinstance(duty, TermDuty) and duty.length is not None else Sign.UNKNOWN
    return sign_of_day(mark.due, today)


def sign_of_day(due: date, today: date) -> Sign:
    """The light of a day until which something is to be done."""
    if due < today:
        return Sign.RED
    return Sign.AMBER if due <= warned_until(today) else Sign.GREEN


def sign_of_standing(standing: Standing | None, today: date) -> Sign:
    """The light of a case on a day, going by how it stands."""
    if standing is None:
        return Sign.UNKNOWN
    if standing.broken:
        return Sign.RED
    if standing.due is not None:
        return sign_of_day(standing.due, today)
    if not standing.open:
        return Sign.NONE
    if standing.duty:
        return Sign.PAUSED
    return Sign.UNKNOWN if standing.doubtful else Sign.GREEN


def tell_nearest(standing: Standing | None, case: Case, today: date, speech: Language) -> str:
    """How far the nearest day of a case is; blank where it has none."""
    if standing is None or standing.due is None or not standing.duty:
        return ""
    return tell_far(standing.due, today, duty_of(case, standing.duty), speech)


def tell_standing(standing: Standing | None, case: Case, today: date, speech: Language) -> str:
    """How far a case is past its first missed day, or from its nearest; blank where nothing can be said of it."""
    if standing is None:
        return ""
    due = standing.missed or standing.due
    if due is None:
        return speech.say("not as the rule asks") if standing.broken else ""
    duty = duty_of(case, standing.missed_duty if standing.missed else standing.duty)
    return tell_far(due, today, duty, speech)


def tell_far(due: date, today: date, duty: Duty | None, speech: Language, *, done: date | None = None) -> str:
    """How far a day is from today, or how late it was done, in the unit of the term."""
    if due == today and done is None:
        return speech.say("today is the last day")
    if done is not None and done < due:
        return speech.say("{length} too early", length=tell_length(_between(done, due, duty), speech))
    if done is not None:
        length = tell_length(_between(due, done, duty), speech)
        return speech.say("{length} past the last day", length=length)
    if due < today:
        return speech.say("{length} overdue", length=tell_length(_between(due, today, duty), speech))
    return speech.say("{length} left", length=tell_length(_between(today, due, duty), speech))


def _between(first: date, last: date, duty: Duty | None) -> Length:
    """So much from one day to a later one: working days where the term counts those."""
    days = (last - first).days
    if isinstance(duty, TermDuty) and duty.length is not None and duty.length.unit is Unit.WORKING_DAYS:
        of = calendar()
        upto = of.late.upto
        if working := int(upto[of.index(last)] - upto[of.index(first)]):
            return Length(working, Unit.WORKING_DAYS)
    return Length(max(days, 1), Unit.CALENDAR_DAYS)


def weeks(today: date) -> list[date]:
    """The days of this week and the next, from Monday."""
    monday = today - timedelta(days=today.weekday())
    return [monday + timedelta(days=place) for place in range(14)]
