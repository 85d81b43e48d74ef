"""Counts the acts of one procedure: for each figure whether it holds of an act, and what the act adds.

All acts that anything is counted from are gone through once, with their organ and month. Figures that rest on the row
of an act alone, or on whether and when another act of the case first happened, are told by Polars; those that speak of
more are worked out on rows of `yifa.law.run.milestones`, as duties are, and joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl

from yifa.law.conditions.columns import Attribute, Column, DayOf, FieldOf, Happened, MinuteOf, Occurrence, Pick
from yifa.law.conditions.tree import Expr
from yifa.law.duties import DutySet
from yifa.law.facts import Source
from yifa.law.figures import CountedFigure, Period, figure_set
from yifa.law.run.cells import Cells, Places, Working
from yifa.law.run.counted_tables import NO_ORGAN, Behind, Frames, Tables, at_grain, day_of, is_act, month
from yifa.law.run.in_hand import flows, in_hand
from yifa.law.run.milestones import Rows
from yifa.law.run.polars_tree import polars_expr
from yifa.law.run.taking_in import Batch, batch

_ROW, _RANK = "__row", "__rank"
_ADDED = ("n", "unknown", "total", "blank")
_OPEN, _NO_DAY = 1 << 32, 1 << 30
"""In the rank of an act: it is open whether it counts; it has no day."""


class CountedActs:
    """The figures of one procedure over its tables."""

    def __init__(self, tables: Tables, as_of: date) -> None:
        self.frames = Frames(tables, as_of)
        self.procedure = tables.procedure
        self.of = figure_set(tables.procedure)
        self.figures = self.of.figures
        self.acts = tuple(dict.fromkeys(one.act for one in self.figures if one.act is not None))

    def untold(self, figure: CountedFigure) -> frozenset[str]:
        """The organs of whose data some do not carry what a figure rests on."""
        sources = self.frames.tables.sources
        silent = [one.id for one in sources if not _carries(one, figure)]
        if not silent:
            return frozenset()
        if "source" not in self.frames.case_columns:
            return self.frames.organs(self.frames.cases) if sources[0].id in silent else frozenset()
        named = pl.col("source").cast(pl.String).fill_null(sources[0].id)
        return self.frames.organs(self.frames.cases.filter(named.is_in(silent)))

    def counted(self, first: int) -> list[pl.DataFrame]:
        """The grain of all figures; `first` is the place of the first of them."""
        every = self._acts(self.figures)
        told = [sums for act in self.acts for sums in self._of_act(act, every)]
        moved = [
            flow for one in self.figures if one.act is None for flow in flows(self.frames, one, first + one.number)
        ]
        summed = pl.collect_all([*(sums for _, sums in told), *moved])
        parts = [
            sums.select(at_grain(first + one.number, **{name: pl.col(f"{name}{one.number}") for name in _ADDED}))
            for (figures, _), sums in zip(told, summed, strict=False)
            for one in figures
        ]
        something = (pl.col("n") != 0) | (pl.col("unknown") != 0) | (pl.col("total") != 0)
        return [part.filter(something) for part in (*parts, *summed[len(told) :])]

    def behind(self, figures: Sequence[CountedFigure], period: Period) -> Iterator[tuple[CountedFigure, Behind]]:
        """What some figures count in a period; the acts are gone through once for all of them."""
        for one in figures:
            if one.act is None:
                yield from ((one, row) for row in in_hand(self.frames, one, period))
        if own := [one for one in figures if one.act is not None]:
            every = self._acts(own)
            acts = dict.fromkeys(one.act or "" for one in own)
            rows = {act: self._rows(every, act, [one for one in own if one.act == act]) for act in acts}
            held = [self._held(rows[one.act or ""], one, period) for one in own]
            for one, table in zip(own, pl.collect_all(held), strict=True):
                for case, organ, day, amount in table.iter_rows():
                    yield one, Behind(self.procedure, case, organ or NO_ORGAN, one.act, day_of(day), amount)

    def _held(self, rows: pl.LazyFrame, one: CountedFigure, period: Period) -> pl.LazyFrame:
        """Of the acts of a kind those that one figure counts in a period."""
        held = _first_of_case(rows, one) if one.counting.once else rows
        within = held.filter(_holds(one) & pl.col("month").is_between(period.first, period.last))
        value = _value(one) if one.value is not None else pl.lit(None, pl.Int64)
        return within.select("case", pl.col("organ").cast(pl.String), "day", value.alias("value"))

    def _of_act(self, act: str, every: pl.LazyFrame) -> Iterator[tuple[list[CountedFigure], pl.LazyFrame]]:
        """Sums of the figures over one kind of act: those that count each act, those that count a case once, and
        those that add up something of a case once."""
        figures = [one for one in self.figures if one.act == act]
        own = self._rows(every, act, figures)
        if each := [one for one in figures if not one.counting.once]:
            yield each, _summed(own, each)
        if once := [one for one in figures if one.counting.once and one.value is None]:
            yield from _cases_counted(own, once)
        for one in figures:
            if one.counting.once and one.value is not None:
                yield [one], _summed(_first_of_case(own, one), [one])

    # -- the acts that anything is counted from ---------------------------------------------------------------------

    def _acts(self, given: Sequence[CountedFigure]) -> pl.LazyFrame:
        """The acts that figures look at, each with its organ and month, and what they read of it and of its case."""
        figures = [one for one in given if one.act is not None]
        frames = self.frames
        read = [column for one in figures for column in one.columns]
        attributes = {f"{one.of}.{one.name}" for one in read if isinstance(one, Attribute)} & frames.case_columns
        fields = {f"field.{one.field}" for one in read if isinstance(one, FieldOf)}
        fields |= {f"field.{one.heaviest.field}" for one in figures if one.heaviest is not None}
        if any(isinstance(one, MinuteOf) for one in read):
            fields.add("minute")
        numbered = not all(map(self._by_polars, figures))
        acts = frames.acts.with_row_index(_ROW) if numbered else frames.acts
        return (
            acts.filter(is_act({one.act or "" for one in figures}) & frames.exists)
            .select(*([_ROW] if numbered else []), "case", "act", "day", *sorted(fields & frames.columns))
            .join(frames.case_organs(sorted(attributes)), on="case", how="left")
            .with_columns(month(pl.col("day")).alias("month"))
        )

    def _rows(self, every: pl.LazyFrame, act: str, figures: Sequence[CountedFigure]) -> pl.LazyFrame:
        """Those of one kind, and for each figure of it whether it holds and its value."""
        rows = every.filter(is_act((act,)))
        told = [one for one in figures if self._by_polars(one)]
        for name, milestones in self._milestones(told):
            happened = pl.col(f"there.{name}").fill_null(value=False)
            rows = rows.join(milestones, on="case", how="left").with_columns(happened)
        if others := [one for one in figures if not self._by_polars(one)]:
            rows = rows.join(self._by_rows(others), on=_ROW, how="left")
        rows = rows.with_columns([expr for one in told for expr in self._plainly(one)])
        return rows.with_columns([self._heavy(one) for one in figures if one.heaviest is not None])

    def _by_polars(self, one: CountedFigure) -> bool:
        """Whether a figure is told by its row, and by whether and when other acts of its case first happened."""
        return all(_of_the_row(column) or self._milestone(column) is not None for column in one.columns)

    def _milestone(self, column: Column) -> str | None:
        """The act of a column that tells whether or when it first happened, of any source and by no other act."""
        match column:
            case (
                Happened(of=Occurrence(act=act, pick=Pick.FIRST, where=()))
                | DayOf(of=Occurrence(act=act, pick=Pick.FIRST, where=()))
            ):
                of_others = any(act in kind.counts_as for kind in self.of.folder.procedure.acts.values())
                told = all(source.carries_act(act) for source in self.frames.tables.sources)
                return act if told and not of_others else None
        return None

    def _milestones(self, figures: Sequence[CountedFigure]) -> Iterator[tuple[str, pl.LazyFrame]]:
        """For each act so spoken of, by case: that it happened, and its first day, none where a day is blank."""
        read = (column for one in figures for column in one.columns)
        for act in sorted({act for column in read if (act := self._milestone(column)) is not None}):
            day = pl.when(pl.col("day").null_count() == 0).then(pl.col("day").min())
            yield (
                act,
                self.frames.acts.filter(is_act((act,)) & self.frames.exists)
                .group_by("case")
                .agg(pl.lit(value=True).alias(f"there.{act}"), day.alias(f"first.{act}")),
            )

    def _plainly(self, one: CountedFigure) -> Iterator[pl.Expr]:
        def read(column: Column) -> pl.Expr:
            milestone = self._milestone(column)
            if milestone is not None:
                return pl.col(f"{'there' if isinstance(column, Happened) else 'first'}.{milestone}")
            match column:
                case DayOf():
                    return pl.col("day")
                case MinuteOf():
                    name = "minute"
                case FieldOf(field=field):
                    name = f"field.{field}"
                case Attribute(of=of, name=own):
                    name = f"{of}.{own}"
                case _:
                    raise TypeError(f"{column} is not told by Polars")
            if name not in (self.frames.columns | self.frames.case_columns):
                return pl.lit(None)
            return pl.col(name).cast(pl.String) if self.frames.is_text(name) else pl.col(name)

        yield polars_expr(one.holds, read).cast(pl.Boolean).alias(f"holds{one.number}")
        if one.value is not None:
            yield polars_expr(one.value, read).cast(pl.Int64).alias(f"value{one.number}")

    def _heavy(self, one: CountedFigure) -> pl.Expr:
        """Whether the wanted step is the heaviest of an act's list; unknown where the list is blank or empty."""
        of = one.heaviest
        assert of is not None  # noqa: S101 - asked of such figures only
        if f"field.{of.field}" not in self.frames.columns:
            return (_holds(one) & pl.lit(None, pl.Boolean)).alias(f"holds{one.number}")
        words = pl.col(f"field.{of.field}")
        rank_of = pl.element().cast(pl.String).replace_strict(list(of.ranks), list(of.ranks.values()), default=0)
        rank = pl.when(words.list.len() > 0).then(words.list.eval(rank_of).list.max())
        return (_holds(one) & (rank == of.step)).alias(f"holds{one.number}")

    # -- figures that speak of other acts of the case ---------------------------------------------------------------

    def _by_rows(self, figures: Sequence[CountedFigure]) -> pl.LazyFrame:
        """What figures come to that read more than their own row, by the place of the act in the table."""
        taken, kept = self._batch
        rows = taken.facts.rows(figures[0].act)
        working = Working(rows.column, taken.facts.words)
        found: dict[str, Any] = {}
        for one in figures:
            found[f"holds{one.number}"] = _series(working, one.holds, rows, truth=True)
            if one.value is not None:
                found[f"value{one.number}"] = _series(working, one.value, rows, truth=False)
        places = kept[rows.it.rows] if rows.it is not None else kept[:0]
        return pl.LazyFrame({_ROW: pl.Series(places, dtype=pl.get_index_type()), **found})

    @cached_property
    def _batch(self) -> tuple[Batch, Places]:
        """What figures that read more rest on, and the place of each of its acts in the table."""
        frames = self.frames
        read = {need for one in self.figures if not one.plain for need in one.rests_on}
        kinds, fields = {act for act, _ in read}, {f"field.{name}" for _, name in read if name is not None}
        named = sorted((fields | {"minute", "id"}) & frames.columns)
        acts = frames.acts.with_row_index(_ROW).filter(is_act(kinds))
        kept, cases = pl.collect_all([acts.select(_ROW, "case", "act", "day", *named), frames.cases])
        whole = DutySet(self.of.folder, (), {}, {})
        keys = pl.col("case").cast(pl.String) if self.frames.is_text("case") else pl.col("case")
        own, whose = (_coded(table.with_columns(keys).to_arrow()) for table in (kept.drop(_ROW), cases))
        taken = batch(own, whose, whole, frames.as_of, sources=frames.tables.sources)
        return taken, kept[_ROW].to_numpy().astype(np.intp)


