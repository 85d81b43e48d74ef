"""An account by its key: as Django finds it, put together once, and never remembered."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

from tests.record.register import BEGAN, CLERK, TODAY, register
from yifa.record.accounts.actions import open_account, stop_account
from yifa.record.accounts.models import Account
from yifa.record.organs.actions import appoint
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Account:
    held = register()
    with everything("a test"):
        officer = appoint(held.market, "0412", "陆知行", actor=CLERK, on=BEGAN)
    return open_account(officer, "lu", "Chunjiang-2026", actor=CLERK, on=TODAY)


def test_it_is_as_django_finds_it_in_one_query(account: Account, django_assert_num_queries: Any) -> None:
    for _ in range(2):
        with django_assert_num_queries(1):
            found = Account.objects.get(pk=account.pk)
        assert {**vars(found), "_state": None} == {**vars(QuerySet(Account).get(pk=account.pk)), "_state": None}
        assert (found._state.adding, found._state.db) == (False, "default")


def test_it_is_put_together_once(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    Account.objects.get(pk=account.pk)
    monkeypatch.setattr(SQLCompiler, "as_sql", None)

    assert Account.objects.get(pk=account.pk) == account


def test_what_changed_is_told_at_once(account: Account) -> None:
    assert Account.objects.get(pk=account.pk).is_active
    with everything("a test"):
        stop_account(account, actor=CLERK, on=TODAY)

    assert not Account.objects.get(pk=account.pk).is_active


def test_a_key_that_nobody_has_is_told(account: Account) -> None:
    with pytest.raises(Account.DoesNotExist, match="matching query does not exist"):
        Account.objects.get(pk=account.pk + 1)


def test_whatever_else_is_asked_django_answers(account: Account) -> None:
    assert Account.objects.get(pk=str(account.pk)) == account
    assert Account.objects.get(username="lu") == account
    with pytest.raises(Account.DoesNotExist):
        Account.objects.get(pk=account.pk, username="liu")
