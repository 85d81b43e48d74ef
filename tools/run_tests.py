"""Runs everything that must hold: the checks, the tests, and the pure rooms on the newest other Python found.

`python tools/run_tests.py [--slow]`: with `--slow` also the slow tests, and the pure rooms on every other Python.
Says what it does and how long it took; leaves with 1 when anything failed, and then names the parts that did.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from postgres import NoPostgres, postgres
from setup_house import SetupFailed, set_up_environment

HOUSE = Path(__file__).resolve().parent.parent
COMPILED = HOUSE / ".venv" / "compiled"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
PURE = ("tests/law", "tests/reader", "tests/ledgers", "tests/wording")
RECORD = (
    "tests/record",
    "tests/interfaces/cli/test_record.py",
    "tests/interfaces/api/test_cases.py",
    "tests/interfaces/api/test_answering_once.py",
)
"""What keeps things in a database: run on SQLite with the rest, and again on a PostgreSQL made for it."""
ON_POSTGRES = "the record on PostgreSQL"
ELSEWHERE = ("tests/law/clock", "tests/law/conditions", "tests/law/duties", "tests/law/facts", "tests/wording")
"""Of these rooms, those that are tried on another interpreter each time; all of them with the slow tests."""
ONCE = ("tests/law/judge", "tests/law/run", "tests/law/corpus", "tests/ledgers/taking_in", "tests/ledgers/templates")
"""Rooms of which one interpreter is enough: they hold engines, worked cases and templates to one another, not the
language to itself."""


def main(arguments: list[str]) -> int:
    """Run all parts, one after the other; 0 when all passed."""
    slow = "--slow" in arguments
    marks = [] if slow else ["-m", "not slow"]
    workers = str(max(2, os.cpu_count() or 2))
    pytest = [sys.executable, "-m", "pytest", "-q", "-n", workers, "--dist", "loadgroup", *marks]
    parts = [
        ("the checks of the house", [sys.executable, "tools/check_house.py"]),
        ("the tests", pytest),
        (ON_POSTGRES, [*pytest, *RECORD]),
    ]
    others = other_pythons()
    for version, python in others if slow else others[-1:]:
        venv = HOUSE / f".venv-{version}"
        try:
            set_up_environment(venv, python, ["run", "test"])
        except SetupFailed as failure:
            print(f"test: Python {version}: {failure}", file=sys.stderr)
            return 1
        rooms = [room for room in (PURE if slow else ELSEWHERE) if (HOUSE / room).is_dir()]
        command = [
            str(venv / "bin" / "python"),
            "-m",
            "pytest",
            "-q",
            "-n",
            workers,
            "-m",
            "not slow and not browser",
            *(f"--ignore={room}" for room in ONCE),
            *rooms,
        ]
        parts.append((f"the pure rooms on Python {version}", command))
    failed = []
    for name, command in parts:
        print(f"\ntest: {name} …", flush=True)
        started = time.monotonic()
        try:
            with postgres() if name == ON_POSTGRES else nullcontext() as address:
                settings = environment(os.environ) | ({"YIFA_DATABASE": address} if address else {})
                code = subprocess.run(command, cwd=HOUSE, env=settings, check=False).returncode
        except NoPostgres as error:
            print(f"test: {error}", file=sys.stderr)
            code = 1
        print(
            f"test: {name}: {'passed' if code == 0 else 'FAILED'} after {time.monotonic() - started:.0f} s", flush=True
        )
        if code:
            failed.append(name)
    if failed:
        print(f"\ntest: FAILED: {', '.join(failed)}", file=sys.stderr)
        return 1
    print("\ntest: everything passed")
    return 0


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of a part: what was compiled is kept, since a run begins some hundred processes.

    Where nothing may be written beside the sources (PYTHONDONTWRITEBYTECODE), it lies in a folder of its own.
    """
    kept = dict(settings)
    if kept.pop("PYTHONDONTWRITEBYTECODE", ""):
        kept.setdefault("PYTHONPYCACHEPREFIX", str(COMPILED))
    return kept


def other_pythons() -> list[tuple[str, str]]:
    """Every other interpreter of at least 3.11 on this machine, one of each version."""
    mine = "{}.{}".format(*sys.version_info)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = []
    for version in VERSIONS:
        if version == mine:
            continue
        candidates = [
            shutil.which(f"python{version}"),
            *map(str, sorted(pyenv.glob(f"{version}.*/bin/python{version}"))),
        ]
        for candidate in filter(None, candidates):
            check = f"import sys, venv, ensurepip; sys.exit('%d.%d' % sys.version_info[:2] != {version!r})"
            if subprocess.run([candidate, "-c", check], capture_output=True, check=False).returncode == 0:
                found.append((version, candidate))
                break
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
