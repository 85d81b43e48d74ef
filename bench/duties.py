"""How fast duties are judged: beside a bare scan, beside SQL by hand, as the clock ticks, and from the acts on."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench import by_hand, forty_four, repeated
from bench.forty_four import AS_OF, SHARES, workload
from bench.lake import GrainFile, completed, differing, fill, judged, scanned
from bench.race import Race, Variant, race
from bench.workload import Goal, Outcome, Size, Workload
from yifa.law.conditions import day_of
from yifa.law.run.engines import ByIbis, duckdb_engine, polars_engine
from yifa.law.run.ibis_tree import ROW
from yifa.law.run.many_cases import ManyEngine
from yifa.law.run.taking_in import batch
from yifa.law.run.waking import waking, woken

ROUNDS = {Size.FULL: 7, Size.QUICK: 3, Size.TINY: 1}
NAMED_CASES = {Size.FULL: 2_000_000, Size.QUICK: 200_000, Size.TINY: 1_500}
SHIPPED_CASES = {Size.FULL: 100_000, Size.QUICK: 20_000, Size.TINY: 1}
HAND_CASES = {Size.FULL: 2_000_000, Size.QUICK: 200_000, Size.TINY: 1_000}
TICK_CASES = {Size.FULL: 1_000_000, Size.QUICK: 100_000, Size.TINY: 2_000}
PIVOT_CASES = {Size.FULL: 500_000, Size.QUICK: 100_000, Size.TINY: 1_000}
SHIPPED = ("licence", "penalty-ordinary", "reconsideration")
DAY = day_of(AS_OF)
ASKED = ("not_applicable", "pending", "unmet")
"""The masks of the named workload; what is shipped is measured with all five."""

SCAN = "bare scan: read the same columns and add them up (DuckDB)"
POLARS_SCAN = "the same scan in Polars"
DUCKDB = "all duties, DuckDB"
POLARS = "all duties, Polars"


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for the files of one workload."""
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made:
        yield Path(made)


def beside_a_scan(title: str, files: list[GrainFile], cases: int, rounds: int) -> Race:
    """Both engines beside a bare scan of the same files."""
    connection, plans = duckdb.connect(), [file.summed for file in files]
    engines: dict[str, ByIbis] = {DUCKDB: duckdb_engine(), POLARS: polars_engine()}

    def by(engine: ByIbis) -> Callable[[], Any]:
        return lambda: judged(engine, files, plans)

    return race(
        title,
        [
            Variant(SCAN, lambda: scanned(connection, files), cases),
            Variant(POLARS_SCAN, lambda: scanned_by_polars(files), cases),
            *(Variant(name, by(engine), cases) for name, engine in engines.items()),
        ],
        reference=SCAN,
        rounds=rounds,
    )


def scanned_by_polars(files: list[GrainFile]) -> list[Any]:
    """The bare scan of all files, by Polars."""
    found = []
    for file in files:
        lazy = pl.scan_parquet(file.path)
        columns = [name for name in lazy.collect_schema().names() if name != ROW]
        if columns:
            found.append(lazy.select([pl.col(name).sum() for name in columns]).collect(engine="streaming"))
    return found


def faults_of(found: Race, files: list[GrainFile], *names: str) -> tuple[str, ...]:
    """Where an engine does not come to what the plain engine comes to."""
    return tuple(fault for name in names for fault in differing(found.answers[name], files, name))


def measure_named(size: Size) -> Outcome:
    """The named workload of forty-four duties."""
    cases = NAMED_CASES[size]
    with folder() as place:
        files = fill_named(place, cases)
        found = beside_a_scan(f"Forty-four duties, {cases:,} cases", files, cases, ROUNDS[size])
    pairs = sum(file.applicable for file in files)
    goals = (
        Goal("Polars over the bare scan:", 2.5, found[POLARS].ratio.median, "×", at_least=False),
        Goal("DuckDB over the bare scan:", 4, found[DUCKDB].ratio.median, "×", at_least=False),
    )
    return Outcome((found,), goals, (per_pair(found, pairs, cases),), faults_of(found, files, DUCKDB, POLARS))


def fill_named(place: Path, cases: int) -> list[GrainFile]:
    """The completed rows of the named workload."""
    files = []
    for name, share in SHARES.items():
        parts = forty_four.chunks(name, max(int(cases * share), 1))
        files += fill(place / name, workload(name).many, parts, as_of=DAY, wanted=ASKED)
    return files


def per_pair(found: Race, pairs: int, cases: int) -> str:
    """How many duties are judged where they apply."""
    rates = ", ".join(
        f"{name.partition(', ')[2]} {pairs / found[name].seconds.median / 1e6:.1f}" for name in (DUCKDB, POLARS)
    )
    return f"{pairs / cases:.1f} duties apply to a case on average; millions of these judged a second: {rates}."


