import pytest

from yifa.oversight.reporting.cuts import Cut, MarkFault, Withheld, cut, told_all_the_same
from yifa.oversight.reporting.draft_text import parse

DRAFT = """# 报告

## 一、举措

### （一）执法

作出处罚{{ pen-decided }}【不公开：尚未办结】，移送{{ trf-sent }}【/不公开】。

【只报送：涉及未公开的案件】

### （二）案件

移送{{ trf-filed }}。

【/只报送】

### （三）公开

【素材：办公室】公开{{ ogi-requests }}。【只公开：便于查询】详见门户网站。【/只公开】
"""


def texts(of):
    return [one.text for one in cut(parse(DRAFT), of).draft.blocks]


def test_each_cut_leaves_out_what_is_marked_for_the_other():
    assert texts(Cut.PUBLIC) == [
        "报告", "一、举措", "（一）执法", "作出处罚{{ pen-decided }}。", "（二）公开",
        "公开{{ ogi-requests }}。详见门户网站。",
    ]  # fmt: skip
    assert texts(Cut.SUBMITTED) == [
        "报告", "一、举措", "（一）执法", "作出处罚{{ pen-decided }}，移送{{ trf-sent }}。", "（二）案件",
        "移送{{ trf-filed }}。", "（三）公开", "公开{{ ogi-requests }}。",
    ]  # fmt: skip
    assert cut(parse(DRAFT), Cut.WORKING).draft == parse(DRAFT)


def test_what_is_left_out_is_listed_with_its_reason():
    assert cut(parse(DRAFT), Cut.PUBLIC).withheld == (
        Withheld("不公开", "尚未办结", "，移送{{ trf-sent }}", 7),
        Withheld("只报送", "涉及未公开的案件", "（二）案件\n移送{{ trf-filed }}。", 9),
    )
    assert [one.reason for one in cut(parse(DRAFT), Cut.SUBMITTED).withheld] == ["便于查询"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("甲【不公开：理由】乙", [("【不公开】", "not-closed")]),
        ("甲【/不公开】乙", [("【/不公开】", "closes-nothing")]),
        ("【不公开】甲【/不公开】", [("【不公开】", "no-reason")]),
        ("【不公开：一】甲【只报送：二】乙【/不公开】", [("【只报送：二】", "within-another")]),
        ("【不公开：一】甲【/只报送】乙【/不公开】", [("【/只报送】", "closes-nothing")]),
        ("【不公开：一】甲【/不公开】", []),
    ],
)
def test_a_mark_that_cannot_be_followed_is_told(text, faults):
    assert cut(parse(text), Cut.PUBLIC).faults == tuple(MarkFault(mark, fault, 1) for mark, fault in faults)


def test_a_figure_withheld_in_one_place_and_told_in_another_is_found():
    text = "【不公开：未办结】移送{{ trf-sent }}。【/不公开】\n\n{{ 年度 }}年移送{{ trf-sent }}。\n"
    ((withheld, token),) = told_all_the_same(cut(parse(text), Cut.PUBLIC))
    assert (withheld.reason, token) == ("未办结", "trf-sent")
    assert told_all_the_same(cut(parse(text.replace("年移送{{ trf-sent }}", "年移送若干")), Cut.PUBLIC)) == []
