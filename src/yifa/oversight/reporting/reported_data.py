"""Reported figures as plain data: `yifa.reported/1`, each with its file, sheet, cell, person and day."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from yifa.law.catalogue.measures import measure
from yifa.law.figures import Period
from yifa.oversight.reporting.canonical import exact
from yifa.oversight.reporting.returned import Reported, Returned

SCHEMA = "yifa.reported/1"


def read_reported(data: Mapping[str, Any]) -> dict[str, Reported]:
    """The figures of such data; raises `KeyError` or `ValueError` where it is something else."""
    if data["schema"] != SCHEMA:
        raise ValueError(f"expected {SCHEMA}, found {data['schema']}")
    names = ("contributor", "file", "sheet", "cell", "person", "reviewer", "day", "source", "note")
    return {
        one["id"]: Reported(measure(one["id"]), Fraction(one["value"]), **{name: one[name] for name in names})
        for one in data["figures"]
    }


def reported_data(returned: Returned, period: Period) -> dict[str, Any]:
    """What came back, what is doubtful, what is missing."""
    return {
        "schema": SCHEMA,
        "period": str(period),
        "figures": [
            {
                "id": one.measure.id,
                "value": exact(one.value),
                "unit": one.measure.unit,
                "contributor": one.contributor,
                "file": one.file,
                "sheet": one.sheet,
                "cell": one.cell,
                "person": one.person,
                "reviewer": one.reviewer,
                "day": one.day,
                "source": one.source,
                "note": one.note,
            }
            for _, one in sorted(returned.figures.items())
        ],
        "doubts": [
            {
                "doubt": one.doubt.value,
                "contributor": one.contributor,
                "file": one.file,
                "cell": one.cell,
                "measure": one.measure,
                "stated": one.stated,
                "against": one.against,
            }
            for one in returned.doubts
        ],
        "missing": {contributor: list(ids) for contributor, ids in sorted(returned.missing.items())},
    }
