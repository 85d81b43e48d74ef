"""Pauses and extensions found among acts."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.law.clock import Extension, Length, Pause, Unit
from yifa.law.conditions import day_number
from yifa.law.facts import Act, Case, Moment, View
from yifa.law.facts.pauses import extensions, pauses

DAYS = [date(2024, 3, day) for day in range(1, 32)]


def view(*acts: tuple[str, int | None] | tuple[str, int | None, dict[str, Any]]) -> View:
    made = (
        Act(kind, None if day is None else day_number(DAYS[day - 1]), None, (*more, {})[0]) for kind, day, *more in acts
    )
    return View(Case("c", "p", tuple(made)), Moment(day_number(date(2024, 12, 31))))


def found(
    of: View, opens: tuple[str, ...] = ("asked", "noticed"), closes: tuple[str, ...] = ("ended", "held")
) -> list[tuple[int, int | None]]:
    listed = pauses(of, "hearing", opens, closes, None)
    return [(one.begins.day, one.ends.day if one.ends else None) for one in listed]


def test_a_pause_opens_at_the_earliest_start_and_closes_at_its_end() -> None:
    assert found(view(("asked", 3), ("noticed", 5), ("ended", 9))) == [(3, 9)]


def test_the_end_recorded_first_in_the_list_decides_alone() -> None:
    assert found(view(("asked", 3), ("held", 8), ("ended", 9))) == [(3, 9)]
    assert found(view(("asked", 3), ("held", 8))) == [(3, 8)]


def test_two_at_once_are_two() -> None:
    assert found(view(("asked", 3), ("asked", 5), ("held", 8), ("held", 12))) == [(3, 8), (5, 12)]


def test_a_second_round_is_a_second_pause() -> None:
    assert found(view(("asked", 3), ("noticed", 4), ("held", 8), ("asked", 10), ("held", 12))) == [(3, 8), (10, 12)]


def test_a_start_without_an_end_is_still_open() -> None:
    assert found(view(("asked", 3), ("held", 8), ("asked", 10), ("noticed", 11))) == [(3, 8), (10, None)]


def test_an_end_without_a_start_and_acts_without_a_day_are_none() -> None:
    assert found(view(("held", 2), ("asked", None), ("noticed", 4), ("held", 6))) == [(4, 6)]
    assert found(view(("held", 2))) == []


def test_told_is_what_the_opening_acts_say() -> None:
    told = pauses(view(("asked", 3, {"told": True}), ("ended", 9)), "test", ("asked",), ("ended",), "told")
    untold = pauses(view(("asked", 3, {"told": False}), ("ended", 9)), "test", ("asked",), ("ended",), "told")
    silent = pauses(view(("asked", 3), ("ended", 9)), "test", ("asked",), ("ended",), "told")
    assert [one.told for one in (*told, *untold, *silent)] == [True, False, None]
    assert told == [Pause(DAYS[2], DAYS[8], "test", True)]


def test_an_extension_without_a_length_is_the_longest_allowed() -> None:
    ten = Length(10, Unit.WORKING_DAYS)

    def granted(**fields: Any) -> list[Extension]:
        return extensions(
            view(("extended", 5, fields), ("extended", None)),
            "extended",
            approver="approver",
            length_field="days",
            told="told",
            at_most=ten,
        )

    assert granted() == [Extension(DAYS[4], ten)]
    assert granted(days=Length(5, Unit.WORKING_DAYS), approver="head", told=False) == [
        Extension(DAYS[4], Length(5, Unit.WORKING_DAYS), "head", False)
    ]


def test_a_bare_number_of_days_is_of_the_unit_of_the_rule() -> None:
    (one,) = extensions(
        view(("extended", 5, {"days": Length(7, Unit.CALENDAR_DAYS)})),
        "extended",
        approver="approver",
        length_field="days",
        told=None,
        at_most=Length(10, Unit.WORKING_DAYS),
    )
    assert one.length == Length(7, Unit.WORKING_DAYS)
