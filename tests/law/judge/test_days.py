"""The judge's days, walked one by one, against the deadline vectors, which people worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.law.judge.days import (
    Prolonging,
    Standstill,
    clear_working_days,
    end_of_term,
    latest_before,
    opening_after,
    shorter_of,
    yearly_date,
)
from tests.law.judge.facts import Moment
from tests.law.judge.lengths import read_time

FOLDER = Path(__file__).parents[3] / "vectors"
FILES = sorted(FOLDER.glob("*.yaml"))
VECTORS = [
    vector
    for path in FILES
    for vector in YAML(typ="safe").load(path)["vectors"]
    if "calendar-until" not in vector and vector["ask"] not in ("chain", "deemed")
]


def by(*asks: str) -> list[Any]:
    return [pytest.param(vector, id=vector["id"]) for vector in VECTORS if vector["ask"] in asks]


@pytest.mark.parametrize("vector", by("within"))
def test_within_ends_where_the_vector_says(vector: dict[str, Any]) -> None:
    start, length = Moment.read(vector["start"]), read_time(vector["length"])
    assert start is not None
    end = end_of_term(
        start,
        length,
        rolls=vector.get("rolls", True),
        stops=_stops(vector),
        prolonged=_prolonged(vector),
        times=vector.get("may-extend", {}).get("times", 1),
    )
    expected = vector["expect"]
    latest = expected.get("day", expected.get("latest"))

    assert (end.late and end.late.day) == latest
    assert (end.early and end.early.day) == expected.get("earliest", latest)
    assert (end.second and end.second.day) == expected.get("advisory-until")


def _stops(vector: dict[str, Any]) -> list[Standstill]:
    kinds = vector.get("stops-for", ())
    told_needed = vector.get("told-needed", False)
    return [
        Standstill(pause["from"], pause["to"])
        for pause in vector.get("pauses", ())
        if pause["kind"] in kinds and not (told_needed and pause.get("told") is False)
    ]


def _prolonged(vector: dict[str, Any]) -> list[Prolonging]:
    rule = vector.get("may-extend")
    if rule is None:
        return []
    most = read_time(rule["at-most"])
    return [
        Prolonging(one["on"], shorter_of(read_time(one["length"]), most, vector["start"]))
        for one in vector.get("extensions", ())
        if (not rule.get("by") or one.get("by") in (None, *rule["by"]))
        and not (rule.get("told-needed") and one.get("told") is False)
    ]


@pytest.mark.parametrize("vector", by("hours"))
def test_hours_end_at_the_minute_of_the_vector(vector: dict[str, Any]) -> None:
    start = Moment.read(vector["start"])
    assert start is not None
    end = end_of_term(start, read_time(vector["length"]))

    assert end.late == Moment.read(vector["expect"]["moment"])


@pytest.mark.parametrize("vector", by("before"))
def test_counting_back_reaches_the_day_of_the_vector(vector: dict[str, Any]) -> None:
    end = latest_before(Moment(vector["start"]), read_time(vector["length"]))
    expected = vector["expect"]
    assert end.late is not None
    assert end.early is not None

    assert end.late.day == expected.get("day", expected.get("latest"))
    assert end.early.day == expected.get("day", expected.get("earliest"))


@pytest.mark.parametrize("vector", by("at-least", "after"))
def test_the_first_day_allowed_is_that_of_the_vector(vector: dict[str, Any]) -> None:
    opening = opening_after(Moment(vector["start"]), read_time(vector["length"]), strictly=vector["ask"] == "after")
    expected = vector["expect"]

    assert opening.late == expected.get("day", expected.get("latest"))
    assert opening.early == expected.get("day", expected.get("earliest"))
    assert opening.contested == expected.get("advisory-from", opening.contested)


@pytest.mark.parametrize("vector", by("clear-before"))
def test_clear_days_are_as_many_as_the_vector_says(vector: dict[str, Any]) -> None:
    counted = {clear_working_days(vector["sent"], vector["start"], hopeful) for hopeful in (True, False)}

    assert counted == {vector["expect"]["clear-days"]}


@pytest.mark.parametrize("vector", by("annual"))
def test_a_yearly_date_is_lenient_as_long_as_the_vector_says(vector: dict[str, Any]) -> None:
    fixed = yearly_date(vector["year"], vector["date"])
    expected = vector["expect"]
    lenient = [day for day in expected.get("advisory", []) if day > expected["day"]]

    assert fixed.on == expected["day"]
    if not expected.get("provisional"):
        assert fixed.lenient_late == max(lenient, default=expected["day"])


def test_every_way_of_setting_a_day_has_vectors() -> None:
    counted = {
        ask: len(by(ask)) for ask in ("within", "hours", "before", "at-least", "after", "clear-before", "annual")
    }

    assert {ask for ask, count in counted.items() if count >= 10} == set(counted)
    assert sum(counted.values()) == len(VECTORS) > 690
