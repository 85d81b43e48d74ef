"""One case end to end: findings with what they rest on, two times, sources, stable keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tests.law.invented import case, duty, engine, judged, outcome, said
from yifa.law.catalogue import calendar
from yifa.law.facts import Source
from yifa.law.run import diff
from yifa.law.run.findings import Change, FactUsed

TERM = engine(
    duty(
        "time-limit",
        """\
from: applied
done: decided
within: 20 working days
pauses: [test]
extension: {act: extended, by: [head], at-most: 10 working days}
valid: {from: 2004-07-01}
contested: [{when: applied.major, zh: 有争议, en: disputed}]
cure: {zh: 尽快决定, en: Decide soon}
""",
    )
)
EVENTS = [
    {"on": "2023-09-18", "act": "applied", "major": False},
    {"on": "2023-10-23", "act": "decided", "recorded-at": "2023-10-25T09:00"},
]


def test_a_finding_names_everything_needed_to_recompute_it() -> None:
    told, source = case(TERM, EVENTS)
    (finding,) = TERM.findings(told, date(2023, 10, 23), source=source)
    assert finding.key == ("c", "cut-1", "case")
    assert finding.severity == "MINOR"
    assert finding.law == ("行政许可法(2019)§42",)
    assert finding.facts == (
        FactUsed("applied", date(2023, 9, 18)),
        FactUsed("applied", date(2023, 9, 18), "major", "no"),
        FactUsed("decided", date(2023, 10, 23)),
    )
    assert finding.cure == {"zh": "尽快决定", "en": "Decide soon"}
    assert finding.readings == ()
    assert finding.calendar == calendar().digest
    assert finding.corpus == TERM.whole.folder.digest
    assert finding.answer is not None
    assert finding.answer.day == finding.result.due == date(2023, 10, 20)
    assert finding.as_data()["class"] == "violation"


def test_a_contested_reading_makes_it_advisory_and_is_shown() -> None:
    told, source = case(TERM, [{**EVENTS[0], "major": True}, EVENTS[1]])
    (finding,) = TERM.findings(told, date(2023, 10, 23), source=source)
    assert finding.result.finding.word == "advisory"
    assert finding.readings == ({"zh": "有争议", "en": "disputed"},)


def test_an_answer_is_as_of_a_day_and_as_known_at_a_moment() -> None:
    assert outcome(TERM, EVENTS, as_of=date(2023, 10, 20)) == "pending 2023-10-20"
    assert outcome(TERM, EVENTS, as_of=date(2023, 10, 21)) == "unmet violation 2023-10-20"
    in_time = [EVENTS[0], {**EVENTS[1], "on": "2023-10-20"}]
    day = date(2023, 10, 24)
    assert outcome(TERM, in_time, as_of=day, known_at=datetime(2023, 10, 24)) == "unmet violation 2023-10-20"
    assert outcome(TERM, in_time, as_of=day, known_at=datetime(2023, 10, 25, 9)) == "met 2023-10-20"


def test_a_breach_cannot_be_told_where_what_prolongs_the_term_is_not_carried() -> None:
    source = Source("s", without=frozenset({"tested"}))
    assert outcome(TERM, EVENTS, source=source) == "not-assessable 2023-10-20"
    in_time = [EVENTS[0], {**EVENTS[1], "on": "2023-10-20"}]
    assert outcome(TERM, in_time, source=source) == "met 2023-10-20"
    assert TERM.partly_carried(Source("t", without=frozenset({"decided"}))) == {"cut-1"}


def test_subjects_are_numbered_by_day_or_called_by_their_own_id() -> None:
    of = engine(duty("order", "for: each decided\nearlier: reviewed"))
    events = [{"on": "2024-03-02", "act": "decided"}, {"on": "2024-03-01", "act": "decided", "id": "甲"}]
    assert [result.subject for result in judged(of, events)] == ["decided#甲", "decided#2"]


def test_two_runs_are_compared_by_their_keys() -> None:
    told, source = case(TERM, EVENTS)
    before = TERM.findings(told, date(2023, 10, 23), source=source)
    contested, _ = case(TERM, [{**EVENTS[0], "major": True}, EVENTS[1]])
    after = TERM.findings(contested, date(2023, 10, 23), source=source)
    other = [replace(before[0], case="d")]
    assert diff(before, before) == []
    assert diff(before, after) == [(Change.OTHER, after[0])]
    assert diff(before, other) == [(Change.GONE, before[0]), (Change.NEW, other[0])]


def test_only_the_duties_named_are_answered() -> None:
    told, source = case(TERM, EVENTS)
    assert TERM.judge(told, date(2023, 10, 23), source=source, only=[]) == []
    assert [said(one) for one in TERM.judge(told, date(2023, 10, 23), source=source, only=["cut-1"])] == [
        "unmet violation 2023-10-20"
    ]
