import json
from dataclasses import replace
from fractions import Fraction

import pytest

from tests.oversight.reporting.drafts import WRITTEN, drafted, figures
from yifa.oversight.reporting.canonical import NotSealed
from yifa.oversight.reporting.sources import (
    Quotable,
    Turned,
    make_sources,
    number_spans,
    open_sources,
    sources_bytes,
    told_otherwise,
)
from yifa.oversight.reporting.tokens import filled


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("完成62个，8月30日印发。", ["62个", "8月30日"]),
        ("率为98.5%，罚款3.2万元。", ["98.5%", "3.2万元"]),
        ("召开会议两次，印发《办法（2025年版）》。", ["两次", "2025"]),
        ("坚持“三个一”，一是强化领导。", []),
        ("电话0335-1234567。", ["电话0335-1234567"]),
    ],
)
def test_every_number_of_a_text_lies_in_a_span(text, numbers):
    found = [text[one.start : one.end] for one in number_spans([text])[0]]
    assert "".join(one for one in "".join(found) if one.isdigit()) == "".join(one for one in text if one.isdigit())
    assert found == numbers


def test_a_text_with_its_numbers_as_tokens_reads_as_it_was_written():
    sources, texts = make_sources("青屏县人民政府", 2024, "", WRITTEN)
    assert [filled(text, {}, 2024) for text in texts] == [one.text for one in WRITTEN]
    assert sources.numbers["司法局"] == (Quotable("4次", 2),)
    assert sources.quoted("审计局", 2) == Quotable("2件", 0)
    assert sources.quoted("审计局", 9) is None


def test_sources_are_sealed_and_read_back():
    data = sources_bytes(drafted().sources)
    assert open_sources(data) == drafted().sources
    with pytest.raises(NotSealed):
        open_sources(json.dumps({**json.loads(data), "year": 2023}).encode())


def test_figures_that_another_book_tells_otherwise_are_named():
    held = dict(figures())
    assert told_otherwise(drafted().sources, held) == []
    held["pen-decided"] = replace(held["pen-decided"], value=Fraction(3))
    del held["pen-filed"]
    assert told_otherwise(drafted().sources, held) == [
        Turned("pen-filed", "3件", ""),
        Turned("pen-decided", "2件", "3件"),
    ]
