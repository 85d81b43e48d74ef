"""What others' layouts decide: next to nothing as they are, more where pauses and hearings are declared not to be."""

from __future__ import annotations

import pytest

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.layouts import layout
from yifa.ledgers.sufficiency.of_layouts import layout_sufficiency
from yifa.ledgers.sufficiency.prolonging import prolonging


@pytest.mark.parametrize("id_", ["publicity-penalty-2018", "hand-kept-penalty", "publicity-licence-2018"])
def test_a_layout_decides_more_once_nothing_is_said_to_have_prolonged_its_terms(id_: str) -> None:
    bare, declared = layout_sufficiency(layout(id_))
    assert declared is not None
    assert set(bare.decidable) < set(declared.then.decidable)
    assert bare.all == declared.then.all
    assert {"hearing-held", "hearing-requested"} <= set(declared.acts)
    assert not set(declared.acts) & frozenset().union(*declared.then.acts.values())


def test_a_hand_kept_ledger_does_not_decide_the_ninety_days_by_itself() -> None:
    bare, _ = layout_sufficiency(layout("hand-kept-penalty"))
    assert "pen-decide-90d" not in bare.decidable
    assert bare.acts["pen-decide-90d"] == {"investigation-terminated"}
    assert "investigation-terminated" in prolonging(folder("penalty-ordinary"))


def test_nobody_is_asked_to_declare_that_the_usual_course_of_a_case_did_not_happen() -> None:
    usual = {"clue-received", "case-filed", "pre-decision-notice-served", "decision-made", "decision-served"}
    assert prolonging(folder("penalty-ordinary")).isdisjoint(usual)
