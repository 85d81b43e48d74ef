"""Citations: a statute, an article, and the version of a day."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.law.catalogue import UnknownStatute
from yifa.law.catalogue.citations import citation


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("行政复议法 31", date(2023, 12, 31), "行政复议法(2017)§31"),
        ("行政复议法 62", date(2024, 1, 1), "行政复议法(2023)§62"),
        ("行政复议法 62", None, "行政复议法(2023)§62"),
        ("国办发〔2018〕118号", date(2024, 1, 1), "国办发〔2018〕118号(2018)"),
        ("新旧法衔接", None, "新旧法衔接"),
        ("行政处罚法 2021:36", date(2021, 7, 14), "行政处罚法(2017)"),
        ("行政处罚法 2021:36", date(2021, 7, 15), "行政处罚法(2021)§36"),
        ("行政处罚法 2021:36", None, "行政处罚法(2021)§36"),
        ("治安管理处罚法 2012:101 2025:120", date(2025, 12, 31), "治安管理处罚法(2012)§101"),
        ("治安管理处罚法 2012:101 2025:120", date(2026, 1, 1), "治安管理处罚法(2025)§120"),
        ("国办发〔2022〕27号 （二）", date(2022, 7, 28), "国办发〔2022〕27号"),
    ],
)
def test_a_finding_cites_the_version_in_force_on_the_day(text: str, day: date | None, said: str) -> None:
    assert citation(text).said(day) == said


def test_an_article_of_a_text_that_the_statute_has_not_is_refused() -> None:
    with pytest.raises(UnknownStatute) as caught:
        citation("行政处罚法 2021:36 2030:37")
    assert caught.value.near == ["行政处罚法 2017:…", "行政处罚法 2021:…"]


def test_an_article_of_no_statute_is_refused() -> None:
    with pytest.raises(UnknownStatute):
        citation("采伐法 3")
