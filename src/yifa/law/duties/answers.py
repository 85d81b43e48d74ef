"""What a duty comes to, as expressions over columns: the shape every kind of duty gives, and what follows from it.

Five outcomes, one for every subject: *not applicable*, *pending*, *met*, *unmet*, *unknown*. `applies`, `met` and
`pending` are three-valued; what they leave open is unknown. Beside the outcome stands the class of the finding, if any:
*violation*, *loss* and *advisory* go with unmet, *auto* with a fiction that operates, in time or not.

    applies  met   pending        outcome
    no       –     –              not applicable
    yes      yes   –              met
    yes      else  yes            pending
    yes      no    no             unmet
    anything else                 unknown
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from yifa.law.conditions.tree import NO, NULL, YES, And, Expr, Not, Or, both, either, negated, surely


class Outcome(IntEnum):
    """The five outcomes, and a sixth for what a source does not carry (never a row, one coverage line)."""

    NOT_APPLICABLE = 0
    PENDING = 1
    MET = 2
    UNMET = 3
    UNKNOWN = 4
    NOT_ASSESSABLE = 5

    @property
    def word(self) -> str:
        """As written in the corpus and in reports."""
        return self.name.lower().replace("_", "-")


class FindingClass(IntEnum):
    """How a finding is to be taken; NONE means that there is none."""

    NONE = 0
    VIOLATION = 1
    ADVISORY = 2
    AUTO = 3
    LOSS = 4

    @property
    def word(self) -> str:
        """As written in the corpus and in reports."""
        return self.name.lower()


@dataclass(frozen=True)
class Due:
    """The last day (or, by the hour, minute) in time as expressions; all NULL where a duty has no term.

    `earliest` differs from `latest` while the calendar is provisional, or something that stops or prolongs the term is
    in doubt; `certain` is no where it is in doubt, and then no other duty can rest on the day. `not_before`: the day is
    the first allowed, not the last. `by_minute`: numbers are minutes counted from 1970-01-01.
    """

    latest: Expr = NULL
    earliest: Expr = NULL
    certain: Expr = YES
    not_before: bool = False
    by_minute: bool = False
    question: str | None = None


@dataclass(frozen=True)
class Answer:
    """What a kind of duty makes of one duty.

    `contested` are readings in which the duty is not broken although `met` says no: the finding is advisory.
    """

    applies: Expr
    met: Expr
    pending: Expr = NO
    contested: tuple[Expr, ...] = ()
    due: Due = field(default_factory=Due)
    sure_class: FindingClass = FindingClass.VIOLATION

    @property
    def is_not_applicable(self) -> Expr:
        """Never NULL, as are the masks below."""
        return surely(negated(self.applies))

    @property
    def is_met(self) -> Expr:
        """Applies and is met."""
        return surely(both(self.applies, self.met))

    @property
    def is_pending(self) -> Expr:
        """Applies, is not (known to be) met, and can still be."""
        return both(surely(both(self.applies, self.pending)), negated(surely(self.met)))

    @property
    def is_unmet(self) -> Expr:
        """Applies, and is broken in at least one reading."""
        return surely(both(self.applies, negated(self.met), negated(self.pending)))

    @property
    def is_contested(self) -> Expr:
        """Unmet in one reading only."""
        return both(self.is_unmet, surely(either(*self.contested)))


__all__ = ["NO", "YES", "And", "Answer", "Due", "FindingClass", "Not", "Or", "Outcome"]
