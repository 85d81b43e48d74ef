"""What every duty has, whatever its kind: what it is for, when it applies, what it rests on, what a breach means.

One file of `kinds` adds to it what a kind needs; `yifa.law.duties.kinds` has, under the same name, what it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field, field_validator

from yifa.law.catalogue.procedures import ALWAYS
from yifa.law.catalogue.reading import CorpusModel, Steps
from yifa.law.catalogue.statutes import Bilingual, Span
from yifa.law.conditions import Scope

Severity = Literal[
    "VOID", "REVOKE", "MINOR", "DEFECT", "BAR", "AUTO", "LOSS", "DISC", "MGMT", "VOID-risk", "REVOKE-risk"
]
"""The first tag of the rule's consequence, as the law names it (rulebook 0.4)."""
FindingClass = Literal["violation", "advisory", "auto", "loss"]
Grade = Literal["text", "web", "mixed", "unverified"]
"""How far the text of the rule was read."""


class Wanted(StrEnum):
    """What a text of a duty must come to."""

    CONDITION = "condition"
    EVENT = "event"
    DAY = "day"
    PEOPLE = "people"
    VALUE = "value"


class Text(NamedTuple):
    """A text in the language of conditions, and where in the duty it stands."""

    path: Steps
    text: str
    wanted: Wanted


class Contested(CorpusModel):
    """Where the rule is broken only in one reading: the finding is advisory and shows both."""

    when: str
    zh: str
    en: str


class Duty(CorpusModel):
    """A duty; the texts of conditions are read by `yifa.law.conditions`.

    `id`: the rule of the rulebook, or `<rule>/<part>`. `for`: `case`, `each <act>` or `each year`. `with`: names for
    occurrences that the conditions below use. `unless`: an exception; what it covers is not applicable. `valid` is
    measured by the day of the duty's own trigger (`it`, or `from` for the case), or by the day `chosen-by` names.
    `overlay`: the profiles (sector, place) the organ must all have on that day; `replaces`: the duties it stands in for
    there. `breach` is the first tag of the rule; a part with another one says why in `breach-reason`. `class` overrides
    what the severity says, with a reason.
    """

    FOR_CASE: ClassVar[bool] = False
    """Whether this kind may be asked once for the whole case."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$")
    kind: str
    title: Bilingual
    for_: str = Field(default="case", alias="for")
    with_: Mapping[str, str] = Field(default_factory=dict, alias="with")
    when: str | None = None
    unless: str | None = None
    chosen_by: str | None = Field(default=None, alias="chosen-by")
    overlay: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    valid: Span = ALWAYS
    law: tuple[str, ...] = Field(min_length=1)
    breach: Severity
    breach_reason: str | None = Field(default=None, alias="breach-reason")
    class_: FindingClass | None = Field(default=None, alias="class")
    class_reason: str | None = Field(default=None, alias="class-reason")
    contested: tuple[Contested, ...] = ()
    verified: Grade = "text"
    cure: Bilingual | None = None
    note: str | None = None

    @field_validator("overlay", "law", "replaces", mode="before")
    @classmethod
    def _one_is_a_list(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given

    @property
    def rule(self) -> str:
        """The rule of the rulebook it carries out, wholly or in part."""
        return self.id.split("/")[0]

    @property
    def off(self) -> bool:
        """Whether it makes no finding: nobody read the text of the rule, and it does not say that it is advisory."""
        return self.verified == "unverified" and self.class_ is None

    @cached_property
    def each(self) -> str | None:
        """The act each occurrence of which is a subject; None for the case."""
        return self.for_.removeprefix("each ").strip() if self.for_.startswith("each ") else None

    def texts(self) -> Iterator[Text]:
        """Every text that is to be read as a condition, an event or a value, with the place where it stands."""
        yield from (Text(("with", name), text, Wanted.EVENT) for name, text in self.with_.items())
        for key, text in (("when", self.when), ("unless", self.unless)):
            if text is not None:
                yield Text((key,), text, Wanted.CONDITION)
        if self.chosen_by is not None:
            yield Text(("chosen-by",), self.chosen_by, Wanted.DAY)
        for place, one in enumerate(self.contested):
            yield Text(("contested", place, "when"), one.when, Wanted.CONDITION)

    def faults(self, scope: Scope) -> Iterator[tuple[Steps, str]]:
        """What is wrong beyond each text by itself, once all can be read; a kind adds its own."""
        yield from ()
