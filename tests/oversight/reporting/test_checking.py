import re
from dataclasses import replace
from datetime import date

import pytest

from tests.oversight.reporting.drafts import ISSUE, SEAL, ZH, checked, drafted, edited, figures
from yifa.oversight.reporting.checking import Fault, check_draft
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.laid_out import Issue
from yifa.oversight.reporting.tokens import TOKEN, UnknownToken, filled

DIGIT = re.compile(r"\d")


def found(text, **more):
    return {(one.fault, one.words) for one in checked(text, **more).points}


def test_a_draft_without_gaps_is_clean():
    done = checked(edited(), issue=ISSUE)
    assert done.points == ()
    assert done.clean
    assert len(done.traced) == len(TOKEN.findall(edited()))
    assert "青屏县人民政府\n2025年1月20日\n" in done.text


def test_gaps_and_parts_that_are_not_there_keep_it_from_being_issued():
    done = checked(drafted().text)
    assert len(done.of(Fault.GAP)) == drafted().text.count("【待补")
    without = re.sub("## 二、[^\n]*\n+[^\n]*\n", "", edited())
    assert {one.words for one in checked(without).of(Fault.ABSENT)} == {"shortcomings", "4"}


def test_a_flipped_digit_anywhere_in_a_draft_is_caught():
    text = edited()
    places = [match.start() for match in DIGIT.finditer(text)]
    assert len(places) > 12
    for place in places:
        flipped = text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]
        try:
            assert not checked(flipped).clean, text[place - 20 : place + 10]
        except UnknownToken:
            continue


def test_every_number_typed_in_place_of_its_token_is_untraced():
    text = edited()
    for match in TOKEN.finditer(text):
        number = filled(match[0], figures(), 2024)
        if match[1].endswith("年度"):
            continue
        typed = text[: match.start()] + number + text[match.end() :]
        assert [one.words for one in checked(typed).of(Fault.UNTRACED)] == [number]


@pytest.mark.parametrize(
    "typed", ["三十五件", "12", "５件", "1{{ pen-decided }}", "十{{ pen-decided }}", "{{ pen-decided }}1"]
)
def test_a_number_typed_beside_or_in_words_is_untraced(typed):
    text = edited().replace("{{ pen-decided }}", typed, 1)
    assert checked(text).of(Fault.UNTRACED)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("62个 @审计局#1", "63个 @审计局#1", Fault.MISQUOTED),
        ("62个 @审计局#1", "62个 @审计局#9", Fault.MISQUOTED),
        ("62个 @审计局#1", "62个 @财政局#1", Fault.MISQUOTED),
        ("同比增长{{ rec-received", "同比下降{{ rec-received", Fault.DIRECTION),
        ("### （二）", "### （三）", Fault.NUMBERING),
        ("## 三、", "## 四、", Fault.NUMBERING),
        ("关于{{ 年度 }}年度", "关于上年度", Fault.TITLE),
        ("发文机关：", "来文机关：", Fault.HEAD),
        ("主送机关：秦山市", "主送机关：秦山2市", Fault.HEAD),
        ("完成审计", "【不公开：甲】完成审计", Fault.MARK),
        ("2021—2025", "2020—2025", Fault.UNTRACED),
    ],
)  # fmt: skip
def test_what_an_editor_breaks_is_found(old, new, fault):
    assert old in edited()
    assert fault in {one.fault for one in checked(edited().replace(old, new, 1)).points}


def test_the_reader_reads_each_cut():
    assert checked(edited()).laid_out.keys() == {Cut.SUBMITTED, Cut.PUBLIC}
    hidden = edited().replace("，审结{{", "【不公开：甲】，审结{{").replace("；平均审理", "【/不公开】；平均审理")
    assert {one.cut for one in checked(hidden + "\n").points} <= {Cut.PUBLIC}
    contrary = edited().replace("本年度没有其他", "全年抽查10件，其中合格12件，合格率50%。本年度没有其他")
    contradicted = checked(contrary).of(Fault.CONTRADICTED)
    assert contradicted
    assert all(one.line for one in contradicted)


def test_the_number_and_the_day_of_issue_are_looked_at():
    assert found(edited(), issue=Issue("青政报[2025]3号", date(2025, 1, 20))) == {(Fault.DAY, "青政报[2025]3号")}
    assert found(edited(), issue=Issue("青政报〔2024〕3号", date(2025, 1, 20))) == {(Fault.DAY, "青政报〔2024〕3号")}
    assert found(edited(), issue=Issue("青政报〔2024〕3号", date(2024, 12, 30))) == {(Fault.DAY, "2024-12-30")}
    assert [one.kind for one in checked(edited(), issue=Issue("青政报〔2025〕3号", date(2025, 4, 2))).hints] == [
        "reporting-dates"
    ]


def test_a_draft_of_another_book_is_told():
    assert found(edited(), seal="6" * 64) == {(Fault.BOOK, "666666666666")}
    assert found(edited(), seal=SEAL) == set()


def test_a_point_keeps_its_key_while_its_words_stay():
    text = edited().replace("完成审计项目", "组织学习9次，完成审计项目")
    (one,) = checked(text).points
    (other,) = checked(text.replace("现将有关情况", "\n现将有关情况")).points
    (flipped,) = checked(text.replace("9次", "8次")).points
    assert one.key == other.key
    assert one.line != other.line
    assert one.key != flipped.key


def test_all_is_not_said_of_a_figure_of_which_something_is_open():
    def said(text, *, open_):
        held = {**figures(), "pen-decided": replace(figures()["pen-decided"], open=open_)}
        found = check_draft(text, held, speech=ZH, year=2024, sources=drafted().sources, seal=SEAL)
        return [(one.words, one.against) for one in found.of(Fault.ALL)]

    text = edited().replace("{{ pen-decided }}", "{{ pen-decided }}并全部公示", 1)
    assert said(text, open_=True) == [("全部", "pen-decided")]
    assert said(text, open_=False) == []
    assert said(edited().replace("特此报告", "全部完成。特此报告"), open_=True) == []
