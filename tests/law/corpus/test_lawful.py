"""A lawful matter told in the rulebook's form, every rule of its folder asked: nothing is found in it, in no place."""

from __future__ import annotations

from pathlib import Path

import pytest

from yifa.law.run.cases import ToldCase, WrittenCase, read_told_cases, run_case
from yifa.law.run.one_case import engine

CASES = read_told_cases(Path(__file__).with_name("lawful.yaml"))
LAPSED = {"lit": frozenset({("lit-appeal-15d", "loss")})}
"""Nobody appeals, so the right to is gone; it is told, and is no breach."""


def asked_in(case: ToldCase, *more: str) -> WrittenCase:
    """The case with every rule of its folder to check, in further sectors and places."""
    rules = sorted({duty.rule for duty in engine(case.procedure).whole.folder.duties})
    written = {**case.model_dump(by_alias=True), "profile": (*case.profile, *more)}
    return WrittenCase.model_validate({**written, "checks": rules, "expect": []})


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_nothing_is_found_in_a_lawful_matter(case: ToldCase) -> None:
    verdict = run_case(asked_in(case))
    assert verdict.found == LAPSED.get(case.id, frozenset())
    assert (verdict.set_aside, verdict.trouble) == ((), None)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_nothing_is_found_in_it_in_any_sector_or_place(case: ToldCase) -> None:
    overlays = {name for duty in engine(case.procedure).whole.folder.duties for name in duty.overlay}
    found = {name: run_case(asked_in(case, name)).found for name in sorted(overlays - set(case.profile))}
    assert found == dict.fromkeys(found, LAPSED.get(case.id, frozenset()))
