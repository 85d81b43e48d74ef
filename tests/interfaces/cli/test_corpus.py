"""`yifa corpus`: check, show, cases, new."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
CASES = """\
- id: X-1
  title: "in time"
  procedure: penalty-ordinary
  profile: [statute]
  events:
    - {on: "2023-07-03", act: case-filed}
    - {on: "2023-10-07", act: decision-made}
  checks: [pen-decide-90d, pen-legal-basis]
  expect: []
- id: X-2
  title: "late"
  procedure: penalty-ordinary
  events:
    - {on: "2023-07-03", act: case-filed}
    - {on: "2023-10-08", act: decision-made}
  checks: [pen-decide-90d]
  expect: []
  due: {pen-decide-90d: "2023-10-08"}
- {id: X-3, title: "moon", procedure: moon-landing, events: [{on: "2025-01-26", act: x}], checks: [a], expect: []}
- id: X-4
  title: "early"
  procedure: penalty-ordinary
  events:
    - {on: "2023-07-03", act: case-filed}
    - {on: "2023-10-07", act: decision-made}
  checks: [pen-decide-90d]
  expect: [{rule: pen-decide-90d, class: violation}]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.yaml"
    path.write_text(CASES, encoding="utf-8")
    return path


def test_cases_are_told_from_both_sides_and_a_difference_leaves_with_1(yifa: Call, file: Path) -> None:
    said = yifa("corpus", "cases", str(file), lang="en")
    assert said.code == 1
    assert said.out.splitlines() == [
        "✓ X-1  in time",
        "    not computed here: pen-legal-basis",
        "✗ X-2  late",
        "    found, not expected: pen-decide-90d violation; expected: no finding",
        "        A penalty is decided within 90 days of filing",
        "    pen-decide-90d: expected day 2023-10-08, found 2023-10-07",
        "✗ X-3  moon",
        "    no folder handles the procedure «moon-landing»",
        "✗ X-4  early",
        "    expected, not found: pen-decide-90d violation; found: pen-decide-90d: in order, day Sat 7 Oct 2023",
        "        A penalty is decided within 90 days of filing",
        "1 of 4 cases agree",
        "These differ: X-2; X-3; X-4",
    ]


def test_cases_are_data_for_a_program(yifa: Call, file: Path) -> None:
    said = yifa("corpus", "cases", str(file), "--json")
    data = json.loads(said.out)
    assert (said.code, data["agree"], data["all"]) == (1, 1, 4)
    assert data["cases"][1]["found"] == [{"rule": "pen-decide-90d", "class": "violation"}]


def test_all_procedures_are_shown_as_data(yifa: Call) -> None:
    data = json.loads(yifa("corpus", "show", "--all", "--json").out)
    penalty = next(one for one in data["procedures"] if one["id"] == "penalty-ordinary")
    assert set(penalty["rules"]) == {"computed", "attested", "definition", "theirs", "judged"}
    assert penalty["examples"] > 100
    assert next(duty for duty in penalty["duties"] if duty["id"] == "pen-decide-90d")["kind"] == "time-limit"


def test_a_day_shows_only_what_is_in_force(yifa: Call) -> None:
    before = json.loads(yifa("corpus", "show", "penalty-hearing", "--on", "2021-07-14", "--json").out)
    after = json.loads(yifa("corpus", "show", "penalty-hearing", "--on", "2021-07-15", "--json").out)
    ids = [{duty["id"] for duty in data["procedures"][0]["duties"]} for data in (before, after)]
    assert "pen-limitation-2y" in ids[0]
    assert "pen-decide-90d" not in ids[0]
    assert "pen-decide-90d" in ids[1]


def test_a_procedure_is_shown_duty_by_duty_in_the_words_of_a_lawyer(yifa: Call) -> None:
    lines = yifa("corpus", "show", "licence", "--on", "2023-12-20", lang="en").out.splitlines()
    place = lines.index("A licence is decided within 20 working days of acceptance")
    assert lines[place - 1 : place + 5] == [
        "",
        "A licence is decided within 20 working days of acceptance",
        "  within 20 working days of: application accepted; may be extended by 10 working days; left out: "
        "test or appraisal, expert review, hearing, tender, auction",
        "  Administrative Licensing Law (2019), Art. 42, 45, 82 → violation: unlawful in a minor way, not revoked",
        "  in force since 1 Jul 2004 · lic-decide-20wd",
        "",
    ]


def test_in_chinese_a_duty_reads_like_a_rule(yifa: Call) -> None:
    lines = yifa("corpus", "show", "reconsideration", "--on", "2023-12-20").out.splitlines()
    place = lines.index("受理之日起六十日内作出复议决定（旧法）")
    assert lines[place + 1] == (
        "  受理之日起60个自然日以内；可以延长30个自然日；不计入：中止、补正、协商或者指定受理、现场勘验、鉴定"
    )
    assert lines[place + 2].startswith("  《行政复议法》（2017）第31条；《行政复议法实施条例》（2007）第")
    assert lines[place + 2].endswith(" → 违反：程序轻微违法，不撤销")
    assert lines[place + 3] == "  有争议：分次延长、合计不超过三十日的，法律没有禁止；此处只计第一次，须由人判断。"
    assert lines[place + 4] == "  自1999年10月1日至2023年12月31日有效 · rol-decide-60d"


def test_what_holds_in_a_sector_or_a_place_stands_apart(yifa: Call) -> None:
    lines = yifa("corpus", "show", "licence", "--on", "2023-12-20").out.splitlines()
    heads = [line for line in lines if line.startswith(("普遍适用", "市场监管另", "湖南另", "山东另"))]
    assert [head.split("义务")[0] for head in heads] == ["普遍适用的", "山东另有8项", "湖南另有4项", "市场监管另有1项"]


