"""Versions of a text: two people write side by side, and who comes second to one paragraph is told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from yifa.interfaces.office.reports.versions import ChangedMeanwhile, Version, Versions

AT = datetime(2026, 3, 3, tzinfo=UTC)
TEXT = "# 题\n\n甲段\n\n乙段\n\n| 一 | 二 |\n| --- | --- |\n| 三 | 四 |\n\n丙段\n"


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    found = Versions(tmp_path)
    assert found.keep(Version(1, TEXT, "孟", AT.isoformat(), "drafted"))
    return found


def test_two_paragraphs_are_written_side_by_side(versions: Versions) -> None:
    versions.edit(3, "甲段改\n再添一段", by="孟", at=AT, seen=1)
    made = versions.edit(5, "乙段改", by="江", at=AT, seen=1)
    assert (made.number, made.line) == (3, 7)
    assert versions.last().text == TEXT.replace("甲段", "甲段改\n\n再添一段").replace("乙段", "乙段改")


def test_who_comes_second_to_a_paragraph_is_told_by_whom_and_overwrites_nothing(versions: Versions) -> None:
    versions.edit(3, "甲段改", by="江", at=AT, seen=1)
    versions.edit(11, "丙段改", by="孟", at=AT, seen=1)
    with pytest.raises(ChangedMeanwhile) as told:
        versions.edit(3, "甲段另改", by="孟", at=AT, seen=1)
    assert (told.value.last.by, told.value.last.number, told.value.theirs) == ("江", 2, "甲段改")
    assert versions.last().number == 3


@pytest.mark.parametrize(
    ("line", "words", "after"),
    [
        (5, "", TEXT.replace("乙段\n\n", "")),
        (
            7,
            "| 五 | 六 |\n| --- | --- |",
            TEXT.replace("| 一 | 二 |\n| --- | --- |\n| 三 | 四 |", "| 五 | 六 |\n| --- | --- |"),
        ),
        (1, "# 另题", TEXT.replace("# 题", "# 另题")),
    ],
    ids=["taken out", "a table", "a title"],
)
def test_a_paragraph_goes_a_table_is_one(versions: Versions, line: int, words: str, after: str) -> None:
    assert versions.edit(line, words, by="孟", at=AT, seen=1).text == after


def test_a_number_is_taken_once(versions: Versions) -> None:
    one, other = (Version(2, text, "", AT.isoformat(), "edited") for text in ("甲", "乙"))
    assert (versions.keep(one), versions.keep(other), versions.last().text) == (True, False, "甲")
    with pytest.raises(LookupError):
        versions.edit(2, "空行", by="", at=AT, seen=1)
