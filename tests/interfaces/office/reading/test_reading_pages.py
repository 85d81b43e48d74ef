"""A report is handed in, read, shown with its figures and what does not add up; to nobody else, and deleted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from demo.city_office import Laid
from tests.interfaces.checkup.test_reports import REPORT
from tests.interfaces.office.conftest import At
from tests.interfaces.office.files import done_at_once, named, saved

pytestmark = pytest.mark.django_db
LAST = """青屏县2023年度法治政府建设情况报告
全年共办理行政复议案件50件。
"""


def test_a_report_is_read_and_shown_to_whom_it_belongs(
    laid: Laid, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = at("report")
    with done_at_once(tmp_path, monkeypatch):
        nothing = client.post("/reading/", {})
        assert (nothing.status_code, "请先选择报告" in nothing.content.decode()) == (409, True)
        sent = {"report": named("今年.txt", REPORT), "earlier": named("去年.txt", LAST)}
        place = client.post("/reading/", sent).headers["Location"]
        page = client.get(place).content.decode()
        assert 'class="fig red" id="t1f2" href="?t=1&amp;f=2#beside">50人</a>' in page
        assert page.count("60 &gt; 50：部分大于总数，请核口径。") == 1
        assert re.search(r"50件</a></td><td class=\"number\"><a [^>]*>60件</a></td><td>[^<]*20", page)
        line = client.get("/reading/").content.decode().partition("<tbody>")[2].partition("</tr>")[0]
        listed = dict(re.findall(r'class="sign">(.)</span> (\d+)', line))
        told = dict(re.findall(r'class="sign"[^>]*>(.)</span>\s*[^<>\d]*?(\d+)', page))
        assert listed == {sign: told[sign] for sign in listed} != {}
        card = client.get(f"{place}figure/?t=1&f=2").content.decode()
        assert "60 &gt; 50" in card
        own_page = client.get(f"{place}files/报告核验.html")
        assert own_page.headers["Content-Security-Policy"].startswith("sandbox allow-scripts")
        assert saved(own_page).startswith(b"<!doctype html>")
        assert [at(name).get(place).status_code for name in ("supervisor", "reviewer", "officer")] == [404, 404, 403]
        assert client.post(f"{place}forget/").headers["Location"] == "/reading/"
        assert (client.get(place).status_code, list(tmp_path.rglob("*.txt"))) == (404, [])


def test_what_cannot_be_read_is_told_with_its_name(
    laid: Laid, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = at("report")
    with done_at_once(tmp_path, monkeypatch):
        place = client.post("/reading/", {"report": named("坏.pdf", b"%PDF-1.7 broken")}).headers["Location"]
        page = client.get(place).content.decode()
    assert ("文件里没有找到报告" in page, "坏.pdf" in page) == (True, True)
