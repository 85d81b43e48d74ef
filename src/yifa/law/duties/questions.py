"""What duties ask of the clock. Every question is answered for each row before any engine sees the row.

A question names the expression it starts from, the length, and the facts that stop or prolong it; its answer comes back
as columns (`Answered(question, part)`), named under each kind. Days are counted from 1970-01-01. Where the start does
not exist or is not known, every part is NULL, and `running` too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yifa.law.clock import Length
from yifa.law.conditions.columns import Answered
from yifa.law.conditions.tree import Expr, Read


@dataclass(frozen=True)
class PauseFacts:
    """Where the pauses of one kind are found among the acts of the case (see `PauseKind` in the catalogue)."""

    kind: str
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    told: str | None = None


@dataclass(frozen=True)
class ExtensionFacts:
    """Where extensions are found, and which count. `by` empty: the rule names nobody."""

    act: str
    at_most: Length
    by: frozenset[str]
    times: int
    approver: str
    length_field: str
    needs_told: str | None


@dataclass(frozen=True)
class Within:
    """The last day of "within N after the start": `clock.due`.

    Parts: `latest`, `earliest` (days), `until` (the second reading of P13, a day or NULL), `running` (yes/no: no while
    a pause is open; then `latest` is NULL).
    """

    id: str
    start: Expr
    exists: Expr
    length: Length
    rolls: bool = True
    first_day_strict: bool = False
    pauses: tuple[PauseFacts, ...] = ()
    extension: ExtensionFacts | None = None


@dataclass(frozen=True)
class ByHour:
    """The last minute of a term in hours or minutes: `clock.due_moment`, minutes counted from 1970-01-01.

    Parts: `latest`, `earliest` (they differ by a day where the start has no time).
    """

    id: str
    start: Expr
    minute: Expr
    exists: Expr
    length: Length


@dataclass(frozen=True)
class Ahead:
    """The latest day of "N days before the event": `clock.count_back`. Parts: `latest`, `earliest`."""

    id: str
    start: Expr
    exists: Expr
    length: Length


@dataclass(frozen=True)
class NotBefore:
    """The first day allowed by "at least N" or "after N": `clock.not_before`.

    Parts: `earliest` and `latest` (they differ while provisional), `contested` (the day from which the wording is
    contested, or NULL).
    """

    id: str
    start: Expr
    exists: Expr
    length: Length
    how: Literal["at-least", "after"]


@dataclass(frozen=True)
class ClearDays:
    """Clear working days between two days: `clock.clear_working_days`.

    Parts: `clean` and `contested` (yes/no; NULL where the calendar leaves it open).
    """

    id: str
    start: Expr
    exists: Expr
    end: Expr
    needed: int


@dataclass(frozen=True)
class Yearly:
    """A date of a year: `clock.annual_date`. `start` is the year as a whole number.

    Parts: `day`, `contested` (the last day on which it is contested, or NULL), `own` (whether the date itself is
    contested), `provisional`.
    """

    id: str
    start: Expr
    exists: Expr
    month: int
    day: int
    before_word: bool


@dataclass(frozen=True)
class Elapsed:
    """Calendar days after one day up to and including another, pauses left out. Part: `days`."""

    id: str
    start: Expr
    exists: Expr
    end: Expr
    pauses: tuple[PauseFacts, ...] = ()


Question = Within | ByHour | Ahead | NotBefore | ClearDays | Yearly | Elapsed


def answered(question: Question, part: str) -> Expr:
    """A part of the answer, as a column."""
    return Read(Answered(question.id, part))


PARTS = ("start", "exists", "minute", "end")
"""The attributes of questions that are expressions."""


def question_exprs(question: Question) -> list[Expr]:
    """Every expression a question reads."""
    return [getattr(question, name) for name in PARTS if hasattr(question, name)]
