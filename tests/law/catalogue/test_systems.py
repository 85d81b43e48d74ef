"""What governments say they run: each has a name, a pillar, and is named by the folders that keep it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.law.invented import PROCEDURE, duty
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.coverage import keepers
from yifa.law.catalogue.folders import folder, read_folder, register_ids
from yifa.law.catalogue.reading import read_text
from yifa.law.catalogue.systems import Systems, systems, systems_file


def test_there_are_as_many_as_the_mission_names() -> None:
    assert Counter(one.kind for one in systems().values()) == {"core": 104, "register": 79, "activity": 14}
    assert len({one.zh for one in systems().values()}) == 197
    assert {one.pillar for one in systems().values()} == set(systems_file().pillars)


def test_a_pillar_that_is_not_there_is_a_fault() -> None:
    text = "pillars: {}\nsystems:\n  moon: {zh: a, en: b, pillar: c, kind: core, mode: run}\n"
    with pytest.raises(CorpusFaults) as caught:
        read_text(text, Systems, name="systems.yaml")
    assert [str(fault) for fault in caught.value.faults] == ["systems.yaml line 1: `moon`: «c» is not among `pillars`"]


def test_a_folder_names_what_it_keeps_and_counts(tmp_path: Path) -> None:
    (tmp_path / "procedure.yaml").write_text(PROCEDURE + "systems: [moon]\nmeasures: [sun]\n", encoding="utf-8")
    (tmp_path / "duties.yaml").write_text(
        duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days"), encoding="utf-8"
    )
    with pytest.raises(CorpusFaults) as caught:
        read_folder(tmp_path)
    assert [str(fault).split(": ", 1)[1] for fault in caught.value.faults] == [
        "systems[0]: «moon» is not in systems.yaml",
        "measures[0]: «sun» is no measure",
    ]


def test_the_keepers_of_a_system_are_the_folders_that_name_it() -> None:
    assert keepers().keys() == systems().keys()
    assert "issue-ledger" in keepers()["issue-ledger"]


@pytest.mark.parametrize("id_", register_ids())
def test_a_register_says_whose_it_is_and_what_it_keeps(id_: str) -> None:
    register = folder(id_)
    assert register.duties == ()
    assert register.id == id_
    assert register.procedure.systems
    assert register.procedure.kept_by is not None
    assert register.procedure.acts
