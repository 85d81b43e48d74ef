"""Layouts of others: what their columns tell in the ledger of a procedure, and every fault in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.layouts import layout, layouts, read_layout
from yifa.law.catalogue.ledger_feeds import Feed, carried, feeds
from yifa.law.catalogue.reading import CORPUS
from yifa.law.conditions import Type

GOOD = """\
id: invented
title: {zh: 某平台导出, en: Export}
about: An invented layout.
of: penalty-ordinary
always: {decision-made.result: penalty}
columns:
- {heading: BH, zh: 编号, to: main.number}
- {heading: LA, zh: 立案时间, to: main.filed, blank: unknown}
- {heading: FK, zh: 罚款, to: main.fine, unit: wan-yuan}
- {heading: FS, zh: 送达方式, to: main.service, words: {"01": direct}}
- {heading: ZT, zh: 状态, shows: text, words: {"01": 已立案}}
- {heading: DB, zh: 法定代表人, to: publicity.head, public: no}
"""
PENALTY = folder("penalty-ordinary")


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "invented.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_layout_is_a_ledger_of_one_sheet_with_its_own_headings(tmp_path: Path) -> None:
    read = read_layout(written(tmp_path, GOOD))
    sheet = read.ledger.main
    assert [one.headings for one in sheet.columns[:2]] == [("BH", "编号", "BH"), ("LA", "立案时间", "LA")]
    assert [one.id for one in sheet.columns] == ["c-1", "c-2", "c-3", "c-4", "c-5", "c-6"]
    assert sheet.columns[1].blank == "unknown"
    assert (sheet.columns[2].unit, sheet.columns[3].words["01"]) == ("wan-yuan", "direct")
    assert [one.shows for one in sheet.columns[4:]] == ["text", "name"]
    assert sheet.columns[5].personal
    assert feeds(sheet, sheet.columns[2], PENALTY.procedure)[()][0] == Feed(
        "decision-made", "field", "fine", Type.MONEY
    )
    assert read.ledger.always == {"decision-made.result": "penalty"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: invented", "id: other", "invented.yaml line 1: id: the file is called invented.yaml"),
        ("of: penalty-ordinary", "of: penalty", "invented.yaml line 4: of: «penalty» has no ledger"),
        ("of: penalty-ordinary", "of: work-plan", "invented.yaml line 4: of: «work-plan» has no ledger"),
        (
            "to: main.filed",
            "to: main.field",
            "invented.yaml line 8: columns[1].to: `penalty-ordinary` keeps no column «main.field»",
        ),
        (
            "to: main.filed,",
            "to: main.filed, shows: day,",
            "invented.yaml line 8: columns[1].shows: `to` says what it shows already",
        ),
        (
            "to: main.filed, blank: unknown",
            "to: main.fine",
            "invented.yaml line 9: columns[2]: `c-2` tells `decision-made.fine` already",
        ),
        (
            "to: main.filed, blank: unknown",
            "to: main.filed, unit: wan-yuan",
            "invented.yaml line 8: columns[1]: `wan-yuan` is a unit of an amount of money",
        ),
        (
            '"01": direct',
            '"01": by-hand',
            "invented.yaml line 10: columns[3]: «by-hand» is no value of this field",
        ),
        ("heading: LA", "heading: BH", "invented.yaml line 8: columns[1]: the heading «BH» is that of `c-1` too"),
        (
            "to: main.number",
            "shows: text",
            "invented.yaml line 1: one column is the number of the case (`key: case`); found 0",
        ),
        (
            "result: penalty}",
            "result: fine}",
            "invented.yaml line 1: «fine» is no value of this field",
        ),
    ],
)
def test_a_faulty_layout_is_refused_in_words(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(CorpusFaults) as caught:
        read_layout(written(tmp_path, GOOD.replace(old, new)))
    assert [str(one) for one in caught.value.faults] == [fault]


def test_the_layouts_of_the_corpus_are_in_order_and_called_as_their_files() -> None:
    names = sorted(entry.name.removesuffix(".yaml") for entry in (CORPUS / "layouts").iterdir())
    assert [one.id for one in layouts()] == names


def test_publicity_files_tell_of_the_decision_and_of_nothing_before_it() -> None:
    read = layout("publicity-penalty-2018")
    told = carried(read.ledger, PENALTY.procedure)
    assert told.acts == {"decision-made"}
    assert {"decision-made.fine", "decision-made.result", "decision-made.gains_confiscated"} <= told.fields
    amounts = {one.heading: one.unit for one in read.file.columns if one.unit is not None}
    assert amounts == {"CF_NR_FK": "wan-yuan", "CF_NR_WFFF": "wan-yuan"}


def test_numbers_of_papers_of_persons_are_never_public() -> None:
    hidden = {
        (one.id, column.heading)
        for one in layouts()
        if one.file.outgoing
        for column in one.file.columns
        if not column.public
    }
    assert hidden == {
        ("publicity-penalty-2018", "CF_FR_ZJLX"),
        ("publicity-penalty-2018", "CF_FR_SFZH"),
        ("publicity-penalty-2018", "CF_XDR_ZJLX"),
        ("publicity-penalty-2018", "CF_XDR_ZJHM"),
        ("publicity-licence-2018", "XK_FR_ZJLX"),
        ("publicity-licence-2018", "XK_FR_ZJHM"),
        ("publicity-licence-2018", "XK_XDR_ZJLX"),
        ("publicity-licence-2018", "XK_XDR_ZJHM"),
    }
