"""Statutes: names, versions in force, and what a bare 「日」 means in each."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.law.catalogue import (
    CorpusFaults,
    UnknownStatute,
    contested_points,
    find_statute,
    policies,
    statutes,
)
from yifa.law.catalogue.reading import read_text
from yifa.law.catalogue.statutes import Statute
from yifa.law.clock import Unit

WD, CAL = Unit.WORKING_DAYS, Unit.CALENDAR_DAYS


def unit(law: str, day: str, n: int, who: str = "agency") -> Unit:
    version = find_statute(law).in_force(date.fromisoformat(day))
    assert version is not None
    assert version.counting is not None
    return version.counting.unit_of(n, who=who)[0]


@pytest.mark.parametrize(
    ("law", "day", "n", "meant"),
    [
        ("行政许可法", "2024-01-01", 20, WD),
        ("行政处罚法", "2024-01-01", 7, WD),
        ("行政处罚法", "2024-01-01", 5, WD),
        ("行政处罚法", "2024-01-01", 90, CAL),
        ("行政强制法", "2024-01-01", 10, WD),
        ("行政强制法", "2024-01-01", 30, CAL),
        ("行政复议法", "2024-01-01", 5, WD),
        ("行政复议法", "2024-01-01", 60, CAL),
        ("行政复议法", "2024-01-01", 30, CAL),
        ("行政复议法", "2024-01-01", 10, WD),
    ],
)
def test_a_bare_day_means_what_the_statute_says(law: str, day: str, n: int, meant: Unit) -> None:
    assert unit(law, day, n) is meant


def test_the_version_in_force_changes_on_the_day_the_new_text_takes_effect() -> None:
    penalty = find_statute("行政处罚法")

    before, after = penalty.in_force(date(2021, 7, 14)), penalty.in_force(date(2021, 7, 15))

    assert before is not None
    assert after is not None
    assert (before.id, after.id) != (after.id, before.id)
    assert after.id == "2021"


def test_a_statute_is_found_by_each_of_its_names() -> None:
    for statute in statutes():
        for name in statute.names():
            assert find_statute(name) is statute
            assert find_statute(f"《{name}》") is statute


def test_an_unknown_name_is_answered_with_those_that_sound_like_it() -> None:
    with pytest.raises(UnknownStatute) as caught:
        find_statute("行政处罚")
    assert "行政处罚法" in caught.value.near


def test_every_statute_cited_by_a_vector_or_rule_source_is_there() -> None:
    assert len(statutes()) >= 100
    assert {"重新告知的做法", "新旧法衔接"} <= {statute.title.short for statute in statutes()}


def test_no_two_versions_of_a_statute_are_in_force_on_one_day() -> None:
    days = [date(year, month, 1) for year in range(1990, 2028) for month in (1, 7)]
    for statute in statutes():
        for day in days:
            holding = [version.id for version in statute.versions if version.valid.from_ and version.valid.holds(day)]
            assert len(holding) <= 1, (statute.id, day, holding)


def test_every_policy_and_contested_point_is_told_in_both_languages() -> None:
    assert [policy.id for policy in policies() if policy.id.startswith("P")] == [f"P{n}" for n in range(1, 16)]
    ids = [point.id for point in contested_points()]
    assert len(ids) == len(set(ids))
    for point in contested_points():
        assert point.zh
        assert point.en
        assert point.engine.zh
        assert point.engine.en
        for law in point.laws:
            find_statute(law)


def test_a_counting_rule_by_an_unknown_unit_is_refused_with_its_line() -> None:
    text = """\
id: invented-law
title: {zh: 虚构法, short: 虚构法, en: Invented law}
kind: law
versions:
- id: "2020"
  valid: {from: 2020-01-01, to: null}
  verified: text
  counting:
    days:
    - {lengths: all, unit: business days}
    rolls-over: true
"""
    with pytest.raises(CorpusFaults) as caught:
        read_text(text, Statute, name="invented.yaml")
    assert str(caught.value) == (
        "invented.yaml line 10: versions[0].counting.days[0].unit: input should be 'working days' or 'calendar days', "
        "found 'business days'"
    )
