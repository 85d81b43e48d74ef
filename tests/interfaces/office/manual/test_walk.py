"""Every screen of the manual in a real browser: it says what it must, axe finds nothing, a telephone shows it whole.

With WRITE_MANUAL in the environment (`make manual`) its pictures are taken anew.
"""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Browser

from tests.interfaces.office.manual.conftest import Sit, Site
from tests.interfaces.office.manual.pictures import first_sheet
from tests.interfaces.office.manual.pictures import screen as taken
from tests.interfaces.office.manual.screens import LANGUAGES, Chapter, chapters
from tests.interfaces.office.manual.walking import PHONE, go, wrong
from tests.interfaces.office.manual.writing import PICTURES

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def keep(name: str, picture: bytes) -> None:
    """Keep a picture of the manual."""
    (PICTURES / f"{name}.png").write_bytes(picture)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.name)
def test_every_screen_says_what_it_must_and_everybody_can_use_it(
    chromium: Browser, site: Site, sit: Sit, chapter: Chapter
) -> None:
    darkroom = chromium.new_page() if os.environ.get("WRITE_MANUAL") else None
    found = {}
    for screen in chapter.screens:
        for language in LANGUAGES:
            page = sit(screen.who, language)
            go(page, screen, site.drawn)
            if darkroom is not None and language == "zh":
                keep(screen.name, taken(darkroom, page.screenshot(animations="disabled")))
                if screen.printed:
                    sheet = page.pdf(prefer_css_page_size=True, format="A4")
                    keep(f"{screen.name}-print", first_sheet(sheet))
            if problems := wrong(page, screen, language):
                found[screen.name, language] = problems
            if darkroom is not None and language == "zh":
                page.set_viewport_size(PHONE)
                keep(f"{screen.name}-phone", taken(darkroom, page.screenshot(animations="disabled")))
    if darkroom is not None:
        darkroom.close()

    assert found == {}
