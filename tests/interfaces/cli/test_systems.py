"""`yifa tokens`, `yifa deliveries`, `yifa jobs`: other systems are let in, told, and looked after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.interfaces.cli.conftest import Said
from tests.record.register import register
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.deliveries.models import Delivery
from yifa.record.jobs.moments import now
from yifa.record.organs.models import Officer
from yifa.record.scope import everything
from yifa.record.tokens.models import Token
from yifa.record.tokens.queries import token_of

pytestmark = pytest.mark.django_db
GIVE = ("tokens", "give", "qp-market", "oa", "--label", "办公系统", "--role", "handler", "--writes", "--by", "7")


def until(days: int) -> tuple[str, str]:
    return "--until", (now().date() + timedelta(days)).isoformat()


@pytest.fixture(autouse=True)
def organs() -> None:
    with everything("a test"):
        register()


def test_a_system_is_given_a_token_with_an_officer_and_a_role(yifa: Callable[..., Said]) -> None:
    said = yifa(*GIVE, *until(300), lang="en")
    assert (said.code, said.err) == (0, "")
    secret = said.out.strip().rpartition(": ")[2]
    token = token_of(secret, now().date())
    assert token is not None
    with everything("a test"):
        assert (token.label, token.writes, token.officer.number) == ("办公系统", True, "oa")
        assert [(one.role, one.organ.code) for one in token.officer.roles.all()] == [("handler", "qp-market")]
    yifa(*GIVE, *until(300))
    with everything("a test"):
        assert (Officer.objects.count(), Token.objects.count()) == (1, 2)
    assert secret not in yifa("tokens", "list").out
    assert yifa("tokens", "revoke", str(token.id), "--by", "7", lang="en").out == "Revoked: 办公系统\n"
    assert token_of(secret, now().date()) is None
    again = yifa("tokens", "revoke", str(token.id), "--by", "7", lang="en")
    assert (again.code, again.err) == (1, "Error: token 办公系统: is revoked already\n")


def test_what_cannot_be_given_is_told_in_one_line(yifa: Callable[..., Said]) -> None:
    said = yifa(*GIVE, *until(900), lang="en")
    assert (said.code, said.err.count("\n"), "expected one day to 400 days" in said.err) == (1, 1, True)
    unknown = yifa(*(part if part != "qp-market" else "nowhere" for part in GIVE), *until(3), lang="en")
    assert (unknown.code, unknown.err) == (1, "Error: no organ on record has the code 'nowhere'\n")


def test_a_system_is_told_and_its_dead_letters_are_sent_again(yifa: Callable[..., Said]) -> None:
    yifa(*GIVE, *until(300))
    asked = ("deliveries", "subscribe", "qp-market", "oa", "https://oa.qingping.example/yifa")
    said = yifa(*asked, "--label", "办公系统", "--by", "7", lang="en")
    assert (said.code, "yifakey_" in said.out) == (0, True)
    refused = yifa(*asked[:-1], "http://oa.qingping.example/", "--label", "甲", "--by", "7", lang="en")
    assert (refused.code, "expected https://" in refused.err) == (1, True)
    dead = {"state": DeliveryState.DEAD, "attempts": 9, "said": "503", "made": now()}
    Delivery.objects.create(subscription_id=1, organ="qp-market", number=1, event="ab" * 32, **dead)
    assert "0 waiting, 1 dead" in yifa("deliveries", "list", lang="en").out
    assert yifa("deliveries", "dead", lang="en").out.splitlines()[-1] == "Dead letters: 1"
    assert yifa("deliveries", "again", "1", lang="en").out == "Sent again: 1\n"
    assert "1 waiting, 0 dead" in yifa("deliveries", "list", lang="en").out
    assert "yifakey_" in yifa("deliveries", "key", "1", "--by", "7").out
    assert yifa("deliveries", "end", "1", "--by", "7").code == 0
    assert yifa("deliveries", "end", "99", "--by", "7", lang="en").err == "Error: there is no subscription 99\n"


def test_jobs_are_listed_before_any_was_done(yifa: Callable[..., Said]) -> None:
    said = yifa("jobs", "list", lang="en")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Waiting: 0")
    assert [line.split()[0] for line in said.out.splitlines()[:-1]] == ["seal", "backup", "verify", "tidy", "deliver"]
