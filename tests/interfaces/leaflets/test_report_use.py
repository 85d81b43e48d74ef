"""The page of a report in the hands of who reads it: desk, telephone, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.interfaces.documents.papers import laid, text
from tests.interfaces.leaflets.conftest import DESK, TELEPHONE, Opened, opened_file
from tests.oversight.reporting.drafts import ISSUE, book, checked, drafted
from yifa.interfaces.leaflets.report_page import render
from yifa.oversight.reporting.cuts import Cut

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    found = checked(text() + "\n另有7件。\n", issue=ISSUE).points
    page = render(
        laid(Cut.WORKING, issued=False),
        book(),
        folder,
        sources=drafted().sources,
        points=list(zip(found, found, strict=True)),
        withheld=laid(Cut.PUBLIC).withheld,
    )
    (folder / "report.html").write_text(page, encoding="utf-8")
    return folder / "report.html"


@pytest.fixture
def on_desk(chromium: Browser, report_file: Path) -> Iterator[Opened]:
    yield from opened_file(chromium, report_file, DESK)


@pytest.fixture
def in_hand(chromium: Browser, report_file: Path) -> Iterator[Opened]:
    yield from opened_file(chromium, report_file, TELEPHONE)


def test_a_number_opens_beside_the_text_and_escape_leads_back(on_desk: Opened) -> None:
    page = on_desk.page
    number = page.locator(".num", has_text="62个").first
    number.scroll_into_view_if_needed()
    top = page.evaluate("document.querySelector('.paper').scrollTop")
    number.click()
    assert page.locator(".entry:target .body").is_visible()
    assert page.locator(".entry .body:visible").count() == 1
    assert "chosen" in (number.get_attribute("class") or "")
    assert page.evaluate("document.querySelector('.paper').scrollTop") == top
    page.keyboard.press("Escape")
    assert page.locator(".entry .body:visible").count() == 0
    assert page.evaluate("document.activeElement.id") == number.get_attribute("id")


def test_the_language_changes_in_place(on_desk: Opened) -> None:
    page = on_desk.page
    page.click("[data-language=en]")
    assert page.inner_text("h1") == "Annual report"
    assert "青屏县人民政府" in page.inner_text(".paper")
    assert page.locator("aside .what .zh:visible").count() == 0


@pytest.mark.parametrize("tag", ["zh", "en"])
def test_nothing_serious_stands_in_the_way_of_anybody(on_desk: Opened, tag: str) -> None:
    page = on_desk.page
    page.click(f"[data-language={tag}]")
    page.locator(".num").first.click()
    serious = [one for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"][:80] for node in one["nodes"][:3]]) for one in serious] == []


def test_on_a_telephone_what_opens_comes_up_from_below(in_hand: Opened) -> None:
    page = in_hand.page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".num", has_text="62个").first.click()
    box = page.locator(".entry:target").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(TELEPHONE[1], abs=1)
    assert box["height"] < TELEPHONE[1] * 0.75
    page.locator(".entry:target .close").click()
    assert page.locator(".entry .body:visible").count() == 0


def test_it_is_read_without_scripts(chromium: Browser, report_file: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": DESK[0], "height": DESK[1]})
    page = context.new_page()
    page.goto(report_file.as_uri())
    page.locator(".num", has_text="62个").first.click()
    assert page.locator(".entry:target .body").is_visible()
    context.close()
