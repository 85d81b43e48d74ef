"""Ledgers checked with the mouse alone, on the site of `yifa open`: dropped, corrected in the workbook, handed back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.interfaces.cli.test_supervise import GOOD, LATE, workbook
from tests.interfaces.office.alone.serving import opened

pytestmark = pytest.mark.browser
NUMBER, WRONG = "青监案〔2024〕9号", "二月三十"


def dropped(page: Page, field: str, path: Path) -> None:
    """Drag a file from outside over a field and let it go there, as the browser itself takes it."""
    place = page.locator(field)
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box is not None
    tab = page.context.new_cdp_session(page)
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    for kind in ("dragEnter", "dragOver", "drop"):
        held = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        tab.send("Input.dispatchDragEvent", {"type": kind, **at, "data": held})
    assert place.evaluate("field => Array.from(field.files).map(file => file.name)") == [path.name]


def judged(page: Page) -> None:
    """Press the button, and wait until the ledgers are judged."""
    page.click("button.first")
    page.wait_for_selector("#enough", timeout=120_000)


def points_of(page: Page) -> list[str]:
    """The cases of the points that are shown."""
    return page.locator("details.point summary b").all_inner_texts()


def test_a_row_is_corrected_in_the_workbook_handed_back_and_judged(chromium: Browser, tmp_path: Path) -> None:
    never_told = (NUMBER, GOOD[1], WRONG, *LATE[3:])
    ledger = workbook(tmp_path / "行政处罚台账.xlsx", [GOOD, never_told])
    with opened(tmp_path / "home") as address:
        context = chromium.new_context(locale="zh-CN", viewport={"width": 1366, "height": 768}, accept_downloads=True)
        page = context.new_page()
        page.set_default_timeout(60_000)
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        page.click(".menu >> text=台账体检")
        dropped(page, "#ledgers", ledger)
        page.fill("#as_of", "2025-06-30")
        judged(page)
        wrong = page.inner_text("#problems + .wide")
        assert (WRONG in wrong, "C3" in wrong) == (True, True)
        assert points_of(page) == []
        with page.expect_download() as told:
            page.click("ul.results a:has-text('需更正')")
        mended = tmp_path / told.value.suggested_filename
        told.value.save_as(mended)
        corrected(mended)
        dropped(page, "#more", mended)
        judged(page)
        expect(page.locator("ul.results a:has-text('需更正')")).to_have_count(0)
        assert points_of(page) == [NUMBER]
        assert page.locator(".numbers span >> nth=0").inner_text().split() == ["2", "件数"]
        assert WRONG not in page.inner_text("main")
        assert complaints == []
        context.close()


def corrected(path: Path) -> None:
    """Write a day where none could be read, and nothing else."""
    book = openpyxl.load_workbook(path)
    (cell,) = (cell for sheet in book for row in sheet for cell in row if cell.value == WRONG)
    cell.value = "2024-02-29"
    book.save(path)
