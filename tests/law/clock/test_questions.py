"""Counting back, waiting, fixed dates, hours and fictions, on both sides of each boundary."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from yifa.law.catalogue import calendar
from yifa.law.catalogue.vectors import calendar_until
from yifa.law.clock import (
    ImpossibleTerm,
    OutOfCalendar,
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
from yifa.law.clock.questions import Lawfulness


def test_seven_working_days_before_a_hearing_across_national_day() -> None:
    found = count_back(date(2024, 10, 10), parse_length("7 working days"), calendar())

    assert found.day == date(2024, 9, 25)
    assert found.judge(date(2024, 9, 24)) is Lawfulness.CLEAN
    assert found.judge(date(2024, 9, 25)) is Lawfulness.ADVISORY
    assert found.judge(date(2024, 9, 26)) is Lawfulness.VIOLATION


def test_months_are_counted_back_to_the_corresponding_day() -> None:
    assert count_back(date(2024, 8, 31), parse_length("6 months"), calendar()).day == date(2024, 2, 29)
    assert count_back(date(2024, 3, 1), parse_length("30 calendar days"), calendar()).day == date(2024, 1, 31)


def test_counting_back_from_an_unpublished_year_is_a_range() -> None:
    found = count_back(date(2027, 1, 20), parse_length("12 working days"), calendar())

    assert found.day is None
    assert found.earliest < found.latest
    assert found.judge(found.earliest) is None
    assert found.judge(date(2026, 12, 1)) is Lawfulness.CLEAN


@pytest.mark.parametrize(
    ("meeting", "clear", "verdict"),
    [
        (date(2024, 6, 19), 5, Lawfulness.VIOLATION),
        (date(2024, 6, 20), 6, Lawfulness.ADVISORY),
        (date(2024, 6, 21), 7, Lawfulness.CLEAN),
    ],
)
def test_leaving_seven_working_days_for_review(meeting: date, clear: int, verdict: Lawfulness) -> None:
    assert clear_working_days(date(2024, 6, 11), meeting, calendar(), needed=7) == (clear, verdict)


def test_clear_days_that_are_not_known_are_not_counted() -> None:
    with pytest.raises(OutOfCalendar):
        clear_working_days(date(2026, 12, 25), date(2027, 1, 10), calendar(), needed=7)


def test_at_least_thirty_days_and_after_thirty_days() -> None:
    thirty = parse_length("30 calendar days")
    at_least = not_before(date(2024, 5, 6), thirty, calendar(), how="at-least")
    after = not_before(date(2024, 5, 6), thirty, calendar(), how="after")

    assert (at_least.day, after.day) == (date(2024, 6, 5), date(2024, 6, 6))
    assert at_least.judge(date(2024, 6, 4)) is Lawfulness.VIOLATION
    assert after.judge(date(2024, 6, 5)) is Lawfulness.ADVISORY
    assert after.judge(date(2024, 6, 4)) is Lawfulness.VIOLATION


def test_after_ten_working_days_the_weekend_between_is_contested() -> None:
    # The tenth working day after Monday 4 Mar 2024 is Monday 18 Mar; after Friday 1 Mar it is Friday 15 Mar.
    plain = not_before(date(2024, 3, 4), parse_length("10 working days"), calendar(), how="after")
    weekend = not_before(date(2024, 3, 1), parse_length("10 working days"), calendar(), how="after")

    assert (plain.day, plain.advisory_from) == (date(2024, 3, 19), None)
    assert (weekend.day, weekend.advisory_from) == (date(2024, 3, 18), date(2024, 3, 16))
    assert weekend.judge(date(2024, 3, 17)) is Lawfulness.ADVISORY
    assert weekend.judge(date(2024, 3, 15)) is Lawfulness.VIOLATION


def test_a_fixed_date_does_not_roll_and_the_days_up_to_the_first_working_day_are_contested() -> None:
    found = annual_date(2025, 1, 31, calendar(), before_word=False)

    assert (found.day, found.advisory) == (date(2025, 1, 31), (date(2025, 2, 5),))
    assert [found.judge(date(2025, 1, 31)), found.judge(date(2025, 2, 2)), found.judge(date(2025, 2, 5))] == [
        Lawfulness.CLEAN,
        Lawfulness.ADVISORY,
        Lawfulness.ADVISORY,
    ]
    assert found.judge(date(2025, 2, 6)) is Lawfulness.VIOLATION


def test_before_the_first_of_april_leaves_the_day_itself_contested() -> None:
    found = annual_date(2024, 4, 1, calendar(), before_word=True)

    assert found.judge(date(2024, 3, 31)) is Lawfulness.CLEAN
    assert found.judge(date(2024, 4, 1)) is Lawfulness.ADVISORY
    assert found.judge(date(2024, 4, 2)) is Lawfulness.VIOLATION


def test_a_fixed_date_past_the_notices_leaves_the_days_after_open() -> None:
    found = annual_date(2025, 1, 31, calendar_until(2024), before_word=False)

    assert found.provisional
    assert found.judge(date(2025, 1, 30)) is Lawfulness.CLEAN
    assert found.judge(date(2025, 2, 3)) is None


def test_hours_run_from_the_moment_through_the_holiday() -> None:
    found = due_moment(datetime(2024, 9, 30, 17, 30), parse_length("24 hours"))

    assert found.moment == found.earliest == datetime(2024, 10, 1, 17, 30)


def test_a_start_without_a_time_of_day_leaves_the_whole_day_open() -> None:
    found = due_moment(date(2024, 9, 30), parse_length("90 minutes"))

    assert (found.earliest, found.moment) == (datetime(2024, 9, 30, 1, 30), datetime(2024, 10, 1, 1, 29))


def test_days_are_not_counted_by_the_hour() -> None:
    with pytest.raises(ImpossibleTerm, match="2 working days: not counted by the hour"):
        due_moment(date(2024, 9, 30), parse_length("2 working days"))


@pytest.mark.parametrize(
    ("done", "as_of", "fires_on", "day", "why"),
    [
        (None, date(2024, 3, 12), "end", date(2024, 3, 11), "fired"),
        (None, date(2024, 3, 11), "end", None, "term not over"),
        (date(2024, 3, 11), date(2024, 4, 1), "end", None, "done in time"),
        (date(2024, 3, 12), date(2024, 4, 1), "start", date(2024, 3, 4), "fired"),
        (None, date(2024, 4, 1), "day-after-end", date(2024, 3, 12), "fired"),
    ],
)
def test_silence_is_acceptance_when_five_working_days_have_run_out(
    done: date | None, as_of: date, fires_on: str, day: date | None, why: str
) -> None:
    answer = due(Term(parse_length("5 working days")), date(2024, 3, 4), calendar())

    found = deemed(answer, done=done, as_of=as_of, fires_on=fires_on)

    assert (found.on, found.why) == (day, why)


def test_no_fiction_fires_while_the_term_stands_still_or_the_calendar_is_open() -> None:
    term = Term(parse_length("5 working days"), stops_for=frozenset({"suspension"}))
    still = due(term, date(2024, 3, 4), calendar(), pauses=[Pause(date(2024, 3, 5), None, "suspension")])
    open_ = due(Term(parse_length("20 working days")), date(2026, 12, 20), calendar())

    assert deemed(still, done=None, as_of=date(2025, 1, 1), fires_on="end").why == "term stands still"
    assert deemed(open_, done=None, as_of=open_.latest, fires_on="end").why == "calendar provisional"
