"""The command line, called in the process: arguments in, exit code and both streams out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from yifa.interfaces.cli import run


class Said(NamedTuple):
    """What a call left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def yifa(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    monkeypatch.setenv("COLUMNS", "120")

    def call(*arguments: str, lang: str = "zh") -> Said:
        code = run(arguments, lang=lang, calendars=tmp_path / "calendars")
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call
