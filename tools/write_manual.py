"""Writes the officer's manual anew: `make manual`. Pages, the ten tasks and pictures, in docs/do.

Its tests do the work: every screen is opened, must say what it says there, and is photographed. It takes minutes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
ROOM = "tests/interfaces/office/manual"
PICTURES = HOUSE / "docs" / "do" / "manual"


def main() -> int:
    """Walk and write; 0 when every screen is as it must be."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    before = {path: path.stat().st_mtime_ns for path in PICTURES.iterdir()}
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", ROOM, "-k", "walk or is_as_its_list"]
    environment = {**os.environ, "WRITE_MANUAL": "yes"}
    code = subprocess.run(command, cwd=HOUSE, env=environment, check=False).returncode
    if code == 0:
        for path, written in before.items():
            if path.stat().st_mtime_ns == written:
                path.unlink()
    print(f"manual: {len(list(PICTURES.iterdir()))} pictures in docs/do/manual")
    return code


if __name__ == "__main__":
    sys.exit(main())
