"""A thorough check: duties against the rulebook, rules that must be classed, examples that name what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.law.invented import PROCEDURE, duty
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import read_folder
from yifa.law.catalogue.rulebook import find_rule, rulebook

FAULTS = YAML(typ="safe").load(Path(__file__).with_name("thorough_faults.yaml"))
GOOD = duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days\nvalid: {from: 2004-07-01}")
RULES = "rules:\n  lic-decide-20wd: {class: computed, by: [lic-decide-20wd]}\n"
EXAMPLES = """\
groups:
- about: 二十日
  examples:
  - name: 甲
    events:
    - {on: 2023-09-18, act: applied}
    expect: {lic-decide-20wd: pending}
"""


def faults(
    place: Path, *, duties: str = GOOD, rules: str = RULES, examples: str = EXAMPLES, more: str = ""
) -> list[str]:
    at = place / "tree-felling"
    at.mkdir()
    files = {
        "procedure.yaml": PROCEDURE + more,
        "duties.yaml": duties.replace("cut-1", "lic-decide-20wd"),
        "rules.yaml": rules,
        "examples.yaml": examples,
    }
    for name, text in files.items():
        (at / name).write_text(text, encoding="utf-8")
    try:
        read_folder(at, thorough=True)
    except CorpusFaults as error:
        return [str(fault) for fault in error.faults]
    return []


def test_a_folder_in_order_has_none(tmp_path: Path) -> None:
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: cut-1", "id: moon-1d", "id: «moon-1d» is no rule of the rulebook"),
        ("breach: MINOR", "breach: REVOKE", "breach: the first tag of `lic-decide-20wd` is MINOR"),
        ("2004-07-01", "2003-07-01", "valid: `lic-decide-20wd` holds from 2004-07-01 to …"),
        ("breach: MINOR", "breach: MINOR\n  verified: web", "verified: `lic-decide-20wd` is text in the rulebook"),
    ],
)
def test_a_duty_that_differs_from_its_rule(tmp_path: Path, old: str, new: str, fault: str) -> None:
    found = faults(tmp_path, duties=GOOD.replace(old, new))
    assert [one.split("duties[0].")[1] for one in found if "duties[0]." in one] == [fault]


def test_a_part_may_have_another_tag_with_a_reason(tmp_path: Path) -> None:
    part = GOOD.replace("id: cut-1", "id: cut-1/late").replace("MINOR", "DISC")
    rules = RULES.replace("by: [lic-decide-20wd]", "by: [lic-decide-20wd/late]")
    examples = EXAMPLES.replace("lic-decide-20wd", "lic-decide-20wd/late")
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert [
        one.split("duties[0].")[1] for one in faults(tmp_path / "one", duties=part, rules=rules, examples=examples)
    ] == ["breach: the first tag of `lic-decide-20wd` is MINOR; a part with another tag says why in `breach-reason`"]
    reasoned = part.replace("breach: DISC", "breach: DISC\n  breach-reason: x")
    assert faults(tmp_path / "two", duties=reasoned, rules=rules, examples=examples) == []


def test_an_overlay_and_what_is_replaced_are_those_of_the_rule(tmp_path: Path) -> None:
    duties = GOOD.replace("id: cut-1", "id: pen-samr-decide-90d").replace("20 working days", "90 calendar days")
    duties = duties.replace("行政许可法 42", "行政处罚法 60").replace("2004-07-01", "2019-04-01")
    both = duties + GOOD.removeprefix("duties:\n").replace("cut-1", "pen-decide-90d").replace(
        "20 working", "90 calendar"
    )
    found = faults(tmp_path, duties=both.replace("行政许可法 42", "行政处罚法 60").replace("2004-07-01", "2021-07-15"))
    assert [one.split("duties[0].")[1] for one in found if "duties[0]." in one] == [
        "overlay: `pen-samr-decide-90d` holds in samr only",
        "replaces: `pen-samr-decide-90d` replaces `pen-decide-90d`",
    ]


@pytest.mark.parametrize("case", FAULTS["rules"], ids=lambda case: case["fault"][:60])
def test_rules_that_are_classed_wrongly(tmp_path: Path, case: dict[str, str]) -> None:
    assert case["fault"] in faults(tmp_path, rules=case["rules"])


def test_every_rule_of_a_section_is_classed(tmp_path: Path) -> None:
    (found,) = faults(tmp_path, more="sections: [COM]\n")
    assert found == (
        "rules.yaml line 1: rules: 7 rules of COM are not classed: com-scope-exclusion, com-written-notice, "
        "com-no-second-proof, com-postcheck, com-blacklist-excluded, com-licence-basis, com-proof-basis"
    )


def test_a_section_the_rulebook_has_not(tmp_path: Path) -> None:
    assert faults(tmp_path, more="sections: [MOON]\n") == [
        "rules.yaml line 1: rules: «MOON» is no section of the rulebook"
    ]


@pytest.mark.parametrize("case", FAULTS["examples"], ids=lambda case: case["fault"][:60])
def test_examples_that_name_what_is_not_there(tmp_path: Path, case: dict[str, str]) -> None:
    (found,) = faults(tmp_path, examples=EXAMPLES.replace(case["old"], case["new"]))
    assert found.split(": ", maxsplit=1)[1] == case["fault"]


def test_two_examples_of_one_name(tmp_path: Path) -> None:
    twice = EXAMPLES + "\n".join(EXAMPLES.splitlines()[3:]) + "\n"
    (found,) = faults(tmp_path, examples=twice)
    assert found == "examples.yaml line 8: groups[0].examples[1].name: two examples are called «甲»"


def test_examples_may_stand_in_several_files_but_no_name_twice(tmp_path: Path) -> None:
    assert faults(tmp_path) == []
    at = tmp_path / "tree-felling"
    (at / "examples-2.yaml").write_text(EXAMPLES.replace("甲", "乙"), encoding="utf-8")
    read = read_folder(at, thorough=True)
    assert [example.name for group in read.groups for example in group.examples] == ["乙", "甲"]
    (at / "examples-2.yaml").write_text(EXAMPLES, encoding="utf-8")
    with pytest.raises(CorpusFaults) as error:
        read_folder(at, thorough=True)
    assert [str(fault) for fault in error.value.faults] == [
        "examples.yaml line 4: groups[0].examples[0].name: two examples are called «甲»"
    ]


def test_a_duty_no_worked_case_asks_about(tmp_path: Path) -> None:
    second = (
        GOOD.removeprefix("duties:\n").replace("cut-1", "lic-decide-20wd/other").replace("breach", "note: x\n  breach")
    )
    rules = RULES.replace("[lic-decide-20wd]", "[lic-decide-20wd, lic-decide-20wd/other]")
    assert faults(tmp_path, duties=GOOD + second, rules=rules) == [
        "duties.yaml line 11: duties[1].id: no worked case asks about it: "
        "write one where it is met and one where it is not"
    ]


def test_the_rulebook_has_every_rule_once() -> None:
    ids = [id_ for rules in rulebook().values() for id_ in rules]
    assert len(ids) == len(set(ids)) == 692
    assert find_rule("moon-1d") is None
