"""Sentences of a view."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.reader.text.samples import Example, examples, prepared, texts
from yifa.reader.text.sentences import find_sentences


@pytest.mark.parametrize("example", examples("sentences"), ids=str)
def test_a_view_is_cut_into_its_sentences(example: Example) -> None:
    text = example["text"]

    assert [text[start:end] for start, end in find_sentences(text)] == example["sentences"]


def test_a_question_mark_that_is_mojibake_ends_no_sentence() -> None:
    ready = prepared("走进云?!皷|码头，巡查12次。")

    assert [ready.view.text[start:end] for start, end in ready.sentences] == ["走进云?!皷|码头，巡查12次。"]


@given(texts())
@settings(max_examples=200, deadline=None)
def test_sentences_hold_every_character_that_is_no_blank_once(text: str) -> None:
    held = [place for start, end in find_sentences(text) for place in range(start, end)]

    assert len(held) == len(set(held))
    assert all(place in set(held) or character.isspace() for place, character in enumerate(text))
