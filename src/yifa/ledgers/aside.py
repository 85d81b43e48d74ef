"""A folder beside the work, only for this user, for what waits between two rounds: gone with it, however it ends.

A process that is killed cannot take its folder away. So every folder is locked by whoever works with it, and whoever
needs one takes away the folders that nobody holds any more.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from types import ModuleType

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # no such locks on this system: folders of killed processes stay, as temporary files do there
    fcntl = None

PREFIX = "yifa-aside-"
_LOCK = ".held"


class Aside:
    """A folder of its own in the place for temporary files; `close` takes it away."""

    def __init__(self) -> None:
        abandoned()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        begun = self.path / f"{_LOCK}-soon"
        self._lock = os.open(begun, os.O_CREAT | os.O_RDWR, 0o600)
        if fcntl is not None:
            fcntl.flock(self._lock, fcntl.LOCK_EX)
        begun.rename(self.path / _LOCK)  # locked already, so that nobody takes it for abandoned

    def close(self) -> None:
        """Take it away with everything in it."""
        rmtree(self.path, ignore_errors=True)
        with suppress(OSError):
            os.close(self._lock)


def abandoned() -> list[Path]:
    """Take away the folders of this user that nobody works with any more; which they were."""
    if fcntl is None:
        return []
    found = []
    for path in sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*")):
        with suppress(OSError):
            if path.is_symlink() or path.stat().st_uid != os.getuid():
                continue
            lock = os.open(path / _LOCK, os.O_RDWR)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                rmtree(path, ignore_errors=True)
                found.append(path)
            finally:
                os.close(lock)
    return found
