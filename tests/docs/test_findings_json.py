"""The page of the format of findings explains every key that a file of findings has, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.oversight.supervision.ledgers_by_hand import AS_OF, in_time, late, ledger, taken
from yifa.interfaces.checkup.data import write_json
from yifa.interfaces.checkup.told import tell_run
from yifa.law.run.findings import Change
from yifa.ledgers.problems import Fate, Place, Problem, Severity
from yifa.ledgers.taken import SheetRows
from yifa.oversight.supervision.comparing import Cause, Changed
from yifa.oversight.supervision.judging import supervise
from yifa.wording import CHINESE, ENGLISH

LOOKUP = Path(__file__).parents[2] / "docs" / "lookup"
BY_ID = ("corpus", "procedures", "duties", "reach", "not_decidable")
"""Objects whose keys are ids."""


def keys_of(data: Any, within: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for name, part in data.items():
            if within not in BY_ID:
                yield name
            yield from keys_of(
                part, "" if within in BY_ID and within != "duties" else name if within not in BY_ID else ""
            )
    elif isinstance(data, list):
        for part in data:
            yield from keys_of(part)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Any:
    problem = Problem("file-missing", Place("台账.xlsx", "台账", 3, 2), Severity.ERROR, Fate.HELD)
    more = {
        "problems": (problem,),
        "silent": ("C",),
        "sheets": (SheetRows("台账.xlsx", "台账", "penalty-ordinary/main"),),
    }
    told = ledger("penalty-ordinary", [in_time(), late()], reach={"B": AS_OF})
    changed = Changed(
        "p",
        "c",
        "d",
        "s",
        Change.NEW,
        (Cause.CLOCK,),
        {"outcome": None, "class": None, "due": None, "due_minute": None},
        {"outcome": "unmet", "class": "violation", "due": None, "due_minute": None},
    )
    run = tell_run(supervise(taken(told, **more), AS_OF), (CHINESE, ENGLISH), changed=[changed])
    path = tmp_path_factory.mktemp("findings") / "findings.json"
    write_json(run, path)
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", ["findings-json.md", "findings-json.en.md"])
def test_every_key_of_the_format_is_explained(page: str, data: Any) -> None:
    text = (LOOKUP / page).read_text(encoding="utf-8")
    duty = next(iter(data["duties"]["penalty-ordinary"].values()))
    keys = {*keys_of(data | {"duties": {}, "procedures": {}}), *duty}
    assert {key for key in keys if f"`{key}`" not in text} == set()
