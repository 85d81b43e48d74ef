"""`yifa statute`, `yifa calendar`, `yifa vectors`: what they show, load and refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from yifa.law.catalogue import notices, statutes

VECTORS = Path(__file__).parents[3] / "vectors"
NEXT_YEAR = """\
id: cn-2027
kind: national
year: 2027
title: 国务院办公厅关于2027年部分节假日安排的通知
number: null
published: 2026-11-20
verified: unverified
days:
- {on: 2027-01-01, is: off, name: 元旦, festival: true}
- {on: 2027-02-05, is: off, name: 春节, festival: true}
- {on: 2027-02-08, is: off, name: 春节, festival: true}
- {on: 2027-02-09, is: off, name: 春节, festival: true}
- {on: 2027-02-10, is: off, name: 春节}
- {on: 2027-02-11, is: off, name: 春节}
- {on: 2027-02-20, is: work, name: 春节}
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "cn-2027.yaml"
    path.write_text(NEXT_YEAR, encoding="utf-8")
    return path


def test_statutes_are_listed_for_people_and_for_programs(yifa) -> None:
    data = json.loads(yifa("statute", "list", "--json").out)
    shown = yifa("statute", "list").out

    assert {entry["id"] for entry in data} == {statute.id for statute in statutes()}
    assert all(statute.id in shown for statute in statutes())


def test_a_statute_shows_the_version_of_a_day_and_how_it_counts(yifa) -> None:
    out = yifa("statute", "show", "行政处罚法", "--on", "2024-01-01", lang="en").out

    assert out.count("Version ") == 1
    assert "2, 3, 5, 7 days" in out
    assert "working days" in out
    assert yifa("statute", "show", "行政处罚法", lang="en").out.count("Version ") > 1


def test_an_unknown_statute_is_a_usage_error(yifa) -> None:
    said = yifa("statute", "show", "不存在的法", lang="en")

    assert said.code == 2
    assert "no statute goes by the name '不存在的法'" in said.err


def test_notices_are_listed_with_the_digest(yifa) -> None:
    data = json.loads(yifa("calendar", "list", "--json").out)

    assert [entry["id"] for entry in data["notices"]] == [notice.id for notice in notices()]
    assert data["digest"] in yifa("calendar", "list").out


def test_a_year_shows_its_days_and_how_many_work(yifa) -> None:
    out = yifa("calendar", "show", "2024", lang="en").out

    assert "Sun 29 Sep 2024  working  国庆节" in out
    assert "2024 has 251 working days." in out
    assert yifa("calendar", "show", "2027").code == 1


def test_a_new_notice_is_shown_asked_for_and_loaded(yifa, notice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.confirm", lambda *_: False)
    refused = yifa("calendar", "add", str(notice), lang="en")
    assert "Nothing was changed." in refused.out
    assert yifa("calendar", "show", "2027").code == 1

    loaded = yifa("calendar", "add", str(notice), "--yes", lang="en")
    assert loaded.code == 0
    assert "Sat 20 Feb 2027: not known → make-up working day  春节" in loaded.out
    assert yifa("calendar", "show", "2027").code == 0
    assert yifa("due", "--from", "2027-02-04", "--within", "7 working days", lang="en").out.startswith(
        "Last day: Sat 20 Feb 2027"
    )


def test_what_a_notice_would_move_is_data_too(yifa, notice: Path) -> None:
    data = json.loads(yifa("calendar", "add", str(notice), "--dry-run", "--json").out)

    assert data["digest_before"] != data["digest_after"]
    assert {"on": "2027-02-20", "was": "unknown", "is": "make-up", "name": "春节"} in data["days"]
    by_length = {line["length"]: line for line in data["terms"]}
    assert by_length["20 working days"]["settled"] > 0
    assert yifa("calendar", "show", "2027").code == 1


def test_a_damaged_notice_is_refused_and_nothing_is_kept(yifa, notice: Path, tmp_path: Path) -> None:
    notice.write_text(NEXT_YEAR.replace("is: work", "is: maybe"), encoding="utf-8")

    said = yifa("calendar", "add", str(notice), "--yes", lang="en")

    assert said.code == 1
    assert "cn-2027.yaml line 15: days[6].is: input should be 'off', 'work' or 'plain', found 'maybe'" in said.err
    assert "docs/do/new-notice.md" in said.err
    assert not (tmp_path / "calendars").exists()


def test_an_amendment_of_a_notice_that_is_absent_is_refused(yifa, notice: Path, tmp_path: Path) -> None:
    notice.write_text(NEXT_YEAR.replace("year: 2027", "year: 2027\namends: cn-2027-base"), encoding="utf-8")

    said = yifa("calendar", "add", str(notice), "--yes", lang="en")

    assert said.code == 1
    assert "notice `cn-2027-base` is not there to be amended" in said.err
    assert not (tmp_path / "calendars").exists()


def test_all_vectors_agree_and_the_exit_code_says_so(yifa) -> None:
    said = yifa("vectors", "run", str(VECTORS), lang="en")

    assert said.code == 0
    assert said.err == ""
    assert said.out.splitlines()[-1] == "746 of 746 vectors agree"


def test_another_systems_answers_are_compared(yifa, tmp_path: Path) -> None:
    stored = json.loads((VECTORS / "deadline-vectors.json").read_text(encoding="utf-8"))["vectors"]
    answers = {vector["id"]: vector["expect"] for vector in stored}
    off_by_one, silent = "wd-001", stored[-1]["id"]
    expected = answers[off_by_one]["day"]
    answers[off_by_one] = {**answers[off_by_one], "day": "1999-12-31"}
    del answers[silent]
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(answers), encoding="utf-8")

    said = yifa("vectors", "compare", str(VECTORS), str(path), lang="en")

    assert said.code == 1
    assert said.out.splitlines()[-1] == "744 of 746 vectors agree"
    assert f"{off_by_one}: expected day {expected}" in said.err
    assert f"{silent}: expected" in said.err
    assert "no answer" in said.err


@pytest.mark.parametrize("text", ["[1, 2]", "not json"])
def test_answers_that_are_no_object_are_refused(yifa, tmp_path: Path, text: str) -> None:
    path = tmp_path / "answers.json"
    path.write_text(text, encoding="utf-8")

    said = yifa("vectors", "compare", str(VECTORS), str(path), lang="en")

    assert said.code == 1
    assert "answers.json" in said.err


def test_a_folder_without_vectors_says_so(yifa, tmp_path: Path) -> None:
    said = yifa("vectors", "run", str(tmp_path), lang="en")

    assert said.code == 1
    assert "holds no vector file" in said.err
