"""Ledgers of one procedure judged together, a part at a time: small ones share a part, of large ones each has several.

What a ledger carries is its own: every case names its ledger as its source.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from yifa.law.conditions.columns import UnqualifiedOf
from yifa.law.duties import DutySet, Outcome
from yifa.law.facts import Register, Source
from yifa.law.facts.case import CERTIFICATE
from yifa.law.run.cells import Numbers, Places, Words
from yifa.law.run.cross_counts import Counted
from yifa.law.run.findings_table import findings_table, schema
from yifa.law.run.many_cases import Comparing, Coverage, Judged, ManyEngine
from yifa.law.run.one_case import Engine
from yifa.law.run.taking_in import batch
from yifa.ledgers.taken import TakenLedger
from yifa.ledgers.workers import give_back
from yifa.oversight.supervision.supervised import JudgedLedger, keys_of, organs_of, places_of

ACTS = 100_000
"""Acts of a part, about."""
LARGE = 50_000
"""A part with more acts is cleared away at once."""
PROVENANCE = ("organ", "number", "file", "sheet", "row")


def carried(source: Source, whole: DutySet, register: Register, counts: Sequence[Counted] = ()) -> Source:
    """What a ledger carries together with what the folder adds: certificates of the register, counts over all cases."""
    found = replace(source, counts=bool(counts) and all(one.complete for one in counts))
    if not register.speaks:
        return found
    columns = (column for grain in whole.grains for one in grain.duties for column in one.reads)
    lapses = {act for column in columns if isinstance(column, UnqualifiedOf) for act in column.lapses}
    told = frozenset((CERTIFICATE, *lapses))
    acts = None if source.acts is None else source.acts | told
    return replace(found, acts=acts, without=source.without - told)


@dataclass(frozen=True)
class Kept:
    """A ledger, the cases that are judged, and what was counted for them over all ledgers."""

    ledger: TakenLedger
    cases: Any
    counts: tuple[Counted, ...]


class _Piece(NamedTuple):
    """Some cases of a ledger: its place among the ledgers, the place of the first case, acts and cases as tables."""

    ledger: int
    first: int
    acts: Any
    cases: Any


@dataclass(frozen=True)
class Run:
    """Ledgers of one procedure, judged with one register."""

    ledgers: Sequence[Kept]
    register: Register
    as_of: date
    known_at: datetime | None
    engine: Engine

    def judged(self, comparing: Comparing, at_most: int, progress: Callable[[int], None]) -> list[JudgedLedger]:
        """Judge all of them; `progress` is told how many cases are judged."""
        import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

        whole = self.engine.whole
        many = ManyEngine(whole, self.engine.calendar, self.engine)
        sources = [carried(one.ledger.source, whole, self.register, one.counts) for one in self.ledgers]
        named = [replace(source, id=str(place)) for place, source in enumerate(sources)]
        words, tables, done = Words(), [], 0
        tallies: dict[str, Numbers] = {}
        with _only_what_is_new():
            for pieces in self._parts(at_most):
                acts, cases = _joined(pieces)
                ready = batch(
                    acts, cases, whole, self.as_of, self.known_at, sources=named, register=self.register, words=words
                )
                judged = many.judge(ready, comparing)
                tables.append(_placed(findings_table(judged, self.known_at), pieces))
                _tally(judged, tallies)
                done += cases.num_rows
                progress(done)
                large = acts.num_rows > LARGE
                del ready, judged, acts, cases
                if large:
                    gc.collect()  # rows and facts hold each other: without this, parts would be kept until much later
                    give_back()
        found = pa.concat_tables(tables)
        return [self._ledger(place, source, found, tallies) for place, source in enumerate(sources)]

    def _ledger(self, place: int, source: Source, found: Any, tallies: dict[str, Numbers]) -> JudgedLedger:
        """What came of one of them."""
        import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

        one = self.ledgers[place]
        own = found.filter(pc.equal(found["ledger"], place)).drop_columns(["ledger"])
        outcomes = {duty: tuple(counts[place].tolist()) for duty, counts in tallies.items()}
        silent = ((duty, counts[Outcome.NOT_ASSESSABLE]) for duty, counts in sorted(outcomes.items()))
        lines = tuple(Coverage(source.id, duty, rows) for duty, rows in silent if rows)
        return JudgedLedger(
            one.ledger,
            self.engine.calendar,
            self.register,
            source,
            one.cases,
            _with_provenance(own, one.cases),
            lines,
            outcomes,
            one.counts,
            one.cases.num_rows,
            one.ledger.acts.num_rows,
            organs_of(one.cases),
        )

    def _parts(self, at_most: int) -> Iterator[list[_Piece]]:
        """Pieces of ledgers with about so many acts together; one even where there is no case."""
        held: list[_Piece] = []
        acts = 0
        for place, one in enumerate(self.ledgers):
            for piece in _pieces(place, one, at_most):
                if held and acts + piece.acts.num_rows > at_most:
                    yield held
                    held, acts = [], 0
                held.append(piece)
                acts += piece.acts.num_rows
        yield held


@contextmanager
def _only_what_is_new() -> Iterator[None]:
    """Within it, what nobody holds is looked for only among what was made since: millions of contents are older."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _pieces(place: int, one: Kept, at_most: int) -> Iterator[_Piece]:
    """A ledger in stretches of cases with about so many acts; cases are keyed by their place in the stretch."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    cases, acts = one.cases.combine_chunks(), one.ledger.acts
    index = places_of(acts["case"], keys_of(cases))
    if (index < 0).any():
        raise ValueError(f"{(index < 0).sum()} acts of {one.ledger.file} belong to no case")
    for counted in one.counts:
        cases = cases.append_column(f"count.{counted.duty}", counted.counts)
    named = pa.array([str(place)] * cases.num_rows, pa.string())
    known = "source" in cases.column_names
    cases = (
        cases.set_column(cases.column_names.index("source"), "source", named)
        if known
        else cases.append_column("source", named)
    )
    edges = np.concatenate(([0], np.cumsum(np.bincount(index, minlength=cases.num_rows))))
    runs = _runs(acts["case"], index)
    order = np.argsort(index, kind="stable") if runs is None else None
    for first, after in _cuts(edges, at_most):
        if order is not None:
            mine: Places = order[edges[first] : edges[after]]
            some, number = acts.take(pa.array(mine)), index[mine]
        else:
            spans = [_span(index, run, first, after) for run in runs or ()]
            some = pa.concat_tables([acts.slice(lo, hi - lo) for lo, hi in spans if hi > lo] or [acts.slice(0, 0)])
            number = np.concatenate([index[lo:hi] for lo, hi in spans] or [index[:0]])
        part = cases.slice(first, after - first)
        keys = pa.array(np.arange(after - first, dtype=np.int64))
        yield _Piece(
            place,
            first,
            some.set_column(some.column_names.index("case"), "case", pa.array(number - first)),
            part.set_column(part.column_names.index("case"), "case", keys),
        )


def _runs(column: Any, index: Numbers) -> list[tuple[int, int]] | None:
    """The stretches of acts of one kind, where each is in the order of its cases; None where any is not."""
    ends = np.cumsum([0, *(len(chunk) for chunk in column.chunks)])
    falls = np.flatnonzero(index[1:] < index[:-1]) + 1
    if not np.isin(falls, ends).all():
        return None
    return list(pairwise(ends.tolist()))


def _span(index: Numbers, run: tuple[int, int], first: int, after: int) -> tuple[int, int]:
    """Where in a stretch the acts of some cases stand."""
    low, high = np.searchsorted(index[run[0] : run[1]], (first, after))
    return run[0] + int(low), run[0] + int(high)


def _cuts(edges: Numbers, at_most: int) -> Iterator[tuple[int, int]]:
    """Stretches of cases with about so many acts, at least one case each; one even where there is no case."""
    first, size = 0, edges.size - 1
    while first < size:
        after = max(first + 1, int(np.searchsorted(edges, edges[first] + at_most, side="right")) - 1)
        yield first, min(after, size, first + at_most)
        first = min(after, size, first + at_most)
    if not size:
        yield 0, 0


def _joined(pieces: Sequence[_Piece]) -> tuple[Any, Any]:
    """The acts and the cases of several pieces as one table each, cases keyed through."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    tables: tuple[list[Any], list[Any]] = ([], [])
    before = 0
    for piece in pieces:
        for held, table in zip(tables, (piece.acts, piece.cases), strict=True):
            keys = pc.add(table["case"], pa.scalar(before, pa.int64()))
            held.append(table.set_column(table.column_names.index("case"), "case", keys))
        before += piece.cases.num_rows
    acts, cases = (pa.concat_tables(held, promote_options="permissive").combine_chunks() for held in tables)
    return acts, cases


