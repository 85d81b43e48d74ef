"""What is handed in comes out as the command line would write it, and as a page is told it."""

from __future__ import annotations

from pathlib import Path

from yifa.interfaces.checkup.reports import read_both, write_reading
from yifa.wording import language

REPORT = """青屏县2024年度法治政府建设情况报告
全年共办理行政复议案件60件。行政执法人员共50人，其中持证60人。
"""


def test_reports_become_a_page_a_workbook_and_data(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(REPORT, encoding="utf-8")
    zh = language("zh")
    found = read_both([tmp_path / "报告.txt"], zh, lambda done, of, name: None)
    assert [path.name for path in write_reading(found, tmp_path / "out", zh)] == [
        "报告核验.html",
        "报告核验.xlsx",
        "reading.json",
    ]
    data = found.page_data()
    assert 'class="fig red" id="t0f2" href="?t=0&amp;f=2#beside">50人</a>' in data["papers"][0]
    assert [one["message"]["zh"] for one in data["documents"][0]["checks"] if one["light"] == "red"] == [
        "60 > 50：部分大于总数，请核口径。"
    ]
