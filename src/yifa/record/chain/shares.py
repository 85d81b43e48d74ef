"""Chains read in shares: one after the other, or by two processes side by side where there is much of them.

Chains of organs do not depend on each other. A process that is begun for it has a connection of its own; what is not
committed yet it would not see, so that within a transaction everything is read here.
"""

from __future__ import annotations

import os
import pickle
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from multiprocessing import current_process, get_all_start_methods, get_context
from typing import Any, TypeVar

from django.db import connection, connections

MUCH = 40_000
"""From so many entries on a process is worth its beginning."""
Answer = TypeVar("Answer")


def in_shares(
    read: Callable[[str], Answer], organs: Sequence[str], sizes: Mapping[str, int]
) -> Iterator[tuple[str, Answer]]:
    """What is read of each organ, in their order; `sizes`: how many entries each has, about."""
    aside = _aside(organs, sizes)
    if not aside:
        yield from ((organ, read(organ)) for organ in organs)
        return
    receiving, sending = get_context("fork").Pipe(duplex=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads: it only reads and computes
        other = get_context("fork").Process(target=_work, args=(read, aside, sending), daemon=True)
        other.start()
    sending.close()
    try:
        found = {organ: read(organ) for organ in organs if organ not in set(aside)}
        found |= _received(receiving)
    finally:
        other.kill()
        other.join()
        receiving.close()
    yield from ((organ, found[organ]) for organ in organs)


def _aside(organs: Sequence[str], sizes: Mapping[str, int]) -> list[str]:
    """The organs that another process reads: about half of all entries, or none where that is not worth while."""
    django: Any = connection
    whole = sum(sizes.get(organ, 0) for organ in organs)
    alone = (
        whole < MUCH
        or connection.in_atomic_block
        or (os.cpu_count() or 1) < 2
        or "fork" not in get_all_start_methods()
        or current_process().daemon
        or (connection.vendor == "sqlite" and django.is_in_memory_db())
    )
    if alone:
        return []
    here = there = 0
    aside = []
    for organ in sorted(organs, key=lambda one: -sizes.get(one, 0)):
        if there < here:
            there += sizes.get(organ, 0)
            aside.append(organ)
        else:
            here += sizes.get(organ, 0)
    return aside


_INHERITED: list[Any] = []
"""Connections of the process this one was begun from: not ours to use, nor to close."""


def _work(read: Callable[[str], Any], organs: Sequence[str], sending: Any) -> None:
    alias = connection.alias
    _INHERITED.append(connections[alias])
    connections[alias] = connections.create_connection(alias)
    connections[alias].settings_dict = _INHERITED[0].settings_dict
    try:
        told: Any = {organ: read(organ) for organ in organs}
    except BaseException as error:  # raised where it was asked for
        told = error
    try:
        sent = pickle.dumps(told)
    except Exception as error:
        sent = pickle.dumps(RuntimeError(f"{told!r}: {error}"))
    sending.send_bytes(sent)
    connections[alias].close()


def _received(receiving: Any) -> Any:
    try:
        told = pickle.loads(receiving.recv_bytes())  # noqa: S301 - written by our own process
    except EOFError:
        raise RuntimeError("a process that read chains stopped") from None
    if isinstance(told, BaseException):
        raise told
    return told
