"""Many cases at once answer as one case does: on every worked example, and on random histories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.law.run.test_properties import acts as any_acts
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.conditions import day_number
from yifa.law.facts import Case, Organ, Profile, Source
from yifa.law.run import Result, engine
from yifa.law.run.case_tables import Asked, as_tables
from yifa.law.run.examples import examples, prepared
from yifa.law.run.many_cases import Coverage, Judged, many_engine
from yifa.law.run.taking_in import batch

FIRST = date(2023, 6, 1)


def together(id_: str, asked: Sequence[Asked]) -> Judged:
    many = many_engine(id_)
    acts, cases = as_tables(asked, many.whole.folder.procedure)
    return many.judge(batch(acts, cases, many.whole, sources=[one.source for one in asked], counted=True))


def one_by_one(id_: str, asked: Sequence[Asked]) -> dict[Any, Result]:
    judge = engine(id_)
    return {
        (place, *result.key): result
        for place, one in enumerate(asked)
        for result in judge.judge(one.case, one.as_of, one.known_at, source=one.source)
    }


def keyed(judged: Judged) -> dict[Any, Result]:
    return {(place, *result.key): result for place, result in judged.results()}


@pytest.mark.parametrize("id_", procedure_ids())
def test_every_duty_of_every_example_comes_out_as_for_one_case(id_: str) -> None:
    ready = [prepared(example, folder(id_)) for example in examples(folder(id_))]
    asked = [
        Asked(one.case, one.as_of, one.known_at, replace(one.source, id=str(place))) for place, one in enumerate(ready)
    ]
    found, expected = keyed(together(id_, asked)), one_by_one(id_, asked)
    assert {key: (expected.get(key), one) for key, one in found.items() if expected.get(key) != one} == {}
    assert found.keys() == expected.keys()


@pytest.mark.parametrize("id_", procedure_ids())
@settings(max_examples=6, deadline=None)
@given(st.data())
def test_random_histories_come_out_as_for_one_case(id_: str, data: st.DataObject) -> None:
    whole = engine(id_).whole
    listed = data.draw(st.lists(any_acts(whole.folder.procedure, most=14), min_size=5, max_size=25))
    places = sorted({place for duty in whole.folder.duties for place in duty.overlay})
    asked = []
    for number, acts in enumerate(listed):
        own = data.draw(st.lists(st.sampled_from(places), unique=True)) if places else []
        case = Case(str(number), id_, tuple(acts), Organ("o", tuple(Profile(name) for name in own)))
        asked.append(Asked(case, FIRST + timedelta(days=data.draw(st.integers(0, 600)))))
    assert keyed(together(id_, asked)) == one_by_one(id_, asked)


def test_what_is_not_carried_is_a_line_of_coverage_and_no_finding() -> None:
    silent = Source("silent", without=frozenset(("decision-made", "application-withdrawn")))
    on = day_number(date(2024, 3, 1))
    acts = pa.table({"case": ["a", "b"], "act": ["application-accepted"] * 2, "day": pa.array([on, on], pa.int32())})
    cases = pa.table({"case": ["a", "b"]})
    many = many_engine("licence")
    judged = many.judge(batch(acts, cases, many.whole, date(2025, 1, 1), sources=[silent]))
    assert Coverage("silent", "lic-decide-20wd", 2) in judged.coverage()
    assert [result for _, result in judged.findings() if result.duty == "lic-decide-20wd"] == []


def test_what_was_recorded_later_is_not_known() -> None:
    on = day_number(date(2024, 3, 1))
    rows = {
        "case": ["a"],
        "act": ["application-accepted"],
        "day": pa.array([on], pa.int32()),
        "recorded_at": pa.array([datetime(2024, 5, 1)], pa.timestamp("us")),
    }
    many = many_engine("licence")
    cases = pa.table({"case": ["a"]})

    def outcome(known_at: datetime) -> str:
        judged = many.judge(batch(pa.table(rows), cases, many.whole, date(2024, 6, 1), known_at))
        return next(one.outcome.word for _, one in judged.results() if one.duty == "lic-decide-20wd")

    assert [outcome(datetime(2024, 4, 30)), outcome(datetime(2024, 5, 1))] == ["not-applicable", "unmet"]


def test_an_act_of_a_case_that_is_not_there_is_refused() -> None:
    acts = pa.table({"case": ["x"], "act": ["application-accepted"], "day": pa.array([1], pa.int32())})
    with pytest.raises(ValueError, match="1 acts belong to no case of the table of cases"):
        batch(acts, pa.table({"case": ["a"]}), many_engine("licence").whole, date(2024, 6, 1))
