"""The page of a judged folder in the hands of a clerk of a county justice bureau: desk, telephone, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.interfaces.leaflets.conftest import DESK, TELEPHONE, Opened, opened_file
from tests.oversight.supervision.ledgers_by_hand import AS_OF, late, ledger, taken, worked
from yifa.interfaces.checkup.page import page_of
from yifa.interfaces.checkup.told import tell_run
from yifa.oversight.supervision.judging import supervise
from yifa.wording import CHINESE, ENGLISH

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def supervision_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledgers = [
        ledger("penalty-ordinary", [*worked("penalty-ordinary", "A")[:90], late()]),
        ledger("licence", worked("licence", "B")[:60], file="许可.xlsx"),
    ]
    told = tell_run(supervise(taken(*ledgers, silent=("C",)), AS_OF), (CHINESE, ENGLISH))
    path = tmp_path_factory.mktemp("supervision") / "page.html"
    path.write_bytes(page_of(told, CHINESE, "疑点.xlsx").encode())
    return path


@pytest.fixture
def on_desk(chromium: Browser, supervision_file: Path) -> Iterator[Opened]:
    yield from opened_file(chromium, supervision_file, DESK)


@pytest.fixture
def in_hand(chromium: Browser, supervision_file: Path) -> Iterator[Opened]:
    yield from opened_file(chromium, supervision_file, TELEPHONE)


def counted(page: Page) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", page.inner_text("#count"))]


def test_chips_and_lists_sift_and_escape_brings_all_back(on_desk: Opened) -> None:
    page = on_desk.page
    whole = counted(page)
    assert whole[0] == whole[1] == page.locator(".point").count() > 50
    red = page.locator(".duty.red .point").count()
    page.click("[data-chip=red]")
    assert counted(page) == [red, whole[1]]
    assert page.locator(".duty.blue:visible").count() == 0
    page.select_option("#organ", "B")
    own = page.locator("[data-organ=B] .duty.red .point").count()
    assert counted(page) == [own, whole[1]]
    assert page.locator("[data-organ=A]:visible").count() == 0
    page.keyboard.press("Escape")
    assert counted(page) == whole


def test_a_word_is_looked_for_in_heads_and_points(on_desk: Opened) -> None:
    page = on_desk.page
    page.keyboard.press("/")
    page.keyboard.type("青市监罚〔2024〕7号")
    page.wait_for_timeout(200)
    assert 0 < counted(page)[0] < 12
    page.fill("#search", "没有这样的字")
    page.wait_for_timeout(200)
    assert counted(page)[0] == 0
    assert page.locator(".nothing").is_visible()


def test_a_point_opens_by_hand_and_by_keys_and_shows_why(on_desk: Opened) -> None:
    page = on_desk.page
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    opened = page.locator(".point details[open]")
    assert opened.count() == 1
    assert opened.locator(".why").is_visible()
    assert opened.locator("svg").count() == 1


def test_a_point_leads_to_the_time_line_of_its_case(on_desk: Opened) -> None:
    page = on_desk.page
    link = page.locator("a.to-line").first
    place = link.get_attribute("href")
    link.locator("xpath=ancestor::details").locator("summary").first.click()
    link.click()
    assert page.locator(f"{place} svg").is_visible()


def test_language_changes_in_place(on_desk: Opened) -> None:
    page = on_desk.page
    page.click("[data-language=en]")
    assert page.get_attribute("html", "lang") == "en"
    assert page.locator("h1").inner_text() == "Check of ledgers"
    assert on_desk.unmarked_chinese() == []
    assert page.locator(".zh:visible").count() == 0


@pytest.mark.parametrize("tag", ["zh", "en"])
def test_nothing_serious_stands_in_the_way_of_anybody(on_desk: Opened, tag: str) -> None:
    on_desk.page.click(f"[data-language={tag}]")
    on_desk.page.locator(".point summary").first.click()
    violations = Axe().run(on_desk.page).response["violations"]
    grave = [one for one in violations if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in grave] == []


def test_on_a_telephone_it_fits_and_can_be_touched(in_hand: Opened) -> None:
    page = in_hand.page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert in_hand.small_targets("button, select, input, .point summary, .more > summary") == []


def test_on_paper_there_are_points_and_no_controls(on_desk: Opened) -> None:
    page = on_desk.page
    page.emulate_media(media="print")
    assert page.locator("#sieve:visible, .tools:visible").count() == 0
    assert page.locator(".point:visible").count() == page.locator(".point").count()
    assert page.locator(".more:visible").count() == 0


@pytest.mark.parametrize("tag", ["zh", "en"])
def test_on_paper_no_head_is_broken_sign_by_sign_and_nothing_is_cut(on_desk: Opened, tag: str) -> None:
    """The width is that of A4 without its margins; the heads of tables stand on every page."""
    page = on_desk.page
    page.click(f"[data-language={tag}]")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    narrow = """heads => heads.filter(head => {
      const look = getComputedStyle(head);
      return head.clientWidth && head.clientWidth - parseFloat(look.paddingRight) < 2 * parseFloat(look.fontSize);
    }).map(head => head.textContent)"""
    assert page.locator("thead th.n").evaluate_all(narrow) == []
    assert set(page.locator("thead").evaluate_all("all => all.map(one => getComputedStyle(one).display)")) == {
        "table-header-group"
    }
    broken = "all => all.filter(one => one.getClientRects().length > 1 || one.offsetHeight > 30).length"
    assert page.locator(".due").count() > 20
    assert page.locator(".due").evaluate_all(broken) == 0


def test_it_is_read_without_scripts(chromium: Browser, supervision_file: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(supervision_file.as_uri())
    page.locator(".point summary").first.click()
    assert page.locator(".point .why:visible").count() == 1
    assert page.locator(".zh:visible").count() > 100
    context.close()
