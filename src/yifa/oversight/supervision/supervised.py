"""What supervising a folder of ledgers comes to, as values.

The findings of a ledger are the table of `yifa.law.run.findings_table` with provenance beside each row:

    organ, number        the id of the organ, and the number of the case as the ledger writes it
    file, sheet, row     where the case stands; blank for a year of an organ that no row tells of
    place                the place of the case in the table of cases of its ledger, counted from 0
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import numpy as np

from yifa.law.clock import Calendar
from yifa.law.duties import DutySet, Outcome, duty_set
from yifa.law.facts import Register, Source
from yifa.law.run.cells import Places
from yifa.law.run.cross_counts import Counted
from yifa.law.run.many_cases import Coverage
from yifa.law.run.one_case import Engine
from yifa.ledgers.sufficiency.needed import NeedKind, needs_of
from yifa.ledgers.taken import Taken, TakenLedger


@dataclass(frozen=True)
class JudgedLedger:
    """One ledger and what came of it.

    `source`: what its columns carry, together with what the whole folder adds: counts over all cases, and the register
    of certificates where it lists the officers of its organs. `cases`: the table that was judged, years of organs
    added. `outcomes`: by duty, how many subjects came to each outcome, in the order of `Outcome`. `counts`: what was
    counted over all cases. `size`, `acts`, `of_organs`: how many cases and acts were judged, and how many cases of each
    organ, the empty id where none is named; of a ledger that is `reduced` the tables hold only some of them.
    """

    ledger: TakenLedger
    calendar: Calendar
    register: Register
    source: Source
    cases: Any
    findings: Any
    coverage: tuple[Coverage, ...]
    outcomes: Mapping[str, tuple[int, ...]]
    counts: tuple[Counted, ...]
    size: int
    acts: int
    of_organs: Mapping[str, int]

    @property
    def procedure(self) -> str:
        """The folder of the corpus that judged it."""
        return self.whole.folder.id

    @property
    def whole(self) -> DutySet:
        """The duties it was judged by."""
        return duty_set(self.ledger.procedure)

    @property
    def engine(self) -> Engine:
        """What judges one case by them."""
        return engine_of(self.ledger.procedure, self.calendar)

    def asked(self, duty: str) -> int:
        """For how many subjects a duty applies."""
        counts = self.outcomes.get(duty, ())
        return sum(counts) - (counts[Outcome.NOT_APPLICABLE] if counts else 0)


@dataclass(frozen=True)
class Supervised:
    """A folder of ledgers as of a day, as known at a moment (None: as all of it is known now)."""

    as_of: date
    known_at: datetime | None
    calendar: str
    taken: Taken
    ledgers: tuple[JudgedLedger, ...]

    @property
    def corpus(self) -> Mapping[str, str]:
        """The digest of each folder of the corpus that judged."""
        return {one.procedure: one.whole.folder.digest for one in self.ledgers}

    @property
    def size(self) -> int:
        """How many cases were judged."""
        return sum(one.size for one in self.ledgers)

    @property
    def found(self) -> int:
        """How many findings there are."""
        return sum(one.findings.num_rows for one in self.ledgers)


def reduced(one: JudgedLedger, kept: Collection[str] = ()) -> JudgedLedger:
    """A judged ledger of which only the cases with findings, and those with some keys, are kept in its tables."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    place = np.asarray(one.findings["place"]).astype(np.int64)
    asked = np.asarray(pc.is_in(keys_of(one.cases), value_set=pa.array(sorted(kept), pa.string())))
    places = np.union1d(place, np.flatnonzero(asked)).astype(np.int64)
    taken = pa.array(places)
    cases = one.cases.take(taken)
    acts = one.ledger.acts
    acts = rows_at(acts, np.flatnonzero(places_of(acts["case"], keys_of(cases)) >= 0))
    acts = pa.table({name: _plain(acts[name]) for name in acts.column_names}).combine_chunks()
    at = one.findings.column_names.index("place")
    findings = one.findings.set_column(at, "place", pa.array(np.searchsorted(places, place).astype(np.int64)))
    counts = tuple(replace(counted, counts=counted.counts.take(taken)) for counted in one.counts)
    ledger = replace(one.ledger, acts=acts, cases=cases)
    return replace(one, ledger=ledger, cases=cases, findings=findings, counts=counts)


def _plain(column: Any) -> Any:
    """A column of words as plain texts: what is kept of a few cases must not hold the words of all."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column


def needed_of_declared(one: JudgedLedger, duty: str) -> frozenset[str]:
    """Of the acts that are said not to have occurred those that a duty asks about."""
    if not one.ledger.declared:
        return frozenset()
    understood = next(held for grain in one.whole.grains for held in grain.duties if held.duty.id == duty)
    return one.ledger.declared & {need.name for need in needs_of(understood) if need.kind is NeedKind.ACT}


_ENGINES: dict[tuple[str, str], Engine] = {}
"""By procedure and the digest of the calendar; compiling one takes as long as judging thousands of cases."""


def engine_of(procedure: str, calendar: Calendar) -> Engine:
    """What judges one case of a procedure."""
    key = procedure, calendar.digest
    if key not in _ENGINES:
        _ENGINES[key] = Engine(duty_set(procedure), calendar)
    return _ENGINES[key]


def forget_engines() -> None:
    """Give up what was compiled, and the days that were answered with it: megabytes a procedure."""
    _ENGINES.clear()


def organs_of(cases: Any) -> Mapping[str, int]:
    """How many cases of a table each organ has; the empty id where none is named."""
    if "organ" not in cases.column_names:
        return {"": cases.num_rows}
    counted = cases["organ"].value_counts().to_pylist()
    return {one["values"] or "": one["counts"] for one in counted}


def whole_column(column: Any) -> Any:
    """A column of an Arrow table as one array."""
    return column.combine_chunks() if hasattr(column, "combine_chunks") else column


def places_of(column: Any, keys: Any) -> Places:
    """The place of each key of a column among some, -1 for none; words kept once are looked up once."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    def looked_up(values: Any) -> Places:
        found = pc.index_in(pc.cast(values, keys.type), value_set=keys)
        told: Places = np.asarray(pc.fill_null(found, -1)).astype(np.int64)
        return told

    parts, known = [np.zeros(0, dtype=np.int64)], dict[tuple[int, ...], Places]()
    for chunk in column.chunks:
        if not pa.types.is_dictionary(chunk.type):
            parts.append(looked_up(chunk))
            continue
        words = chunk.dictionary
        which = len(words), words.offset, *(0 if held is None else held.address for held in words.buffers())
        if which not in known:
            known[which] = looked_up(words)
        codes = np.asarray(pc.fill_null(chunk.indices, len(words))).astype(np.int64)
        parts.append(np.append(known[which], -1)[codes])
    found: Places = np.concatenate(parts)
    return found


def rows_at(acts: Any, rows: Places) -> Any:
    """Some rows of a table of acts, in their order; kind by kind, as taking them from all would copy every field."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    ends = np.cumsum([0, *(len(chunk) for chunk in acts["case"].chunks)])
    edges = np.searchsorted(rows, ends)
    parts = [
        acts.slice(first, after - first).take(pa.array(rows[low:high] - first))
        for (first, after), (low, high) in zip(pairwise(ends.tolist()), pairwise(edges.tolist()), strict=True)
        if high > low
    ]
    return pa.concat_tables(parts or [acts.slice(0, 0)])


def keys_of(cases: Any) -> Any:
    """The keys of a table of cases, as texts."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    return pc.cast(whole_column(cases["case"]), pa.string())
