"""The worked examples of a shipped procedure, each many times, moved by up to a year: for measuring what is shipped.

Worked examples are made to try every duty on both sides of its boundary, so these cases are harder than real ones: more
duties apply, more is broken, and more facts are blank. All of them come from one source, which carries everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import Type
from yifa.law.run.case_tables import Asked, as_tables
from yifa.law.run.examples import examples, prepared
from yifa.law.run.many_cases import ManyEngine, many_engine

MOVED = 365
"""Days by which a copy is moved at most, to either side."""


@dataclass(frozen=True)
class Worked:
    """The examples of a procedure, one by one and as tables."""

    many: ManyEngine
    asked: tuple[Asked, ...]
    acts: pa.Table
    cases: pa.Table


def worked(id_: str) -> Worked:
    """All worked examples of a procedure."""
    many = many_engine(id_)
    ready = [prepared(example, folder(id_)) for example in examples(folder(id_))]
    asked = tuple(Asked(one.case, one.as_of, one.known_at) for one in ready)
    acts, cases = as_tables(asked, many.whole.folder.procedure)
    return Worked(many, asked, acts, cases.drop_columns("source"))


def chunks(of: Worked, cases: int, seed: int = 4) -> Iterator[tuple[pa.Table, pa.Table]]:
    """Copies of the examples, at least so many cases, some at a time, in the order of keys."""
    random = np.random.default_rng(seed)
    days = [name for name, one in of.many.whole.folder.procedure.fields.items() if one.type is Type.DAY]
    copies = -(-cases // of.cases.num_rows)
    for first in range(0, copies, TOGETHER):
        parts = []
        for copy in range(first, min(first + TOGETHER, copies)):
            by = int(random.integers(-MOVED, MOVED + 1))
            keys = copy * of.cases.num_rows
            acts = _moved(of.acts, by, keys, ["day", *(f"field.{name}" for name in days)], ["recorded_at"])
            parts.append((acts, _moved(of.cases, by, keys, ["as_of"], ["known_at"])))
        yield pa.concat_tables([acts for acts, _ in parts]), pa.concat_tables([some for _, some in parts])


TOGETHER = 100
"""Copies made into one part."""


def _moved(table: pa.Table, by: int, keys: int, days: list[str], moments: list[str]) -> pa.Table:
    columns: dict[str, Any] = {name: table[name] for name in table.column_names}
    columns["case"] = pc.add(columns["case"], keys)
    for name in days:
        columns[name] = pc.add(columns[name], pa.scalar(by, columns[name].type))
    for name in moments:
        columns[name] = pc.add(columns[name], pa.scalar(by * 86_400_000_000, pa.duration("us")))
    return pa.table(columns)
