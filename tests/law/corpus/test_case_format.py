"""Cases in the rulebook's form: what a case does not show is neither taken for a breach nor for being in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from yifa.law.run.cases import WrittenCase, read_cases, run_case

CASES = read_cases(Path(__file__).with_name("case_format.yaml"))


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_what_a_case_does_not_show_is_no_breach(case: WrittenCase) -> None:
    verdict = run_case(case)
    assert (verdict.found, verdict.due, verdict.set_aside, verdict.trouble) == (verdict.expected, (), (), None)
