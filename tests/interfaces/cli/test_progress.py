"""The bar of work that takes long: only on a terminal, only on standard error, only when patience is over."""

from __future__ import annotations

import pytest

from yifa.interfaces.cli import progress
from yifa.wording import language


def work(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    with progress.shown_progress(language("en")) as report:
        for done in range(3):
            report(done, 3, f"text {done}")
        report(3, 3, "")
    return tuple(capsys.readouterr())


def test_nothing_is_drawn_where_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    assert work(capsys) == ("", "")


def test_short_work_draws_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 3600.0)
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert work(capsys) == ("", "")


def test_long_work_shows_how_many_are_done_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("FORCE_COLOR", "1")

    out, err = work(capsys)

    assert out == ""
    assert "Reading" in err
    assert "3/3" in err
