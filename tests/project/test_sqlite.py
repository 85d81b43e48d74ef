"""Who writes to SQLite takes a turn; who waits in vain goes on; a file put in the place of another is opened anew."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from django.db import connection

from yifa.project.sqlite.turns import Turns, turns_of


def test_one_writes_at_a_time_and_the_next_when_he_is_done(tmp_path: Path) -> None:
    turns, seen = Turns(tmp_path / "record.sqlite3"), []

    def written(name: str) -> None:
        assert turns.take(30)
        seen.append(f"{name} begins")
        seen.append(f"{name} ends")
        turns.give()

    assert turns.take(30)
    others = [threading.Thread(target=written, args=(name,)) for name in ("b", "c")]
    for one in others:
        one.start()
    assert seen == []
    turns.give()
    for one in others:
        one.join()
    assert [told.split()[0] for told in seen[::2]] == [told.split()[0] for told in seen[1::2]]
    assert sorted(seen) == ["b begins", "b ends", "c begins", "c ends"]


def test_who_waits_in_vain_is_told_so_within_a_process_and_goes_on_between_processes(tmp_path: Path) -> None:
    mine, other = (Turns(tmp_path / "record.sqlite3") for _ in range(2))
    assert mine.take(30)
    assert not mine.take(0.01)
    assert other.take(0.01)
    other.give()
    mine.give()


def test_a_process_that_dies_with_the_turn_leaves_it_to_the_others(tmp_path: Path) -> None:
    file = tmp_path / "record.sqlite3"
    child = os.fork()
    if child == 0:
        os._exit(0 if turns_of(file).take(30) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    turns = turns_of(file)
    assert turns.take(30)
    turns.give()


@pytest.mark.django_db(transaction=True)
def test_a_connection_holds_while_its_file_lies_there() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("of SQLite alone")
    connection.ensure_connection()
    assert connection.is_usable()
    path = Path(connection.settings_dict["NAME"])
    away = path.rename(path.with_suffix(".away"))
    try:
        assert not connection.is_usable()
    finally:
        away.rename(path)
    assert connection.is_usable()
