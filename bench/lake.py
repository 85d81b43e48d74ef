"""A small lake for measuring: acts of many cases on disk, and the completed rows of every grain, with their plans.

Rows are made part after part by the very code that judges many cases; what is measured afterwards only reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from yifa.law.facts import EVERYTHING, Source
from yifa.law.run.cells import Words
from yifa.law.run.engines import ByIbis, duckdb_engine
from yifa.law.run.ibis_tree import ROW, Plan
from yifa.law.run.many_cases import ManyEngine, plainly
from yifa.law.run.masks import MASKS, MOST, Masks, worked_out
from yifa.law.run.taking_in import batch


@dataclass
class GrainFile:
    """The completed rows of one grain for some of its duties, on disk; sums come from the plain engine."""

    path: Path
    plan: Plan
    duties: int
    rows: int
    sums: dict[str, int]
    applicable: int
    """Pairs of row and duty in which the duty applies."""

    @property
    def summed(self) -> Plan:
        """The plan, and its masks added up: everything is worked out, and next to nothing comes back."""
        masks = {name: self.plan.expr[name].sum() for name in self.plan.expr.columns if name != ROW}
        return replace(self.plan, expr=self.plan.expr.aggregate(**masks))

    @property
    def scan(self) -> str:
        """The least that any engine must do, as SQL: read the same columns and add them up."""
        columns = self.plan.expr.op().find(_unbound())[0].schema
        added = [f'sum("{name}")' for name, type_ in columns.items() if type_.is_integer() and name != ROW]
        counted = [f'count_if("{name}")' for name, type_ in columns.items() if type_.is_boolean()]
        return f"SELECT {', '.join([*added, *counted]) or 'count(*)'} FROM '{self.path}'"  # noqa: S608 - our own names


def _unbound() -> Any:
    import ibis.expr.operations as ops  # noqa: PLC0415 - heavy

    return ops.UnboundTable


Parts = Iterable[tuple[pa.Table, pa.Table]]


def completed(many: ManyEngine, ready: Any) -> list[tuple[Any, Any, Any]]:
    """The grains of a procedure with their rows completed: the pivot and the clock, and nothing else."""
    clocks = many.clocks(ready)
    return [(grain, *many.completed(grain, ready.facts, clocks)) for grain in many.whole.grains]


def fill(
    folder: Path,
    many: ManyEngine,
    parts: Parts,
    *,
    as_of: date | None = None,
    sources: Sequence[Source] = (EVERYTHING,),
    wanted: Sequence[str] = MASKS,
    counted: bool = False,
) -> list[GrainFile]:
    """Write the completed rows of every grain, part after part; also the acts, as `acts.parquet`."""
    folder.mkdir(parents=True, exist_ok=True)
    words, engine, files = Words(), duckdb_engine(), dict[tuple[int, int], GrainFile]()
    writers: dict[Path, pq.ParquetWriter] = {}
    for acts, cases in parts:
        _write(writers, folder / "acts.parquet", acts)
        ready = batch(acts, cases, many.whole, as_of, sources=sources, counted=counted, words=words)
        for number, (grain, rows, working) in enumerate(completed(many, ready)):
            duties = tuple(one for one in grain.duties if not one.off)
            for first in range(0, len(duties), MOST):
                portion = duties[first : first + MOST]
                of, table = engine.planned(portion, rows, working, wanted)
                masks = worked_out(portion, working, rows.size)
                file = files.setdefault(
                    (number, first),
                    GrainFile(
                        folder / f"{number}-{first}.parquet",
                        of,
                        len(portion),
                        0,
                        dict.fromkeys(wanted, 0),
                        0,
                    ),
                )
                if file.plan is not of and file.plan.names != of.names:
                    raise ValueError("the columns of a grain changed between parts")
                file.plan = of
                file.rows += rows.size
                file.applicable += _applicable(masks, len(portion), rows.size)
                for name in wanted:
                    file.sums[name] += int(getattr(masks, name).sum())
                _write(writers, file.path, table)
    for writer in writers.values():
        writer.close()
    return [file for file in files.values() if file.rows]


def _applicable(masks: Masks, duties: int, rows: int) -> int:
    bits = np.bitwise_count(masks.not_applicable.astype(np.uint64))
    return duties * rows - int(bits.sum())


def _write(writers: dict[Path, pq.ParquetWriter], path: Path, table: pa.Table) -> None:
    if path not in writers:
        writers[path] = pq.ParquetWriter(path, table.schema)
    writers[path].write_table(table)


def scanned(connection: Any, files: Sequence[GrainFile]) -> list[tuple[Any, ...]]:
    """The bare scan of all files."""
    return [connection.sql(file.scan).fetchone() for file in files]


def judged(engine: ByIbis, files: Sequence[GrainFile], plans: Sequence[Plan]) -> list[dict[str, int]]:
    """Every duty of all files by an engine: the masks, added up."""
    return [_sums(engine.run(plan, file.path)) for plan, file in zip(plans, files, strict=True)]


def _sums(table: Any) -> dict[str, int]:
    return {name: int(table[name][0].as_py() or 0) for name in table.column_names}


def differing(found: Sequence[dict[str, int]], files: Sequence[GrainFile], name: str) -> Iterator[str]:
    """What an engine added up to that the plain engine did not."""
    for sums, file in zip(found, files, strict=True):
        for mask, expected in file.sums.items():
            if sums[mask] != expected:
                yield f"{name}: {file.path.parent.name}, {file.path.name}, {mask}: {sums[mask]} instead of {expected}"


__all__ = ["GrainFile", "completed", "differing", "fill", "judged", "plainly", "scanned"]
