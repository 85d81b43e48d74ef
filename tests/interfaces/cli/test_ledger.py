"""`yifa ledger`: empty ledgers, and what their columns tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from yifa.interfaces.cli import corpus_check
from yifa.law.catalogue import CorpusFault, CorpusFaults

Call = Callable[..., Any]


def test_a_template_is_written_under_the_name_given(yifa: Call, tmp_path: Path) -> None:
    path = tmp_path / "own" / "台账.xlsx"
    said = yifa("ledger", "template", "criminal-transfer", "-o", str(path), lang="en")
    assert (said.code, said.out) == (0, f"{path}: with all columns kept, 23 duties can be checked\n")
    assert "移送" in openpyxl.load_workbook(path).sheetnames


def test_another_id_a_folder_handles_names_its_ledger(yifa: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert yifa("ledger", "template", "commitment", "-o", str(path)).code == 0
    assert "告知承诺" in openpyxl.load_workbook(path).sheetnames


def test_several_templates_go_into_a_folder_under_their_own_names(yifa: Call, tmp_path: Path) -> None:
    said = yifa("ledger", "template", "criminal-transfer", "registers", "-o", str(tmp_path), lang="en")
    assert said.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Ledger of Transfer of suspected crimes.xlsx",
        "Registers and lists.xlsx",
    ]


def test_a_file_that_is_there_is_replaced_only_when_asked(yifa: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("kept", encoding="utf-8")
    said = yifa("ledger", "template", "registers", "-o", str(path), lang="en")
    assert (said.code, path.read_text(encoding="utf-8")) == (1, "kept")
    assert said.err.splitlines() == [
        f"Error: {path} is there already",
        "What to do: name another file with -o, or replace it with --force",
    ]
    assert yifa("ledger", "template", "registers", "-o", str(path), "--force").code == 0
    assert "机关名册" in openpyxl.load_workbook(path).sheetnames


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "say which ledger: a"),
        (("penalty",), "no ledger is called 'penalty'; there are a"),
        (("work-plan",), "'work-plan' has no ledger; there are a"),
        (("registers", "-o", "a.docx"), "a.docx is no .xlsx file: name a workbook, or a folder for several"),
        (("registers", "licence", "-o", "a.xlsx"), "a.xlsx is no .xlsx file: name a workbook, or a folder"),
    ],
)
def test_what_is_asked_for_wrongly_is_told(yifa: Call, arguments: tuple[str, ...], told: str) -> None:
    said = yifa("ledger", "template", *arguments, lang="en")
    assert said.code == 2
    assert told in " ".join(said.err.split())


def test_a_place_that_cannot_be_written_is_told(yifa: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = yifa("ledger", "template", "registers", "-o", str(tmp_path / "file" / "a.xlsx"), lang="en")
    assert said.code == 1
    assert "cannot be written" in said.err


def test_columns_are_shown_with_what_stands_in_them(yifa: Call) -> None:
    said = yifa("ledger", "columns", "criminal-transfer", lang="en")
    lines = said.out.splitlines()
    assert lines[0] == "With all columns 23 of 23 duties of Transfer of suspected crimes can be checked."
    assert lines[2] == "移送 (Transfers)"
    assert "  是否记录在案 (On record)  是 or 否. Blank: not known.  words: 是、否  2 duties" in lines
    assert "处罚与线索 (Penalties and clues)" in lines


def test_columns_as_data(yifa: Call) -> None:
    data = json.loads(yifa("ledger", "columns", "criminal-transfer", "--json").out)
    assert (data["procedure"], len(data["decidable"]), data["lacking"]) == ("criminal-transfer", 23, [])
    main = data["sheets"][0]
    assert (main["id"], main["rows"], main["carries"], len(main["columns"])) == ("main", "case", "listed", 40)
    assert main["columns"][4] == {
        "id": "suspected",
        "zh": "发现涉嫌犯罪日期",
        "en": "Crime suspected on",
        "also": ["发现日期", "发现时间"],
        "holds": "day",
        "unit": None,
        "words": [],
        "personal": False,
        "duties": main["columns"][4]["duties"],
    }
    assert set(main["columns"][4]["duties"]) <= set(data["decidable"])
    assert main["columns"][4]["duties"]


def test_the_ledgers_there_are(yifa: Call) -> None:
    lines = yifa("ledger", "columns", lang="en").out.splitlines()
    assert (
        "litigation  Administrative litigation (the agency as defendant): 40 columns a case, 4 further sheets" in lines
    )
    assert any(line.endswith("40 columns a case, 1 further sheet") for line in lines)
    ids = [one["id"] for one in json.loads(yifa("ledger", "columns", "--json").out)["ledgers"]]
    assert ids == [line.split()[0] for line in lines]


def test_faults_of_layouts_are_told_when_the_corpus_is_checked(yifa: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty() -> None:
        raise CorpusFaults([CorpusFault("layouts/a.yaml", 3, "of", "«x» has no ledger")])

    monkeypatch.setattr(corpus_check, "layouts", faulty)
    monkeypatch.setattr(corpus_check, "_all_places", list)
    said = yifa("corpus", "check")
    assert (said.code, said.err) == (1, "layouts/a.yaml line 3: of: «x» has no ledger\n")
