"""The view: what is made alike, what is left out, and that the way back is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.reader.text.samples import Example, examples, texts
from yifa.reader.text.normalise import normalise


@pytest.mark.parametrize("example", examples("normalise"), ids=str)
def test_a_text_is_seen_as_a_reader_would_write_it(example: Example) -> None:
    assert normalise(example["text"]).text == example["view"]


def test_a_span_of_the_view_leads_back_to_what_was_left_out_of_it() -> None:
    text = "共２ ０ ２ １&nbsp;年\u200b受理"

    view = normalise(text)

    assert view.text == "共2021年受理"
    start, end = view.span(1, 6)
    assert text[start:end] == "２ ０ ２ １&nbsp;年"


@given(texts())
@settings(max_examples=300, deadline=None)
def test_the_way_back_rises_and_ends_at_the_end(text: str) -> None:
    view = normalise(text)

    assert len(view.origin) == len(view.text) + 1
    assert all(one < other for one, other in zip(view.origin, view.origin[1:], strict=False))
    assert view.origin[len(view.text)] == len(text)


@given(texts())
@settings(max_examples=300, deadline=None)
def test_the_view_of_a_view_is_the_view(text: str) -> None:
    seen = normalise(text).text

    assert normalise(seen).text == seen


@given(texts())
@settings(max_examples=200, deadline=None)
def test_no_digit_comes_into_being_but_from_a_digit_or_a_letter_of_a_year(text: str) -> None:
    view = normalise(text)

    grown = {
        text[place]
        for place, character in zip(view.origin, view.text, strict=False)
        if character.isascii() and character.isdigit() and not text[place].isdigit()
    }

    assert grown <= set("OoОоlI|&")
