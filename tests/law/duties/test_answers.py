"""The table of outcomes: which truth values come to what."""

from __future__ import annotations

from itertools import product

import pytest

from yifa.law.conditions.columns import Attribute
from yifa.law.conditions.reading import read
from yifa.law.conditions.tree import Read
from yifa.law.duties.answers import Answer

APPLIES, MET, PENDING, CONTESTED = (Read(Attribute("case", name)) for name in "ampc")
ANSWER = Answer(APPLIES, MET, PENDING, (CONTESTED,))
TRUTH = (True, None, False)


@pytest.mark.parametrize(("a", "m", "p"), list(product(TRUTH, repeat=3)))
def test_exactly_one_outcome_holds_or_it_is_unknown(a: bool | None, m: bool | None, p: bool | None) -> None:
    values = {"a": a, "m": m, "p": p, "c": True}
    masks = {
        name: read(getattr(ANSWER, f"is_{name}"), lambda column: values[column.name])  # type: ignore[union-attr]
        for name in ("not_applicable", "met", "pending", "unmet")
    }
    expected = (
        "not_applicable"
        if a is False
        else None
        if a is None
        else "met"
        if m is True
        else "pending"
        if p is True
        else "unmet"
        if m is False and p is False
        else None
    )
    assert masks == {name: name == expected for name in masks}
    contested = read(ANSWER.is_contested, lambda column: values[column.name])  # type: ignore[union-attr]
    assert contested is (expected == "unmet")
