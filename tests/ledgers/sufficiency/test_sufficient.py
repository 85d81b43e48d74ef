"""Which duties a ledger decides is told before it is judged, and no run finds otherwise."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pytest

from tests.oversight.supervision.ledgers_by_hand import ledger, taken, worked
from yifa.law.catalogue.ledger_feeds import carried
from yifa.law.duties import duty_set
from yifa.law.facts import Source
from yifa.ledgers.sufficiency.needed import CERTIFICATES, OTHER_CASES, Keeping, Need, NeedKind, keepings, needs_of
from yifa.ledgers.sufficiency.sufficient import Step, Sufficiency, best, sufficiency
from yifa.oversight.supervision.judging import supervise

ORDINARY = "penalty-ordinary"
WHOLE = duty_set(ORDINARY)
KEPT = WHOLE.folder.ledger
NUMBER, DECIDED = Keeping("main", "number"), Keeping("main", "decided")


def source(columns: Collection[str]) -> Source:
    """A main sheet with these columns and nothing else."""
    assert KEPT is not None
    told = carried(KEPT, WHOLE.folder.procedure, {"main": columns})
    return Source("台账", told.acts, told.fields, attributes=told.attributes)


def test_everything_carried_decides_every_duty() -> None:
    found = sufficiency(WHOLE, Source("all", counts=True), KEPT)
    assert (len(found.decidable), found.lacking, found.columns, found.steps) == (found.all, {}, (), ())
    assert found.all > 100


def test_the_term_of_a_decision_waits_for_the_day_of_filing_and_for_what_stops_it() -> None:
    found = sufficiency(WHOLE, source(["number", "organ", "decided"]), KEPT)
    assert Keeping("main", "filed") in found.lacking["pen-decide-90d"]
    assert "pen-decide-90d" not in found.decidable


def test_what_no_column_keeps_stands_for_itself() -> None:
    found = sufficiency(WHOLE, source(["number", "organ", "decided"]), KEPT)
    assert OTHER_CASES in found.lacking["pen-one-act-one-fine"]
    asked = {duty for duty, missing in found.lacking.items() if CERTIFICATES in missing}
    assert "pen-two-qualified-officers/evidence" in asked


def test_without_a_ledger_file_needs_stand_for_themselves() -> None:
    found = sufficiency(WHOLE, source(["number", "decided"]), None)
    assert Need(NeedKind.ACT, "case-filed") in found.lacking["pen-decide-90d"]


def test_every_step_adds_the_duties_it_names() -> None:
    found = sufficiency(WHOLE, source(["number", "organ", "decided", "filed"]), KEPT)
    have: set[object] = set()
    left = dict(found.lacking)
    for step in found.steps:
        have |= set(step.add)
        unlocked = {duty for duty, missing in left.items() if missing <= have}
        assert set(step.duties) == unlocked
        left = {duty: missing for duty, missing in left.items() if duty not in unlocked}


def test_no_single_column_and_no_pair_adds_more_than_the_best() -> None:
    found = sufficiency(WHOLE, source(["number", "organ", "decided", "filed"]), KEPT)
    missing = sorted({one for several in found.lacking.values() for one in several}, key=tuple)

    def added(*columns: object) -> int:
        return sum(several <= set(columns) for several in found.lacking.values())

    one, two = best(found, 1), best(found, 2)
    assert len(one.duties) == added(*one.add) == max(added(column) for column in missing)
    assert len(two.duties) == added(*two.add) == max(added(left, right) for left in missing for right in missing)


def test_of_two_waiting_sets_the_pair_that_unlocks_more_comes_first() -> None:
    a, b, c = (Keeping("main", name) for name in "abc")
    lacking = {"1": {a, b}, "2": {a, b}, "3": {a, b}, "4": {c}}
    found = Sufficiency("x", "s", (), {duty: frozenset(missing) for duty, missing in lacking.items()}, (), ())
    assert best(found) == Step((a, b), ("1", "2", "3"))
    assert best(found, 1) == Step((c,), ("4",))


def test_rules_of_other_sectors_do_not_count() -> None:
    of = {
        name: sufficiency(WHOLE, Source("all", counts=True), KEPT, profiles)
        for name, profiles in (("samr", [frozenset(("samr",))]), ("none", [frozenset()]), ("all", None))
    }
    assert {name: "pen-samr-decide-90d" in one.decidable for name, one in of.items()} == {
        "samr": True,
        "none": False,
        "all": True,
    }
    assert of["none"].all < of["samr"].all < of["all"].all


@pytest.mark.parametrize(
    "columns",
    [
        ["number", "organ", "decided", "fine"],
        ["number", "organ", "filed", "notice-served", "decided", "served", "result", "fine"],
        [column.id for column in KEPT.main.columns] if KEPT else [],
    ],
    ids=["bare", "usual", "whole main sheet"],
)
def test_what_a_run_cannot_tell_was_told_before(columns: list[str]) -> None:
    told = source(columns)
    run = supervise(taken(ledger(ORDINARY, worked(ORDINARY), source=told)), date(2025, 6, 30))
    found = sufficiency(WHOLE, run.ledgers[0].source, KEPT)
    covered = {line.duty for line in run.ledgers[0].coverage}
    assert covered <= set(found.lacking)
    assert covered
    assert not covered & set(found.decidable)


@pytest.mark.parametrize("procedure", [ORDINARY, "penalty-simple", "licence"])
def test_the_columns_of_a_whole_ledger_keep_all_that_duties_need(procedure: str) -> None:
    whole = duty_set(procedure)
    assert whole.folder.ledger is not None
    kept = keepings(whole.folder.ledger, whole.folder.procedure)
    needed = {need for grain in whole.grains for one in grain.duties if not one.off for need in needs_of(one)}
    assert {need for need in needed if need not in kept} <= {CERTIFICATES, OTHER_CASES}
