"""Lists offices work by: each belongs to folders that exist, no two are alike, and sets are left to be filled."""

from __future__ import annotations

from yifa.law.catalogue.code_tables import code_tables
from yifa.law.catalogue.folders import folder


def test_each_belongs_to_folders_that_exist() -> None:
    every = {**code_tables().tables, **code_tables().sets}
    for id_, one in every.items():
        assert [folder(name).id for name in one.kept_in] == list(one.kept_in), id_


def test_no_two_have_one_name_or_the_same_entries() -> None:
    tables = code_tables().tables.values()
    assert len({one.title.zh for one in tables}) == len(tables)
    assert len({tuple(sorted(entry.zh for entry in one.entries.values())) for one in tables}) == len(tables)


def test_the_mechanisms_stand_in_the_register_that_counts_their_use() -> None:
    field = folder("coordination-15").procedure.fields["mechanism"]
    assert list(field.words) == list(code_tables().tables["coordination-mechanisms"].entries)


def test_sets_that_offices_fill_ship_with_what_practice_names_and_no_more() -> None:
    sizes = {id_: len(one.entries) for id_, one in code_tables().sets.items()}
    assert sizes == {
        "assessment-indicators": 0,
        "demonstration-indicators": 0,
        "supervision-items": 2,
        "supervision-forms": 2,
        "supervision-rules": 3,
        "prohibitions": 0,
        "leniency-items": 0,
        "dossier-problems": 0,
        "publicity-tasks": 0,
        "safety-fields": 5,
        "approval-indicators": 0,
        "credit-categories": 4,
        "petition-mechanisms": 2,
    }
