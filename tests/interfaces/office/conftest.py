"""The invented office, laid once for the tests of a module, and somebody who sits at one of its desks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from demo.city_office import CHINA, Laid, account, lay
from yifa.interfaces.office import desks, entering
from yifa.interfaces.office.login import adapters
from yifa.oversight.standing.following import follow

NOW = datetime(2026, 3, 3, 10, 15, tzinfo=CHINA)
TODAY: date = NOW.date()
At = Callable[..., Client]


@pytest.fixture
def _django_db_helper() -> None:
    """The mark `django_db` asks for the database alone here: rows are laid for a module, not for a test."""


@pytest.fixture(scope="module")
def laid(django_db_setup: None, django_db_blocker: Any) -> Iterator[Laid]:
    """The office as of a Tuesday in March, in a transaction that is taken back when the module is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        found = lay(TODAY)
        follow(TODAY)
        yield found
        transaction.set_rollback(True)


@pytest.fixture
def at(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> Iterator[At]:
    """A browser of somebody who signed in, by his account; what he does is taken back after the test."""
    for module in (desks, entering, adapters):
        monkeypatch.setattr(module, "now", lambda: NOW)

    def sit_down(name: str, language: str = "zh") -> Client:
        client = Client()
        client.force_login(account(name), backend="allauth.account.auth_backends.AuthenticationBackend")
        client.cookies["yifa_language"] = language
        return client

    with transaction.atomic():
        yield sit_down
        transaction.set_rollback(True)
