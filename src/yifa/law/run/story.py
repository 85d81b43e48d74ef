"""A case told: its acts in order of time, every duty that applies with its light, its days and why, the findings.

The story is data; terminals and pages put it into words. Days are explained by the clock's own story.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from yifa.law import clock
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.conditions import day_of
from yifa.law.duties.answers import FindingClass, Outcome
from yifa.law.duties.understood import Understood
from yifa.law.facts import EVERYTHING, Act, Case, Moment, Source, View
from yifa.law.run.findings import Finding, written
from yifa.law.run.one_case import Engine
from yifa.law.run.told import Distance, Missing, ToldAct, ToldField, acts_used, distance, missing_facts, told_act


class Light(StrEnum):
    """How a duty stands at a glance; what is looked at first stands first."""

    RED = "red"
    AMBER = "amber"
    BLUE = "blue"
    OPEN = "open"
    GREY = "grey"
    GREEN = "green"


@dataclass(frozen=True)
class ToldDuty:
    """A duty that applies: its light, its finding (if it is one), and the clock's story of its day.

    `acts`: what it rests on. `missing`: what it needs and the case does not show.
    """

    duty: Duty
    light: Light
    finding: Finding
    term: clock.Story | None
    acts: tuple[ToldAct, ...] = ()
    distance: Distance = Distance()
    missing: tuple[Missing, ...] = ()

    @property
    def is_finding(self) -> bool:
        """Whether it is more than in order, pending or not assessable."""
        result = self.finding.result
        return result.finding is not FindingClass.NONE or result.outcome is Outcome.UNKNOWN


@dataclass(frozen=True)
class CaseStory:
    """A case as of a day. `straddled`: texts of law that began or ended while the case ran (P9)."""

    case: Case
    engine: Engine
    as_of: date | datetime
    known_at: datetime | None
    acts: tuple[ToldAct, ...]
    duties: tuple[ToldDuty, ...]
    not_applicable: int
    straddled: tuple[str, ...]

    @property
    def findings(self) -> tuple[ToldDuty, ...]:
        """What is worth a person's look."""
        return tuple(one for one in self.duties if one.is_finding)

    def as_data(self) -> dict[str, Any]:
        """As plain data for JSON and pages."""
        procedure = self.engine.whole.folder.procedure
        return {
            "case": self.case.id,
            "procedure": {"id": procedure.id, "zh": procedure.title.zh, "en": procedure.title.en},
            "as_of": written(self.as_of),
            "known_at": written(self.known_at),
            "acts": [
                {
                    "act": act.kind,
                    "zh": act.zh,
                    "en": act.en,
                    "on": written(act.on),
                    "fields": [_field_data(one) for one in act.fields],
                }
                for act in self.acts
            ],
            "duties": [_duty_data(one) for one in self.duties],
            "not_applicable": self.not_applicable,
            "straddled": list(self.straddled),
        }


def tell_case(
    engine: Engine,
    case: Case,
    as_of: date | datetime,
    known_at: datetime | None = None,
    *,
    source: Source = EVERYTHING,
    only: Collection[str] | None = None,
) -> CaseStory:
    """Tell a case as of a day; `only` these duties, and then what does not apply is not counted.

    Acts of one day without a time stand in the order in which the procedure has them.
    """
    everything = [] if only is not None else engine.judge(case, as_of, known_at, source=source)
    view = View(case, Moment.of(as_of), known_at)
    course = {kind: place for place, kind in enumerate(engine.whole.folder.procedure.acts)}
    acts = sorted(
        (act for several in view.acts.values() for act in several),
        key=lambda act: (*act.order[:4], course.get(act.kind, len(course)), *act.order[4:]),
    )
    told = tuple(told_act(number, act, engine.whole.folder.procedure) for number, act in enumerate(acts, 1))
    understood = {one.duty.id: one for grain in engine.whole.grains for one in grain.duties}
    duties = [
        _duty(engine, one, understood[one.result.duty], told, view, source)
        for one in engine.findings(case, as_of, known_at, source=source, only=only, every=True)
    ]
    duties.sort(key=_weight)
    return CaseStory(
        case=case,
        engine=engine,
        as_of=as_of,
        known_at=known_at,
        acts=told,
        duties=tuple(duties),
        not_applicable=sum(result.outcome is Outcome.NOT_APPLICABLE for result in everything),
        straddled=tuple(dict.fromkeys(_straddled(engine, case, acts))),
    )


