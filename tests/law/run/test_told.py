"""The parts of a story: words with their names, what a duty rests on, how far its day is, what is missing."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.law.invented import case, engine
from yifa.law.clock import Length, Unit
from yifa.law.facts import EVERYTHING, Source
from yifa.law.run.one_case import engine as engine_of
from yifa.law.run.story import CaseStory, tell_case
from yifa.law.run.told import Distance, Missing

TERM = """\
duties:
- {id: cut-a, kind: time-limit, title: {zh: 甲, en: A}, law: 行政处罚法 42, breach: MINOR,
   from: applied, done: [decided, published], within: %s}
"""


def told(
    duties: str, events: list[dict[str, object]], as_of: date | datetime, source: Source = EVERYTHING
) -> CaseStory:
    of = engine(duties)
    written, _ = case(of, events)
    return tell_case(of, written, as_of, source=source)


@pytest.mark.parametrize(
    ("within", "decided", "expected"),
    [
        ("5 working days", "2024-03-08", Distance(date(2024, 3, 8))),
        ("5 working days", "2024-03-12", Distance(date(2024, 3, 12), over=Length(2, Unit.WORKING_DAYS))),
        ("5 working days", "2024-03-10", Distance(date(2024, 3, 10), over=Length(2, Unit.CALENDAR_DAYS))),
        ("10 calendar days", "2024-03-14", Distance(date(2024, 3, 14), over=Length(3, Unit.CALENDAR_DAYS))),
    ],
)
def test_how_late_it_was_is_counted_in_the_unit_of_the_term(within: str, decided: str, expected: Distance) -> None:
    events: list[dict[str, object]] = [{"on": "2024-03-01", "act": "applied"}, {"on": decided, "act": "decided"}]
    assert told(TERM % within, events, date(2024, 4, 1)).duties[0].distance == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2024, 3, 5), Distance(left=Length(3, Unit.WORKING_DAYS))),
        (date(2024, 3, 8), Distance()),
        (date(2024, 3, 12), Distance(over=Length(2, Unit.WORKING_DAYS))),
    ],
)
def test_what_is_not_done_has_so_much_left_or_is_so_much_past(as_of: date, expected: Distance) -> None:
    story = told(TERM % "5 working days", [{"on": "2024-03-01", "act": "applied"}], as_of)
    assert story.duties[0].distance == expected


def test_hours_are_told_in_hours() -> None:
    events: list[dict[str, object]] = [
        {"on": "2024-03-05T10:00", "act": "applied"},
        {"on": "2024-03-06T13:30", "act": "decided"},
    ]
    story = told((TERM % "24 hours").replace("[decided, published]", "decided"), events, date(2024, 3, 7))
    assert story.duties[0].distance.over == Length(3, Unit.HOURS)


def test_what_came_too_early_is_told_by_the_days_that_were_missing() -> None:
    duties = (
        "duties:\n- {id: cut-b, kind: time-limit, title: {zh: 乙, en: B}, law: 行政处罚法 42, breach: MINOR,"
        " for: each decided, from: applied, done: it, after: 10 calendar days}\n"
    )
    events: list[dict[str, object]] = [{"on": "2024-03-01", "act": "applied"}, {"on": "2024-03-08", "act": "decided"}]
    assert told(duties, events, date(2024, 4, 1)).duties[0].distance == Distance(
        date(2024, 3, 8), over=Length(4, Unit.CALENDAR_DAYS)
    )


def test_a_duty_rests_on_the_acts_it_read_with_the_fields_it_read() -> None:
    duties = (
        "duties:\n- {id: cut-d, kind: authority, title: {zh: 丁, en: D}, law: 行政许可法 42, breach: REVOKE,"
        " for: each decided, who: it.approver, one-of: [head]}\n"
    )
    events: list[dict[str, object]] = [
        {"on": "2024-03-01", "act": "applied", "trees": 7},
        {"on": "2024-03-08", "act": "decided", "approver": "clerk", "signed": True},
    ]
    used = told(duties, events, date(2024, 4, 1)).duties[0].acts
    assert [(act.number, act.kind, [one.name for one in act.fields]) for act in used] == [(2, "decided", ["approver"])]


def test_what_the_case_does_not_show_and_what_stands_blank_is_named() -> None:
    duties = (
        "duties:\n- {id: cut-d, kind: required-act, title: {zh: 丁, en: D}, law: 行政许可法 42, breach: REVOKE,"
        " for: each decided, require: it.signed}\n"
    )
    events: list[dict[str, object]] = [{"on": "2024-03-08", "act": "decided"}]
    not_shown = told(duties, events, date(2024, 4, 1), Source("shown", fields=frozenset())).duties[0]
    blank = told(duties, events, date(2024, 4, 1)).duties[0]
    assert (not_shown.finding.result.outcome.word, blank.finding.result.outcome.word) == ("not-assessable", "unknown")
    assert not_shown.missing == blank.missing == (Missing("决定", "decided", "签字", "signed"),)


def test_a_word_of_the_corpus_brings_its_name() -> None:
    of = engine_of("licence")
    written, source = case(of, [{"on": "2024-05-27", "act": "extension-approved", "approver": "head"}])
    field = tell_case(of, written, date(2024, 6, 1), source=source).acts[0].fields[0]
    assert field.word is not None
    assert (field.value, field.word.zh, field.word.en) == ("head", "负责人", "head of the organ")


def test_an_act_without_a_day_is_named_by_its_day() -> None:
    story = told(TERM % "5 working days", [{"act": "applied"}], date(2024, 4, 1))
    assert story.duties[0].missing == (Missing("申请", "applied", day=True),)


def test_a_day_asked_about_as_a_whole_leaves_the_hours_after_its_end() -> None:
    duties = (TERM % "24 hours").replace("[decided, published]", "decided")
    story = told(duties, [{"on": "2024-03-05T10:00", "act": "applied"}], date(2024, 3, 5))
    assert story.duties[0].distance == Distance(left=Length(10, Unit.HOURS))
