"""The same act told twice is one act: in a main sheet and a long one, in two long ones, in two ledgers.

One act where case, kind and day are the same and the times do not differ, the n-th with the n-th; and one without a day
with the only act of its kind in another sheet, or, in a sheet with a row for each case, with the only one of the main
sheet. Two rows of one sheet are two acts. What the first sheet says counts
(main sheets come first); what differs is told, and where two main sheets differ, neither counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

KEYS = ("case", "position", "rank", "is_main", "of_case", "nth", "made")
_GROUP = ("case", "g_day", "g_number", "g_minute")
AT_ONCE = 150_000
"""Tellings that are put together at once, about."""
NO_END = 1 << 40


@dataclass(frozen=True)
class Merged:
    """Acts of one kind, each once, and where tellings of one act differ.

    `differing`: a row for each difference: `case`, `column`, `of_mains` (two main sheets differ), and the ranks and
    positions of the rows that tell the act.
    """

    acts: pl.DataFrame
    differing: pl.DataFrame


_NO_DIFFERENCE = pl.DataFrame(
    schema={
        "case": pl.Int32,
        "column": pl.String,
        "of_mains": pl.Boolean,
        "ranks": pl.List(pl.Int32),
        "positions": pl.List(pl.Int32),
    }
)


def merged(tellings: Sequence[pl.DataFrame]) -> Merged:
    """The acts of one kind from the tellings of all sheets (columns of `KEYS`, day; minute, id, fields where told)."""
    told = pl.concat(tellings, how="diagonal")
    if len(tellings) == 1:
        return Merged(told.filter("made"), _NO_DIFFERENCE)
    several = told.group_by("case").agg(_differs("rank").alias("several")).filter("several").select("case")
    if not several.height:
        return Merged(told.filter("made"), _NO_DIFFERENCE)
    if "minute" not in told.columns:
        told = told.with_columns(pl.lit(None, dtype=pl.Int64).alias("minute"))
    alone = told.join(several, "case", "anti").filter("made")
    parts = [_together(some) for some in _stretches(told.join(several, "case", "semi"))]
    return Merged(pl.concat([alone, *(part.acts for part in parts)]), pl.concat([part.differing for part in parts]))


def _stretches(told: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Tellings in stretches of cases, of about so many rows each."""
    cases = np.unique(np.sort(told["case"].to_numpy())[::AT_ONCE])
    for first, after in zip(cases, [*cases[1:], NO_END], strict=True):
        yield told.filter((pl.col("case") >= int(first)) & (pl.col("case") < int(after)))


def _together(told: pl.DataFrame) -> Merged:
    """The acts of cases of which several sheets tell."""
    grouped = _grouped(told)
    values = [name for name in told.columns if name not in KEYS]
    together = (
        grouped.group_by(_GROUP, maintain_order=True)
        .agg(
            pl.col("position", "rank", "is_main", "of_case", "nth").first(),
            pl.col("made").any(),
            *(pl.col(name).drop_nulls().first() for name in values),
        )
        .filter("made")
        .select(told.columns)
    )
    return Merged(together, _differing(grouped, values))


def _grouped(told: pl.DataFrame) -> pl.DataFrame:
    """Each telling with the act it tells of: its day and its number among the acts of that day."""
    told = _in_order(told)
    dayed = told.filter(pl.col("day").is_not_null()).with_columns(pl.col("day").alias("g_day"))
    dayed = dayed.with_columns(_number_within(dayed, "case", "rank", "day").alias("g_number"))
    minute = pl.col("minute")
    if dayed["minute"].null_count() < dayed.height:
        minute = pl.when(_differs("minute").over("case", "g_day", "g_number")).then("minute")
    dayed = dayed.with_columns(minute.alias("g_minute"))
    undayed = _beside_dayed(told.filter(pl.col("day").is_null()), dayed)
    elsewhere = pl.col("dayed_here").is_null()
    of_the_case = pl.col("of_case") & (pl.col("many_of_main") == 1)
    only = ((pl.col("many") == 1) | of_the_case) & elsewhere
    number = pl.lit(_number_within(undayed, "case", "rank"))
    joins = only.fill_null(value=False) & (number == 0)
    undayed = undayed.with_columns(
        pl.when(joins).then("g_day").alias("g_day"),
        pl.when(joins).then(0).otherwise(number).cast(pl.Int32).alias("g_number"),
        pl.when(joins).then("g_minute").alias("g_minute"),
    )
    columns = [*told.columns, "g_day", "g_number", "g_minute"]
    return pl.concat([dayed.select(columns), undayed.select(columns)]).sort(["case", "rank"], maintain_order=True)


