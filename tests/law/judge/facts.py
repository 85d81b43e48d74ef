"""What is on the table: the acts of one case, as of a day and as known at a moment, and what its source carries.

An act after that day, or written down after that moment, is not on the table. An act of one day without a time of day
has no order to the other acts of that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from tests.law.judge.lengths import read_time
from tests.law.judge.logic import UNKNOWN
from yifa.law.catalogue.examples import Example
from yifa.law.catalogue.procedures import YEAR, Procedure

END_OF_DAY = 24 * 60 - 1
NO_FIELDS = frozenset({"on", "act", "id", "recorded-at"})


@dataclass(frozen=True)
class Moment:
    """A day, and the minute of that day where it is known."""

    day: date
    minute: int | None = None

    @classmethod
    def read(cls, written: Any) -> Moment | None:
        """As a case has it: a day, a day with a time, or nothing."""
        if written is None or isinstance(written, Moment):
            return written
        if isinstance(written, str):
            written = datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
        if isinstance(written, datetime):
            return cls(written.date(), written.hour * 60 + written.minute)
        return cls(written)

    def __str__(self) -> str:
        return str(self.day)

    def surely_before(self, other: Moment) -> bool:
        """Earlier by the day; on one day by the minute, if both have one."""
        if self.day != other.day:
            return self.day < other.day
        return self.minute is not None and other.minute is not None and self.minute < other.minute

    def minute_last(self) -> tuple[bool, int]:
        """For sorting: a day without a time stands before the minutes of that day."""
        return (self.minute is not None, self.minute or 0)

    def later(self, days: int) -> Moment:
        """So many calendar days later, as a day."""
        return self if self == NOT_YET else Moment(self.day + timedelta(days=days))

    def as_written(self) -> date | datetime:
        """Back as people write it."""
        if self.minute is None:
            return self.day
        return datetime(self.day.year, self.day.month, self.day.day) + timedelta(minutes=self.minute)


NOT_YET = Moment(date.max)
"""The end of a term that stands still: it has not come, and nobody knows when it will."""


@dataclass(frozen=True, eq=False)
class Act:
    """One act: two acts are never the same one, however alike they look."""

    kind: str
    on: Moment | None
    fields: Mapping[str, Any] = field(default_factory=dict)
    id: str | None = None

    def place(self) -> tuple[Any, ...]:
        """Its place among acts of its kind: by the day, blank days last, and by the minute, those without one first.

        What nothing puts in order is numbered by what is written in it, so that the order of rows changes no number.
        """
        day = (True, date.max, False, 0) if self.on is None else (False, self.on.day, *self.on.minute_last())
        return (*day, sorted((name, str(value)) for name, value in self.fields.items()), self.id or "")


@dataclass(frozen=True)
class Case:
    """The acts on the table, who the organ is, and what the source carries.

    `without` names the acts, and the fields as `act.field`, that the source does not carry; of the others it carries
    the fields in `shown`, or all where that is None.
    """

    acts: tuple[Act, ...]
    as_of: Moment
    profile: frozenset[str] = frozenset({"statute"})
    without: frozenset[str] = frozenset()
    shown: frozenset[str] | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict)
    """Facts that belong to no act, as `organ.level`."""

    def carries_act(self, kind: str) -> bool:
        """Whether the source would say so if such an act had happened."""
        return kind not in self.without

    def carries_field(self, kind: str, name: str) -> bool:
        """Whether the source has a place for this field of such acts; a year is known by its own number."""
        if kind == YEAR:
            return True
        here = f"{kind}.{name}"
        return self.carries_act(kind) and here not in self.without and (self.shown is None or here in self.shown)

    def of_kind(self, kind: str) -> list[Act]:
        """The acts of a kind in their order of time, those without a day last."""
        if not self.carries_act(kind):
            return []
        return sorted((act for act in self.acts if act.kind == kind), key=Act.place)

    def value(self, act: Act, name: str) -> Any:
        """What an act says of itself: UNKNOWN where the place is blank or the source has none."""
        if not self.carries_field(act.kind, name):
            return UNKNOWN
        found = act.fields.get(name)
        return UNKNOWN if found is None else found


def case_of_example(example: Example, procedure: Procedure) -> Case:
    """A worked case as it lies on the table."""
    return lay_out(
        procedure,
        example.events,
        as_of=example.as_of,
        known_at=example.known_at,
        profile=example.profile,
        all_fields=example.carries.fields == "all",
        without=example.carries.without,
        counts=example.counts,
        years=example.years,
        attributes=example.attributes,
    )


def lay_out(
    procedure: Procedure,
    events: Sequence[Mapping[str, Any]],
    *,
    as_of: date | datetime | None = None,
    known_at: date | datetime | None = None,
    profile: Sequence[str] = ("statute",),
    all_fields: bool = False,
    without: Sequence[str] = (),
    counts: Mapping[str, int] | None = None,
    years: Sequence[int] = (),
    attributes: Mapping[Any, Mapping[str, Any]] | None = None,
) -> Case:
    """The acts of a case file as they lie on the table on the day asked about; its last act where no day is given.

    A day without a time is asked about, and known, at its end.
    """
    told = [Moment.read(event.get("on")) for event in events]
    last = max(
        (on for on in told if on is not None),
        key=lambda on: (on.day, END_OF_DAY if on.minute is None else on.minute),
        default=None,
    )
    today = Moment.read(as_of) or last
    assert today is not None, "a case without any day needs to be told the day it is asked about"
    shown = {
        f"{event['act']}.{name}"
        for event in events
        for name in event
        if name not in NO_FIELDS and event[name] is not None
    }
    belonging_to_no_act = {
        f"{of}.{name}": _value(procedure.attributes[of][name].type, value)
        for of, given in (attributes or {}).items()
        for name, value in given.items()
    }
    shown |= set(belonging_to_no_act)
    acts: list[Act] = []
    for event, on in zip(events, told, strict=True):
        if on is not None and today.surely_before(on):
            continue
        if _not_yet_written_down(event.get("recorded-at"), known_at):
            continue
        act = Act(event["act"], on, _fields(procedure, event), event.get("id"))
        acts.append(act)
        for other, name in procedure.acts[act.kind].counts_as.items():
            if act.fields.get(name) is True:
                acts.append(Act(other, on))
    carried = {act: {name for name in act.fields if f"{act.kind}.{name}" not in without} for act in acts}
    return Case(
        tuple(replace(act, fields={name: act.fields[name] for name in names}) for act, names in carried.items()),
        today,
        frozenset(profile),
        frozenset(without),
        None if all_fields else frozenset(shown),
        dict(counts or {}),
        tuple(years),
        belonging_to_no_act,
    )


def _end_of(on: Moment) -> tuple[date, int]:
    """A day without a time counts up to its end."""
    return on.day, END_OF_DAY if on.minute is None else on.minute


def _not_yet_written_down(recorded: Any, known_at: date | datetime | None) -> bool:
    written, known = Moment.read(recorded), Moment.read(known_at)
    return written is not None and known is not None and known.surely_before(written)


def _fields(procedure: Procedure, event: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with their values as the judge compares them: money in fen, days as moments."""
    return {
        name: _value(procedure.fields[name].type, written) for name, written in event.items() if name not in NO_FIELDS
    }


def _value(of: str, written: Any) -> Any:
    if written is None:
        return None
    match str(of):
        case "yes/no":
            return {"yes": True, "no": False, "true": True, "false": False}[str(written).lower()]
        case "whole number":
            return int(written)
        case "money":
            return round(float(written) * 100)
        case "day":
            return Moment.read(written)
        case "word":
            return str(written)
        case "names":
            return tuple(str(one) for one in (written if isinstance(written, list | tuple) else [written]))
        case _:
            return read_time(written, "calendar days")