def measure_shipped(size: Size) -> Outcome:
    """What is shipped, on the worked examples many times over."""
    races, goals, notes, faults = [], [], [], []
    for id_ in SHIPPED:
        of = repeated.worked(id_)
        with folder() as place:
            files = fill(place, of.many, repeated.chunks(of, SHIPPED_CASES[size]), counted=True)
            cases = pq.read_metadata(place / "0-0.parquet").num_rows
            duties = sum(file.duties for file in files)
            title = f"{id_}, {duties} duties in {len(files)} grains, {cases:,} cases"
            found = beside_a_scan(title, files, cases, ROUNDS[size])
        races.append(found)
        for name in (POLARS, DUCKDB):
            ratio = found[name].ratio.median
            goals.append(Goal(f"{id_}, {name.partition(', ')[2]} over the bare scan:", 10, ratio, "×", at_least=False))
        notes.append(f"{id_}: {per_pair(found, sum(file.applicable for file in files), cases)}")
        faults += faults_of(found, files, DUCKDB, POLARS)
    return Outcome(tuple(races), tuple(goals), tuple(notes), tuple(faults))


COMPILED, BY_HAND, HAND_SCAN = "compiled from the duties", "written by hand in full", "bare scan"
FOR_THESE = "written by hand for these rows alone"


def measure_by_hand(size: Size) -> Outcome:
    """Ten licence duties: what the compiler writes beside what an expert writes."""
    cases = HAND_CASES[size]
    with folder() as place:
        files = fill(place, workload("licence").many, forty_four.chunks("licence", cases), as_of=DAY, wanted=ASKED)
        plans, engine = [file.summed for file in files], duckdb_engine()
        connection = duckdb.connect()
        whole, short = (by_hand.queries(files, in_full=in_full) for in_full in (True, False))
        found = race(
            f"Ten licence duties, {cases:,} cases, DuckDB",
            [
                Variant(BY_HAND, lambda: by_hand.answered(connection, whole), cases),
                Variant(FOR_THESE, lambda: by_hand.answered(connection, short), cases),
                Variant(COMPILED, lambda: judged(engine, files, plans), cases),
                Variant(HAND_SCAN, lambda: scanned(connection, files), cases),
            ],
            reference=BY_HAND,
            rounds=ROUNDS[size],
        )
    goal = Goal("compiled over written by hand in full:", 1.6, found[COMPILED].ratio.median, "×", at_least=False)
    return Outcome((found,), (goal,), faults=faults_of(found, files, COMPILED, BY_HAND, FOR_THESE))


ACTS_SCAN = "bare scan: read all columns of the acts and add them up (DuckDB)"


def measure_pivot(size: Size) -> Outcome:
    """From acts on disk to completed rows: reading, the pivot, and the clock, with pauses and extensions."""
    races, goals = [], []
    named = {
        name: (
            workload(name).many,
            [acts for acts, _ in forty_four.chunks(name, max(int(PIVOT_CASES[size] * share), 1))],
        )
        for name, share in SHARES.items()
    }
    races.append(_from_acts("the rows of forty-four duties", named, ROUNDS[size]))
    for id_ in SHIPPED:
        of = repeated.worked(id_)
        parts = [acts for acts, _ in repeated.chunks(of, SHIPPED_CASES[size])]
        races.append(_from_acts(f"the rows of {id_}", {id_: (of.many, parts)}, ROUNDS[size]))
    for found in races:
        ratio = found[PIVOT].ratio.median
        goals.append(Goal(f"{found.title}, over the scan of the acts:", 12, ratio, "×", at_least=False))
    return Outcome(tuple(races), tuple(goals))


def _from_acts(what: str, of: dict[str, tuple[ManyEngine, list[pa.Table]]], rounds: int) -> Race:
    with folder() as place:
        paths = {name: place / f"{name}.parquet" for name in of}
        for name, (_, parts) in of.items():
            pq.write_table(pa.concat_tables(parts), paths[name], row_group_size=GROUP)
            _write_cases(paths[name])
        total = sum(pq.read_metadata(path).num_rows for path in paths.values())
        connection = duckdb.connect()
        scans = [_scan_of_acts(path) for path in paths.values()]
        return race(
            f"From {total:,} acts to {what}",
            [
                Variant(ACTS_SCAN, lambda: [connection.sql(scan).fetchone() for scan in scans], total),
                Variant(PIVOT, lambda: [_pivot(of[name][0], path) for name, path in paths.items()], total),
            ],
            reference=ACTS_SCAN,
            rounds=rounds,
        )


PIVOT = "reading, pivot and clock"
GROUP = 1 << 20
"""Acts in one row group, which is one part."""


def _scan_of_acts(path: Path) -> str:
    schema = pq.read_schema(path)
    added = (
        f'sum("{field.name}")' if pa.types.is_integer(field.type) else f'count("{field.name}")' for field in schema
    )
    return f"SELECT {', '.join(added)} FROM '{path}'"  # noqa: S608 - our own names


def _write_cases(path: Path) -> None:
    """The list of cases that belongs to each part of the acts, as ledgers have it, beside them."""
    acts = pq.ParquetFile(path)
    parts = [np.unique(np.asarray(acts.read_row_group(n, ["case"])["case"])) for n in range(acts.num_row_groups)]
    with pq.ParquetWriter(_cases(path), pa.schema([("case", pa.int64())])) as writer:
        for part in parts:
            writer.write_table(pa.table({"case": pa.array(part, pa.int64())}), row_group_size=GROUP)


