"""A finding: one duty, one subject, what it came to, and everything needed to recompute it by hand.

Findings are rows for what is broken, contested, taken as done by law, lost, or unknown on carried facts. Their key
(duty and subject) stays the same from run to run, so that two runs can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from yifa.law.catalogue.duty import Duty
from yifa.law.clock import Due
from yifa.law.duties.answers import FindingClass, Outcome


class FactUsed(NamedTuple):
    """A fact that a finding rests on: an act on a day (and minute), or a field of it; `on` None where it is blank."""

    act: str
    on: date | datetime | None
    field: str | None = None
    value: str | None = None


class Result(NamedTuple):
    """What a duty came to for one subject. `due` is the last day in time (the first allowed where `not_before`).

    `earliest` differs from `due` while the calendar is provisional.
    """

    duty: str
    subject: str
    outcome: Outcome
    finding: FindingClass
    due: date | datetime | None = None
    earliest: date | datetime | None = None
    not_before: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Duty and subject."""
        return self.duty, self.subject

    @property
    def provisional(self) -> bool:
        """Whether the due day waits for a notice."""
        return self.due != self.earliest


@dataclass(frozen=True)
class Finding:
    """A result worth a person's look. `severity` is the tag of the consequence, `law` the articles with their version.

    `readings` are the contested points that apply; `answer` is the clock's, with the days that led to it.
    """

    case: str
    procedure: str
    result: Result
    severity: str
    law: tuple[str, ...]
    facts: tuple[FactUsed, ...]
    cure: Mapping[str, str]
    readings: tuple[Mapping[str, str], ...]
    title: Mapping[str, str]
    as_of: date | datetime
    known_at: datetime | None
    calendar: str
    corpus: str
    answer: Due | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str, str]:
        """Case, duty and subject: the same from run to run."""
        return self.case, self.result.duty, self.result.subject

    def as_data(self) -> dict[str, Any]:
        """As plain data for JSON."""
        result = self.result
        return {
            "case": self.case,
            "procedure": self.procedure,
            "duty": result.duty,
            "subject": result.subject,
            "outcome": result.outcome.word,
            "class": result.finding.word if result.finding else None,
            "severity": self.severity,
            "law": list(self.law),
            "title": dict(self.title),
            "due": written(result.due),
            "due_earliest": written(result.earliest) if result.provisional else None,
            "facts": [
                {"act": fact.act, "on": written(fact.on), "field": fact.field, "value": fact.value}
                for fact in self.facts
            ],
            "readings": [dict(reading) for reading in self.readings],
            "cure": dict(self.cure),
            "as_of": written(self.as_of),
            "known_at": written(self.known_at),
            "calendar": self.calendar,
            "corpus": self.corpus,
        }


def is_finding(result: Result) -> bool:
    """Whether a result becomes a row."""
    return result.finding is not FindingClass.NONE or result.outcome is Outcome.UNKNOWN


def readings_of(duty: Duty, holding: Iterable[int]) -> tuple[Mapping[str, str], ...]:
    """The contested points of a duty that apply, by their place."""
    return tuple({"zh": duty.contested[place].zh, "en": duty.contested[place].en} for place in holding)


def written(moment: date | datetime | None) -> str | None:
    """A day or a moment as text."""
    if moment is None:
        return None
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


class Change(StrEnum):
    """What became of a finding between two runs."""

    NEW = "new"
    GONE = "gone"
    OTHER = "other"


def diff(before: Iterable[Finding], after: Iterable[Finding]) -> list[tuple[Change, Finding]]:
    """What changed between two runs, in the order of the keys; for `OTHER` the later finding."""
    old = {finding.key: finding for finding in before}
    new = {finding.key: finding for finding in after}
    changes: list[tuple[Change, Finding]] = []
    for key in sorted({*old, *new}):
        if key not in new:
            changes.append((Change.GONE, old[key]))
        elif key not in old:
            changes.append((Change.NEW, new[key]))
        elif old[key].result != new[key].result:
            changes.append((Change.OTHER, new[key]))
    return changes
