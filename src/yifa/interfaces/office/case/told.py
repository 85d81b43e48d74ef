"""A case told for its page: duties by light, acts, people, papers, sheets, links, and where it stands in the chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from yifa.interfaces.case_telling import (
    SIGNS,
    tell_day,
    tell_distance,
    tell_due,
    tell_light,
    tell_missing,
    tell_name,
    tell_subject,
    tell_value,
    tell_verdict,
)
from yifa.interfaces.duty_telling import tell_kind, tell_laws, tell_profile, tell_severity
from yifa.interfaces.office.names import named
from yifa.law.catalogue.term import TermDuty
from yifa.law.clock.telling import tell
from yifa.law.duties import Outcome
from yifa.law.facts import Case as Facts
from yifa.law.run.one_case import engine
from yifa.law.run.story import CaseStory, Light, ToldDuty, tell_case
from yifa.law.run.told import ToldAct
from yifa.record.cases.models import Case
from yifa.wording import Language


@dataclass(frozen=True)
class ActLine:
    """An act as the page tells it."""

    number: int
    name: str
    on: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DutyCard:
    """A duty as the page tells it; blank or None where there is nothing to say."""

    id: str
    anchor: str
    title: str
    light: Light
    sign: str
    verdict: str
    kind: str
    laws: tuple[str, ...]
    subject: str | None = None
    far: str | None = None
    due: str | None = None
    done: str | None = None
    severity: str | None = None
    cure: str | None = None
    acts: tuple[ActLine, ...] = ()
    missing: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    overlay: str = ""


@dataclass(frozen=True)
class ToldCase:
    """A case as of a day, in one language. `groups`: duties by light, what is looked at first stands first.

    `nearest`: what its head tells: the gravest that is overdue, else the next that is due, else what lacks a fact. As
    in lists, what the organ has to do by a day comes before days of parties and those on which something may begin.
    """

    story: CaseStory
    acts: tuple[ActLine, ...]
    groups: tuple[tuple[Light, str, str, tuple[DutyCard, ...]], ...]
    coverage: tuple[DutyCard, ...]
    straddled: tuple[str, ...] = ()
    not_applicable: int = 0
    nearest: DutyCard | None = None
    counts: dict[str, int] = field(default_factory=dict)


def told_case(case: Case, facts: Facts, today: date, speech: Language, names: dict[str, str]) -> ToldCase:
    """Tell a case. `names`: how officers and parties that fields refer to are called, by `officer12`, `party7`."""
    story = tell_case(engine(case.procedure), facts, today)
    assessed = [one for one in story.duties if one.finding.result.outcome is not Outcome.NOT_ASSESSABLE]
    cards = [(one.light, card(one, story, speech, names)) for one in assessed]
    groups = tuple(
        (light, SIGNS[light], tell_light(light, speech), tuple(one for _, one in found))
        for light, found in groupby(cards, key=lambda pair: pair[0])
    )
    told_of = list(zip(assessed, (told for _, told in cards), strict=True))
    late = [told for one, told in told_of if one.light is Light.RED and told.due and one.distance.done is None]
    waits = sorted((pair for pair in told_of if pair[0].light is Light.OPEN and pair[1].due), key=_waits_for_another)
    lacking = [told for _, told in told_of if told.missing]
    return ToldCase(
        story=story,
        acts=tuple(act_line(act, speech, names) for act in story.acts),
        groups=groups,
        coverage=tuple(card(one, story, speech, names) for one in story.duties if one not in assessed),
        straddled=story.straddled,
        not_applicable=story.not_applicable,
        nearest=next(iter((*late, *(told for _, told in waits), *lacking)), None),
        counts={light.value: len(found) for light, _, _, found in groups},
    )


def _waits_for_another(pair: tuple[ToldDuty, DutyCard]) -> bool:
    """Whether its day is a party's, or one before which nothing is done."""
    duty = pair[0].duty
    return pair[0].finding.result.not_before or (isinstance(duty, TermDuty) and duty.who == "party")


def card(one: ToldDuty, story: CaseStory, speech: Language, names: dict[str, str]) -> DutyCard:
    """A duty as the page tells it."""
    duty, finding, zh = one.duty, one.finding, speech.tag == "zh"
    cure = finding.cure.get(speech.tag) if finding.cure and one.is_finding else None
    return DutyCard(
        id=duty.id,
        anchor=duty.id.replace("/", "-"),
        title=duty.title.zh if zh else duty.title.en,
        light=one.light,
        sign=SIGNS[one.light],
        verdict=tell_verdict(one, speech),
        kind=tell_kind(duty.kind, speech),
        laws=tuple(tell_laws(finding.law, speech)),
        subject=tell_subject(one, story, speech),
        far=tell_distance(one, speech),
        due=tell_due(one, speech),
        done=None if one.distance.done is None else tell_day(one.distance.done, speech),
        severity=tell_severity(finding.severity, speech) if one.light in (Light.RED, Light.AMBER) else None,
        cure=cure,
        acts=tuple(act_line(act, speech, names) for act in one.acts),
        missing=tuple(tell_missing(miss, speech) for miss in one.missing),
        readings=tuple(reading[speech.tag] for reading in finding.readings),
        reasons=tuple(reasons(one, speech)),
        overlay=" + ".join(tell_profile(name, speech) for name in duty.overlay),
    )


def reasons(one: ToldDuty, speech: Language) -> Iterator[str]:
    """Why this day, sentence by sentence."""
    if one.term is not None:
        yield from tell(one.term, speech)


def act_line(act: ToldAct, speech: Language, names: dict[str, str]) -> ActLine:
    """An act with its fields; people by their names."""
    fields = tuple((tell_name(one, speech), named(tell_value(one, speech), names)) for one in act.fields)
    return ActLine(act.number, tell_name(act, speech), tell_day(act.on, speech), fields)
