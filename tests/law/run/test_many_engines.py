"""DuckDB, Polars and Spark answer as the plain engine and as one case does, on every worked example."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest

from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.procedures import YEAR
from yifa.law.run import engine
from yifa.law.run.case_tables import Asked, as_tables
from yifa.law.run.engines import Spark, duckdb_engine, polars_engine, spark_session
from yifa.law.run.examples import examples, prepared
from yifa.law.run.many_cases import Judged, many_engine
from yifa.law.run.masks import MASKS
from yifa.law.run.taking_in import Batch, batch

HARD = ("licence", "penalty-ordinary", "reconsideration", "supervision")
EVERY_PROCEDURE = [pytest.param(id_, marks=[pytest.mark.slow] * (id_ not in HARD)) for id_ in procedure_ids()]
"""All of them; those that try an engine less are left to the slow tests."""


def worked(id_: str, every: int = 1) -> list[Asked]:
    """Each worked example, or every so many of them, with a source of its own."""
    found = []
    for place, example in enumerate(islice(examples(folder(id_)), 0, None, every)):
        one = prepared(example, folder(id_))
        found.append(Asked(one.case, one.as_of, one.known_at, replace(one.source, id=str(place))))
    return found


def taken_in(id_: str, asked: list[Asked]) -> Batch:
    whole = many_engine(id_).whole
    acts, cases = as_tables(asked, whole.folder.procedure)
    return batch(acts, cases, whole, sources=[one.source for one in asked], counted=True)


def differing(one: Judged, other: Judged) -> list[tuple[str | None, str]]:
    """The grains and masks in which two engines differ."""
    return [
        (left.rows.act, mask)
        for left, right in zip(one.grains, other.grains, strict=True)
        for mask in MASKS
        if getattr(left.masks, mask).tolist() != getattr(right.masks, mask).tolist()
    ]


@pytest.mark.parametrize("id_", EVERY_PROCEDURE)
def test_duckdb_and_polars_give_the_masks_of_the_plain_engine(id_: str) -> None:
    many, ready = many_engine(id_), taken_in(id_, worked(id_))
    plain = many.judge(ready)
    assert {made.__name__: differing(plain, many.judge(ready, made())) for made in (duckdb_engine, polars_engine)} == {
        "duckdb_engine": [],
        "polars_engine": [],
    }


def test_rows_of_years_have_masks_of_their_own() -> None:
    many, ready = many_engine("supervision"), taken_in("supervision", worked("supervision"))
    plain = many.judge(ready)
    years = [grain for grain in plain.grains if grain.rows.act == YEAR]
    assert years
    for mask in ("met", "unmet"):
        assert any(getattr(grain.masks, mask).any() for grain in years)
    for made in (duckdb_engine, polars_engine):
        other = [grain for grain in many.judge(ready, made()).grains if grain.rows.act == YEAR]
        for one, two in zip(years, other, strict=True):
            assert [getattr(one.masks, mask).tolist() for mask in MASKS] == [
                getattr(two.masks, mask).tolist() for mask in MASKS
            ]


@pytest.fixture(scope="module")
def spark() -> Iterator[Spark]:
    """One session for all procedures; nothing is compiled for it, because there are few rows."""
    pytest.importorskip("pyspark")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = spark_session(spark_sql_codegen_wholeStage="false", spark_sql_codegen_factoryMode="NO_CODEGEN")
        yield Spark(session)
        session.stop()


def as_one_case(id_: str, asked: list[Asked], spark: Spark) -> dict[Any, Any]:
    """What Spark and the function for one case give differently."""
    judge = engine(id_)
    expected = {
        (place, *result.key): result
        for place, one in enumerate(asked)
        for result in judge.judge(one.case, one.as_of, one.known_at, source=one.source)
    }
    ready = taken_in(id_, asked)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # Spark leaves its sockets to be closed by chance
        judged = many_engine(id_).judge(ready, spark)
        gc.collect()
    found = {(place, *result.key): result for place, result in judged.results()}
    return {
        key: (expected.get(key), found.get(key))
        for key in expected.keys() | found.keys()
        if expected.get(key) != found.get(key)
    }


def test_spark_gives_what_one_case_gives(spark: Spark) -> None:
    asked = worked("licence", every=12)
    assert len(asked) > 40
    assert as_one_case("licence", asked, spark) == {}


@pytest.mark.slow
@pytest.mark.parametrize("id_", procedure_ids())
def test_spark_gives_what_one_case_gives_on_every_example(id_: str, spark: Spark) -> None:
    assert as_one_case(id_, worked(id_), spark) == {}
