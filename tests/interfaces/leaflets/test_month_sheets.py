"""A term as sheets of a wall calendar: what each day was, the days that matter, long terms cut in the middle."""

from __future__ import annotations

from datetime import date

from yifa.interfaces.leaflets.month_sheets import DayCell, Sheets, month_sheets
from yifa.law.catalogue import calendar
from yifa.law.clock import Length, Pause, Term, Unit, due, story


def sheets(start: date, length: Length, done: date | None = None, **facts: object) -> Sheets:
    term = Term(length, stops_for=frozenset({"hearing"}))
    return month_sheets(story(due(term, start, calendar(), **facts)), done)  # type: ignore[arg-type]


def cells(of: Sheets) -> dict[date, DayCell]:
    return {cell.day: cell for month in of.months for week in month.weeks for cell in week if cell is not None}


def test_days_carry_what_they_were_and_their_running_number() -> None:
    found = cells(sheets(date(2024, 9, 25), Length(5, Unit.WORKING_DAYS), done=date(2024, 10, 9)))
    shown = {(day.month, day.day): (" ".join(found[day].classes), found[day].number) for day in found}
    assert shown[9, 24] == ("outside", None)
    assert shown[9, 25] == ("start", None)
    assert shown[9, 26] == ("counted", 1)
    assert shown[9, 28] == ("weekend sunday", None)
    assert shown[9, 29] == ("make-up work sunday", 3)
    assert shown[10, 1] == ("off rest", None)
    assert shown[10, 8] == ("counted last", 5)
    assert shown[10, 9] == ("done", None)


def test_every_week_has_seven_days_from_monday() -> None:
    months = sheets(date(2024, 9, 25), Length(5, Unit.WORKING_DAYS)).months
    assert [(month.year, month.month, len(month.weeks)) for month in months] == [(2024, 9, 6), (2024, 10, 5)]
    for month in months:
        for week in month.weeks:
            assert len(week) == 7
            assert [cell.day.weekday() for cell in week if cell] == [place for place in range(7) if week[place]]


def test_time_left_out_is_marked_and_not_numbered() -> None:
    pause = Pause(date(2024, 10, 8), date(2024, 10, 11), "hearing", True)
    found = cells(sheets(date(2024, 9, 25), Length(20, Unit.WORKING_DAYS), pauses=[pause]))
    paused = [day.day for day, cell in found.items() if "paused" in cell.classes]
    assert paused == [9, 10, 11]
    assert [found[date(2024, 10, day)].number for day in (8, 9, 12)] == [5, None, 6]


def test_a_long_term_shows_two_months_and_the_last_three() -> None:
    found = sheets(date(2024, 1, 10), Length(2, Unit.YEARS))
    assert [(month.year, month.month) for month in found.months] == [
        (2024, 1),
        (2024, 2),
        (2025, 11),
        (2025, 12),
        (2026, 1),
    ]
    assert (found.gap_after, found.left_out) == (2, 20)


def test_a_provisional_term_has_no_last_day_but_two_ends() -> None:
    found = cells(sheets(date(2026, 12, 1), Length(30, Unit.WORKING_DAYS)))
    assert [cell.classes for cell in found.values() if "last" in cell.classes] == []
    assert sum("maybe" in cell.classes for cell in found.values()) == 2
