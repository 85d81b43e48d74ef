"""`make run` shows what it promises: three worked cases with their days, and the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from demo import __main__ as demo


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr(demo, "OUT", tmp_path / "out")
    monkeypatch.setenv("YIFA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("YIFA_LANG", "en")
    assert demo.main() == 0
    return capsys.readouterr().out


def test_every_case_is_answered_with_its_day(shown: str) -> None:
    assert "Last day: Thu 31 Oct 2024" in shown
    assert "Last day: Tue 28 Nov 2023" in shown
    assert "Done on Thu 30 Nov 2023: 2 calendar days late." in shown
    assert "Provisional: between Sat 30 Jan 2027" in shown


def test_every_question_can_be_typed_as_it_stands(shown: str) -> None:
    assert shown.count("$ yifa due --law") == 3


def test_the_page_is_written_and_named(shown: str, tmp_path: Path) -> None:
    page = tmp_path / "out" / "due.html"

    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert page.as_uri() in shown
