"""The record read in shares: in one, or by two processes side by side where there is much of it.

Each reads, hashes and rolls up its own entries and hands back a little for each chain. A process that is begun for it
has a connection of its own, and reads the same moment; within a transaction everything is read here.
"""

from __future__ import annotations

import gc
import os
import pickle
import warnings
from collections.abc import Callable
from multiprocessing import current_process, get_all_start_methods, get_context
from typing import Any, TypeVar

from yifa.record.chain.one_moment import can_be_read_beside, moment, same_moment

MUCH = 40_000
"""From so many entries on a process is worth its beginning."""
Answer = TypeVar("Answer")


def in_shares(read: Callable[[int, int], Answer], first: int, last: int, entries: int) -> list[Answer]:
    """What is read of entries by their `id` (after one, up to another), in their order; `entries`: how many, about."""
    before, middle = max(first - 1, -(2**63)), (first + last) // 2
    gc.freeze()  # what was there before is not looked through again and again, nor copied for that there
    try:
        return _read_by_two(read, before, middle, last) if _is_shared(entries) else [read(before, last)]
    finally:
        gc.unfreeze()


def _read_by_two(read: Callable[[int, int], Answer], before: int, middle: int, last: int) -> list[Answer]:
    named = moment()
    receiving, sending = get_context("fork").Pipe(duplex=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads: it only reads and computes
        other = get_context("fork").Process(target=_work, args=(read, middle, last, named, sending), daemon=True)
        other.start()
    sending.close()
    try:
        return [read(before, middle), _received(receiving)]
    finally:
        other.kill()
        other.join()
        receiving.close()


def _is_shared(entries: int) -> bool:
    return (
        entries >= MUCH
        and can_be_read_beside()
        and (os.cpu_count() or 1) > 1
        and "fork" in get_all_start_methods()
        and not current_process().daemon
    )


def _work(read: Callable[[int, int], Any], after: int, upto: int, named: str, sending: Any) -> None:
    try:
        with same_moment(named):
            told: Any = read(after, upto)
    except BaseException as error:  # raised where it was asked for
        told = error
    try:
        sent = pickle.dumps(told)
    except Exception as error:
        sent = pickle.dumps(RuntimeError(f"{told!r}: {error}"))
    sending.send_bytes(sent)


def _received(receiving: Any) -> Any:
    try:
        told = pickle.loads(receiving.recv_bytes())  # noqa: S301 - written by our own process
    except EOFError:
        raise RuntimeError("a process that read chains stopped") from None
    if isinstance(told, BaseException):
        raise told
    return told
