"""A case that does not wake comes to the same on every day until it does."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice

import pyarrow as pa
import pytest

from tests.law.run.test_many_engines import HARD, worked
from yifa.law.conditions import day_number, day_of
from yifa.law.facts import Act, Case
from yifa.law.run import engine
from yifa.law.run.case_tables import Asked, as_tables
from yifa.law.run.many_cases import many_engine
from yifa.law.run.taking_in import batch
from yifa.law.run.waking import turnings, waking, woken


def wakes(id_: str, asked: list[Asked]) -> dict[int, date]:
    """The day of waking of each case by its place."""
    many = many_engine(id_)
    acts, cases = as_tables(asked, many.whole.folder.procedure)
    ready = batch(acts, cases, many.whole, sources=[one.source for one in asked], counted=True)
    table = waking(many.judge(ready), many.whole, acts)
    assert table["day"].to_pylist() == sorted(table["day"].to_pylist())
    return {case: day_of(day) for day, case in zip(*table.to_pydict().values(), strict=True)}


def whole_days(id_: str, every: int) -> list[Asked]:
    found = []
    for one in islice(worked(id_), 0, None, every):
        as_of = one.as_of.date() if isinstance(one.as_of, datetime) else one.as_of
        found.append(Asked(one.case, as_of, one.known_at, one.source))
    return found


@pytest.mark.parametrize("id_", HARD)
def test_until_it_wakes_a_case_comes_to_the_same(id_: str) -> None:
    asked, judge = whole_days(id_, 5), engine(id_)
    days = wakes(id_, asked)
    changed = {}
    for place, one in enumerate(asked):
        assert isinstance(one.as_of, date)
        last = days[place] - timedelta(days=1) if place in days else one.as_of + timedelta(days=200)
        assert last >= one.as_of
        for day in {last, one.as_of + (last - one.as_of) // 2}:
            before, after = (
                {result.key: (result.outcome, result.finding, result.due) for result in found}
                for found in (
                    judge.judge(one.case, as_of, one.known_at, source=one.source) for as_of in (one.as_of, day)
                )
            )
            if before != after:
                changed[place, day] = before, after
    assert changed == {}
    assert days


def test_a_term_that_runs_out_wakes_its_case_on_the_day_after() -> None:
    accepted = Act("application-accepted", day_number(date(2024, 3, 1)), None, {}, id="a")
    asked = [Asked(Case("c", "licence", (accepted,)), day) for day in (date(2024, 3, 28), date(2024, 3, 29))]
    found = wakes("licence", asked)
    assert found[0] == date(2024, 3, 30)
    assert found[1] == date(2024, 3, 30)
    judge = engine("licence")
    late = [
        {result.duty: result.outcome.word for result in judge.judge(asked[0].case, day)}["lic-decide-20wd"]
        for day in (date(2024, 3, 29), date(2024, 3, 30))
    ]
    assert late == ["pending", "unmet"]


def test_an_act_recorded_for_a_later_day_wakes_its_case() -> None:
    acts = (Act("own-motion-started", day_number(date(2030, 5, 6)), None, {}, id="a"),)
    assert wakes("licence", [Asked(Case("c", "licence", acts), date(2024, 3, 1))]) == {0: date(2030, 5, 6)}


def test_a_case_in_which_nothing_runs_never_wakes() -> None:
    assert wakes("licence", [Asked(Case("c", "licence", ()), date(2024, 3, 1))]) == {}


def test_those_that_wake_by_a_day_are_found_by_search() -> None:
    table = pa.table({"day": [3, 5, 5, 9], "case": ["a", "b", "c", "d"]})
    assert [woken(table, day).to_pylist() for day in (2, 3, 5, 10)] == [[], ["a"], ["a", "b", "c"], [*"abcd"]]


@pytest.mark.parametrize("id_", HARD)
def test_no_duty_uses_the_day_asked_about_in_a_way_that_is_not_known(id_: str) -> None:
    found = [turnings(grain) for grain in many_engine(id_).whole.grains]
    assert [of.unknown for of in found] == [[]] * len(found)
    assert any(of.compared(number) for of in found for number in range(len(of.asks)))


def test_what_is_done_waits_for_nothing() -> None:
    acts = tuple(
        Act(kind, day_number(date(2024, 3, 1)), None, {}, id=kind) for kind in ("application-accepted", "decision-made")
    )
    asked = [Asked(Case("c", "licence", some), date(2024, 3, 18)) for some in (acts[:1], acts)]
    assert wakes("licence", asked) == {0: date(2024, 3, 30)}