def _in_order(told: pl.DataFrame) -> pl.DataFrame:
    """Tellings by case, sheet, day, time and id; what these leave open, the fields decide, and at last the row."""
    order = [name for name in ("case", "rank", "day", "minute", "nth", "id") if name in told.columns]
    told = told.sort(order)
    alike = np.array(told.select(~pl.any_horizontal(pl.col(order).ne_missing(pl.col(order).shift()))).to_series())
    alike[:1] = False
    tied = np.flatnonzero(alike | np.append(alike[1:], False))
    if tied.size:
        whole = [*order, *sorted(set(told.columns) - set(order) - set(KEYS)), "position"]
        places = np.arange(told.height)
        places[tied] = tied[told[tied].select(pl.arg_sort_by(whole)).to_series().to_numpy()]
        told = told[places]
    return told


def _number_within(told: pl.DataFrame, *columns: str) -> pl.Series:
    """The number of each row, from 0, among those that are alike in some columns and stand together."""
    changes = np.zeros(told.height, np.bool_)
    for name in columns:
        held = told[name].to_numpy()
        changes[1:] |= held[1:] != held[:-1]
    rows = np.arange(told.height, dtype=np.int32)
    return pl.Series(rows - np.maximum.accumulate(np.where(changes, rows, 0)), dtype=pl.Int32)


def _beside_dayed(undayed: pl.DataFrame, dayed: pl.DataFrame) -> pl.DataFrame:
    """Tellings without a day, with what is told of the case with one: how many acts, how many of them a main sheet
    tells, the day and time of the first (of a main sheet, where one tells it), and whether this sheet tells any.
    """
    dayed = dayed.join(undayed.select("case").unique(), "case", "semi", maintain_order="left")
    act = ("case", "g_day", "g_number", "g_minute")
    many = dayed.unique(act).group_by("case").agg(pl.len().alias("many"))
    of_main = dayed.filter("is_main").unique(act).group_by("case").agg(pl.len().alias("many_of_main"))
    first = dayed.sort("is_main", descending=True, maintain_order=True).unique(
        "case", keep="first", maintain_order=True
    )
    here = dayed.select("case", "rank").unique().with_columns(pl.lit(value=True).alias("dayed_here"))
    for more in (many, of_main, first.select("case", "g_day", "g_minute")):
        undayed = undayed.join(more, "case", "left", maintain_order="left")
    return undayed.join(here, ["case", "rank"], "left", maintain_order="left")


def _differs(name: str) -> pl.Expr:
    """Whether there are different values, blanks left aside."""
    return (pl.col(name).min() != pl.col(name).max()).fill_null(value=False)


def _differing(grouped: pl.DataFrame, values: Sequence[str]) -> pl.DataFrame:
    """Where tellings of one act say different things; of main sheets also where their days differ."""
    compared = [name for name in values if name not in ("day", "minute", "recorded_at")]
    found = [_of_mains_days(grouped)]
    within = _with_differences(grouped, compared)
    if within.height:
        counted = within.group_by(_GROUP, maintain_order=True).agg(
            *(pl.col(name).drop_nulls().n_unique().alias(name) for name in compared),
            *(pl.col(name).filter("is_main").drop_nulls().n_unique().alias(f"main.{name}") for name in compared),
            pl.col("rank").cast(pl.Int32).alias("ranks"),
            pl.col("position").cast(pl.Int32).alias("positions"),
        )
        found += [
            counted.filter(pl.col(name) > 1).select(
                "case",
                pl.lit(name).alias("column"),
                (pl.col(f"main.{name}") > 1).alias("of_mains"),
                "ranks",
                "positions",
            )
            for name in compared
        ]
    return pl.concat(found, how="vertical_relaxed")


def _with_differences(grouped: pl.DataFrame, compared: Sequence[str]) -> pl.DataFrame:
    """The tellings of those acts of which any of some columns has different values."""
    if not compared:
        return grouped.clear()
    found = grouped.group_by(_GROUP).agg(pl.any_horizontal(map(_differs, compared)).alias("differs"), pl.any("made"))
    found = found.filter(pl.col("differs") & pl.col("made")).select(_GROUP)
    return grouped.join(found, _GROUP, "semi", nulls_equal=True, maintain_order="left")


def _of_mains_days(grouped: pl.DataFrame) -> pl.DataFrame:
    """Cases of which two main sheets give the same act on different days."""
    mains = grouped.filter(pl.col("is_main") & pl.col("made"))
    several = mains.group_by("case").agg(_differs("rank").alias("several")).filter("several").select("case")
    mains = mains.join(several, "case", "semi", maintain_order="left")
    return (
        mains.group_by("case", "nth", maintain_order=True)
        .agg(
            pl.col("day").drop_nulls().n_unique().alias("days"),
            pl.col("rank").n_unique().alias("sheets"),
            pl.col("rank").cast(pl.Int32).alias("ranks"),
            pl.col("position").cast(pl.Int32).alias("positions"),
        )
        .filter((pl.col("days") > 1) & (pl.col("sheets") > 1))
        .select(
            pl.col("case").cast(pl.Int32),
            pl.lit("day").alias("column"),
            pl.lit(value=True).alias("of_mains"),
            "ranks",
            "positions",
        )
    )
