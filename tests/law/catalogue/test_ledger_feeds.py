"""What the columns of a ledger feed, and what a ledger with some of them carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.law.invented import duty, folder
from yifa.law.catalogue.folders import folder as shipped
from yifa.law.catalogue.folders import procedure_ids
from yifa.law.catalogue.kinds.document_element import DocumentElement
from yifa.law.catalogue.ledger_feeds import Carried, Feed, carried, choices, feeds, lacking_words, word_values
from yifa.law.catalogue.ledgers import Ledger
from yifa.law.catalogue.reading import read_text
from yifa.law.conditions import Type

TEXT: str = YAML(typ="safe").load(Path(__file__).with_name("ledger_faults.yaml"))["good"]
PROCEDURE = folder(duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days")).procedure
LEDGER = read_text(TEXT, Ledger, name="ledger.yaml")
KEPT = tuple(id_ for id_ in procedure_ids() if shipped(id_).ledger is not None)


def fed(sheet: str, column: str, of: Ledger = LEDGER) -> dict[tuple[str, ...], tuple[Feed, ...]]:
    held = of.sheet(sheet)
    assert held is not None
    one = held.column(column)
    assert one is not None
    return feeds(held, one, PROCEDURE)


def test_a_column_of_an_act_feeds_its_day_or_a_field() -> None:
    assert fed("main", "applied") == {(): (Feed("applied", "day"),)}
    assert fed("main", "major") == {(): (Feed("applied", "field", "major", Type.YES_NO),)}
    assert fed("main", "number") == {}
    assert fed("main", "shown") == {}


def test_a_column_that_tells_of_more_makes_days_and_only_adds_fields() -> None:
    more = TEXT.replace("too: [published, accepted]", "too: [published, published.year]")
    assert fed("main", "decided", read_text(more, Ledger, name="l")) == {
        (): (
            Feed("decided", "day"),
            Feed("published", "day"),
            Feed("published", "field", "year", Type.NUMBER, makes=False),
        )
    }


def test_elements_and_names_filled_in_beforehand_make_no_act() -> None:
    assert fed("main", "whole") == {(): (Feed("decided", "whole", makes=False),)}
    beforehand = TEXT.replace("field: major,", "field: major, makes: no,").replace("too: [", "part: number, too: [")
    of = read_text(beforehand, Ledger, name="l")
    assert fed("main", "major", of) == {(): (Feed("applied", "field", "major", Type.YES_NO, makes=False),)}
    assert fed("main", "decided", of)[()][0] == Feed("decided", "number")


def test_a_chooser_says_of_which_act_or_pair_a_row_tells() -> None:
    steps = LEDGER.sheets[0]
    assert choices(steps.choosers[0], PROCEDURE) == {
        "检验": ("tested", "test-done"),
        "延期": ("extended",),
        "审核": ("reviewed",),
        "受理": ("accepted",),
    }
    assert fed("steps", "from") == {
        ("tested", "test-done"): (Feed("tested", "day"),),
        ("extended",): (Feed("extended", "day"),),
        ("reviewed",): (Feed("reviewed", "day"),),
        ("accepted",): (Feed("accepted", "day"),),
    }
    assert fed("steps", "to") == {("tested", "test-done"): (Feed("test-done", "day"),)}
    assert fed("steps", "days") == {("extended",): (Feed("extended", "field", "days", Type.LENGTH),)}
    assert fed("steps", "result") == {("reviewed",): (Feed("reviewed", "field", "result", Type.WORD),)}


def test_a_field_of_a_pair_is_that_of_the_second_where_the_first_has_none() -> None:
    turned = TEXT.replace("检验: [tested, test-done]", "检验: [accepted, tested]").replace(
        "field: days, unit: days", "field: [days, told], unit: days"
    )
    assert fed("steps", "days", read_text(turned, Ledger, name="l")) == {
        ("accepted", "tested"): (Feed("tested", "field", "told", Type.YES_NO),),
        ("extended",): (Feed("extended", "field", "days", Type.LENGTH),),
    }


def test_a_chooser_of_all_acts_knows_them_by_their_chinese_names() -> None:
    every = TEXT.replace(
        "acts: {检验: [tested, test-done], 延期: extended, 审核: reviewed, 受理: accepted}", "acts: all"
    )
    found = choices(read_text(every, Ledger, name="l").sheets[0].choosers[0], PROCEDURE)
    assert found == {act.zh: (name,) for name, act in PROCEDURE.acts.items()}


def test_what_is_lacking_is_named_in_chinese() -> None:
    assert lacking_words("applied", PROCEDURE) == {"重大": "major", "告知": "told"}
    assert lacking_words("accepted", PROCEDURE) == {}


def test_words_of_a_field_are_those_of_the_procedure_and_of_the_column() -> None:
    steps = LEDGER.sheets[0]
    approver, result = steps.column("approver"), steps.column("result")
    assert approver is not None
    assert result is not None
    assert word_values(approver, "approver", PROCEDURE) == {
        "head": "head",
        "deputy": "deputy",
        "clerk": "clerk",
        "局长": "head",
    }
    only = approver.model_copy(
        update={"values": ("deputy",), "words": {"局长": "head", "副局长": "deputy", "某人": None}}
    )
    assert word_values(only, "approver", PROCEDURE) == {"deputy": "deputy", "副局长": "deputy", "某人": None}
    assert word_values(result, "chair", PROCEDURE) == {}


def test_all_columns_carry_what_they_feed() -> None:
    assert carried(LEDGER, PROCEDURE) == Carried(
        frozenset(("applied", "decided", "published", "accepted", "tested", "test-done", "extended", "reviewed")),
        frozenset(
            (
                "applied.major",
                "applied.officers",
                "decided.amount",
                "decided.approver",
                "decided.signed",
                "extended.days",
                "extended.approver",
                "reviewed.result",
            )
        ),
        frozenset(),
    )


@pytest.mark.parametrize(
    ("present", "acts", "fields"),
    [
        ({}, set(), set()),
        ({"main": ["number", "applied"]}, {"applied"}, set()),
        ({"main": ["number", "officer-one"]}, {"applied"}, {"applied.officers"}),
        ({"main": ["whole"]}, set(), set()),
        ({"main": ["decided", "whole"]}, {"decided", "published", "accepted"}, {"decided.signed", "decided.approver"}),
        ({"steps": ["from", "days"]}, set(), set()),
        (
            {"steps": ["step", "days"]},
            {"tested", "test-done", "extended", "reviewed", "accepted"},
            {"extended.days"},
        ),
    ],
)
def test_columns_that_are_not_there_are_not_carried(
    present: dict[str, list[str]], acts: set[str], fields: set[str]
) -> None:
    found = carried(LEDGER, PROCEDURE, present)
    assert (set(found.acts), set(found.fields)) == (acts, fields)


def test_a_field_told_only_beside_an_act_does_not_carry_the_act() -> None:
    of = read_text(TEXT.replace("field: major,", "field: major, makes: no,"), Ledger, name="l")
    assert carried(of, PROCEDURE, {"main": ["major"]}) == Carried(frozenset(), frozenset(), frozenset())


def test_what_counts_as_another_act_is_carried_with_the_field_that_says_so() -> None:
    of = read_text(TEXT.replace("field: major, zh: 是否重大", "field: told, zh: 是否重大"), Ledger, name="l")
    assert "warned" in carried(of, PROCEDURE).acts
    assert "warned" not in carried(LEDGER, PROCEDURE).acts


def test_a_sheet_that_carries_what_it_is_used_for() -> None:
    of = read_text(
        TEXT.replace("title: {zh: 环节, en: Steps}", "title: {zh: 环节, en: Steps}\n  carries: used"),
        Ledger,
        name="l",
    )
    used = {"steps": {("extended", None), ("extended", "approver")}}
    found = carried(of, PROCEDURE, None, used)
    assert "tested" not in found.acts
    assert "extended" in found.acts
    assert {name for name in found.fields if name.startswith("extended")} == {"extended.approver"}
    assert carried(of, PROCEDURE) == carried(LEDGER, PROCEDURE)


@pytest.mark.parametrize("id_", KEPT)
def test_what_a_paper_must_say_is_what_its_ledger_calls_in_order(id_: str) -> None:
    of = shipped(id_)
    assert of.ledger is not None
    told = carried(of.ledger, of.procedure).fields
    wanted = {
        f"{duty.each}.{name}" for duty in of.duties if isinstance(duty, DocumentElement) for name in duty.elements
    }
    assert wanted - told == set()
