"""`yifa demo`: what is refused, and what is said where the city is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

import yifa
from yifa.interfaces.cli import run


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(("--lang", "en", "demo", *arguments), lang="en", calendars=Path("none"))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    code, out, err = asked(capsys, "city", str(tmp_path), "--scale", "township")
    assert (code, out) == (1, "")
    assert f"{tmp_path} is not empty." in err
    assert "What to do: Name a new folder, or empty this one." in err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_without_the_house_the_city_is_said_not_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(yifa, "__file__", str(tmp_path / "lib" / "python" / "yifa" / "__init__.py"))
    code, _, err = asked(capsys, "city", str(tmp_path / "city"))
    assert (code, "The invented city is not part of an installed Yifa." in err) == (1, True)


def test_a_scale_that_there_is_none_of_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = asked(capsys, "city", str(tmp_path / "city"), "--scale", "nation")
    assert (code, "'township', 'county', 'city', 'province'" in err) == (2, True)


def test_a_city_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    code, _, err = asked(capsys, "city", str(tmp_path / "file" / "city"), "--scale", "township")
    assert code == 1
    assert err.startswith("Error: ")


def test_a_folder_that_is_no_city_has_no_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "findings.json").write_text("{}")
    code, _, err = asked(capsys, "compare", str(tmp_path), str(tmp_path / "findings.json"))
    assert code == 1
    assert "答案.csv" in err
