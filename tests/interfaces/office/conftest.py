"""The invented office, laid once for all tests of a process, and somebody who sits at one of its desks.

`at` asks in process; `enter` opens a real browser on a site that is served by a process of its own.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from demo.city_office import CHINA, PASSWORD, Laid, account, lay
from tests.record.prepared import Prepared
from yifa.interfaces.office import entering
from yifa.interfaces.office.login import adapters
from yifa.oversight.standing.following import follow

NOW = datetime(2026, 3, 3, 10, 15, tzinfo=CHINA)
TODAY: date = NOW.date()
At = Callable[..., Client]
Enter = Callable[..., Page]
HOUSE = Path(__file__).resolve().parents[3]


class Office(NamedTuple):
    """The database in which the office is laid, and what was laid, to be taken out anew by whoever asks."""

    database: Prepared
    laid: bytes


@pytest.fixture
def _django_db_helper() -> None:
    """The mark `django_db` asks for the database alone here: rows are laid for all tests, not for each."""


@pytest.fixture(scope="session")
def office(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The office as of a Tuesday in March, in a database beside that of the tests."""
    found: list[Laid] = []

    def laid() -> None:
        found.append(lay(TODAY))
        follow(TODAY)

    with django_db_blocker.unblock():
        database = Prepared(tmp_path_factory.mktemp("office"), laid)
    yield Office(database, pickle.dumps(found[0]))
    with django_db_blocker.unblock():
        database.close()


@pytest.fixture(scope="module")
def laid(office: Office, django_db_blocker: Any) -> Iterator[Laid]:
    """The office, in a transaction that is taken back when the module is done."""
    with django_db_blocker.unblock(), office.database.itself(), transaction.atomic():
        yield pickle.loads(office.laid)  # noqa: S301 - written above
        transaction.set_rollback(True)


@pytest.fixture
def at(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> Iterator[At]:
    """A browser of somebody who signed in, by his account; what he does is taken back after the test."""
    for module in (entering, adapters):
        monkeypatch.setattr(module, "now", lambda: NOW)

    def sit_down(name: str, language: str = "zh") -> Client:
        client = Client()
        client.force_login(account(name), backend="allauth.account.auth_backends.AuthenticationBackend")
        client.cookies["yifa_language"] = language
        return client

    with transaction.atomic():
        yield sit_down
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the office, served by a process of its own."""
    command = [sys.executable, "-m", "tests.interfaces.office.serving"]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        port = next(line.strip() for line in lines if line.strip().isdigit())
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture
def enter(chromium: Browser, site: str) -> Iterator[Enter]:
    """Sign in at the office; nothing may go wrong in the page, and nothing be fetched from elsewhere."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def entered(name: str, *, size: tuple[int, int] = (1366, 768), scripts: bool = True) -> Page:
        context = chromium.new_context(
            base_url=site,
            locale="zh-CN",
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if site not in request.url else None)
        page.goto("/sign-in/")
        page.fill("#id_login", name)
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")
        page.wait_for_url("**/")
        return page

    yield entered
    for context in contexts:
        context.close()
    assert complaints == []
