"""The page as a file, and a real Chromium to open it in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from yifa.interfaces.leaflets import due_page
from yifa.law.catalogue import calendar

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
DESK, TELEPHONE = (1366, 768), (390, 844)


class Opened(NamedTuple):
    """A page that stands open, with what went wrong in it and every request it tried to make."""

    page: Page
    complaints: list[str]
    requests: list[str]

    def ask(self, question: str) -> None:
        """Go to a question by its address, as a link would."""
        self.page.evaluate("hash => { location.hash = hash; }", f"#{question}")
        self.page.wait_for_timeout(30)


@pytest.fixture(scope="session")
def html() -> str:
    return due_page.render(calendar())


@pytest.fixture(scope="session")
def file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("leaflet") / "due.html"
    path.write_bytes(html.encode())
    return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        pytest.fail("Chromium is missing; install it (Debian: apt-get install chromium), or let `make test` do so")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(SWITCHES))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, file: Path) -> Iterator[Opened]:
    yield from _open(chromium, file, DESK)


@pytest.fixture
def on_telephone(chromium: Browser, file: Path) -> Iterator[Opened]:
    yield from _open(chromium, file, TELEPHONE)


def _open(browser: Browser, file: Path, size: tuple[int, int]) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    complaints: list[str] = []
    requests: list[str] = []

    def refuse(route: Route) -> None:
        if route.request.url.partition("#")[0] == file.as_uri():
            route.continue_()
        else:
            route.abort()

    context.route("**/*", refuse)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    yield Opened(page, complaints, requests)
    assert complaints == []
    context.close()
