"""The same act told twice is one act: in a main sheet and a long one, in two long ones, in two ledgers.

One act where case, kind and day are the same and the times do not differ, the n-th with the n-th; and one without a day
with the only act of its kind in another sheet, or, in a sheet with a row for each case, with the only one of the main
sheet. Two rows of one sheet are two acts. What the first sheet says counts
(main sheets come first); what differs is told, and where two main sheets differ, neither counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

KEYS = ("case", "position", "rank", "is_main", "of_case", "nth", "made")
_GROUP = ("case", "g_day", "g_number", "g_minute")


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
    """The acts of one kind from the tellings of all sheets (columns of `KEYS`, day, minute, id, fields)."""
    told = pl.concat(tellings, how="diagonal")
    if len(tellings) == 1:
        return Merged(told.filter("made"), _NO_DIFFERENCE)
    several = told.group_by("case").agg(pl.col("rank").n_unique()).filter(pl.col("rank") > 1).select("case")
    if not several.height:
        return Merged(told.filter("made"), _NO_DIFFERENCE)
    alone = told.join(several, "case", "anti").filter("made")
    grouped = _grouped(told.join(several, "case", "semi"))
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
    return Merged(pl.concat([alone, together]), _differing(grouped, values))


def _grouped(told: pl.DataFrame) -> pl.DataFrame:
    """Each telling with the act it tells of: its day and its number among the acts of that day."""
    order = [name for name in ("case", "rank", "day", "minute", "nth", "id") if name in told.columns]
    told = told.sort([*order, *sorted(set(told.columns) - set(order) - set(KEYS)), "position"])
    dayed = told.filter(pl.col("day").is_not_null()).with_columns(
        pl.col("day").alias("g_day"),
        pl.int_range(pl.len()).over("case", "rank", "day").cast(pl.Int32).alias("g_number"),
    )
    clash = pl.col("minute").drop_nulls().n_unique().over("case", "g_day", "g_number") > 1
    dayed = dayed.with_columns(pl.when(clash).then("minute").alias("g_minute"))
    act = pl.struct("g_day", "g_number", "g_minute")
    days = dayed.group_by("case").agg(
        act.n_unique().alias("many"),
        act.filter("is_main").n_unique().alias("many_of_main"),
        pl.col("g_day", "g_minute").sort_by("is_main", descending=True, maintain_order=True).first(),
        pl.col("rank").unique().alias("dayed_ranks"),
    )
    undayed = told.filter(pl.col("day").is_null()).join(days, "case", "left")
    elsewhere = ~pl.col("rank").is_in(pl.col("dayed_ranks")).fill_null(value=False)
    of_the_case = pl.col("of_case") & (pl.col("many_of_main") == 1)
    only = ((pl.col("many") == 1) | of_the_case) & elsewhere
    number = pl.int_range(pl.len()).over("case", "rank").cast(pl.Int32)
    joins = only.fill_null(value=False) & (number == 0)
    undayed = undayed.with_columns(
        pl.when(joins).then("g_day").alias("g_day"),
        pl.when(joins).then(0).otherwise(number).cast(pl.Int32).alias("g_number"),
        pl.when(joins).then("g_minute").alias("g_minute"),
    )
    columns = [*told.columns, "g_day", "g_number", "g_minute"]
    return pl.concat([dayed.select(columns), undayed.select(columns)]).sort(["case", "rank"], maintain_order=True)


def _differing(grouped: pl.DataFrame, values: Sequence[str]) -> pl.DataFrame:
    """Where tellings of one act say different things; of main sheets also where their days differ."""
    compared = [name for name in values if name not in ("day", "minute", "recorded_at")]
    found = [_of_mains_days(grouped)]
    within = grouped.filter((pl.len().over(_GROUP) > 1) & pl.col("made").any().over(_GROUP))
    if within.height and compared:
        counted = within.group_by(_GROUP).agg(
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


def _of_mains_days(grouped: pl.DataFrame) -> pl.DataFrame:
    """Cases of which two main sheets give the same act on different days."""
    mains = grouped.filter(pl.col("is_main") & pl.col("made"))
    return (
        mains.group_by("case", "nth")
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
