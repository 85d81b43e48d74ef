"""A folder beside the corpus: tried with a case, taken before one of the same id, refused where it is faulty."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
CASE = """\
- id: A-1
  procedure: {procedure}
  events:
  - {{on: "2023-09-18", act: application-received, complete: true}}
  - {{on: "2023-10-21", act: decision-made}}
  checks: [lic-decide-20wd]
  expect: [{{rule: lic-decide-20wd, class: violation}}]
"""


@pytest.fixture
def place(yifa: Call, tmp_path: Path) -> Path:
    yifa("corpus", "new", "tree-felling", "--into", str(tmp_path))
    (tmp_path / "case.yaml").write_text(CASE.format(procedure="tree-felling"), encoding="utf-8")
    return tmp_path


def test_its_cases_are_run_and_told(yifa: Call, place: Path) -> None:
    own = ("--folder", str(place / "tree-felling"))
    assert yifa("corpus", "cases", str(place / "case.yaml"), *own, lang="en").code == 0
    told = json.loads(yifa("explain", str(place / "case.yaml"), *own, "--json").out)["stories"][0]
    assert [(duty["duty"], duty["light"], duty["over"]) for duty in told["duties"]] == [
        ("lic-decide-20wd", "red", "1 calendar days")
    ]


def test_without_it_the_procedure_is_not_known(yifa: Call, place: Path) -> None:
    said = yifa("corpus", "cases", str(place / "case.yaml"), lang="en")
    assert said.code == 1
    assert "no folder handles the procedure «tree-felling»" in said.out
    assert yifa("explain", str(place / "case.yaml"), lang="en").code == 2


def test_it_goes_before_a_folder_of_the_same_id(yifa: Call, place: Path) -> None:
    vocabulary = place / "tree-felling" / "procedure.yaml"
    vocabulary.write_text(vocabulary.read_text(encoding="utf-8").replace("id: tree-felling", "id: licence"))
    (place / "case.yaml").write_text(CASE.format(procedure="licence"), encoding="utf-8")
    own = ("--folder", str(place / "tree-felling"))
    titles = [
        json.loads(yifa("explain", str(place / "case.yaml"), *more, "--json").out)["stories"][0]["procedure"]["en"]
        for more in ((), own)
    ]
    assert titles == ["Administrative licensing (with notice and commitment)", "A new procedure"]


def test_a_folder_without_a_procedure_and_a_faulty_one_are_refused(yifa: Call, place: Path) -> None:
    (place / "empty").mkdir()
    said = yifa("explain", str(place / "case.yaml"), "--folder", str(place / "empty"), lang="en")
    assert said.code == 1
    assert "holds no procedure.yaml" in said.err
    duties = place / "tree-felling" / "duties.yaml"
    duties.write_text(duties.read_text(encoding="utf-8").replace("20 working days", "20天"), encoding="utf-8")
    said = yifa("corpus", "cases", str(place / "case.yaml"), "--folder", str(place / "tree-felling"), lang="en")
    assert said.code == 1
    assert "duties.yaml line 9: duties[0].within: `20天`: say which days" in said.err
