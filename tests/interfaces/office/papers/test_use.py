"""In a real browser: from a draft to a paper that is served, and to the dossier of the closed case; axe is content."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.interfaces.office.conftest import Enter
from tests.interfaces.office.test_office_use import violations
from tests.record.evidence.files import PNG

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAGES = ("/papers/", "/papers/forms/", "/papers/forms/penalty-ordinary/decision-made/1/", "/numbers/")
PAGES += ("/cases/7/papers/", "/cases/7/papers/new/", "/cases/7/files/", "/cases/7/dossier/", "/cases/7/close/")


def test_a_paper_is_drafted_issued_served_and_lies_in_the_dossier(enter: Enter, tmp_path: Path) -> None:
    receipt = tmp_path / "回证.png"
    receipt.write_bytes(PNG)
    page, found = enter("officer"), {}

    def look(name: str) -> None:
        found[name] = violations(page)

    page.goto("/cases/4/papers/new/")
    page.click("form:has(input[value=hearing-right-notified]) button")
    page.wait_for_url("**/drafts/**")
    page.get_by_label("违法事实").fill("现场检查发现\n药品存放于常温货架")
    page.wait_for_selector("#preview mark.told:has-text('药品存放于常温货架')")
    look("draft")
    page.click("button[value=issue]")
    page.wait_for_url("**/issue/")
    page.check("input[name=blanks]")
    page.fill("#letters", "青市监听告")
    look("issue")
    page.click("button.first")
    page.wait_for_url("**/papers/*/", timeout=90_000)
    issued = page.inner_text("main")
    look("paper")
    page.keyboard.press("n")
    page.wait_for_url("**/serve/")
    look("serve")
    page.click("button.first")
    page.wait_for_url("**/services/**")
    page.set_input_files("#receipt", receipt)
    look("service")
    page.click("button[value=served]")
    page.wait_for_url("**/papers/*/")
    served = page.inner_text(".side")
    page.goto("/cases/4/close/")
    look("close")
    page.click("button.first")
    page.wait_for_url("**/dossier/")
    page.fill("#note", "无")
    page.click("form:has(#note) button.first")
    page.wait_for_selector(".made-up")
    look("dossier")
    with page.expect_download() as download:
        page.click(".downloads a:has-text('zip')")
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as package:
        index = json.loads(package.read("index.json"))

    assert ("青市监听告〔2026〕1号" in issued, "已送达" in served) == (True, True)
    assert [one["title"] for one in index["parts"]["main"]] == ["行政处罚听证告知书（晴川路大药房）", "送达回证"]
    assert found == {name: [] for name in found}


def test_axe_finds_nothing_and_nothing_is_wider_than_a_telephone(enter: Enter) -> None:
    page, found = enter("officer", size=(390, 844)), {}

    for path in PAGES:
        page.goto(path)
        found[path] = (violations(page), _too_wide(page), _too_small(page))

    assert found == dict.fromkeys(PAGES, ([], False, []))


def _too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > 390"))


def _too_small(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "Array.from(document.querySelectorAll('main button, main select, main .button'))"
        ".filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)"
        ".map(one => one.outerHTML.slice(0, 80))"
    )
    return found
