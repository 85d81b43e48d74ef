"""Shares done by one process or several: in order, within bounds of memory, and ended with whoever asks."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from yifa.ledgers.workers import LARGE, Workers, _next

FOREVER = 600


def doubled(number: int) -> int:
    return 2 * number


def test_one_process_answers_in_the_order_of_the_shares_and_gives_them_up() -> None:
    shares, told = [3, 1, 2], list[tuple[int, int]]()
    with Workers() as workers:
        found = workers.each(doubled, shares, [3, 1, 2], lambda ready, of: told.append((ready, of)))
    assert (found, shares, told) == ([6, 2, 4], [], [(3, 6), (4, 6), (6, 6)])


@pytest.mark.parametrize(
    ("room", "alone", "place"),
    [(10, True, 0), (10, False, 1), (4, False, 2), (0, False, None), (0, True, 0)],
    ids=["alone whatever it takes", "the heaviest with room", "a lighter one", "none", "alone without room"],
)
def test_the_heaviest_share_that_there_is_room_for_is_begun(room: int, *, alone: bool, place: int | None) -> None:
    waiting, sizes = dict.fromkeys((0, 1, 2)), [12, 9, 3]
    assert _next(waiting, sizes, room, alone=alone) == place


def test_processes_end_with_what_goes_wrong_and_leave_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def wrong(_ready: int, _of: int) -> None:
        raise KeyError("told to end")

    with pytest.raises(KeyError, match="told to end"), Workers(2) as workers:
        workers.each(_first_then_never, [0, 1], [2, 1], wrong)  # whoever sleeps is not waited for
    assert list(tmp_path.iterdir()) == []


def test_a_large_share_has_a_process_of_its_own_and_another_round_begins_anew() -> None:
    with Workers(2) as workers:
        (before,) = workers.each(process, [0], [1])
        large, *small = workers.each(process, [1, 2, 3], [9, 1, 1], sizes=[LARGE, 1, 1], at_most=LARGE)
        after = workers.each(doubled, [1, 2, 3], [9, 1, 1], sizes=[LARGE, LARGE, 1], at_most=2 * LARGE)
    assert large not in {before, *small}
    assert before not in small
    assert after == [2, 4, 6]


def test_a_process_that_nothing_waits_for_ends_while_others_still_work(tmp_path: Path) -> None:
    """What it holds is given back before the heaviest share is done."""
    shares = [(tmp_path / "small", True), (tmp_path / "small", False)]
    with Workers(2) as workers:
        gone, _ = workers.each(_watching_or_small, shares, [9, 1], sizes=[LARGE, 1], at_most=2 * LARGE)
        after = workers.each(doubled, [1, 2], [1, 1])
    assert (gone, after) == (True, [2, 4])


def _watching_or_small(share: tuple[Path, bool]) -> bool:
    """One says which process it is, the other watches it and tells whether it ended."""
    told, watching = share
    if not watching:
        beside = told.with_suffix(".partial")
        beside.write_text(str(os.getpid()), encoding="utf-8")
        beside.rename(told)
        return False
    for _ in range(6_000):
        time.sleep(0.01)
        if told.exists():
            try:
                os.kill(int(told.read_text(encoding="utf-8")), 0)
            except ProcessLookupError:
                return True
    return False


def process(_number: int) -> int:
    return os.getpid()


def _first_then_never(number: int) -> int:
    return doubled(number) if not number else _never()


def _never() -> int:
    time.sleep(FOREVER)
    return 0
