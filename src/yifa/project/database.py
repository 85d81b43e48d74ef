"""Which database the record is kept in, as Django wants it said.

SQLite waits for nothing but the disk: every verb takes the write lock at its start, so that it never fails half-way, a
commit is on the disk before it is answered (`synchronous=FULL`), and what is erased is overwritten. PostgreSQL is for
more than one machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from yifa.project.configuration import WrongSetting

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; PRAGMA secure_delete=ON; "
    "PRAGMA cache_size=-16000;"
)
WAIT_SECONDS = 20
"""How long a writer waits for another on SQLite before it gives up."""
KEPT_SECONDS = 60
"""How long a connection stays open; whether it still holds is asked before each request."""
KNOWN_AFTER = 3
"""PostgreSQL knows a statement of ours that was sent so often over a connection, and plans it no more."""


def database(said: str, home: Path) -> dict[str, Any]:
    """The entry of Django's DATABASES. Raises `WrongSetting`."""
    if said.startswith(("postgresql://", "postgres://")):
        return _postgresql(said)
    if "://" in said:
        scheme = said.partition("://")[0]
        raise WrongSetting(f"YIFA_DATABASE begins with {scheme}://; expected a path, or postgresql://…")
    return {
        "ENGINE": "yifa.project.sqlite",
        "NAME": Path(said).expanduser() if said else home / "record.sqlite3",
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": WAIT_SECONDS, "init_command": SQLITE_PRAGMAS},
    }


def _postgresql(said: str) -> dict[str, Any]:
    parts = urlsplit(said)
    try:
        port = parts.port
    except ValueError:
        raise WrongSetting("YIFA_DATABASE has a port that is not a number") from None
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise WrongSetting("YIFA_DATABASE names no database; expected postgresql://USER:PASSWORD@HOST:PORT/NAME")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": _host(parts.netloc),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"prepare_threshold": KNOWN_AFTER},
    }


def _host(place: str) -> str:
    """The host as it is written: a folder of sockets (%2Frun%2Fpostgresql) has capital letters that must stay."""
    host = place.rpartition("@")[2]
    return unquote(host if host.endswith("]") else host.rpartition(":")[0] or host).strip("[]")
