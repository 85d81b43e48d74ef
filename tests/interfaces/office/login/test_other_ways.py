"""Signing in by passkey, certificate and sign-in service; at how many places; how often one may ask."""

from __future__ import annotations

import html
import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings as django_settings
from django.test import Client

from demo.city_office import PASSWORD, Laid, account
from tests.interfaces.office.conftest import NOW, At
from tests.interfaces.office.login.authenticator import Passkey
from tests.interfaces.office.login.sign_in_service import CLIENT, SECRET, service
from yifa.interfaces.office import entering, limits
from yifa.project.configuration import Configuration
from yifa.project.office import office

pytestmark = pytest.mark.django_db


def asked_of_browser(text: str) -> dict[str, Any]:
    """What a page asks the browser for a key."""
    [found] = re.findall(r"data-asked='(.+?)'", text)
    told: dict[str, Any] = json.loads(html.unescape(found))
    return told


def test_with_a_passkey_set_up_the_password_alone_does_not_do(laid: Laid, at: At) -> None:
    client, key = Client(), Passkey("testserver")
    client.post("/sign-in/", {"login": "leader", "password": PASSWORD}, secure=True)
    asked_again = client.get("/account/passkeys/add/", secure=True).headers["Location"]
    client.post(asked_again, {"password": PASSWORD}, secure=True)
    page = client.get("/account/passkeys/add/", secure=True)
    set_up = {"name": "U盾", "credential": key.create(asked_of_browser(page.content.decode()))}
    added = client.post("/account/passkeys/add/", set_up, secure=True)
    listed = client.get("/account/passkeys/", secure=True).content.decode()

    fresh = Client()
    first = fresh.post("/sign-in/", {"login": "leader", "password": PASSWORD}, secure=True)
    between = fresh.get("/", secure=True).status_code
    asked = asked_of_browser(fresh.get("/sign-in/code/", secure=True).content.decode())
    other = fresh.post("/sign-in/code/", {"credential": Passkey("testserver").get(asked)}, secure=True).status_code
    asked = asked_of_browser(fresh.get("/sign-in/code/", secure=True).content.decode())
    second = fresh.post("/sign-in/code/", {"credential": key.get(asked)}, secure=True)

    assert (page.status_code, added.status_code, "U盾" in listed) == (200, 302, True)
    assert (first.headers["Location"], between, other, second.status_code) == ("/sign-in/code/", 302, 200, 302)
    assert "江临川" in fresh.get("/account/", secure=True).content.decode()


@pytest.mark.parametrize(
    ("host", "secure", "words"),
    [("testserver", False, "http 明文"), ("127.0.0.1:8000", True, "数字地址"), ("testserver", True, "")],
)
def test_where_no_passkey_can_be_used_the_page_says_why_and_offers_a_code(
    laid: Laid, at: At, host: str, secure: bool, words: str
) -> None:
    client = at("officer")

    page = client.get("/account/passkeys/", headers={"host": host}, secure=secure).content.decode()
    adding = client.get("/account/passkeys/add/", headers={"host": host}, secure=secure).headers["Location"]

    assert words in page
    assert ("/account/code/begin/" in page) == bool(words)
    assert (adding == "/account/passkeys/") == bool(words)


def test_a_certificate_lets_in_only_by_the_word_of_a_proxy_that_is_named(laid: Laid, at: At, settings: Any) -> None:
    one = account("officer")
    one.certificate = "0a1b2c3d4e"
    one.save()
    said = {"Yifa-Client-Certificate": "0A:1B:2C:3D:4E", "Yifa-Client-Verified": "SUCCESS"}

    def tried(address: str = "10.0.0.1", **more: str) -> int:
        response = Client(REMOTE_ADDR=address).post("/sign-in/certificate/", headers=said | more)
        return response.status_code

    off = tried()
    settings.PROXIES, settings.CERTIFICATES = frozenset({"10.0.0.1"}), True

    assert off == 404
    assert tried() == 302
    assert tried(address="10.0.0.2") == 403
    assert tried(**{"Yifa-Client-Verified": "FAILED"}) == 403
    assert tried(**{"Yifa-Client-Certificate": "ffffffffff"}) == 403


