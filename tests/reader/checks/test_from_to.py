"""Which numbers are before and after of one another."""

from __future__ import annotations

import pytest

from tests.reader.checks.passages import document
from yifa.reader.checks.from_to import joined
from yifa.reader.checks.rows import Sheet


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("事项由{1102项}增至{1348项}，进驻率{98%}。", ((0, 1),)),
        ("时限由{11.6天}压缩至{4.3天}。", ((0, 1),)),
        ("窗口{12个}，从{20家}到{36家}。", ((1, 2),)),
        ("事项{80项}，精简为{60项}。", ((0, 1),)),
        ("办结率由{95%}提高到{98%}。", ((0, 1),)),
        ("受理{120件}，办结{114件}。", ()),
        ("从{36家}企业中抽取{12家}。", ()),
        ("由{3个}部门办理，培训{5次}。", ()),
    ],
)
def test_numbers_joined_as_before_and_after(text: str, pairs: tuple[tuple[int, int], ...]) -> None:
    (row,) = Sheet(document(text)).rows
    assert joined(row) == pairs
