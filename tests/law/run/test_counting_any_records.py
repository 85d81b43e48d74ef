"""Figures of any records are those of a plain count: blanks, acts without a day, several acts of a kind, any order."""

from __future__ import annotations

from datetime import date, timedelta

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.law.run.counted import START, Record, count_each, count_once, tables
from tests.law.run.test_counting import grain_of
from yifa.law.figures import Period
from yifa.law.run.counting import Counting, Tables

AS_OF = date(2025, 6, 30)
YEAR = Period.year(2024)
DAYS = st.none() | st.integers(0, 700).map(lambda number: START + timedelta(days=number))
PENALTY = {
    "case-filed": st.just({}),
    "decision-made": st.fixed_dictionaries(
        {
            "result": st.sampled_from(["penalty", "no-penalty", None]),
            "fine": st.none() | st.integers(0, 10**9),
            "mitigated": st.sampled_from([True, False, None]),
        }
    ),
    "case-closed": st.just({}),
}
PENALTY_TYPES = {"result": pa.string(), "fine": pa.int64(), "mitigated": pa.bool_()}
DISCLOSURE = {
    "request-received": st.just({}),
    "answer-made": st.fixed_dictionaries(
        {
            "result": st.sampled_from(["disclosed", "partly", "refused", None]),
            "reason": st.sampled_from(["security", "process", None]),
        }
    ),
    "deemed-abandoned": st.just({}),
    "request-withdrawn": st.just({}),
}
DISCLOSURE_TYPES = {"result": pa.string(), "reason": pa.string()}


def acts(kinds):
    """One act of any of these kinds: kind, day, fields."""
    return st.one_of(*(st.tuples(st.just(kind), DAYS, fields) for kind, fields in kinds.items()))


def records(kinds):
    """Up to eight cases of two organs and none, each with up to five acts."""
    one = st.tuples(st.sampled_from(["qp", "wc", None]), st.lists(acts(kinds), max_size=5))
    return st.lists(one, max_size=8).map(
        lambda some: [Record(f"c{place}", organ, held) for place, (organ, held) in enumerate(some)]
    )


def counted(procedure, found, types):
    return Counting([Tables(procedure, *tables(found, types))], as_of=AS_OF)


def word(act, field, *values):
    held = act[2][field]
    return None if held is None else held in values


def both(one, other):
    return False if False in (one, other) else None if None in (one, other) else True


def first_day(record, kind):
    days = [act[1] for act in record.of(kind)]
    return None if not days or None in days else min(days)


def since(kind):
    """Days from the first act of a kind to an act; blank where either has no day."""

    def value(act, record):
        start = first_day(record, kind)
        return None if start is None or act[1] is None else (act[1] - start).days

    return value


def existing(found):
    """Acts after the day asked about do not exist."""
    return [
        Record(one.case, one.organ, [act for act in one.acts if act[1] is None or act[1] <= AS_OF]) for one in found
    ]


@settings(max_examples=25, deadline=None)
@given(records(PENALTY))
def test_penalties_of_any_records_are_those_of_a_plain_count(found):
    def penalised(act, record):
        return word(act, "result", "penalty")

    made, plain = counted("penalty-ordinary", found, PENALTY_TYPES), existing(found)
    expected = {
        "pen-filed": [count_once(plain, "case-filed")],
        "pen-concluded": [count_once(plain, "case-closed")],
        "pen-ordinary": [count_each(plain, "decision-made", penalised)],
        "pen-lenient": [
            count_each(plain, "decision-made", lambda a, r: both(penalised(a, r), a[2]["mitigated"])),
        ],
        "pen-fine-amount": [count_each(plain, "decision-made", penalised, lambda a, r: a[2]["fine"])],
        "pen-days": [count_each(plain, "decision-made", lambda a, r: bool(r.of("case-filed")), since("case-filed"))],
    }
    assert {measure: grain_of(made, measure) for measure in expected} == expected


@settings(max_examples=25, deadline=None)
@given(records(DISCLOSURE))
def test_requests_of_any_records_are_those_of_a_plain_count(found):
    def unanswered(act, record):
        return not record.of("answer-made")

    def without_end(act, record):
        return unanswered(act, record) and not record.of("deemed-abandoned")

    made, plain = counted("disclosure", found, DISCLOSURE_TYPES), existing(found)
    expected = {
        "ogi-requests": [count_once(plain, "request-received")],
        "ogi-partial": [count_once(plain, "answer-made", lambda a, r: word(a, "result", "partly"))],
        "ogi-no-security": [
            count_once(
                plain, "answer-made", lambda a, r: both(word(a, "result", "refused"), word(a, "reason", "security"))
            )
        ],
        "ogi-results": [
            count_once(plain, "answer-made"),
            count_once(plain, "deemed-abandoned", unanswered),
            count_once(plain, "request-withdrawn", without_end),
        ],
        "ogi-days": [
            count_once(plain, "answer-made", lambda a, r: bool(r.of("request-received")), since("request-received"))
        ],
    }
    assert {measure: grain_of(made, measure) for measure in expected} == expected


@settings(max_examples=12, deadline=None)
@given(records(DISCLOSURE))
def test_what_stands_behind_a_figure_is_as_many_as_it_counts_and_of_its_period(found):
    made = counted("disclosure", found, DISCLOSURE_TYPES)
    told = {one.figure.measure: 0 for one in made.grain.told(YEAR)[""] if one.figure.procedure == "disclosure"}
    for one in made.grain.told(YEAR)[""]:
        if one.figure.act is not None and one.figure.procedure == "disclosure":
            told[one.figure.measure] += one.totals.n
    behind = made.behind_all(YEAR)
    in_hand = {"ogi-carried-in", "ogi-pending"}
    assert {id_: len(behind.get(id_, ())) for id_ in told if id_ not in in_hand} == {
        id_: number for id_, number in told.items() if id_ not in in_hand
    }
    days = [row.day for id_, rows in behind.items() if id_ not in in_hand for row in rows]
    assert all(YEAR.first_day <= day <= YEAR.last_day for day in days)
