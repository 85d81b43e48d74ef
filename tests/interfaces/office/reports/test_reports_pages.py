"""A report is drafted from a book, edited by two people, answered for, rendered and issued; Word comes back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from django.test import Client

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, At
from tests.interfaces.office.files import LEDGER, NAME, done_at_once, named, saved
from yifa.interfaces.office.reports.in_chain import report_faults
from yifa.interfaces.trays.tray import Shelf
from yifa.oversight.reporting.canonical import digest
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.chain.proving import entry_of
from yifa.record.jobs.outcomes import last
from yifa.record.jobs.tasks import verify_record
from yifa.record.organs.actions import Actor
from yifa.record.reports.models import IssuedReport
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
REPORT_CHANGED = {
    "kind": "report-changed",
    "organ": "qp-justice",
    "number": "青政报〔2026〕3号",
    "files": ["报送稿.docx"],
}
"""What the nightly job says of a report one file of which is not as it was issued."""


def line_of(page: str, words: str) -> int:
    """The line of the paragraph that has some words."""
    before = page[: page.index(words)]
    return int(re.findall(r'id="l(\d+)"', before)[-1])


def test_a_report_goes_from_the_book_to_its_issue_and_back_from_word(
    laid: Laid, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with everything("a test"):
        bureau, leader = laid.organs["qp-justice"], laid.officers["0211"]
        give_role(leader, RoleName.REPORT_WRITER, bureau, actor=Actor("a test", NOW), on=NOW.date())
    writer, second = at("report"), at("supervisor")
    with done_at_once(tmp_path, monkeypatch):
        sent = {"year": "2025", "as_of": "2025-12-31", "ledgers": named(NAME, LEDGER)}
        book = writer.post("/books/", sent).headers["Location"].split("/")[2]
        asked = {"book": book, "authority": "青屏县人民政府", "addressee": "秦山市人民政府"}
        place = writer.post("/reports/", asked).headers["Location"]
        page = writer.get(place).content.decode()
        assert re.search(r'<a class="fig open" id="n\d+" href="\?figure=pen-decided#n\d+">2件</a>', page)
        assert "2025-03-01" in writer.get(f"{place}figure/?figure=pen-filed").content.decode()

        line = line_of(page, "?figure=pen-decided#")
        words = {"seen": "1", "words": "作出行政处罚决定{{ pen-decided }}，另有77件。"}
        assert writer.post(f"{place}lines/{line}/", words).status_code == 302
        typed = {"words": "作出行政处罚决定{{ pen-decided }}。"}
        shown = writer.post(f"{place}lines/shown/", typed).content.decode()
        assert re.search(r'title="{{ pen-decided }}"><b>2件</b><small>[^<]+</small></span>。', shown)
        late = second.post(f"{place}lines/{line}/", {"seen": "1", "words": "另写一段。"})
        assert (late.status_code, "孟一苇已于" in late.content.decode()) == (409, True)
        elsewhere = second.post(f"{place}lines/{line_of(page, '一、')}/", {"seen": "1", "words": "## 一、新标题"})
        assert elsewhere.status_code == 302
        assert Shelf(tmp_path, f"organ{bureau.id}", "reports").get(place.split("/")[2]) is not None

        page = writer.get(place).content.decode()
        assert re.search(r"未溯源数字 <b>[1-9]", page)
        assert '<mark class="untraced" title="没有出处">77件</mark>' in page
        mend_the_rest(writer, place)
        answer(writer, place)
        issue = {"do": "issue", "number": "青政报〔2026〕3号", "dated": "2026-01-20"}
        writer.post(f"{place}papers/", issue)
        papers = writer.get(f"{place}papers/").content.decode()
        assert "已印发：青政报〔2026〕3号" in papers
        folder = tmp_path / f"organ{bureau.id}" / "reports" / place.split("/")[2] / "results" / "印发"
        row = IssuedReport.objects.get()
        entry = entry_of(row.organ.code, *row.address)
        kept = [entry is not None and entry.organ, row.seal == digest((folder / "manifest.json").read_bytes())]
        whole = list(report_faults())
        paper = folder / "报送稿.docx"
        paper.write_bytes(paper.read_bytes() + b" ")
        changed = [(one.number, one.files) for one in report_faults()]
        at_night = verified()
        seen = "与印发时不一致" in writer.get(f"{place}papers/").content.decode()
        assert (kept, whole, changed, seen, at_night) == (
            ["qp-justice", True],
            [],
            [("青政报〔2026〕3号", ("报送稿.docx",))],
            True,
            (False, [REPORT_CHANGED]),
        )
        assert saved(writer.get(f"{place}files/印发/manifest.json")).startswith(b"{")

        sent_out = saved(writer.get(f"{place}files/印发/报送稿.docx"))
        back = writer.post(f"{place}edited/", {"edited": named("修改稿.docx", retyped(sent_out))}).content.decode()
        assert "新打入9人" in back
        assert writer.post(f"{place}edited/", {"do": "take"}).headers["Location"] == place
        assert "此后有改动" in writer.get(place).content.decode()
        assert [at(name).get(place).status_code for name in ("leader", "officer")] == [404, 403]


def verified() -> tuple[bool, list[dict[str, object]]]:
    """What the nightly job came to, and what it says of reports."""
    verify_record.call()
    outcome = last("verify")
    assert outcome is not None
    return outcome.well, [one for one in outcome.told["first"] if one["kind"].startswith("report")]


def mend_the_rest(client: Client, place: str) -> None:
    """Write what the draft of so small a book leaves to be written."""
    for _ in range(40):
        page = client.get(place).content.decode()
        gap = page.find("【待补")
        if gap < 0:
            return
        line, seen = line_of(page, "【待补"), re.findall(r"seen=(\d+)", page)[0]
        client.post(f"{place}lines/{line}/", {"seen": seen, "words": "按要求推进。"})
    raise AssertionError("gaps are left")


def answer(client: Client, place: str) -> None:
    page = client.get(f"{place}points/").content.decode()
    keys = re.findall(r'name="point" value="([^"]+)"', page)
    nobody = client.post(f"{place}points/", {"point": keys})
    assert (nobody.status_code, "请写明仍然印发的理由" in nobody.content.decode()) == (409, True)
    said = {"point": keys, "reason": "数据已核定", "by": "别人"}
    assert client.post(f"{place}points/", said).status_code == 302
    page = client.get(f"{place}points/").content.decode()
    assert ("孟一苇</span>: " in page, "别人" in page) == (True, False)


def retyped(content: bytes) -> bytes:
    """The document with a sentence added in Word."""
    paper = docx.Document(io.BytesIO(content))
    paragraph = next(one for one in paper.paragraphs if "按要求推进" in one.text)
    paragraph.runs[-1].text += "新增9人。"
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()