_LIGHTS = tuple(Light)
_SEVERITIES = ("VOID", "REVOKE", "VOID-risk", "REVOKE-risk", "BAR", "LOSS", "MINOR", "DISC", "DEFECT", "AUTO", "MGMT")


def _weight(one: ToldDuty) -> tuple[int, int, str]:
    """What is looked at first stands first: the light, the graver consequence of what is broken, the earlier day."""
    broken = one.light in (Light.RED, Light.AMBER)
    due = one.finding.result.due
    return (
        _LIGHTS.index(one.light),
        _SEVERITIES.index(one.finding.severity) if broken else 0,
        "9999" if due is None else due.isoformat(),
    )


def light_of(finding: Finding) -> Light:
    """The light of a result."""
    result = finding.result
    match result.finding:
        case FindingClass.VIOLATION | FindingClass.LOSS:
            return Light.RED
        case FindingClass.ADVISORY:
            return Light.AMBER
        case FindingClass.AUTO:
            return Light.BLUE
    lights = {Outcome.MET: Light.GREEN, Outcome.PENDING: Light.OPEN}
    return lights.get(result.outcome, Light.GREY)


def _duty(
    engine: Engine, finding: Finding, one: Understood, acts: tuple[ToldAct, ...], view: View, source: Source
) -> ToldDuty:
    duty, result = one.duty, finding.result
    cited = citation(duty.law[0])
    term = None
    if finding.answer is not None:
        article = cited.article_on(finding.answer.start)
        numbered = article if article and article[0].isdigit() else None  # a paper's own numbering is no article
        term = clock.story(finding.answer, law=cited.statute.title.short, article=numbered)
    used = acts_used(finding.facts, acts)
    start = finding.answer.start if finding.answer is not None else None
    return ToldDuty(
        duty,
        light_of(finding),
        finding,
        term,
        used,
        distance(duty, result, used, finding.as_of, engine.calendar, start),
        tuple(missing_facts(one, result, view, source, engine.whole.folder.procedure)),
    )


def _field_data(one: ToldField) -> dict[str, Any]:
    """A field as data; `words` where its value is a word with a name."""
    data: dict[str, Any] = {"field": one.name, "zh": one.zh, "en": one.en, "value": one.value}
    return data if one.word is None else data | {"words": {"zh": one.word.zh, "en": one.word.en}}


def _duty_data(one: ToldDuty) -> dict[str, Any]:
    gap = one.distance
    return {
        **one.finding.as_data(),
        "light": one.light.value,
        "term": one.term.as_data() if one.term else None,
        "done": written(gap.done),
        "over": None if gap.over is None else str(gap.over),
        "left": None if gap.left is None else str(gap.left),
        "missing": [
            {"other_cases": True}
            if miss.other_cases
            else {"zh": miss.zh, "en": miss.en, "day": miss.day}
            | ({} if miss.field_zh is None else {"field": {"zh": miss.field_zh, "en": miss.field_en}})
            for miss in one.missing
        ],
    }


def _straddled(engine: Engine, case: Case, acts: list[Act]) -> Iterator[str]:
    """The texts that began or ended between the first and the last act of the case, where they hold for its organ."""
    days = [day_of(act.day) for act in acts if act.day is not None]
    if not days:
        return
    first, last = min(days), max(days)
    profiles = {profile.name for profile in case.organ.profiles}
    for duty in engine.whole.folder.duties:
        begun, ended = duty.valid.from_, duty.valid.to
        changes = (begun is not None and first < begun <= last) or (ended is not None and first <= ended < last)
        if changes and profiles.issuperset(duty.overlay):
            yield duty.law[0].rsplit(" ", 1)[0]
