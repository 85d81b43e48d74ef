"""Deadline vectors: worked last days in a format that other systems can run too.

A vector is a question to a clock (law, start, length, pauses, extensions) with the day that is right and a reason a
person can check on a wall calendar. `docs/lookup/vectors.md` documents the format; `answer` is our own clock's reply.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from yifa.law.catalogue.calendars import calendar as national_calendar
from yifa.law.catalogue.calendars import notices
from yifa.law.catalogue.reading import CorpusModel, read_file
from yifa.law.clock import (
    Calendar,
    Extension,
    ExtensionRule,
    Length,
    Pause,
    Term,
    annual_date,
    clear_working_days,
    count_back,
    deemed,
    due,
    due_moment,
    not_before,
    parse_length,
)

Ask = Literal["within", "hours", "before", "clear-before", "at-least", "after", "annual", "chain", "deemed"]


class PauseLine(CorpusModel):
    """An interval; the days after `from` up to and including `to` are left out."""

    from_: date = Field(alias="from")
    to: date | None
    kind: str
    told: bool | None = None

    def pause(self) -> Pause:
        """As the clock takes it."""
        return Pause(self.from_, self.to, self.kind, self.told)


class ExtensionLine(CorpusModel):
    """An approval to take longer."""

    on: date
    length: str
    by: str | None = None
    told: bool | None = None

    def extension(self) -> Extension:
        """As the clock takes it."""
        return Extension(self.on, parse_length(self.length), self.by, self.told)


class MayExtend(CorpusModel):
    """Who may extend, how far each time, how often."""

    by: tuple[str, ...] = ()
    at_most: str = Field(alias="at-most")
    times: int = 1
    told_needed: bool = Field(default=False, alias="told-needed")

    def rule(self) -> ExtensionRule:
        """As the clock takes it."""
        return ExtensionRule(parse_length(self.at_most), frozenset(self.by), self.times, self.told_needed)


def _moment_or_day(written: Any) -> Any:
    """A start written with a time of day stays a moment, at midnight too."""
    return datetime.fromisoformat(written) if isinstance(written, str) and "T" in written else written


class Step(CorpusModel):
    """One term; as a step of a chain it starts where the one before ended."""

    rule: str | None = None
    start: Annotated[date | datetime | None, BeforeValidator(_moment_or_day)] = None
    length: str | None = None
    rolls: bool = True
    pauses: tuple[PauseLine, ...] = ()
    stops_for: tuple[str, ...] = Field(default=(), alias="stops-for")
    told_needed: bool = Field(default=False, alias="told-needed")
    extensions: tuple[ExtensionLine, ...] = ()
    may_extend: MayExtend | None = Field(default=None, alias="may-extend")

    @property
    def asked_length(self) -> Length:
        """The length, typed."""
        return parse_length(self.length or "")

    def term(self) -> Term:
        """The term as the clock takes it."""
        return Term(
            self.asked_length,
            rolls=self.rolls,
            stops_for=frozenset(self.stops_for),
            pauses_must_be_told=self.told_needed,
            extension=self.may_extend.rule() if self.may_extend else None,
        )


class Vector(Step):
    """One vector as its file writes it."""

    id: str
    title: str
    law: str
    article: str | None = None
    from_rulebook: str | None = Field(default=None, alias="from-rulebook")
    ask: Ask
    sent: date | None = None
    date_: str | None = Field(default=None, alias="date")
    year: int | None = None
    before_word: bool = Field(default=False, alias="before-word")
    steps: tuple[Step, ...] = ()
    done: date | None = None
    as_of: date | None = Field(default=None, alias="as-of")
    fires_on: Literal["end", "start", "day-after-end"] | None = Field(default=None, alias="fires-on")
    calendar_until: int = Field(default=2026, alias="calendar-until")
    expect: dict[str, Any]
    why: str

    @model_validator(mode="after")
    def _is_complete(self) -> Vector:
        needs = {
            "annual": ("date_", "year"),
            "chain": ("steps",),
            "clear-before": ("sent", "start", "length"),
            "deemed": ("start", "length", "as_of", "fires_on"),
        }.get(self.ask, ("start", "length"))
        absent = [name.rstrip("_").replace("_", "-") for name in needs if not getattr(self, name)]
        if absent:
            raise ValueError(f"`ask: {self.ask}` needs {', '.join(f'`{name}`' for name in absent)}")
        return self

    @property
    def day(self) -> date:
        """The start as a day."""
        if isinstance(self.start, datetime):
            return self.start.date()
        assert self.start is not None  # noqa: S101 - seen to by the validator
        return self.start


class VectorFile(CorpusModel):
    """One file of vectors on one topic."""

    format: Literal["yifa.deadline-vectors/1"]
    topic: str
    about: str
    vectors: tuple[Vector, ...]


def read_vectors(folder: Path) -> list[VectorFile]:
    """Every vector file of a folder; raises `CorpusFaults` for the first that cannot be read."""
    return [read_file(path, VectorFile) for path in sorted(folder.glob("*.yaml"))]


def calendar_until(year: int) -> Calendar:
    """The national calendar as it stood when the notice of that year was the last."""
    whole = national_calendar()
    kept = tuple(notice for notice in notices() if notice.year <= year)
    return whole if len(kept) == len(whole.notices) else Calendar(kept, whole.festivals)


def answer(vector: Vector) -> dict[str, Any]:
    """What our clock says to a vector, in the words of its `expect`; keys the vector does not expect are left in."""
    calendar = calendar_until(vector.calendar_until)
    match vector.ask:
        case "within":
            return _within(vector, vector.day, calendar)[0]
        case "hours":
            return _moment(vector)
        case "before":
            back = count_back(vector.day, vector.asked_length, calendar)
            return _between(back.day, back.earliest, back.latest)
        case "clear-before":
            assert vector.sent is not None  # noqa: S101 - seen to by the validator
            clear, verdict = clear_working_days(vector.sent, vector.day, calendar, needed=vector.asked_length.n)
            return {"clear-days": clear, "verdict": str(verdict)}
        case "at-least" | "after":
            wait = not_before(vector.day, vector.asked_length, calendar, how=vector.ask)
            return _between(wait.day, wait.earliest, wait.latest) | {"advisory-from": wait.advisory_from}
        case "annual":
            return _annual(vector, calendar)
        case "chain":
            return _chain(vector, calendar)
        case "deemed":
            reached = due(
                vector.term(),
                vector.day,
                calendar,
                pauses=[line.pause() for line in vector.pauses],
                extensions=[line.extension() for line in vector.extensions],
            )
            assert vector.as_of is not None and vector.fires_on is not None  # noqa: S101, PT018 - validator
            return {"deemed-on": deemed(reached, done=vector.done, as_of=vector.as_of, fires_on=vector.fires_on).on}


def agrees(vector: Vector, given: dict[str, Any]) -> bool:
    """Whether an answer has everything the vector expects."""
    return all(_plain(given.get(key)) == _plain(value) for key, value in vector.expect.items())


def _plain(value: Any) -> Any:
    """Days as text, so that YAML's dates and JSON's strings compare."""
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _within(step: Step, start: date, calendar: Calendar) -> tuple[dict[str, Any], date | None]:
    found = due(
        step.term(),
        start,
        calendar,
        pauses=[line.pause() for line in step.pauses],
        extensions=[line.extension() for line in step.extensions],
    )
    if not found.running:
        return {"running": False, "days-left": found.days_left}, None
    shown = _between(found.day, found.earliest, found.latest)
    return shown | {"running": True, "advisory-until": found.advisory_until}, found.latest


def _between(day: date | None, earliest: date | None, latest: date | None) -> dict[str, Any]:
    if day is not None:
        return {"day": day, "provisional": False}
    return {"provisional": True, "earliest": earliest, "latest": latest}


def _moment(vector: Vector) -> dict[str, Any]:
    assert vector.start is not None  # noqa: S101 - seen to by the validator
    found = due_moment(vector.start, vector.asked_length)
    return {"moment": found.moment, "earliest": found.earliest}


def _annual(vector: Vector, calendar: Calendar) -> dict[str, Any]:
    assert vector.date_ is not None and vector.year is not None  # noqa: S101, PT018 - validator
    month, day = map(int, vector.date_.split("-"))
    found = annual_date(vector.year, month, day, calendar, before_word=vector.before_word)
    return {"day": found.day, "advisory": list(found.advisory), "provisional": found.provisional}


def _chain(vector: Vector, calendar: Calendar) -> dict[str, Any]:
    days: list[date | None] = []
    start = vector.steps[0].start
    at = start.date() if isinstance(start, datetime) else start
    for step in vector.steps:
        if at is None:
            break
        _, at = _within(step, at, calendar)
        days.append(at)
    return {"days": days}
