"""The pages as files, and a real Chromium to open them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.interfaces import readings
from tests.interfaces.leaflets.cases_told import worked
from yifa.interfaces.leaflets import case_page, due_page, reading_page
from yifa.law.catalogue import calendar

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

    def unmarked_chinese(self) -> list[str]:
        """Texts with Chinese characters that stand in no element marked as Chinese."""
        return self.page.evaluate(
            "() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const found = [];"
            " while (walk.nextNode()) { const node = walk.currentNode; const at = node.parentElement;"
            " const marked = at.closest('[lang=zh-Hans], script, style, noscript');"
            " if (/[\\u4e00-\\u9fff]/.test(node.data) && !marked) found.push(node.data); }"
            " return found; }"
        )

    def small_targets(self, selector: str) -> list[str]:
        """What can be touched and is lower than a thumb: the beginning of its markup and its height."""
        return self.page.evaluate(
            "selector => Array.from(document.querySelectorAll(selector)).filter(one => one.offsetParent)"
            ".map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect().height])"
            ".filter(pair => pair[1] < 43.5).map(pair => pair.join(' '))",
            selector,
        )


@pytest.fixture(scope="session")
def html() -> str:
    return due_page.render(calendar())


@pytest.fixture(scope="session")
def file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("leaflet") / "due.html"
    path.write_bytes(html.encode())
    return path


@pytest.fixture
def opened(chromium: Browser, file: Path) -> Iterator[Opened]:
    yield from opened_file(chromium, file, DESK)


@pytest.fixture
def on_telephone(chromium: Browser, file: Path) -> Iterator[Opened]:
    yield from opened_file(chromium, file, TELEPHONE)


@pytest.fixture(scope="session")
def reading_html() -> str:
    reading = readings.reading()
    return reading_page.render(reading, readings.in_english(reading))


@pytest.fixture(scope="session")
def reading_file(reading_html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("leaflet") / "reading.html"
    path.write_bytes(reading_html.encode())
    return path


@pytest.fixture
def desk(chromium: Browser, reading_file: Path) -> Iterator[Opened]:
    """The reading page on an office screen."""
    yield from opened_file(chromium, reading_file, DESK)


@pytest.fixture
def telephone(chromium: Browser, reading_file: Path) -> Iterator[Opened]:
    """The reading page on a telephone."""
    yield from opened_file(chromium, reading_file, TELEPHONE)


@pytest.fixture(scope="session")
def case_html() -> str:
    return case_page.render(worked())


@pytest.fixture(scope="session")
def case_file(case_html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("leaflet") / "cases.html"
    path.write_bytes(case_html.encode())
    return path


@pytest.fixture
def cases(chromium: Browser, case_file: Path) -> Iterator[Opened]:
    """The case page with the six worked cases on an office screen."""
    yield from opened_file(chromium, case_file, DESK)


@pytest.fixture
def cases_on_telephone(chromium: Browser, case_file: Path) -> Iterator[Opened]:
    """The same on a telephone."""
    yield from opened_file(chromium, case_file, TELEPHONE)


def opened_file(browser: Browser, file: Path, size: tuple[int, int]) -> Iterator[Opened]:
    """A file open in a window of this size; at the end nothing may have gone wrong in it."""
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
