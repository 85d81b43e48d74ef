"""Organs: the tree of a day, what is done with an organ and by whom, and an organ that ends with its open cases."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from tests.interfaces.office.registers.working_off import work_off
from tests.record.importing.test_taking_registers import book
from yifa.interfaces.office.organs import told, tree
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case
from yifa.record.importing.register_sheets import ORGANS
from yifa.record.organs.actions import Actor, set_up
from yifa.record.organs.choices import Kind, Level
from yifa.record.organs.models import Organ, OrganName
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
WHY = {"because": "县委编委〔2026〕3号", "on": TODAY.isoformat()}


def names(html: str) -> list[str]:
    """The organs of a tree, in its order."""
    return re.findall(r'<a class="name" [^>]*>(.+?)</a>', html)


def test_an_organ_is_renamed_from_a_day_and_found_by_the_name_of_the_day(laid: Laid, at: At) -> None:
    client, organ = at("system"), laid.organs["qp-market"]
    address = f"/organs/{organ.id}/rename/"

    empty = client.post(address, {"name": "", "on": "2026-02-31", "because": ""})
    early = client.post(address, {**WHY, "name": "青屏县新局", "on": "2019-03-01"})
    done = client.post(address, {**WHY, "name": "青屏县市场监督管理和知识产权局"})

    assert (empty.status_code, early.status_code, done.status_code) == (409, 409, 302)
    assert re.findall(r'<a href="#(\w+)">', empty.content.decode()) == ["name", "on", "because"]
    assert "县委编委〔2026〕3号" in early.content.decode()
    found = [
        names(client.get(f"/organs/?words=知识产权&on={day}").content.decode()) for day in ("2026-03-02", "2026-03-03")
    ]
    assert found == [[], ["青屏县市场监督管理和知识产权局"]]
    assert client.get(f"/organs/{organ.id}/").content.decode().count("青屏县市场监督管理局") == 1


def test_only_the_system_administrator_of_an_organ_changes_it(laid: Laid, at: At) -> None:
    with everything("a test"):
        actor = Actor("demo", NOW)
        other = set_up("linyue", "临岳区人民政府", actor=actor, on=TODAY, kind=Kind.GOVERNMENT, level=Level.COUNTY)
    own = laid.organs["qp-market"]

    statuses = {
        who: [at(who).post(f"/organs/{one.id}/rename/", {**WHY, "name": "新名"}).status_code for one in (own, other)]
        for who in ("leader", "security", "system")
    }

    assert statuses == {"leader": [403, 403], "security": [403, 403], "system": [302, 404]}
    assert "更名" in at("system").get(f"/organs/{own.id}/").content.decode()
    assert "更名" not in at("leader").get(f"/organs/{own.id}/").content.decode()


def test_an_organ_ends_after_it_was_looked_at_and_its_open_cases_go_on(laid: Laid, at: At) -> None:
    client, ended, heir = at("system"), laid.organs["qp-urban"], laid.organs["qp-market"]
    with everything("a test"):
        open_before = Case.objects.filter(organ=ended, state=State.OPEN).count()
        actor = Actor("demo", NOW)
        set_up("linyue", "临岳区人民政府", actor=actor, on=date(2020, 1, 1), kind=Kind.GOVERNMENT, level=Level.COUNTY)

    left = client.post(f"/organs/{ended.id}/abolish/", {**WHY, "heir": ""})
    asked = client.post(f"/organs/{ended.id}/merge/", {**WHY, "into": "青屏县市场监督管理局"})
    itself = client.post(f"/organs/{ended.id}/merge/", {**WHY, "into": "qp-urban"})
    elsewhere = client.post(f"/organs/{ended.id}/merge/", {**WHY, "into": "linyue"})
    waiting = client.get(asked.headers["Location"]).content.decode()
    work_off()
    refused = client.get(left.headers["Location"]).content.decode()
    seen = client.get(asked.headers["Location"]).content.decode()
    with everything("a test"):
        assert Organ.objects.get(pk=ended.id).last is None
    done = client.post(asked.headers["Location"])
    work_off()

    assert (itself.status_code, elsewhere.status_code, "hx-trigger" in waiting) == (409, 409, True)
    assert f"{open_before}件未结案件将无人承接" in refused
    assert f"{open_before}件" in seen
    assert at("security").get(asked.headers["Location"]).status_code == 403
    assert "已完成并留痕" in client.get(done.headers["Location"]).content.decode()
    with everything("a test"):
        assert Case.objects.filter(organ=ended, state=State.OPEN).count() == 0
        assert Case.objects.filter(organ=heir, state=State.OPEN).count() >= open_before > 0
        assert Organ.objects.get(pk=ended.id).last == date(2026, 3, 2)


def test_a_workbook_is_looked_at_before_it_is_taken_in_and_wrong_rows_come_back(
    laid: Laid, at: At, tmp_path: Path
) -> None:
    client = at("system")
    good = book(
        tmp_path / "机关.xlsx", (ORGANS, ({"id": "qp-park", "name": "青屏县公园管理局", "to": "青屏县人民政府"},))
    )
    bad = book(tmp_path / "错.xlsx", (ORGANS, ({"id": "qp-park", "name": "", "to": "青屏县人民政府"},)))

    def send(path: Path) -> str:
        file = SimpleUploadedFile(path.name, path.read_bytes())
        return client.post("/organs/workbook/", {"file": file, "on": TODAY.isoformat()}).headers["Location"]

    nothing = client.post("/organs/workbook/", {"on": TODAY.isoformat()})
    wrong = client.get(send(bad)).content.decode()
    corrections = client.get(send(bad) + "&corrections=yes")
    address = send(good)
    seen = client.get(address).content.decode()
    stolen = at("system").get(address)
    [mark] = re.findall(r'name="confirm" value="(\w+)"', seen)
    [sent] = re.findall(r'name="sent" value="(\w+)"', seen)
    other = client.post("/organs/workbook/", {"sent": sent, "on": TODAY.isoformat(), "confirm": "0"})
    done = client.post("/organs/workbook/", {"sent": sent, "on": TODAY.isoformat(), "confirm": mark})

    assert (nothing.status_code, stolen.status_code, other.status_code, done.status_code) == (409, 404, 409, 302)
    assert ("机关名称" in wrong, 'name="confirm"' in wrong) == (True, False)
    assert corrections.content[:2] == b"PK"
    assert OrganName.objects.filter(name="青屏县公园管理局").count() == 1
    assert client.get(address).status_code == 404


def test_of_many_organs_what_lies_deep_is_one_step_away(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "SHOWN", 3)

    top = at("report").get("/organs/").content.decode()
    below = at("report").get("/organs/?under=qp").content.decode()

    assert names(top)[0] == "青屏县人民政府"
    assert "青屏县市场监督管理局" in below


def test_of_many_posts_so_many_stand_on_a_page(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"/organs/{laid.organs['qp-market'].id}/"

    def posts(page: str) -> list[str]:
        return re.findall(r'<tr data-line><th scope="row" lang="zh-Hans">(.*?)</th>', page)

    client = at("system")
    whole = posts(client.get(address).content.decode())
    monkeypatch.setattr(told, "POSTS_SHOWN", 2)
    found, seen, to = [], [], "?posts=0"
    while to:
        page = client.get(address + to).content.decode()
        seen.append(len(posts(page)))
        found += posts(page)
        further = re.search(r'<a href="([^"]+)" rel="next"', page)
        to = further[1] if further else ""

    assert len(whole) > 4
    assert (found, max(seen)) == (whole, 2)
    assert f'<span class="n">{len(whole)}</span>' in page
