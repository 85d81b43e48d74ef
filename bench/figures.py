"""Measures figures: a year's figures at grain from a snapshot on disk, beside SQL by hand and a bare scan.

Invented penalty cases of two years, some seven acts each. What is timed is everything from the files to the measures:
counts, sums and days by organ and month, then the year added up. The SQL by hand gives the same grain and no way back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import numpy as np
import polars as pl

from bench.race import Variant, race
from bench.workload import Goal, Outcome, Size, Workload
from yifa.law.conditions import day_number
from yifa.law.figures import Period
from yifa.law.figures.working_out import work_out_all
from yifa.law.run.counting import Counting, Tables

CASES = {Size.FULL: 1_000_000, Size.QUICK: 100_000, Size.TINY: 3_000}
MANY = {Size.FULL: 10_000_000, Size.QUICK: 1_000_000, Size.TINY: 6_000}
ROUNDS = {Size.FULL: 5, Size.QUICK: 3, Size.TINY: 1}
FEW_ROUNDS = {Size.FULL: 2, Size.QUICK: 1, Size.TINY: 1}
PART = 1_000_000
"""So many cases are written at a time."""
ORGANS = 3_000
YEAR = Period.year(2024)
AS_OF = date(2024, 12, 31)
BESIDE = (("inquiry-made", 5), ("site-inspected", 6), ("legality-reviewed", 7), ("pre-decision-notice-served", 8))
MEASURES = (
    "pen-filed",
    "pen-ordinary",
    "pen-spared",
    "pen-concluded",
    "pen-published",
    "pen-fine-amount",
    "pen-confiscated-amount",
    "pen-days",
    "pen-conclusion-rate",
)
SCAN, SQL, YIFA = "bare scan (DuckDB)", "SQL by hand (DuckDB)", "figures at grain, then the year"


@contextmanager
def snapshot(cases: int) -> Iterator[Path]:
    """The files of a snapshot: `acts.parquet` clustered by case, and `cases.parquet`."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        _write(place, cases)
        yield place


def _write(place: Path, cases: int) -> None:
    """Write the snapshot part after part, so that ten million cases need no more memory than one."""
    firsts = range(0, cases, PART)
    for first in firsts:
        for name, frame in zip(("acts", "cases"), _part(first, min(PART, cases - first)), strict=True):
            frame.write_parquet(place / f"{name}-{first}.parquet")
    for name in ("acts", "cases"):
        parts = [place / f"{name}-{first}.parquet" for first in firsts]
        pl.scan_parquet(parts).sink_parquet(place / f"{name}.parquet")
        for part in parts:
            part.unlink()


