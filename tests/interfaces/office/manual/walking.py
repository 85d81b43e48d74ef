"""Going to a screen of the manual in a real browser, and looking at it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page, ViewportSize

from tests.interfaces.office.manual.screens import Screen
from tests.interfaces.office.test_office_use import violations

ANSWERED = "performance.getEntriesByType('navigation')[0].responseStatus"
REFUSALS = (403, 404, 429, 500)
"""Answers that have a page of their own, in the place of the one that was asked for."""
DESK: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}


def go(page: Page, screen: Screen, drawn: Mapping[str, str]) -> None:
    """Go there and do what is done before one looks. `drawn`: addresses that are not known before, by name."""
    page.set_viewport_size(DESK)
    page.goto(screen.at.format_map(drawn))
    for verb, selector, value in screen.do:
        match verb:
            case "click":
                page.click(selector)
            case "follow":
                page.goto(page.get_attribute(selector, "href") or "")
            case "send":
                with page.expect_navigation():
                    page.click(selector)
            case "fill":
                page.fill(selector, value)
            case "choose":
                page.select_option(selector, value)
            case "check":
                page.check(selector)
            case "press":
                page.keyboard.press(selector)
            case "wait":
                page.wait_for_selector(selector)
            case _:
                raise ValueError(f"{screen.name}: {verb}")
    page.wait_for_load_state()
    if page.locator("[hx-trigger*='load']").count():
        page.wait_for_timeout(150)
    page.wait_for_selector(".htmx-request, .htmx-swapping, .htmx-settling", state="detached")


def page_of(address: str) -> str:
    """The page of the office at an address; blank where there is none."""
    try:
        return str(resolve(unquote(urlsplit(address).path)).url_name)
    except Resolver404:
        return ""


def wrong(page: Page, screen: Screen, language: str) -> list[str]:
    """What is wrong with a screen that one stands before: words that are not there, what axe finds, its width."""
    found = []
    if (shown := page_of(page.url)) != screen.page:
        found.append(f"shows the page {shown}")
    if (status := page.evaluate(ANSWERED)) in REFUSALS:
        found.append(f"answers {status}")
    if language == "zh":
        text = page.inner_text("body")
        found += [f"does not say {words}" for words in screen.sees if words not in text]
    found += [f"{rule}: {place}" for rule, place in violations(page)]
    page.set_viewport_size(PHONE)
    if (width := page.evaluate("document.documentElement.scrollWidth")) > PHONE["width"]:
        found.append(f"is {width} wide on a telephone")
    return found