def _coded(table: Any) -> Any:
    """The table with the numbers of its words as Arrow has them by itself."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for who counts from rows alone

    plain = pa.dictionary(pa.int32(), pa.string())
    for place, column in enumerate(table.schema):
        if pa.types.is_dictionary(column.type):
            table = table.set_column(place, column.name, table.column(place).cast(plain))
    return table


def _carries(source: Source, figure: CountedFigure) -> bool:
    """Whether a source tells of everything a figure rests on."""
    return all(
        source.carries_act(act) if field is None else source.carries_field(act, field) for act, field in figure.rests_on
    )


def _holds(one: CountedFigure) -> pl.Expr:
    return pl.col(f"holds{one.number}")


def _value(one: CountedFigure) -> pl.Expr:
    return pl.col(f"value{one.number}")


def _of_the_row(column: Column) -> bool:
    match column:
        case Attribute():
            return True
        case FieldOf(of=of) | DayOf(of=of) | MinuteOf(of=of):
            return of.pick is Pick.IT
    return False


def _summed(rows: pl.LazyFrame, figures: Sequence[CountedFigure]) -> pl.LazyFrame:
    """What several figures come to, by organ and month, from rows in which they are told."""
    return rows.group_by("organ", "month").agg([expr for one in figures for expr in _sums(one)])


def _sums(one: CountedFigure) -> Iterator[pl.Expr]:
    """What a figure comes to over some rows."""
    holds = _holds(one)
    zero = pl.lit(0, dtype=pl.Int64)
    added = one.value is not None
    yield holds.sum().alias(f"n{one.number}")
    yield holds.null_count().alias(f"unknown{one.number}")
    yield (pl.when(holds).then(_value(one)).sum() if added else zero).alias(f"total{one.number}")
    yield ((holds & _value(one).is_null()).sum() if added else zero).alias(f"blank{one.number}")


def _rank(one: CountedFigure) -> pl.Expr:
    """By which of a case's acts is chosen: those that hold before those of which it is open, then by day."""
    return _holds(one).is_null().cast(pl.Int64) * _OPEN + pl.col("day").cast(pl.Int64).fill_null(_NO_DAY)


