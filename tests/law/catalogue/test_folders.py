"""Folders of the corpus: every fault in words a lawyer can act on, with its line, all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.law.invented import PROCEDURE, duty, engine, folder, judged, said
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import UnknownProcedure, procedure_ids
from yifa.law.catalogue.folders import folder as shipped

FAULTS = YAML(typ="safe").load(Path(__file__).with_name("folder_faults.yaml"))
GOOD = "from: applied\ndone: decided\nwithin: 20 working days"


def faults(duties: str, *, procedure: str = PROCEDURE) -> list[str]:
    with pytest.raises(CorpusFaults) as caught:
        folder(duties, procedure=procedure)
    return [str(fault) for fault in caught.value.faults]


def test_a_folder_that_is_in_order_is_read() -> None:
    read = folder(duty("time-limit", GOOD))
    assert [one.id for one in read.duties] == ["cut-1"]
    assert len(read.digest) == 12


@pytest.mark.parametrize("case", FAULTS["duties"], ids=lambda case: case["fault"][:60])
def test_a_faulty_duty_is_refused_in_words(case: dict[str, str]) -> None:
    assert faults(duty(case["kind"], case["rest"])) == [case["fault"]]


def test_all_faults_of_all_files_come_at_once() -> None:
    found = faults(
        duty("time-limit", GOOD.replace("decided", "decide") + "\nwhen: applied.trees")
        + duty("order", "for: each decided\nearlier: reviewd").removeprefix("duties:\n"),
        procedure=PROCEDURE.replace("from: [tested]", "from: [testd]").replace("applied.trees > 100", "applied.trees"),
    )
    assert found == FAULTS["together"]


@pytest.mark.parametrize("case", FAULTS["vocabulary"], ids=lambda case: case["fault"][:60])
def test_a_faulty_vocabulary_is_refused_in_words(case: dict[str, str]) -> None:
    assert case["old"] in PROCEDURE
    found = faults(duty("time-limit", GOOD), procedure=PROCEDURE.replace(case["old"], case["new"]))
    assert found[0] == case["fault"]


def test_a_statute_the_corpus_has_not_is_named_with_what_sounds_like_it() -> None:
    text = duty("time-limit", GOOD).replace("law: 行政许可法 42", "law: [行政许可 42, 采伐法 3]")
    assert faults(text) == [
        "duties.yaml line 5: duties[0].law[0]: «行政许可 42» cites no statute of the corpus; did you mean "
        "«行政许可法»、«行政许可法(2019)»?",
        "duties.yaml line 5: duties[0].law[1]: «采伐法 3» cites no statute of the corpus",
    ]


def test_two_duties_equally_near_are_a_fault() -> None:
    base = duty("time-limit", GOOD)
    near = [
        duty("time-limit", GOOD + f"\noverlay: samr\nreplaces: cut-1\nvalid: {{from: {first}}}")
        .replace("cut-1\n  kind", f"cut-{n}\n  kind")
        .removeprefix("duties:\n")
        for n, first in ((2, "2020-01-01"), (3, "2021-01-01"))
    ]
    assert faults(base + "".join(near)) == [
        "duties.yaml line 30: duties[2].replaces: «cut-2» replaces cut-1 in the same overlay at the same time"
    ]


def test_a_folder_is_found_by_each_id_it_handles() -> None:
    assert shipped("penalty-hearing") is shipped("penalty-hearing")
    assert shipped("penalty-hearing").id == "penalty-ordinary"
    assert "penalty-ordinary" in procedure_ids()


def test_an_unknown_procedure_is_answered_with_those_that_look_like_it() -> None:
    with pytest.raises(UnknownProcedure) as caught:
        shipped("penalty-ordnary")
    assert caught.value.near[0] == "penalty-ordinary"


def test_duties_can_be_borrowed_with_the_acts_and_fields_they_need() -> None:
    borrowing = PROCEDURE + "borrows: [{from: penalty-ordinary, duties: [pen-two-qualified-officers/inquiry]}]\n"
    of = engine(duty("time-limit", GOOD), procedure=borrowing)
    read = of.whole.folder
    assert [(one.id, one.id in read.own) for one in read.duties] == [
        ("cut-1", True),
        ("pen-two-qualified-officers/inquiry", False),
    ]
    assert read.procedure.acts["certificate-issued"].zh == "领证"
    asked = {"on": "2024-03-01", "act": "inquiry-made", "officers": ["a"]}
    assert {one.duty: said(one) for one in judged(of, [asked])}[
        "pen-two-qualified-officers/inquiry"
    ] == "unmet violation"


def test_what_is_borrowed_must_be_there() -> None:
    borrowing = "borrows: [{from: moon-landing, duties: [a]}, {from: penalty-ordinary, duties: [moon-1d]}]\n"
    found = faults(duty("time-limit", GOOD), procedure=PROCEDURE + borrowing)
    assert found[0].startswith("procedure.yaml line 40: borrows[0].from: no folder is called so; there are ")
    assert found[1] == "procedure.yaml line 40: borrows[1].duties[0]: `penalty-ordinary` has no duty «moon-1d»"
