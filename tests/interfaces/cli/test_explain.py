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
        "   1  Mon 8 Jan 2024  case filed  (officers 宋, 林)",
        "   2  Wed 10 Apr 2024  extension approved  "
        "(length of the extension 30 calendar days; approver head of the organ)",
        "   3  Tue 7 May 2024  decision made  (fine 500 yuan)",
    ]
    place = lines.index("▲ Decided within 90 days of filing, which may be extended  30 calendar days past the last day")
    assert lines[place + 1] == (
        "  going by the material, not as the rule asks · Provisions on Penalty Procedure of Market Regulation (2022), "
        "Art. 64 · unlawful in a minor way, not revoked · pen-samr-decide-90d"
    )
    assert lines[place + 4] == (
        "    The extension by 30 calendar days of Wed 10 Apr 2024 does not count: it came after the last day reached, "
        "Sun 7 Apr 2024."
    )
    assert lines[-1] == "What the machine finds is a clue, going by what the material shows. A person decides."


def test_in_chinese_words_and_amounts_have_their_names(yifa: Call, file: Path) -> None:
    lines = yifa("explain", str(file)).out.splitlines()
    assert lines[3:6] == [
        "   1  2024年1月8日（周一）  立案  (执法人员 宋、林)",
        "   2  2024年4月10日（周三）  批准延期  (延长时间 30个自然日；批准人 负责人)",
        "   3  2024年5月7日（周二）  作出决定  (罚款数额 500元)",
    ]
    assert "▲ 立案之日起九十日内作出处理决定，可以延长  逾期30个自然日" in lines


def test_a_page_is_written_and_each_case_told_in_a_line(yifa: Call, file: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "case.html"
    said = yifa("explain", str(file), "--html", str(page), lang="en")
    assert said.code == 0
    assert said.out.splitlines()[1:] == ["  A-1  青屏县一案  ▲3 ●1"]
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [one.name for one in page.parent.iterdir()] == ["case.html"]


def test_beside_data_the_page_is_named_on_the_other_stream(yifa: Call, file: Path, tmp_path: Path) -> None:
    said = yifa("explain", str(file), "--json", "--html", str(tmp_path / "case.html"), lang="en")
    assert json.loads(said.out)["stories"][0]["case"] == "A-1"
    assert said.err.startswith("Wrote ")


def test_a_page_that_cannot_be_written_is_said_with_a_remedy(yifa: Call, file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = yifa("explain", str(file), "--html", str(tmp_path / "file" / "case.html"), lang="en")
    assert said.code == 1
    assert "name another file with --html" in said.err


def test_a_folder_is_told_file_by_file_in_the_order_of_their_names(yifa: Call, tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    for name in ("2", "1"):
        (folder / f"{name}.yaml").write_text(CASE.replace("A-1", f"A-{name}"), encoding="utf-8")
    (folder / "notes.md").write_text("About this folder.")
    told = json.loads(yifa("explain", str(folder), "--json").out)
    assert [story["case"] for story in told["stories"]] == ["A-1", "A-2"]
    (tmp_path / "none").mkdir()
    assert yifa("explain", str(tmp_path / "none"), lang="en").err.startswith("Error: There is no case in ")


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
