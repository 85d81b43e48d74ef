"""Worked last days of "within N": pauses and extensions folded in order of time, roll-over at the very end."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.law.catalogue import calendar
from yifa.law.clock import (
    Due,
    Extension,
    ExtensionRule,
    ImpossibleTerm,
    Length,
    OutOfCalendar,
    Pause,
    Term,
    Unit,
    due,
    parse_length,
)
from yifa.law.clock.fold import Verdict


def answer(start: str, length: str, *facts: Pause | Extension, **rule: object) -> Due:
    """A term that every kind of pause used here may stop and that may be extended twice, unless `rule` differs."""
    extension = ExtensionRule(Length(1000, parse_length(length).unit), times=2)
    term = Term(parse_length(length), **{"stops_for": frozenset({"hearing", "test"}), "extension": extension, **rule})
    pauses = [fact for fact in facts if isinstance(fact, Pause)]
    extensions = [fact for fact in facts if isinstance(fact, Extension)]
    return due(term, date.fromisoformat(start), calendar(), pauses=pauses, extensions=extensions)


def pause(begins: str, ends: str | None, kind: str = "hearing", told: bool | None = None) -> Pause:
    return Pause(date.fromisoformat(begins), date.fromisoformat(ends) if ends else None, kind, told)


def extension(on: str, length: str, **more: object) -> Extension:
    return Extension(date.fromisoformat(on), parse_length(length), **more)


def verdicts(found: Due) -> list[Verdict]:
    return [judged.verdict for judged in found.judged]


def test_calendar_term_that_ends_on_a_holiday_rolls_to_a_make_up_saturday() -> None:
    found = answer("2023-07-03", "90 calendar days")

    assert (found.end, found.day) == (date(2023, 10, 1), date(2023, 10, 7))


def test_seizure_does_not_roll() -> None:
    found = answer("2024-09-03", "30 calendar days", rolls=False)

    assert found.day == date(2024, 10, 3)


def test_pause_that_begins_on_the_last_day_changes_nothing() -> None:
    alone = answer("2024-03-04", "10 working days")
    found = answer("2024-03-04", "10 working days", pause("2024-03-18", "2024-04-18"))

    assert alone.day == found.day == date(2024, 3, 18)
    assert verdicts(found) == [Verdict.COUNTS]


def test_pause_that_begins_the_day_after_the_last_does_not_count() -> None:
    found = answer("2024-03-04", "10 working days", pause("2024-03-19", "2024-04-18"))

    assert found.day == date(2024, 3, 18)
    assert verdicts(found) == [Verdict.TOO_LATE]


def test_pause_between_arithmetical_and_rolled_end_keeps_the_term_from_ending_while_it_stands_still() -> None:
    # Day 30 is Saturday 5 Oct 2024 in the National Day holiday; the last day would be Tuesday 8 Oct.
    found = answer("2024-09-05", "30 calendar days", pause("2024-10-07", "2024-10-20"))

    assert (found.end, found.day) == (date(2024, 10, 5), date(2024, 10, 21))


def test_open_pause_between_arithmetical_and_rolled_end_leaves_only_the_last_day_to_come() -> None:
    found = answer("2024-09-05", "30 calendar days", pause("2024-10-07", None))

    assert (found.running, found.day, found.days_left) == (False, None, 0)


def test_overlapping_pauses_take_each_day_away_once() -> None:
    apart = answer("2024-03-04", "20 working days", pause("2024-03-10", "2024-03-20"))
    found = answer(
        "2024-03-04",
        "20 working days",
        pause("2024-03-10", "2024-03-15"),
        pause("2024-03-12", "2024-03-20", "test"),
        pause("2024-03-13", "2024-03-14"),
    )

    assert found.day == apart.day


def test_open_pause_leaves_the_days_that_are_still_to_run() -> None:
    found = answer("2024-03-04", "20 working days", pause("2024-03-08", None))

    assert (found.running, found.latest, found.days_left) == (False, None, 16)


def test_untold_pause_counts_only_where_the_law_does_not_ask_for_telling() -> None:
    untold = pause("2023-03-13", "2023-03-31", told=False)

    assert answer("2023-03-06", "20 working days", untold, pauses_must_be_told=True).day == date(2023, 4, 3)
    assert answer("2023-03-06", "20 working days", untold).day == date(2023, 4, 23)


def test_extension_on_the_rolled_last_day_is_in_time_and_one_day_later_is_not() -> None:
    # Day 90 is Sunday 7 Apr 2024, a make-up working day.
    in_time = answer("2024-01-08", "90 calendar days", extension("2024-04-07", "30 calendar days"))
    too_late = answer("2024-01-08", "90 calendar days", extension("2024-04-08", "30 calendar days"))

    assert (in_time.day, too_late.day) == (date(2024, 5, 7), date(2024, 4, 7))
    assert verdicts(too_late) == [Verdict.TOO_LATE]


def test_pause_first_keeps_a_later_extension_in_time() -> None:
    facts = (pause("2024-01-15", "2024-02-15"), extension("2024-02-20", "5 working days"))

    assert verdicts(answer("2024-01-08", "10 working days", *facts)) == [Verdict.COUNTS, Verdict.COUNTS]
    assert verdicts(answer("2024-01-08", "10 working days", facts[1])) == [Verdict.TOO_LATE]


def test_extension_is_counted_from_the_trigger_and_the_other_reading_is_shown() -> None:
    # 60 days end on Friday 4 Oct 2024 in the holiday and roll to 8 Oct; 90 days from the trigger end on 3 Nov (Sunday).
    found = answer("2024-08-05", "60 calendar days", extension("2024-09-20", "30 calendar days"))

    assert found.day == date(2024, 11, 4)
    assert found.advisory_until == date(2024, 11, 7)


def test_extension_is_cut_to_the_most_the_rule_allows() -> None:
    rule = ExtensionRule(Length(30, Unit.CALENDAR_DAYS))
    found = answer("2024-04-08", "60 calendar days", extension("2024-06-05", "40 calendar days"), extension=rule)

    assert found.day == date(2024, 7, 8)
    assert verdicts(found) == [Verdict.CUT]


@pytest.mark.parametrize(
    ("more", "rule", "verdict"),
    [
        ({"by": "deputy"}, {"by": frozenset({"head"})}, Verdict.NOT_THE_APPROVER),
        ({"told": False}, {"must_be_told": True}, Verdict.NOT_TOLD),
        ({}, {"times": 0}, Verdict.TOO_OFTEN),
    ],
)
def test_extension_that_the_rule_does_not_know(more: dict, rule: dict, verdict: Verdict) -> None:
    allowed = ExtensionRule(Length(10, Unit.WORKING_DAYS), **rule)
    found = answer(
        "2024-03-04", "20 working days", extension("2024-03-20", "10 working days", **more), extension=allowed
    )

    assert verdicts(found) == [verdict]
    assert found.day == answer("2024-03-04", "20 working days").day


def test_a_rule_without_extension_knows_none() -> None:
    found = answer("2024-03-04", "20 working days", extension("2024-03-20", "10 working days"), extension=None)

    assert verdicts(found) == [Verdict.NOT_EXTENDABLE]


def test_months_end_on_the_corresponding_day_or_the_last_of_the_month() -> None:
    assert answer("2023-08-31", "6 months").day == date(2024, 2, 29)
    assert answer("2024-02-29", "1 years", rolls=False).day == date(2025, 2, 28)


def test_a_pause_in_a_term_of_months_pushes_its_end_by_the_days_taken_away() -> None:
    assert answer("2024-01-15", "3 months", pause("2024-02-01", "2024-02-11")).day == date(2024, 4, 25)


def test_beyond_the_last_notice_the_day_is_a_range() -> None:
    found = answer("2026-12-20", "20 working days")

    assert found.day is None
    assert found.provisional
    assert found.earliest is not None
    assert found.latest is not None
    assert date(2027, 1, 5) < found.earliest < found.latest < date(2027, 2, 5)


def test_a_term_that_needs_no_calendar_is_never_provisional() -> None:
    found = answer("2026-12-20", "25 years", rolls=False)

    assert (found.day, found.provisional) == (date(2051, 12, 20), False)


def test_units_that_do_not_go_together_are_refused() -> None:
    with pytest.raises(ImpossibleTerm, match="working days cannot be added to another unit"):
        answer(
            "2024-03-04",
            "20 calendar days",
            extension("2024-03-10", "5 working days"),
            extension=ExtensionRule(Length(9, Unit.WORKING_DAYS)),
        )
    with pytest.raises(ImpossibleTerm, match="say calendar or working days first"):
        answer("2024-03-04", "20 days")


def test_days_outside_every_table_are_refused_by_name() -> None:
    with pytest.raises(OutOfCalendar, match=r"reaches from 2000-01-01 to 2050-12-31"):
        answer("1999-12-31", "20 working days")


def test_a_pause_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        pause("2024-03-04", "2024-03-01")
