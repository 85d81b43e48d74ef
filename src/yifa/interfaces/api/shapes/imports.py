"""Batches of cases that are sent by another system, in and out of the API."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from yifa.interfaces.api.shapes.fields import (
    BatchName,
    Code,
    Day,
    Fields,
    Minute,
    Name,
    Number,
    Sent,
    Short,
    Told,
    Word,
)

People = Annotated[
    dict[Word, Annotated[list[Name], Field(min_length=1, max_length=50)]],
    Field(max_length=50, json_schema_extra={"additionalProperties": False}),
]


class ImportedAct(Sent):
    """An act as the other system tells it. Who is named in it stands under `people`, by name, and is kept apart."""

    kind: Word
    on: Day | None = None
    minute: Minute | None = None
    number: Short = ""
    fields: Fields = Field(default_factory=dict)
    people: People = Field(default_factory=dict)


class ImportedCase(Sent):
    """A case with all that the other system tells of it now; what it told before and leaves out is withdrawn."""

    organ: Code
    procedure: Word
    number: Number
    facts: Fields = Field(default_factory=dict)
    acts: Annotated[list[ImportedAct], Field(max_length=200)] = Field(default_factory=list)
    party_name: Short = ""
    party_identifier: Short = ""


class BatchSent(Sent):
    """What comes together, so that it can be taken back together."""

    batch: BatchName
    cases: Annotated[list[ImportedCase], Field(min_length=1, max_length=500)]


class LeftOut(Told):
    """A case of which nothing was kept, by its place in `cases`, from 1: it bears a mark of a state secret, or names a
    party that was forgotten.
    """

    place: int
    why: Literal["state-secret", "party-forgotten"]


class BatchTaken(Told):
    """What came of a batch."""

    batch: str
    new: int
    changed: int
    unchanged: int
    acts: int
    withdrawn: int
    left_out: list[LeftOut]
    named: list[int]
    """The places of cases that named a party in free words, which say 当事人 now."""


class BatchUndone(Told):
    """How many acts were withdrawn, how many of earlier batches stand again, and which cases were left as they are."""

    batch: str
    withdrawn: int
    brought_back: int
    worked_on: list[str]
    """The numbers of cases in which somebody worked since."""
