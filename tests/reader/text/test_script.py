"""Traditional characters read as Simplified, as long as before."""

from __future__ import annotations

from hypothesis import given, settings
from opencc import OpenCC

from tests.reader.text.samples import texts
from yifa.reader.text.script import in_traditional, is_simplified, to_simplified

PASSAGE = "全县受理行政复议申请32件，办结29件，规范性文件备案审查率百分之百，干部队伍建设取得显著成效，标志着新阶段。"


def test_a_passage_converted_and_read_back_is_the_passage() -> None:
    traditional = OpenCC("s2t").convert(PASSAGE)

    assert in_traditional(traditional)
    assert to_simplified(traditional) == PASSAGE


def test_a_passage_converted_character_by_character_is_read_back_too() -> None:
    converter = OpenCC("s2t")
    careless = "".join(converter.convert(character) for character in PASSAGE)

    assert careless != converter.convert(PASSAGE)
    assert to_simplified(careless) == PASSAGE


def test_simplified_text_stays_as_it_is() -> None:
    assert is_simplified(PASSAGE)
    assert to_simplified(PASSAGE) == PASSAGE


@given(texts())
@settings(max_examples=150, deadline=None)
def test_the_length_never_changes(text: str) -> None:
    assert len(to_simplified(text)) == len(text)
