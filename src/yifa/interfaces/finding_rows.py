"""What is told of a judged folder, as rows in the words of one language: the same for workbook and page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yifa.interfaces.finding_telling import Found, ToldFinding
from yifa.interfaces.problem_telling import ProblemWords
from yifa.wording import Language


@dataclass(frozen=True)
class OrganRow:
    """A line of the overview: an organ, its cases, its findings by light, up to when its data reach."""

    name: str
    cases: int
    lights: Mapping[Found, int]
    reach: date | None


@dataclass(frozen=True)
class DutyRow:
    """A duty over all ledgers of its procedure: for how many subjects it applies, and what they came to."""

    procedure: str
    title: str
    laws: str
    asked: int
    met: int
    pending: int
    lights: Mapping[Found, int]
    not_told: int


@dataclass(frozen=True)
class LedgerRow:
    """A ledger and what it is good for; `steps`: what to add, one sentence each.

    `declared`: what it decides once what has no column is declared not to have occurred, and what to add then.
    """

    file: str
    procedure: str
    cases: int
    rows: str
    decided: str
    steps: Sequence[str]
    declared: Sequence[str]
    reach: Sequence[str]


@dataclass(frozen=True)
class LackingRow:
    """A duty that a ledger does not decide, what is missing, and in how many cases it could not be told."""

    file: str
    procedure: str
    duty: str
    missing: str
    rows: int


@dataclass(frozen=True)
class ChangeRow:
    """A finding that changed since an earlier run."""

    change: str
    cause: str
    organ: str
    number: str
    duty: str
    before: str
    now: str


@dataclass(frozen=True)
class FindingsOf:
    """Everything is told, for all organs or for one. `changes` None: no earlier run was given."""

    as_of: date
    organs: Sequence[OrganRow]
    silent: Sequence[str]
    findings: Sequence[ToldFinding]
    duties: Sequence[DutyRow]
    ledgers: Sequence[LedgerRow]
    lacking: Sequence[LackingRow]
    problems: Sequence[ProblemWords]
    changes: Sequence[ChangeRow] | None = None
    organ: str | None = None


def tell_where(one: ToldFinding, speech: Language) -> str:
    """Where the case stands: file, sheet and row; nothing for a year that no row tells of."""
    if not one.file:
        return speech.say("in no row")
    if one.row is None:
        return one.file
    return speech.say("{file}, {sheet}, row {row}", file=one.file, sheet=one.sheet, row=one.row)