def _placed(found: Any, pieces: Sequence[_Piece]) -> Any:
    """The findings of a part with the ledger they belong to and the place of their case in it."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    sizes = np.array([piece.cases.num_rows for piece in pieces], dtype=np.int64)
    ends = np.cumsum(sizes)
    case = np.asarray(found["case"]).astype(np.int64)
    at = np.searchsorted(ends, case, side="right")
    first = np.array([piece.first for piece in pieces], dtype=np.int64)
    ledger = np.array([piece.ledger for piece in pieces], dtype=np.int64)
    place = case - (ends - sizes)[at] + first[at] if case.size else case
    owner = ledger[at] if case.size else case
    return found.append_column("place", pa.array(place)).append_column("ledger", pa.array(owner))


def _with_provenance(found: Any, cases: Any) -> Any:
    """The findings of a ledger with the keys of their cases, and where these stand."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    place = found["place"]
    keys = pc.cast(cases["case"].take(place), pa.string())
    found = found.set_column(found.column_names.index("case"), schema().field("case"), keys)
    for name, type_ in zip(PROVENANCE, (pa.string(),) * 4 + (pa.int32(),), strict=True):
        known = name in cases.column_names
        told = pc.cast(cases[name].take(place), type_) if known else pa.nulls(found.num_rows, type_)
        found = found.append_column(name, told)
    return found


def _tally(judged: Judged, tallies: dict[str, Numbers]) -> None:
    """Add up, ledger by ledger, how many subjects came to each outcome."""
    cases = judged.batch.facts.cases
    many, kinds = len(cases.sources), len(Outcome)
    for grain in judged.grains:
        source = cases.source[grain.rows.case]
        for place, one in enumerate(grain.duties):
            counted = np.bincount(source * kinds + grain.outcomes(place), minlength=many * kinds).reshape(many, kinds)
            tallies[one.duty.id] = tallies.get(one.duty.id, np.zeros((many, kinds), np.int64)) + counted
