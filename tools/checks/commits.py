"""What may not stand in a commit: registry hosts, paths of one machine, files too long to be one idea."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent
LONGEST = 400
# Written in pieces, so that this file does not find itself.
HOSTS = re.compile(
    "|".join(["py" + r"pi\.org", "python" + "hosted", r"registry\.npm" + "js", r"deb\.deb" + r"ian\.org"])
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:wor" + r"k/|home/\w|Users/\w|root/)")


def tracked() -> list[Path]:
    """The files git keeps, and new ones it does not ignore."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    return [HOUSE / name for name in listed.split("\0") if name and (HOUSE / name).is_file()]


def host_faults() -> list[str]:
    """Lines that name a package registry's host or a path that exists on one machine only."""
    faults = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            found = HOSTS.search(line) or MACHINE_PATHS.search(line)
            if found:
                faults.append(f"{path.relative_to(HOUSE)}:{number}: {found.group()}")
    return faults


def long_faults() -> list[str]:
    """Source files longer than one purpose needs."""
    faults = []
    for path in tracked():
        if path.suffix in (".py", ".js", ".css", ".html"):
            length = len(path.read_text(encoding="utf-8").splitlines())
            if length > LONGEST:
                faults.append(f"{path.relative_to(HOUSE)}: {length} lines")
    return faults
