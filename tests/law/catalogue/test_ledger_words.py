"""What is written in cells whatever the column."""

from __future__ import annotations

import pytest

from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.ledger_words import CellWords, cell_words
from yifa.law.catalogue.reading import read_text


def test_yes_no_none_and_unknown_share_no_word() -> None:
    words = cell_words()
    said = [*words.yes, *words.no, *words.none, *words.unknown]
    assert len(set(said)) == len(said)
    assert {"是", "否", "无", "不详"} <= set(said)


def test_a_word_that_says_two_things_is_refused() -> None:
    text = "yes: [是]\nno: [否]\nnone: [无, 否]\nunknown: [不详]\nnot-rows: [示例]\nbetween-names: [、]\nunits: {}\n"
    with pytest.raises(CorpusFaults) as caught:
        read_text(text, CellWords, name="cell-words.yaml")
    assert [str(fault) for fault in caught.value.faults] == [
        "cell-words.yaml line 1: «否» stands under `no` and `none`"
    ]
