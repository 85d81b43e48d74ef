"""The row of stages: files in, a reading out; bad files are named and the rest is done."""

from __future__ import annotations

from pathlib import Path

from yifa.reader.reading import Extract, Reading, Verdict
from yifa.reader.whole import read_files, read_text, read_texts
from yifa.wording import language

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
