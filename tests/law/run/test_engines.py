"""An engine compiles a plan once and takes it again; a table on disk gives what one in memory gives."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.law.run.test_many_engines import taken_in, worked
from yifa.law.conditions.tree import Compare, Comparison, Constant, OneOf
from yifa.law.facts import Act, Case
from yifa.law.run import engines
from yifa.law.run.case_tables import Asked
from yifa.law.run.engines import ByIbis, duckdb_engine, polars_engine, words_of
from yifa.law.run.ibis_tree import ROW
from yifa.law.run.many_cases import Judged, many_engine
from yifa.law.run.masks import MASKS

ENGINES = [duckdb_engine, polars_engine]


def judged() -> Judged:
    asked = list(islice(worked("licence"), 0, None, 40))
    return many_engine("licence").judge(taken_in("licence", asked))


def sorted_rows(found: Any) -> list[dict[str, Any]]:
    table = found if isinstance(found, pa.Table) else pa.table(found)
    return sorted(table.to_pylist(), key=lambda row: row[ROW])


@pytest.mark.parametrize("made", ENGINES)
def test_a_table_on_disk_gives_what_one_in_memory_gives(made: Any, tmp_path: Path) -> None:
    engine, grain = made(), judged().grains[0]
    of, table = engine.planned(grain.duties, grain.rows, grain.working)
    pq.write_table(table, tmp_path / "rows.parquet")
    assert sorted_rows(engine.run(of, tmp_path / "rows.parquet")) == sorted_rows(engine.run(of, table))


@pytest.mark.parametrize("made", ENGINES)
def test_only_the_masks_asked_for_are_worked_out(made: Any) -> None:
    engine, grain = made(), judged().grains[0]
    of, table = engine.planned(grain.duties, grain.rows, grain.working, ("unmet",))
    whole = engine.run(*engine.planned(grain.duties, grain.rows, grain.working))
    found = engine.run(of, table)
    assert found.column_names == [ROW, "unmet"]
    assert whole.column_names == [ROW, *MASKS]
    assert [row["unmet"] for row in sorted_rows(found)] == [row["unmet"] for row in sorted_rows(whole)]


def test_a_plan_is_made_once_for_the_same_duties_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    real = engines.plan
    monkeypatch.setattr(engines, "plan", lambda duties, *others: made.append(len(duties)) or real(duties, *others))
    engine: ByIbis = duckdb_engine()
    grain = judged().grains[0]
    for _ in range(2):
        engine(grain.duties, grain.rows, grain.working)
    assert made == [len(grain.duties)]
    grain.working.words.number("a word never said before")
    engine(grain.duties, grain.rows, grain.working)
    assert made == [len(grain.duties)]


def test_another_vocabulary_has_a_plan_of_its_own() -> None:
    engine, many = duckdb_engine(), many_engine("licence")
    for mode in ("joint", "ordinary"):
        acts = (Act("application-accepted", 19_500, None, {"mode": mode}, id="a"),)
        asked = [Asked(Case("c", "licence", acts), date(2024, 5, 6))]
        ready = taken_in("licence", asked)
        plain, other = many.judge(ready), many.judge(ready, engine)
        for left, right in zip(plain.grains, other.grains, strict=True):
            assert left.masks.unmet.tolist() == right.masks.unmet.tolist()


def test_the_words_of_trees_are_told_once_and_in_order() -> None:
    word = Compare(Comparison.EQUAL, Constant(None), Constant("joint"))
    assert words_of(word, OneOf(word, ("head", "deputy", "joint")), OneOf(word, (1, 2))) == ["deputy", "head", "joint"]
