"""A list of ten thousand cases in a real browser: paged to its end, filtered, chosen from, and exported."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page

from demo.city_office import PASSWORD
from tests.interfaces.office.cases.many import MANY

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HOUSE = Path(__file__).resolve().parents[4]
NUMBER = re.compile(r'<td class="given" title="([^"]+)"')
FURTHER = re.compile(r'<a href="(\?[^"]+)" rel="next">')


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A browser at the desk of an officer whose office has so many cases, with somebody who writes lists."""
    command = [sys.executable, "-m", "tests.interfaces.office.serving", "--jobs", "--many"]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        port = next(line.strip() for line in lines if line.strip().isdigit())
        context = chromium.new_context(base_url=f"http://127.0.0.1:{port}", locale="zh-CN", accept_downloads=True)
        opened = context.new_page()
        opened.goto("/sign-in/")
        opened.fill("#id_login", "officer")
        opened.fill("#id_password", PASSWORD)
        opened.press("#id_password", "Enter")
        opened.wait_for_url("**/")
        yield opened
        context.close()
        process.terminate()


def test_ten_thousand_cases_are_paged_filtered_chosen_from_and_exported(page: Page, tmp_path: Path) -> None:
    page.goto("/cases/")
    counted = page.inner_text("h1 .n")
    page.click("a[rel=next]")
    page.check("input[data-all]")
    chosen = page.inner_text("[data-chosen]")
    page.select_option("#procedure", "penalty-ordinary")
    page.click("#filters button")
    filtered = page.url.partition("?")[2]
    with page.expect_navigation():
        page.click("button[value=export]")
    page.wait_for_selector("a[href^='/exports/']:has-text('.xlsx')", timeout=120_000)
    with page.expect_download() as told:
        page.click("a[href^='/exports/']:has-text('.xlsx')")
    told.value.save_as(tmp_path / "list.xlsx")
    rows = openpyxl.load_workbook(tmp_path / "list.xlsx", read_only=True).active

    numbers, further = _all_pages(page, f"?{filtered}")
    exported = [row[0] for row in rows.iter_rows(min_row=2, max_col=1, values_only=True)]
    assert (counted, chosen) == ("500+", "50 / 50")
    assert "procedure=penalty-ordinary" in filtered
    assert len(numbers) == len(set(numbers)) >= MANY
    assert (exported, further) == (numbers, -(-len(numbers) // 50) - 1)


def _all_pages(page: Page, address: str) -> tuple[list[str], int]:
    """The numbers of all lines from an address on, page by page; how often it went further."""
    numbers: list[str] = []
    for turned in range(MANY):
        html = page.request.get(f"/cases/{address}").text()
        numbers += NUMBER.findall(html)
        found = FURTHER.search(html)
        if found is None:
            return numbers, turned
        address = found[1].replace("&amp;", "&")
    raise AssertionError("the list has no end")