def _may_hold(one: CountedFigure) -> pl.Expr:
    return _holds(one).fill_null(value=True)


def _first_of_case(rows: pl.LazyFrame, one: CountedFigure) -> pl.LazyFrame:
    """Each case once: its first act that holds; where none does for sure and one may, that one, still unknown.

    Of acts without a day, and of acts of one day, the one that stands first in the table.
    """
    ranked = rows.filter(_may_hold(one)).with_columns(_rank(one).alias(_RANK))
    return ranked.filter(pl.col(_RANK) == pl.col(_RANK).min().over("case")).unique("case", keep="first")


def _cases_counted(
    rows: pl.LazyFrame, figures: Sequence[CountedFigure]
) -> Iterator[tuple[list[CountedFigure], pl.LazyFrame]]:
    """How many cases figures count once, by organ and the month of the first act that holds."""
    ranks = [pl.when(_may_hold(one)).then(_rank(one)).min().alias(f"rank{one.number}") for one in figures]
    cases = rows.group_by("case").agg(pl.col("organ").first(), *ranks)
    for one in figures:
        rank, number = pl.col(f"rank{one.number}"), one.number
        day = pl.when(rank % _OPEN != _NO_DAY).then(rank % _OPEN)
        zero, sure = pl.lit(0, dtype=pl.Int64), rank < _OPEN
        own = cases.filter(rank.is_not_null()).group_by("organ", month(day).alias("month"))
        yield (
            [one],
            own.agg(
                sure.sum().alias(f"n{number}"),
                (~sure).sum().alias(f"unknown{number}"),
                zero.alias(f"total{number}"),
                zero.alias(f"blank{number}"),
            ),
        )


def _series(working: Working, expr: Expr, rows: Rows, *, truth: bool) -> pl.Series:
    held: Cells = working.value(expr)
    values = np.broadcast_to(held.values, (rows.size,)).astype(np.bool_ if truth else np.int64)
    known = np.broadcast_to(held.sure, (rows.size,))
    return pl.Series(values, dtype=pl.Boolean if truth else pl.Int64).set(pl.Series(~known), None)