def test_an_unknown_procedure_is_answered_with_those_there_are(yifa: Call) -> None:
    said = yifa("corpus", "show", "moon-landing", lang="en")
    assert said.code == 2
    assert "no procedure is called 'moon-landing'; there are " in said.err


def test_a_new_folder_is_in_order_from_the_first_minute(yifa: Call, tmp_path: Path) -> None:
    made = yifa("corpus", "new", "tree-felling", "--into", str(tmp_path), lang="en")
    assert made.code == 0
    checked = yifa("corpus", "check", str(tmp_path / "tree-felling"), lang="en")
    assert (checked.code, checked.out) == (0, "tree-felling: 1 duties, 4 examples, all in order\n")
    again = yifa("corpus", "new", "tree-felling", "--into", str(tmp_path), lang="en")
    assert again.code == 1
    assert "is there already" in again.err


def test_a_new_folder_needs_an_id(yifa: Call, tmp_path: Path) -> None:
    said = yifa("corpus", "new", "Tree Felling", "--into", str(tmp_path), lang="en")
    assert said.code == 2
    assert "is no id: expected small letters, digits and hyphens" in said.err


def test_a_check_names_every_fault_and_every_example_that_differs(yifa: Call, tmp_path: Path) -> None:
    yifa("corpus", "new", "tree-felling", "--into", str(tmp_path))
    duties = tmp_path / "tree-felling" / "duties.yaml"
    good = duties.read_text(encoding="utf-8")
    duties.write_text(good.replace("20 working days", "21 working days"), encoding="utf-8")
    differs = yifa("corpus", "check", str(tmp_path / "tree-felling"), lang="en")
    assert differs.code == 1
    assert differs.err == (
        "tree-felling: «第二十个工作日作出决定»: lic-decide-20wd, case: expected met, due 2023-10-20; "
        "found met, due 2023-10-23\n"
        "tree-felling: «晚一天»: lic-decide-20wd, case: expected unmet, violation; found met\n"
    )
    duties.write_text(good.replace("20 working days", "20天"), encoding="utf-8")
    faulty = yifa("corpus", "check", str(tmp_path / "tree-felling"), lang="en")
    assert faulty.err == (
        "duties.yaml line 9: duties[0].within: `20天`: say which days, e.g. `20 working days`; 行政许可法 counts 20日 "
        "as working days (82)\n"
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "holds no procedure.yaml" in yifa("corpus", "check", str(empty), lang="en").err


def test_a_folder_is_checked_by_its_id_too(yifa: Call) -> None:
    by_id = yifa("corpus", "check", "issue-ledger", lang="en")
    assert (by_id.code, by_id.out) == (0, "issue-ledger: 0 duties, 0 examples, all in order\n")
    unknown = yifa("corpus", "check", "moon-landing", lang="en")
    assert unknown.code == 2
    assert "'moon-landing' is neither a folder nor the id of a procedure or register" in unknown.err


def test_two_corpora_are_compared_duty_by_duty(yifa: Call, tmp_path: Path) -> None:
    for name in ("old", "new"):
        yifa("corpus", "new", "tree-felling", "--into", str(tmp_path / name / "procedures"))
    duties = tmp_path / "new" / "procedures" / "tree-felling" / "duties.yaml"
    duties.write_text(duties.read_text(encoding="utf-8").replace("within: 20", "within: 15"), encoding="utf-8")
    said = yifa("corpus", "diff", str(tmp_path / "old"), str(tmp_path / "new"), lang="en")
    assert (said.code, said.out.splitlines()) == (
        0,
        [
            "",
            "tree-felling",
            "  lic-decide-20wd: within: 20 working days → 15 working days; answers may differ from Thu 1 Jul 2004 on",
            "",
            "Answers may differ in: tree-felling",
        ],
    )
    data = json.loads(yifa("corpus", "diff", str(tmp_path / "old"), str(tmp_path / "new"), "--json").out)
    assert data["touched"] == ["tree-felling"]
    assert data["changes"][0]["period"] == {"from": "2004-07-01", "to": None}
    page = yifa("corpus", "diff", str(tmp_path / "old"), str(tmp_path / "new"), "--markdown", lang="en").out
    assert page.splitlines()[1] == "## tree-felling"
    same = yifa("corpus", "diff", str(tmp_path / "old"), str(tmp_path / "old"), lang="en")
    assert same.out == "No difference.\n"


def test_a_released_package_is_compared_with_what_is_installed(yifa: Call, tmp_path: Path) -> None:
    package = tmp_path / "yifa-1.0-py3-none-any.whl"
    with zipfile.ZipFile(package, "w") as packed:
        packed.writestr("yifa/corpus/procedures/moon-landing/procedure.yaml", "id: moon-landing\n")
        packed.writestr("yifa/other.py", "1 / 0")
    said = yifa("corpus", "diff", str(package), lang="en")
    assert said.code == 0
    lines = said.out.splitlines()
    assert "  moon-landing" in lines[lines.index("Folders gone") :]
    assert "  licence" in lines[lines.index("New folders") : lines.index("Folders gone")]


def test_what_is_no_corpus_is_refused(yifa: Call, tmp_path: Path) -> None:
    none = yifa("corpus", "diff", "moon", lang="en")
    assert (none.code, none.err.splitlines()[0]) == (
        1,
        "Error: moon is no folder, no released package and no version of this checkout",
    )
    empty = yifa("corpus", "diff", str(tmp_path), lang="en")
    assert (empty.code, empty.err) == (1, f"Error: {tmp_path} holds no folder `procedures`\n")
