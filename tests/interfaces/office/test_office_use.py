"""The office in a real browser: by keyboard, with and without scripts, on a telephone; axe finds nothing."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.interfaces.office.conftest import Enter

pytestmark = pytest.mark.browser
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
    "/cases/4/amend/",
    "/cases/4/amend/people/",
    "/cases/4/amend/circle/",
    "/cases/4/acts/decision-made/sheet/",
    "/approvals/1/",
    "/open/",
    "/approvals/",
    "/account/",
    "/account/password/",
    "/law/",
    "/law/procedures/publication/",
    "/law/term/?from=2026-02-10&n=15&unit=working+days",
    "/organs/",
    "/organs/3/",
    "/officers/",
    "/officers/1/",
    "/lists/",
    "/parties/?words=食品",
    "/parties/1/",
    "/parties/1/fact/",
    "/imports/",
    "/clues/?stage=all&look=1",
    "/cases/2/clue/?duty=pen-samr-decide-90d&subject=case",
    "/nothing/",
)
MOST_USED = (
    "/",
    "/cases/?look=1",
    "/cases/?q=青云",
    "/cases/views/",
    "/cases/7/",
    "/cases/4/acts/decision-made/",
    "/approvals/",
    "/law/procedures/licence/duties/lic-registration-spot/",
    "/law/calendars/",
    "/law/term/?from=2026-02-10&n=15",
)


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
def test_axe_finds_nothing_where_there_is_nothing_or_much(enter: Enter, language: str) -> None:
    """Beside the screens of the manual, which are looked at one by one: empty lists, filters, what is not there."""
    page, found, wide = enter("officer"), {}, []
    if language == "en":
        page.click("button[value=en]")
        page.wait_for_load_state()
    for path in PAGES:
        page.set_viewport_size({"width": 1366, "height": 768})
        answer = page.goto(path)
        found[path] = violations(page) if answer is not None and answer.status < 500 else [("answered", "500")]
        page.set_viewport_size({"width": 390, "height": 844})
        if page.evaluate("document.documentElement.scrollWidth > 390"):
            wide.append(path)

    assert (found, wide) == ({path: [] for path in PAGES}, [])


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
    assert "最后一日" in page.inner_text(".work details[open] ol.reasons")


def test_clues_are_screened_together_by_keyboard(enter: Enter) -> None:
    page = enter("supervisor")
    page.goto("/clues/")
    for key in "jxjx":
        page.keyboard.press(key)
    page.click(".together button >> nth=0")
    page.check("input[value=wait]")
    page.fill("#reason", "须核对卷内凭证")
    page.click("button.first")
    page.wait_for_url("**/clues/")
    assert "已记录2条" in page.inner_text("p.note")


def test_lines_are_chosen_with_shift_and_by_keyboard_and_copied(enter: Enter) -> None:
    page = enter("officer")
    page.goto("/cases/?state=all")
    boxes = page.query_selector_all("tbody input[name=case]")

    boxes[1].click()
    boxes[3].click(modifiers=["Shift"])
    chosen = [box.is_checked() for box in boxes]
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.click("[data-copy]")

    assert chosen == [place in (1, 2, 3) for place in range(len(boxes))]
    assert page.inner_text("[data-chosen]") == f"4 / {len(boxes)}"
    assert page.inner_text("[data-copy]") == "已复制"


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
