"""A backup made while work goes on brings back data, chain and seal as they were; whatever differs is told."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from axes.models import AccessLog
from django.db import DatabaseError, connection

from tests.record.register import CLERK, NOW, TODAY, register
from tests.record.safekeeping.elsewhere import elsewhere
from tests.record.verbs import VERBS, prepare
from yifa.record.cases.actions import open_case
from yifa.record.chain.actions import seal
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Organ
from yifa.record.parties.actions import erase_party
from yifa.record.parties.models import Party
from yifa.record.safekeeping.backing_up import Backup, back_up, backups, keep_newest
from yifa.record.safekeeping.errors import NotKept
from yifa.record.safekeeping.manifest import Manifest, standing_now
from yifa.record.safekeeping.restoring import restore
from yifa.record.safekeeping.tallies import PASSING, tables

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reading_everything")]
SQLITE = "postgres" not in os.environ.get("YIFA_DATABASE", "")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with something of every kind in it, sealed; and where its backups go."""
    prepare(register())
    VERBS["import_cases"]()
    erase_party(Party.objects.all()[0], actor=Actor("clerk 1", NOW, "申请删除"))
    seal(TODAY)
    open_case(Organ.objects.get(code="qp-market"), "licence", "after the seal", actor=CLERK, on=TODAY)
    AccessLog.objects.create(username="he", ip_address="127.0.0.1")
    AccessLog.objects.update(attempt_time=NOW)  # such a row says by itself when it is made
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secret").write_text("word", encoding="ascii")
    (tmp_path / "files" / "ab").mkdir(parents=True)
    (tmp_path / "files" / "ab" / "scan.pdf").write_bytes(b"%PDF")
    return tmp_path


def backed_up(place: Path, **asked: bool) -> Backup:
    folders = {"evidence": place / "files"}
    return back_up(place / "backups", NOW, secret=place / "home" / "secret", folders=folders, **asked)


@pytest.mark.parametrize("as_rows", [False, True])
def test_a_backup_brings_back_data_chain_and_seal(record: Path, as_rows: bool) -> None:
    made = backed_up(record, as_rows=as_rows)
    before = standing_now()
    assert (made.manifest.standing, before.seal[0], before.entries > 20) == (before, 1, True)
    home, files = record / "new" / "secret", record / "new" / "files"
    with elsewhere(record):
        proof = restore(made.folder, secret=home, folders={"evidence": files})
        assert (proof.tables, proof.heads, proof.seal_differs, proof.faults, proof.row_faults) == (
            [],
            [],
            False,
            [],
            [],
        )
        assert proof.holds
        assert standing_now() == before
        with pytest.raises(NotKept, match="is not empty; expected one of its own"):
            restore(made.folder)
        # the restored record goes on: its numbers follow
        open_case(Organ.objects.get(code="qp-market"), "licence", "goes on", actor=CLERK, on=TODAY)
    assert home.read_text() == "word"
    assert home.stat().st_mode & 0o777 == 0o600
    assert (files / "ab" / "scan.pdf").read_bytes() == b"%PDF"
    assert standing_now() == before


def test_every_table_of_the_record_is_tallied_or_said_to_be_passing() -> None:
    there = {name for name in connection.introspection.table_names() if name != "django_migrations"}
    assert there - set(tables()) == PASSING & there


def test_a_backup_holds_one_moment_while_others_write(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yifa.record.safekeeping import backing_up as room  # noqa: PLC0415 - to write in its midst

    plain = room.standing_now

    def meanwhile() -> object:
        found = plain()
        _write_from_elsewhere()
        return found

    monkeypatch.setattr(room, "standing_now", meanwhile)
    made = backed_up(record)
    with elsewhere(record):
        assert restore(made.folder).holds


def _write_from_elsewhere() -> None:
    """Another process writes while the backup is made."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("INSERT INTO jobs_schedule (name, last) VALUES ('meanwhile', NULL)")
    finally:
        other.close()


@pytest.mark.skipif(not SQLITE, reason="changes the file itself")
def test_what_was_changed_in_a_backup_is_told(record: Path) -> None:
    made = backed_up(record)
    kept = made.folder / made.manifest.kept_as
    with closing(sqlite3.connect(kept)) as file:
        file.execute("DROP TRIGGER cases_case_next_version")
        file.execute("UPDATE cases_case SET number = 'x' WHERE number = '1'")
        file.commit()
    with elsewhere(record), pytest.raises(NotKept, match="is not the file the manifest tells of"):
        restore(made.folder)
    data = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))
    from yifa.record.safekeeping.backing_up import file_digest  # noqa: PLC0415 - only here

    data["digest"] = file_digest(kept)
    (made.folder / "manifest.json").write_text(json.dumps(data), encoding="utf-8")
    with elsewhere(record):
        proof = restore(made.folder)
    assert (proof.holds, proof.tables, [one.table for one in proof.row_faults]) == (
        False,
        ["cases_case"],
        ["cases_case"],
    )


def test_a_backup_that_breaks_off_leaves_nothing_behind(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "manifest.json")

    monkeypatch.setattr(Manifest, "write", full)
    with pytest.raises(OSError, match="No space left"):
        backed_up(record)
    assert [path.name for path in (record / "backups").iterdir()] == ["files"]


def test_backups_of_one_second_stand_beside_each_other_and_the_oldest_go(record: Path) -> None:
    one = backed_up(record)
    other = backed_up(record)
    (record / "files" / "ab" / "scan.pdf").unlink()
    later = back_up(record / "backups", NOW + timedelta(days=1))
    names = [one.folder.name, other.folder.name, later.folder.name]
    assert names == ["2026-03-02-093000", "2026-03-02-093000-2", "2026-03-03-093000"]
    assert [path.name for path in backups(record / "backups")] == names
    assert keep_newest(record / "backups", 2) == 1
    assert len(list((record / "backups" / "files").glob("*/*"))) == 1
    assert keep_newest(record / "backups", 1) == 1
    assert list((record / "backups" / "files").glob("*/*")) == []


def test_what_is_no_backup_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(NotKept, match="found no manifest"):
        restore(tmp_path)
    (tmp_path / "manifest.json").write_text('{"form": "x"}', encoding="utf-8")
    with pytest.raises(NotKept, match="cannot be read, expected the manifest of a backup"):
        restore(tmp_path)


def open_many(organ: Organ) -> None:
    for number in range(2_000):
        open_case(organ, "licence", f"f{number}", actor=CLERK, on=TODAY, title="很长的标题" * 50)


@pytest.mark.skipif(not SQLITE, reason="PostgreSQL has no such bound to be set")
def test_a_verb_on_a_full_disk_writes_nothing_and_the_record_verifies(record: Path) -> None:
    before = standing_now()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # without the room that earlier tests left in the file
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    organ = Organ.objects.get(code="qp-market")
    try:
        with pytest.raises(DatabaseError, match="full"):
            open_many(organ)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    from yifa.record.chain.queries import faults  # noqa: PLC0415 - only here

    assert faults() == []
    assert standing_now().seal == before.seal
