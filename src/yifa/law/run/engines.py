"""The engines behind Ibis: DuckDB, Polars and Spark. Each gets a table and a plan, and gives back the masks.

A plan is compiled once for the duties of a grain and used again for the next part of a run.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from yifa.law.conditions.columns import Column
from yifa.law.conditions.tree import Constant, Expr, OneOf, columns_of, walk
from yifa.law.duties.understood import Understood
from yifa.law.run.cells import Working
from yifa.law.run.ibis_tree import ROW, TABLE, Plan, plan
from yifa.law.run.masks import MASKS, Masks, bits_of
from yifa.law.run.milestones import Rows


class ByIbis(ABC):
    """An engine behind Ibis; `backend` is a connection."""

    def __init__(self, backend: Any) -> None:
        self.backend = backend
        self._plans: dict[tuple[Any, ...], Plan] = {}
        self._texts: dict[int, tuple[Plan, str]] = {}
        self._reads: dict[tuple[int, ...], tuple[Sequence[Understood], tuple[Column, ...], tuple[str, ...]]] = {}
        """By the duties themselves, which are kept so that they stay themselves: the columns and words they read."""

    def __call__(self, duties: Sequence[Understood], rows: Rows, working: Working) -> Masks:
        """The masks of all rows."""
        return self.masks(*self.planned(duties, rows, working))

    def planned(
        self, duties: Sequence[Understood], rows: Rows, working: Working, wanted: Sequence[str] = MASKS
    ) -> tuple[Plan, Any]:
        """The plan for duties, and the table of the columns that they read; `wanted`: the masks asked for."""
        import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

        ids = tuple(map(id, duties))
        if ids not in self._reads:
            exprs = [expr for one in duties for expr in bits_of(one.answer)]
            self._reads[ids] = duties, tuple(columns_of(*exprs)), tuple(words_of(*exprs))
        _, columns, said = self._reads[ids]
        cells = {column: working.read(column).over(rows.size) for column in columns}
        truths = frozenset(column for column, cell in cells.items() if cell.values.dtype == np.bool_)
        key = (ids, truths, tuple(map(working.words.number, said)), tuple(wanted))
        if key not in self._plans:
            self._plans[key] = plan(duties, truths, working.words, wanted)
        of = self._plans[key]
        held = {ROW: pa.array(np.arange(rows.size))}
        held |= {name: pa.array(cells[column].values, mask=~cells[column].sure) for column, name in of.names.items()}
        return of, pa.table(held)

    def masks(self, of: Plan, table: Any) -> Masks:
        """The masks of a table."""
        found = self.run(of, table)
        order = np.argsort(np.asarray(found[ROW]), kind="stable")
        return Masks(**{mask: np.asarray(found[mask]).astype(np.int64)[order] for mask in MASKS})

    def sql(self, of: Plan) -> str:
        """A plan as text for the engine, compiled once; the stages stay apart."""
        if id(of) not in self._texts:
            self._texts[id(of)] = of, sql(self.backend, of)
        return self._texts[id(of)][1]

    @abstractmethod
    def run(self, of: Plan, table: Any) -> Any:
        """An Arrow table of what the plan comes to, its rows in any order.

        `table` is an Arrow table, or the path of a Parquet file, which is read no further than is needed.
        """


class DuckDB(ByIbis):
    """DuckDB in memory, which reaches for nothing by itself."""

    def __init__(self) -> None:
        import ibis  # noqa: PLC0415 - heavy, and not there for one case

        super().__init__(ibis.duckdb.connect(autoinstall_known_extensions=False, autoload_known_extensions=False))

    def run(self, of: Plan, table: Any) -> Any:
        """An Arrow table of what the plan comes to."""
        connection = self.backend.con
        if isinstance(table, Path):
            connection.read_parquet(str(table)).create_view(TABLE, replace=True)
        else:
            connection.register(TABLE, table)
        found = connection.execute(self.sql(of)).to_arrow_table()  # `sql` would plan it twice
        connection.execute(f"DROP VIEW {TABLE}") if isinstance(table, Path) else connection.unregister(TABLE)
        return found


class Polars(ByIbis):
    """Polars."""

    def __init__(self) -> None:
        import ibis  # noqa: PLC0415 - heavy, and not there for one case

        super().__init__(ibis.polars.connect())

    def run(self, of: Plan, table: Any) -> Any:
        """An Arrow table of what the plan comes to."""
        import polars as pl  # noqa: PLC0415 - heavy, and not there for one case

        held = pl.scan_parquet(table) if isinstance(table, Path) else table
        self.backend.create_table(TABLE, held, overwrite=True)
        return self.backend.compile(of.expr).collect(engine="streaming").to_arrow()


class Spark(ByIbis):
    """Spark, for what one machine cannot hold; `session` is the caller's, who also stops it."""

    def __init__(self, session: Any) -> None:
        import ibis  # noqa: PLC0415 - heavy, and not there for one case

        super().__init__(ibis.pyspark.connect(session))
        self.session = session

    def run(self, of: Plan, table: Any) -> Any:
        """An Arrow table of what the plan comes to."""
        reads = isinstance(table, Path)
        held = self.session.read.parquet(str(table)) if reads else self.session.createDataFrame(table)
        held.createOrReplaceTempView(TABLE)
        found = self.session.sql(self.sql(of)).toArrow()
        self.session.catalog.dropTempView(TABLE)
        return found


def words_of(*exprs: Expr) -> list[str]:
    """The words that trees compare with, each once, in order."""
    found: set[str] = set()
    for expr in exprs:
        for node in walk(expr):
            if isinstance(node, OneOf):
                found |= {value for value in node.values if isinstance(value, str)}
            elif isinstance(node, Constant) and isinstance(node.value, str):
                found.add(node.value)
    return sorted(found)


def sql(backend: Any, of: Plan) -> str:
    """A plan as text for an engine; the stages stay apart."""
    import ibis  # noqa: PLC0415 - heavy, and not there for one case

    fused = ibis.options.sql.fuse_selects
    ibis.options.sql.fuse_selects = False
    try:
        return str(backend.compile(of.expr))
    finally:
        ibis.options.sql.fuse_selects = fused


def duckdb_engine() -> DuckDB:
    """DuckDB in memory."""
    return DuckDB()


def polars_engine() -> Polars:
    """Polars."""
    return Polars()


def spark_session(**settings: str) -> Any:
    """A Spark session on this machine alone: no page, no address but this machine's own, times in UTC.

    `settings` are Spark's own, with `_` for the dot. An overflow is an error, as on DuckDB.
    """
    from pyspark.sql import SparkSession  # noqa: PLC0415 - heavy, and there for the lake alone

    usual = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.ansi.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[*]").appName("yifa")
    for name, value in {**usual, **{name.replace("_", "."): value for name, value in settings.items()}}.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def spark_engine(session: Any | None = None) -> Spark:
    """Spark, in a session of its own if none is given."""
    return Spark(session or spark_session())
