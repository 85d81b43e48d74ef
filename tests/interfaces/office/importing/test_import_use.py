"""An import in a real browser: a ledger with errors is looked at, mended in what comes back, and taken in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from playwright.sync_api import Browser

from demo.city_office import PASSWORD
from tests.interfaces.office.importing.test_pages import HEADS, ROWS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HOUSE = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the office, with somebody who works off what is asked for."""
    command = [sys.executable, "-m", "tests.interfaces.office.serving", "--jobs"]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        port = next(line.strip() for line in lines if line.strip().isdigit())
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def test_a_ledger_with_errors_is_mended_and_taken_in(chromium: Browser, site: str, tmp_path: Path) -> None:
    ledger, mended = tmp_path / "行政处罚台账.xlsx", tmp_path / "需要改正的行.xlsx"
    with xlsxwriter.Workbook(ledger) as made:
        sheet = made.add_worksheet("行政处罚")
        for at, row in enumerate((HEADS, *ROWS[:2])):
            sheet.write_row(at, 0, row)
    context = chromium.new_context(base_url=site, locale="zh-CN", accept_downloads=True)
    page = context.new_page()
    page.goto("/sign-in/")
    page.fill("#id_login", "officer")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/")

    page.goto("/imports/")
    page.set_input_files("#files", [ledger])
    page.click("button.first")
    page.wait_for_selector("dl.three", timeout=60_000)
    first, wrong = page.inner_text("dl.three"), page.inner_text("table.wrong-rows")
    with page.expect_download() as told:
        page.click("text=下载改正表")
    told.value.save_as(mended)
    book = openpyxl.load_workbook(mended)
    held = next(one for one in book.worksheets if one.title != "说明")
    column = next(cell.column for cell in held[1] if cell.value == "处罚决定日期")
    held.cell(row=2, column=column).value = "2026-02-28"
    book.save(mended)
    page.goto("/imports/")
    page.set_input_files("#files", [ledger, mended])
    page.click("button.first")
    page.wait_for_selector("dl.three", timeout=60_000)
    second = page.inner_text("dl.three")
    page.click("button.first")
    page.wait_for_selector("text=批次：", timeout=60_000)
    page.goto("/imports/")
    batch = page.inner_text("tr[data-line]")
    context.close()

    assert ("2026-02-31" in wrong, "D3" in wrong) == (True, True)
    assert [text.split("\n")[1] for text in (first, second)] == ["1", "2"]
    assert "\t2\t0\t撤销导入" in batch
