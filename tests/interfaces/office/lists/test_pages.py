"""Lists: an edition from the workbook over its draft into force, what it changes, and what was in force on a day."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from tests.record.lists.workbooks import POWERS, workbook
from yifa.record.lists.models import Edition, OrganList
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
SECOND = (
    POWERS[1],
    (*POWERS[2][:4], "无证无照经营查处办法第5条"),
    ("P-3", "烟花爆竹经营许可", "行政许可", "本局", "条例"),
)


def send(client: Client, number: int, path: Path) -> str:
    """Send a workbook in; where it is looked at."""
    file = SimpleUploadedFile(path.name, path.read_bytes())
    sent = client.post(f"/lists/{number}/workbook/", {"file": file, "on": "2026-03-03"})
    return str(sent.headers["Location"])


def confirm(client: Client, address: str) -> str:
    """Confirm what would change; where it leads."""
    seen = client.get(address).content.decode()
    told = dict(re.findall(r'name="(sent|on|confirm)" value="([\w-]+)"', seen))
    return str(client.post(address.partition("?")[0], told).headers["Location"])


def begun(client: Client) -> int:
    """A list of powers of the market bureau that was just begun."""
    with everything("a test"):
        before = set(OrganList.objects.values_list("id", flat=True))
    given = {
        "kind": "powers",
        "title": "权责清单",
        "organ": re.findall(r'<option value="(\d+)"', client.get("/lists/new/").content.decode())[0],
    }
    client.post("/lists/new/", given)
    with everything("a test"):
        return next(iter(set(OrganList.objects.values_list("id", flat=True)) - before))


def test_an_edition_goes_from_workbook_to_draft_to_force_and_the_day_says_which(
    laid: Laid, at: At, tmp_path: Path
) -> None:
    client = at("reviewer")
    number = begun(client)
    first = confirm(client, send(client, number, workbook(tmp_path / "一.xlsx", POWERS)))
    client.post(f"{first}force/", {"on": "2026-01-01", "because": "公告1号"})
    address = send(client, number, workbook(tmp_path / "二.xlsx", SECOND))
    seen = client.get(address).content.decode()
    second = confirm(client, address)
    draft = client.get(second).content.decode()
    too_early = client.post(f"{second}force/", {"on": "2026-01-01", "because": "公告2号"})
    client.post(f"{second}force/", {"on": "2026-03-01", "because": "公告2号"})

    def codes(day: str) -> list[str]:
        html = at("officer").get(f"/lists/{number}/?on={day}").content.decode()
        return re.findall(r'<td lang="zh-Hans">(P-\d)</td>', html)

    for html in (seen, draft):
        assert re.findall(r'<span class="(added|moved|removed)">', html) == ["moved", "added", "removed"]
        assert '<del lang="zh-Hans">无证无照经营查处办法</del>' in html
    assert too_early.status_code == 409
    assert [codes(day) for day in ("2025-12-31", "2026-02-28", "2026-03-01")] == [[], ["P-1", "P-2"], ["P-1", "P-3"]]
    assert "烟花爆竹" in at("leader").get("/lists/?words=爆竹 许可").content.decode()
    assert "烟花爆竹" not in at("leader").get("/lists/?words=爆竹&on=2026-02-01").content.decode()
    assert client.get(f"/lists/{number}/file/").content[:2] == b"PK"


def test_lists_are_kept_by_the_legal_section_and_the_leader_of_the_organ_alone(
    laid: Laid, at: At, tmp_path: Path
) -> None:
    client = at("reviewer")
    number = begun(client)
    edition = confirm(client, send(client, number, workbook(tmp_path / "一.xlsx", POWERS)))

    statuses = {
        who: (at(who).get(edition).status_code, at(who).get(f"{edition}force/").status_code)
        for who in ("officer", "leader", "urban", "supervisor", "system")
    }
    wrong = client.get(
        send(client, number, workbook(tmp_path / "错.xlsx", (POWERS[1], ("P-1", "", "行政审批", "本局"))))
    )

    assert statuses == {
        "officer": (200, 403),
        "leader": (200, 200),
        "urban": (404, 403),
        "supervisor": (200, 403),
        "system": (403, 403),
    }
    assert 'name="confirm"' not in wrong.content.decode()
    with everything("a test"):
        assert Edition.objects.filter(list=number).count() == 1


def test_one_item_is_changed_by_hand_into_a_draft(laid: Laid, at: At, tmp_path: Path) -> None:
    client = at("reviewer")
    number = begun(client)
    first = confirm(client, send(client, number, workbook(tmp_path / "一.xlsx", POWERS)))
    early = client.get(f"/lists/{number}/item/?key=P-1").status_code
    client.post(f"{first}force/", {"on": "2026-01-01", "because": "公告1号"})
    given = {"code": "P-1", "name": "对无照经营的处罚", "organ": "青屏县市场监督管理局", "because": "条文修改"}
    taken = client.post(f"/lists/{number}/item/?key=P-1", {**given, "code": "P-2"})
    draft = client.post(f"/lists/{number}/item/?key=P-1", {**given, "basis": "办法第5条"}).headers["Location"]
    html = client.get(draft).content.decode()

    assert (early, taken.status_code, client.get(f"/lists/{number}/item/?key=P-1").status_code) == (404, 409, 404)
    assert re.findall(r'<(?:del|ins) lang="zh-Hans">(.+?)</', html) == [
        "行政处罚",
        "（空）",
        "无证无照经营查处办法",
        "办法第5条",
    ]
