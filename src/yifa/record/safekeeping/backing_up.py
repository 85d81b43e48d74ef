"""Backing up while work goes on: one moment of the database, copied by the database's own means, and what it comes to.

SQLite: its online backup. PostgreSQL: `pg_dump` at an exported snapshot, or rows where that program is missing. The
folder gets its name when all of it is on the disk; a backup that broke off leaves nothing behind.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from yifa.record.safekeeping.errors import NotKept
from yifa.record.safekeeping.forgotten import note_gone
from yifa.record.safekeeping.manifest import Manifest, Standing, name_of, standing_now
from yifa.record.safekeeping.postgres_programs import program, run
from yifa.record.safekeeping.rows_file import write_rows
from yifa.record.scope import everything

SQLITE, POSTGRES, ROWS = "record.sqlite3", "record.pgdump", "rows.jsonl.gz"
FILES = "files"
"""Beside the backups: other files by their digests, once for all of them."""
UNFINISHED = ("incoming",)
"""What is just coming into a folder, or broke off: no part of the record yet."""
SECRET = "secret"  # noqa: S105 - the name of a file


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that stands."""

    folder: Path
    manifest: Manifest


def back_up(
    to: Path,
    now: datetime,
    *,
    secret: Path | None = None,
    folders: Mapping[str, Path] | None = None,
    as_rows: bool = False,
) -> Backup:
    """Back the record up into a folder of its own under `to`. Raises `NotKept`, `OSError` and `DatabaseError`.

    `secret`: the file of the installation's secret; `folders`: further folders by name. `as_rows`: as rows, which any
    database can be made from.
    """
    to.mkdir(parents=True, exist_ok=True)
    under_way = to / f".unfinished-{name_of(now)}-{os.getpid()}"
    under_way.mkdir(mode=0o700)
    try:
        kept_as, standing = _copy_database(under_way, as_rows)
        files = {
            f"{name}/{path.relative_to(folder).as_posix()}": _keep_file(to, path)
            for name, folder in (folders or {}).items()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.relative_to(folder).parts[0] not in UNFINISHED
        }
        if secret is not None and secret.exists():
            shutil.copy(secret, under_way / SECRET)
            (under_way / SECRET).chmod(0o600)
        manifest = Manifest(
            now.isoformat(), connection.vendor, kept_as, standing, file_digest(under_way / kept_as), files
        )
        manifest.write(under_way)
        for path in under_way.iterdir():
            _on_disk(path)
        with everything("tell beside the backups what is gone"):
            note_gone(to)
        folder = _free(to / name_of(now))
        under_way.rename(folder)
    except BaseException:
        shutil.rmtree(under_way, ignore_errors=True)
        raise
    return Backup(folder, manifest)


def _free(wanted: Path) -> Path:
    """The path, or one beside it where a clock went back and it is taken."""
    found, number = wanted, 2
    while found.exists():
        found, number = wanted.with_name(f"{wanted.name}-{number}"), number + 1
    return found


def _copy_database(folder: Path, as_rows: bool) -> tuple[str, Standing]:
    """Copy one moment of the database; the name of the file, and what it comes to."""
    with everything("back the record up"), _one_moment() as snapshot:
        standing = standing_now()
        if as_rows:
            write_rows(folder / ROWS)
            return ROWS, standing
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(folder / SQLITE)) as copy:
                connection.connection.backup(copy)
            return SQLITE, standing
        if (pg_dump := program("pg_dump")) is None:
            write_rows(folder / ROWS)
            return ROWS, standing
        place = str(folder / POSTGRES)
        run(pg_dump, "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={place}")
        return POSTGRES, standing


@contextmanager
def _one_moment() -> Iterator[str]:
    """A transaction that reads one moment and keeps nobody from writing; on PostgreSQL with its name for others."""
    if connection.in_atomic_block:
        raise NotKept("a backup is not made inside a transaction")
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                cursor.execute("SELECT count(*) FROM django_migrations")
                yield ""
            finally:
                cursor.execute("ROLLBACK")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield str(cursor.fetchone()[0])


def _keep_file(to: Path, path: Path) -> str:
    """Keep a file once among those of all backups; its digest."""
    digest = file_digest(path)
    place = to / FILES / digest[:2] / digest
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}")
        try:
            shutil.copy(path, beside)
            _on_disk(beside)
            beside.rename(place)
        finally:
            beside.unlink(missing_ok=True)
    return digest


def file_digest(path: Path) -> str:
    """The digest of a file (SHA-256, hex)."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _on_disk(path: Path) -> None:
    """See that a file has reached the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def backups(to: Path) -> list[Path]:
    """The folders of the backups that stand, the oldest first."""
    return sorted(path.parent for path in to.glob("[0-9]*/manifest.json"))


def keep_newest(to: Path, many: int) -> int:
    """Let go of all backups but the newest, and of files that none of those needs; how many backups went."""
    there = backups(to)
    gone = there[:-many] if many else []
    for folder in gone:
        shutil.rmtree(folder)
    needed = {digest for folder in backups(to) for digest in Manifest.read(folder).files.values()}
    for path in (to / FILES).glob("*/*"):
        if path.name not in needed:
            path.unlink()
    return len(gone)
