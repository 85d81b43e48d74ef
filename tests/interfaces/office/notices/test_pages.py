"""Notices at the desk: counted beside the bell, read one by one or all; by e-mail and in a calendar without names."""

from __future__ import annotations

import re
from datetime import time
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from demo.city_office import Laid
from demo.office_clues import say
from tests.interfaces.office.conftest import NOW, TODAY, At
from tests.interfaces.office.notices.post_office import post_office
from yifa.interfaces.office.notices import digest
from yifa.interfaces.office.notices import pages as notice_pages
from yifa.oversight.notices.following import follow as tell
from yifa.oversight.notices.mail import Mail
from yifa.oversight.notices.models import Notice, Wish
from yifa.oversight.standing.following import follow

pytestmark = pytest.mark.django_db
NAMES = ("粮油店", "五金店", "食品厂", "陆知行", "张照临")


@pytest.fixture
def told(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> At:
    for module in (digest, notice_pages):
        monkeypatch.setattr(module, "now", lambda: NOW)
    say(laid, TODAY)
    follow(TODAY)
    tell(TODAY)
    return at


def bell(client: Client) -> int:
    found = re.search(r'class="bell".*?<b>(\d+)</b>', client.get("/account/").content.decode(), re.DOTALL)
    return int(found[1]) if found else 0


def test_the_bell_counts_what_is_unread_and_each_leads_to_its_matter(laid: Laid, told: At) -> None:
    client = told("officer")
    first = Notice.objects.filter(officer=laid.officers["0412"], about="screened").order_by("id")[0]
    text = client.get("/notices/").content.decode()
    before = bell(client)
    led = client.get(f"/notices/{first.id}/")
    after = bell(client)
    client.post("/notices/")
    others = told("section").get(f"/notices/{first.id}/").status_code

    assert (before, after, bell(client)) == (8, 7, 0)
    assert text.count("data-line") == 8
    assert "您承办的案件有新疑点" in text
    assert led.headers["Location"].startswith(f"/cases/{first.case_id}/clue/?duty=")
    assert client.get(led.headers["Location"]).status_code == 200
    assert others == 404


def test_a_notice_of_a_file_that_may_not_be_read_any_more_is_left_out(laid: Laid, told: At) -> None:
    row = Notice.objects.filter(officer=laid.officers["0412"], about="clue")[0]
    Notice.objects.create(
        officer=laid.officers["0511"], key="x", about="clue", case_id=row.case_id, told=row.told, on=TODAY
    )

    assert "data-line" not in told("urban").get("/notices/").content.decode()


def test_the_calendar_is_under_a_secret_address_until_it_is_revoked(laid: Laid, told: At) -> None:
    client = told("officer")
    shown = client.post("/notices/wishes/", {"what": "calendar"}).content.decode()
    address = re.search(r'<code id="feed">http://testserver(/calendar/[^<]+)</code>', shown)
    assert address is not None
    path = address[1].replace("&amp;", "&")
    calendar = Client().get(path)
    text = calendar.content.decode().replace("\r\n ", "")
    again = client.get("/notices/wishes/").content.decode()
    others = told("section").get(path).status_code
    client.post("/notices/wishes/", {"what": "revoke"})

    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in calendar.content.split(b"\r\n"))
    assert "SUMMARY:青市监案〔2026〕31号 立案之日起九十日内作出处理决定" in text
    events = [
        dict(line.split(":", 1) for line in one.split("\r\n") if ":" in line) for one in text.split("BEGIN:VEVENT")[1:]
    ]
    past = [one for one in events if one["DTSTART;VALUE=DATE"] < f"{TODAY:%Y%m%d}"]
    assert {one["SUMMARY"].startswith("逾期：") for one in past} == {True}
    assert not [one for one in events if one not in past and "逾期" in one["SUMMARY"]]
    assert all(re.fullmatch(r"http://testserver/cases/\d+/", one["URL"]) for one in events)
    assert [name for name in NAMES if name in text] == []
    assert text.count("BEGIN:VEVENT") == text.count("CLASS:PRIVATE") > 3
    assert path.rpartition("/")[2][:20] not in again
    assert (others, Client().get(path).status_code, Client().get("/calendar/none.ics").status_code) == (404, 404, 404)


def test_the_daily_e_mail_goes_once_to_who_asked_and_names_nobody(told: At, tmp_path: Path, settings: Any) -> None:
    client = told("officer")
    wrong = client.post("/notices/wishes/", {"what": "mail", "address": "lu"})
    client.post("/notices/wishes/", {"what": "mail", "address": "lu@example.invalid"})
    settings.MAIL = None
    off = digest.send_due(TODAY)
    settings.MAIL = Mail(f"file:{tmp_path}", "yifa@example.invalid", time(8), "https://yifa.example.invalid")
    sent = (digest.send_due(TODAY), digest.send_due(TODAY))
    [file] = tmp_path.iterdir()
    text = _body(file)
    settings.MAIL = Mail("smtp://127.0.0.1:1", "yifa@example.invalid", time(8))
    Wish.objects.update(sent_on=None)
    failed = digest.send_due(TODAY)

    assert (wrong.status_code, b'href="#address"' in wrong.content) == (409, True)
    assert (off, sent, failed) == (0, (1, 0), 0)
    assert "青市监案〔2026〕34号" in text
    assert "详情请登录查看：https://yifa.example.invalid" in text
    assert "https://yifa.example.invalid/notices/wishes/" in text
    first = "青市监案〔2026〕28号 先行登记保存后七个工作日内采取处理措施：2026-02-24，逾期6个工作日"
    assert f"\n逾期（2）\n· {first}\n· 青市监案〔2026〕34号" in text
    assert re.fullmatch(r"<\S+@example\.invalid>", message_from_bytes(file.read_bytes())["Message-ID"])
    assert [name for name in NAMES if name in text] == []
    assert Wish.objects.get().tried_at == NOW


def test_a_mail_server_gets_it_under_tls_alone_and_from_who_signed_in(
    told: At, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("officer").post("/notices/wishes/", {"what": "mail", "address": "lu@example.invalid"})
    with post_office(tmp_path) as office:
        settings.MAIL = Mail(f"smtp://yifa:a%20word@localhost:{office.port}", "yifa@example.invalid", time(8))
        distrusted = digest.send_due(TODAY), list(office.received)
        monkeypatch.setenv("SSL_CERT_FILE", str(office.certificate))
        Wish.objects.update(tried_at=None)
        sent = digest.send_due(TODAY)
    [(sender, to, secured, known, data)] = office.received
    message = message_from_bytes(data, policy=policy.default)

    assert (distrusted, sent) == ((0, []), 1)
    assert (sender.split()[1], to.split()[1], secured, known) == (
        "FROM:<yifa@example.invalid>",
        "TO:<lu@example.invalid>",
        True,
        "yifa a word",
    )
    assert (message["To"], message["Auto-Submitted"], "青市监案〔2026〕34号" in message.get_content()) == (
        "lu@example.invalid",
        "auto-generated",
        True,
    )


def _body(file: Path) -> str:
    content: str = message_from_bytes(file.read_bytes(), policy=policy.default).get_content()
    return content
