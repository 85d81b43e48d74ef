"""Headings as a tree, also where their numbering is damaged."""

from __future__ import annotations

import pytest

from tests.reader.text.samples import Example, examples, prepared
from yifa.reader.text.normalise import normalise
from yifa.reader.text.sections import find_sections


@pytest.mark.parametrize("example", examples("sections"), ids=str)
def test_headings_are_found_and_their_paths_mended(example: Example) -> None:
    sections, faults = find_sections(normalise(example["text"]))

    assert [f"{section.path} {section.title}" for section in sections[1:]] == example["sections"]
    assert [f"{one.fault}: {one.written} → {one.read}".replace(":  →", ": →") for one in faults] == example.get(
        "faults", []
    )


def test_a_section_begins_with_its_heading_and_ends_where_the_next_of_its_level_begins() -> None:
    text = "前言\n一、做法\n(一)甲事。正文甲\n(二)乙事。正文乙\n二、打算\n继续"

    sections, _ = find_sections(normalise(text))

    assert [(one.path, one.level, text[one.start : one.body], text[one.body : one.end]) for one in sections] == [
        ("", 0, "", "前言\n"),
        ("一", 1, "一、做法", "\n(一)甲事。正文甲\n(二)乙事。正文乙\n"),
        ("一(一)", 2, "(一)甲事。", "正文甲\n"),
        ("一(二)", 2, "(二)乙事。", "正文乙\n"),
        ("二", 1, "二、打算", "\n继续"),
    ]


def test_items_of_a_paragraph_end_with_it_unless_the_next_item_follows() -> None:
    text = "一、做法\n一是甲事。二是乙事。\n另有他事。\n1.丙事\n一是丁事。\n续丁事。\n二是戊事。\n末段。"

    sections, _ = find_sections(normalise(text))

    assert [(one.path, one.level, text[one.start : one.end]) for one in sections[2:]] == [
        ("一1", 3, "一是甲事。"),
        ("一2", 3, "二是乙事。"),
        ("一1", 3, "1.丙事\n一是丁事。\n续丁事。\n二是戊事。\n末段。"),
        ("一1-1", 4, "一是丁事。\n续丁事。\n"),
        ("一1-2", 4, "二是戊事。"),
    ]


def test_the_head_bears_the_title_of_the_text() -> None:
    ready = prepared("青屏县2022年度法治政府建设情况报告\n一、做法")

    assert [(one.path, one.title) for one in ready.sections] == [
        ("", "青屏县2022年度法治政府建设情况报告"),
        ("一", "做法"),
    ]


def test_the_place_of_a_heading_is_that_in_the_extract() -> None:
    text = "Ａ&nbsp;&nbsp;\r\n一、　做　法\r\n二、打算"

    sections, _ = find_sections(normalise(text))

    assert [text[one.start : one.body] for one in sections[1:]] == ["一、　做　法", "二、打算"]
