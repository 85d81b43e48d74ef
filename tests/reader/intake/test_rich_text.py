"""Worked RTF, and RTF that is damaged."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reader.intake.report import TEXT
from tests.reader.intake.worked import FIXTURES, worked
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.rich_text import read_rtf


@pytest.mark.parametrize("example", worked("rich_texts"))
def test_rich_text_becomes_its_text(example: dict[str, Any]) -> None:
    assert read_rtf(example["rtf"].encode("ascii")).text == example["text"]


def test_what_an_office_program_wrote_comes_back_whole() -> None:
    found = read_rtf((FIXTURES / "report.rtf").read_bytes())

    assert found.text == TEXT
    assert [(defect.kind, defect.values) for defect in found.defects] == [
        ("deletions_left_out", {"count": 1}),
        ("hidden_text_left_out", {"count": 1}),
    ]


def test_a_file_cut_short_is_read_as_far_as_it_goes_and_says_so() -> None:
    whole = (FIXTURES / "report.rtf").read_bytes()

    found = read_rtf(whole[: len(whole) - 4000])

    assert TEXT.startswith(found.text[:400])
    assert "parts_missing" in {defect.kind for defect in found.defects}


def test_groups_nested_without_end_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_rtf(rb"{\rtf1 " + b"{" * 100_000)

    assert refused.value.reason == Reason.BROKEN
