"""What happened in one matter: acts on days, an organ that has a sector and a place, and nothing that is computed.

A case is a value. Days are counted from 1970-01-01, times in minutes of the day, money in fen, as conditions have them.
What lies after the day asked about, or was not known yet, is left out by `facts.view`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from yifa.law.clock import Length
from yifa.law.conditions import day_number
from yifa.law.conditions.columns import NEVER
from yifa.law.conditions.types import MINUTES

Plain = int | str | bool | None
Recorded = int | str | bool | tuple[str, ...] | Length
"""What a field of an act can hold; a blank field is not there."""
END_OF_DAY = MINUTES - 1
CERTIFICATE = "certificate-issued"
"""The act that gives an officer a certificate."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `day` None: the record has the act but not its day. `minute` None: no time of day is recorded."""

    kind: str
    day: int | None
    minute: int | None = None
    fields: Mapping[str, Recorded] = field(default_factory=dict)
    recorded_at: datetime | None = None
    id: str | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """By day, an untimed act before the timed ones of its day, then by content; blank days come last."""
        return (
            self.day is None,
            self.day or 0,
            self.minute is not None,
            self.minute or 0,
            sorted((name, str(value)) for name, value in self.fields.items()),
            self.id or "",
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """A sector or a place an organ had from the first to the last day (None: open)."""

    name: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Organ:
    """Whose case it is. A profile has one span; an organ that lost and regained one is two organs in time."""

    id: str = ""
    profiles: tuple[Profile, ...] = ()
    attributes: Mapping[str, Plain] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names = [profile.name for profile in self.profiles]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"organ {self.id!r} has the profile {twice!r} twice; give it as it was at the time")

    def edges(self, profile: str) -> tuple[int, int]:
        """The first and last day of a profile as numbers; an impossible span where the organ has not got it."""
        for one in self.profiles:
            if one.name == profile:
                return (
                    -NEVER if one.first is None else day_number(one.first),
                    NEVER if one.last is None else day_number(one.last),
                )
        return NEVER, -NEVER


@dataclass(frozen=True)
class Register:
    """Certificates of officers: the spans of days (first, last) on which each held one.

    `complete`: an officer who is not in it holds none; otherwise nothing is known against him.
    """

    spans: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    complete: bool = False

    @property
    def speaks(self) -> bool:
        """Whether it says anything of anybody."""
        return self.complete or bool(self.spans)


@dataclass(frozen=True)
class Case:
    """One matter. `counts` are cross-case counts by duty, `years` those an organ reports on (for duties each year)."""

    id: str
    procedure: str
    acts: tuple[Act, ...]
    organ: Organ = Organ()
    attributes: Mapping[str, Plain] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    register: Register = Register()
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Moment:
    """The day asked about, to the minute; a whole day is asked about at its last minute."""

    day: int
    minute: int = END_OF_DAY

    @classmethod
    def of(cls, given: date | datetime) -> Moment:
        """From a day or a moment."""
        if isinstance(given, datetime):
            return cls(day_number(given.date()), given.hour * 60 + given.minute)
        return cls(day_number(given))
