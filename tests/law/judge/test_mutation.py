"""The worked cases of a folder notice when one of its duties is changed in one point."""

from __future__ import annotations

import pytest

from tests.law.judge.mutation import Mutant, mutants, score
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.kinds import kinds

GOAL = 0.95
"""The share of duties that must not be changeable in any point without an example noticing."""


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("id_", procedure_ids())
def test_the_examples_of_a_folder_notice_a_change_of_its_duties(id_: str) -> None:
    found = score(folder(id_))

    assert found.of_duties >= GOAL, "\n".join(found.survivors)


def test_a_term_is_changed_in_each_of_its_points() -> None:
    of = folder("licence")
    duty = of.duty("lic-decide-20wd")
    assert duty is not None
    points = [mutant.point for mutant in mutants(duty, of.procedure)]

    assert points == [
        "without `when`",
        "without `unless`",
        "`within` 19 working days",
        "`within` 21 working days",
        "`done` without «decision-made»",
        "`done` without «application-withdrawn»",
        "without the pause «test»",
        "without the pause «expert-review»",
        "without the pause «hearing»",
        "without the pause «tender»",
        "without the pause «auction»",
        "without the extension",
        "extension at-most 9 working days",
        "extension at-most 11 working days",
        "extension times 2",
        "extension by ('deputy', 'principal')",
        "extension by ('head', 'principal')",
        "extension by ('head', 'deputy')",
        "extension by ()",
        "extension needs-told None",
    ]


def test_every_kind_of_duty_in_the_corpus_is_changed_in_some_point() -> None:
    used = {duty.kind for id_ in procedure_ids() for duty in folder(id_).duties}
    changed = {
        duty.kind
        for id_ in procedure_ids()
        for duty in folder(id_).duties
        for mutant in mutants(duty, folder(id_).procedure)
        if mutant != Mutant(mutant.point, duty)
    }

    assert used <= changed | {"document-element"}
    assert used <= set(kinds())
