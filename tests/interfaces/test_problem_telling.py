"""A problem of a ledger is told with its place, its severity and what became of the row, in both languages."""

from __future__ import annotations

import pytest

from yifa.interfaces.problem_telling import tell_fate, tell_severity, tell_unread, told_problem
from yifa.ledgers.problems import Fate, Place, Problem, Severity
from yifa.wording import CHINESE, ENGLISH, language


@pytest.mark.parametrize("tag", [CHINESE, ENGLISH])
def test_every_severity_and_fate_has_its_own_words(tag: str) -> None:
    speech = language(tag)
    for told in ([tell_severity(one, speech) for one in Severity], [tell_fate(one, speech) for one in Fate]):
        assert len(set(told)) == len(told)
        assert all(told)


def test_a_problem_has_cell_heading_and_value() -> None:
    problem = Problem(
        "file-missing", Place("台账.xlsx", "案件", 3, 28), Severity.ERROR, Fate.HELD, "三月", "立案日期", "B"
    )
    told = told_problem(problem, language(CHINESE))
    assert (told.file, told.sheet, told.cell, told.heading, told.value, told.organ) == (
        "台账.xlsx",
        "案件",
        "AB3",
        "立案日期",
        "三月",
        "B",
    )
    assert (told.tag, told.severity, told.fate) == ("error", "未采用", "待更正")
    assert told.words


def test_files_that_could_not_be_read_are_named_with_what_to_do() -> None:
    problems = [
        Problem("file-locked", Place("青屏县公安局.xlsx"), Severity.ERROR, Fate.NOT_READ),
        Problem("file-no-table", Place("说明.pdf"), Severity.NOTE, Fate.NOT_READ),
        Problem("needed", Place("台账.xlsx", "案件", 3, 1), Severity.ERROR, Fate.HELD),
    ]
    speech = language(CHINESE)
    assert tell_unread([told_problem(one, speech) for one in problems], speech) == [
        "未读取：青屏县公安局.xlsx。文件设有密码。请另存一份不设密码的副本。"
    ]
