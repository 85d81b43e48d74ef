"""How fast the desk answers: lists, case pages and search among a million cases, on SQLite and on PostgreSQL.

Each database is filled and asked in a process of its own (`bench.office_inside`), through the site as it is served: two
processes, sessions, scope, templates and all. The standings are real ones: of some hundred cases that were opened by
verbs and judged, copied under other numbers, titles, parties and organs.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from bench.record import DATABASES, HOUSE, address
from bench.workload import Outcome, Size, Workload

PEER = (
    "Open Zaak publishes of its list of cases, at 1,000,000 of them: 200 ms for one user, 320–430 ms at 16 users on "
    "ten pods; not measured here, on other machines, and with other content."
)


def measure(size: Size, databases: tuple[str, ...] = DATABASES) -> Outcome:
    """Ask the site on each database, one after the other."""
    found = [_on(database, size) for database in databases]
    return Outcome(
        (),
        tuple(goal for one in found for goal in one.goals),
        (*(note for one in found for note in one.notes), PEER),
        tuple(fault for one in found for fault in one.faults),
    )


def _on(database: str, size: Size) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made, address(database, Path(made)) as said:
        outcome = Path(made) / "outcome"
        settings = {"YIFA_HOME": made, "YIFA_DATABASE": said, "DJANGO_SETTINGS_MODULE": "yifa.project.settings"}
        command = [sys.executable, "-m", "bench.office_inside", size, database, str(outcome)]
        done = subprocess.run(
            command, cwd=HOUSE, env={**os.environ, **settings}, check=False, capture_output=True, text=True
        )
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["no word"]
            return Outcome((), faults=(f"{database}: stopped: {last[0]}",))
        found: Outcome = pickle.loads(outcome.read_bytes())  # noqa: S301 - written by our own process
        return found


WORKLOADS = (
    Workload(
        "office.desk",
        "How long does somebody at a desk wait for a list, a case, a search, among a million cases?",
        partial(measure),
        ("django", "psycopg", "granian", "jinja2"),
    ),
)
