"""What is handed in lands below the folder of its tray, whatever it is called, and not more than is taken."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from yifa.interfaces.trays import intake
from yifa.interfaces.trays.intake import Intake, NotAnArchive, TooMuch, harmless, zip_name


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("台账.xlsx", "台账.xlsx"),
        ("台账/罚.xlsx", "台账/罚.xlsx"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\罚.xlsx", "罚.xlsx"),
        ("C:\\台账\\罚.xlsx", "C_/台账/罚.xlsx"),
        ("a/./b/../罚.xlsx", "a/b/罚.xlsx"),
        ("罚\n\x00.xlsx", "罚_.xlsx"),
        ("con.xlsx", "_con.xlsx"),
        ("罚 .xlsx ", "罚 .xlsx"),
        ("...", "_"),
        ("", "_"),
        ("长" * 300 + ".xlsx", "长" * 115 + ".xlsx"),
    ],
)
def test_a_name_is_made_harmless(name: str, path: str) -> None:
    assert harmless(name).as_posix() == path


def put(where: Intake, name: str, content: bytes) -> Path:
    return where.put(name, io.BytesIO(content), len(content))


def test_two_files_with_one_name_are_both_kept(tmp_path: Path) -> None:
    where = Intake(tmp_path / "files")
    paths = [put(where, "罚.xlsx", content) for content in (b"1", b"2")]
    assert [path.name for path in paths] == ["罚.xlsx", "罚 (2).xlsx"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]


def test_what_is_sent_again_takes_the_place_of_what_was_sent(tmp_path: Path) -> None:
    put(Intake(tmp_path), "司法局/填报表.xlsx", b"1")
    put(Intake(tmp_path, replacing=True), "司法局/填报表.xlsx", b"22")
    assert [path.read_bytes() for path in tmp_path.rglob("*.xlsx")] == [b"22"]


def packed(*names: str, content: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return buffer.getvalue()


def test_an_archive_is_opened_below_the_folder(tmp_path: Path) -> None:
    where = Intake(tmp_path / "files")
    put(where, "六月/台账.zip", packed("罚.xlsx", "../../许可.xlsx", "子/送达.csv"))
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert found == ["files/六月/子/送达.csv", "files/六月/罚.xlsx", "files/六月/许可.xlsx"]


def test_a_name_that_a_chinese_windows_packed_is_read() -> None:
    entry = zipfile.ZipInfo("罚.xlsx".encode("gb18030").decode("cp437"))
    assert zip_name(entry) == "罚.xlsx"


def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path) -> None:
    where = Intake(tmp_path / "files")
    with pytest.raises(NotAnArchive):
        put(where, "台账.zip", b"no archive")
    assert list((tmp_path / "files").iterdir()) == []


def test_an_archive_that_swells_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 1 << 16)
    monkeypatch.setattr(intake, "CHUNK", 1 << 12)
    with pytest.raises(TooMuch):
        put(Intake(tmp_path / "files"), "台账.zip", packed("a.csv", "b.csv", content=b"0" * (1 << 15)))


def test_too_many_bytes_and_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 10)
    monkeypatch.setattr(intake, "MOST_FILES", 3)
    where = Intake(tmp_path / "files")
    put(where, "a.csv", b"12345678")
    with pytest.raises(TooMuch, match="bytes"):
        put(where, "b.csv", b"123")
    for name in ("c.csv", "d.csv"):
        put(where, name, b"")
    with pytest.raises(TooMuch, match="files"):
        put(where, "e.csv", b"")


def test_a_file_that_breaks_off_is_not_taken_for_whole(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError):
        Intake(tmp_path / "files").put("a.csv", io.BytesIO(b"123"), 10)
