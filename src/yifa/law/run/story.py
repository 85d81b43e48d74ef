"""A case told: its acts in order of time, every duty that applies with its light, its days and why, the findings.

The story is data; terminals and pages put it into words. Days are explained by the clock's own story.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from yifa.law import clock
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.clock import Length
from yifa.law.conditions import day_of
from yifa.law.duties.answers import FindingClass, Outcome
from yifa.law.facts import EVERYTHING, Act, Case, Moment, Source, View
from yifa.law.run.facts_used import said_value
from yifa.law.run.findings import Finding, written
from yifa.law.run.one_case import Engine


class Light(StrEnum):
    """How a duty stands at a glance; what is looked at first stands first."""

    RED = "red"
    AMBER = "amber"
    BLUE = "blue"
    OPEN = "open"
    GREY = "grey"
    GREEN = "green"


@dataclass(frozen=True)
class ToldField:
    """A field of an act as it is told; `length` where it is one."""

    name: str
    zh: str
    en: str
    value: str
    length: Length | None = None


@dataclass(frozen=True)
class ToldAct:
    """An act as it is told: its names, when it was, what it says."""

    kind: str
    zh: str
    en: str
    on: date | datetime | None
    fields: tuple[ToldField, ...]


@dataclass(frozen=True)
class ToldDuty:
    """A duty that applies: its light, its finding (if it is one), and the clock's story of its day."""

    duty: Duty
    light: Light
    finding: Finding
    term: clock.Story | None

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
                    "fields": [
                        {"field": one.name, "zh": one.zh, "en": one.en, "value": one.value} for one in act.fields
                    ],
                }
                for act in self.acts
            ],
            "duties": [
                {
                    **one.finding.as_data(),
                    "light": one.light.value,
                    "term": one.term.as_data() if one.term else None,
                }
                for one in self.duties
            ],
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
) -> CaseStory:
    """Tell a case as of a day."""
    everything = engine.judge(case, as_of, known_at, source=source)
    told = [_duty(engine, one) for one in engine.findings(case, as_of, known_at, source=source, every=True)]
    order = list(Light)
    told.sort(key=lambda one: order.index(one.light))
    view = View(case, Moment.of(as_of), known_at)
    acts = sorted((act for several in view.acts.values() for act in several), key=lambda act: act.order)
    return CaseStory(
        case=case,
        engine=engine,
        as_of=as_of,
        known_at=known_at,
        acts=tuple(_act(engine, act) for act in acts),
        duties=tuple(told),
        not_applicable=sum(result.outcome is Outcome.NOT_APPLICABLE for result in everything),
        straddled=tuple(dict.fromkeys(_straddled(engine, acts))),
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


def _duty(engine: Engine, finding: Finding) -> ToldDuty:
    duty = engine.whole.folder.duty(finding.result.duty)
    assert duty is not None  # noqa: S101 - every result is of a duty of the folder
    cited = citation(duty.law[0])
    term = None
    if finding.answer is not None:
        term = clock.story(finding.answer, law=cited.statute.title.short, article=cited.article)
    return ToldDuty(duty, light_of(finding), finding, term)


def _act(engine: Engine, act: Act) -> ToldAct:
    procedure = engine.whole.folder.procedure
    kind = procedure.acts[act.kind]
    on: date | datetime | None = None if act.day is None else day_of(act.day)
    if on is not None and act.minute is not None:
        on = datetime(on.year, on.month, on.day) + timedelta(minutes=act.minute)
    known = [(name, value, procedure.fields[name]) for name, value in act.fields.items() if name in procedure.fields]
    fields = tuple(
        ToldField(name, one.zh, one.en, said_value(value, one.type), value if isinstance(value, Length) else None)
        for name, value, one in known
    )
    return ToldAct(act.kind, kind.zh, kind.en, on, fields)


def _straddled(engine: Engine, acts: list[Act]) -> Iterator[str]:
    """The texts that began or ended between the first and the last act of the case."""
    days = [day_of(act.day) for act in acts if act.day is not None]
    if not days:
        return
    first, last = min(days), max(days)
    for duty in engine.whole.folder.duties:
        begun, ended = duty.valid.from_, duty.valid.to
        if (begun is not None and first < begun <= last) or (ended is not None and first <= ended < last):
            yield duty.law[0].rsplit(" ", 1)[0]
