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
    ],
)
def test_a_finding_cites_the_version_in_force_on_the_day(text: str, day: date | None, said: str) -> None:
    assert citation(text).said(day) == said


def test_an_article_of_no_statute_is_refused() -> None:
    with pytest.raises(UnknownStatute):
        citation("采伐法 3")
