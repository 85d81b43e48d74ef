"""Ledgers of the corpus: every fault in words, with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.law.invented import PROCEDURE, duty, folder
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import folder as shipped
from yifa.law.catalogue.folders import procedure_ids, read_folder
from yifa.law.catalogue.ledger_faults import ledger_faults
from yifa.law.catalogue.ledgers import MOST_COLUMNS, Ledger
from yifa.law.catalogue.reading import Written

FAULTS = YAML(typ="safe").load(Path(__file__).with_name("ledger_faults.yaml"))
GOOD: str = FAULTS["good"]
KEPT = tuple(id_ for id_ in procedure_ids() if shipped(id_).ledger is not None)


def faults(text: str) -> list[str]:
    """The faults of a ledger of the invented procedure."""
    procedure = folder(duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days")).procedure
    written = Written(text, "ledger.yaml")
    return [str(fault) for fault in ledger_faults(written, written.as_(Ledger), procedure)]


def put(case: dict[str, Any]) -> str:
    text = GOOD
    for old, new in {case["old"]: case["new"], **case.get("also", {})}.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def test_a_ledger_that_is_in_order_has_no_fault() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize("case", FAULTS["faults"], ids=lambda case: case["fault"][:60])
def test_a_faulty_ledger_is_refused_in_words(case: dict[str, Any]) -> None:
    assert faults(put(case)) == [case["fault"]]


@pytest.mark.parametrize("case", FAULTS["unreadable"], ids=lambda case: case["fault"][:60])
def test_a_ledger_that_cannot_be_read_is_refused_in_words(case: dict[str, Any]) -> None:
    with pytest.raises(CorpusFaults) as caught:
        faults(put(case))
    assert [str(fault) for fault in caught.value.faults] == [case["fault"]]


def test_a_main_sheet_is_no_wider_than_people_fill_in() -> None:
    columns = "".join(f"  - {{id: c{'x' * n}, shows: text, zh: 甲{n}, en: c{n}}}\n" for n in range(MOST_COLUMNS))
    text = GOOD.replace("sheets:", columns + "sheets:")
    assert faults(text)[0] == "ledger.yaml line 7: main.columns: 49 columns; a main sheet has at most 40"


def test_a_folder_with_a_faulty_ledger_is_found_faulty(tmp_path: Path) -> None:
    own = tmp_path / "tree-felling"
    own.mkdir()
    (own / "procedure.yaml").write_text(PROCEDURE, encoding="utf-8")
    (own / "ledger.yaml").write_text(GOOD.replace("field: major", "field: mayor"), encoding="utf-8")
    with pytest.raises(CorpusFaults) as caught:
        read_folder(own, thorough=True)
    assert [str(fault) for fault in caught.value.faults] == [
        "ledger.yaml line 10: main.columns[2].field: `applied` has no field «mayor»; did you mean `major`?"
    ]


@pytest.mark.parametrize("id_", KEPT)
def test_the_ledgers_of_the_corpus_are_in_order(id_: str) -> None:
    of = shipped(id_)
    written = Written.file(of.place / "ledger.yaml")
    assert [str(fault) for fault in ledger_faults(written, written.as_(Ledger), of.procedure)] == []