def _part(first: int, cases: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The acts and cases from a number on."""
    random = np.random.default_rng([44, first])
    case = np.arange(first, first + cases)
    filed = day_number(date(2023, 1, 1)) + random.integers(0, 720, cases)
    decided = filed + random.integers(10, 100, cases)
    result = random.choice(["penalty", "penalty", "penalty", "no-penalty"], cases)
    money = {"fine": random.integers(0, 10**7, cases), "gains_confiscated": random.integers(0, 10**5, cases)}

    def acts(kind: str, day: Any, share: float, **fields: Any) -> pl.DataFrame:
        there = random.random(cases) < share
        columns: dict[str, Any] = {"case": case[there], "act": [kind] * int(there.sum()), "day": day[there]}
        columns |= {f"field.{name}": values[there] for name, values in fields.items()}
        return pl.DataFrame(columns)

    kinds = [acts("case-filed", filed, 1.1), acts("decision-made", decided, 0.95, result=result, **money)]
    kinds += [acts("case-closed", decided + 20, 0.8), acts("decision-published", decided + 3, 0.7)]
    kinds += [acts(kind, filed + after, 0.9) for kind, after in BESIDE]
    words = pl.col("act", "field.result").cast(pl.Categorical)
    together = pl.concat(kinds, how="diagonal").with_columns(words, pl.col("day").cast(pl.Int32)).sort("case", "day")
    organ = pl.Series([f"o{number}" for number in random.integers(0, ORGANS, cases)], dtype=pl.Categorical)
    return together, pl.DataFrame({"case": case, "organ": organ})


def counted(place: Path) -> dict[str, float]:
    """The measures of the year as Yifa counts them."""
    tables = Tables(
        "penalty-ordinary", pl.scan_parquet(place / "acts.parquet"), pl.scan_parquet(place / "cases.parquet")
    )
    told = Counting([tables], as_of=AS_OF).grain.told(YEAR)[""]
    return {id_: round(float(one.value or 0), 6) for id_, one in work_out_all(MEASURES, told).items()}


def by_hand(place: Path) -> dict[str, float]:
    """The same by SQL written for just these measures: at grain first, then the year."""
    month = "(year(date '1970-01-01' + {0}) * 12 + month(date '1970-01-01' + {0}) - 1)"
    acts, cases = (f"'{place / name}.parquet'" for name in ("acts", "cases"))
    last = day_number(AS_OF)
    with duckdb.connect() as base:
        base.execute(f"""
            CREATE TABLE grain AS
            WITH known AS (SELECT * FROM {acts} WHERE "day" <= {last}
                           AND act IN ('case-filed', 'decision-made', 'case-closed', 'decision-published')),
            firsts AS (SELECT "case" AS c, act, min("day") AS d FROM known
                       WHERE act IN ('case-filed', 'case-closed') GROUP BY ALL),
            filed AS (SELECT c, d FROM firsts WHERE act = 'case-filed'),
            told AS (
              SELECT k."case" AS c, k."day" AS d, k.act, k."field.result" AS result, k."field.fine" AS fine,
                     k."field.gains_confiscated" AS gains, k."day" - f.d AS days
              FROM known k LEFT JOIN filed f ON f.c = k."case" WHERE k.act IN ('decision-made', 'decision-published')
              UNION ALL BY NAME SELECT c, d, act FROM firsts)
            SELECT o.organ, {month.format("t.d")} AS m,
              count(*) FILTER (act = 'case-filed') AS filed, count(*) FILTER (act = 'case-closed') AS closed,
              count(*) FILTER (act = 'decision-made' AND result = 'penalty') AS decided,
              count(*) FILTER (act = 'decision-made' AND result = 'no-penalty') AS spared,
              count(*) FILTER (act = 'decision-published') AS published,
              sum(fine) FILTER (act = 'decision-made' AND result = 'penalty') AS fine,
              sum(gains) FILTER (act = 'decision-made' AND result = 'penalty') AS gains,
              sum(days) FILTER (act = 'decision-made' AND days IS NOT NULL) AS days,
              count(days) FILTER (act = 'decision-made') AS dated
            FROM told t JOIN {cases} o ON o."case" = t.c GROUP BY ALL
        """)  # noqa: S608 - our own names
        sums = base.execute(
            "SELECT sum(filed), sum(decided), sum(spared), sum(closed), sum(published), sum(fine), sum(gains), "
            "sum(days), sum(dated) FROM grain WHERE m BETWEEN ? AND ?",
            [YEAR.first, YEAR.last],
        ).fetchone()
    assert sums is not None  # noqa: S101 - an aggregate has a row
    filed, decided, spared, closed, published, fine, gains, days, dated = (int(one or 0) for one in sums)
    values = (filed, decided, spared, closed, published, fine / 100, gains / 100, days / dated, closed / filed * 100)
    return {id_: round(float(value), 6) for id_, value in zip(MEASURES, values, strict=True)}


def scanned(place: Path) -> int:
    """The least that any engine must do: read the same columns and add them up."""
    with duckdb.connect() as base:
        row = base.execute(
            f"""SELECT sum("case") + sum("day") + sum("field.fine") + sum("field.gains_confiscated")
                + count("act") + count("field.result") FROM '{place / "acts.parquet"}'"""  # noqa: S608
        ).fetchone()
    return 0 if row is None else int(row[0])


def measure_book(size: Size) -> Outcome:
    """A year's figures from a snapshot."""
    return _measured(CASES[size], ROUNDS[size], seconds=5)


def measure_many(size: Size) -> Outcome:
    """The same of ten times as many."""
    return _measured(MANY[size], FEW_ROUNDS[size], seconds=20)


def _measured(cases: int, rounds: int, *, seconds: int) -> Outcome:
    with snapshot(cases) as place:
        counted(place)  # the definitions are read once
        found = race(
            f"Figures of a year, {cases:,} penalty cases",
            [
                Variant(SCAN, lambda: scanned(place), cases),
                Variant(SQL, lambda: by_hand(place), cases),
                Variant(YIFA, lambda: counted(place), cases),
            ],
            reference=SQL,
            rounds=rounds,
        )
    ours, theirs = found.answers[YIFA], found.answers[SQL]
    faults = tuple(f"{id_}: {ours[id_]} beside {theirs[id_]}" for id_ in MEASURES if ours[id_] != theirs[id_])
    goals = (
        Goal("over SQL by hand:", 1.6, found[YIFA].ratio.median, "×", at_least=False),
        Goal(f"{cases:,} cases:", seconds, found[YIFA].seconds.median, "s", at_least=False),
    )
    return Outcome((found,), goals, faults=faults)


WORKLOADS = (
    Workload(
        "figures.book", "A year's figures from a snapshot, beside SQL by hand", measure_book, ("duckdb", "polars")
    ),
    Workload("figures.many", "The same of ten million cases, beside SQL by hand", measure_many, ("duckdb", "polars")),
)
