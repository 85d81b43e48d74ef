"""Cases in hand: those that came in and have not gone out, by the first day of each.

A case whose coming in or going out has no day is open; it is counted apart, of no period.
"""

from __future__ import annotations

import polars as pl

from yifa.law.conditions.types import day_number
from yifa.law.figures import CountedFigure, Period
from yifa.law.run.counted_tables import NO_ORGAN, Behind, Frames, at_grain, day_of, is_act, month


def flows(frames: Frames, one: CountedFigure, place: int) -> list[pl.LazyFrame]:
    """The grain of a figure: how many cases came in and went out in each month, and how many are open."""
    spans = _spans(frames, one)
    sure = spans.filter(~pl.col("open"))
    came = sure.select("organ", month(pl.col("came")).alias("month"), pl.lit(1).alias("n"), pl.lit(0).alias("gone"))
    went = sure.filter(pl.col("went").is_not_null()).select(
        "organ", month(pl.col("went")).alias("month"), pl.lit(0).alias("n"), pl.lit(1).alias("gone")
    )
    moved = pl.concat([came, went]).group_by("organ", "month").agg(pl.col("n", "gone").sum())
    open_ = spans.filter(pl.col("open")).group_by("organ").agg(pl.len().alias("unknown"))
    return [
        moved.select(at_grain(place, n=pl.col("n"), total=pl.col("gone"))),
        open_.select(at_grain(place, month=pl.lit(None), unknown=pl.col("unknown"))),
    ]


def in_hand(frames: Frames, one: CountedFigure, period: Period) -> list[Behind]:
    """The cases in hand at the end, or before the start, of a period."""
    last = day_number(period.first_day) - 1 if one.counting.in_hand == "start" else day_number(period.last_day)
    there = (pl.col("came") <= last) & (pl.col("went").is_null() | (pl.col("went") > last))
    table = _spans(frames, one).filter(~pl.col("open") & there).select("case", "organ", "came").collect()
    return [
        Behind(one.procedure, case, organ or NO_ORGAN, None, day_of(came)) for case, organ, came in table.iter_rows()
    ]


def _spans(frames: Frames, one: CountedFigure) -> pl.LazyFrame:
    """Each case that came in: the days it came in and went out, and whether one of these is not known.

    What went out before it came in went out on the day it came in.
    """
    day = pl.col("day")
    opening, ending = is_act(one.since), is_act(one.until)
    acts = frames.acts.filter(frames.exists & (opening | ending))
    by_case = acts.group_by("case").agg(
        day.filter(opening).min().alias("came"),
        day.filter(ending).min().alias("ended"),
        day.is_null().any().alias("open"),
        opening.any().alias("in"),
    )
    went = pl.when(pl.col("ended").is_not_null()).then(pl.max_horizontal("came", "ended")).alias("went")
    return by_case.filter(pl.col("in")).with_columns(went).join(frames.case_organs(), on="case", how="left")
