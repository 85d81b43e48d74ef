"""What duties ask of the clock. Every question is answered for each row before any engine sees the row.

A question names the expression it starts from, the length, and the facts that stop or prolong it; its answer comes back
as columns (`Answered(question, part)`), named under each kind. Days are counted from 1970-01-01. Where the start does
not exist or is not known, every part is NULL. The end of a term that stands still has not come: it is `NEVER`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yifa.law.clock import Length, Unit
from yifa.law.conditions.columns import Answered
from yifa.law.conditions.tree import Expr, Read


@dataclass(frozen=True)
class PauseFacts:
    """Where the pauses of one kind are found among the acts of the case (see `PauseKind` in the catalogue).

    `telling`: acts that open one, with each field of theirs that says whether the party was told.
    """

    kind: str
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    telling: tuple[tuple[str, str], ...] = ()

    @property
    def acts(self) -> tuple[str, ...]:
        """Every act it is read from."""
        return (*self.opens, *self.closes)


@dataclass(frozen=True)
class ExtensionFacts:
    """Where extensions are found, and which count. `by` empty: the rule names nobody; `at_most` None: no bound is set.

    `unit`: that of a bare number of days. `approver`, `needs_told`: the fields that say who approved and whether the
    party was told; None: not asked for.
    """

    act: str
    at_most: Length | None
    unit: Unit
    by: frozenset[str]
    times: int
    approver: str | None
    length_field: str
    needs_told: str | None


@dataclass(frozen=True)
class Within:
    """The last day of "within N after the start": `clock.due`.

    Parts (days): `latest`, `earliest`; they differ while the calendar leaves the day open. `until`: the second reading
    of P13, or NULL. Where the record leaves open what stops or prolongs the term it is lived through in every way:
    `earliest` and `latest` are then the first and the last day it may end on, `opens` and `lasts` the latest of the
    early and the earliest of the late readings. Only terms that something may stop or prolong have these two.
    """

    id: str
    start: Expr
    exists: Expr
    length: Length
    rolls: bool = True
    first_day_strict: bool = False
    pauses: tuple[PauseFacts, ...] = ()
    extension: ExtensionFacts | None = None

    @property
    def may_be_in_doubt(self) -> bool:
        """Whether anything may stop or prolong the term."""
        return bool(self.pauses) or self.extension is not None

    @property
    def acts(self) -> tuple[str, ...]:
        """The acts that may stop or prolong it."""
        extending = () if self.extension is None else (self.extension.act,)
        return (*(act for pause in self.pauses for act in pause.acts), *extending)


@dataclass(frozen=True)
class ByHour:
    """The last minute of a term in hours or minutes: `clock.due_moment`, minutes counted from 1970-01-01.

    Parts: `latest`, `earliest` (they differ where the start has no time).
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
    """So many clear working days between two days: the first day that leaves them.

    Parts: `earliest` and `latest` (they differ while provisional), `opens`: the first day on which it is not broken for
    sure, `contested`: the day before the first, where that is certain (rulebook 1.6), or NULL.
    """

    id: str
    start: Expr
    exists: Expr
    needed: int


@dataclass(frozen=True)
class Yearly:
    """A date of a year: `clock.annual_date`. `start` is the year as a whole number.

    Parts: `day`, `lenient` and `lenient_late`: the first working day at or after it in both readings.
    """

    id: str
    start: Expr
    exists: Expr
    month: int
    day: int


@dataclass(frozen=True)
class Elapsed:
    """Calendar days after one day up to and including another, pauses left out.

    Part: `days`; NULL where a pause is in doubt.
    """

    id: str
    start: Expr
    exists: Expr
    end: Expr
    pauses: tuple[PauseFacts, ...] = ()


Question = Within | ByHour | Ahead | NotBefore | ClearDays | Yearly | Elapsed


EARLY = " (early)"
"""Added to the id of a question that is asked once more with the early reading of other duties' days."""


def answered(question: Question, part: str) -> Expr:
    """A part of the answer, as a column."""
    return Read(Answered(question.id, part))


PARTS = ("start", "exists", "minute", "end")
"""The attributes of questions that are expressions."""


def question_exprs(question: Question) -> list[Expr]:
    """Every expression a question reads."""
    return [getattr(question, name) for name in PARTS if hasattr(question, name)]
