"""The time line of a case: acts on an axis of days, terms as bars, nothing styled, nothing unescaped."""

from __future__ import annotations

import re
from datetime import date

from tests.interfaces.leaflets.cases_told import telling, worked
from yifa.interfaces.leaflets.time_line import EDGE, WIDTH, Axis, draw
from yifa.law.run.cases import ToldCase


def test_the_axis_spreads_its_days_and_keeps_what_lies_outside_at_the_edge() -> None:
    axis = Axis(date(2024, 1, 1), date(2024, 1, 11))
    days = (date(2023, 12, 1), date(2024, 1, 1), date(2024, 1, 6), date(2024, 1, 11), date(2025, 1, 1))
    assert [axis.x(day) for day in days] == [EDGE, EDGE, WIDTH / 2, WIDTH - EDGE, WIDTH - EDGE]


def test_acts_of_one_day_stand_below_one_another() -> None:
    drawn = draw(worked()[0].story)
    dots = re.findall(r'<circle class="act" cx="([\d.]+)" cy="([\d.]+)"', drawn)
    assert len(dots) == 19
    assert len(set(dots)) == 19
    assert dots[1][0] == dots[2][0]


def test_bars_reach_from_the_trigger_to_the_day_and_the_rest_is_dashed() -> None:
    drawn = draw(worked()[0].story)
    bar = re.search(r'<rect class="bar" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn)
    over = re.search(r'<path class="over red" d="M([\d.]+) [\d.]+H([\d.]+)"', drawn)
    dots = dict(re.findall(r'cx="([\d.]+)"[^>]*/><text class="number"[^>]*>(\d+)<', drawn))
    at = {number: float(x) for x, number in dots.items()}
    assert bar is not None
    assert over is not None
    assert float(bar[1]) == at["3"] == float(re.findall(r'cx="([\d.]+)"', drawn)[1])
    assert abs(float(bar[1]) + float(bar[2]) - float(over[1])) < 0.2
    assert float(over[2]) == at["15"]


def test_it_carries_no_style_of_its_own_and_its_words_in_both_languages() -> None:
    drawn = draw(worked()[2].story)
    assert re.findall(r"style=|fill=|stroke=|<script|on\w+=", drawn) == []
    assert drawn.count('lang="zh-Hans"') == drawn.count('lang="en"')
    assert "逾期12个工作日" in drawn
    assert "12 working days past the last day" in drawn


def test_a_case_without_a_day_has_no_line() -> None:
    case = ToldCase.model_validate(
        {
            "id": "A",
            "procedure": "penalty-ordinary",
            "events": [{"act": "case-filed"}],
            "as-of": "2024-01-08",
        }
    )
    assert draw(telling(case).story) == ""


def test_a_term_that_stands_still_is_drawn_open_and_hatched() -> None:
    case = ToldCase.model_validate(
        {
            "id": "A",
            "procedure": "penalty-ordinary",
            "profile": ["samr"],
            "events": [
                {"on": "2026-01-12", "act": "case-filed"},
                {"on": "2026-03-20", "act": "investigation-suspended"},
            ],
        }
    )
    drawn = draw(telling(case).story)
    counts = {
        name: len(re.findall(f'class="{name}[" ]', drawn)) for name in ("bar", "paused", "beyond", "flag", "over")
    }
    assert counts == {"bar": 1, "paused": 1, "beyond": 1, "flag": 0, "over": 0}


def test_the_first_month_named_carries_its_year() -> None:
    drawn = draw(worked()[2].story)
    assert re.findall(r'class="month zh"[^>]*>([^<]+)<', drawn) == ["2024年4月", "5月", "6月", "7月"]
    assert re.findall(r'class="month en"[^>]*>([^<]+)<', drawn) == ["Apr 2024", "May", "Jun", "Jul"]
