"""Pauses and extensions found among acts."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.law.clock import Extension, Length, Pause, Unit
from yifa.law.conditions import day_number
from yifa.law.facts import Act, Case, Moment, Source, View
from yifa.law.facts.pauses import NO_END, Extensions, Pauses, extensions, pauses

DAYS = [date(2024, 3, day) for day in range(1, 32)]
TEN = Length(10, Unit.WORKING_DAYS)


def view(*acts: tuple[str, int | None] | tuple[str, int | None, dict[str, Any]], source: Source | None = None) -> View:
    made = (
        Act(kind, None if day is None else day_number(DAYS[day - 1]), None, (*more, {})[0]) for kind, day, *more in acts
    )
    return View(Case("c", "p", tuple(made)), Moment(day_number(date(2024, 12, 31))), None, source)


def hearings(of: View) -> Pauses:
    return pauses(of, "hearing", ("asked", "noticed"), ("ended", "held"))


def found(of: View) -> list[tuple[int, int | None]]:
    listed = hearings(of)
    assert not listed.doubtful
    return [(one.begins.day, one.ends.day if one.ends else None) for one in listed.sure]


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


def test_starts_of_one_kind_that_are_open_are_each_a_pause() -> None:
    assert found(view(("asked", 3), ("asked", 10), ("noticed", 4))) == [(3, None), (10, None)]


def test_an_end_without_a_start_is_none() -> None:
    assert found(view(("held", 2))) == []


def test_without_a_day_of_a_start_or_an_end_every_pause_may_be_none_or_open_still() -> None:
    open_still = Pause(DAYS[3], None, "hearing")
    assert hearings(view(("asked", None), ("noticed", 4), ("held", 6))) == Pauses((), (None, open_still))
    assert hearings(view(("noticed", 4), ("held", None))) == Pauses((), (open_still,))


def of_tests(of: View) -> Pauses:
    return pauses(of, "test", ("asked", "noticed"), ("ended",), (("asked", "told"), ("asked", "fixed")))


TOLD = {"told": True, "fixed": True}


def test_told_is_what_one_of_the_opening_acts_says_in_every_field() -> None:
    pause = Pause(DAYS[2], DAYS[8], "test", True)
    assert of_tests(view(("asked", 3, TOLD), ("ended", 9))) == Pauses((pause,))
    untold = Pauses((Pause(DAYS[2], DAYS[8], "test", False),))
    assert of_tests(view(("asked", 3, {"told": False}), ("noticed", 4), ("ended", 9))) == untold
    assert of_tests(view(("asked", 3, {**TOLD, "fixed": False}), ("ended", 9))) == untold


def test_not_said_whether_told_is_in_doubt_and_not_carried_is_in_order() -> None:
    acts = (("asked", 3, {"told": True}), ("ended", 9))
    assert of_tests(view(*acts)) == Pauses((), (Pause(DAYS[2], DAYS[8], "test", None),))
    in_order = Pauses((Pause(DAYS[2], DAYS[8], "test", True),))
    assert of_tests(view(*acts, source=Source("s", fields=frozenset({"asked.told"})))) == in_order
    assert of_tests(view(("noticed", 3), ("ended", 9))) == in_order


def granted(
    *acts: tuple[str, int | None, dict[str, Any]],
    source: Source | None = None,
    start: int = 1,
    at_most: Length | None = TEN,
    unit: Unit = TEN.unit,
) -> Extensions:
    return extensions(
        view(*acts, source=source),
        "extended",
        start=DAYS[start - 1],
        by=("head", "deputy"),
        approver="approver",
        length_field="days",
        told="told",
        at_most=at_most,
        unit=unit,
    )


IN_ORDER = {"approver": "head", "told": True}


def test_an_extension_without_a_length_is_the_longest_allowed() -> None:
    assert granted(("extended", 5, IN_ORDER)) == Extensions((Extension(DAYS[4], TEN, "head", True),))
    five = Length(5, Unit.WORKING_DAYS)
    assert granted(("extended", 5, {**IN_ORDER, "days": five})).sure == (Extension(DAYS[4], five, "head", True),)


def test_to_which_no_bound_is_set_it_is_as_long_as_recorded_or_has_no_end_that_is_known() -> None:
    ninety, months = Length(90, Unit.WORKING_DAYS), Length(2, Unit.MONTHS)
    no_end = Extensions((), (Pause(DAYS[3], None, NO_END),))
    assert granted(("extended", 5, {**IN_ORDER, "days": ninety}), at_most=None).sure[0].length == ninety
    assert granted(("extended", 5, IN_ORDER), at_most=None) == no_end
    assert granted(("extended", None, IN_ORDER), at_most=None) == Extensions((), (None,))
    assert granted(("extended", 5, {**IN_ORDER, "approver": "clerk"}), at_most=None) == Extensions()
    assert granted(("extended", 5, {**IN_ORDER, "days": months}), at_most=None) == no_end
    assert (
        granted(("extended", 5, {**IN_ORDER, "days": months}), at_most=None, unit=Unit.MONTHS).sure[0].length == months
    )


def test_one_approved_before_the_term_began_is_not_of_this_term() -> None:
    assert granted(("extended", 5, IN_ORDER), start=6) == Extensions()


def test_without_day_approver_or_telling_it_is_in_doubt_unless_something_bars_it() -> None:
    assert granted(("extended", None, IN_ORDER)) == Extensions((), (Extension(DAYS[0], TEN, "head", True),))
    assert granted(("extended", 5, {"told": True})) == Extensions((), (Extension(DAYS[4], TEN, None, True),))
    assert granted(("extended", 5, {"approver": "head"})) == Extensions((), (Extension(DAYS[4], TEN, "head", None),))
    assert granted(("extended", 5, {"approver": "clerk"})) == Extensions((Extension(DAYS[4], TEN, "clerk", None),))
    silent = granted(("extended", 5, {}), source=Source("s", fields=frozenset()))
    assert silent == Extensions((Extension(DAYS[4], TEN),))


def test_a_bare_number_of_days_is_of_the_unit_of_the_rule() -> None:
    (one,) = granted(("extended", 5, {**IN_ORDER, "days": Length(7, Unit.CALENDAR_DAYS)})).sure
    assert one.length == Length(7, Unit.WORKING_DAYS)
