"""How a finding in a ledger is told, the same in workbook, page, data and terminal.

What the machine says is a doubtful point going by the ledger, and what follows is told as what would follow if it is
so. Whether it is so a person decides.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from sys import intern

from yifa.interfaces.case_telling import (
    SIGNS,
    tell_day,
    tell_distance,
    tell_due,
    tell_missing,
    tell_name,
    tell_subject,
    tell_value,
)
from yifa.interfaces.duty_telling import tell_kind, tell_laws
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.term import TermDuty
from yifa.law.clock.telling import tell
from yifa.law.duties import FindingClass, Outcome
from yifa.law.run.findings import Finding, Result
from yifa.law.run.story import Light, light_of
from yifa.law.run.told import ToldAct
from yifa.ledgers.identifiers import mask
from yifa.oversight.supervision.points import Point
from yifa.oversight.supervision.supervised import needed_of_declared
from yifa.wording import Language

GRAVITY = ("VOID", "REVOKE", "VOID-risk", "REVOKE-risk", "BAR", "LOSS", "MINOR", "DISC", "DEFECT", "AUTO", "MGMT")
"""Consequences, the graver first."""


class Found(StrEnum):
    """What a finding is at a glance, what is looked at first first."""

    RED = "red"
    AMBER = "amber"
    BLUE = "blue"
    LAPSED = "lapsed"
    """A right of a party that nobody used in time: it happens every day, and is no fault of the organ."""
    GREY = "grey"


FOUND = tuple(Found)
POINTS = (Found.RED, Found.AMBER, Found.BLUE)
"""What an organ has to look at point by point."""
FOUND_SIGNS = {
    Found.RED: SIGNS[Light.RED],
    Found.AMBER: SIGNS[Light.AMBER],
    Found.BLUE: SIGNS[Light.BLUE],
    Found.LAPSED: "○",
    Found.GREY: SIGNS[Light.GREY],
}
"""The shape of each."""


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """One finding in the words of one language.

    `fact_numbers`: the places of the acts it rests on in their case. `declared`: what it rests on beside the ledger.
    """

    organ: str
    organ_id: str
    procedure: str
    procedure_id: str
    number: str
    duty: str
    duty_id: str
    kind: str
    subject: str
    subject_id: str
    case: str
    light: Found
    verdict: str
    severity: str
    severity_tag: str
    laws: str
    due: str
    due_day: date | None
    far: str
    reasons: tuple[str, ...]
    facts: tuple[str, ...]
    declared: str
    fact_numbers: tuple[int, ...]
    missing: str
    readings: tuple[str, ...]
    cure: str
    file: str
    sheet: str
    row: int | None

    @property
    def weight(self) -> tuple[int, int, str, str, str]:
        """What is looked at first stands first: the light, the graver consequence, then duty and case."""
        gravity = GRAVITY.index(self.severity_tag) if self.severity_tag in GRAVITY else len(GRAVITY)
        return (
            FOUND.index(self.light),
            gravity,
            self.duty_id,
            self.due_day.isoformat() if self.due_day else "",
            self.number,
        )


def caution(speech: Language) -> str:
    """What stands beside every list of findings."""
    return speech.say("Every point is a clue going by the ledgers alone; whether it is so a person finds out.")


def found_of(finding: Finding, duty: Duty) -> Found:
    """What a finding is at a glance."""
    if finding.result.finding is FindingClass.LOSS and not (isinstance(duty, TermDuty) and duty.who == "agency"):
        return Found.LAPSED
    return Found(light_of(finding).value)


def tell_light(light: Found, speech: Language) -> str:
    """What a light stands for among findings."""
    say = speech.say
    return {
        Found.RED: say("doubtful points"),
        Found.AMBER: say("contested points"),
        Found.BLUE: say("points taken as so by law"),
        Found.LAPSED: say("rights parties let lapse"),
        Found.GREY: say("points left open by blanks"),
    }[light]


def tell_found(result: Result, speech: Language) -> str:
    """What a finding is, in a few words."""
    say = speech.say
    by_class = {
        FindingClass.VIOLATION: say("doubtful: going by the ledger, not as the rule asks"),
        FindingClass.LOSS: say("doubtful: going by the ledger, the right or power has lapsed"),
        FindingClass.ADVISORY: say("contested: going by the ledger, readings differ; a person decides"),
        FindingClass.AUTO: say("going by the ledger, taken as so by law"),
    }
    if result.finding in by_class:
        return by_class[result.finding]
    assert result.outcome is Outcome.UNKNOWN  # noqa: S101 - nothing else is a finding
    return say("open: a cell it needs is blank in the ledger")


def tell_if_so(tag: str, speech: Language) -> str:
    """What would follow if it is so, as a sentence."""
    return speech.say("if it is so: {consequence}", consequence=tell_consequence(tag, speech))


def tell_consequence(tag: str, speech: Language) -> str:
    """What would follow if it is so, where the words beside say that it is told so."""
    say = speech.say
    known = {
        "VOID": say("the act is void"),
        "REVOKE": say("the act may be revoked"),
        "VOID-risk": say("the act may be held void"),
        "REVOKE-risk": say("the act risks being revoked"),
        "BAR": say("the next step may not be taken before it is done"),
        "LOSS": say("the right or power is lost"),
        "MINOR": say("the act stands, but a flaw of its procedure is put on record"),
        "DISC": say("it must be put right, and those responsible may answer for it"),
        "DEFECT": say("the paper has a flaw that can be corrected"),
        "AUTO": say("the law itself brings it about"),
        "MGMT": say("a matter of good management"),
    }
    return known.get(tag, tag)


def told_finding(point: Point, organs: Mapping[str, str], speech: Language, *, personal: bool = False) -> ToldFinding:
    """A finding in words; `organs`: names by id. `personal`: show what tells of persons as it stands.

    There are many findings, and few words: the same are kept once.
    """
    told, story = point.told, point.story
    finding, result = told.finding, told.finding.result
    zh = speech.tag == "zh"
    procedure = story.engine.whole.folder.procedure
    due = result.due
    hidden = frozenset() if personal else point.ledger.ledger.personal
    return ToldFinding(
        organ=intern(organs.get(point.organ or "", point.organ or speech.say("organ not named"))),
        organ_id=intern(point.organ or ""),
        procedure=procedure.title.zh if zh else procedure.title.en,
        procedure_id=procedure.id,
        number=point.number,
        duty=told.duty.title.zh if zh else told.duty.title.en,
        duty_id=told.duty.id,
        kind=intern(tell_kind(told.duty.kind, speech)),
        subject=intern(tell_subject(told, story, speech) or ""),
        subject_id=intern(result.subject),
        case=point.case,
        light=found_of(finding, told.duty),
        verdict=intern(tell_found(result, speech)),
        severity=intern(tell_if_so(finding.severity, speech) if told.light in (Light.RED, Light.AMBER) else ""),
        severity_tag=finding.severity,
        laws=intern(speech.list(tell_laws(finding.law, speech))),
        due=intern(tell_due(told, speech) or ""),
        due_day=None if due is None else date(due.year, due.month, due.day),
        far=intern(tell_distance(told, speech) or ""),
        reasons=() if told.term is None else tuple(map(intern, tell(told.term, speech))),
        facts=tuple(intern(tell_fact(act, hidden, speech)) for act in told.acts),
        declared=intern(tell_declared(needed_of_declared(point.ledger, result.duty), procedure, speech)),
        fact_numbers=tuple(act.number for act in told.acts),
        missing=intern(speech.list([tell_missing(one, speech) for one in told.missing])),
        readings=tuple(reading["zh" if zh else "en"] for reading in finding.readings),
        cure=finding.cure.get("zh" if zh else "en", ""),
        file=intern(point.file or ""),
        sheet=intern(point.sheet or ""),
        row=point.row,
    )


def tell_declared(acts: Collection[str], procedure: Procedure, speech: Language) -> str:
    """What whoever keeps the ledger says did not occur, where a finding rests on it."""
    if not acts:
        return ""
    named = [procedure.acts[act].zh if speech.tag == "zh" else procedure.acts[act].en for act in sorted(acts)]
    return speech.say("as declared by the sender of the ledger, none occurred of: {acts}", acts=speech.list(named))


def tell_fact(act: ToldAct, hidden: frozenset[str], speech: Language) -> str:
    """An act with its day and what of it was read; what tells of persons is masked where it is `hidden`."""
    fields = [
        f"{tell_name(one, speech)} {mask(one.value) if f'field.{one.name}' in hidden else tell_value(one, speech)}"
        for one in act.fields
    ]
    named = speech.say("{act}: {day}", act=tell_name(act, speech), day=tell_day(act.on, speech))
    return named if not fields else f"{named}{'，' if speech.tag == 'zh' else ', '}{speech.list(fields)}"
