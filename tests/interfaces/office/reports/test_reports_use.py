"""The annual report in a real browser, on the site of `yifa open`: made, edited, checked, answered for, issued; axe."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.interfaces.office.alone.serving import opened
from tests.interfaces.office.files import LEDGER, NAME

pytestmark = pytest.mark.browser


def violations(page: Page) -> list[str]:
    """What axe finds, with the first place."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


def test_a_report_is_made_edited_checked_and_issued(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(LEDGER, encoding="utf-8")
    with opened(tmp_path / "home") as address:
        page = chromium.new_page(locale="zh-CN", viewport={"width": 1366, "height": 768})
        page.set_default_timeout(60_000)
        complaints: list[str] = []
        page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        assert "key" not in page.url
        drafted(page, tmp_path / NAME)
        edited(page)
        issued(page)
        page.set_viewport_size({"width": 390, "height": 844})
        page.click(".places a >> nth=0")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert complaints == []
        page.context.close()


def drafted(page: Page, ledger: Path) -> None:
    """Make the book of a year from a ledger, and draft the report from it."""
    page.click(".menu >> text=数据册")
    page.fill("#year", "2025")
    page.fill("#as_of", "2025-12-31")
    page.set_input_files("#ledgers", ledger)
    page.click("button.first")
    page.click("a.button.first")
    page.fill("#authority", "青屏县人民政府")
    page.click("button.first")
    page.wait_for_selector("article.printed")


def edited(page: Page) -> None:
    """Ask what a number is, edit a paragraph by keyboard, and write what is missing."""
    page.click("a.fig:has-text('2件') >> nth=0")
    expect(page.locator("#beside dl")).to_be_visible()
    assert violations(page) == []
    piece = page.locator(".piece.paragraph").nth(2)
    piece.hover()
    piece.locator("a.edit").click()
    page.fill("#words", "另办结77件。")
    page.type("#find", "行政处罚立案")
    page.click("[data-insert] >> nth=0")
    assert page.input_value("#words") == "另办结77件。{{ pen-filed }}"
    page.press("#words", "Control+Enter")
    expect(page.locator("mark.untraced").first).to_have_text("77件")
    expect(page.locator(".bar-on-top")).to_contain_text("未溯源数字 1")
    while page.locator(".piece", has_text="【待补").count():
        page.locator(".piece", has_text="【待补").first.locator("a.edit").click()
        page.fill("#words", "按要求推进。")
        page.click(".line-form button.first")
        page.wait_for_selector("article.printed")


def issued(page: Page) -> None:
    """Answer for what is left by name, issue the report, and save it."""
    page.click(".places a >> nth=1")
    for box in page.locator("input[name=point]").all():
        box.check()
    page.fill("#by", "闻松龄")
    page.fill("#post", "县长")
    page.fill("#reason", "已由统计部门核定")
    page.click("button.first")
    page.click(".places a >> nth=2")
    page.fill("#number", "青政报〔2026〕3号")
    page.fill("#dated", "2026-01-20")
    page.click("button[value=issue]")
    expect(page.locator("text=印发清单摘要")).to_be_visible(timeout=30_000)
    assert violations(page) == []
    with page.expect_download() as saved:
        page.click("text=报送稿.docx")
    assert saved.value.suggested_filename == "报送稿.docx"
