"""A case judged for its standing: the row of the case and the marks of its duties, as of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from yifa.law import facts as facts_
from yifa.law.catalogue.term import TermDuty
from yifa.law.duties import FindingClass, Outcome
from yifa.law.run.findings import Result
from yifa.law.run.one_case import Engine, engine
from yifa.law.run.story import tell_case
from yifa.oversight.standing.models import Mark, Standing
from yifa.record.cases.choices import TAKES_ACTS
from yifa.record.cases.columns import standing
from yifa.record.cases.models import Act, Case

KEPT = (Outcome.PENDING, Outcome.UNMET, Outcome.UNKNOWN)
"""What a mark is kept of: the rest is in order, does not apply, or is told by no source."""
IMPOSED, AT_ISSUE = ("fine", "gains_confiscated"), ("amount", "amount_involved")
"""The fields of acts that tell sums: imposed, which add up; at issue, each the whole."""
_SUMS = frozenset((*IMPOSED, *AT_ISSUE))
FINDING_WORDS: Mapping[FindingClass, str] = {one: "" if one is FindingClass.NONE else one.word for one in FindingClass}
_DAY = timedelta(days=1)
LAPSED = "lapsed"
"""A right of a party that nobody used in time: it happens every day, and is no fault of the organ."""


@dataclass(frozen=True)
class Judged:
    """A case and its marks, not written yet; `facts`: what they were judged by."""

    standing: Standing
    marks: tuple[Mark, ...]
    facts: facts_.Case


def judged(case: Case, told: Sequence[Act], facts: facts_.Case, as_of: date) -> Judged:
    """Judge a case as of a day. `told`: all its acts; `facts`: as the law reads them."""
    of = engine(case.procedure)
    results = of.judge(facts, as_of)
    marks = tuple(_mark(case, one, of) for one in results if one.outcome in KEPT)
    _note_what_was_done(marks, of, facts, as_of)
    open_ = case.state in TAKES_ACTS
    ours = [one for one in marks if _waits(one)]
    next_ = min((one for one in ours if one.due is not None), key=_day, default=None)
    named = next_ or next((one for one in ours if _stands_still(one, of)), None)
    missed = min((one for one in marks if _is_missed(one)), key=_day, default=None)
    turning = [one.due for one in marks if one.outcome == Outcome.PENDING.word and one.due is not None]
    acts = [one.on for one in standing(told) if one.on is not None]
    turning += [one - _DAY for one in acts if one > as_of]
    return Judged(
        Standing(
            case=case,
            organ_id=case.organ_id,
            opened=case.opened,
            open=open_,
            broken=sum(one.finding in ("violation", "loss") for one in marks),
            doubtful=sum(one.finding == "advisory" or one.outcome == Outcome.UNKNOWN.word for one in marks),
            waiting=len(ours) if open_ else 0,
            due=next_.due if open_ and next_ is not None else None,
            duty=named.duty if open_ and named is not None else "",
            missed=missed.due if open_ and missed is not None else None,
            missed_duty=missed.duty if open_ and missed is not None else "",
            last_act=max(acts, default=None),
            amount=amount_told(standing(told)),
            good_until=min(turning, default=None),
            basis=basis(case.procedure),
        ),
        marks,
        facts,
    )


def amount_told(acts: Sequence[Act]) -> int | None:
    """The sum of a case in fen: what was imposed in all, as last told; where nothing was, what is at issue."""
    last: dict[str, int] = {}
    for act in acts:
        last |= {name: one for name, one in act.fields.items() if name in _SUMS and isinstance(one, int)}
    imposed = [last[name] for name in IMPOSED if name in last]
    return sum(imposed) if imposed else next((last[name] for name in AT_ISSUE if name in last), None)


def basis(procedure: str) -> str:
    """What a case is judged by: the folder and the calendar."""
    of = engine(procedure)
    return f"{of.whole.folder.digest[:16]} {of.calendar.digest[:16]}"


def _waits(mark: Mark) -> bool:
    """Whether it is something the organ has still to do by a day."""
    return mark.outcome == Outcome.PENDING.word and not mark.of_party and not mark.not_before


def _stands_still(mark: Mark, of: Engine) -> bool:
    """Whether it is a term that began and has no last day: its clock is stopped."""
    duty = next(one.by_id[mark.duty] for one in of.grains if mark.duty in one.by_id).duty
    return mark.due is None and isinstance(duty, TermDuty) and duty.length is not None


def _is_missed(mark: Mark) -> bool:
    """Whether its day has passed and it was not done."""
    broken = mark.outcome == Outcome.UNMET.word and mark.finding in ("violation", "loss")
    return broken and mark.due is not None and mark.done_on is None and not mark.of_party and not mark.not_before


def _day(mark: Mark) -> date:
    return mark.due or date.max


def _mark(case: Case, result: Result, of: Engine) -> Mark:
    duty = next(one.by_id[result.duty] for one in of.grains if result.duty in one.by_id).duty
    due, minute = _parts(result.due)
    lapsed = result.finding is FindingClass.LOSS and not (isinstance(duty, TermDuty) and duty.who == "agency")
    return Mark(
        case=case,
        organ_id=case.organ_id,
        open=case.state in TAKES_ACTS,
        duty=result.duty,
        subject=result.subject,
        outcome=result.outcome.word,
        finding=LAPSED if lapsed else FINDING_WORDS[result.finding],
        due=due,
        minute=minute,
        earliest=_parts(result.earliest)[0] if result.provisional else None,
        not_before=result.not_before,
        of_party=isinstance(duty, TermDuty) and duty.who == "party",
    )


def _note_what_was_done(marks: Sequence[Mark], of: Engine, facts: facts_.Case, as_of: date) -> None:
    """Of terms that were missed: when it was done after all."""
    missed = {one.duty for one in marks if one.outcome == Outcome.UNMET.word and one.due is not None}
    if not missed:
        return
    done = {
        (one.duty.id, one.finding.result.subject): one.distance.done
        for one in tell_case(of, facts, as_of, only=missed).duties
    }
    for mark in marks:
        mark.done_on = _parts(done.get((mark.duty, mark.subject)))[0]


def _parts(moment: date | datetime | None) -> tuple[date | None, int | None]:
    if isinstance(moment, datetime):
        return moment.date(), moment.hour * 60 + moment.minute
    return moment, None
