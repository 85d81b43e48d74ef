"""What is dropped at the counter comes out as the command line would write it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.interfaces.cli.test_supervise import GOOD, LATE, workbook
from yifa.interfaces.counter.intake import Intake
from yifa.interfaces.counter.jobs import Job, JobKind
from yifa.interfaces.counter.work import all_work
from yifa.law.catalogue import calendar
from yifa.wording import language

REPORT = """青屏县2024年度法治政府建设情况报告
全年共办理行政复议案件60件，其中维持40件、撤销10件、终止9件。
"""


def job(kind: JobKind, folder: Path, *, per_organ: bool = False) -> Job:
    return Job("j", kind, language("zh"), folder, Intake(folder / "files"), date(2025, 6, 30), per_organ)


def test_ledgers_become_a_workbook_a_page_and_data(tmp_path: Path) -> None:
    one = job(JobKind.LEDGERS, tmp_path, per_organ=True)
    workbook(tmp_path / "files" / "处罚.xlsx", [GOOD, LATE])
    all_work(calendar())[JobKind.LEDGERS](one)
    names = [path.relative_to(one.results).as_posix() for path in one.files]
    assert names[:4] == ["疑点.xlsx", "疑点.html", "findings.json", "findings.parquet"]
    assert any(name.startswith("分机关/") for name in names)
    words = [line["words"] for line in one.summary]
    assert any("项中可判" in line for line in words)
    assert words[-1].startswith("各项疑点仅依台账所载")
    assert (one.stage, one.as_data()["files"][0]["name"]) == ("写出", "疑点.xlsx")


def test_reports_become_a_page_a_workbook_and_data(tmp_path: Path) -> None:
    one = job(JobKind.REPORTS, tmp_path)
    (tmp_path / "files" / "报告.txt").write_text(REPORT, encoding="utf-8")
    all_work(calendar())[JobKind.REPORTS](one)
    assert [path.name for path in one.files] == ["报告核验.html", "报告核验.xlsx", "reading.json"]
    assert {line["sign"] for line in one.summary} <= {"▲", "◆", "●", "◌"}
    assert one.summary


@pytest.mark.parametrize(("kind", "said"), [(JobKind.LEDGERS, "没有找到台账"), (JobKind.REPORTS, "没有找到报告")])
def test_without_anything_to_check_it_is_said(kind: JobKind, said: str, tmp_path: Path) -> None:
    one = job(kind, tmp_path)
    with pytest.raises(LookupError):
        all_work(calendar())[kind](one)
    assert said in one.message
