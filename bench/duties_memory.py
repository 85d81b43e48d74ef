"""How much memory a large run needs: acts from disk, judged part after part, findings to disk; in its own process."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bench import forty_four
from bench.duties import DAY
from bench.forty_four import SHARES, workload
from bench.machine import peak_mib
from bench.workload import Goal, Outcome, Size, Workload
from yifa.law.run.engines import polars_engine
from yifa.law.run.parts import in_parts

CASES = {Size.FULL: 10_000_000, Size.QUICK: 500_000, Size.TINY: 2_000}
HOUSE = Path(__file__).resolve().parent.parent
ROWS_READ = 100_000
MIB = 1024


def write_acts(place: Path, cases: int) -> None:
    """The acts of the named workload, one file a procedure, clustered by case."""
    for name, share in SHARES.items():
        writer = None
        for acts, _ in forty_four.chunks(name, max(int(cases * share), 1)):
            writer = writer or pq.ParquetWriter(place / f"{name}.parquet", acts.schema)
            writer.write_table(acts, row_group_size=ROWS_READ)
        if writer is not None:
            writer.close()


def run(place: Path, cases: int) -> dict[str, Any]:
    """Judge everything in parts and write the findings; what it took."""
    began = time.perf_counter()
    parts = findings = acts = 0
    for name, share in SHARES.items():
        engine, writer = polars_engine(), None
        stream = pq.ParquetFile(place / f"{name}.parquet").iter_batches(batch_size=ROWS_READ)
        keys = _keys(max(int(cases * share), 1))
        for part in in_parts(workload(name).many, stream, keys, DAY, comparing=engine):
            writer = writer or pq.ParquetWriter(place / f"{name}-findings.parquet", part.findings.schema)
            writer.write_table(part.findings)
            parts, findings, acts = parts + 1, findings + part.findings.num_rows, acts + part.acts
        if writer is not None:
            writer.close()
    return {
        "seconds": time.perf_counter() - began,
        "parts": parts,
        "acts": acts,
        "findings": findings,
        "peak_mib": peak_mib(),
    }


def _keys(cases: int) -> Iterator[pa.RecordBatch]:
    for first in range(0, cases, ROWS_READ):
        many = min(ROWS_READ, cases - first)
        yield pa.RecordBatch.from_arrays([pa.array(range(first, first + many))], ["case"])


def measure_memory(size: Size) -> Outcome:
    """The peak of memory of a run in a process of its own."""
    cases = CASES[size]
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made:
        _in_a_process("write", made, cases)
        told = _in_a_process("run", made, cases)
        found = json.loads(told)
        written = sum(pq.read_metadata(path).num_rows for path in Path(made).glob("*-findings.parquet"))
    faults = () if written == found["findings"] else (f"{found['findings']} findings, but {written} are written",)
    goal = Goal(f"peak memory of judging {cases:,} cases:", 1.5, found["peak_mib"] / MIB, "GB", at_least=False)
    note = (
        f"{cases:,} cases with {found['acts']:,} acts in {found['parts']} parts: {found['findings']:,} findings, each "
        f"with the facts it rests on, in {found['seconds']:.0f} s from acts on disk to findings on disk."
    )
    return Outcome((), (goal,), (note,), faults)


def _in_a_process(what: str, place: str, cases: int) -> str:
    command = [sys.executable, "-m", "bench.duties_memory", what, place, str(cases)]
    return subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True).stdout


WORKLOADS = (
    Workload(
        "duties.memory",
        "How much memory does a large run need, from acts on disk to findings on disk? The named workload, part after "
        "part, in a process of its own.",
        measure_memory,
        ("polars", "pyarrow"),
    ),
)

if __name__ == "__main__":
    _what, _place, _cases = sys.argv[1:]
    if _what == "write":
        write_acts(Path(_place), int(_cases))
    else:
        print(json.dumps(run(Path(_place), int(_cases))))
