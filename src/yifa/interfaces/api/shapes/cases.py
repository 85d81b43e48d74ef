"""Cases and what hangs on them, in and out of the API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from yifa.interfaces.api.shapes.fields import (
    Code,
    Day,
    Fields,
    Id,
    Line,
    Minute,
    Name,
    Number,
    Reason,
    Sent,
    Short,
    Told,
    Word,
)

StateWord = Literal["open", "concluded", "closed", "merged", "transferred", "sent", "void"]
OpennessWord = Literal["open", "on-request", "closed"]
GroundWord = Literal[
    "state-security", "forbidden", "business-secret", "privacy", "internal", "process", "enforcement-file"
]
Member = Annotated[str, StringConstraints(pattern=r"^(officer|post|organ)[1-9][0-9]{0,17}$")]
"""Somebody who may know of a matter, as in officer12."""
RoleWord = Literal["party", "third-party", "representative", "witness", "handler", "assistant", "reviewer"]


class CaseShape(Told):
    """A case. `title` as it was written down; blank where it was erased. `known_to`: who alone may know of it."""

    id: int
    organ: str
    procedure: str
    number: str
    came_as: str
    title: str
    opened: date
    state: str
    openness: str
    openness_ground: str
    known_to: list[str]
    facts: dict[str, Any]
    version: int


class CasePage(Told):
    """Some cases; `next`: what to ask for `after` to get those that follow."""

    cases: list[CaseShape]
    next: int | None


class ActShape(Told):
    """An act. Fields that name somebody hold `officer12` or `party7`. `stands`: no later act corrects it."""

    id: int
    kind: str
    on: date | None
    minute: int | None
    number: str
    fields: dict[str, Any]
    recorded_at: datetime
    recorded_by: str
    reason: str
    corrects: int | None
    withdrawn: bool
    stands: bool


class ActList(Told):
    """The acts of a case in the order in which they were recorded."""

    acts: list[ActShape]


class ParticipantShape(Told):
    """Who takes part; `reference` is how fields of acts name him, `name` is masked and blank where it was erased."""

    id: int
    role: str
    reference: str
    name: str
    first: date
    last: date | None


class ParticipantList(Told):
    """Who takes part in a case."""

    participants: list[ParticipantShape]


class DutyShape(Told):
    """What a duty comes to as of the day: its light, its last day, and what it rests on."""

    duty: str
    subject: str
    title: str
    light: str
    outcome: str
    finding: str | None
    verdict: str
    law: list[str]
    due: str | None
    due_earliest: str | None
    cure: str


class DutyList(Told):
    """What the duties of a case come to as of a day. What the machine says is a clue; a person decides."""

    case: int
    as_of: date
    duties: list[DutyShape]
    not_applicable: int
    caution: str


class ActSent(Sent):
    """An act as it is told: its kind, its day, and the fields of the procedure."""

    kind: Word
    on: Day | None = None
    minute: Minute | None = None
    number: Short = ""
    fields: Fields = Field(default_factory=dict)


class HappenedSent(ActSent):
    """An act that has happened; with a reason where it broke a duty."""

    reason: Annotated[str, Line] = ""


class CorrectionSent(ActSent):
    """What an act should have said, and why it is put right."""

    reason: Reason


class BecauseSent(Sent):
    """Why."""

    reason: Reason


class CaseSent(Sent):
    """A case that is opened, with what has happened so far.

    `openness`: one that is not made public (`closed`) says on which ground. `known_to`: who alone may know of it;
    nobody named is everybody in whose scope it lies.
    """

    organ: Code
    procedure: Word
    number: Number
    on: Day
    title: Line = ""
    came_as: Short = ""
    openness: OpennessWord = "on-request"
    openness_ground: GroundWord | None = None
    openness_reason: Line = ""
    known_to: Annotated[list[Member], Field(max_length=100)] = Field(default_factory=list)
    facts: Fields = Field(default_factory=dict)
    acts: Annotated[list[ActSent], Field(max_length=100)] = Field(default_factory=list)


class ParticipantSent(Sent):
    """Who takes part: an officer by the number of his row, or an outsider by name and identifier."""

    role: RoleWord
    on: Day
    officer: Id | None = None
    name: Name | None = None
    identifier: Short = ""


class DaySent(Sent):
    """On which day."""

    on: Day


class CaseRecorded(Told):
    """The case that was opened or changed."""

    id: int
    version: int


class ActRecorded(Told):
    """The act that was recorded, and its place in the chain of its organ."""

    id: int
    case: int
    organ: str
    entry: int
    digest: str


class ParticipantRecorded(Told):
    """Who takes part now."""

    id: int
    reference: str
