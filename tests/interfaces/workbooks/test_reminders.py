"""What is missing or doubtful comes as one workbook for all and one to send to each contributor that owes anything."""

from __future__ import annotations

import openpyxl

from yifa.interfaces.workbooks.reminders import write_reminders
from yifa.law.figures import Period
from yifa.oversight.reporting.doubts import Doubt, Doubtful
from yifa.oversight.reporting.returned import Returned
from yifa.wording import language

NAMES = {"audit": "审计局", "police": "公安局", "labour": "人力资源和社会保障局"}
RETURNED = Returned(
    {},
    (
        Doubtful(Doubt.SUDDEN, "audit", "审计局/填报表.xlsx", "I6", "aud-issues", "300", "118"),
        Doubtful(Doubt.NOT_READ, "", "a.xlsx"),
        Doubtful(Doubt.NOT_A_NUMBER, "police", "公安局/填报表.xlsx", "I5", "pen-detention", "约300", "人"),
    ),
    {"police": ("pen-detention", "pen-persons")},
)


def cells(path, sheet=0):
    return [list(row) for row in openpyxl.load_workbook(path).worksheets[sheet].iter_rows(values_only=True)]


def test_each_contributor_that_owes_something_gets_its_own(tmp_path):
    written = write_reminders(tmp_path, RETURNED, NAMES, Period.year(2025), language("zh"))
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "missing.xlsx",
        "催报/审计局.xlsx",
        "催报/公安局.xlsx",
    ]
    audit = cells(tmp_path / "催报" / "审计局.xlsx")
    assert audit[0][0] == "2025年法治政府建设情况报告数据催报、核对单"
    assert audit[1][0] == "填报单位：审计局　统计期间：2025"
    assert audit[4] == [1, "审计查出问题", "I6", "300，上年为118，请核对", None, None]
    police = cells(tmp_path / "催报" / "公安局.xlsx")
    assert police[4:6] == [
        [1, "行政处罚人数", None, "没有填报", None, None],
        [2, "行政拘留", "I5", "“约300”不是一个准确的数", None, None],
    ]


def test_one_workbook_lists_everything_for_all(tmp_path):
    missing, doubtful = (
        cells(write_reminders(tmp_path, RETURNED, NAMES, Period.year(2025), language("zh"))[0], sheet)
        for sheet in (0, 1)
    )
    assert missing[1:] == [["公安局", "行政处罚人数", None, None, "没有填报", "pen-persons"]]
    assert [row[:2] + row[4:] for row in doubtful[1:]] == [
        ["审计局", "审计查出问题", "300，上年为118，请核对", "aud-issues"],
        [None, None, "a.xlsx不是能够读取的填报表。", None],
        ["公安局", "行政拘留", "“约300”不是一个准确的数", "pen-detention"],
    ]
