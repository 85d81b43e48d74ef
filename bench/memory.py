"""How much memory a command takes at most, with every process it begins: what is shared is counted once (PSS)."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile

EVERY = 0.25
"""Seconds between two looks."""
KIB = 1024


def told_and_peak(command: Sequence[str], **more: object) -> tuple[str, float]:
    """What a command prints, and how many MiB it and its children held at most; raises where it fails."""
    with TemporaryFile("w+", encoding="utf-8") as out:
        running = subprocess.Popen(command, stdout=out, **more)  # type: ignore[call-overload]
        peak = 0
        while running.poll() is None:
            peak = max(peak, sum(_held(one) for one in set(_tree(running.pid))))
            time.sleep(EVERY)
        if running.returncode:
            raise subprocess.CalledProcessError(running.returncode, list(command))
        out.seek(0)
        return out.read(), peak / KIB


def _tree(process: int) -> Iterator[int]:
    """A process and all that it began."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(children).split():
            yield from _tree(int(child))


def _held(process: int) -> int:
    """KiB that a process holds, its part of what it shares."""
    for line in _read(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:  # it has ended meanwhile
        return ""
