"""The page of measures holds every measure with its definition, and leaves none without a way to get its value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yifa.law.catalogue.contributors import asked_of, contributors
from yifa.law.catalogue.folders import procedure_ids
from yifa.law.catalogue.measures import measures
from yifa.law.figures import figure_set

LOOKUP = Path(__file__).parents[2] / "docs" / "lookup"


@pytest.mark.parametrize(("page", "tag"), [("measures.md", "zh"), ("measures.en.md", "en")])
def test_every_measure_stands_there_once_with_its_definition(page, tag):
    text = (LOOKUP / page).read_text(encoding="utf-8")
    rows = {row[0]: row for line in text.splitlines() if (row := re.findall(r"(?<=\| ).*?(?= \|)", line))}
    told = {id_.strip("`"): row[6] for id_, row in rows.items() if id_.startswith("`")}
    assert told == {one.id: getattr(one.meaning, tag) for one in measures()}


def test_every_measure_is_counted_computed_or_asked_of_somebody():
    counted = {one.measure for id_ in procedure_ids() for one in figure_set(id_).figures}
    asked = {one.id for own in asked_of(measures(), contributors()).values() for one in own}
    left = [one.id for one in measures() if one.id not in counted | asked and not one.formulas and not one.adds_up_from]
    assert left == []
