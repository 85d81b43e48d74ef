"""What changed between two corpora: duty by duty, and for which days answers may differ."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yifa.law.catalogue.changes import Change, Period, Point, compare_corpora

PROCEDURE = "id: tree-felling\nfields: {a: {type: word, words: [x], zh: 甲, en: a}}\nacts: {cut: {zh: 采伐, en: cut}}\n"
DUTY = """\
- id: cut-20wd
  title: {zh: 甲, en: A}
  within: 20 working days
  valid: {from: 2020-01-01}
"""
RULES = "rules: {cut-20wd: {class: computed, by: [cut-20wd], why: {zh: 一, en: one}}}\n"


def corpus(place: Path, *, duties: str = DUTY, procedure: str = PROCEDURE, rules: str = RULES, cases: int = 1) -> Path:
    at = place / "procedures" / "tree-felling"
    at.mkdir(parents=True)
    files = {"procedure.yaml": procedure, "duties-1.yaml": "duties:\n" + duties, "rules.yaml": rules}
    files["examples.yaml"] = "groups:\n- examples:\n" + "".join(f"  - {{name: {n}}}\n" for n in range(cases))
    for name, text in files.items():
        (at / name).write_text(text, encoding="utf-8")
    return place


def changed(tmp_path: Path, **after: str) -> tuple[Change, ...]:
    return compare_corpora(corpus(tmp_path / "old"), corpus(tmp_path / "new", **after)).changes


def test_two_alike_do_not_differ(tmp_path: Path) -> None:
    found = compare_corpora(corpus(tmp_path / "old"), corpus(tmp_path / "new"))
    assert (found.added, found.removed, found.changes, found.examples, found.touched) == ((), (), (), {}, ())


LIMIT = Point("within", "20 working days", "15 working days")
DUTIES = {
    "a limit, for all days since the rule holds": (
        DUTY.replace("20 w", "15 w"),
        Change("tree-felling", "duty", "cut-20wd", "changed", (LIMIT,), Period(date(2020, 1, 1), None)),
    ),
    "words, for no day": (
        DUTY.replace("甲", "乙"),
        Change("tree-felling", "duty", "cut-20wd", "words", (Point("title.zh", "甲", "乙"),), None),
    ),
    "the first day of validity, for the days between": (
        DUTY.replace("2020-01-01", "2021-07-15"),
        Change(
            "tree-felling",
            "duty",
            "cut-20wd",
            "changed",
            (Point("valid.from", date(2020, 1, 1), date(2021, 7, 15)),),
            Period(date(2020, 1, 1), date(2021, 7, 15)),
        ),
    ),
    "the last day of validity, from then on": (
        DUTY.replace("01-01}", "01-01, to: 2024-12-31}"),
        Change(
            "tree-felling",
            "duty",
            "cut-20wd",
            "changed",
            (Point("valid.to", None, date(2024, 12, 31)),),
            Period(date(2024, 12, 31), None),
        ),
    ),
}


@pytest.mark.parametrize("name", DUTIES)
def test_a_duty_may_change_in(tmp_path: Path, name: str) -> None:
    duties, change = DUTIES[name]
    assert changed(tmp_path, duties=duties) == (change,)


def test_a_duty_may_come_and_go(tmp_path: Path) -> None:
    assert changed(tmp_path, duties=DUTY.replace("cut-20wd", "cut-30d")) == (
        Change("tree-felling", "duty", "cut-20wd", "removed", (), Period(date(2020, 1, 1), None)),
        Change("tree-felling", "duty", "cut-30d", "added", (), Period(date(2020, 1, 1), None)),
    )


def test_a_rule_may_be_classed_otherwise_and_its_reason_is_only_words(tmp_path: Path) -> None:
    rules = RULES.replace("computed, by: [cut-20wd]", "attested").replace("一", "二")
    assert changed(tmp_path, rules=rules) == (
        Change(
            "tree-felling",
            "rule",
            "cut-20wd",
            "changed",
            (Point("class", "computed", "attested"), Point("by", ["cut-20wd"], None)),
        ),
    )


def test_words_of_the_procedure_may_change_or_only_get_names(tmp_path: Path) -> None:
    named = PROCEDURE.replace("[x]", "{x: {zh: 子, en: x}}")
    assert [one.kind for one in changed(tmp_path, procedure=named)] == ["words"]
    more = compare_corpora(tmp_path / "old", corpus(tmp_path / "more", procedure=PROCEDURE.replace("[x]", "[x, y]")))
    assert more.changes == (
        Change("tree-felling", "vocabulary", "fields", "changed", (Point("fields.a.words.y", None, {}),)),
    )
    assert more.touched == ("tree-felling",)


def test_folders_come_and_go_with_their_duties(tmp_path: Path) -> None:
    (tmp_path / "none" / "procedures").mkdir(parents=True)
    found = compare_corpora(tmp_path / "none", corpus(tmp_path / "new", cases=3))
    assert (found.added, [one.kind for one in found.changes], found.examples) == (
        ("tree-felling",),
        ["added"],
        {"tree-felling": (0, 3)},
    )
    gone = compare_corpora(tmp_path / "new", tmp_path / "none")
    assert (gone.removed, [one.kind for one in gone.changes], gone.touched) == (
        ("tree-felling",),
        ["removed"],
        ("tree-felling",),
    )
