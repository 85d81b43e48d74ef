"""Reads tables by ADBC, all of one moment, and writes them down as Parquet.

The SQL is that of Django's query, and so within the scope. SQLite tells no types of columns, and its driver goes by
the first rows: so every column is asked for as a text or a whole number that is never blank, and made what it is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import polars as pl
import pyarrow.parquet as pq
from django.db import connection
from django.db.models import BigIntegerField, F, IntegerField, TextField, Value
from django.db.models.functions import Cast, Coalesce

from yifa.record.snapshot.beside import tables_of
from yifa.record.snapshot.tables import Kind, Table

NO_NUMBER = -(2**62)
"""What a blank whole number is asked for as."""


def read(tables: Sequence[Table]) -> dict[str, pl.DataFrame]:
    """The tables by name, all of one moment. Raises `Unscoped` without a scope."""
    asked = {table.name: _sql(table) for table in tables}
    return {table.name: _typed(_rows(rows), table) for table, (_, rows) in zip(tables, _given(asked), strict=True)}


def write_parquet(frames: Mapping[str, pl.DataFrame], folder: Path) -> list[Path]:
    """Write tables into a folder, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, frame in frames.items():
        paths.append(folder / f"{name}.parquet")
        pq.write_table(frame.to_arrow(), paths[-1], compression="zstd")
    return paths


def read_parquet(folder: Path) -> dict[str, pl.DataFrame]:
    """The tables of a folder by name."""
    return {path.stem: pl.read_parquet(path) for path in sorted(folder.glob("*.parquet"))}


def _sql(table: Table) -> str:
    """The query of a table in SQL, every column as text or whole number."""
    columns = {f"c{place}": _asked(name, kind) for place, (name, kind) in enumerate(table.columns.items())}
    rows = table.rows().annotate(**columns).order_by().values_list(*columns)
    sql, parameters = rows.query.get_compiler(using="default").as_sql()
    return _inlined(sql, parameters)


def _asked(name: str, kind: Kind) -> Any:
    """A column as it is asked for: PostgreSQL tells what its columns are, SQLite gets texts and whole numbers."""
    if connection.vendor == "postgresql":
        return Cast(F(name), TextField()) if kind is Kind.JSON else F(name)
    if kind is Kind.NUMBER:
        return Coalesce(F(name), Value(NO_NUMBER), output_field=BigIntegerField())
    if kind is Kind.YES_NO:
        return Cast(F(name), IntegerField())
    return Coalesce(Cast(F(name), TextField()), Value("", output_field=TextField()), output_field=TextField())


def _inlined(sql: str, parameters: Sequence[Any]) -> str:
    """A query with its parameters in their places: numbers and texts, which the drivers would send one by one."""
    left = iter(parameters)

    def told(match: re.Match[str]) -> str:
        if match.group() == "%%":
            return "%"
        value = next(left)
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise TypeError(f"found {type(value).__name__} in the query of a snapshot, expected a number or a text")
        return str(value) if isinstance(value, int) else "'" + value.replace("\x00", "").replace("'", "''") + "'"

    return re.sub(r"%%|%s", told, sql)


def _given(asked: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """The Arrow tables that queries give, all of one moment."""
    if connection.vendor == "sqlite":
        yield from tables_of(Path(connection.settings_dict["NAME"]).resolve(), asked)
        return
    from adbc_driver_postgresql import dbapi as postgresql  # noqa: PLC0415 - only where it is the database

    with closing(postgresql.connect(_address())) as opened, closing(opened.cursor()) as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'UTC'")
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for name, sql in asked.items():
            cursor.execute(sql)
            yield name, cursor.fetch_arrow_table()


def _address() -> str:
    """The database as libpq wants it said."""
    said = connection.settings_dict
    where = {"host": said["HOST"], "port": said["PORT"], "user": said["USER"], "password": said["PASSWORD"]}
    given = {name: value for name, value in where.items() if value}
    return f"postgresql:///{quote(said['NAME'], safe='')}?{urlencode(given, quote_via=quote)}"


def _rows(table: Any) -> pl.DataFrame:
    found = pl.from_arrow(table)
    assert isinstance(found, pl.DataFrame)  # noqa: S101 - of a table
    return found


def _typed(rows: pl.DataFrame, table: Table) -> pl.DataFrame:
    """The columns by their names, as what they are; rows in the order of their numbers where they have any."""
    made = rows.select(
        _column(pl.col(f"c{place}"), kind, rows.schema[f"c{place}"]).alias(name.replace("__", "_"))
        for place, (name, kind) in enumerate(table.columns.items())
    )
    return made.sort("id") if "id" in made.columns else made


def _column(held: pl.Expr, kind: Kind, told: pl.DataType) -> pl.Expr:
    match kind:
        case Kind.NUMBER:
            number = held.cast(pl.Int64)
            return pl.when(number != NO_NUMBER).then(number)
        case Kind.YES_NO:
            return held.cast(pl.Int64) == 1
        case Kind.DAY if told == pl.Date:
            return held
        case Kind.DAY:
            text = held.cast(pl.String)
            return pl.when(text != "").then(text).str.to_date("%Y-%m-%d")
        case Kind.MOMENT if told.is_temporal():
            return held.dt.convert_time_zone("UTC").dt.replace_time_zone(None).dt.cast_time_unit("us").dt.truncate("1s")
        case Kind.MOMENT:
            text = held.cast(pl.String).str.slice(0, 19).str.replace("T", " ")
            return pl.when(text != "").then(text).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="us")
    return held.cast(pl.String)
