"""What `yifa record backup`, `restore` and `drill` do, once the record is open."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import click
from django.db import DatabaseError, connection

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.record_troubles import now, ready, troubles
from yifa.interfaces.record_telling import tell_fault, tell_row_fault
from yifa.record.jobs.keeping import keeping
from yifa.record.safekeeping.backing_up import ROWS, Backup, back_up
from yifa.record.safekeeping.errors import NotKept
from yifa.record.safekeeping.forgotten import Again, forget_again
from yifa.record.safekeeping.manifest import Manifest
from yifa.record.safekeeping.restoring import Proof, restore
from yifa.record.scope import everything
from yifa.wording import Language

SHOWN = 20
RESTORING, NOTHING = "restore", Again(0, 0, 0)


def backup(shell: Shell, to: Path, as_rows: bool) -> int:
    """Back the record up, and tell what it comes to."""
    ready(shell.speech)
    made = _backed_up(shell.speech, to, as_rows)
    click.echo(shell.speech.say("Backup: {folder}", folder=made.folder))
    _tell_standing(shell.speech, made.manifest)
    return 0


def _backed_up(speech: Language, to: Path, as_rows: bool) -> Backup:
    of = keeping()
    folders = {name: place for name, place in of.folders.items() if place.is_dir()}
    with _kept(speech):
        return back_up(to, now(), secret=of.secret, folders=folders, as_rows=as_rows)


def _tell_standing(speech: Language, manifest: Manifest) -> None:
    standing = manifest.standing
    click.echo(
        speech.say(
            "{tables} tables, {rows} rows, {chains} chains, {entries} entries, seal {seal}.",
            tables=len(standing.tables),
            rows=f"{standing.rows:,}",
            chains=len(standing.heads),
            entries=f"{standing.entries:,}",
            seal=standing.seal[0],
        )
    )


def restore_from(shell: Shell, folder: Path) -> int:
    """Restore a backup and tell whether it proves equal."""
    of = keeping()
    with _kept(shell.speech):
        proof = restore(folder, secret=of.secret, folders=of.folders)
        again = NOTHING
        if proof.holds:
            with everything("forget again what was forgotten after a backup"):
                again = forget_again(folder.resolve().parent, by=RESTORING, now=now())
    code = _tell_proof(shell.speech, proof)
    if again != NOTHING:
        said = shell.speech.say(
            "Forgotten after this backup, and now once more: {parties} parties, {values} values, {files} files.",
            parties=again.parties,
            values=again.values,
            files=again.files,
        )
        click.echo(said)
    return code


def _tell_proof(speech: Language, proof: Proof) -> int:
    _tell_standing(speech, proof.manifest)
    if proof.holds:
        click.echo(speech.say("Restored: data, chain and seal are what they were."))
        return 0
    lines = [speech.say("Table {table} is not what it was.", table=name) for name in proof.tables]
    lines += [speech.say("The chain of {organ} does not end where it did.", organ=organ) for organ in proof.heads]
    lines += [speech.say("The last seal is not the one that was.")] if proof.seal_differs else []
    lines += [tell_fault(one, speech) for one in proof.faults]
    lines += [tell_row_fault(one, speech) for one in proof.row_faults]
    for line in lines[:SHOWN]:
        click.echo(line, err=True)
    click.echo(speech.say("Not as it was: {count}", count=len(lines)))
    return 1


def drill(shell: Shell, folder: Path | None, into: str | None, as_rows: bool) -> int:
    """Bring a backup back beside the record, and tell whether it proves equal."""
    speech = shell.speech
    ready(speech)
    with _kept(speech), tempfile.TemporaryDirectory(prefix="yifa-drill-") as place:
        beside = Path(place)
        backup_ = folder or _backed_up(speech, beside / "backups", as_rows).folder
        manifest = Manifest.read(backup_)
        with _database(speech, beside, manifest, into) as address:
            own = {name: str(beside / name) for name in ("home", "files", "backups")}
            environment = {**os.environ, "YIFA_DATABASE": address}
            environment |= {f"YIFA_{name.upper()}": place for name, place in own.items()}
            asked = ["--lang", speech.tag, "record", "restore", str(backup_)]
            done = subprocess.run([sys.executable, "-m", "yifa", *asked], env=environment, check=False)
    if done.returncode:
        raise Trouble(speech, speech.say("the drill failed: {folder} does not bring the record back", folder=backup_))
    click.echo(speech.say("The drill held. Nothing of it was left behind."))
    return 0


@contextmanager
def _database(speech: Language, beside: Path, manifest: Manifest, into: str | None) -> Iterator[str]:
    """An empty database for the drill, which goes again; the one that was named stays."""
    if into is not None:
        yield into
        return
    if manifest.database == "sqlite" or manifest.kept_as == ROWS:
        yield str(beside / "drill.sqlite3")
        return
    told = connection.settings_dict
    name = f"yifa_drill_{os.getpid()}"
    try:
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}"')
    except DatabaseError:
        raise Trouble(
            speech,
            speech.say("this user of the database may not make one to restore into"),
            speech.say("name an empty database of its own with --into, or keep the backup as rows with --rows"),
        ) from None
    try:
        who = quote(told["USER"], safe="") + (f":{quote(told['PASSWORD'], safe='')}" if told["PASSWORD"] else "")
        place = quote(told["HOST"], safe="") + (f":{told['PORT']}" if told["PORT"] else "")
        yield f"postgresql://{who}@{place}/{name}"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def _kept(speech: Language) -> Iterator[None]:
    """What a backup refuses, as a trouble of the world in one line."""
    try:
        with troubles(speech):
            yield
    except NotKept as error:
        raise Trouble(speech, str(error)) from None
