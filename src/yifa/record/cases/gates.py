"""Gates: whether an act that is prepared here would break a duty, told by the same duties that find it afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from yifa.law.duties import FindingClass, Outcome
from yifa.law.run.findings import Finding, Result
from yifa.law.run.one_case import engine
from yifa.record.cases.columns import facts_with
from yifa.record.cases.models import Act, Case


def breaks(case: Case, act: Act) -> list[Finding]:
    """The breaches that stand with an act on its day and would not stand without it; violations alone.

    What is late anyway is not held against the act that ends it: without it, it would be as late or later.
    """
    if act.on is None:
        return []
    judge, as_of = engine(case.procedure), _moment(act)
    after, without = facts_with(case, act)
    broken = _broken(judge.judge(after, as_of))
    new = broken - _broken(judge.judge(without(), as_of)) if broken else broken
    if not new:
        return []
    found = judge.findings(after, as_of, only={duty for duty, _ in new})
    return [one for one in found if (one.result.duty, one.result.subject) in new]


def _broken(results: Iterable[Result]) -> set[tuple[str, str]]:
    """The duties broken, each with its subject."""
    unmet, violation = Outcome.UNMET, FindingClass.VIOLATION
    return {(one.duty, one.subject) for one in results if one.outcome is unmet and one.finding is violation}


def _moment(act: Act) -> date | datetime:
    day: date = act.on  # type: ignore[assignment]  # asked for dated acts alone
    if act.minute is None:
        return day
    return datetime(day.year, day.month, day.day, act.minute // 60, act.minute % 60)
