"""`yifa explain`: a case told in the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
CASE = """\
- id: A-1
  title: 青屏县一案
  procedure: penalty-ordinary
  profile: [statute, samr]
  events:
    - {on: "2024-01-08", act: case-filed, officers: [宋, 林]}
    - {on: "2024-04-10", act: extension-approved, days: 30, approver: head}
    - {on: "2024-05-07", act: decision-made, fine: 500}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def test_a_case_is_told_with_its_acts_its_days_and_their_reasons(yifa: Call, file: Path) -> None:
    said = yifa("explain", str(file), lang="en")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[:6] == [
        "A-1  青屏县一案",
        "Administrative penalty: ordinary procedure and hearing, as of Tue 7 May 2024",
        "",
        "  Mon 8 Jan 2024  case filed  (officers 宋、林)",
        "  Wed 10 Apr 2024  extension approved  (length of the extension 30 calendar days; approver head)",
        "  Tue 7 May 2024  decision made  (fine 500)",
    ]
    place = lines.index("▲ Decided within 90 days of filing, which may be extended")
    assert lines[place + 1] == "  violation  pen-samr-decide-90d  市场监督管理行政处罚程序规定(2022)§64  MINOR"
    assert lines[place + 4] == (
        "    The extension by 30 calendar days of Wed 10 Apr 2024 does not count: it came after the last day reached, "
        "Sun 7 Apr 2024."
    )


def test_it_can_be_told_as_of_an_earlier_day(yifa: Call, file: Path) -> None:
    told = json.loads(yifa("explain", str(file), "--as-of", "2024-04-01", "--json").out)
    story = told["stories"][0]
    assert [act["act"] for act in story["acts"]] == ["case-filed"]
    assert {duty["duty"]: duty["light"] for duty in story["duties"]}["pen-samr-decide-90d"] == "open"


def test_all_tells_what_is_in_order_too(yifa: Call, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("2024-04-10", "2024-04-07"), encoding="utf-8")
    assert "●" not in yifa("explain", str(path), lang="en").out
    assert "● Decided within 90 days of filing" in yifa("explain", str(path), "--all", lang="en").out


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            '"2024-01-08"',
            '"January"',
            "event 1: `on`: expected a day such as 2024-09-25 or 2024-09-25T17:30, found 'January'",
        ),
        ("- id: A-1", "- id: A-1\n  colour: red", "case.yaml line 2: [0].colour: is not known here"),
        ("penalty-ordinary", "moon-landing", "no procedure is called 'moon-landing'"),
    ],
)
def test_a_case_that_cannot_be_read_is_refused_in_words(yifa: Call, file: Path, old: str, new: str, fault: str) -> None:
    file.write_text(CASE.replace(old, new), encoding="utf-8")
    said = yifa("explain", str(file), lang="en")
    assert said.code != 0
    assert fault in said.err.replace("\n", " ")


def test_a_case_without_a_day_needs_one(yifa: Call, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("- {id: A-2, procedure: penalty-ordinary, events: [{act: case-filed}]}\n", encoding="utf-8")
    said = yifa("explain", str(path), lang="en")
    assert said.code == 1
    assert "A-2 has no act with a day" in said.err
    assert yifa("explain", str(path), "--as-of", "2024-01-01", lang="en").code == 0
