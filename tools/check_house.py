"""Checks the house: format, lint, types, floors, corpus, messages, pages, and what may not stand in a commit.

`python tools/check_house.py [ID …]` runs all checks, or those named, says what each does, and leaves with 1 when one
fails. Every check has an id that stays for ever and a sentence; `docs/lookup/checks.md` is made from them. Those that
are programs of their own run beside the others, and are told last.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from checks import commits, corpus, messages, pages

HOUSE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


class Check(NamedTuple):
    """One check: a function that returns the faults it found, as lines."""

    id: str
    sentence: str
    faults: Callable[[], list[str]]


class Program:
    """A check done by a program of the environment; its output is the faults."""

    def __init__(self, *command: str) -> None:
        self._command = command

    def __call__(self) -> list[str]:
        """Run it."""
        name, *arguments = self._command
        done = subprocess.run([BIN / name, *arguments], cwd=HOUSE, capture_output=True, text=True, check=False)
        return [] if done.returncode == 0 else (done.stdout + done.stderr).strip().splitlines()


CHECKS = (
    Check("format", "Code is formatted as ruff formats it.", Program("ruff", "format", "--check", ".")),
    Check("lint", "Code keeps the rules of ruff set in pyproject.toml.", Program("ruff", "check", ".")),
    Check("types", "Types are strict in every floor.", Program("mypy")),
    Check("floors", "Imports point down, every room is listed, no circle.", Program("lint-imports")),
    Check("corpus", "Every corpus file can be read and its references lead somewhere.", corpus.faults),
    Check("messages", "Every message of the code is translated, and no other.", messages.faults),
    Check("glossary", "Every term given as context of a message stands in the glossary.", messages.glossary_faults),
    Check("pages", "Generated pages are up to date; commands, settings and checks are documented.", pages.faults),
    Check("links", "Links between documentation pages lead to pages that exist.", pages.link_faults),
    Check("hosts", "No registry host and no path of one machine stands in a file.", commits.host_faults),
    Check("long", "No source file grows beyond one purpose (400 lines).", commits.long_faults),
)


def main(wanted: list[str]) -> int:
    """Run the checks; 0 when there is no fault."""
    unknown = set(wanted) - {check.id for check in CHECKS}
    if unknown:
        known = ", ".join(check.id for check in CHECKS)
        print(f"check: no check is called {', '.join(sorted(unknown))}; there are {known}", file=sys.stderr)
        return 2
    chosen = [check for check in CHECKS if not wanted or check.id in wanted]
    with ThreadPoolExecutor(max_workers=1) as beside:
        programs = [beside.submit(_done, check) for check in chosen if isinstance(check.faults, Program)]
        failed = [_told(*_done(check)) for check in chosen if not isinstance(check.faults, Program)]
        failed += [_told(*program.result()) for program in programs]
    return 1 if any(failed) else 0


def _done(check: Check) -> tuple[Check, list[str], float]:
    """A check with its faults, and how long it took."""
    started = time.monotonic()
    return check, check.faults(), time.monotonic() - started


def _told(check: Check, faults: list[str], seconds: float) -> bool:
    """Say how a check went; whether it failed."""
    print(f"{'FAULT' if faults else 'ok':<6}{check.id:<10}{check.sentence}  ({seconds:.1f} s)", flush=True)
    for fault in faults[:60]:
        print(f"      {fault}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
