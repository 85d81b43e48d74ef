"""Work in shares: done one after the other here, or by processes beside this one where there is much of it.

What comes of the shares stands in the order in which they were asked, whoever is ready first: what is made of it is the
same, byte for byte, with one process and with several.
"""

from __future__ import annotations

import ctypes
import gc
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import suppress
from multiprocessing import current_process, get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from types import TracebackType
from typing import Any, TypeVar

MUCH = 6_000_000
"""From so many bytes of files on, processes of their own are worth their beginning."""
AT_ONCE = 2
"""So many work at once at most: each holds the cases of a procedure, and memory is bounded for all of them together."""
_FRUGAL = {
    "POLARS_MAX_THREADS": "1",
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
_SELDOM = (100_000, 50, 100)
"""Millions of contents are read, of which none holds another in a circle."""
Share = TypeVar("Share")
Answer = TypeVar("Answer")


def processes_for(size: int) -> int:
    """How many processes are worth while for files of so many bytes."""
    if size < MUCH or current_process().daemon:
        return 1
    return min(AT_ONCE, os.cpu_count() or 1)


def _begin() -> None:
    """What a process does first: have one thread, give memory back at once, seldom look for what nobody holds."""
    os.environ |= _FRUGAL
    gc.set_threshold(*_SELDOM)
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(asking: BaseProcess | None) -> None:
    """End when the process that asks ends, however it does: nobody would take what comes of the shares."""
    if asking is not None:
        asking.join()
        os._exit(1)


def _done(work: Callable[[Share], Answer], share: Share) -> Answer:
    """What comes of a share; what was needed for it is given back before the next one."""
    answer = work(share)
    del share
    give_back()
    return answer


def give_back() -> None:
    """Give memory that nobody uses back to the system, where its C library can do that."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


class Workers:
    """Whoever does the work: this process alone, or several (`processes`) that begin anew and share nothing with it."""

    def __init__(self, processes: int = 1) -> None:
        self._pool = None
        self._aside = None if processes == 1 else TemporaryDirectory(prefix="yifa-", ignore_cleanup_errors=True)
        if processes > 1:
            self._pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_begin)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        if self._aside is not None:
            self._aside.cleanup()

    @property
    def aside(self) -> Path | None:
        """A folder for what waits between two rounds, only for this user; None where one process does all."""
        return None if self._aside is None else Path(self._aside.name)

    def each(
        self,
        work: Callable[[Share], Answer],
        shares: list[Share],
        weights: Sequence[int],
        done: Callable[[int, int], None] = lambda weight, of: None,
    ) -> list[Answer]:
        """What comes of each share, in their order; the heavier are begun first. `done` is told what is done of all.

        The list of shares is emptied on the way, so that memory is given back.

        Where several processes work, `work` must stand at the top of a module, and shares and answers be such as can
        be sent from one process to another. What a share raises is raised here.
        """
        of, ready = sum(weights), 0
        found: list[Any] = [None] * len(shares)
        if self._pool is None:
            for place in range(len(found)):
                found[place] = work(shares.pop(0))
                ready += weights[place]
                done(ready, of)
            return found
        heavier = sorted(range(len(shares)), key=lambda place: -weights[place])
        asked: dict[Future[Answer], int] = {self._pool.submit(_done, work, shares[place]): place for place in heavier}
        shares.clear()
        for future in as_completed(list(asked)):
            place = asked.pop(future)
            found[place] = future.result()
            ready += weights[place]
            done(ready, of)
        return found
