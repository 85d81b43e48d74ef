"""Whether something was done in time: one function for each way in which a duty sets its day.

Each tells, for a day on which it may have been done, how it stands: `clean`, `contested` (broken in one reading only),
`broken`, `open` (no notice yet decides the day); and for not being done at all: `waiting` or `broken`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from tests.law.judge.conditions import Happening, Reader
from tests.law.judge.days import (
    End,
    clear_working_days,
    end_of_term,
    first_day_with_clear,
    latest_before,
    opening_after,
    yearly_date,
)
from tests.law.judge.facts import NOT_YET, Moment
from tests.law.judge.lengths import Time, read_time
from tests.law.judge.logic import ABSENT, UNKNOWN
from tests.law.judge.standstill import World, worlds
from yifa.law.catalogue.term import TermDuty

EARLY_IS_CLEAN = ("clean", "open", "contested", "broken")
LATE_IS_CLEAN = ("broken", "contested", "open", "clean")
"""How it stands as time goes by: what must be done by a day, and what must not be done before one."""
END_OF_DAY = 24 * 60 - 1


@dataclass(frozen=True)
class Ruling:
    """How the duty stands (one of the words above, or UNKNOWN), and the day it was measured by.

    `due` is UNKNOWN where what is in doubt may move it, None where there is none. `early` differs from it only where
    no notice yet decides which of the days between it is.
    """

    how: Any
    due: Any = None
    early: Any = None


@dataclass(frozen=True)
class Measure:
    """A day set by a duty: how something done at a moment stands, how nothing done stands, and the day itself."""

    done_at: Callable[[Moment], Any]
    not_done: str
    due: Moment | None
    early: Moment | None
    course: tuple[str, ...] = EARLY_IS_CLEAN


def judge_term(duty: TermDuty, reader: Reader) -> Ruling:
    """How a duty with a term stands."""
    usual = "first" if duty.each is None else "before" if duty.ahead is not None else "after"
    done = [one for text in duty.done for one in reader.candidates(text, usual)]
    start = start_of(duty, reader)
    if duty.by is not None:
        return _rule([_by_date(duty, reader)], done)
    if start is UNKNOWN and not duty.further:
        return Ruling(UNKNOWN, UNKNOWN, UNKNOWN)
    if duty.upto is not None:
        last = end_of_term(start.later(-1), Time(1, "calendar days"), rolls=duty.rolls)
        return _rule([_until(last, duty, reader.court.case.as_of)], done)
    if duty.within is not None:
        measures, in_doubt = _within(duty, reader, start)
        ruling = _rule(measures, done)
        if in_doubt and ruling.how not in ("contested", "broken"):
            return Ruling(UNKNOWN, UNKNOWN, UNKNOWN)  # the term that is not known may have ended earlier
        return ruling
    as_of = reader.court.case.as_of
    if duty.ahead is not None:
        return _rule([_ahead(start, duty, as_of)], done)
    if duty.clear is not None:
        return _rule([_clear(start, duty)], done)
    return _rule([_not_before(start, duty, as_of)], done)


def start_of(duty: TermDuty, reader: Reader) -> Any:
    """From when the term runs: `from`, or `it`; or the day up to which it does."""
    if duty.upto is not None:
        return reader.worth(duty.upto)
    if duty.from_ is not None:
        return reader.worth(duty.from_)
    return ABSENT if reader.it is None else reader.it.on


# -- what was done, and when ------------------------------------------------------------------------------------------


def _rule(measures: Iterable[Measure], done: list[Happening]) -> Ruling:
    """The ruling, if every way in which what is in doubt may have been leads to it."""
    found = list(measures)
    hows = {how for measure in found for how in _possible(measure, done)}
    dues = {(measure.due, measure.early) for measure in found}
    return Ruling(one_answer(hows), *(dues.pop() if len(dues) == 1 else (UNKNOWN, UNKNOWN)))


def one_answer(hows: set[Any]) -> Any:
    """One answer out of all that are possible; broken in every reading but not in all beyond dispute is contested."""
    if UNKNOWN in hows:
        return UNKNOWN
    if hows == {"contested", "broken"}:
        return "contested"
    if hows == {"open", "waiting"}:
        return "waiting"
    return hows.pop() if len(hows) == 1 else UNKNOWN


def _possible(measure: Measure, done: list[Happening]) -> Iterator[Any]:
    """How it may stand: the first that was done decides, and one in doubt may be that first."""
    if measure.course is EARLY_IS_CLEAN and measure.early is None and any(one.there is True for one in done):
        yield "clean"  # the term stands still: done on whatever day, it is in time
        return
    sure = [one.on for one in done if one.there is True and one.on is not UNKNOWN]
    first = min(sure, key=lambda on: (on.day, on.minute or 0), default=None)
    base = measure.not_done if first is None else measure.done_at(first)
    yield base
    for one in done:
        if one.on is UNKNOWN:
            any_earlier = first is not None and base is not UNKNOWN
            yield from measure.course[: measure.course.index(base) + 1] if any_earlier else measure.course
        elif one.there is UNKNOWN and (first is None or not first.surely_before(one.on)):
            yield measure.done_at(one.on)


# -- within so long ---------------------------------------------------------------------------------------------------


def _within(duty: TermDuty, reader: Reader, start: Any) -> tuple[list[Measure], bool]:
    """The measures of every way things may have been, and whether one of several terms is not known at all."""
    starts = [(start, duty.within, True)]
    starts += [(reader.worth(term.from_), term.within, False) for term in duty.further]
    in_doubt = any(begins is UNKNOWN for begins, _, _ in starts)
    known = [one for one in starts if isinstance(one[0], Moment) and one[0] != NOT_YET]
    if not known:
        return [], True
    possible: list[World] = list(
        worlds(reader, duty.pauses, duty.extension, read_time(str(duty.within)), known[0][0].day)
    )
    measures = []
    for world in possible:
        ends = [_end(duty, begins, str(length), world, own) for begins, length, own in known]
        measures.append(_until(_earliest(ends), duty, reader.court.case.as_of))
    return measures, in_doubt


def _end(duty: TermDuty, start: Moment, length: str, world: World, own: bool) -> End:
    if world.stopped_for_good:
        return End(None, None)
    return end_of_term(
        start,
        read_time(length),
        rolls=duty.rolls,
        stops=world.stops,
        prolonged=world.prolonged if own else (),
        times=_times(duty),
    )


def _times(duty: TermDuty) -> int:
    """How often it may be prolonged."""
    times = duty.extension.times if duty.extension else 1
    return 1_000 if times == "any" else times


def _earliest(ends: list[End]) -> End:
    """Of several terms the earlier end decides."""
    if len(ends) == 1:
        return ends[0]
    key: Callable[[Moment], Any] = lambda on: (on.day, on.minute or 0)  # noqa: E731
    early = min((one.early or NOT_YET for one in ends), key=key)
    late = min((one.late or NOT_YET for one in ends), key=key)
    second = min((one.second or one.late or NOT_YET for one in ends), key=key)
    return End(
        None if early == NOT_YET else early,
        None if late == NOT_YET else late,
        second if late.surely_before(second) and second != NOT_YET else None,
    )


def _until(end: End, duty: TermDuty, as_of: Moment) -> Measure:
    minutes = duty.within is not None and read_time(duty.within).by_the_minute

    def done_at(on: Moment) -> Any:
        if minutes:
            return _by_the_minute(on, end)
        if end.early is None or on.day <= end.early.day:
            last_day = end.late is not None and on.day == end.late.day
            return "contested" if duty.last_day_contested and last_day else "clean"
        if end.late is None or on.day <= end.late.day:
            return "open"
        return "contested" if end.second is not None and on.day <= end.second.day else "broken"

    now = Moment(as_of.day, END_OF_DAY if as_of.minute is None else as_of.minute)
    past = end.late is not None and (end.late.surely_before(now) if minutes else end.late.day < now.day)
    in_one_reading = past and end.second is not None and now.day <= end.second.day
    not_done = "contested" if in_one_reading else "broken" if past else "waiting"
    return Measure(done_at, not_done, end.late, end.early)


def _by_the_minute(on: Moment, end: End) -> Any:
    """To the minute: an act of which only the day is written may have been at any time of that day."""
    assert end.early is not None
    assert end.late is not None
    midnight = datetime.combine(on.day, time())
    first = midnight + timedelta(minutes=on.minute or 0)
    last = first if on.minute is not None else midnight + timedelta(days=1, minutes=-1)
    earliest, latest = end.early.as_written(), end.late.as_written()
    if last <= _moment(earliest):
        return "clean"
    return "broken" if first > _moment(latest) else UNKNOWN


def _moment(written: date | datetime) -> datetime:
    return written if isinstance(written, datetime) else datetime.combine(written, time())


# -- the other ways ---------------------------------------------------------------------------------------------------


def _ahead(event: Moment, duty: TermDuty, as_of: Moment) -> Measure:
    end = latest_before(event, read_time(str(duty.ahead)))
    assert end.early is not None
    assert end.late is not None
    early, late = end.early.day, end.late.day

    def done_at(on: Moment) -> str:
        if on.day > late:
            return "broken"
        if on.day < early:
            return "clean"
        return "contested" if early == late else "open"

    return Measure(done_at, "broken" if as_of.day > late else "waiting", Moment(late), Moment(early))


def _not_before(start: Moment, duty: TermDuty, as_of: Moment) -> Measure:
    """Once the day has come nothing can be broken any more, also where nothing was done."""
    length = read_time(str(duty.at_least or duty.after))
    opening = opening_after(start, length, strictly=duty.after is not None)

    def done_at(on: Moment) -> str:
        if on.day >= opening.late:
            return "clean"
        if on.day >= opening.early:
            return "open"
        return "contested" if opening.contested is not None and on.day >= opening.contested else "broken"

    not_done = "clean" if as_of.day >= opening.late else "waiting"
    return Measure(done_at, not_done, Moment(opening.late), Moment(opening.early), LATE_IS_CLEAN)


def _clear(sent: Moment, duty: TermDuty) -> Measure:
    needed = read_time(str(duty.clear)).n

    def in_view(on: Moment, hopeful: bool) -> str:
        clear = clear_working_days(sent.day, on.day, hopeful)
        if clear >= needed:
            return "clean"
        makes_up = clear_working_days(sent.day, on.later(1).day, hopeful) == needed
        return "contested" if clear == needed - 1 and makes_up else "broken"

    def done_at(on: Moment) -> str:
        views = {in_view(on, hopeful) for hopeful in (True, False)}
        return views.pop() if len(views) == 1 else "open"

    late, early = (Moment(first_day_with_clear(sent.day, needed, hopeful)) for hopeful in (False, True))
    return Measure(done_at, "waiting", late, early, LATE_IS_CLEAN)


def _by_date(duty: TermDuty, reader: Reader) -> Measure:
    assert reader.it is not None
    assert reader.it.act is not None
    year = int(reader.it.act.fields["year"]) + (duty.by_year == "next")
    fixed = yearly_date(year, str(duty.by))

    def done_at(on: Moment) -> str:
        if on.day < fixed.on or (on.day == fixed.on and not duty.before_word):
            return "clean"
        if on.day <= max(fixed.on, fixed.lenient_early):
            return "contested"
        return "open" if on.day <= fixed.lenient_late else "broken"

    today = reader.court.case.as_of.day
    not_done = "waiting" if today <= fixed.on else "contested" if today <= fixed.lenient_late else "broken"
    return Measure(done_at, not_done, Moment(fixed.on), Moment(fixed.on))
