"""Folders beside the work go with whoever works, also where that is killed: the next one takes them away."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from yifa.ledgers.aside import PREFIX, Aside, abandoned

pytest.importorskip("fcntl")
KILLED = """
import os, signal
from yifa.ledgers.aside import Aside
one = Aside()
(one.path / "waiting").write_bytes(bytes(1000))
print(one.path, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)


def test_a_folder_goes_when_it_is_closed(tmp_path: Path) -> None:
    one = Aside()
    (one.path / "waiting").write_bytes(b"sheets")
    one.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_somebody_works_with_stays_and_others_are_left_alone(tmp_path: Path) -> None:
    one = Aside()
    others = [tmp_path / "yifa-else", tmp_path / f"{PREFIX}without-lock"]
    for other in others:
        other.mkdir()
    assert abandoned() == []
    assert {*others, one.path} == set(tmp_path.iterdir())
    one.close()


def test_the_folder_of_a_killed_process_goes_at_the_next_beginning(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True, check=False)
    left = Path(killed.stdout.strip())
    assert (killed.returncode, left.parent, left.exists()) == (-9, tmp_path, True)
    Aside().close()
    assert list(tmp_path.iterdir()) == []
