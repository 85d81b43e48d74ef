"""`yifa record backup` and `drill`: the record is brought back in a process of its own, and proves equal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.interfaces.cli.conftest import Said
from tests.record.register import register
from yifa.interfaces.cli import run
from yifa.record.safekeeping import backing_up
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _a_home_of_its_own(settings: Any, tmp_path: Path) -> None:
    settings.KEEPING = replace(settings.KEEPING, home=tmp_path / "home", files=tmp_path / "files")


@pytest.fixture
def yifa(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Said]:
    """The command line, called in the process."""

    def call(*arguments: str, lang: str = "zh") -> Said:
        code = run(arguments, lang=lang, calendars=tmp_path / "calendars")
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call


def test_a_backup_is_made_and_a_drill_brings_it_back(yifa: Callable[..., Said], tmp_path: Path) -> None:
    with everything("a test"):
        register()
    said = yifa("record", "backup", str(tmp_path / "b"), "--rows", lang="en")
    [folder] = (tmp_path / "b").iterdir()
    assert (said.code, said.out.splitlines()[0]) == (0, f"Backup: {folder}")
    drilled = yifa("record", "drill", "--backup", str(folder), lang="en")
    assert (drilled.code, drilled.out.splitlines()[-1], drilled.err) == (
        0,
        "The drill held. Nothing of it was left behind.",
        "",
    )
    (folder / "rows.jsonl.gz").write_bytes(b"")
    broken = yifa("record", "drill", "--backup", str(folder), lang="en")
    assert (broken.code, "does not bring the record back" in broken.err) == (1, True)


def test_a_full_disk_is_told_in_one_line_and_leaves_nothing(
    yifa: Callable[..., Said],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(path: Any) -> None:
        raise OSError(28, "No space left on device", "record")

    monkeypatch.setattr(backing_up, "_on_disk", full)
    said = yifa("record", "backup", str(tmp_path / "b"), lang="en")
    assert (said.code, said.err) == (1, "Error: record cannot be written: the disk is full\n")
    assert list((tmp_path / "b").iterdir()) == []
