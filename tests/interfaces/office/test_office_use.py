"""The office in a real browser: by keyboard, with and without scripts, on a telephone; axe finds nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from demo.city_office import PASSWORD

pytestmark = pytest.mark.browser
HOUSE = Path(__file__).resolve().parents[3]
PAGES = (
    "/",
    "/?whose=all",
    "/cases/?look=1",
    "/cases/?q=没有",
    "/cases/1/",
    "/cases/7/",
    "/cases/1/acts/",
    "/cases/4/acts/decision-made/",
    "/cases/1/chain/",
    "/open/",
    "/approvals/",
    "/account/",
    "/account/password/",
    "/law/",
    "/law/procedures/publication/",
    "/law/term/?from=2026-02-10&n=15&unit=working+days",
    "/nothing/",
)
MOST_USED = ("/", "/cases/?look=1", "/cases/7/", "/cases/4/acts/decision-made/")
Enter = Callable[..., Page]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the office, served by a process of its own."""
    command = [sys.executable, "-m", "tests.interfaces.office.serving"]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        port = next(line.strip() for line in lines if line.strip().isdigit())
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture
def enter(chromium: Browser, site: str) -> Iterator[Enter]:
    """Sign in at the office; nothing may go wrong in the page, and nothing be fetched from elsewhere."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def entered(name: str, *, size: tuple[int, int] = (1366, 768), scripts: bool = True) -> Page:
        context = chromium.new_context(
            base_url=site,
            locale="zh-CN",
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if site not in request.url else None)
        page.goto("/sign-in/")
        page.fill("#id_login", name)
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")
        page.wait_for_url("**/")
        return page

    yield entered
    for context in contexts:
        context.close()
    assert complaints == []


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds, each with the first place."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found]


def test_axe_finds_nothing_on_the_pages_used_most(enter: Enter) -> None:
    page, found = enter("officer"), {}

    for path in MOST_USED:
        page.goto(path)
        found[path] = violations(page)

    assert found == {path: [] for path in MOST_USED}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing_on_any_page(enter: Enter, language: str) -> None:
    page, found = enter("officer"), {}
    if language == "en":
        page.click("button[value=en]")
        page.wait_for_load_state()

    for path in PAGES:
        page.goto(path)
        found[path] = violations(page)

    assert found == {path: [] for path in PAGES}


def test_a_lawful_step_is_recorded_by_keyboard_alone(enter: Enter) -> None:
    page = enter("officer")

    for key in ("g", "c", "/"):
        page.keyboard.press(key)
        if key == "c":
            page.wait_for_url("**/cases/")
    page.keyboard.type("茶行")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/?q=*")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/5/")
    page.keyboard.press("n")
    page.wait_for_url("**/acts/**")
    page.wait_for_selector("#effect li")
    assert "核查" in page.inner_text("h1")
    page.focus("button.first")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/5/")

    assert "已记录" in page.inner_text("p.note")


def test_a_wrong_step_is_refused_with_its_article_and_recorded_for_a_reason(enter: Enter) -> None:
    page = enter("officer")
    page.goto("/cases/4/acts/decision-made/")
    page.select_option("#result", "penalty")
    page.wait_for_selector("#effect li.red")
    before = page.inner_text("#effect")
    page.click("button.first")
    page.wait_for_selector(".refused")
    refused = page.inner_text(".refused")
    page.fill("#because", "当日已经送达，补录")
    page.click("button[value=happened]")
    page.wait_for_url("**/cases/4/")

    assert "第57条" in before
    assert "第57条" in refused
    assert "告知书送达后五个工作日内不得作出决定" in page.inner_text(".group:has(h2.red)")


def test_the_panel_beside_the_list_and_the_reason_of_a_day_open_in_place(enter: Enter) -> None:
    page = enter("supervisor")
    page.goto("/cases/?light=red")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_selector("#beside .panel")
    panel = page.inner_text("#beside")
    page.goto("/")
    page.click(".work details.why summary >> nth=0")
    page.wait_for_selector(".work details[open] ol.reasons li")

    assert "逾期" in panel
    assert "工作日" in page.inner_text(".work details[open] ol.reasons")


def test_everything_can_be_done_without_scripts(enter: Enter) -> None:
    page = enter("officer", scripts=False)
    page.click("nav.menu >> text=案件")
    page.click("a.look >> nth=0")
    panel = page.inner_text("#beside")
    page.goto("/cases/3/")
    page.click(".acts-line .other a")
    page.click("ul.steps >> text=收到陈述申辩")
    page.click("button.first")

    assert panel.strip() != ""
    assert "已记录：收到陈述申辩" in page.inner_text("p.note")


def test_on_a_telephone_nothing_is_wider_and_all_can_be_touched(enter: Enter) -> None:
    page = enter("officer", size=(390, 844))
    wide, small = [], []
    for path in PAGES:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > 390"):
            wide.append(path)
        small += page.evaluate(
            "Array.from(document.querySelectorAll('main button, main select, main .button, nav.menu a'))"
            ".filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5)"
            ".map(one => location.pathname + ' ' + one.outerHTML.slice(0, 80))"
        )

    assert (wide, small) == ([], [])


def test_print_leaves_the_frame_out(enter: Enter) -> None:
    page = enter("officer")
    page.goto("/cases/1/")
    page.emulate_media(media="print")

    assert [page.is_visible(one) for one in (".bar", "nav.menu", ".case-head", ".duties")] == [False, False, True, True]
