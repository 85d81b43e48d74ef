"""How fast the desk answers: lists, case pages and search among a million cases, on SQLite and on PostgreSQL.

Each database is filled and asked in processes of its own (`bench.office_inside`), through the site as it is served: two
processes, sessions, scope, templates and all. The standings are real ones: of some hundred cases that were opened by
verbs and judged, multiplied under other numbers, titles, parties and organs.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.record import DATABASES, HOUSE, address
from bench.workload import Outcome, Size, Workload

SETTINGS = "yifa.project.settings"
PEER = (
    "Open Zaak publishes of its list of cases, at 1,000,000 of them: 200 ms for one user, 320–430 ms at 16 users on "
    "ten pods; not measured here, on other machines, and with other content."
)


def measure(size: Size, databases: tuple[str, ...] = DATABASES) -> Outcome:
    """Fill the databases side by side, then ask the site on each, one after the other."""
    with ExitStack() as until_done:
        opened = [until_done.enter_context(_opened(database, size)) for database in databases]
        laying = [(one, one.begun("lay")) for one in opened]
        failed = {one: last for one, process in laying if (last := _ended(process))}
        found = [_stopped(one, failed[one]) if one in failed else one.asked() for one in opened]
    return Outcome(
        (),
        tuple(goal for one in found for goal in one.goals),
        (*(note for one in found for note in one.notes), PEER),
        tuple(fault for one in found for fault in one.faults),
    )


@dataclass(frozen=True)
class _Opened:
    """A database, empty or filled: where it is, and the file that tells what came of it."""

    database: str
    size: Size
    home: str
    address: str

    @property
    def told(self) -> Path:
        """What came of the last thing that was done."""
        return Path(self.home) / "told"

    def begun(self, do: str) -> subprocess.Popen[str]:
        """A process of its own that fills it, or asks."""
        settings = {"YIFA_HOME": self.home, "YIFA_DATABASE": self.address, "DJANGO_SETTINGS_MODULE": SETTINGS}
        command = [sys.executable, "-m", "bench.office_inside", do, self.size, self.database, str(self.told)]
        return subprocess.Popen(
            command,
            cwd=HOUSE,
            env={**os.environ, **settings},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )

    def asked(self) -> Outcome:
        """What was found by asking."""
        if last := _ended(self.begun("ask")):
            return _stopped(self, last)
        found: Outcome = pickle.loads(self.told.read_bytes())  # noqa: S301 - written by our own process
        return found


@contextmanager
def _opened(database: str, size: Size) -> Iterator[_Opened]:
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made, address(database, Path(made)) as said:
        yield _Opened(database, size, made, said)


def _ended(process: subprocess.Popen[str]) -> str:
    """The last thing that a process said, where it went wrong; blank where not."""
    _, said = process.communicate()
    return "" if process.returncode == 0 else (said.strip().splitlines() or ["no word"])[-1]


def _stopped(one: _Opened, last: str) -> Outcome:
    return Outcome((), faults=(f"{one.database}: stopped: {last}",))


WORKLOADS = (
    Workload(
        "office.desk",
        "How long does somebody at a desk wait for a list, a case, a search, among a million cases?",
        partial(measure),
        ("django", "psycopg", "granian", "jinja2"),
    ),
)
