"""The stage as a whole: any text passes, every place lies in the text, no text takes long."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.reader.text.samples import prepared, texts
from yifa.reader.reading import Prepared

WORST = ("(", "《", "1", " ")
REPEATED = (
    *("》", "“", "\n", "1 ", "12 34 ", "2 0 2 1 年", "一、", "\n一、", "\n(一)", "。一是", "?", "。", "的", "&nbsp;"),
    *("<p ", "{a", "x{y:", "*", "略(", "共 ", "安全", "鏈", "å", "锟斤拷", "\u200b", "國", "國 中\n", "- 3 -\n", "1,"),
    *("发布时间:", "人民政府", "\n青屏县人民政府\n2022年1月1日", "13月45日", "\n记者:", "青屏县司法局", "2022129\n"),
)


def places(ready: Prepared) -> list[tuple[int, int]]:
    return [
        *((section.start, section.body) for section in ready.sections),
        *((section.body, section.end) for section in ready.sections),
        *((one.start, one.end) for one in ready.damage),
        *ready.facts.spans.values(),
        *(ready.view.span(start, end) for start, end in ready.sentences),
    ]


@given(texts())
@settings(max_examples=300, deadline=None)
def test_any_text_passes_and_every_place_lies_in_it(text: str) -> None:
    ready = prepared(text)

    assert [span for span in places(ready) if not 0 <= span[0] <= span[1] <= len(text)] == []
    assert [one for one in ready.damage if one.start == one.end] == []


@given(texts())
@settings(max_examples=300, deadline=None)
def test_sections_part_the_text_and_lie_within_one_another(text: str) -> None:
    sections = prepared(text).sections

    above = [sections[0]]
    for section in sections[1:]:
        while len(above) > 1 and above[-1].end <= section.start:
            above.pop()
        if len(above) > 1:
            assert section.end <= above[-1].end
            assert section.level > above[-1].level
        above.append(section)
    outermost = [one for one in sections if one.level == 1]
    assert sections[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(outermost) if one.end > other.start)
    assert all(one.start < other.start for one, other in pairwise(sections[1:]))


def test_a_report_is_parted_without_gaps() -> None:
    text = "青屏县报告\n前言。\n一、甲事\n(一)乙事。\n1.丙事\n二、丁事\n三、戊事\n青屏县人民政府"

    ready = prepared(text)

    outermost = [one for one in ready.sections if one.level < 2]
    assert "".join(text[one.start : one.end] for one in outermost) == text


@pytest.mark.parametrize("piece", WORST)
@pytest.mark.timeout(30)
def test_a_long_text_of_one_sign_takes_bounded_time(piece: str) -> None:
    assert len(prepared(piece * 200_000).extract.text) == 200_000


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.timeout(30)
def test_a_text_of_one_piece_over_and_over_takes_bounded_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))

    assert len(prepared(text).extract.text) == len(text)


@pytest.mark.slow
@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.timeout(60)
def test_a_long_text_of_one_piece_over_and_over_takes_bounded_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))

    assert len(prepared(text).extract.text) == len(text)
