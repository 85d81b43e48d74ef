"""Whatever names somebody is declared to, so that no name gets into an act."""

from __future__ import annotations

from pathlib import Path

import pytest

import yifa
from yifa.law.catalogue.folders import folder
from yifa.law.conditions import Type
from yifa.law.conditions.columns import OverlapOf, UnqualifiedOf
from yifa.law.duties import duty_set

PROCEDURES = sorted(
    path.name for path in (Path(yifa.__file__).parent / "corpus" / "procedures").iterdir() if path.is_dir()
)
OFFICES = {"body", "departments", "penalties"}
"""Lists and words that are compared or kept like people and name offices or kinds of penalties."""


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_field_that_is_compared_as_people_or_kept_as_personal_says_whom_it_names(name: str) -> None:
    of = folder(name)
    compared = {
        part.field
        for grain in duty_set(name).grains
        for column in (column for one in grain.duties for column in one.reads)
        for part in (
            (column.of,)
            if isinstance(column, UnqualifiedOf)
            else (column.one, column.other)
            if isinstance(column, OverlapOf)
            else ()
        )
    }
    kept = {one for _, column in of.ledger.columns() if column.personal for one in column.field} if of.ledger else set()
    lists = {one for one, field in of.procedure.fields.items() if field.type is Type.NAMES}
    own = {one for one in compared | kept | lists if one in of.procedure.fields}
    assert {one for one in own if of.procedure.fields[one].names is None} - OFFICES == set()
