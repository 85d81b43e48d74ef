"""How far the work on a tray is: one small file in it, written whole or not at all, so that any process may look."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

NAME = "progress.json"
PAUSE_SECONDS = 0.2
"""Progress is written no more often than this."""


class State(StrEnum):
    """How far the work is."""

    NONE = "none"
    """nothing was asked for yet"""
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Progress:
    """How far it is: the stage in words, how many are done of how many, what is next, and what went wrong."""

    state: State = State.NONE
    work: str = ""
    stage: str = ""
    done: int = 0
    of: int = 0
    name: str = ""
    message: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether it is worth looking again."""
        return self.state in (State.WAITING, State.RUNNING)


def read_progress(folder: Path) -> Progress:
    """How far the work in a folder is; none where none was asked for."""
    try:
        held: Mapping[str, Any] = json.loads((folder / NAME).read_bytes())
    except (OSError, ValueError):
        return Progress()
    return Progress(**{**held, "state": State(held["state"])})


def write_progress(folder: Path, progress: Progress) -> None:
    """Put down how far it is."""
    put(folder / NAME, json.dumps(asdict(progress), ensure_ascii=False).encode())


def put(path: Path, content: bytes) -> Path:
    """Write a file through a partial one beside it."""
    partial = path.with_name(f".{path.name}.partial")
    partial.write_bytes(content)
    partial.replace(path)
    return path


class Reporter:
    """Takes down how far the work on a tray is, as often as is worth while."""

    def __init__(self, folder: Path, work: str) -> None:
        self.folder = folder
        self.work = work
        self._last = 0.0
        self._stage = ""

    def __call__(self, stage: str, done: int = 0, of: int = 0, name: str = "") -> None:
        """Say how far it is."""
        now = time.monotonic()
        if stage == self._stage and done < of and now - self._last < PAUSE_SECONDS:
            return
        self._last, self._stage = now, stage
        write_progress(self.folder, Progress(State.RUNNING, self.work, stage, done, of, name))
