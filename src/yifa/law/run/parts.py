"""Runs over more cases than a machine holds: part after part, so that memory depends on the part alone.

Acts and cases come as streams of Arrow record batches in the order of the case's key, as a lake keeps them clustered.
A part ends where a case ends, so that no case is ever split; words keep their numbers from part to part.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np

from yifa.law.facts import EVERYTHING, Register, Source
from yifa.law.run.cells import Words
from yifa.law.run.findings_table import findings_table
from yifa.law.run.many_cases import Comparing, Coverage, ManyEngine, plainly
from yifa.law.run.taking_in import batch

ACTS = 1_000_000
"""Acts of a part, about."""


@dataclass(frozen=True)
class Part:
    """What came of one part of a run: its findings as a table, and what could not be told from the sources."""

    number: int
    cases: int
    acts: int
    findings: Any
    coverage: tuple[Coverage, ...]


def in_parts(
    many: ManyEngine,
    acts: Iterable[Any],
    cases: Iterable[Any],
    as_of: date | datetime | None = None,
    known_at: datetime | None = None,
    *,
    comparing: Comparing = plainly,
    sources: Sequence[Source] = (EVERYTHING,),
    register: Register | None = None,
    counted: bool = False,
    at_most: int = ACTS,
    facts: bool = True,
) -> Iterator[Part]:
    """Judge part after part; `at_most` acts a part, but at least one whole case.

    Raises `ValueError` where keys do not ascend, and for acts that belong to no case.
    """
    words = Words()
    for number, (some_acts, some_cases) in enumerate(cut(acts, cases, at_most)):
        ready = batch(
            some_acts,
            some_cases,
            many.whole,
            as_of,
            known_at,
            sources=sources,
            register=register,
            counted=counted,
            words=words,
        )
        judged = many.judge(ready, comparing)
        found = findings_table(judged, known_at, facts=facts)
        part = Part(number, some_cases.num_rows, some_acts.num_rows, found, tuple(judged.coverage()))
        del ready, judged, some_acts, some_cases, found
        gc.collect()  # rows and facts hold each other: without this, parts would be kept until much later
        yield part
        del part


def coverage_of(parts: Iterable[Sequence[Coverage]]) -> list[Coverage]:
    """The lines of coverage of all parts, added up."""
    rows: dict[tuple[str, str], int] = {}
    for lines in parts:
        for line in lines:
            rows[line.source, line.duty] = rows.get((line.source, line.duty), 0) + line.rows
    return [Coverage(source, duty, many) for (source, duty), many in sorted(rows.items())]


def cut(acts: Iterable[Any], cases: Iterable[Any], at_most: int) -> Iterator[tuple[Any, Any]]:
    """Tables of acts and of the cases they belong to, some `at_most` acts at a time; every case once."""
    act_stream, case_stream = _Stream(acts), _Stream(cases)
    while act_stream.reach(at_most + 1):
        whole = act_stream.held.num_rows
        upto = whole if act_stream.ended and whole <= at_most else _end_of_case(act_stream, at_most)
        last = act_stream.held["case"][upto - 1]
        yield act_stream.take(upto), case_stream.take_upto(last)
    rest = case_stream.take_all()
    if rest is not None and rest.num_rows:
        yield act_stream.empty(), rest


def _end_of_case(stream: _Stream, at_most: int) -> int:
    """Where the last case ends that ends within so many acts, or else the first case."""
    keys = stream.held["case"]
    first, after = keys[0], keys[at_most]
    if first != after:
        return int(np.flatnonzero(_is(keys.slice(0, at_most + 1), after))[0])
    while not stream.ended and stream.held["case"][-1] == first:
        stream.reach(stream.held.num_rows + 1)
    other = np.flatnonzero(~_is(stream.held["case"], first))
    return int(other[0]) if other.size else int(stream.held.num_rows)


def _is(keys: Any, key: Any) -> Any:
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    return np.asarray(pc.equal(keys, key).combine_chunks())


class _Stream:
    """Record batches in order, held as one table as far as they were read."""

    def __init__(self, batches: Iterable[Any]) -> None:
        self.batches = iter(batches)
        self.held: Any = None
        self.ended = False
        self._none: Any = None

    def read(self) -> bool:
        """Read one batch more; whether there was one."""
        import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

        more = next(self.batches, None)
        if more is None:
            self.ended = True
            return False
        table = pa.Table.from_batches([more]) if isinstance(more, pa.RecordBatch) else more
        self._ascending(table)
        self._none = table.slice(0, 0)
        self.held = table if self.held is None else pa.concat_tables([self.held, table])
        return True

    def _ascending(self, table: Any) -> None:
        import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

        keys = table["case"]
        falls = len(keys) > 1 and pc.any(pc.less(keys.slice(1), keys.slice(0, len(keys) - 1))).as_py()
        before = self.held["case"][-1].as_py() if self.held is not None and self.held.num_rows else None
        if falls or (before is not None and len(keys) and keys[0].as_py() < before):
            raise ValueError("rows must come in the order of the case's key")

    def reach(self, rows: int) -> bool:
        """Read on until so many rows are held, or all are; whether any is."""
        while (self.held is None or self.held.num_rows < rows) and self.read():
            pass
        return self.held is not None and self.held.num_rows > 0

    def take(self, rows: int) -> Any:
        """The first rows, which are then held no more."""
        found = self.held.slice(0, rows).combine_chunks()
        self.held = self.held.slice(rows)
        return found

    def take_upto(self, key: Any) -> Any:
        """The rows up to and with a key."""
        import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

        while self.held is None or not self.held.num_rows or self.held["case"][-1].as_py() <= key.as_py():
            if not self.read():
                break
        if self.held is None:
            raise ValueError("there are acts, but no cases")
        return self.take(pc.sum(pc.less_equal(self.held["case"], key)).as_py() or 0)

    def take_all(self) -> Any:
        """All rows that are left."""
        while self.read():
            pass
        return None if self.held is None else self.take(self.held.num_rows)

    def empty(self) -> Any:
        """A table with no row; raises `ValueError` where no batch ever came, not even an empty one."""
        if self._none is None:
            raise ValueError("give at least one batch of acts, even an empty one: its columns are needed")
        return self._none
