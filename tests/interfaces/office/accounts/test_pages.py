"""Accounts as the system administrator sees to them: opened, helped, stopped, closed; tokens of systems."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from demo.city_office import PASSWORD, Laid, account
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.accounts.models import Account
from yifa.record.chain.models import EntryRow
from yifa.record.organs.actions import Actor, appoint
from yifa.record.scope import everything
from yifa.record.tokens.queries import token_of

pytestmark = pytest.mark.django_db
CLERK = Actor("clerk 1", NOW)


def test_an_account_is_opened_with_a_password_that_is_shown_once_and_must_be_changed(laid: Laid, at: At) -> None:
    system, officer = at("system"), laid.officers["0415"]

    opened = system.post(f"/accounts/{officer.id}/open/", {"username": "Shen.Shuyan"})
    [password] = re.findall(r'<code class="secret">(.+?)</code>', opened.content.decode())
    fresh = Client()
    signed_in = fresh.post("/sign-in/", {"login": "shen.shuyan", "password": password})
    sent = fresh.get("/cases/")
    again = system.post(f"/accounts/{officer.id}/open/", {"username": "shen2"})

    assert (opened.status_code, signed_in.status_code, again.status_code) == (200, 302, 409)
    assert sent.headers["Location"] == "/account/password/"
    assert password not in system.get(f"/accounts/{officer.id}/").content.decode()
    assert password not in "".join(EntryRow.objects.values_list("text", flat=True))


def test_who_is_stopped_is_signed_out_at_once_and_comes_back_when_let_on(laid: Laid, at: At) -> None:
    system, officer = at("system"), laid.officers["0412"]
    his = Client()
    his.post("/sign-in/", {"login": "officer", "password": PASSWORD})
    before = his.get("/cases/").status_code

    system.post(f"/accounts/{officer.id}/stop/")
    stopped = his.get("/cases/").status_code
    system.post(f"/accounts/{officer.id}/let-on/")
    let_on = Client().post("/sign-in/", {"login": "officer", "password": PASSWORD}).headers["Location"]

    assert (before, stopped, let_on) == (200, 302, "/")


def test_who_was_shut_out_is_let_in_again(laid: Laid, at: At) -> None:
    for _ in range(5):
        Client().post("/sign-in/", {"login": "leader", "password": "wrong"})
    system, officer = at("system"), laid.officers["0401"]
    shut = system.get("/accounts/?state=locked").content.decode()

    system.post(f"/accounts/{officer.id}/unlock/")

    assert "江临川" in shut
    assert "陆知行" not in shut
    assert Client().post("/sign-in/", {"login": "leader", "password": PASSWORD}).status_code == 302


def test_an_account_is_closed_for_ever_only_by_who_types_its_name(laid: Laid, at: At) -> None:
    system, officer = at("system"), laid.officers["0511"]

    hasty = system.post(f"/accounts/{officer.id}/close/", {"sure": "yes"})
    sure = system.post(f"/accounts/{officer.id}/close/", {"sure": "urban"})

    assert (hasty.status_code, sure.status_code) == (409, 302)
    assert account("urban").closed_on == TODAY


def test_nobody_sees_to_his_own_account(laid: Laid, at: At) -> None:
    own = laid.officers["0241"]

    response = at("system").post(f"/accounts/{own.id}/password/")

    assert response.status_code == 409
    assert "另一名系统管理员" in response.content.decode()


def test_officers_are_found_by_number_account_and_whole_name(laid: Laid, at: At) -> None:
    system = at("audit")

    found = {
        asked: re.findall(r'class="to"[^>]*>(.+?)</a>', system.get(f"/accounts/?q={asked}").content.decode())
        for asked in ("0412", "lead", "宋秋水", "宋")
    }

    assert found == {"0412": ["陆知行"], "lead": ["江临川"], "宋秋水": ["宋秋水"], "宋": []}


def test_a_token_is_issued_to_who_stands_for_a_system_and_to_nobody_else(laid: Laid, at: At) -> None:
    with everything("a test"):
        stands_in = appoint(laid.organs["qp-market"], "s1", "办公系统", actor=CLERK, on=TODAY)
        give_role(stands_in, RoleName.HANDLER, laid.organs["qp-market"], actor=CLERK, on=TODAY)
    system, last = at("system"), (TODAY + timedelta(days=90)).isoformat()

    person = system.post("/tokens/issue/", {"officer": laid.officers["0412"].id, "label": "OA", "last": last})
    issued = system.post("/tokens/issue/", {"officer": stands_in.id, "label": "OA", "last": last})
    [secret] = re.findall(r'<code class="secret">(.+?)</code>', issued.content.decode())
    token = token_of(secret, TODAY)
    page = system.get("/tokens/").content.decode()
    revoked = system.post(f"/tokens/{token.id if token else 0}/revoke/")

    assert (person.status_code, issued.status_code, revoked.status_code) == (409, 200, 302)
    assert token_of(secret, TODAY) is None
    assert ('<th scope="col">权限</th>' in page, 'data-label="状态">有效<' in page) == (True, True)


def test_a_certificate_belongs_to_one_account(laid: Laid, at: At) -> None:
    system = at("system")

    first = system.post(f"/accounts/{laid.officers['0412'].id}/link/", {"certificate": "0A:1B:2C:3D:4E"})
    second = system.post(f"/accounts/{laid.officers['0401'].id}/link/", {"certificate": "0a1b2c3d4e"})

    assert (first.status_code, second.status_code) == (302, 409)
    assert list(Account.objects.exclude(certificate="").values_list("username", "certificate")) == [
        ("officer", "0a1b2c3d4e")
    ]
