"""Which files are read when files and folders are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from yifa.reader.intake import Found, find_files, survey


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.DOCX",
        "下级/c.pdf",
        "下级/~$c.doc",
        ".hidden.txt",
        "台账.xlsx",
        ".git/d.txt",
        "Thumbs.db",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("甲")
    return tmp_path


def test_a_folder_gives_its_texts_sorted_and_lists_what_it_skips(folder: Path) -> None:
    found = survey([folder])

    assert found == Found((folder / "a.DOCX", folder / "b.txt", folder / "下级" / "c.pdf"), (folder / "台账.xlsx",))


def test_files_are_taken_whatever_their_name_and_in_the_order_given(folder: Path) -> None:
    assert find_files([folder / "台账.xlsx", folder / "b.txt"]) == [folder / "台账.xlsx", folder / "b.txt"]


def test_a_file_met_twice_is_taken_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")

    assert find_files([folder / "b.txt", folder, folder / "下级", folder / "下级" / ".." / "b.txt"]) == [
        folder / "b.txt",
        folder / "a.DOCX",
        folder / "下级" / "c.pdf",
    ]


def test_a_file_skipped_in_a_folder_but_named_by_hand_is_not_skipped(folder: Path) -> None:
    assert survey([folder, folder / "台账.xlsx"]).skipped == ()


def test_a_name_that_leads_nowhere_stays_to_be_refused(tmp_path: Path) -> None:
    assert find_files([tmp_path / "无.txt"]) == [tmp_path / "无.txt"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert survey([tmp_path]) == Found((), ())


def test_notes_in_a_folder_are_no_reports_but_one_named_is_read(tmp_path: Path) -> None:
    note, report = tmp_path / "README.md", tmp_path / "报告.txt"
    note.write_text("说明")
    report.write_text("甲")

    assert survey([tmp_path]) == Found((report,), (note,))
    assert find_files([note]) == [note]
