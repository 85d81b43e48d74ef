"""The worked cases of every folder on the compiled function, and how differences are told."""

from __future__ import annotations

import pytest

from yifa.law.catalogue.examples import Example
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.duties import FindingClass, Outcome
from yifa.law.run import Result, engine
from yifa.law.run.examples import Difference, differences, examples, judged, prepared


@pytest.mark.parametrize("id_", procedure_ids())
def test_every_example_comes_out_as_it_says(id_: str) -> None:
    of, judge = folder(id_), engine(id_)
    found = [one for example in examples(of) for one in differences(example, judged(prepared(example, of), judge))]
    assert found == []


EXAMPLE = Example.model_validate(
    {
        "name": "n",
        "events": [{"act": "a"}],
        "expect": {
            "d": [{"outcome": "met"}, {"subject": "a#2", "outcome": "unmet", "class": "loss", "due": "2024-01-01"}]
        },
    }
)


def result(subject: str, outcome: Outcome, finding: FindingClass = FindingClass.NONE) -> Result:
    return Result("d", subject, outcome, finding)


def test_each_subject_is_compared() -> None:
    assert differences(EXAMPLE, [result("a#1", Outcome.MET), result("a#2", Outcome.UNMET, FindingClass.LOSS)]) == [
        Difference("n", "d", "a#2", "unmet, loss, due 2024-01-01", "unmet, loss")
    ]


def test_a_subject_nobody_expected_is_a_difference_and_so_is_one_that_is_missing() -> None:
    found = differences(EXAMPLE, [result("a#1", Outcome.MET)])
    assert found == [Difference("n", "d", "a#2", "unmet, loss, due 2024-01-01", None)]
    more = [result(f"a#{n}", Outcome.MET) for n in (1, 3)]
    assert differences(EXAMPLE, more)[-1] == Difference("n", "d", "a#3", "nothing", "met")


def test_no_such_act_is_as_good_as_not_applicable() -> None:
    alone = Example.model_validate({"name": "n", "events": [{"act": "a"}], "expect": {"d": "not-applicable"}})
    assert differences(alone, []) == []
