"""A tray is found by whom it belongs to and by nobody else; what is old is forgotten, what is being done is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yifa.interfaces.trays.progress import Progress, State, write_progress
from yifa.interfaces.trays.tray import Shelf, broke_off, forget_old

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)


def test_a_tray_is_found_on_its_own_shelf_alone(tmp_path: Path) -> None:
    mine = Shelf(tmp_path, "account1", "readings").new(NOW, titles=["甲"])
    assert Shelf(tmp_path, "account1", "readings").get(mine.id) == mine
    others = [("account2", "readings"), ("account1", "ledgers"), ("organ1", "readings")]
    assert [Shelf(tmp_path, owner, kind).get(mine.id) for owner, kind in others] == [None] * 3
    assert [Shelf(tmp_path, "account1", "readings").get(id_) for id_ in ("", "..", f"../readings/{mine.id}")] == [
        None
    ] * 3
    assert mine.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(("owner", "kind"), [("../account1", "readings"), ("account0", "readings"), ("account1", "..")])
def test_what_names_no_owner_is_no_shelf(tmp_path: Path, owner: str, kind: str) -> None:
    with pytest.raises(ValueError, match="names no shelf"):
        Shelf(tmp_path, owner, kind)


def test_trays_are_forgotten_when_their_days_are_over_and_nobody_works_on_them(tmp_path: Path) -> None:
    def begun(kind: str, days: int) -> Path:
        return Shelf(tmp_path, "account1", kind).new(NOW - timedelta(days=days)).folder

    old, young, book, busy = begun("readings", 31), begun("readings", 30), begun("books", 400), begun("ledgers", 31)
    write_progress(busy, Progress(State.RUNNING, "check"))

    assert forget_old(tmp_path, NOW, 30, frozenset(("readings", "ledgers"))) == 1
    assert [folder.exists() for folder in (old, young, book, busy)] == [False, True, True, True]


def test_work_whose_process_ended_is_told_to_have_broken_off(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "alone", "books")
    busy, done = shelf.new(NOW), shelf.new(NOW)
    write_progress(busy.folder, Progress(State.RUNNING, "make", "正在统计", 1, 3))
    write_progress(done.folder, Progress(State.DONE, "make"))
    broke_off(shelf, "中断")
    assert (busy.progress, done.progress) == (
        Progress(State.FAILED, "make", message="中断"),
        Progress(State.DONE, "make"),
    )


def test_only_results_are_handed_out_by_name(tmp_path: Path) -> None:
    tray = Shelf(tmp_path, "account1", "readings").new(NOW)
    tray.keep_page("reading.json", {})
    (tray.results / "分机关").mkdir()
    (tray.results / "分机关" / "甲.xlsx").write_bytes(b"1")
    names = ("分机关/甲.xlsx", "pages/reading.json", "../told.json", "told.json", "")
    assert [tray.file(name) is not None for name in names] == [True, False, False, False, False]
