"""Work in shares: done one after the other here, or by processes beside this one where there is much of it.

What comes of the shares stands in the order in which they were asked, whoever is ready first: what is made of it is the
same, byte for byte, with one process and with several.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, TypeVar

from yifa.ledgers.aside import Aside

MUCH = 6_000_000
"""From so many bytes of files on, processes of their own are worth their beginning."""
LARGE = 20_000_000
"""A share of such a size is done by a process of its own, which ends with it: what it needed is surely given back."""
AT_ONCE = 2
"""So many work at once at most: each holds the cases of a procedure, and memory is bounded for all of them together."""
_FRUGAL = {
    "POLARS_MAX_THREADS": "1",
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
_ANEW = get_context("spawn")
_SELDOM = (100_000, 50, 100)
"""Millions of contents are read, of which none holds another in a circle."""
Share = TypeVar("Share")
Answer = TypeVar("Answer")


def processes_for(size: int) -> int:
    """How many processes are worth while for files of so many bytes."""
    if size < MUCH or current_process().daemon:
        return 1
    return min(AT_ONCE, os.cpu_count() or 1)


def _begin(asking: Connection) -> None:
    """What a process does first: have one thread, give memory back at once, seldom look for what nobody holds."""
    os.environ |= _FRUGAL
    gc.set_threshold(*_SELDOM)
    Thread(target=_end_with, args=(asking,), daemon=True).start()


def _end_with(asking: Connection) -> None:
    """End when whoever asks ends, however it does, or lets go: nobody would take what comes of the shares."""
    with suppress(EOFError, OSError):
        asking.recv()  # nothing is ever sent: it returns when the other end is closed
    os._exit(1)


def _done(work: Callable[[Share], Answer], share: Share) -> Answer:
    """What comes of a share; what was needed for it is given back before the next one."""
    answer = work(share)
    del share
    gc.collect()  # what holds itself in a circle is else looked for only much later
    give_back()
    return answer


def give_back() -> None:
    """Give memory that nobody uses back to the system, where its C library can do that."""
    if "pyarrow" in sys.modules:
        sys.modules["pyarrow"].default_memory_pool().release_unused()
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


class Workers:
    """Whoever does the work: this process alone, or several (`processes`) that begin anew and share nothing with it."""

    def __init__(self, processes: int = 1) -> None:
        self._pool = None
        self._aside = None if processes == 1 else Aside()
        self._held: Connection | None = None
        self._processes = processes
        self._own: list[ProcessPoolExecutor] = []
        if processes > 1:
            self._asking, self._held = _ANEW.Pipe(duplex=False)
            self._pool = self._begun(processes)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None and self._held is not None:
            self._held.close()  # whoever still works for this ends at once
        for pool in (*self._own, *(() if self._pool is None else (self._pool,))):
            pool.shutdown(cancel_futures=True)
        if self._held is not None:
            self._held.close()
            self._asking.close()
        if self._aside is not None:
            self._aside.close()

    def _begun(self, processes: int) -> ProcessPoolExecutor:
        """Processes that begin when there is something to do."""
        return ProcessPoolExecutor(processes, _ANEW, initializer=_begin, initargs=(self._asking,))

    def _asked(
        self, pool: ProcessPoolExecutor, work: Callable[[Share], Answer], share: Share, size: int
    ) -> Future[Answer]:
        """Ask for a share: of the standing processes, or, where it is large, of one of its own."""
        if size < LARGE:
            return pool.submit(_done, work, share)
        own = self._begun(1)
        self._own.append(own)
        asked = own.submit(_done, work, share)
        asked.add_done_callback(lambda _: own.shutdown(wait=False))
        return asked

    def _let_go(self) -> None:
        """The standing processes end when they have done what they were asked for: what they hold is given back."""
        if self._pool is not None and self._pool not in self._own:
            self._pool.shutdown(wait=False)
            self._own.append(self._pool)

    @property
    def aside(self) -> Path | None:
        """A folder for what waits between two rounds, only for this user; None where one process does all."""
        return None if self._aside is None else self._aside.path

    def each(
        self,
        work: Callable[[Share], Answer],
        shares: list[Share],
        weights: Sequence[int],
        done: Callable[[int, int], None] = lambda weight, of: None,
        *,
        sizes: Sequence[int] | None = None,
        at_most: int = 0,
    ) -> list[Answer]:
        """What comes of each share, in their order; the heavier are begun first. `done` is told what is done of all.

        `sizes`: how much memory each share takes; of shares that are done at the same time the sizes come to `at_most`
        together at most, but for one that is larger alone. The list of shares is emptied on the way, so that memory is
        given back.

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
        if sizes is not None or self._pool in self._own:  # what processes hold of another round is in the way
            self._pool.shutdown()
            self._pool = self._begun(self._processes)
        waiting = dict(sorted(enumerate(shares), key=lambda one: -weights[one[0]]))
        shares.clear()
        asked: dict[Future[Answer], int] = {}
        while waiting or asked:
            while len(asked) < self._processes or sizes is None:
                begun = [sizes[place] for place in asked.values()] if sizes is not None else []
                chosen = _next(waiting, sizes, at_most - sum(begun), alone=not asked)
                if chosen is None:
                    break
                size = 0 if sizes is None else sizes[chosen]
                asked[self._asked(self._pool, work, waiting.pop(chosen), size)] = chosen
            if not waiting and sizes is not None:
                self._let_go()
            for future in wait(asked, return_when=FIRST_COMPLETED).done:
                place = asked.pop(future)
                found[place] = future.result()
                ready += weights[place]
                done(ready, of)
            give_back()
        return found


def _next(waiting: Mapping[int, object], sizes: Sequence[int] | None, room: int, *, alone: bool) -> int | None:
    """The heaviest share that there is room for; whichever is the heaviest where nothing else is done (`alone`)."""
    fits = (place for place in waiting if alone or sizes is None or sizes[place] <= room)
    return next(fits, None)
