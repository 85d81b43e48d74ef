"""Tokens hold from a day to a day until they are revoked; of their secrets nothing is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection

from tests.record.register import BEGAN, CLERK, NOW, TODAY, register
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import roles_held
from yifa.record.chain.queries import faults, rows
from yifa.record.organs.actions import appoint
from yifa.record.organs.models import Officer
from yifa.record.tokens.actions import issue, revoke
from yifa.record.tokens.answering import KEPT, answered_once, asked_digest, forget_answers
from yifa.record.tokens.errors import AskedAnew, NotIssued
from yifa.record.tokens.models import Answer
from yifa.record.tokens.permits import permits, writes_cases
from yifa.record.tokens.queries import token_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
LAST = date(2026, 12, 31)


@pytest.fixture
def officer() -> Officer:
    return appoint(register().market, "s1", "办公系统", actor=CLERK, on=BEGAN)


def test_a_token_holds_from_its_first_day_to_its_last_and_not_once_revoked(officer: Officer) -> None:
    token, secret = issue(officer, "办公系统", actor=CLERK, on=TODAY, last=LAST)
    assert token_of(secret, TODAY) == token_of(secret, LAST) == token
    assert token_of(secret, TODAY - timedelta(1)) is None
    assert token_of(secret, LAST + timedelta(1)) is None
    assert token_of(secret + "x", TODAY) is None
    revoke(token, actor=CLERK, on=TODAY)
    assert token_of(secret, TODAY) is None
    with pytest.raises(NotIssued, match="is revoked already"):
        revoke(token, actor=CLERK, on=TODAY)
    assert faults() == []


def test_no_secret_lies_in_the_database(officer: Officer) -> None:
    _, secret = issue(officer, "办公系统", actor=CLERK, on=TODAY, last=LAST)
    for table in ("tokens_token", "chain_entry", "chain_value"):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table} /* in scope */")  # noqa: S608 - names of tables
            assert secret not in str(cursor.fetchall())


def test_the_reason_for_a_role_and_for_revoking_a_token_is_told(officer: Officer) -> None:
    give_role(officer, RoleName.HANDLER, officer.organ, actor=replace(CLERK, because="接入办公系统"), on=TODAY)
    token, _ = issue(officer, "办公系统", actor=CLERK, on=TODAY, last=LAST)
    revoke(token, actor=replace(CLERK, because="系统下线"), on=TODAY)
    told = [json.loads(text)["what"] for _, text, _ in rows(officer.organ.code)][-3:]
    assert [(one["act"], one.get("because")) for one in told] == [
        ("role-given", "接入办公系统"),
        ("token-issued", None),
        ("token-revoked", "系统下线"),
    ]


@pytest.mark.parametrize(("label", "last"), [(" ", LAST), ("甲", TODAY - timedelta(1)), ("甲", date(2027, 12, 31))])
def test_a_token_is_for_a_system_and_for_a_year_at_most(officer: Officer, label: str, last: date) -> None:
    with pytest.raises(NotIssued):
        issue(officer, label, actor=CLERK, on=TODAY, last=last)


def test_cases_are_written_by_the_role_on_the_right_side_of_the_walls(officer: Officer) -> None:
    give_role(officer, RoleName.HANDLER, officer.organ, actor=CLERK, on=TODAY)
    held = permits(roles_held(officer, TODAY))
    assert held == {(RoleName.HANDLER, officer.organ_id)}
    procedures = ("licence", "reconsideration", "litigation", "supervision", "dossier-review")
    assert [writes_cases(held, officer.organ_id, one) for one in procedures] == [True, False, False, False, False]
    assert not writes_cases(held, officer.organ_id + 1, "licence")
    assert roles_held(officer, TODAY - timedelta(1)) == []


def test_a_request_is_answered_once_and_the_same_again(officer: Officer) -> None:
    token, _ = issue(officer, "办公系统", actor=CLERK, on=TODAY, last=LAST)
    done: list[int] = []

    def do() -> tuple[int, str]:
        done.append(1)
        return 201, '{"id": 7}'

    asked = asked_digest("POST", "/cases", b"{}")
    assert answered_once(token, "k1", asked, NOW, do) == ((201, '{"id": 7}'), False)
    assert answered_once(token, "k1", asked, NOW, do) == ((201, '{"id": 7}'), True)
    assert done == [1]
    with pytest.raises(AskedAnew):
        answered_once(token, "k1", asked_digest("POST", "/cases", b"{ }"), NOW, do)
    with pytest.raises(ZeroDivisionError):
        answered_once(token, "k2", asked, NOW, lambda: (1 // 0, ""))
    assert list(Answer.objects.values_list("key", flat=True)) == ["k1"]
    assert (forget_answers(NOW + KEPT), forget_answers(NOW + KEPT + timedelta(1))) == (0, 1)
