"""The tables that figures are counted from, and what every way of counting them needs: organs, months, one schema.

Tables are those of `yifa.law.run.acts_table` and `yifa.law.run.taking_in`, with an `organ` beside each case. They are
Arrow tables, or lazy Polars frames over the files of a snapshot.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import Any

import polars as pl

from yifa.law.conditions.types import EPOCH, day_number
from yifa.law.facts import EVERYTHING, Source

NO_ORGAN = ""
"""The organ of cases of which nobody says whose they are."""
SCHEMA = {
    "figure": pl.Int32,
    "organ": pl.String,
    "month": pl.Int32,
    "n": pl.Int64,
    "unknown": pl.Int64,
    "total": pl.Int64,
    "blank": pl.Int64,
}
"""The grain, as `yifa.law.figures.grain` says."""


@dataclass(frozen=True)
class Tables:
    """What there is of one procedure: acts and cases, and what their sources carry."""

    procedure: str
    acts: Any
    cases: Any
    sources: Sequence[Source] = (EVERYTHING,)


@dataclass(frozen=True, slots=True)
class Behind:
    """One thing that was counted: the case, the act and its day, and what was added up.

    Of a case in hand `act` is None and `day` the day it came in.
    """

    procedure: str
    case: Any
    organ: str
    act: str | None
    day: date | None
    value: int | None = None


class Frames:
    """The tables of one procedure as lazy frames, up to the day asked about."""

    def __init__(self, tables: Tables, as_of: date) -> None:
        self.tables = tables
        self.as_of = as_of
        self.acts = _lazy(tables.acts)
        self.cases = _lazy(tables.cases)

    @cached_property
    def columns(self) -> frozenset[str]:
        """The columns of the acts."""
        return frozenset(self.acts.collect_schema().names())

    @cached_property
    def case_columns(self) -> frozenset[str]:
        """The columns of the cases."""
        return frozenset(self.cases.collect_schema().names())

    @property
    def exists(self) -> pl.Expr:
        """Whether an act exists for the answer: not after the day asked about; without a day it does."""
        return pl.col("day").is_null() | (pl.col("day") <= day_number(self.as_of))

    def case_organs(self, columns: Sequence[str] = ()) -> pl.LazyFrame:
        """Each case with its organ, and some further columns."""
        organ = pl.col("organ") if "organ" in self.case_columns else pl.lit(None, pl.String).alias("organ")
        case = pl.col("case").cast(self.acts.collect_schema()["case"])
        return self.cases.select(case, organ, *(pl.col(name) for name in columns))

    def is_text(self, name: str) -> bool:
        """Whether a column holds words by number."""
        frame = self.acts if name in self.columns else self.cases
        type_ = frame.collect_schema()[name]
        return type_ == pl.Categorical or isinstance(type_, pl.Enum)

    def organs(self, cases: pl.LazyFrame) -> frozenset[str]:
        """The organs of some cases."""
        if "organ" not in self.case_columns:
            return frozenset((NO_ORGAN,))
        names = cases.select(pl.col("organ").cast(pl.String).unique()).collect()["organ"]
        return frozenset(name or NO_ORGAN for name in names.to_list())


def is_act(kinds: Collection[str]) -> pl.Expr:
    """Whether an act is of one of these kinds; words by number are compared by number."""
    named = [pl.col("act") == kind for kind in sorted(kinds)]
    return reduce(or_, named) if named else pl.lit(value=False)


def month(day: pl.Expr) -> pl.Expr:
    """The number of the month of a day; both counted as everywhere."""
    of = day.cast(pl.Int32).cast(pl.Date)
    return of.dt.year() * 12 + of.dt.month().cast(pl.Int32) - 1


def day_of(number: int) -> date:
    """The day of a number counted from 1970-01-01."""
    return date.fromordinal(number + EPOCH)


def at_grain(place: int, **columns: pl.Expr) -> list[pl.Expr]:
    """The columns of the grain; those not given are nought."""
    zero = pl.lit(0, dtype=pl.Int64)
    organ = pl.col("organ").cast(pl.String).fill_null(NO_ORGAN)
    given = {"figure": pl.lit(place), "organ": organ, "month": pl.col("month")} | columns
    return [given.get(name, zero).cast(type_).alias(name) for name, type_ in SCHEMA.items()]


def _lazy(table: Any) -> pl.LazyFrame:
    if isinstance(table, pl.LazyFrame):
        return table
    frame = table if isinstance(table, pl.DataFrame) else pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 - a table, not a column
    return frame.lazy()
