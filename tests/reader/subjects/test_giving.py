import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reader.figures.plain import examples, prepared, untouched
from yifa.reader.figures import find_numbers
from yifa.reader.reading import COUNTING_KINDS, Extract, Section
from yifa.reader.subjects import give_subjects
from yifa.reader.subjects.phrases import LONGEST
from yifa.reader.text import prepare
from yifa.wording import language

EXAMPLES = Path(__file__).parent / "examples"
SIGNS = (
    "受理办结行政复议案件申请人企业检查其中分别率占同比增长减少到至全市县区各部门对将由与的了、，。；：（"
    "）()“”《》12三两%件人次个万余 \n\t"
)
# What no subject begins or ends with.
EDGES = re.compile(r"^[\s，。；：、的了]|[\s，。；：、的]$")


def figures(text, *, year=2023):
    ready = prepared(text)
    ready = replace(ready, facts=replace(ready.facts, year=year))
    return give_subjects(ready, find_numbers(ready))


def counting(text):
    return [figure for figure in figures(text) if figure.kind in COUNTING_KINDS]


def cells(line):
    """The parts of an expected figure; `-` stands for none."""
    return [None if (part := cell.strip().strip('"')) == "-" else part for cell in line.split("|")]


def cases(name):
    return pytest.mark.parametrize(
        ("topic", "text", "expected"), examples(EXAMPLES / f"{name}.yaml"), ids=lambda value: str(value)[:24]
    )


@cases("subjects")
def test_the_subject_and_the_act_of_an_example_are_told(topic, text, expected):
    assert [[one.written, one.subject, one.predicate] for one in counting(text)] == [cells(line) for line in expected]


@cases("scopes")
def test_the_scope_of_an_example_is_told(topic, text, expected):
    assert [[one.written, one.scope] for one in counting(text)] == [cells(line) for line in expected]


@cases("periods")
def test_the_period_of_an_example_is_told(topic, text, expected):
    assert [[one.written, one.period] for one in counting(text)] == [cells(line) for line in expected]


@cases("parents")
def test_the_whole_that_a_part_is_of_is_told(topic, text, expected):
    read = figures(text)
    written = {one.id: one.written for one in read}
    assert [[one.written, written.get(one.parent)] for one in read if one.kind in COUNTING_KINDS] == [
        cells(line) for line in expected
    ]


@settings(deadline=None)
@given(st.text(SIGNS, max_size=80))
def test_subjects_are_short_and_clean_at_their_edges(text):
    ready = untouched(text)
    for one in give_subjects(ready, find_numbers(ready)):
        assert one.subject is None or 0 < len(one.subject) <= LONGEST
        assert one.subject is None or EDGES.search(one.subject) is None
        assert text[one.start : one.end] == one.text


@settings(deadline=None)
@given(st.text(SIGNS, max_size=60))
def test_a_part_has_a_whole_before_it_of_the_same_text(text):
    ready = untouched(text)
    read = give_subjects(ready, find_numbers(ready))
    by_id = {one.id: one for one in read}
    parts = [one for one in read if one.parent]
    assert all(by_id[one.parent].start < one.start and one.value <= by_id[one.parent].value for one in parts)


def test_figures_are_numbered_in_the_order_of_the_text_and_know_their_place():
    text = "一、复议工作\n全年收到申请12件。\n\n二、应诉工作\n出庭应诉3件。"
    ready = prepared(text)
    ready = replace(ready, sections=(Section("一", 1, "复议工作", 0, 7, 18), Section("二", 1, "应诉工作", 19, 26, 34)))
    read = give_subjects(ready, find_numbers(ready))
    assert [(one.id, one.line, one.section, text[one.start : one.end]) for one in read] == [
        ("f1", 2, "一", "12件"),
        ("f2", 5, "二", "3件"),
    ]


def test_the_text_of_a_figure_holds_the_qualifiers_that_touch_it():
    read = counting("罚款约35万元以上，培训近百余人。")
    assert [one.text for one in read] == ["约35万元以上", "近百余人"]
    assert all(one.approximate for one in read)


def test_places_are_those_of_the_extracted_text_whatever_the_view_left_out():
    text = "全年办理　１２ 件，审结\u200b９件。"
    ready = prepared(text)
    read = give_subjects(ready, find_numbers(ready))
    assert [(text[one.start : one.end], str(one.value)) for one in read] == [("１２ 件", "12"), ("９件", "9")]


@pytest.mark.parametrize(
    "pattern", ["收到案件12件，", "12件、", "其中(12件", "办结75，", "比1:2", "5%-", "百分之", "受理12件"]
)
def test_a_sentence_without_end_is_told_to_its_end(pattern):
    ready = untouched(pattern * (10_000 // len(pattern)))
    numbers = find_numbers(ready)
    assert len(give_subjects(ready, numbers)) == len(numbers)


HEADED = """青屏县2023年度法治政府建设情况报告
一、2023年主要工作
开展培训12场。
二、不足与下一年打算
（一）不足。专职人员仅3名。
（二）打算。新建站点4个。
三、2024年工作思路
（一）招录人员5名。
"""


def test_what_stands_under_a_heading_of_what_is_to_come_is_an_aim():
    ready = prepare(Extract("报告.txt", HEADED, "txt"), speech=language("en"))
    read = [one for one in give_subjects(ready, find_numbers(ready)) if one.kind in COUNTING_KINDS]
    assert [(one.written, one.period == "planned") for one in read] == [
        ("12场", False),
        ("3名", False),
        ("4个", True),
        ("5名", True),
    ]


def test_the_heads_of_a_table_tell_what_when_and_where():
    text = "指标\t2022年\t2023年\t增减\n受理申请\t73件\t91件\t18件\n地区\t受理（件）\n青屏县\t12\n"
    ready = prepare(Extract("表.txt", f"望潮市2023年度报告\n{text}", "txt"), speech=language("en"))
    read = [one for one in give_subjects(ready, find_numbers(ready)) if one.kind in COUNTING_KINDS]
    assert [(one.written, one.subject, one.period, one.scope) for one in read] == [
        ("73件", "申请", "previous", None),
        ("91件", "申请", "2023", None),
        ("18件", "申请", None, None),
        ("12", "青屏县受理", None, "青屏县"),
    ]
