"""Planted beside found: what is missed, what is more, and what cannot be decided."""

from __future__ import annotations

import csv
import json
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import pytest

from demo.city.comparing import ANSWERS, Compared, compare
from demo.city.ledgers import Answer
from yifa.interfaces.cli import run

CASE = ("penalty-ordinary", "J0001", "青屏县城市管理局")
PLANTED = Answer("planted", *CASE, "1号", "pen-decide-90d", "case", "violation", "late")
ELEMENT = Answer("planted", *CASE, "2号", "pen-show-id/site", "site-inspection-made#1", "violation", "not shown")
OPEN = Answer("unknown", *CASE, "3号", what="a day unknown")
HELD = Answer("held", *CASE, "4号", what="cannot be read")


def finding(number: str, duty: str, subject: str = "case", kind: str | None = "violation") -> dict[str, Any]:
    return {
        "procedure": CASE[0],
        "organ": CASE[1],
        "number": number,
        "duty": duty,
        "subject": subject,
        "outcome": "unmet" if kind else "unknown",
        "class": kind,
    }


LATE, SHOWN = finding("1号", "pen-decide-90d"), finding("2号", "pen-show-id/site", "site-inspection-made#青市监检1号")
SAID = finding("3号", "pen-serve-7wd", "decision-made#1", None)


def compared(
    folder: Path,
    answers: list[Answer],
    findings: list[dict[str, Any]],
    lacking: tuple[str, ...] = (),
    organ: str = "J0001",
) -> Compared:
    with (folder / ANSWERS).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([one.name for one in fields(Answer)])
        writer.writerows(astuple(one) for one in answers)
    ledger = {
        "procedure": CASE[0],
        "file": "a.xlsx",
        "reach": {organ: "2026-08-31"},
        "sufficiency": {"not_decidable": {duty: [] for duty in lacking}},
    }
    held = {"schema": "yifa.findings/1", "findings": findings, "coverage": [], "ledgers": [ledger]}
    (folder / "findings.json").write_text(json.dumps(held), "utf-8")
    return compare(folder, folder / "findings.json")


def test_all_is_found_where_duty_case_and_kind_agree(tmp_path: Path) -> None:
    found = compared(tmp_path, [PLANTED, ELEMENT, OPEN], [LATE, SHOWN, SAID])
    assert (found.recall, found.precision, found.whole.planted) == (1, 1, 3)


def test_what_was_not_found_is_missed_and_told(tmp_path: Path) -> None:
    found = compared(tmp_path, [PLANTED, ELEMENT, OPEN], [LATE])
    assert found.recall == pytest.approx(1 / 3)
    assert [what for _, what in found.missed] == ["not shown", "a day unknown"]


def test_what_was_not_planted_is_more_even_in_a_case_that_cannot_be_read(tmp_path: Path) -> None:
    found = compared(
        tmp_path, [PLANTED, HELD], [LATE, finding("4号", "pen-serve-7wd"), finding("9号", "pen-decide-90d")]
    )
    assert (found.precision, [point.number for point, _ in found.more]) == (pytest.approx(1 / 3), ["4号", "9号"])


def test_a_finding_of_another_class_is_missed_and_more(tmp_path: Path) -> None:
    found = compared(tmp_path, [PLANTED], [finding("1号", "pen-decide-90d", kind="advisory")])
    assert (found.whole.missed, found.whole.more) == (1, 1)


def test_an_unknown_finding_is_right_only_where_the_record_leaves_something_open(tmp_path: Path) -> None:
    found = compared(tmp_path, [PLANTED], [LATE, SAID])
    assert (found.whole.more, found.recall) == (1, 1)


def test_what_the_ledger_lacks_columns_for_cannot_be_decided(tmp_path: Path) -> None:
    found = compared(tmp_path, [PLANTED, ELEMENT, OPEN], [LATE], lacking=("pen-show-id/site",))
    assert (found.recall, found.precision, found.whole.undecidable) == (1, 1, 2)


def test_an_organ_that_sent_nothing_has_nothing_that_can_be_decided(tmp_path: Path) -> None:
    found = compared(tmp_path, [PLANTED], [], organ="J0002")
    assert (found.whole.planted, found.whole.undecidable) == (0, 1)


def test_the_last_line_tells_recall_and_precision_and_the_code_follows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compared(tmp_path, [PLANTED], [LATE])
    asked = ("--lang", "en", "demo", "compare", str(tmp_path), str(tmp_path / "findings.json"))
    assert run(asked, lang="en", calendars=tmp_path) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Recall 100.00%, precision 100.00% over what can be decided."
    compared(tmp_path, [PLANTED, ELEMENT], [LATE])
    assert run(asked, lang="en", calendars=tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Recall 50.00%, precision 100.00% over what can be decided."


def test_something_else_than_findings_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compared(tmp_path, [PLANTED], [LATE])
    (tmp_path / "findings.json").write_text("[]", "utf-8")
    asked = ("--lang", "en", "demo", "compare", str(tmp_path), str(tmp_path / "findings.json"))
    assert run(asked, lang="en", calendars=tmp_path) == 1
    assert "is not the findings of a check-up" in capsys.readouterr().err
