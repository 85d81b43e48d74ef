"""Cases in the rulebook's form: read, run, compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.coverage import carriers
from yifa.law.run.cases import read_cases, run_case

CASES = """\
- id: X-1
  title: "in time"
  procedure: penalty-ordinary
  profile: [statute]
  events:
    - {on: "2023-07-03", act: case-filed}
    - {on: "2023-10-07", act: decision-made, colour: "red"}
    - {on: "2023-10-08", act: moon-landed}
  checks: [pen-decide-90d, pen-legal-basis]
  expect: []
  due: {"pen-decide-90d": "2023-10-07", "a note": "2023-10-01"}
- id: X-2
  procedure: penalty-hearing
  events:
    - {on: "2025-01-26", act: hearing-noticed}
    - {on: "2025-02-10", act: hearing-held}
  checks: [hrg-notice-7wd]
  expect: [{rule: hrg-notice-7wd, class: advisory}]
  due: {hrg-notice-7wd: "2025-01-23"}
- {id: X-3, procedure: moon-landing, events: [{on: "2025-01-26", act: x}], checks: [a], expect: []}
- {id: X-4, procedure: penalty-ordinary, events: [{on: "2025-01-26"}], checks: [a], expect: []}
- {id: X-7, procedure: licence, events: [{on: "2025-01-26", act: changed}], checks: [lic-decide-20], expect: []}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.yaml"
    path.write_text(CASES, encoding="utf-8")
    return path


def test_a_case_agrees_on_findings_and_due_days_of_the_rules_checked(file: Path) -> None:
    verdict = run_case(read_cases(file)[0])
    assert verdict.agrees
    assert verdict.not_computed == ("pen-legal-basis",)
    assert verdict.set_aside == ("decision-made.colour", "moon-landed")


def test_a_difference_is_told_from_both_sides(file: Path) -> None:
    verdict = run_case(read_cases(file)[1])
    assert not verdict.agrees
    assert verdict.expected == {("hrg-notice-7wd", "advisory")}
    assert verdict.found == {("hrg-notice-7wd", "violation")}
    assert verdict.due == (("hrg-notice-7wd", "2025-01-23", "2025-01-24"),)
    assert verdict.as_data()["due"] == [{"rule": "hrg-notice-7wd", "expected": "2025-01-23", "found": "2025-01-24"}]


def test_a_case_that_cannot_be_run_says_why(file: Path) -> None:
    troubles = [run_case(case).trouble for case in read_cases(file)[2:]]
    assert troubles == [
        "no folder handles the procedure «moon-landing»",
        "event 1: `act` is missing",
        "no rule is called «lic-decide-20»; did you mean «lic-decide-20wd»?",
    ]


def test_a_file_with_faults_is_refused_with_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text("- {id: a, procedure: b, events: [], checks: [c], expect: []}\n- {id: d, proceedure: e}\n")
    with pytest.raises(CorpusFaults) as caught:
        read_cases(path)
    assert [str(fault) for fault in caught.value.faults] == [
        "cases.yaml line 1: [0].events: expected at least one entry, found []",
        "cases.yaml line 2: [1].procedure: is missing",
        "cases.yaml line 2: [1].events: is missing",
        "cases.yaml line 2: [1].checks: is missing",
        "cases.yaml line 2: [1].expect: is missing",
        "cases.yaml line 2: [1].proceedure: is not known here; allowed are `id`, `title`, `title-en`, `procedure`, "
        "`profile`, `events`, `as-of`, `known-at`, `checks`, `expect`, `due`, `why`, `why-en`; "
        "did you mean `procedure`?",
    ]


def test_a_file_without_a_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text("id: a\n")
    with pytest.raises(CorpusFaults) as caught:
        read_cases(path)
    assert (
        str(caught.value)
        == "cases.yaml line 1: expected a list, each entry beginning with `- `, at the top of the file"
    )


def test_a_term_named_in_checks_is_at_issue_even_where_the_case_does_not_show_why_it_applies(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(
        """\
- id: X-5
  procedure: licence
  profile: [statute, hunan]
  events:
    - {on: "2024-01-22", act: application-accepted}
    - {on: "2024-02-19", act: decision-made}
  checks: [lic-local-default-20-hn]
  expect: [{rule: lic-local-default-20-hn, class: violation}]
  due: {lic-local-default-20-hn: "2024-02-18"}
""",
        encoding="utf-8",
    )
    (case,) = read_cases(path)

    assert run_case(case).agrees

    elsewhere = case.events[0] | {"period_basis": "statute"}
    shown = case.model_copy(update={"events": (elsewhere, case.events[1])})
    assert run_case(shown).found == frozenset()


def test_an_extension_approved_before_a_term_began_does_not_prolong_it(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(
        """\
- id: X-6
  procedure: licence
  events:
    - {on: "2024-02-29", act: extension-approved, days: "10wd", approver: head, told_to_applicant: true}
    - {on: "2024-03-01", act: application-accepted}
    - {on: "2024-04-01", act: decision-made}
  checks: [lic-decide-20wd]
  expect: [{rule: lic-decide-20wd, class: violation}]
  due: {lic-decide-20wd: "2024-03-29"}
""",
        encoding="utf-8",
    )
    assert run_case(read_cases(path)[0]).agrees


def test_a_rule_of_another_folder_is_judged_there(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(
        """\
- id: Y-1
  procedure: penalty-ordinary
  events:
    - {on: "2024-03-01", act: certificate-issued, officer: 甲}
    - {on: "2024-02-01", act: inquiry-made, officers: [甲, 乙]}
    - {on: "2024-04-01", act: decision-made}
  checks: [qua-cert-before-duty, pen-decide-90d]
  expect: [{rule: qua-cert-before-duty, class: violation}]
""",
        encoding="utf-8",
    )
    verdict = run_case(read_cases(path)[0])
    assert (verdict.agrees, verdict.not_computed) == (True, ())
    assert {result.duty.split("/")[0] for result in verdict.results} >= {"qua-cert-before-duty"}


def test_every_computed_rule_has_folders_that_carry_it_out_its_own_section_first() -> None:
    assert carriers()["qua-cert-before-duty"][0] == "qualification"
    assert carriers()["pen-two-qualified-officers"][0] == "penalty-ordinary"
    assert "lit-severity-scale" not in carriers()


def test_a_rule_read_in_excerpts_stands_in_the_case_format_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(
        """\
- id: Y-2
  procedure: normative-document
  events: [{on: "2024-03-01", act: collective-decision-made}]
  checks: [ndo-legality-review]
  expect: [{rule: ndo-legality-review, class: violation}]
""",
        encoding="utf-8",
    )
    assert run_case(read_cases(path)[0]).agrees
