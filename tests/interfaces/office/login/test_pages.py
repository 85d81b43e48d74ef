"""Signing in: by name and password, then by a code; and when somebody is not let in."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache.backends import db as cache_in_database
from django.test import Client
from django.urls import reverse

from demo.city_office import PASSWORD, Laid, account
from tests.interfaces.office.conftest import NOW, At
from yifa.interfaces.office import entering, urls
from yifa.record.access.actions import end_role
from yifa.record.access.models import RoleHeld
from yifa.record.accounts.actions import close_account, set_password
from yifa.record.chain.models import EntryRow
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
KEEPER = Actor("officer99", NOW)


def sign_in(client: Client, name: str, password: str = PASSWORD) -> int:
    return client.post("/sign-in/", {"login": name, "password": password}).status_code


def test_a_name_and_its_password_lead_to_the_workbench(laid: Laid, at: At) -> None:
    client = Client()

    response = client.post("/sign-in/?next=/cases/", {"login": "Officer", "password": PASSWORD, "next": "/cases/"})

    assert (response.status_code, response.headers["Location"]) == (302, "/cases/")
    assert "陆知行" in client.get("/").content.decode()


def test_after_five_wrong_tries_nobody_is_let_in_under_the_name(laid: Laid, at: At) -> None:
    client = Client()

    tries = [sign_in(client, "officer", "wrong") for _ in range(5)]
    right = sign_in(Client(), "officer")

    assert (tries[0], tries[-1], right) == (200, 429, 429)
    assert sign_in(Client(), "reviewer") == 302


def test_a_name_that_is_none_is_answered_as_a_wrong_password_is(laid: Laid, at: At) -> None:
    wrong = [Client().post("/sign-in/", {"login": name, "password": "wrong"}) for name in ("leader", "nobody")]

    texts = [re.sub('value="[A-Za-z0-9]{64}"', "", one.content.decode().partition("<main")[2]) for one in wrong]
    assert texts[0].replace("leader", "nobody") == texts[1]


def test_who_has_a_password_of_somebody_elses_sets_his_own_first(laid: Laid, at: At) -> None:
    with everything("a test"):
        set_password(account("officer"), "Wangchao-7712", actor=KEEPER, on=NOW.date())
    client = Client()
    sign_in(client, "officer", "Wangchao-7712")

    sent = client.get("/cases/")
    weak = client.post(
        "/account/password/", {"oldpassword": "Wangchao-7712", "password1": "abcdefghijk", "password2": "abcdefghijk"}
    )
    strong = {"oldpassword": "Wangchao-7712", "password1": "Qiushui.2026x", "password2": "Qiushui.2026x"}
    done = client.post("/account/password/", strong)

    assert (sent.status_code, sent.headers["Location"]) == (302, "/account/password/")
    assert weak.status_code == 200
    assert "至少包含3类字符" in weak.content.decode()
    next_page = client.get("/cases/")
    told = re.findall(r'<p class="note [a-z -]+" role="status">(.+?)</p>', next_page.content.decode())
    assert (done.status_code, next_page.status_code, told) == (302, 200, ["新口令已生效。"])
    assert "Qiushui" not in "".join(EntryRow.objects.values_list("text", flat=True))


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh", ["口令须至少10个字符", "口令不得与账号名相近", "不得使用很多人都在用的常见口令"]),
        ("en", ["at least 10 signs", "not like the name of the account", "none of those that many people use"]),
    ],
)
def test_what_is_wrong_with_a_password_is_told_in_the_language_spoken(
    laid: Laid, at: At, language: str, wanted: list[str]
) -> None:
    with everything("a test"):
        set_password(account("reconsideration"), "Wangchao-7712", actor=KEEPER, on=NOW.date())
    client = Client()
    sign_in(client, "reconsideration", "Wangchao-7712")
    client.cookies["yifa_language"] = language
    told = []
    for one in ("Ab1", "Reconsideration1", "password123"):
        asked = {"oldpassword": "Wangchao-7712", "password1": one, "password2": one}
        told.append(client.post("/account/password/", asked).content.decode())
    assert [words in page for words, page in zip(wanted, told, strict=True)] == [True] * 3
    assert not any("This password" in page or "username" in re.sub("<[^>]+>", "", page) for page in told)


def test_who_has_no_role_has_his_own_pages_and_is_told_whom_to_ask(laid: Laid, at: At) -> None:
    with everything("a test"):
        for role in RoleHeld.objects.filter(officer=account("officer").officer):
            end_role(role, actor=KEEPER, last=NOW.date() - timedelta(days=1))
        set_password(account("officer"), "Wangchao-7712", actor=KEEPER, on=NOW.date())
    client = Client()
    sign_in(client, "officer", "Wangchao-7712")
    strong = {"oldpassword": "Wangchao-7712", "password1": "Qiushui.2026x", "password2": "Qiushui.2026x"}
    assert client.get("/account/password/").status_code == 200
    assert client.post("/account/password/", strong).status_code == 302
    workbench = client.get("/").content.decode()
    assert "您还没有角色" in workbench
    assert "/cases/" not in workbench
    answered = {
        pattern.name
        for pattern in urls.urlpatterns
        if not pattern.pattern.converters
        and (told := pattern.callback.declared).roles is not None
        and "GET" in told.methods
        and client.get(reverse(pattern.name)).status_code != 403
    }
    own = {"account_change_password", "account_reauthenticate", "own_account", "workbench"}
    assert own <= answered
    assert {name for name in answered - own if not name.startswith("mfa_")} == set()


def test_an_account_that_is_closed_lets_nobody_in_and_nobody_go_on(laid: Laid, at: At) -> None:
    client = at("officer")
    assert client.get("/cases/").status_code == 200

    with everything("a test"):
        close_account(account("officer"), actor=KEEPER, on=NOW.date())

    assert client.get("/cases/").headers["Location"] == "/sign-in/?next=%2Fcases%2F"
    assert sign_in(Client(), "officer") != 200 or "陆知行" not in client.get("/").content.decode()


def test_who_did_nothing_for_an_hour_signs_in_anew(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    client = at("officer")
    client.get("/cases/")

    monkeypatch.setattr(entering, "now", lambda: NOW + timedelta(minutes=61))

    assert client.get("/cases/").status_code == 302


def test_with_a_code_set_up_the_password_alone_does_not_do(laid: Laid, at: At) -> None:
    client = Client()
    sign_in(client, "leader")
    asked_again = client.get("/account/code/begin/")
    client.post(asked_again.headers["Location"], {"password": PASSWORD})
    page = client.get("/account/code/begin/")
    secret = client.session["mfa.totp.secret"]
    code = code_of(secret, 0)
    set_up = client.post("/account/code/begin/", {"code": code})
    fresh = Client()

    first = fresh.post("/sign-in/", {"login": "leader", "password": PASSWORD})
    between = fresh.get("/")
    the_first_again = fresh.post("/sign-in/code/", {"code": code})
    second = fresh.post("/sign-in/code/", {"code": code_of(secret, 1)})

    assert (page.status_code, set_up.status_code) == (200, 302)
    assert (first.status_code, first.headers["Location"]) == (302, "/sign-in/code/")
    assert (between.status_code, the_first_again.status_code, second.status_code) == (302, 200, 302)
    assert "江临川" in fresh.get("/account/").content.decode()
    assert secret not in account("leader").authenticator_set.get(type="totp").data["secret"]


def code_of(secret: str, further: int, at: float | None = None) -> str:
    """What a phone shows so many steps from now, or from another moment."""
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(at or time.time()) // 30 + further)))


def test_a_code_that_was_used_is_refused_as_long_as_its_time_passes(
    laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, begun = totp.generate_totp_secret(), 1_772_500_000 // 30 * 30
    totp.TOTP.activate(account("leader"), secret)
    monkeypatch.setattr(cache_in_database, "tz_now", lambda: datetime.fromtimestamp(time.time(), UTC))
    asked: list[tuple[int, str]] = []

    def sign_in_with(code: str, seconds: int) -> int:
        monkeypatch.setattr(time, "time", lambda: float(begun + seconds))
        client = Client()
        sign_in(client, "leader")
        answer = client.post("/sign-in/code/", {"code": code})
        asked.append((answer.status_code, answer.content.decode()))
        return answer.status_code

    ahead = code_of(secret, 1, begun)

    answers = [sign_in_with(ahead, seconds) for seconds in (0, 10, 31, 45, 75, 89)]
    other = sign_in_with(code_of(secret, 2, begun), 70)

    assert (answers, other) == ([302, 200, 200, 200, 200, 200], 302)
    assert all("这个验证码已经用过" in page for status, page in asked if status == 200)


def test_a_code_that_let_somebody_in_confirms_nothing_besides(laid: Laid, at: At) -> None:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(account("leader"), secret)
    client, code = Client(), code_of(secret, 0)
    sign_in(client, "leader")
    client.post("/sign-in/code/", {"code": code})

    again = client.post("/account/again/code/", {"code": code})
    other = client.post("/account/again/code/", {"code": code_of(secret, 1)})

    assert (again.status_code, other.status_code) == (200, 302)


def test_the_switch_of_languages_leads_back_to_this_site_alone(laid: Laid, at: At) -> None:
    client = at("officer")

    here = client.post("/language/", {"language": "en", "back": "/cases/?light=red"})
    away = client.post("/language/", {"language": "zh", "back": "//elsewhere.example/"})

    assert (here.headers["Location"], away.headers["Location"]) == ("/cases/?light=red", "/")
    assert here.cookies["yifa_language"].value == "en"


def test_who_forges_a_form_records_nothing(laid: Laid, at: At) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/sign-in/", {"login": "officer", "password": PASSWORD})

    assert response.status_code == 403
    assert "表单已失效" in response.content.decode()
