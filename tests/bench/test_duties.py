"""Every workload of the duties runs, and its variants come to the same."""

from __future__ import annotations

import re
from datetime import date

import pyarrow as pa
import pytest

from bench import by_hand, duties, duties_memory, duties_single, forty_four, page, page_words, repeated
from bench.forty_four import SHARES, workload
from bench.lake import differing, fill
from bench.workload import Size, Workload
from yifa.law.conditions import day_of
from yifa.law.run.taking_in import batch

WORKLOADS = (*duties.WORKLOADS, *duties_single.WORKLOADS, *duties_memory.WORKLOADS)
LIMITS = {
    "duties.named": [2.5, 4],
    "duties.shipped": [10] * 6,
    "duties.by_hand": [1.6],
    "duties.pivot": [12] * 4,
    "duties.tick": [100],
    "duties.single": [0.1] * 4,
    "duties.peers": [40],
    "duties.memory": [1.5],
}


SLOW = {"duties.shipped", "duties.pivot", "duties.single", "duties.memory"}
"""These read every worked example, or start processes."""


@pytest.mark.parametrize(
    "workload_",
    [pytest.param(one, id=one.name, marks=[pytest.mark.slow] * (one.name in SLOW)) for one in WORKLOADS],
)
def test_a_workload_runs_at_tiny_size_and_its_answers_agree(workload_: Workload) -> None:
    if workload_.name == "duties.peers":
        pytest.importorskip("zen")
        pytest.importorskip("SpiffWorkflow")
    outcome = workload_.measure(Size.TINY)

    assert outcome.faults == ()
    assert [goal.limit for goal in outcome.goals] == LIMITS[workload_.name]
    named = [(race.title, *(one.name for one in race.standings)) for race in outcome.races]
    texts = [*(text for texts in named for text in texts), *outcome.notes]
    texts += [goal.sentence.rstrip(":") for goal in outcome.goals]
    assert [text for text in texts if page.said(text, "zh") == text] == []
    assert workload_.name in page_words.HEADINGS


def test_the_named_workload_has_forty_four_duties_in_six_procedures() -> None:
    many = {name: len(workload(name).many.whole.folder.duties) for name in SHARES}
    assert many == {"licence": 10, "penalty": 26, "disclosure": 2, "petition": 2, "summary": 2, "reconsideration": 2}
    assert sum(SHARES.values()) == pytest.approx(1)


@pytest.mark.parametrize("name", SHARES)
def test_invented_cases_are_the_same_every_time_and_one_by_one(name: str) -> None:
    (acts, cases), (again, _) = next(forty_four.chunks(name, 60)), next(forty_four.chunks(name, 60))
    assert acts.equals(again)
    of = workload(name)
    judged = of.many.judge(batch(acts, cases, of.many.whole, duties.DAY))
    found = {(str(place), *result.key): result.outcome for place, result in judged.results()}
    single = duties_single.cases_of(name, 60)
    assert found == {
        (case.id, *result.key): result.outcome for case in single for result in of.one.judge(case, duties.DAY)
    }
    assert {"met", "unmet"} <= {outcome.word for outcome in found.values()}


def test_cases_of_the_named_workload_come_in_the_order_of_keys_without_a_gap() -> None:
    small = pytest.MonkeyPatch()
    with small.context() as patched:
        patched.setattr(forty_four, "CHUNK", 7)
        keys = [key for _, cases in forty_four.chunks("petition", 20) for key in cases["case"].to_pylist()]
        acts = [key for some, _ in forty_four.chunks("petition", 20) for key in some["case"].to_pylist()]
    assert keys == list(range(20))
    assert acts == sorted(acts)


def test_a_sum_that_differs_is_a_fault(tmp_path) -> None:
    files = fill(
        tmp_path, workload("petition").many, forty_four.chunks("petition", 50), as_of=duties.DAY, wanted=duties.ASKED
    )
    sums = [dict(file.sums) for file in files]
    assert list(differing(sums, files, "x")) == []
    sums[0]["unmet"] += 1
    (fault,) = differing(sums, files, "x")
    assert re.fullmatch(r"x: .*, 0-0\.parquet, unmet: (\d+) instead of (\d+)", fault)


def test_copies_of_worked_examples_are_moved_by_whole_days_and_keep_their_own_keys() -> None:
    of = repeated.worked("reconsideration")
    acts, cases = next(repeated.chunks(of, of.cases.num_rows * 3))
    many = of.cases.num_rows
    assert cases["case"].to_pylist() == list(range(3 * many))
    first, second = (cases["as_of"].to_pylist()[place : place + many] for place in (0, many))
    moved = {one - other for one, other in zip(first, second, strict=True)}
    assert len(moved) == 1
    days = acts["day"].to_pylist()
    size = of.acts.num_rows
    own = {one - other for one, other in zip(days[:size], days[size : 2 * size], strict=True) if one is not None}
    assert own == moved
    assert isinstance(day_of(first[0]), date)


def test_columns_have_names_that_a_person_can_write(tmp_path) -> None:
    files = fill(
        tmp_path, workload("licence").many, forty_four.chunks("licence", 50), as_of=duties.DAY, wanted=duties.ASKED
    )
    names = by_hand.called(files[0].plan.names)
    assert {"today", "happened_application_received", "latest_l03_decide", "day_decision_made"} <= names.keys()
    assert len(names) == len(files[0].plan.names)
    assert isinstance(pa.parquet.read_table(files[0].path), pa.Table)
