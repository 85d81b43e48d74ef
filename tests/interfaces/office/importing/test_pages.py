"""Ledgers in the browser: looked at, taken in, wrong rows handed back, a batch undone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, At
from tests.interfaces.office.registers.working_off import work_off
from yifa.record.cases.models import Case
from yifa.record.jobs import register_jobs
from yifa.record.jobs.models import Progress
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
HEADS = ("案件编号", "办案机关", "立案日期", "处罚决定日期")
ROWS = (
    ("青市监罚〔2026〕901号", "青屏县市场监督管理局", "2026-01-05", "2026-02-05"),
    ("青市监罚〔2026〕902号", "青屏县市场监督管理局", "2026-01-06", "2026-02-31"),
    ("青城管罚〔2026〕903号", "青屏县城市管理综合行政执法局", "2026-01-07", "2026-02-07"),
)


def ledger(path: Path) -> SimpleUploadedFile:
    """A ledger with a case of one's own, one with a day that is none, and one of another organ."""
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet("行政处罚")
        for at, row in enumerate((HEADS, *ROWS)):
            page.write_row(at, 0, row)
    return SimpleUploadedFile(path.name, path.read_bytes())


def test_a_ledger_is_looked_at_taken_in_and_undone(
    laid: Laid, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_jobs, "now", lambda: NOW)
    client = at("officer")
    begun = client.post("/imports/", {"files": [ledger(tmp_path / "行政处罚台账.xlsx")]}).headers["Location"]
    waiting = client.get(begun).content.decode()
    work_off()
    seen = client.get(begun).content.decode()
    corrections = client.get(f"{begun}corrections/")
    with everything("a test"):
        assert not Case.objects.filter(source="ledger").exists()
    taken = client.post(begun).headers["Location"]
    work_off()
    done = client.get(taken).content.decode()
    kept = client.get("/imports/").content.decode()
    [batch] = set(re.findall(r"/imports/undo/\?batch=([^\"]+)", client.get("/imports/").content.decode()))
    undo = f"/imports/undo/?batch={batch}"
    for who in ("urban", "supervisor"):
        assert (at(who).get(begun).status_code, at(who).get(undo).status_code) == (404, 404)
    unsaid = client.post(undo, {"because": ""})
    undone = client.post(undo, {"because": "发错了台账"}).headers["Location"]
    work_off()

    assert "hx-trigger" in waiting
    assert ("2026-02-31" in seen, "青城管罚" in seen) == (True, False)
    assert re.findall(r"<dd>(\d+)</dd>", seen) == ["1", "0", "0"]
    assert corrections.content[:2] == b"PK"
    assert ("新增 1" in done, unsaid.status_code) == (True, 409)
    called = "县市场监管局 陆知行"
    assert [called in page for page in (done, kept, unsaid.content.decode())] == [True, True, True]
    assert ("qp-market/0412</th>" in kept, kept.count("新增 1")) == (False, 1)
    told = Progress.objects.get(job=undone.split("/")[-2])
    assert "撤回" in client.get(undone).content.decode()
    told.told |= {"brought_back": 2, "worked_on": ["甲1号"], "left": 4}
    told.save()
    partly = client.get(undone).content.decode()
    assert [words in partly for words in ("2 项", "案件 甲1号", "另有 3 处")] == [True, True, True]
    with everything("a test"):
        rows = Case.objects.filter(source="ledger").values_list("number", "state", "organ__code")
        assert list(rows) == [("青市监罚〔2026〕901号", "void", "qp-market")]


def test_what_is_no_file_is_told_and_nothing_begins(laid: Laid, at: At) -> None:
    empty = at("officer").post("/imports/", {"files": [SimpleUploadedFile("空.xlsx", b"")]})

    assert (at("officer").post("/imports/", {}).status_code, empty.status_code) == (409, 409)
    assert at("leader").get("/imports/").status_code == 403
