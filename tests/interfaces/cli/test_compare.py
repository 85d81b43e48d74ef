"""`yifa compare`: measures of several reports side by side, as a table and as data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.interfaces.cli.conftest import Said
from tests.interfaces.cli.test_read import GOOD, OTHER

Call = Callable[..., Said]


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    first, second = tmp_path / "2023.txt", tmp_path / "2024.txt"
    first.write_text(OTHER, encoding="utf-8")
    second.write_text(GOOD, encoding="utf-8")
    return str(first), str(second)


def test_what_both_state_stands_side_by_side_with_growth(yifa: Call, files: tuple[str, str]) -> None:
    said = yifa("compare", *files, lang="en")

    assert said.code == 0
    assert "50件" in said.out
    assert "65件" in said.out
    assert "+15 (+30.0%)" in said.out


def test_data_names_figures_and_growth_exactly(yifa: Call, files: tuple[str, str]) -> None:
    data = json.loads(yifa("compare", *files, "--json").out)

    assert data["schema"] == "yifa.comparison/1"
    assert data["files"] == list(files)
    row = next(row for row in data["rows"] if row["cells"][0]["value"] == "50")
    assert [cell["value"] for cell in row["cells"]] == ["50", "65"]
    assert row["growth"] == [{"earlier": 0, "later": 1, "difference": "15", "rate": "30.0000"}]


def test_csv_has_a_column_for_each_text_and_its_growth(yifa: Call, files: tuple[str, str]) -> None:
    rows = list(csv.reader(io.StringIO(yifa("compare", *files, "--csv", lang="en").out)))

    assert rows[0] == [
        *("Measure", "云汀市人民政府 2023", "growth", "云汀市人民政府 2024", "growth"),
        *("Unit", "Not of one definition"),
    ]
    assert [row[1:6] for row in rows[1:] if row[1] == "50"] == [["50", "", "65", "+15 (+30.0%)", "件"]]


def test_workbook_is_written(yifa: Call, files: tuple[str, str], tmp_path: Path) -> None:
    said = yifa("compare", *files, "--xlsx", str(tmp_path / "c.xlsx"), lang="en")

    assert said.code == 0
    assert load_workbook(tmp_path / "c.xlsx").sheetnames == ["Comparison"]


def test_one_text_is_not_enough(yifa: Call, files: tuple[str, str], tmp_path: Path) -> None:
    said = yifa("compare", files[0], str(tmp_path / "gone.txt"), lang="en")

    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[-1] == "Error: a comparison needs two texts at least"


def test_texts_without_a_common_measure_are_told_so(yifa: Call, files: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("云汀市2022年度法治政府建设情况报告\n\n今年无数据可报。\n", encoding="utf-8")

    said = yifa("compare", files[0], str(tmp_path / "none.txt"), lang="en")

    assert said.out == "No measure is stated by more than one of the texts.\n"


def test_a_text_named_twice_is_said_to_be_one(yifa: Call, files: tuple[str, str]) -> None:
    said = yifa("compare", files[0], files[0], lang="en")

    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines() == [
        f"{files[0]} is named twice; it is one text.",
        "Error: a comparison needs two texts at least",
    ]
