"""PostgreSQL's own programs, where they are on this machine and new enough for the server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import connection

from yifa.record.safekeeping.errors import NotKept

DEBIAN = Path("/usr/lib/postgresql")


def program(name: str) -> str | None:
    """The path of a program such as `pg_dump` that can deal with this server; None where there is none."""
    server = connection.cursor().connection.info.server_version // 10_000
    on_path = shutil.which(name)
    candidates = [*([on_path] if on_path else []), *map(str, sorted(DEBIAN.glob(f"*/bin/{name}"), reverse=True))]
    return next((one for one in candidates if _version(one) >= server), None)


def _version(path: str) -> int:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)(\.\d+)?", said)
    return int(found[1]) if found else 0


def run(path: str, *arguments: str, settings: Mapping[str, Any] | None = None) -> None:
    """Run a program against the database of this record, or of other settings. Raises `NotKept` with what it says."""
    told = dict(settings or connection.settings_dict)
    environment = {
        "PGHOST": told["HOST"],
        "PGPORT": str(told["PORT"]),
        "PGUSER": told["USER"],
        "PGPASSWORD": told["PASSWORD"],
        "PGDATABASE": told["NAME"],
    }
    done = subprocess.run(
        [path, *arguments],
        env={**os.environ, **{name: value for name, value in environment.items() if value}},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise NotKept(f"{Path(path).name}: {said[0] if said else done.returncode}")
