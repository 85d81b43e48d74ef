"""What the law reads of many cases at once: the same as `columns` reads of one, as tables of cases and of acts."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Declared, Type
from yifa.record.cases.choices import State
from yifa.record.cases.models import Act, Case
from yifa.record.cases.people import naming_fields
from yifa.record.snapshot.tables import Kind, Table

GONE = (State.MERGED, State.TRANSFERRED, State.VOID)
"""Cases that go on as another, or never were any."""

TABLES = (
    Table(
        "cases",
        lambda: Case.objects.exclude(state__in=GONE),
        {
            "id": Kind.NUMBER,
            "organ_id": Kind.NUMBER,
            "procedure": Kind.TEXT,
            "number": Kind.TEXT,
            "state": Kind.TEXT,
            "opened": Kind.DAY,
            "facts": Kind.JSON,
            "came_from": Kind.JSON,
        },
    ),
    Table(
        "acts",
        lambda: Act.objects.exclude(case__state__in=GONE),
        {
            "id": Kind.NUMBER,
            "case_id": Kind.NUMBER,
            "kind": Kind.TEXT,
            "on": Kind.DAY,
            "minute": Kind.NUMBER,
            "number": Kind.TEXT,
            "fields": Kind.JSON,
            "recorded_at": Kind.MOMENT,
            "corrects_id": Kind.NUMBER,
            "withdrawn": Kind.YES_NO,
        },
    ),
)
_KEPT = {Type.NUMBER: pl.Int64(), Type.MONEY: pl.Int64(), Type.NAMES: pl.List(pl.String)}


def standing(acts: pl.DataFrame) -> pl.DataFrame:
    """The acts as they stand: those that no later one corrects, without those withdrawn."""
    corrected = acts["corrects_id"].drop_nulls().implode()
    return acts.filter(~pl.col("id").is_in(corrected) & ~pl.col("withdrawn")).sort("id")


def fields_of(acts: pl.DataFrame, procedure: Procedure, same: Mapping[str, str]) -> pl.DataFrame:
    """The acts of one procedure with their fields as the law reads them, `field.<name>` each.

    `same`: parties that are the same as another, by how fields name them.
    """
    declared = procedure.fields
    kept = acts["fields"].str.json_decode(
        pl.Struct({name: _KEPT.get(one.type, pl.String()) for name, one in declared.items()})
    )
    read = kept.struct.unnest()
    naming = {name for (_, name), _ in naming_fields(procedure.id).items()}
    columns = [
        _read(pl.col(name), one.type, same if name in naming else {}).alias(f"field.{name}")
        for name, one in declared.items()
    ]
    return acts.drop("fields").hstack(read.select(columns))


def facts_of_cases(cases: pl.DataFrame, declared: Mapping[str, Declared]) -> pl.DataFrame:
    """The cases of one procedure with what it asks of the case itself, `case.<name>` each."""
    if not declared:
        return cases.drop("facts")
    kept = cases["facts"].str.json_decode(
        pl.Struct({name: _KEPT.get(one.type, pl.String()) for name, one in declared.items()})
    )
    read = kept.struct.unnest()
    columns = [_read(pl.col(name), one.type, {}).alias(f"case.{name}") for name, one in declared.items()]
    return cases.drop("facts").hstack(read.select(columns))


def _read(held: pl.Expr, kind: Type, same: Mapping[str, str]) -> pl.Expr:
    """A kept value as the law reads it (`values.recorded`)."""
    match kind:
        case Type.YES_NO:
            return held == "yes"
        case Type.DAY:
            return held.str.to_date("%Y-%m-%d").cast(pl.Int32).cast(pl.Int64)
        case Type.NAMES if same:
            return held.list.eval(pl.element().replace(same))
        case Type.WORD if same:
            return held.replace(same)
    return held
