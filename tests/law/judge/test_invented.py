"""Judge and engines before cases of an invented procedure, for what no folder of the corpus does yet."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.invented import PROCEDURE, duty, folder
from tests.law.judge.comparison import ENGINES, QUICK, differences, the_judge
from tests.law.judge.histories import many
from yifa.law.catalogue.examples import Example
from yifa.law.catalogue.folders import Folder

EACH_ENGINE = pytest.mark.parametrize("name", QUICK)


def example(*events: dict[str, Any], **more: Any) -> Example:
    """A case told for `cut-1`."""
    return Example.model_validate({"name": "a case", "events": events, "expect": {"cut-1": "met"}, **more})


def outcomes(of: Folder, case: Example, name: str) -> list[str]:
    """What an engine says of `cut-1`, subject by subject, the judge saying the same."""
    assert differences(of, [case], ENGINES[name]) == []
    return [answer.outcome for (asked, _), answer in the_judge(of, [case])[0].items() if asked == "cut-1"]


LEVELS = folder(duty("required-act", "for: each decided\nwhen: organ.level = county\nrequire: heard before it"))


@EACH_ENGINE
@pytest.mark.parametrize(
    ("more", "comes_to"),
    [
        ({"attributes": {"organ": {"level": "county"}}}, ["unmet"]),
        ({"attributes": {"organ": {"level": "city"}}}, ["not-applicable"]),
        ({"attributes": {"organ": {"level": None}}}, ["unknown"]),
        ({"carries": {"fields": "all"}}, ["unknown"]),
        ({}, ["not-assessable"]),
    ],
)
def test_a_worked_case_hands_in_attributes(name: str, more: dict[str, Any], comes_to: list[str]) -> None:
    assert outcomes(LEVELS, example({"on": "2024-03-01", "act": "decided"}, **more), name) == comes_to


TESTS = folder(
    duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days\npauses: [test]"),
    procedure=PROCEDURE.replace("told: told}", "told: [told, signed]}").replace(
        "fields: [told]}", "fields: [told, signed]}"
    ),
)


@EACH_ENGINE
@pytest.mark.parametrize(
    ("told", "comes_to"),
    [
        ({"told": True, "signed": True}, ["met"]),
        ({"told": True, "signed": False}, ["unmet"]),
        ({"told": True}, ["met"]),
    ],
)
def test_time_is_left_out_where_every_field_says_so(name: str, told: dict[str, Any], comes_to: list[str]) -> None:
    begun = {"on": "2023-03-06", "act": "applied"}
    pause = [{"on": "2023-03-13", "act": "tested", **told}, {"on": "2023-03-31", "act": "test-done"}]
    case = example(begun, *pause, {"on": "2023-04-23", "act": "decided"})
    assert outcomes(TESTS, case, name) == comes_to


@EACH_ENGINE
def test_a_field_that_is_blank_but_carried_leaves_it_open(name: str) -> None:
    begun = {"on": "2023-03-06", "act": "applied"}
    pause = [{"on": "2023-03-13", "act": "tested", "told": True}, {"on": "2023-03-31", "act": "test-done"}]
    case = example(begun, *pause, {"on": "2023-04-23", "act": "decided"}, carries={"fields": "all"})
    assert outcomes(TESTS, case, name) == ["unknown"]


FOLDERS = {"levels": LEVELS, "tests": TESTS}


@EACH_ENGINE
@pytest.mark.parametrize("of", FOLDERS)
def test_random_histories_of_invented_duties_are_answered_alike(of: str, name: str) -> None:
    assert differences(FOLDERS[of], many(FOLDERS[of], 40, seed=3), ENGINES[name]) == []


PUBLIC = folder(duty("publication", "for: each applied\ndone: published\nuntil: decided"))


@EACH_ENGINE
@pytest.mark.parametrize(
    ("published", "comes_to"),
    [
        ([], ["unmet"]),
        ([{"act": "published"}], ["unknown"]),
    ],
)
def test_what_was_never_published_is_open_at_whichever_decision_it_is_judged(
    name: str, published: list[dict[str, Any]], comes_to: list[str]
) -> None:
    events = [{"on": "2024-03-01", "act": "applied"}, {"on": "2024-03-05", "act": "decided"}, {"act": "decided"}]
    assert outcomes(PUBLIC, example(*events, *published, carries={"fields": "all"}), name)[:1] == comes_to
