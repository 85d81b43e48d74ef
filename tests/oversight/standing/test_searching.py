"""Texts taken apart into pairs of signs."""

from __future__ import annotations

import pytest

from yifa.oversight.standing.searching import pairs, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("处罚", {"处罚"}),
        ("处罚案", {"处罚", "罚案"}),
        ("青市监罚〔2026〕6号", {"青市", "市监", "监罚", "罚2", "20", "02", "26", "66", "6号"}),
        ("ＡＢ c", {"ab", "bc"}),
        ("厂", set()),
        ("", set()),
    ],
)
def test_pairs_of_signs_that_stand_side_by_side(text: str, expected: set[str]) -> None:
    assert pairs(text) == expected


def test_what_is_no_letter_and_no_digit_does_not_part_a_word() -> None:
    assert plain("青屏县（青云镇）·老街") == "青屏县青云镇老街"
