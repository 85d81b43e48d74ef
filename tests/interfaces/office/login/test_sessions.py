"""Sessions and accounts are asked for in words that are put together once, and answered anew each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models.sql.compiler import SQLCompiler
from django.test import Client
from django.utils import timezone

from demo.city_office import Laid, account
from tests.interfaces.office.conftest import NOW, At
from yifa.interfaces.office.login import sessions
from yifa.interfaces.office.login.sessions import SessionStore
from yifa.record.accounts.actions import close_account, set_password, stop_account
from yifa.record.accounts.models import Account
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
KEEPER = Actor("officer99", NOW)
SENT_AWAY = (302, "/sign-in/?next=%2Fcases%2F")


def answered(client: Client) -> tuple[int, str]:
    answer = client.get("/cases/")
    return answer.status_code, answer.headers.get("Location", "")


def key_of(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def test_the_second_request_puts_neither_session_nor_account_together(
    laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, put_together = at("officer"), list[type]()
    as_sql = SQLCompiler.as_sql

    def noted(compiler: Any, *args: Any, **named: Any) -> Any:
        put_together.append(compiler.query.model)
        return as_sql(compiler, *args, **named)

    client.get("/cases/")
    client.get("/cases/")
    monkeypatch.setattr(SQLCompiler, "as_sql", noted)

    assert answered(client) == (200, "")
    assert {Session, Account} & set(put_together) == set()


def test_each_request_asks_for_session_and_account_anew(laid: Laid, at: At, django_assert_num_queries: Any) -> None:
    found, number = SessionStore(key_of(at("officer"))), str(account("officer").pk)
    for _ in range(2):
        with django_assert_num_queries(1):
            assert found.load()["_auth_user_id"] == number


@pytest.mark.parametrize(("seconds", "expected"), [(1, (200, "")), (0, SENT_AWAY), (-1, SENT_AWAY)])
def test_a_session_holds_until_its_time_is_over(
    laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch, seconds: int, expected: tuple[int, str]
) -> None:
    client, moment = at("officer"), timezone.now()
    assert answered(client) == (200, "")

    Session.objects.filter(session_key=key_of(client)).update(expire_date=moment + timedelta(seconds=seconds))
    monkeypatch.setattr(sessions, "timezone", Clock(moment))

    assert answered(client) == expected


class Clock:
    """A clock that stands."""

    def __init__(self, moment: datetime) -> None:
        self.now: Callable[[], datetime] = lambda: moment


def test_a_session_that_was_ended_is_so_at_the_next_request(laid: Laid, at: At) -> None:
    here, there, other = at("officer"), at("officer"), at("reviewer")
    assert [answered(one) for one in (here, there, other)] == [(200, "")] * 3

    Session.objects.filter(session_key=key_of(there)).delete()

    assert [answered(one) for one in (here, there, other)] == [(200, ""), SENT_AWAY, (200, "")]
    here.post("/sign-out/")
    assert answered(here) == SENT_AWAY


@pytest.mark.parametrize("shut", [stop_account, close_account])
def test_an_account_that_was_shut_is_so_at_the_next_request(laid: Laid, at: At, shut: Callable[..., Account]) -> None:
    client, other = at("officer"), at("reviewer")
    assert [answered(one) for one in (client, other)] == [(200, "")] * 2

    with everything("a test"):
        shut(account("officer"), actor=KEEPER, on=NOW.date())

    assert [answered(one) for one in (client, other)] == [SENT_AWAY, (200, "")]


def test_a_password_that_somebody_else_set_ends_the_sessions_of_the_old_one(laid: Laid, at: At) -> None:
    client, key = at("officer"), ""
    assert answered(client) == (200, "")
    key = key_of(client)

    with everything("a test"):
        set_password(account("officer"), "Wangchao-7712", actor=KEEPER, on=NOW.date())

    assert answered(client) == SENT_AWAY
    assert not SessionStore().exists(key)


def test_a_session_is_read_with_its_own_key_alone_and_one_that_nobody_has_is_empty(laid: Laid, at: At) -> None:
    officer, reviewer = (SessionStore(key_of(at(name))) for name in ("officer", "reviewer"))
    unknown, short = SessionStore("a" * 32), SessionStore("short")

    assert [int(one["_auth_user_id"]) for one in (officer, reviewer)] == [
        account(name).pk for name in ("officer", "reviewer")
    ]
    assert [dict(one.items()) for one in (unknown, short)] == [{}, {}]
    assert (unknown.session_key, short.session_key) == (None, None)


def test_content_that_was_tampered_with_is_nobodys(laid: Laid, at: At) -> None:
    client, other = at("officer"), at("reviewer")
    told = Session.objects.get(session_key=key_of(other)).session_data

    Session.objects.filter(session_key=key_of(client)).update(session_data=f"{told[:-3]}xyz")

    assert [answered(client), answered(other)] == [SENT_AWAY, (200, "")]


def test_sessions_are_as_django_writes_them(laid: Laid, at: At) -> None:
    ours = SessionStore(key_of(at("officer")))
    djangos = db.SessionStore(ours.session_key)
    assert SessionStore.__module__ == settings.SESSION_ENGINE
    assert dict(djangos.items()) == dict(ours.items())

    djangos["noted"] = "by Django"
    djangos.save()

    assert SessionStore(ours.session_key)["noted"] == "by Django"
    assert Session.objects.get(session_key=ours.session_key).get_decoded() == dict(djangos.items())


def test_a_key_with_a_sign_that_no_text_holds_is_nobodys_and_is_not_asked_for(
    laid: Laid, client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        assert dict(SessionStore(f"a\0{'b' * 30}").load()) == {}
    client.cookies[settings.SESSION_COOKIE_NAME] = f'"a\\000{"b" * 30}"'
    assert answered(client) == SENT_AWAY
