"""How fast the record writes, takes in, verifies and hands out, on SQLite and on PostgreSQL in one run.

Each database is measured in a process of its own (`bench.record_inside`), which opens it as an installation does: on a
disk, with commits that wait for it. Answers must agree: what was written verifies, every way of reading gives as many
rows.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench.workload import Outcome, Size, Workload

HOUSE = Path(__file__).resolve().parent.parent
DATABASES = ("SQLite", "PostgreSQL")


@contextmanager
def address(database: str, home: Path) -> Iterator[str]:
    """The address of an empty database."""
    if database == "SQLite":
        yield str(home / "record.sqlite3")
        return
    sys.path.insert(0, str(HOUSE / "tools"))
    from postgres import postgres  # noqa: PLC0415 - a tool of the house, and no package

    with postgres(durable=True) as address:
        yield address


def measure(what: str, size: Size) -> Outcome:
    """Measure one thing on both databases, one after the other."""
    found = [_on(database, what, size) for database in DATABASES]
    return Outcome(
        tuple(race for one in found for race in one.races),
        tuple(goal for one in found for goal in one.goals),
        tuple(note for one in found for note in one.notes),
        tuple(fault for one in found for fault in one.faults),
    )


def _on(database: str, what: str, size: Size) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made, address(database, Path(made)) as opened:
        outcome = Path(made) / "outcome"
        settings = {"YIFA_HOME": made, "YIFA_DATABASE": opened, "DJANGO_SETTINGS_MODULE": "bench.record_settings"}
        command = [sys.executable, "-m", "bench.record_inside", what, size, database, str(outcome)]
        done = subprocess.run(
            command, cwd=HOUSE, env={**os.environ, **settings}, check=False, capture_output=True, text=True
        )
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["no word"]
            return Outcome((), faults=(f"{database}: {what} stopped: {last[0]}",))
        found: Outcome = pickle.loads(outcome.read_bytes())  # noqa: S301 - written by our own process
        return found


def _measures(what: str) -> Callable[[Size], Outcome]:
    return partial(measure, what)


_WITH = ("django", "psycopg", "adbc-driver-sqlite", "adbc-driver-postgresql")
WORKLOADS = (
    Workload(
        "record.writing",
        "What does a chained act cost beside a plain row, and beside rows whose history libraries keep?",
        _measures("writing"),
        ("django", "psycopg", "django-simple-history", "django-auditlog"),
    ),
    Workload(
        "record.acts",
        "How many acts a second does one process record, with scope, duties and chain?",
        _measures("acts"),
        _WITH[:2],
    ),
    Workload(
        "record.http",
        "How many acts a second do eight clients record over HTTP, with token, scope, duties, chain and key?",
        _measures("http"),
        ("django", "django-ninja", "granian", "psycopg"),
    ),
    Workload(
        "record.importing",
        "How many cases a second come in from the .csv that offices send, read and written?",
        _measures("importing"),
        ("django", "psycopg", "polars", "pyarrow"),
    ),
    Workload(
        "record.verifying",
        "How many entries a second are verified, from the database to the root of their seal?",
        _measures("verifying"),
        _WITH[:2],
    ),
    Workload(
        "record.snapshot",
        "How fast do acts come out as columns, beside the ways Django has?",
        _measures("snapshot"),
        _WITH,
    ),
)
