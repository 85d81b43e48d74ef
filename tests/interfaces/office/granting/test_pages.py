"""Roles and files as the security administrator gives them: what is refused, what is told first, what holds at once."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY, At
from yifa.interfaces.office import organ_choice
from yifa.interfaces.office.granting import pages
from yifa.record.access.models import RoleHeld
from yifa.record.chain.models import EntryRow
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db


def give(at: At, officer: int, role: str, organ: int | str, **more: str) -> tuple[int, str]:
    told = {"role": role, "organ": str(organ), "because": "分工文件", **more}
    response = at("security").post(f"/granting/{officer}/give/", told)
    return response.status_code, response.content.decode()


def test_a_role_holds_from_the_moment_it_is_given_until_it_is_ended(laid: Laid, at: At) -> None:
    market, officer = laid.organs["qp-market"].id, laid.officers["0231"]
    before = at("report").get("/cases/").status_code

    given, _ = give(at, officer.id, "leader", market)
    during = at("report").get("/cases/").status_code
    with everything("a test"):
        held = RoleHeld.objects.get(officer=officer, role="leader")
    at("security").post(f"/granting/roles/{held.id}/end/")
    last = json.loads(EntryRow.objects.order_by("-id").values_list("text", flat=True)[0])["what"]

    assert (before, given, during) == (403, 302, 200)
    assert (last["act"], last["by"]) == ("role-ended", f"officer{laid.officers['0242'].id}")


def test_what_is_questionable_is_told_first_and_given_when_it_is_meant_so(laid: Laid, at: At) -> None:
    market, officer = laid.organs["qp-market"].id, laid.officers["0407"].id

    told, text = give(at, officer, "handler", market)
    meant, _ = give(at, officer, "handler", market, sure="yes")

    assert (told, meant) == (409, 302)
    assert "确属有意" in text
    assert "须予斟酌" in at("audit").get("/granting/").content.decode()


@pytest.mark.parametrize(
    ("number", "role", "words"),
    [("0241", "auditor", "三员分立"), ("0242", "leader", "另一名安全管理员"), ("0401", "leader", "已有")],
)
def test_what_cannot_be_is_refused_with_what_to_do(laid: Laid, at: At, number: str, role: str, words: str) -> None:
    organ = laid.organs["qp" if number != "0401" else "qp-market"].id

    status, text = give(at, laid.officers[number].id, role, organ)

    assert status == 409
    assert words in text


def test_the_last_administrator_of_a_kind_stays_one(laid: Laid, at: At) -> None:
    with everything("a test"):
        held = RoleHeld.objects.get(role="auditor")

    response = at("security").post(f"/granting/roles/{held.id}/end/")

    assert response.status_code == 409


def test_a_file_of_another_organ_is_opened_by_its_number_until_a_day(laid: Laid, at: At) -> None:
    officer, case = laid.officers["0511"].id, laid.cases["青市监案〔2026〕31号"]
    until = (TODAY + timedelta(days=10)).isoformat()
    told = {"of_organ": laid.organs["qp-market"].id, "number": case.number, "task": "借调审核", "until": until}
    before = at("urban").get(f"/cases/{case.id}/").status_code

    wrong = at("security").post(f"/granting/{officer}/open-file/", told | {"number": "没有这一号"})
    opened = at("security").post(f"/granting/{officer}/open-file/", told)
    after = at("urban").get(f"/cases/{case.id}/").status_code
    listed = at("audit").get("/granting/").content.decode()

    assert (before, wrong.status_code, opened.status_code, after) == (404, 409, 302, 200)
    assert case.number in listed
    assert at("security").get(f"/cases/{case.id}/").status_code == 403


def test_of_many_organs_one_is_written_and_found_by_name_or_code(
    laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer, market = laid.officers["0231"].id, laid.organs["qp-market"]
    client = at("security")
    few = client.get("/granting/").content.decode(), client.get(f"/granting/{officer}/").content.decode()
    monkeypatch.setattr(organ_choice.to_choose, "__defaults__", (1,))
    many = client.get("/granting/").content.decode(), client.get(f"/granting/{officer}/").content.decode()

    def so_many(organ: str) -> int:
        return client.get("/granting/", {"organ": organ}).content.decode().count('<a class="to"')

    assert [page.count('<select id="organ"') for page in (*few, *many)] == [1, 1, 0, 0]
    assert [page.count('<input id="organ"') for page in (*few, *many)] == [0, 0, 1, 1]
    assert so_many("青屏县市场监督管理局") == so_many("qp-market") == so_many(str(market.id)) > 0
    assert so_many("没有这个机关") == 0
    assert give(at, officer, "leader", "没有这个机关")[0] == 409
    assert give(at, officer, "leader", "qp-market")[0] == 302


def test_doubts_are_told_so_many_at_the_most(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in ("0407", "0412"):
        for role in ("handler", "reviewer"):
            give(at, laid.officers[number].id, role, laid.organs["qp-market"].id, sure="yes")
    whole = at("security").get("/granting/").content.decode()
    monkeypatch.setattr(pages, "DOUBTS_SHOWN", 1)
    part = at("security").get("/granting/").content.decode()

    def shown(page: str) -> int:
        return page.partition('<ul class="plain">')[2].partition("</ul>")[0].count("<li>")

    assert (shown(whole) > 1, shown(part)) == (True, 1)
    assert f"另有{shown(whole) - 1}" in part
