"""DuckDB and Polars give the same masks as the plain engine, on every worked example."""

from __future__ import annotations

from dataclasses import replace

import pytest

from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.run.case_tables import Asked, as_tables
from yifa.law.run.examples import examples, prepared
from yifa.law.run.ibis_tree import duckdb_engine, polars_engine
from yifa.law.run.many_cases import many_engine
from yifa.law.run.masks import MASKS
from yifa.law.run.taking_in import batch

ENGINES = {"duckdb": duckdb_engine, "polars": polars_engine}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("id_", procedure_ids())
def test_an_engine_gives_the_masks_of_the_plain_one(id_: str, name: str) -> None:
    many = many_engine(id_)
    asked = []
    for place, example in enumerate(examples(folder(id_))):
        one = prepared(example, folder(id_))
        asked.append(Asked(one.case, one.as_of, one.known_at, replace(one.source, id=str(place))))
    acts, cases = as_tables(asked, many.whole.folder.procedure)
    ready = batch(acts, cases, many.whole, sources=[one.source for one in asked], counted=True)
    plain, other = many.judge(ready), many.judge(ready, ENGINES[name]())
    for left, right in zip(plain.grains, other.grains, strict=True):
        for mask in MASKS:
            assert getattr(left.masks, mask).tolist() == getattr(right.masks, mask).tolist(), (left.rows.act, mask)