def test_the_address_of_who_signs_in_is_that_which_the_proxy_says(laid: Laid, at: At, settings: Any) -> None:
    settings.PROXIES = frozenset({"10.0.0.1"})
    client = Client(REMOTE_ADDR="10.0.0.1")
    forged = Client(REMOTE_ADDR="10.0.0.9")
    for one, address in ((client, "1.1.1.1, 192.168.7.7"), (forged, "192.168.7.8")):
        one.post("/sign-in/", {"login": "officer", "password": PASSWORD}, headers={"X-Forwarded-For": address})

    places = re.findall(
        r'<th scope="row" class="all">([\d.]+)', client.get("/account/", REMOTE_ADDR="10.0.0.1").content.decode()
    )

    assert places == ["192.168.7.7", "10.0.0.9"]


@pytest.mark.parametrize(("person", "status"), [("u-0412", 302), ("u-unknown", 403)])
def test_the_sign_in_service_lets_in_whom_an_account_is_linked_to(
    laid: Laid, at: At, settings: Any, person: str, status: int
) -> None:
    one = account("officer")
    one.outside_name = "u-0412"
    one.save()
    client = Client()
    with service(person) as address:
        app = {"provider_id": "office", "name": "统一身份认证", "client_id": CLIENT, "secret": SECRET}
        app["settings"] = {"server_url": address, "uid_field": "sub"}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
        settings.SIGN_IN_SERVICE = "统一身份认证"
        offered = "用统一身份认证登录" in client.get("/sign-in/").content.decode()
        sent = urlsplit(client.get("/sign-in/office/").headers["Location"])
        asked = parse_qs(sent.query)
        forged = client.get("/sign-in/office/back/", {"code": "c", "state": "another"}).status_code
        back = client.get("/sign-in/office/back/", {"code": "c", "state": asked["state"][0]})

    assert (offered, f"{sent.scheme}://{sent.netloc}", asked["code_challenge_method"]) == (True, address, ["S256"])
    assert (forged, back.status_code) == (502, status)
    assert ("陆知行" in client.get("/account/").content.decode()) == (status == 302)


def test_without_a_sign_in_service_there_is_none(laid: Laid, at: At) -> None:
    assert Client().get("/sign-in/office/").status_code == 404
    assert "/sign-in/office/" not in Client().get("/sign-in/").content.decode()


def test_who_signs_in_at_another_place_is_told_and_can_be_signed_out_there(
    laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = Client(), Client(REMOTE_ADDR="192.168.7.9")
    for one in (here, there):
        one.post("/sign-in/", {"login": "officer", "password": PASSWORD})
    before = here.get("/account/").content.decode()
    monkeypatch.setattr(entering, "now", lambda: NOW + timedelta(minutes=2))
    after = here.get("/account/").content.decode()
    [place] = re.findall(r'action="(/account/places/\d+/end/)"', before)

    ended = here.post(place).status_code

    told = "又在另一处（192.168.7.9）登录"
    assert (told in before, told in after, ended) == (True, False, 302)
    assert there.get("/account/").status_code == 302
    assert here.get("/account/").status_code == 200
    assert at("reviewer").post(place).status_code == 404


def test_who_asks_more_often_than_anybody_works_waits(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "A_MINUTE", 3)
    client = at("licence")

    answers = [client.get("/account/") for _ in range(5)]

    assert [one.status_code for one in answers] == [200, 200, 200, 429, 429]
    assert int(answers[-1].headers["Retry-After"]) <= 20


def test_over_https_cookies_go_over_it_alone() -> None:
    told = {https: office(Configuration(https=https)) for https in (True, False)}

    assert [told[True][f"{name}_COOKIE_SECURE"] for name in ("SESSION", "CSRF")] == [True, True]
    assert [told[False][f"{name}_COOKIE_SECURE"] for name in ("SESSION", "CSRF")] == [False, False]
    assert told[True]["SECURE_HSTS_SECONDS"] == 31_536_000
    assert django_settings.SESSION_COOKIE_HTTPONLY is django_settings.CSRF_COOKIE_HTTPONLY is True


def test_what_is_too_large_is_refused_with_a_page_and_nothing_of_it_is_read(laid: Laid, at: At, settings: Any) -> None:
    settings.MOST_HANDED_IN = 1000

    response = at("officer").post("/open/", {"title": "长" * 1000})

    assert response.status_code == 413
    assert response.headers["Content-Type"].startswith("text/html")
