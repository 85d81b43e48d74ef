"""Officers: whom filters choose, what is done with them, and how much of a name is shown to whom."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.interfaces.office.officers import filters
from yifa.record.organs.actions import Actor, grant_leave, issue_certificate, note_certificate
from yifa.record.organs.choices import CertificateEventKind
from yifa.record.organs.models import Certificate, CertificateEvent, Leave, Post
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
ACTOR = Actor("demo", NOW)


def numbers(html: str) -> list[str]:
    """The staff numbers in a list, in its order."""
    return re.findall(r"<td>(\d{4})</td>", html)


@pytest.fixture
def certificates(laid: Laid, at: At) -> None:
    """One runs out in 40 days, one was renewed, one is suspended; somebody is away."""
    with everything("a test"):
        for number, days in (("0401", (40,)), ("0402", (10, 900)), ("0407", (-1,))):
            for day in days:
                officer, last = laid.officers[number], TODAY + timedelta(days=day)
                issue_certificate(officer, f"{number}-{day}", actor=ACTOR, on=TODAY - timedelta(days=900), last=last)
        suspended = Certificate.objects.get(officer=laid.officers["0415"])
        note_certificate(suspended, CertificateEventKind.SUSPENDED, actor=ACTOR, on=TODAY)
        grant_leave(laid.officers["0403"], actor=ACTOR, first=TODAY, last=TODAY)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("which=running-out&within=60", ["0401", "0407"]),
        ("which=running-out&within=30", ["0407"]),
        ("which=suspended", ["0415"]),
        ("which=away", ["0403"]),
        ("which=without", ["0407", "0415"]),
        ("words=知行", ["0412"]),
        ("words=0402-900", ["0402"]),
        ("words=执法一科科长", ["0403"]),
        ("which=nonsense&within=7", ["0401", "0402", "0403", "0407", "0412", "0415"]),
    ],
)
def test_filters_choose_by_certificate_leave_name_and_post(
    laid: Laid, at: At, certificates: None, asked: str, expected: list[str]
) -> None:
    assert numbers(at("leader").get(f"/officers/?{asked}").content.decode()) == expected


def test_names_are_shown_to_who_works_with_them_and_masked_to_who_audits(laid: Laid, at: At) -> None:
    officer = laid.officers["0412"].id
    texts = {who: at(who).get(f"/officers/{officer}/").content.decode() for who in ("officer", "system", "audit")}

    assert {who: ("陆知行" in text, "陆**" in text) for who, text in texts.items()} == {
        "officer": (True, False),
        "system": (True, False),
        "audit": (False, True),
    }
    assert numbers(at("audit").get("/officers/?words=知行").content.decode()) == []
    assert at("urban").get(f"/officers/{officer}/").status_code == 404


def test_posts_certificates_and_leave_are_noted_by_the_system_administrator(laid: Laid, at: At) -> None:
    client, officer = at("system"), laid.officers["0412"]
    on = {"on": TODAY.isoformat(), "because": "任职文件"}

    done = [
        client.post(f"/officers/{officer.id}/{verb}/", {**on, **given}).status_code
        for verb, given in (
            ("post", {"title": "执法二科科长", "rank": "section-head", "organ": "青屏县市场监督管理局"}),
            ("leave", {"last": (TODAY + timedelta(days=3)).isoformat()}),
            ("leave", {"last": (TODAY - timedelta(days=3)).isoformat()}),
            ("certificate", {"number": "青执9", "issuer": "青屏县司法局", "last": ""}),
        )
    ]

    with everything("a test"):
        titles = Post.objects.filter(officer=officer).order_by("id").values_list("title", flat=True)
        assert (done, list(titles)) == ([302, 302, 409, 302], ["执法一科科员", "执法二科科长"])
        assert (Leave.objects.filter(officer=officer).count(), Certificate.objects.filter(number="青执9").count()) == (
            1,
            1,
        )


def test_the_register_is_handed_out_as_it_is_sent_in(laid: Laid, at: At) -> None:
    response = at("system").get("/officers/workbook/file/")
    rows = list(load_workbook(BytesIO(response.content)).worksheets[0].iter_rows(values_only=True))

    assert rows[0][:5] == ("所在单位", "人员编号", "姓名", "职务", "职务类别")
    assert ("青屏县市场监督管理局", "0412", "陆知行", "执法一科科员", "工作人员") in [row[:5] for row in rows]
    assert at("officer").get("/officers/workbook/file/").status_code == 403


def test_pages_of_officers_go_on_and_leave_none_out(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    client, address, found = at("system"), "/officers/", []
    whole = numbers(client.get(address).content.decode())
    monkeypatch.setattr(filters, "PAGE", 4)
    while address:
        html = client.get(address).content.decode()
        found += numbers(html)
        further = re.search(r'<a href="(\?[^"]+)" rel="next">', html)
        address = f"/officers/{further[1]}".replace("&amp;", "&") if further else ""

    assert (found, len(found)) == (whole, 16)


def test_of_many_certificates_it_is_noted_at_once_or_of_none(laid: Laid, at: At) -> None:
    with everything("a test"):
        ids = list(Certificate.objects.order_by("id").values_list("id", flat=True))
    html = {who: at(who).get("/officers/").content.decode() for who in ("system", "leader")}
    assert [html[who].count('name="certificate"') for who in ("system", "leader")] == [len(ids), 0]
    address = "/officers/certificates/?" + "&".join(f"certificate={one}" for one in ids)
    given = {"kind": "checked", "because": "2026年度审验"}
    early = at("system").post(address, {**given, "on": "2018-01-01"})
    with everything("a test"):
        noted = CertificateEvent.objects.count()
    done = at("system").post(address, {**given, "on": TODAY.isoformat()})

    assert (early.status_code, noted, done.status_code, at("leader").get(address).status_code) == (409, 0, 302, 403)
    with everything("a test"):
        assert CertificateEvent.objects.filter(kind="checked").count() == len(ids)
