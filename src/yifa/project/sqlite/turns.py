"""Turns: who writes next to a file, among the threads of this process and among processes.

A thread first waits for the others of its process, then for the other processes, at two locks of a file beside the
database: whoever holds the first comes next, and waits for the second, which whoever writes holds. So two processes
take turns, however many threads wait in either. Both locks go with the process that held them.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import Any

fcntl: Any
try:
    import fcntl
except ImportError:  # where there are no such locks, processes wait as SQLite waits
    fcntl = None

SOON, LATER = 0.0003, 0.002
"""Seconds until another process is looked at again: at first, and once it takes long."""
LONG = 0.02


class Turns:
    """The turns of one file."""

    def __init__(self, beside: Path) -> None:
        self._beside = beside
        self._lock = threading.Lock()
        self._next: int | None = None
        self._now: int | None = None
        self._process = 0

    def take(self, seconds: float) -> bool:
        """Wait for a turn, at most so long; whether it came."""
        until = time.monotonic() + seconds
        if not self._lock.acquire(timeout=seconds):
            return False
        try:
            if self._open():
                self._wait(self._next, until)
                try:
                    self._wait(self._now, until)
                finally:
                    _unlock(self._next)
        except BaseException:
            self._lock.release()
            raise
        return True

    def give(self) -> None:
        """Let the next one write."""
        try:
            _unlock(self._now)
        finally:
            self._lock.release()

    def _open(self) -> bool:
        """Whether there are locks between processes; a process that was begun from another has its own."""
        if fcntl is None:
            return False
        if self._process != os.getpid() or self._now is None:
            try:
                self._next, self._now = (
                    os.open(f"{self._beside}-{name}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                    for name in ("next", "turn")
                )
            except OSError:  # a folder where nothing can be put beside: SQLite will say so
                self._next = self._now = None
                return False
            self._process = os.getpid()
        return True

    def _wait(self, lock: int | None, until: float) -> None:
        """Lock, unless it takes too long: then it goes on without."""
        begun = time.monotonic()
        while not _locked(lock):
            at = time.monotonic()
            if at > until:
                return
            time.sleep(SOON if at - begun < LONG else LATER)


def _locked(lock: int | None) -> bool:
    if lock is None:
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _unlock(lock: int | None) -> None:
    if lock is not None:
        fcntl.flock(lock, fcntl.LOCK_UN)


_turns: dict[Path, Turns] = {}
_making = threading.Lock()


def turns_of(file: Path) -> Turns:
    """The turns of a file; the same for all connections of this process."""
    with _making:
        return _turns.setdefault(file, Turns(file))


def _afresh() -> None:
    """A process that is begun from this one waits for nobody in it."""
    _turns.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_afresh)
