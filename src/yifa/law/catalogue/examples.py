"""Worked cases of a folder, grouped as a lawyer would look for them: `examples.yaml`, or several `examples-*.yaml`.

An example is a name, the acts of a case in the case format, and what every duty asked about must come to. They are
tests for every engine and for the judge.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from yifa.law.catalogue.duty import FindingClass
from yifa.law.catalogue.reading import CorpusModel

OutcomeName = Literal["not-applicable", "pending", "met", "unmet", "unknown", "not-assessable"]


def _moment_or_day(written: Any) -> Any:
    """A moment is written with a time of day; all else is a day."""
    return datetime.fromisoformat(written) if isinstance(written, str) and "T" in written else written


def _outcome_alone(given: object) -> object:
    return {"outcome": given} if isinstance(given, str) else given


def _one_is_a_list(given: object) -> object:
    return given if isinstance(given, list | tuple) else (given,)


Moment = Annotated[date | datetime, BeforeValidator(_moment_or_day)]


class Carries(CorpusModel):
    """What the source of the example carries: all acts but those named; of the fields those shown, or all.

    `without` names acts, or fields as `act.field`. A field that is carried and blank is unknown, one that is not
    carried cannot be assessed.
    """

    fields: Literal["shown", "all"] = "shown"
    without: tuple[str, ...] = ()


class Expected(CorpusModel):
    """What a duty must come to for one subject; `due` is compared where given."""

    outcome: OutcomeName
    class_: FindingClass | None = Field(default=None, alias="class")
    due: Moment | None = None
    subject: str | None = None


ExpectedOfDuty = Annotated[
    tuple[Annotated[Expected, BeforeValidator(_outcome_alone)], ...], BeforeValidator(_one_is_a_list)
]


class Example(CorpusModel):
    """One worked case. `expect` names the duties asked about; a list where a duty has several subjects.

    `attributes`: facts of the case or the organ that belong to no act; like fields they are carried where shown.
    """

    name: str
    profile: tuple[str, ...] = ("statute",)
    procedure: str | None = None
    events: tuple[dict[str, Any], ...] = Field(min_length=1)
    as_of: Moment | None = Field(default=None, alias="as-of")
    known_at: Moment | None = Field(default=None, alias="known-at")
    carries: Carries = Carries()
    counts: Mapping[str, int] = Field(default_factory=dict)
    years: tuple[int, ...] = ()
    attributes: Mapping[Literal["case", "organ"], Mapping[str, Any]] = Field(default_factory=dict)
    expect: Mapping[str, ExpectedOfDuty] = Field(min_length=1)
    why: str | None = None


class Group(CorpusModel):
    """Examples under a heading."""

    about: str
    examples: tuple[Example, ...] = Field(min_length=1)


class ExamplesFile(CorpusModel):
    """One `examples*.yaml`."""

    groups: tuple[Group, ...]
