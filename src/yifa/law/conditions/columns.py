"""The columns a duty may read, and no others: a closed set, so that one builder for one case and one for many can be
complete.

Every column belongs to a *row*, and a row to a *grain*: one row for the case, one for each occurrence of an act (`it`),
one for each year an organ reports on. A column that does not speak of `it` has the same value in every row of a case.
Days are counted from 1970-01-01, times in minutes of the day, money in fen; NULL (None) is "not known". Whether an act
happened (`Happened`) is a column apart from its day, because "did not happen" and "day blank" are different answers.

What a builder must know beside this page:

- An act after the as-of day, or recorded after the known-at moment, does not exist.
- `FIRST` and `LAST` order occurrences by day, then minute (an untimed one before the timed ones of its day), then by
  their fields, so that the order in which rows arrive never matters.
- `BEFORE` is the last occurrence that is not after `it`, `AFTER` the first that is not before `it`. An occurrence of
  the same day is both, unless both have a time and the times differ. `it` itself is never its own neighbour.
- One matching occurrence whose day is blank makes `DayOf` and `MinuteOf` of every pick but `IT` NULL.
- A column of an act that the source does not carry is NULL in every row; a field that it does not carry is as if blank
  in every act (see `yifa.law.facts.sources`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pick(StrEnum):
    """Which occurrence of an act."""

    FIRST = "first"
    LAST = "last"
    IT = "it"
    BEFORE = "last before it"
    AFTER = "next after it"


@dataclass(frozen=True, slots=True)
class Match:
    """A field must have one of some values, or (`as_it`) the value the same field has in `it`."""

    field: str
    values: tuple[str | int | bool, ...] = ()
    as_it: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence of an act, of those that match `where`.

    `blanks`: an occurrence whose field is blank passes too. A condition with a `where` reads both columns, with and
    without `blanks`, and is unknown where they differ.
    """

    act: str
    pick: Pick
    where: tuple[Match, ...] = ()
    blanks: bool = False


@dataclass(frozen=True, slots=True)
class Happened:
    """Yes or no: whether there is such an occurrence."""

    of: Occurrence


@dataclass(frozen=True, slots=True)
class DayOf:
    """The day of an occurrence; NULL where there is none or its day is blank."""

    of: Occurrence


@dataclass(frozen=True, slots=True)
class MinuteOf:
    """The minute of the day (0–1439) of an occurrence; NULL where it has no time."""

    of: Occurrence


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field of an occurrence: a truth value, a whole number, fen, a day number or a word."""

    of: Occurrence
    field: str


@dataclass(frozen=True, slots=True)
class AnyField:
    """Yes where a yes/no field is yes in any occurrence; unknown where none is and one is blank; else no."""

    act: str
    field: str


@dataclass(frozen=True, slots=True)
class EveryField:
    """No where a yes/no field is no in any occurrence; unknown where none is and one is blank; else yes."""

    act: str
    field: str


class Span(StrEnum):
    """Which occurrences are counted."""

    ALL = "all"
    BEFORE = "before it"
    AFTER = "after it"


@dataclass(frozen=True, slots=True)
class CountOf:
    """How many occurrences match; `it` is counted with `ALL` only. NULL where a blank day leaves it open."""

    act: str
    span: Span = Span.ALL
    where: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a field of one occurrence, or (`pick` None) of all occurrences of an act together.

    A field that holds one word is a list of one name.
    """

    act: str
    field: str
    pick: Pick | None = None


@dataclass(frozen=True, slots=True)
class SizeOf:
    """How many different names; NULL where the field is blank."""

    of: Names


@dataclass(frozen=True, slots=True)
class OverlapOf:
    """How many names stand in both; NULL where either is blank."""

    one: Names
    other: Names


@dataclass(frozen=True, slots=True)
class UnqualifiedOf:
    """How many of the names had no valid certificate on the day of `it`; NULL where names or day are blank.

    Certificates come from a register or from acts `certificate-issued` and `certificate-check-missed` of the case; a
    person of whom neither speaks is qualified.
    """

    of: Names


@dataclass(frozen=True, slots=True)
class Attribute:
    """A fact that belongs to no act: `of` is `case` or `organ`."""

    of: str
    name: str


@dataclass(frozen=True, slots=True)
class ProfileEdge:
    """The first or last day on which the organ has a profile (a sector or a place), as a day number.

    Never NULL. Without the profile the first day is `NEVER` and the last `-NEVER`; an open side is the other way round.
    """

    profile: str
    edge: str  # "first" or "last"


NEVER = 1 << 30
"""A day that never comes."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day asked about, or (`minute`) the minute of it; a day asked about as a whole is asked at its last minute."""

    minute: bool = False


@dataclass(frozen=True, slots=True)
class CrossCount:
    """A count over other cases that the caller supplies, by the id of the duty that asks for it."""

    duty: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A part of the clock's answer to a question; which parts there are stands with each kind of question."""

    question: str
    part: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A value worked out once for each row from its other columns, so that trees stay small.

    A part of another duty (`applies`, `met`, `unmet`, `due`, `earliest`), or of an act that may be taken as done
    (`happened`, `first day`, `first minute`, `last day`, `last minute`); the tree for it stands with the grain.
    """

    of: str
    part: str


@dataclass(frozen=True, slots=True)
class DutyPart:
    """What another duty came to, as a condition names it; it becomes a `Derived` column before any engine."""

    duty: str
    part: str


Column = (
    Happened
    | DayOf
    | MinuteOf
    | FieldOf
    | AnyField
    | EveryField
    | CountOf
    | SizeOf
    | OverlapOf
    | UnqualifiedOf
    | Attribute
    | ProfileEdge
    | AsOf
    | CrossCount
    | Answered
    | Derived
    | DutyPart
)
