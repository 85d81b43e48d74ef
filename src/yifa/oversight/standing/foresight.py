"""What would follow if an act were recorded: which duties it meets, which days it sets, which it would break.

By the same duties that judge what was recorded; nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import product
from math import prod
from typing import Any

from yifa.law import facts
from yifa.law.catalogue.kinds.order import Order
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.term import TermDuty
from yifa.law.conditions import Type
from yifa.law.duties import FindingClass, Outcome
from yifa.law.facts import needs
from yifa.law.facts.case_format import with_counted
from yifa.law.run.findings import Finding, Result
from yifa.law.run.one_case import engine
from yifa.law.run.story import CaseStory, tell_case
from yifa.record.cases.acting import Happening, act_of_case
from yifa.record.cases.columns import act_of, facts_of, procedure_of
from yifa.record.cases.models import Act, Case
from yifa.record.organs.actions import Actor

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_BROKEN = (FindingClass.VIOLATION, FindingClass.LOSS)
_MOST_TRIED = 64
"""So many ways of filling in an act are tried; where there are more, its content is left to decide."""


@dataclass(frozen=True)
class Change:
    """A duty that comes to something else: what it came to before, where it was asked at all, and what then."""

    before: Result | None
    after: Finding

    @property
    def breaks(self) -> bool:
        """Whether it is broken by it, and was not before."""
        result = self.after.result
        was = self.before is not None and self.before.finding in _BROKEN
        return result.outcome is Outcome.UNMET and result.finding is FindingClass.VIOLATION and not was


@dataclass(frozen=True)
class Stop:
    """What an act would break with nothing told of it but its day. `always`: no content of the act could mend that."""

    finding: Finding
    always: bool


@dataclass(frozen=True)
class Foreseen:
    """A case as it would stand with an act, and what changes in it."""

    story: CaseStory
    changes: tuple[Change, ...]

    @property
    def breaks(self) -> tuple[Finding, ...]:
        """What the act would break."""
        return tuple(one.after for one in self.changes if one.breaks)


def foresee(case: Case, happening: Happening, *, actor: Actor) -> Foreseen:
    """What would follow from an act as somebody tells it. Raises `NotRecorded` for what the procedure does not know."""
    act, told = act_of_case(case, happening, actor, procedure_of(case)), facts_of(case)
    return _foreseen(case, _with(told, act, procedure_of(case)), told, _moment(act, actor))


def foresee_correction(act: Act, happening: Happening, *, actor: Actor, withdrawn: bool = False) -> Foreseen:
    """What would follow if an act on record were put right, or said not to have happened. Raises `NotRecorded`."""
    case, recorded = act.case, list(act.case.acts.order_by("id"))
    made = act_of_case(case, happening, actor, procedure_of(case))
    made.corrects, made.withdrawn = act, withdrawn
    told, then = facts_of(case, recorded), facts_of(case, [*recorded, made])
    return _foreseen(case, then, told, actor.recorded.date())


def foresee_kinds(case: Case, told: facts.Case, kinds: Iterable[str], on: date) -> Mapping[str, Sequence[Stop]]:
    """Of kinds of acts, each done on a day with nothing else told of it: what it would break, the certain first.

    `told`: the facts of the case.
    """
    procedure, of = procedure_of(case), engine(case.procedure)
    before = {one.key for one in of.judge(told, on) if one.finding in _BROKEN}
    found = {}
    for kind in kinds:
        act = Act(case=case, kind=kind, on=on, fields={})
        then = _with(told, act, procedure)
        keys = {one.key for one in of.judge(then, on) if _violated(one)} - before
        after = of.findings(then, on, only={duty for duty, _ in keys}) if keys else []
        broken = [one for one in after if one.result.key in keys]
        stops = [Stop(one, not _content_decides(one.result, told, act, procedure, on)) for one in broken]
        found[kind] = sorted(stops, key=lambda one: not one.always)
    return found


def _content_decides(broken: Result, told: facts.Case, act: Act, procedure: Procedure, on: date) -> bool:
    """Whether a duty that a blank act breaks is, or may be, kept by the same act filled in."""
    of = engine(procedure.id)
    duty = next(one.by_id[broken.duty] for one in of.grains if broken.duty in one.by_id)
    read = {field for column in duty.reads for kind, field in needs(column) if kind == act.kind and field is not None}
    values = {name: list(_values(procedure, name)) for name in sorted(read) if name in procedure.fields}
    if not all(values.values()) or prod(map(len, values.values())) > _MOST_TRIED:
        return True
    for filled in product(*values.values()):
        fields = {name: value for name, value in zip(values, filled, strict=True) if value is not None}
        then = _with(told, Act(case=act.case, kind=act.kind, on=on, fields=fields), procedure)
        results = of.judge(then, on, only={broken.duty})
        if not any(one.key == broken.key and _violated(one) for one in results):
            return True
    return False


def _values(procedure: Procedure, field: str) -> Iterator[Any]:
    """Everything a field may hold, as it is kept, blank first; nothing where that cannot be listed."""
    declared = procedure.fields[field]
    if declared.type is Type.YES_NO:
        yield from (None, "yes", "no")
    elif declared.type is Type.WORD and declared.words:
        yield from (None, *declared.words)


def wanted_next(case: Case, told: facts.Case, today: date) -> Mapping[str, Result]:
    """The kinds of acts that duties wait for, each with the duty whose day is the nearest."""
    of, procedure = engine(case.procedure), procedure_of(case)
    duties = {one.duty.id: one.duty for grain in of.whole.grains for one in grain.duties}
    found: dict[str, Result] = {}
    for result in sorted(of.judge(told, today), key=lambda one: str(one.due or "9999")):
        duty = duties[result.duty]
        waits = result.outcome is Outcome.PENDING or (result.outcome is Outcome.UNMET and result.finding in _BROKEN)
        if not waits or not isinstance(duty, TermDuty) or result.not_before or duty.who == "party":
            continue
        for kind in acts_named(duty.done, procedure):
            found.setdefault(kind, result)
    return found


def wanted_before(case: Case, told: facts.Case, broken: Mapping[str, Sequence[Stop]]) -> list[str]:
    """The kinds of acts that must come before others, where these would break a duty for lack of them for certain.

    `broken`: what `foresee_kinds` found; in the order of the procedure.
    """
    procedure, done = procedure_of(case), {one.kind for one in told.acts}
    duties = {one.duty.id: one.duty for grain in engine(case.procedure).whole.grains for one in grain.duties}
    certain = {stop.finding.result.duty for stops in broken.values() for stop in stops if stop.always}
    orders = [duty for id_ in certain if isinstance(duty := duties.get(id_), Order) and duty.earlier is not None]
    named = {kind for duty in orders for kind in acts_named([duty.earlier or ""], procedure)}
    return [kind for kind in procedure.acts if kind in named - done]


def acts_named(texts: Iterable[str], procedure: Procedure) -> list[str]:
    """The kinds of acts that texts of a duty name, in their order."""
    return list(dict.fromkeys(name for text in texts for name in _NAME.findall(text) if name in procedure.acts))


def _foreseen(case: Case, then: facts.Case, now: facts.Case, moment: date | datetime) -> Foreseen:
    of = engine(case.procedure)
    before = {one.key: one for one in of.judge(now, moment)}
    story = tell_case(of, then, moment)
    changes = [
        Change(held, one.finding)
        for one in story.duties
        if (held := before.get(one.finding.result.key)) is None or _differs(held, one.finding.result)
    ]
    return Foreseen(story, tuple(changes))


def _differs(before: Result, after: Result) -> bool:
    return (before.outcome, before.finding, before.due) != (after.outcome, after.finding, after.due)


def _violated(result: Result) -> bool:
    return result.outcome is Outcome.UNMET and result.finding is FindingClass.VIOLATION


def _with(told: facts.Case, act: Act, procedure: Procedure) -> facts.Case:
    """The facts of a case with an act more."""
    return replace(told, acts=(*told.acts, *with_counted([act_of(act, procedure)], procedure)))


def _moment(act: Act, actor: Actor) -> date | datetime:
    """As of when it is asked: the day of the act, or today where it lies behind or has none."""
    today = actor.recorded.date()
    return today if act.on is None else max(act.on, today)
