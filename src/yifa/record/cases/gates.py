"""Gates: whether an act that is prepared here would break a duty, told by the same duties that find it afterwards."""

from __future__ import annotations

from datetime import date, datetime

from yifa.law.duties import FindingClass, Outcome
from yifa.law.run.findings import Finding
from yifa.law.run.one_case import engine
from yifa.record.cases.columns import facts_of
from yifa.record.cases.models import Act, Case


def breaks(case: Case, act: Act) -> list[Finding]:
    """The breaches that stand with an act on its day and would not stand without it; violations alone.

    What is late anyway is not held against the act that ends it: without it, it would be as late or later.
    """
    if act.on is None:
        return []
    judge = engine(case.procedure)
    told = list(case.acts.order_by("id"))
    as_of = _moment(act)
    before = {one.key for one in judge.findings(facts_of(case, told, named=True), as_of) if _breach(one)}
    after = judge.findings(facts_of(case, [*told, act], named=True), as_of)
    return [one for one in after if _breach(one) and one.key not in before]


def _breach(finding: Finding) -> bool:
    result = finding.result
    return result.outcome is Outcome.UNMET and result.finding is FindingClass.VIOLATION


def _moment(act: Act) -> date | datetime:
    day: date = act.on  # type: ignore[assignment]  # asked for dated acts alone
    if act.minute is None:
        return day
    return datetime(day.year, day.month, day.day, act.minute // 60, act.minute % 60)