def _cases(path: Path) -> Path:
    return path.with_suffix(".cases.parquet")


def _pivot(many: ManyEngine, path: Path) -> int:
    """Rows completed, part after part."""
    rows = 0
    for number in range(pq.ParquetFile(path).num_row_groups):
        acts = pq.ParquetFile(path).read_row_group(number)
        cases = pq.ParquetFile(_cases(path)).read_row_group(number)
        ready = batch(acts, cases, many.whole, DAY)
        rows += sum(of.size for _, of, _ in completed(many, ready))
    return rows


FULL_RUN, TICK = "a full run", "the clock's tick: the cases that wake"


def measure_tick(size: Size) -> Outcome:
    """A new day on which nothing was recorded: only cases that wake are judged again, and the answers are the same."""
    cases = TICK_CASES[size]
    of = workload("licence")
    acts = pa.concat_tables([acts for acts, _ in forty_four.chunks("licence", cases)])
    acts = acts.filter(pc.less_equal(acts["day"], FIRST_TICK)).combine_chunks()
    keys = np.arange(cases)
    asked = FIRST_TICK
    edges = np.searchsorted(np.asarray(acts["case"]), np.arange(cases + 1))
    ready = batch(acts, pa.table({"case": pa.array(keys)}), of.many.whole, day_of(asked))
    before = of.many.judge(ready)
    table = waking(before, of.many.whole, acts)
    tomorrow = day_of(asked) + timedelta(days=1)

    def run(chosen: Any) -> Any:
        many = edges[chosen + 1] - edges[chosen]
        rows = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + np.repeat(edges[chosen], many)
        some = acts.take(pa.array(rows)) if chosen.size < cases else acts
        again = batch(some, pa.table({"case": pa.array(chosen)}), of.many.whole, tomorrow)
        return of.many.judge(again)

    def tick() -> Any:
        return run(np.sort(np.asarray(woken(table, asked + 1))))

    found = race(
        f"A new day, {cases:,} licences of which most are under way",
        [Variant(FULL_RUN, lambda: run(keys), 1), Variant(TICK, tick, 1)],
        reference=FULL_RUN,
        rounds=ROUNDS[size],
    )
    changed = outcomes(found.answers[FULL_RUN]) - outcomes(before)
    told = outcomes(found.answers[TICK])
    faults = [f"case {case}, {duty}: the tick did not see it" for case, duty, _ in sorted(changed - told)[:5]]
    woke = len(woken(table, asked + 1))
    note = f"{woke:,} cases wake ({woke / cases:.2%}); {len(changed):,} outcomes change, all of them seen by the tick."
    share = 1 / found[TICK].ratio.median
    goal = Goal("a full run over the tick:", 100, share, "×", at_least=True)
    return Outcome((found,), (goal,), (note,), tuple(faults))


FIRST_TICK = forty_four.FIRST_DAY + 180
"""The tick is measured in the middle of the year, when much is under way; what happens later is not yet recorded."""


def outcomes(judged_: Any) -> set[tuple[int, str, int]]:
    """Case, duty with subject, and outcome, of everything that is pending or broken."""
    found = set()
    for grain in judged_.grains:
        keys = np.asarray(judged_.batch.keys)[grain.rows.case]
        for place, one in enumerate(grain.duties):
            told = grain.outcomes(place)
            for row in np.flatnonzero((told == 1) | (told == 3)).tolist():
                found.add((int(keys[row]), f"{one.duty.id} {grain.rows.subject(row)}", int(told[row])))
    return found


WORKLOADS = (
    Workload(
        "duties.named",
        "How much longer than a bare scan does it take to judge every duty? The named workload: forty-four duties in "
        "six plain procedures, completed rows in one file a grain.",
        measure_named,
        ("duckdb", "ibis-framework", "polars", "pyarrow"),
    ),
    Workload(
        "duties.shipped",
        "The same for what is shipped, with all five masks: three procedures on their worked examples, many times.",
        measure_shipped,
        ("duckdb", "ibis-framework", "polars", "pyarrow"),
    ),
    Workload(
        "duties.by_hand",
        "How much does it cost that nobody writes SQL? Ten licence duties, compiled and by hand, on one engine.",
        measure_by_hand,
        ("duckdb", "ibis-framework"),
    ),
    Workload(
        "duties.pivot",
        "What does it take to make rows of acts? Acts on disk are read and pivoted, pauses and extensions folded, and "
        "every term counted; beside a bare scan of the acts.",
        measure_pivot,
        ("duckdb", "numpy", "pyarrow"),
    ),
    Workload(
        "duties.tick",
        "What does a new day cost when nothing was recorded? Only the cases that wake are judged again, and every "
        "outcome that a full run finds changed must be among theirs.",
        measure_tick,
        ("numpy", "pyarrow"),
    ),
)
