"""Names out of force: plain names, and that the list agrees with the corpus."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.law.catalogue import statutes
from yifa.reader.checks.repealed import plain_name, repealed


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("中华人民共和国合同法", "合同法"),
        ("法治政府建设实施纲要（2015—2020年）", "法治政府建设实施纲要(2015-2020年)"),
        ("法治政府建设实施纲要(2015－2020年)", "法治政府建设实施纲要(2015-2020年)"),
    ],
)
def test_titles_are_compared_in_one_form(written: str, plain: str) -> None:
    assert plain_name(written) == plain


def test_a_statute_of_the_corpus_that_has_ended_is_known_from_its_last_day() -> None:
    assert repealed()["信访条例"].day == date(2022, 5, 1)


def test_no_name_in_force_is_called_repealed() -> None:
    wrong = [
        statute.title.short
        for statute in statutes()
        if any(version.valid.to is None for version in statute.versions)
        and (plain_name(statute.title.short) in repealed() or plain_name(statute.title.zh) in repealed())
    ]
    assert wrong == []
