"""Ten million cases as ledgers tell them, all procedures together: every duty beside a bare scan, and the day after.

The cases are those of the invented city as its ledgers carry them, each many times over. The rows on which duties are
judged are completed once and stand on disk as Parquet; measured is reading and judging them. For the day after, acts
stand on disk kind by kind in the order of their cases, as Arrow: those of the cases that changed are fetched by their
places, completed and judged again, and their findings take the place of the old ones. Two processes share the
procedures, as the supervision of a folder does; each keeps the findings of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.duties import DUCKDB, POLARS, beside_a_scan
from bench.lake import GrainFile, differing, fill
from bench.race import Variant, race
from bench.workload import Goal, Outcome, Size, Workload
from demo.city import seasons
from demo.city.writing import LEDGERS, write
from yifa.law.catalogue import calendar
from yifa.law.facts import Source
from yifa.law.run.findings_table import findings_table
from yifa.law.run.ibis_tree import ROW
from yifa.law.run.many_cases import ManyEngine
from yifa.law.run.taking_in import batch
from yifa.ledgers.taking_in.folder import take_folder
from yifa.oversight.supervision.supervised import engine_of

AS_OF = date.fromisoformat(str(seasons.AS_OF))
SCALE = {Size.FULL: "city", Size.QUICK: "county", Size.TINY: "township"}
CASES = {Size.FULL: 10_000_000, Size.QUICK: 200_000, Size.TINY: 4_000}
CHANGED = {Size.FULL: 20_000, Size.QUICK: 2_000, Size.TINY: 40}
TINY = ("legality-review", "mediation", "penalty-simple")
"""The procedures that show that a workload runs."""
ROUNDS = {Size.FULL: 3, Size.QUICK: 3, Size.TINY: 1}
NUMBER = 1
LONGEST = 3.0
"""Seconds in which 20,000 changed cases of ten million are judged again."""


@dataclass(frozen=True)
class Kept:
    """The ledgers of one procedure as two tables, cases keyed by their place."""

    many: ManyEngine
    acts: pa.Table
    cases: pa.Table
    sources: tuple[Source, ...]


@contextmanager
def city(size: Size) -> Iterator[tuple[Path, list[Kept], int]]:
    """A folder to work in, the ledgers of the city, and how often they stand in the lake."""
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made:
        write(Path(made), NUMBER, SCALE[size])
        kept = list(_kept(Path(made) / LEDGERS, TINY if size is Size.TINY else None))
        yield Path(made), kept, -(-CASES[size] // sum(one.cases.num_rows for one in kept))


def _kept(folder: Path, ledgers: tuple[str, ...] | None) -> Iterator[Kept]:
    of_procedure: dict[str, list[Any]] = {}
    for one in take_folder(folder, as_of=AS_OF, ledgers=ledgers).ledgers:
        of_procedure.setdefault(one.procedure, []).append(one)
    for name, own in of_procedure.items():
        engine = engine_of(name, calendar())
        keys = pa.concat_arrays([pc.cast(one.cases["case"].combine_chunks(), pa.string()) for one in own])
        acts = pa.concat_tables([one.acts for one in own], promote_options="permissive")
        place = np.asarray(pc.index_in(acts["case"].cast(pa.string()), value_set=keys)).astype(np.int64)
        order = np.argsort(place, kind="stable")
        acts = _plain(acts.take(pa.array(order)).set_column(acts.column_names.index("case"), "case", [place[order]]))
        cases = pa.concat_tables([one.cases for one in own], promote_options="permissive")
        wanted = [
            name for name in cases.column_names if name.partition(".")[0] in ("source", "profiles", "organ", "case")
        ]
        cases = cases.select([one for one in wanted if one not in ("organ", "case")])
        cases = cases.add_column(0, "case", [np.arange(len(keys), dtype=np.int64)])
        yield Kept(ManyEngine(engine.whole, engine.calendar, engine), acts, cases, tuple(one.source for one in own))


def _plain(acts: pa.Table) -> pa.Table:
    """Acts as Parquet keeps them: words as plain texts."""
    columns = {
        name: acts[name].cast(pa.string()) if pa.types.is_dictionary(acts[name].type) else acts[name]
        for name in acts.column_names
    }
    return pa.table(columns).combine_chunks()


def measure_parquet(size: Size) -> Outcome:
    """Every duty of every procedure over ten million cases, by two engines, beside a bare scan of the same files."""
    with city(size) as (place, kept, copies):
        files: list[GrainFile] = []
        for one in kept:
            folder = place / one.many.whole.folder.id
            once = fill(folder, one.many, [(one.acts, one.cases)], as_of=AS_OF, sources=one.sources)
            files += [_copied(file, copies) for file in once]
        cases = copies * sum(one.cases.num_rows for one in kept)
        rows = sum(file.rows for file in files)
        found = beside_a_scan(f"All duties of {len(kept)} procedures, {cases:,} cases", files, cases, ROUNDS[size])
        faults = tuple(fault for name in (DUCKDB, POLARS) for fault in differing(found.answers[name], files, name))
    duties = sum(sum(not duty.off for grain in one.many.whole.grains for duty in grain.duties) for one in kept)
    applicable = sum(file.applicable for file in files)
    note = f"{duties} duties over {rows:,} rows of {cases:,} cases; {applicable:,} times a duty applies."
    return Outcome((found,), (), (note,), faults)


def _copied(file: GrainFile, copies: int) -> GrainFile:
    """The rows of a file so many times, each with a number of its own."""
    table = pq.read_table(file.path)
    whole = file.path.with_name(f"all-{file.path.name}")
    with pq.ParquetWriter(whole, table.schema) as writer:
        for copy in range(copies):
            again = table
            if ROW in table.column_names:
                number = pc.add(table[ROW], pa.scalar(copy * table.num_rows, table[ROW].type))
                again = table.set_column(table.column_names.index(ROW), ROW, number)
            writer.write_table(again)
    file.path.unlink()
    sums = {name: total * copies for name, total in file.sums.items()}
    return replace(file, path=whole, rows=file.rows * copies, sums=sums, applicable=file.applicable * copies)


AGAIN = "the cases that changed: fetched, completed, judged, their findings replaced"


def measure_next_day(size: Size) -> Outcome:
    """The day after: some cases of ten million changed; only they are fetched and judged again."""
    with city(size) as (place, kept, copies):
        lakes = [_lake(place / one.many.whole.folder.id, one, copies) for one in kept]
        cases = sum(lake.cases for lake in lakes)
        random = np.random.default_rng(7)
        chosen = [
            np.sort(random.choice(lake.cases, max(1, CHANGED[size] * lake.cases // cases), replace=False))
            for lake in lakes
        ]
        changed = sum(some.size for some in chosen)
        with _shared(list(zip(lakes, chosen, strict=True))) as again:
            found = race(
                f"The day after: {changed:,} of {cases:,} cases changed",
                [Variant(AGAIN, again, changed)],
                reference=AGAIN,
                rounds=ROUNDS[size],
            )
        whole = sum(lake.found for lake in lakes)
        faults = () if found.answers[AGAIN] == whole else (f"{found.answers[AGAIN]} findings instead of {whole}",)
    seconds = found[AGAIN].seconds.median
    goals = (Goal(f"{changed:,} changed of {cases:,} cases:", LONGEST, seconds, "s", False),)
    return Outcome((found,), goals if size is Size.FULL else (), (), faults)


@dataclass(frozen=True)
class Kind:
    """The acts of one kind on disk in the order of their cases, as often as these stand in the lake.

    `edges`: the acts of case c of the first copy are those at `edges[c]` to `edges[c + 1]`.
    """

    path: Path
    edges: Any

    def fetched(self, chosen: Any, cases: int) -> pa.Table:
        """The acts of some cases, each copy having so many: only the rows in which they stand are touched."""
        first, after = self.edges[chosen % cases], self.edges[chosen % cases + 1]
        many = after - first
        start = chosen // cases * self.edges[-1] + first
        rows = np.repeat(start - np.cumsum(many) + many, many) + np.arange(many.sum())
        with pa.memory_map(str(self.path)) as held:
            acts = pa.ipc.open_file(held).read_all().take(pa.array(rows))
        return acts.add_column(0, "case", [np.repeat(chosen, many)])


@dataclass(frozen=True)
class Lake:
    """The acts of one procedure on disk, kind by kind, many times over; and what was found."""

    kept: Kept
    kinds: tuple[Kind, ...]
    copies: int
    findings: pa.Table

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return self.copies * self.kept.cases.num_rows

    @property
    def found(self) -> int:
        """How many findings there are."""
        return self.findings.num_rows

    def again(self, chosen: Any) -> int:
        """Judge some cases again; how many findings there are then."""
        of, size = self.kept, self.kept.cases.num_rows
        kinds = [kind.fetched(chosen, size) for kind in self.kinds]
        acts = pa.concat_tables(
            [one for one in kinds if one.num_rows] or [of.acts.slice(0, 0)], promote_options="default"
        )
        missing = [name for name in of.acts.column_names if name not in acts.column_names]
        for name in missing:
            acts = acts.append_column(name, pa.nulls(acts.num_rows, of.acts[name].type))
        rows = of.cases.take(pa.array(chosen % size)).set_column(0, "case", [chosen])
        found = _found(of, acts, rows)
        left = self.findings.filter(pc.invert(pc.is_in(self.findings["case"], value_set=pa.array(chosen))))
        return pa.concat_tables([left, found]).num_rows


@contextmanager
def _shared(tasks: Sequence[tuple[Lake, Any]]) -> Iterator[Callable[[], int]]:
    """Judges what changed in two processes, which hold the lakes they were begun with; how many findings there are."""
    shares: list[list[tuple[Lake, Any]]] = [[], []]
    weights = [0, 0]
    for lake, some in sorted(tasks, key=lambda task: -_weight(*task)):
        lighter = weights.index(min(weights))
        shares[lighter].append((lake, some))
        weights[lighter] += _weight(lake, some)
    context = get_context("fork")
    ends, workers = [], []
    for share in shares:
        here, there = context.Pipe()
        workers.append(context.Process(target=_work, args=(share, there), daemon=True))
        workers[-1].start()
        there.close()
        ends.append(here)

    def again() -> int:
        for end in ends:
            end.send(True)
        return sum(int(end.recv()) for end in ends)

    try:
        yield again
    finally:
        for end, worker in zip(ends, workers, strict=True):
            end.send(False)
            worker.join()


def _weight(lake: Lake, some: Any) -> int:
    """What judging some cases of a procedure costs, about: each duty a little, whatever the number of cases."""
    duties = sum(len(grain.duties) for grain in lake.kept.many.whole.grains)
    return duties * 50 + int(some.size) + lake.found // 500


def _work(share: Sequence[tuple[Lake, Any]], end: Connection) -> None:
    """Judge a share whenever it is asked for, until that was the last time."""
    while end.recv():
        end.send(sum(lake.again(some) for lake, some in share))


def _lake(folder: Path, kept: Kept, copies: int) -> Lake:
    folder.mkdir(parents=True, exist_ok=True)
    size = kept.cases.num_rows
    coded = pc.dictionary_encode(kept.acts["act"].combine_chunks())
    kinds = []
    for number in range(len(coded.dictionary)):
        own = kept.acts.filter(pc.equal(coded.indices, number))
        told = [name for name in own.column_names if name != "case" and own[name].null_count < own.num_rows]
        path, once = folder / f"{number}.arrow", own.select(told).combine_chunks()
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, once.schema) as writer:
            writer.write_table(pa.concat_tables([once] * copies).combine_chunks())
        counts = np.bincount(np.asarray(own["case"]), minlength=size)
        kinds.append(Kind(path, np.concatenate(([0], np.cumsum(counts)))))
    once = _found(kept, kept.acts, kept.cases)
    several = [
        once.set_column(0, "case", pc.add(once["case"], pa.scalar(copy * size, pa.int64()))) for copy in range(copies)
    ]
    return Lake(kept, tuple(kinds), copies, pa.concat_tables(several).combine_chunks())


def _found(kept: Kept, acts: pa.Table, cases: pa.Table) -> pa.Table:
    """Case, duty, subject and outcome of what is found."""
    ready = batch(acts, cases, kept.many.whole, AS_OF, sources=kept.sources)
    table = findings_table(kept.many.judge(ready), facts=False)
    return table.select(["case", "duty", "subject", "outcome"]).set_column(0, "case", table["case"].cast(pa.int64()))


WORKLOADS = (
    Workload(
        "ledgers.parquet",
        "How long do all duties of all procedures that ledgers feed take over ten million cases, beside a bare scan?",
        measure_parquet,
        ("duckdb", "ibis-framework", "polars", "pyarrow"),
    ),
    Workload(
        "ledgers.next_day",
        "How long does the day after take, when 20,000 of ten million cases changed?",
        measure_next_day,
        ("numpy", "pyarrow"),
    ),
)
