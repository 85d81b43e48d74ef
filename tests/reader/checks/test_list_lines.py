"""Lists whose members stand on lines of their own, against the totals above them."""

from __future__ import annotations

from tests.reader.checks.passages import checks_of

LIST = """全系统查办案件{649件}，罚没{78万元}。分领域看：
（1）食品领域{234件}，罚没{21万元}；
（2）药品领域{98件}，罚没{14万元}；
（3）其他领域{317件}，罚没{43万元}。
"""


def test_every_number_of_the_lines_is_set_against_its_total_above() -> None:
    assert checks_of(LIST, "sum") == [
        "sum holds 649件 234件 98件 317件",
        "sum holds 78万元 21万元 14万元 43万元",
    ]


def test_a_list_that_does_not_add_up_may_leave_parts_unnamed() -> None:
    assert checks_of(LIST.replace("649", "659").replace("78", "178"), "sum") == []


def test_lines_below_a_sentence_that_announces_no_list_are_left_alone() -> None:
    assert checks_of(LIST.replace("分领域看：", "成效明显。"), "sum") == []
