"""What the heads and lines of a table tie together: line sums, two years with their change, rates."""

from __future__ import annotations

import pytest

from yifa.reader.reading import Check, Extract
from yifa.reader.whole import read_text
from yifa.wording import language

SUMS = """部门\t处罚（件）\t强制（件）\t合计（件）
甲局\t4\t3\t7
乙局\t5\t5\t10
丙局\t6\t2\t{last}
"""
RATES = """地区\t受理（件）\t办结（件）\t办结率（%）
青屏县\t120\t114\t95.0
临岳区\t80\t72\t90.0
云汀县\t55\t50\t{last}
"""
YEARS = """指标\t单位\t2023年\t2024年\t增减(%)
行政处罚\t件\t{earlier}\t604\t18.0
行政许可\t件\t200\t190\t-5.0
"""


def told(text: str, kind: str) -> list[str]:
    checks: tuple[Check, ...] = read_text(Extract("表.txt", text, "txt"), speech=language("en")).checks
    return [f"{one.verdict} {one.computation}" for one in checks if one.kind == kind]


def test_a_line_is_held_to_its_total_where_the_other_lines_bear_it_out() -> None:
    assert told(SUMS.format(last="8"), "sum") == ["holds 4 + 3 = 7", "holds 5 + 5 = 10", "holds 6 + 2 = 8"]
    assert told(SUMS.format(last="9"), "sum") == ["holds 4 + 3 = 7", "holds 5 + 5 = 10", "contradicted 6 + 2 = 8"]


def test_a_total_that_no_other_line_bears_out_is_not_asked() -> None:
    assert told("部门\t处罚\t强制\t合计\n甲局\t4\t3\t8\n乙局\t5\t5\t12\n", "sum") == []


def test_columns_that_are_no_parts_are_not_added() -> None:
    assert told(SUMS.format(last="9").replace("强制（件）", "其中重大（件）"), "sum") == []


def test_a_rate_is_held_to_its_columns_where_two_lines_give_it() -> None:
    assert told(RATES.format(last="90.9"), "rate") == [
        "holds 114 ÷ 120 = 95.000%",
        "holds 72 ÷ 80 = 90.000%",
        "holds 50 ÷ 55 = 90.909%",
    ]
    assert told(RATES.format(last="92.9"), "rate")[-1] == "contradicted 50 ÷ 55 = 90.909%"


@pytest.mark.parametrize(
    ("earlier", "says"),
    [("512", "holds (604 − 512) ÷ 512 = 17.969%"), ("521", "contradicted (604 − 521) ÷ 521 = 15.931%")],
)
def test_two_years_are_held_to_the_change_beside_them(earlier: str, says: str) -> None:
    assert told(YEARS.format(earlier=earlier), "growth") == [says, "holds (190 − 200) ÷ 200 = -5.000%"]


def test_the_growth_of_money_may_be_reckoned_otherwise() -> None:
    text = "指标\t2023年\t2024年\t同比增长\n生产总值\t100.0亿元\t105.9亿元\t6.5%\n"
    assert told(text, "growth") == ["unverifiable (105.9亿 − 100.0亿) ÷ 100.0亿 = 5.900%"]


def test_points_are_the_change_of_a_rate() -> None:
    text = "指标\t上年\t本年\t变化\n优良率\t84.1%\t86.8%\t{change}个百分点\n"
    assert told(text.format(change="2.7"), "growth") == ["holds 86.8 − 84.1 = 2.7"]
    assert told(text.format(change="2.1"), "growth") == ["contradicted 86.8 − 84.1 = 2.7"]
