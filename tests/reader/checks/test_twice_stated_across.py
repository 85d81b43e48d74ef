"""The same thing in two texts of one authority: alike, grown since, fallen, or of another extent."""

from __future__ import annotations

from datetime import date

from tests.reader.checks.passages import checks_between, document
from yifa.reader.reading import Document

AUTUMN = {"kind": "transcript", "place": "青屏", "level": "county", "year": 2021, "published": date(2021, 11, 18)}
REPORT = {
    "kind": "annual-report",
    "authority": "青屏县人民政府",
    "place": "青屏",
    "level": "county",
    "year": 2021,
    "period": (date(2021, 1, 1), date(2021, 12, 31)),
    "signed": date(2022, 1, 29),
}


def _autumn(text: str) -> Document:
    return document(text, **AUTUMN)


def _report(text: str, **facts: object) -> Document:
    return document(text, **{**REPORT, **facts})


def test_passages_said_alike_agree() -> None:
    text = "已公示保留证明事项{159项}，实行告知承诺制证明事项{28项}。"
    assert checks_between(_autumn(text), _report(text)) == [
        "twice-stated holds 159项 159项",
        "twice-stated holds 28项 28项",
    ]


def test_what_is_done_up_to_a_later_day_may_be_more() -> None:
    assert checks_between(
        _autumn("行政复议立案受理{84件}，调解撤回案件{15件}。"), _report("行政复议立案受理{92件}，调解撤回案件{15件}。")
    ) == ["twice-stated holds 15件 15件", "twice-stated holds 84件 92件"]


def test_what_is_done_up_to_a_later_day_is_never_less() -> None:
    assert checks_between(
        _autumn("依法开展{3次}专项清理、{1次}集中清理。"), _report("依法开展{2次}专项清理、{1次}集中清理。")
    ) == ["twice-stated contradicted 3次 2次", "twice-stated holds 1次 1次"]


def test_the_order_of_the_texts_does_not_matter() -> None:
    later, earlier = (
        _report("依法开展{2次}专项清理、{1次}集中清理。"),
        _autumn("依法开展{3次}专项清理、{1次}集中清理。"),
    )
    assert checks_between(later, earlier) == ["twice-stated contradicted 3次 2次", "twice-stated holds 1次 1次"]


def test_much_more_than_the_days_explain_is_a_question() -> None:
    assert checks_between(
        _autumn("全县{4539个}事项实现网上可办，网上可办率达{98.98%}。"),
        _report("目前全县{9412个}事项网上可办，网上可办率{99.85%}。"),
    ) == ["twice-stated unverifiable 4539个 9412个", "twice-stated unverifiable 98.98% 99.85%"]


def test_another_extent_is_named_first() -> None:
    assert checks_between(
        _autumn("全县开庭审理行政诉讼案件{195件|scope=全县}，负责人出庭{126件|scope=全县}。"),
        _report("全县开庭审理行政诉讼案件{86件|scope=县本级}，负责人出庭{55件|scope=县本级}。"),
    ) == ["twice-stated unverifiable 126件 55件", "twice-stated unverifiable 195件 86件"]


def test_two_reports_on_one_period_must_agree() -> None:
    one, other = "组织{8974名}执法人员考试，{8359人}考试合格。", "组织{8974名}执法人员考试，{8395人}考试合格。"
    assert checks_between(_report(one), _report(other, signed=date(2022, 2, 1))) == [
        "twice-stated contradicted 8359人 8395人",
        "twice-stated holds 8974名 8974名",
    ]


def test_a_single_passage_is_a_question_only() -> None:
    assert checks_between(
        _report("组织{8974名}执法人员考试。"), _report("组织{8794名}执法人员考试。", signed=date(2022, 2, 1))
    ) == ["twice-stated unverifiable 8974名 8794名"]


def test_texts_of_other_places_or_years_are_not_compared() -> None:
    text, other = "组织{8974名}执法人员考试，{8359人}合格。", "组织{8974名}执法人员考试，{8300人}合格。"
    assert checks_between(_report(text), _report(other, place="云汀", authority="云汀县人民政府")) == []
    assert checks_between(_report(text), _report(other, year=2020)) == []


def test_a_measure_both_texts_state_for_one_extent_is_compared() -> None:
    assert checks_between(
        _autumn("市级开展审查{218件|scope=市级|measure=fcr-reviewed}。"),
        _report("政策措施经审查{206件|scope=市级|measure=fcr-reviewed}。"),
    ) == ["twice-stated unverifiable 218件 206件"]


def test_a_text_that_names_no_day_has_no_cut_off() -> None:
    one = document("依法开展{3次}专项清理、{1次}集中清理。", place="青屏", level="county", year=2021)
    assert checks_between(one, _report("依法开展{2次}专项清理、{1次}集中清理。")) == [
        "twice-stated holds 1次 1次",
        "twice-stated unverifiable 3次 2次",
    ]
