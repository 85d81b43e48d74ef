"""Accounts are opened, given a password and closed; the chain tells by whom, and no password."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, register
from yifa.record.accounts.actions import (
    close_account,
    let_on,
    link,
    open_account,
    own_password_set,
    set_password,
    stop_account,
    take_second_factor,
    unlock,
)
from yifa.record.accounts.errors import NoAccount, Reason
from yifa.record.accounts.models import Account
from yifa.record.accounts.queries import needs_new_password
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.organs.actions import appoint
from yifa.record.organs.models import Officer
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
GOOD = "Chunjiang-2026"


@pytest.fixture
def officer() -> Officer:
    held = register()
    with everything("a test"):
        return appoint(held.market, "0412", "陆知行", actor=CLERK, on=BEGAN)


def test_an_account_tells_in_the_chain_who_opened_it_for_whom(officer: Officer) -> None:
    account = open_account(officer, "lu", GOOD, actor=CLERK, on=TODAY)
    with everything("a test"):
        set_password(account, GOOD + "x", actor=CLERK, on=TODAY)
        close_account(account, actor=CLERK, on=TODAY)

    entries = EntryRow.objects.filter(organ="qp-market").order_by("-number").values_list("text", flat=True)[:3]
    told = [json.loads(text)["what"] for text in entries]
    assert [(one["act"], one["officer"], one["by"]) for one in told] == [
        (act, f"officer{officer.id}", "clerk 1") for act in ("account-closed", "account-password-set", "account-opened")
    ]
    assert not any(GOOD in text or account.password in text for text in entries)
    assert Account.objects.get(username="lu").is_active is False
    assert faults() == []


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Lu", GOOD),
        ("l", GOOD),
        ("lu!", GOOD),
        ("lu", "Short-1"),
        ("lu", "onlysmallletters"),
        ("chunjiang", "chunjiang-2026"),
    ],
)
def test_bad_names_and_weak_passwords_open_nothing(officer: Officer, name: str, password: str) -> None:
    with pytest.raises(NoAccount):
        open_account(officer, name, password, actor=CLERK, on=TODAY)

    assert not Account.objects.exists()


def test_a_name_and_an_officer_have_one_account(officer: Officer) -> None:
    open_account(officer, "lu", GOOD, actor=CLERK, on=TODAY)

    for name in ("lu", "lu2"):
        with pytest.raises(NoAccount):
            open_account(officer, name, GOOD, actor=CLERK, on=TODAY)


def test_a_password_is_ones_own_and_good_for_ninety_days(officer: Officer) -> None:
    account = open_account(officer, "lu", GOOD, actor=CLERK, on=TODAY)
    first = needs_new_password(account, TODAY)
    own_password_set(account, TODAY)

    assert (first, needs_new_password(account, TODAY + timedelta(days=90))) == (True, False)
    assert needs_new_password(account, TODAY + timedelta(days=91))


def test_an_account_that_is_stopped_is_let_on_again_and_a_closed_one_never(officer: Officer) -> None:
    account = open_account(officer, "lu", GOOD, actor=CLERK, on=TODAY)
    with everything("a test"):
        stop_account(account, actor=CLERK, on=TODAY)
        stopped = account.is_active
        let_on(account, actor=CLERK, on=TODAY)
        on = account.is_active
        link(account, actor=CLERK, on=TODAY, certificate="0A:1B:2C:3D", outside_name="u-1")
        close_account(account, actor=CLERK, on=TODAY)
        for again in (stop_account, let_on, unlock, take_second_factor, close_account):
            with pytest.raises(NoAccount) as refused:
                again(account, actor=CLERK, on=TODAY)
            assert refused.value.reason is Reason.CLOSED

    account.refresh_from_db()
    assert (stopped, on, account.is_active) == (False, True, False)
    assert (account.certificate, account.outside_name, faults()) == ("", "", [])


def test_nobody_does_anything_to_his_own_account(officer: Officer) -> None:
    account = open_account(officer, "lu", GOOD, actor=CLERK, on=TODAY)
    himself = replace(CLERK, by=f"officer{officer.id}")
    with everything("a test"):
        for verb in (stop_account, close_account, unlock, take_second_factor, link):
            with pytest.raises(NoAccount) as refused:
                verb(account, actor=himself, on=TODAY)
            assert refused.value.reason is Reason.OWN
