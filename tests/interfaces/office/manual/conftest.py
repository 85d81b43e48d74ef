"""The office with something on every screen, and people who sit at it in either language."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from demo.city_office import PASSWORD
from tests.interfaces.office.conftest import HOUSE
from tests.interfaces.office.manual.laying import WITH_CODES, code_now
from tests.interfaces.office.manual.screens import LANGUAGES, NOBODY
from tests.interfaces.office.manual.walking import DESK

Sit = Callable[[str, str], Page]


class Site(NamedTuple):
    """The address of the office, and the addresses in it that are drawn, by name."""

    at: str
    drawn: dict[str, str]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """The office with something on every page, served by a process of its own."""
    command = [sys.executable, "-m", "tests.interfaces.office.serving", "--further"]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        drawn: dict[str, str] = {}
        for said in iter(process.stdout.readline, ""):
            name, _, address = said.strip().partition(" ")
            if name.isdigit():
                break
            drawn[name] = address
        else:
            pytest.fail("the office could not be laid; what it said stands above")
        yield Site(f"http://127.0.0.1:{name}", drawn)
        process.terminate()


@pytest.fixture
def sit(chromium: Browser, site: Site) -> Iterator[Sit]:
    """A page of somebody who signed in, or of nobody, in a language; each sits down once."""
    contexts: list[BrowserContext] = []
    pages: dict[tuple[str, str], Page] = {}

    def sat(who: str, language: str) -> Page:
        if (who, language) in pages:
            return pages[who, language]
        context = chromium.new_context(base_url=site.at, locale="zh-CN", viewport=DESK)
        contexts.append(context)
        context.add_cookies([{"name": "yifa_language", "value": language, "url": site.at}])
        page = pages[who, language] = context.new_page()
        page.set_default_timeout(20_000)
        if who != NOBODY:
            page.goto("/sign-in/")
            page.fill("#id_login", who)
            page.fill("#id_password", PASSWORD)
            with page.expect_navigation():
                page.press("#id_password", "Enter")
            if who == WITH_CODES:
                page.fill("#id_code", code_now(LANGUAGES.index(language)))
                with page.expect_navigation():
                    page.press("#id_code", "Enter")
        return page

    yield sat
    for context in contexts:
        context.close()
