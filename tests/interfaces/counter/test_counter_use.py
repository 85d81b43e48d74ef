"""The counter in the hands of a clerk who knows Excel and a browser: real Chromium, desk and telephone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.interfaces.counter.test_serving import echo
from yifa.interfaces.counter.jobs import JobKind
from yifa.interfaces.counter.serving import Counter
from yifa.wording import language

pytestmark = pytest.mark.browser
DESK, TELEPHONE = (1366, 768), (390, 844)


@pytest.fixture
def counter() -> Iterator[Counter]:
    found = Counter(0, {JobKind.LEDGERS: echo, JobKind.REPORTS: echo}, language("zh"), lambda: date(2026, 8, 31))
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()


def opened(chromium: Browser, counter: Counter, size: tuple[int, int]) -> tuple[Page, list[str]]:
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(counter.guard.address)
    return page, complaints


def test_a_clerk_drops_ledgers_and_picks_up_results(chromium: Browser, counter: Counter, tmp_path: Path) -> None:
    page, complaints = opened(chromium, counter, DESK)
    assert page.url == f"http://{counter.guard.hosts[0]}/", "the key stands in no address that is kept"
    desk = page.locator("[data-kind=ledgers]")
    assert desk.locator("[data-start]").is_disabled()
    for name in ("罚.csv", "许可.csv"):
        (tmp_path / name).write_text("1,2", encoding="utf-8")
    desk.locator("input[multiple]").set_input_files([tmp_path / "罚.csv", tmp_path / "许可.csv"])
    desk.locator("[data-day]").fill("2026-06-30")
    desk.locator("[data-start]").click()
    expect(desk.locator("[data-results] li")).to_have_count(2)
    assert desk.locator("[data-summary] li").all_inner_texts() == ["2"]
    with page.expect_download() as download:
        desk.locator("[data-results] a", has_text="疑点.xlsx").click()
    assert download.value.suggested_filename == "疑点.xlsx"
    assert Path(download.value.path()).read_text(encoding="utf-8") == "2026-06-30 罚.csv 许可.csv"
    with page.context.expect_page() as shown:
        desk.locator("[data-results] a[target=_blank]").click()
    shown.value.wait_for_load_state()
    assert "2026-06-30" in shown.value.content()
    assert complaints == []
    page.context.close()


def test_a_fault_is_told_and_the_desk_can_be_used_again(
    chromium: Browser, counter: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, _ = opened(chromium, counter, DESK)
    desk = page.locator("[data-kind=reports]")
    (tmp_path / "坏.csv").write_text("1", encoding="utf-8")
    desk.locator("input[multiple]").set_input_files([tmp_path / "坏.csv"])
    desk.locator("[data-start]").click()
    expect(desk.locator("[data-stage]")).to_contain_text("坏")
    expect(desk.locator("[data-start]")).to_be_enabled()
    assert desk.locator("[data-results] li").count() == 0
    assert "ValueError" in capsys.readouterr().err
    page.context.close()


@pytest.mark.parametrize(("size", "tag"), [(DESK, "zh"), (TELEPHONE, "en")], ids=["desk", "telephone"])
def test_the_page_is_accessible_and_fits(chromium: Browser, counter: Counter, size: tuple[int, int], tag: str) -> None:
    page, complaints = opened(chromium, counter, size)
    page.goto(f"http://{counter.guard.hosts[0]}/?lang={tag}")
    grave = [one for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in grave] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert complaints == []
    page.context.close()


def test_the_button_closes_the_counter_and_says_so(chromium: Browser, counter: Counter) -> None:
    page, _ = opened(chromium, counter, DESK)
    page.click("#stop")
    expect(page.locator("#closed")).to_be_visible()
    assert page.locator("main").is_hidden()
    page.context.close()
