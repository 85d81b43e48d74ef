"""The row of stages: files in, a reading out; bad files are named and the rest is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from yifa.reader.checks.kinds import FAULT
from yifa.reader.reading import Check, Document, Extract, Reading, Verdict
from yifa.reader.whole import failed_checks, read_files, read_text, read_texts
from yifa.wording import Language, language

SPEECH = language("en")
PASSAGE = "青屏县2022年度法治政府建设情况报告\n全县受理案件120件，办结114件，办结率95%。\n"


def _write(folder: Path, name: str, text: str = PASSAGE) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_is_read_and_checked() -> None:
    document = read_text(Extract("报告.txt", PASSAGE, "txt", "utf-8"), speech=SPEECH)
    (rate,) = [one for one in document.checks if one.kind == "rate"]
    assert (rate.verdict, rate.computation) == (Verdict.HOLDS, "114 ÷ 120 = 95.00%")


def test_figures_are_numbered_in_the_order_of_the_text() -> None:
    document = read_text(Extract("报告.txt", PASSAGE, "txt", "utf-8"), speech=SPEECH)
    ids = [figure.id for figure in document.figures]
    assert ids == [f"f{number}" for number in range(1, len(ids) + 1)]
    assert [figure.start for figure in document.figures] == sorted(figure.start for figure in document.figures)


def test_reading_twice_gives_the_same_reading() -> None:
    extracts = [Extract("a.txt", PASSAGE, "txt"), Extract("b.txt", PASSAGE, "txt")]
    assert read_texts(extracts, speech=SPEECH) == read_texts(extracts, speech=SPEECH)


def test_ids_of_checks_are_never_used_twice() -> None:
    extracts = [Extract("a.txt", PASSAGE * 3, "txt"), Extract("b.txt", PASSAGE, "txt")]
    reading = read_texts(extracts, speech=SPEECH)
    for checks in (*(document.checks for document in reading.documents), reading.across):
        assert len({one.id for one in checks}) == len(checks)


def test_a_bad_file_is_named_and_the_rest_is_done(tmp_path: Path) -> None:
    good = _write(tmp_path, "甲.txt")
    empty = _write(tmp_path, "乙.txt", "")
    last = _write(tmp_path, "丙.txt")
    reading = read_files([good, empty, tmp_path / "丁.txt", last], speech=SPEECH)
    assert [Path(document.file).name for document in reading.documents] == ["甲.txt", "丙.txt"]
    assert [Path(refusal.file).name for refusal in reading.refused] == ["乙.txt", "丁.txt"]


def test_progress_is_told_before_each_file_and_at_the_end(tmp_path: Path) -> None:
    paths = [_write(tmp_path, "甲.txt"), _write(tmp_path, "乙.txt")]
    told: list[tuple[int, int, str]] = []
    read_files(paths, speech=SPEECH, on_progress=lambda *step: told.append(step))
    assert told == [(0, 2, "甲.txt"), (1, 2, "乙.txt"), (2, 2, "")]


def test_nothing_read_is_an_empty_reading() -> None:
    assert read_files([], speech=SPEECH) == Reading(())
    assert read_texts([], speech=SPEECH) == Reading(())


def _failing(extract: Extract, *, speech: Language, strict: bool = False) -> Document:
    if "乙" in extract.file:
        raise ValueError("no such place")
    return read_text(extract, speech=speech)


def test_a_text_on_which_the_program_fails_is_named_and_the_rest_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [_write(tmp_path, name) for name in ("甲.txt", "乙.txt", "丙.txt")]
    monkeypatch.setattr("yifa.reader.whole.read_text", _failing)
    reading = read_files(paths, speech=SPEECH)
    assert [Path(document.file).name for document in reading.documents] == ["甲.txt", "丙.txt"]
    (refusal,) = reading.refused
    assert (refusal.file, refusal.reason) == (str(paths[1]), FAULT)
    assert "ValueError: no such place" in refusal.message


def test_a_fault_of_the_program_is_let_through_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yifa.reader.whole.read_text", _failing)
    with pytest.raises(ValueError, match="no such place"):
        read_files([_write(tmp_path, "乙.txt")], speech=SPEECH, strict=True)


def _broken_find(*_: object) -> Iterator[Check]:
    yield from ()
    raise IndexError("no such row")


@pytest.mark.parametrize("check", ["growth", "completeness_law"])
def test_a_check_that_fails_is_named_in_one_line_and_the_others_are_done(
    check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = Extract("报告.txt", PASSAGE, "txt", "utf-8")
    kind = check.replace("_", "-")
    sound = [one for one in read_text(extract, speech=SPEECH).checks if one.kind != kind]
    monkeypatch.setattr(f"yifa.reader.checks.{check}.find", _broken_find)
    document = read_text(extract, speech=SPEECH)
    (failed,) = failed_checks(Reading((document,)))
    assert (failed.id, failed.kind, failed.verdict) == (f"{kind}:{FAULT}", kind, Verdict.UNVERIFIABLE)
    assert "IndexError: no such row" in failed.message
    assert [one for one in document.checks if one is not failed] == sound


def test_a_check_across_texts_that_fails_does_not_lose_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yifa.reader.checks.family.find", _broken_find)
    reading = read_files([_write(tmp_path, "甲.txt"), _write(tmp_path, "乙.txt")], speech=SPEECH)
    assert [Path(document.file).name for document in reading.documents] == ["甲.txt", "乙.txt"]
    assert [one.id for one in reading.across if one.kind == "family"] == [f"family:{FAULT}"]
    assert reading.refused == ()


def test_a_check_that_fails_is_let_through_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yifa.reader.checks.family.find", _broken_find)
    with pytest.raises(IndexError, match="no such row"):
        read_files([_write(tmp_path, "甲.txt"), _write(tmp_path, "乙.txt")], speech=SPEECH, strict=True)
