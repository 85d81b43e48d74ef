"""Restoring: a backup into an empty database, and the proof that data, chain and seal are what they were.

Nothing is restored over something else. What was restored and does not prove equal is told, and left for a person to
look at.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection

from yifa.record.chain import Fault
from yifa.record.chain import queries as chain
from yifa.record.chain.chained import Chained
from yifa.record.chain.faults import RowFault
from yifa.record.chain.telling_rows import row_faults
from yifa.record.safekeeping.backing_up import FILES, POSTGRES, ROWS, SECRET, SQLITE, file_digest
from yifa.record.safekeeping.errors import NotKept
from yifa.record.safekeeping.manifest import Manifest, standing_now
from yifa.record.safekeeping.postgres_programs import program, run
from yifa.record.safekeeping.rows_file import read_rows
from yifa.record.safekeeping.schema import is_later
from yifa.record.scope import everything


@dataclass(frozen=True)
class Proof:
    """What a restored record is beside its manifest: tables, chains and seals that differ, and faults of the chain."""

    manifest: Manifest
    tables: Sequence[str]
    heads: Sequence[str]
    seal_differs: bool
    faults: Sequence[Fault]
    row_faults: Sequence[RowFault]

    @property
    def holds(self) -> bool:
        """Whether data, chain and seal are what they were."""
        return not (self.tables or self.heads or self.seal_differs or self.faults or self.row_faults)


def restore(folder: Path, *, secret: Path | None = None, folders: Mapping[str, Path] | None = None) -> Proof:
    """Restore a backup into the database of this record, which must be empty, and prove it. Raises `NotKept`.

    `secret`: where the secret of the installation is put, unless one is there; `folders`: where further folders go.
    """
    manifest = Manifest.read(folder)
    kept = folder / manifest.kept_as
    if not kept.exists() or file_digest(kept) != manifest.digest:
        raise NotKept(f"{kept}: is not the file the manifest tells of, expected the backup as it was made")
    _expect_known(manifest)
    _expect_empty()
    match manifest.kept_as, connection.vendor:
        case (str(name), "sqlite") if name == SQLITE:
            _restore_sqlite(kept)
        case (str(name), "postgresql") if name == POSTGRES:
            if (pg_restore := program("pg_restore")) is None:
                raise NotKept("pg_restore is missing on this machine, expected that of PostgreSQL's own package")
            run(
                pg_restore,
                "--no-owner",
                "--no-privileges",
                "--exit-on-error",
                "--single-transaction",
                f"--dbname={connection.settings_dict['NAME']}",
                str(kept),
            )
        case (str(name), _) if name == ROWS:
            call_command("migrate", verbosity=0, interactive=False)
            with everything("restore a backup"):
                read_rows(kept)
        case _:
            raise NotKept(
                f"{kept.name} is of {manifest.database}, found {connection.vendor}; expected a backup made as rows"
            )
    _put_files(folder, manifest, secret, folders or {})
    proof = prove(manifest)
    if manifest.kept_as != ROWS:
        call_command("migrate", verbosity=0, interactive=False)
    return proof


def prove(manifest: Manifest) -> Proof:
    """Compare the record with what a manifest says of it, and verify its chain."""
    with everything("prove a restored record"):
        now = standing_now()
        was = manifest.standing
        return Proof(
            manifest,
            _differing(was.tables, now.tables),
            _differing(was.heads, now.heads),
            was.seal != now.seal,
            chain.faults({was.seal[0]: was.seal[1]} if was.seal[0] else None),
            list(row_faults([model for model in apps.get_models() if issubclass(model, Chained)])),
        )


def _differing(was: Mapping[str, object], now: Mapping[str, object]) -> list[str]:
    return sorted(name for name in {*was, *now} if was.get(name) != now.get(name))


def _expect_known(manifest: Manifest) -> None:
    """A backup of a later release, whose tables nobody here knows, is not restored."""
    steps = (one.split(" ", 1) for one in manifest.standing.migrations)
    if is_later((app, name) for app, name in steps):
        raise NotKept(f"the backup was made by release {manifest.release}, which is later than this one; use that one")


def _expect_empty() -> None:
    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    if connection.introspection.table_names():
        raise NotKept(
            f"the database {connection.settings_dict['NAME']} is not empty; expected one of its own to restore into"
        )


def _restore_sqlite(kept: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(f"file:{kept.as_posix()}?mode=ro&immutable=1", uri=True)) as source:
        source.backup(connection.connection)
    name = connection.settings_dict["NAME"]
    connection.close()
    if not Path(name).exists():
        raise NotKept(f"{name}: was not written")


def _put_files(folder: Path, manifest: Manifest, secret: Path | None, folders: Mapping[str, Path]) -> None:
    if secret is not None and not secret.exists() and (folder / SECRET).exists():
        secret.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / SECRET, secret)
        secret.chmod(0o600)
    for name, digest in manifest.files.items():
        group, _, rest = name.partition("/")
        if group not in folders:
            continue
        source, place = folder.parent / FILES / digest[:2] / digest, folders[group] / rest
        if place.exists():
            continue
        if not source.exists() or file_digest(source) != digest:
            raise NotKept(f"{source}: is not the file that was kept, expected {name} as it was")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, place)
