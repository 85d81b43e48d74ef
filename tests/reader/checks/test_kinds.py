"""The catalogue of checks: ids, words, sources, and that each file tells wrong and right."""

from __future__ import annotations

from importlib import import_module

from yifa.reader.checks import check_kinds
from yifa.reader.checks.kinds import CheckKind

IDS = [
    "rate",
    "rate-denominator",
    "sum",
    "funnel",
    "part-of-whole",
    "growth",
    "reduction",
    "twice-stated",
    "bounds",
    "announced-members",
    "all-claims",
    "dates",
    "reporting-dates",
    "completeness-law",
    "completeness-custom",
    "cited-law",
    "family",
]


def _module_words(kind: CheckKind) -> str:
    return import_module(f"yifa.reader.checks.{kind.id.replace('-', '_')}").__doc__ or ""


def test_the_catalogue_is_complete_and_in_order() -> None:
    assert [kind.id for kind in check_kinds()] == IDS


def test_every_kind_has_words_in_both_languages_and_a_source() -> None:
    lacking = [
        kind.id
        for kind in check_kinds()
        if not (kind.zh and kind.en and kind.asks_zh.endswith("？") and kind.asks_en.endswith("?") and kind.source)
    ]
    assert lacking == []


def test_every_file_tells_its_source_and_shows_wrong_and_right() -> None:
    parts = ("\nSource: ", "\nWrong:  ", "\nRight:  ")
    lacking = [kind.id for kind in check_kinds() if not all(part in _module_words(kind) for part in parts)]
    assert lacking == []
