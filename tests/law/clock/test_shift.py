"""What a new notice would move."""

from __future__ import annotations

from datetime import date

from yifa.law.catalogue import calendar
from yifa.law.catalogue.vectors import calendar_until
from yifa.law.clock import Notice, NoticeDay, due
from yifa.law.clock.calendar import DayKind
from yifa.law.clock.shift import ChangedDay, what_moves
from yifa.law.clock.terms import Term


def test_an_amendment_moves_days_that_were_known_and_terms_that_were_final() -> None:
    before = calendar(known_at=date(2020, 1, 26))
    after = calendar(known_at=date(2020, 1, 27))

    shift = what_moves(before, after)

    assert ChangedDay(date(2020, 1, 31), DayKind.WORKING, DayKind.OFF, "春节") in shift.days
    assert {str(line.length): line.moved for line in shift.terms}["3 working days"] > 0
    for line in shift.terms:
        for start, was, is_ in line.examples:
            assert due(Term(line.length), start, before).day == was
            assert due(Term(line.length), start, after).day == is_


def test_next_years_notice_settles_provisional_days_and_counts_the_plain_ones() -> None:
    shift = what_moves(calendar_until(2025), calendar_until(2026))

    changed = {day.on for day in shift.days}
    assert date(2026, 2, 14) in changed  # make-up Saturday
    assert date(2026, 3, 10) not in changed  # a plain Tuesday
    assert shift.settled_plain == 365 - len([on for on in changed if on.year == 2026]) - _known_before()
    assert sum(line.settled for line in shift.terms) > 0


def _known_before() -> int:
    """Days of 2026 that stood as they stand now before its notice: festivals off by law."""
    before, after = calendar_until(2025), calendar_until(2026)
    days = [date.fromordinal(date(2026, 1, 1).toordinal() + n) for n in range(365)]
    return sum(before.day(day).kind is after.day(day).kind for day in days)


def test_a_notice_that_says_what_is_known_moves_nothing() -> None:
    national = calendar()
    again = Notice("again", 2024, (NoticeDay(date(2024, 10, 1), "off", "国庆节", True),))

    shift = what_moves(national, national.with_notices([again]))

    assert (shift.days, shift.settled_plain, shift.terms) == ((), 0, ())
    assert shift.before == shift.after
