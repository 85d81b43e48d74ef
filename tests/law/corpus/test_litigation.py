"""Litigation: where the law can be read in two ways, both readings are kept and differ in one point alone."""

from __future__ import annotations

import pytest

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.term import TermDuty

READINGS = [
    ("lit-sue-1y-rec", "lit-sue-1y-rec/six-months", {"id", "title", "law", "further", "contested", "note"}),
    (
        "lit-appeal-decide-3m",
        "lit-appeal-decide-3m/docketed",
        {"id", "title", "law", "from_", "with_", "valid", "contested"},
    ),
]


def duty(id_: str) -> TermDuty:
    found = folder("litigation").duty(id_)
    assert isinstance(found, TermDuty)
    return found


@pytest.mark.parametrize(("one", "other", "apart"), READINGS)
def test_two_readings_differ_in_the_point_that_is_open_alone(one: str, other: str, apart: set[str]) -> None:
    left, right = duty(one).model_dump(), duty(other).model_dump()
    assert {key for key in left if left[key] != right[key]} == apart


@pytest.mark.parametrize(("one", "other"), [pair[:2] for pair in READINGS])
def test_the_stricter_reading_yields_to_the_milder_one(one: str, other: str) -> None:
    assert [line.when for line in duty(one).contested] == [f"met {other}"]
    assert duty(other).contested == ()
