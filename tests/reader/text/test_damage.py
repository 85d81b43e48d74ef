"""What is damaged in a text, with its place."""

from __future__ import annotations

import pytest

from tests.reader.text.samples import Example, examples, prepared
from yifa.reader.reading import Damage, Extract, Severity
from yifa.reader.text import prepare
from yifa.wording import language


@pytest.mark.parametrize("example", examples("damage"), ids=str)
def test_every_damaged_place_is_found_and_no_other(example: Example) -> None:
    found = prepared(example["text"]).damage

    assert [[one.kind, one.severity.value, example["text"][one.start : one.end]] for one in found] == example["damage"]


def test_what_intake_found_is_kept_and_not_told_twice() -> None:
    told = Damage("undecodable", Severity.SERIOUS, 2, 3, "lost")

    ready = prepare(Extract("a.txt", "办理\ufffd件，\ufffd个", "txt", damage=(told,)), speech=language("en"))

    assert [(one.kind, one.start, one.message) for one in ready.damage] == [
        ("undecodable", 2, "lost"),
        ("undecodable", 5, "characters that could not be decoded: 1"),
    ]


def test_a_damaged_number_of_a_section_is_told_in_words() -> None:
    ready = prepared("、甲事\n二、乙事\n二、丙事\n四、丁事\n(一)甲\n(三)乙\n(一)丙\n九、戊事\n七、己事")

    assert [one.message for one in ready.damage if one.kind == "section-number"] == [
        "the number of this heading is missing; read as 一",
        "二 stands a second time; read as 三",
        "(三) follows (一); what stands between is missing",
        "the numbers start again at (一); a heading above may be missing",
        "九 follows 四; what stands between is missing",
        "七 is out of order; read as 七",
    ]


def test_a_repeated_passage_names_the_line_of_the_first() -> None:
    passage = "完善窗口服务台账，本年登记办件{}万件、上门服务2万人次，群众普遍满意。"

    ready = prepared("\n\n".join(("标题", passage.format(12), "其他。", passage.format(12), passage.format(13))))

    assert [one.message for one in ready.damage] == [
        "the same words as in line 3",
        "the same words as in line 3, with other figures",
    ]


def test_damage_stands_in_the_order_of_the_text_in_either_language() -> None:
    text = "一、甲《事&nbsp;\n三、乙(略)事调解调解程序?,F就"

    english, chinese = prepared(text).damage, prepared(text, "zh").damage

    assert [(one.kind, one.start, one.end) for one in english] == [(one.kind, one.start, one.end) for one in chinese]
    assert [one.start for one in english] == sorted(one.start for one in english)
    assert not {one.message for one in english} & {one.message for one in chinese}
