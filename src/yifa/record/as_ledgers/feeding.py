"""What the lists of organs tell beside the cases of a procedure: the same as `lists.feeding` tells of one case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from yifa.law import facts
from yifa.law.catalogue.procedures import Procedure
from yifa.record.lists.feeding import with_lists
from yifa.record.lists.models import OrganList
from yifa.record.organs.models import Organ

FIELD = "field."


def with_what_lists_tell(acts: pl.DataFrame, cases: pl.DataFrame, procedure: Procedure) -> pl.DataFrame:
    """The acts of a procedure, fields filled that lists tell, and the acts that the lists of each organ are."""
    if not procedure.from_lists:
        return acts
    keeping = OrganList.objects.filter(kind__in=list(procedure.from_lists)).values_list("organ_id", flat=True)
    for organ in Organ.objects.filter(id__in=set(keeping)):
        own = cases.filter(pl.col("organ_id") == organ.id)
        if own.height:
            acts = _filled(acts, own, organ, procedure)
            acts = _beside(acts, own, with_lists([], organ, procedure))
    return acts


def _filled(acts: pl.DataFrame, cases: pl.DataFrame, organ: Organ, procedure: Procedure) -> pl.DataFrame:
    """With the fields that an edition in force tells of an act, where nobody filled them in."""
    told: dict[str, dict[str, str]] = {}
    for declared in procedure.from_lists.values():
        for kind, fields in declared.tells.items():
            told.setdefault(kind, {}).update({field: one.by for field, one in fields.items()})
    for kind, named in told.items():
        columns = list(dict.fromkeys([*named, *named.values()]))
        own = (
            acts.with_row_index("place")
            .filter(pl.col("kind") == kind)
            .join(cases.select("case"), on="case", how="semi")
        )
        asked = own.select("place", pl.col("on").cast(pl.Int32), *(FIELD + name for name in columns)).rows()
        before = [
            facts.Act(
                kind, day, None, {name: held for name, held in zip(columns, values, strict=True) if held is not None}
            )
            for _, day, *values in asked
        ]
        done = with_lists(before, organ, procedure)[: len(before)]
        for field in named:
            values = acts[FIELD + field].to_list()
            for row, act in zip(asked, done, strict=True):
                values[row[0]] = act.fields.get(field)
            acts = acts.with_columns(pl.Series(FIELD + field, values, dtype=acts.schema[FIELD + field]))
    return acts


def _beside(acts: pl.DataFrame, cases: pl.DataFrame, told: Sequence[facts.Act]) -> pl.DataFrame:
    """With the acts that a list is, in every case of its organ."""
    if not told:
        return acts
    rows = [{"kind": one.kind, "on": one.day, **_fields(one.fields)} for one in told]
    schema = {name: acts.schema[name] for name in dict.fromkeys(key for row in rows for key in row)}
    schema["on"] = pl.Int32()
    made = pl.DataFrame(rows, schema=schema).with_columns(pl.col("on").cast(pl.Date))
    return pl.concat([acts, cases.select("case").join(made, how="cross")], how="diagonal")


def _fields(held: Mapping[str, Any]) -> dict[str, Any]:
    return {FIELD + name: list(value) if isinstance(value, tuple) else value for name, value in held.items()}
