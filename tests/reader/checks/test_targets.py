"""Which figures are aims or values before a change, and no results."""

from __future__ import annotations

import pytest

from tests.reader.checks.passages import document
from yifa.reader.checks.rows import Sheet
from yifa.reader.checks.targets import not_results


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("力争纠错率不低于{15%}。", ["15%"]),
        ("确保评查合格率{98%以上}。", ["98%以上"]),
        ("办结{120件}；力争明年办结{150件}。", ["150件"]),
        ("时限由{11.6天}压缩至{4.3天}。", ["11.6天"]),
        ("计划新增顾问{12名}。", ["12名"]),
        ("二、下一步工作安排\n开展培训{12场}。", ["12场"]),
        ("培训{12场|period=2025}，普法{6场|period=2024}。", ["12场"]),
        ("确保了安全，办结{120件}。", []),
        ("完成立法计划{12件}，争取资金{3亿元}，将{35项}事项下放。", []),
    ],
)
def test_aims_and_values_before_a_change_are_no_results(text: str, left_out: list[str]) -> None:
    one = document(text, year=2024)
    ids = not_results(Sheet(one))
    assert [figure.text for figure in one.figures if figure.id in ids] == left_out
