"""Holds what the reader has reached against the gold: no change may fall below it unnoticed."""

from functools import cache

import pytest

from tests.reader.measure_gold import REPORTS, Score, clauses, published, usable


@cache
def all_published() -> Score:
    total = Score("published")
    for score in published():
        total.add(score)
    return total


@pytest.fixture(scope="module")
def score() -> Score:
    if not REPORTS.is_dir():
        pytest.skip(f"the published reports are not there: {REPORTS} (set YIFA_REPORTS)")
    return all_published()


def test_the_figures_of_the_published_reports_are_read(score):
    assert score.found + score.missed > 600
    assert score.precision >= 0.995
    assert score.recall >= 0.995


def test_the_subjects_of_the_published_reports_are_usable(score):
    assert score.subjects >= 0.97


def test_measures_are_given_only_where_they_are_sure(score):
    given = score.measure_right + score.measure_wrong
    assert score.measure_right >= 0.97 * given
    assert given >= 0.8 * (given + score.measure_left_out)


@pytest.mark.parametrize(
    ("name", "precision", "recall", "subjects"),
    [
        ("demo_county_2023", 0.99, 0.99, 0.97),
        ("demo_city_2024", 0.98, 0.98, 0.97),
        ("styles", 0.98, 0.98, 0.93),
        ("voices", 0.99, 0.99, 0.96),
    ],
)
def test_invented_clauses_in_many_hands_are_read(name, precision, recall, subjects):
    reached = clauses(name)
    assert reached.precision >= precision
    assert reached.recall >= recall
    assert reached.subjects >= subjects


@pytest.mark.parametrize(
    ("ours", "gold", "same"),
    [
        ("行政复议申请", "行政复议申请", True),
        ("复议申请", "新收行政复议申请", True),
        ("其他", "政府信息公开申请", False),
        (None, "企业", False),
        ("公證事項", "公证", False),
        ("公证事项", "公證事項", True),
    ],
)
def test_a_subject_is_usable_when_it_tells_the_same(ours, gold, same):
    assert usable(ours, gold) is same
