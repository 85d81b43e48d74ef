"""A folder comes to the same by one process and by several, and what is kept of it tells all that was found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ledgers.invented import AS_OF, MAIN, case_row, workbook
from yifa.law.catalogue import calendar
from yifa.law.catalogue.folders import folder
from yifa.ledgers.taking_in import take_folder
from yifa.oversight.supervision import folders, supervised
from yifa.oversight.supervision.folders import How, WholeFolder, _sent, supervise_folder
from yifa.oversight.supervision.judging import supervise
from yifa.oversight.supervision.points import points

HAND_KEPT = ("案号", "当事人", "立案日期", "处罚决定日期")
MAPPING = """
sheets:
- file: 青屏县农业农村局处罚（普通程序）台账.xlsx
  sheet: 案件
  table: penalty-ordinary/main
  did-not-occur: [{}]
"""


@pytest.fixture
def ledgers(tmp_path: Path) -> Path:
    """The ledgers of two organs: one of cases decided in time, one of a case decided late."""
    folder = tmp_path / "台账"
    folder.mkdir()
    workbook(folder / "青屏县市监局处罚（普通程序）台账.xlsx", {"案件": [MAIN, case_row(1), case_row(2)]})
    late = ("青农罚〔2025〕9号", "好邻农资店", "2025-1-2", "2025-5-30")
    workbook(folder / "青屏县农业农村局处罚（普通程序）台账.xlsx", {"案件": [HAND_KEPT, late]})
    workbook(folder / "青屏县司法局复议台账.xlsx", {"案件": [("案号", "申请人", "收到申请日期"), ("一号", "甲", "?")]})
    return folder


def told(found: WholeFolder) -> list[Any]:
    run = found.run
    return [
        [one.findings.to_pylist() for one in run.ledgers],
        [(one.procedure, one.size, one.acts, one.of_organs, one.coverage, one.outcomes) for one in run.ledgers],
        [point.told for one in run.ledgers for point in points(run, one)],
        (run.taken.problems, run.taken.sheets, run.taken.held, run.taken.silent),
        found.made,
    ]


def size_of(run: Any) -> int:
    return int(run.size)


@pytest.mark.slow
def test_several_processes_come_to_what_one_comes_to(ledgers: Path) -> None:
    how = How(AS_OF, then=size_of)
    one, two = (told(supervise_folder(ledgers, how, processes=many)) for many in (1, 2))
    assert one == two


def test_what_is_kept_of_a_folder_tells_what_the_whole_of_it_tells(ledgers: Path) -> None:
    whole = supervise(take_folder(ledgers, as_of=AS_OF), AS_OF)
    kept = supervise_folder(ledgers, How(AS_OF)).run
    assert [one.findings.drop_columns(["place"]).to_pylist() for one in kept.ledgers] == [
        one.findings.drop_columns(["place"]).to_pylist() for one in whole.ledgers
    ]
    assert [point.told for one in kept.ledgers for point in points(kept, one)] == [
        point.told for one in whole.ledgers for point in points(whole, one)
    ]
    assert [(one.size, one.acts) for one in kept.ledgers] == [
        (one.cases.num_rows, one.ledger.acts.num_rows) for one in whole.ledgers
    ]


def test_all_ledgers_share_one_calendar_and_processes_send_none_of_its_tables(ledgers: Path) -> None:
    """A calendar holds megabytes of days once somebody has counted by it."""
    whole = supervise(take_folder(ledgers, as_of=AS_OF), AS_OF).ledgers[0]
    assert "early" in vars(whole.calendar)
    assert vars(_sent(whole).calendar).keys() == {"notices", "festivals"}
    run = supervise_folder(ledgers, How(AS_OF)).run
    assert len(run.ledgers) > 1
    assert all(one.calendar is calendar() for one in run.ledgers)


@pytest.mark.parametrize("beside", [False, True])
def test_a_process_beside_this_one_keeps_nothing_compiled_for_what_it_has_judged(
    ledgers: Path, monkeypatch: pytest.MonkeyPatch, *, beside: bool
) -> None:
    kept = dict[Any, Any]()
    monkeypatch.setattr(supervised, "_ENGINES", kept)
    monkeypatch.setattr(folders, "parent_process", lambda: object() if beside else None)
    made = supervise_folder(ledgers, How(AS_OF, then=lambda run: [one.engine for one in run.ledgers])).made
    assert all(made)
    assert bool(kept) is not beside


def late(ledgers: Path, mapping: Path | None) -> list[tuple[str, frozenset[str]]]:
    run = supervise_folder(ledgers, How(AS_OF), mapping=mapping).run
    return [
        (row["number"], one.ledger.declared)
        for one in run.ledgers
        for row in one.findings.to_pylist()
        if row["duty"] == "pen-decide-90d" and row["outcome"] == "unmet"
    ]


def test_what_has_no_column_and_is_declared_not_to_have_occurred_is_told_from(ledgers: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "对应.yaml"
    assert late(ledgers, None) == []
    acts = folder("penalty-ordinary").procedure.acts
    names = [one.zh for id_, one in acts.items() if id_ not in ("case-filed", "decision-made")]
    mapping.write_text(MAPPING.format(", ".join(names)), encoding="utf-8")
    ((number, declared),) = late(ledgers, mapping)
    assert number == "青农罚〔2025〕9号"
    assert {"hearing-held", "public-notice-started"} <= declared
