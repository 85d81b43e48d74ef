"""What is asked of the clock: a term as a rule states it, and what happened to it in one case.

A `Term` is law (length, roll-over, which pauses stop it, who may extend it and how far); a `Pause` and an `Extension`
are facts. Whether a fact counts is decided in `fold`, never here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yifa.law.clock.lengths import Length


@dataclass(frozen=True, slots=True)
class ExtensionRule:
    """Who may extend the term, by how much at most each time, and how often (P12).

    An empty `by` means that the rule names nobody. What goes beyond `at_most` is cut, not void; None: no bound is set.
    """

    at_most: Length | None
    by: frozenset[str] = frozenset()
    times: int = 1
    must_be_told: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A term as a rule states it.

    `rolls`: a last day that is no working day moves to the next working day (P2); seizure, freezing and the other
    terms of P10 do not roll. `stops_for`: the kinds of pause that stop this term, no others (P11).
    `pauses_must_be_told`: an interval the party was not told of in writing is not left out (P8).
    `first_day_strict`: a strict reading counts the trigger day itself (rulebook 1.8) and is shown beside.
    """

    length: Length
    rolls: bool = True
    stops_for: frozenset[str] = frozenset()
    pauses_must_be_told: bool = False
    extension: ExtensionRule | None = None
    first_day_strict: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """An interval that may be left out: the days after `begins` up to and including `ends` (P11); None: still open."""

    begins: date
    ends: date | None
    kind: str
    told: bool | None = None

    def __post_init__(self) -> None:
        if self.ends is not None and self.ends < self.begins:
            raise ValueError(f"a pause cannot end ({self.ends}) before it begins ({self.begins})")


@dataclass(frozen=True, slots=True)
class Extension:
    """An approval, on a day, to take longer; `by` is who approved, None where the record does not say."""

    on: date
    length: Length
    by: str | None = None
    told: bool | None = None
