"""Judge and engines before the same cases: every worked case, and random histories of every procedure."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.law.judge.comparison import ENGINES, QUICK, all_examples, differences
from tests.law.judge.histories import SURE, Kinds, histories, many
from yifa.law.catalogue.folders import folder, procedure_ids

EACH = pytest.mark.parametrize("id_", procedure_ids())
WITH_EACH = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.slow) for name in ENGINES]
)
PARTS = pytest.mark.parametrize(
    "part",
    [pytest.param(slice(0, None, 9), id="every ninth"), pytest.param(slice(None), id="all", marks=pytest.mark.slow)],
)
A_FEW = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@EACH
@WITH_EACH
@PARTS
def test_every_worked_case_is_answered_alike_where_it_expects_something(id_: str, name: str, part: slice) -> None:
    of = folder(id_)
    cases = all_examples(of)[part]
    expected = {(case.name, duty) for case in cases for duty in case.expect}
    found = differences(of, cases, ENGINES[name])

    assert [line for line in found if (line.case, line.duty) in expected] == []


@pytest.mark.slow
@EACH
@WITH_EACH
def test_every_worked_case_is_answered_alike_in_all_duties_of_its_folder(id_: str, name: str) -> None:
    of = folder(id_)

    assert differences(of, all_examples(of), ENGINES[name]) == []


@EACH
@WITH_EACH
def test_random_histories_of_which_all_is_known_are_answered_alike(id_: str, name: str) -> None:
    of = folder(id_)

    assert differences(of, many(of, 40, seed=11, kinds=SURE), ENGINES[name]) == []


@EACH
@WITH_EACH
def test_random_histories_with_blanks_and_gaps_are_answered_alike(id_: str, name: str) -> None:
    of = folder(id_)

    assert differences(of, many(of, 40, seed=12), ENGINES[name]) == []


@EACH
@WITH_EACH
@A_FEW
@given(data=st.data())
def test_histories_drawn_at_random_are_answered_alike(id_: str, name: str, data: st.DataObject) -> None:
    of = folder(id_)
    case = data.draw(histories(of, SURE))

    assert differences(of, [case], ENGINES[name]) == []


@pytest.mark.slow
@EACH
@WITH_EACH
@pytest.mark.parametrize("kinds", [Kinds(), SURE], ids=["with gaps", "all known"])
@pytest.mark.timeout(3600)
def test_ten_thousand_random_histories_are_answered_alike(id_: str, name: str, kinds: Kinds) -> None:
    of = folder(id_)
    found = [
        line
        for part in range(20)
        for line in differences(of, many(of, 500, seed=100 + part, kinds=kinds), ENGINES[name])
    ]

    assert found == []
