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
- One matching occurrence whose day is blank makes `DayOf` and `MinuteOf` of every pick but `IT` NULL; `SureDay` and
  `SureMinute` look only at those that have a day.
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
    without `blanks`, and is unknown where they differ. `really`: what the law only takes as done does not count; a
    builder need not look at it.
    """

    act: str
    pick: Pick
    where: tuple[Match, ...] = ()
    blanks: bool = False
    really: bool = False


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
class SureDay:
    """The day of the first (last, next after `it`, last before it) of those occurrences that have a day."""

    of: Occurrence


@dataclass(frozen=True, slots=True)
class SureMinute:
    """The minute of that occurrence; NULL where one of its day that could be meant has no time."""

    of: Occurrence


@dataclass(frozen=True, slots=True)
class MaybeDay:
    """The first (last) day on which one may have happened that the law perhaps takes as done; NULL where none is known.

    It becomes a `Derived` column before any engine, or NULL for acts that are not taken as done.
    """

    of: Occurrence


@dataclass(frozen=True, slots=True)
class SomeOn:
    """Whether some occurrence that matches lies on the day of another; that one itself is not meant.

    No where there is none that could; unknown where a blank day or field leaves it open.
    """

    of: Occurrence
    other: Occurrence


@dataclass(frozen=True, slots=True)
class Told:
    """Whether the source carries all these acts; never NULL."""

    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field of an occurrence: a truth value, a whole number, fen, a day number or a word.

    Where a blank day or field leaves it open which occurrence is meant, what all that may be meant hold.
    """

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
    """How many names stand in both; none where on one side nothing happened; NULL where either is blank."""

    one: Names
    other: Names


@dataclass(frozen=True, slots=True)
class UnqualifiedOf:
    """How many of the names had no valid certificate on the day of `it`; NULL where that is open.

    Certificates come from a register, or from acts of the case: `certificate-issued`, and `lapses` that end one. A
    person of whom neither speaks is qualified. Open: the names are blank, a certificate act of one of them has no day,
    or, where there is no register, the source does not carry such acts.
    """

    of: Names
    lapses: tuple[str, ...] = ()


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

    `early`: with the early reading of days that no notice decides yet.

    A part of a duty, or of an act that may be taken as done (see `yifa.law.duties.whole`); the tree for it stands with
    the grain.
    """

    of: str
    part: str
    early: bool = False


@dataclass(frozen=True, slots=True)
class DutyPart:
    """What another duty came to, as a condition names it; it becomes a `Derived` column before any engine.

    Parts: `applies`, `met`, `unmet`, `due`.
    """

    duty: str
    part: str


Column = (
    Happened
    | DayOf
    | MinuteOf
    | SureDay
    | SureMinute
    | MaybeDay
    | SomeOn
    | Told
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


def speaks_of_it(column: Column) -> bool:
    """Whether a column may differ between the rows of one case."""
    match column:
        case Happened(of=of) | DayOf(of=of) | MinuteOf(of=of) | FieldOf(of=of) | SureDay(of=of) | SureMinute(of=of):
            return _of_it(of)
        case SomeOn(of=of, other=other):
            return _of_it(of) or _of_it(other)
        case CountOf(span=span, where=where):
            return span is not Span.ALL or any(one.as_it for one in where)
        case SizeOf() | OverlapOf() | UnqualifiedOf():
            return True
    return False


def _of_it(of: Occurrence) -> bool:
    return of.pick in (Pick.IT, Pick.BEFORE, Pick.AFTER) or any(one.as_it for one in of.where)


def compared_with(column: Column) -> tuple[Match, ...]:
    """What must match in the acts that a column is made of."""
    match column:
        case CountOf(where=where):
            return where
        case SomeOn(of=of, other=other):
            return (*of.where, *other.where)
        case Happened(of=of) | DayOf(of=of) | MinuteOf(of=of) | SureDay(of=of) | SureMinute(of=of) | FieldOf(of=of):
            return of.where
    return ()
