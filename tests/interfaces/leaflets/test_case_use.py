"""The case page in the hands of a lawyer of a county justice bureau: real Chromium, desk, telephone, paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.interfaces.leaflets.cases_told import worked
from tests.interfaces.leaflets.conftest import DESK, Opened, opened_file
from yifa.interfaces.leaflets import case_page

pytestmark = pytest.mark.browser


def counted(page: Page) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", page.inner_text("#count"))]


def shown(page: Page, case: int) -> list[str]:
    """The titles of the duties of a case that can be seen."""
    return page.locator(f"#c{case} .duty:visible h4, #c{case} .duty:visible > summary .title").all_inner_texts()


def test_the_index_counts_each_case_and_leads_to_it(cases: Opened) -> None:
    page = cases.page
    rows = [row.split("\t") for row in page.locator(".index tbody tr").all_inner_texts()]
    assert [[cell.strip() for cell in row[3:]] for row in rows] == [
        ["2", "", "", "1", "20"],
        ["2", "", "", "1", "18"],
        ["2", "", "1", "2", "3"],
        ["", "", "1", "1", "3"],
        ["1", "1", "1", "1", "10"],
        ["2", "", "2", "1", "6"],
    ]
    page.click(".index tbody tr:nth-child(5) a")
    page.wait_for_timeout(50)
    place = page.locator("#c5t").bounding_box()
    assert place is not None
    assert 0 < place["y"] < DESK[1] / 3


def test_what_is_to_be_looked_into_stands_first_and_the_first_is_in_sight(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "case.html"
    path.write_bytes(case_page.render(worked()[:1]).encode())
    for opened in opened_file(chromium, path, DESK):
        page = opened.page
        assert page.locator("#c1 .group h3").all_inner_texts() == ["▲ 疑点 2", "◇ 待办 1", "● 符合 20"]
        place = page.locator("#c1 article.duty h4").first.bounding_box()
        assert place is not None
        assert place["y"] + place["height"] < DESK[1]


def test_filters_sift_the_duties_and_escape_brings_all_back(cases: Opened) -> None:
    page = cases.page
    assert counted(page) == [82, 82]
    page.click("[data-chip=red]")
    assert counted(page) == [9, 82]
    assert page.locator("#c4 .nothing").is_visible()
    assert page.locator("#c1 .group:visible").count() == 1
    page.click("[data-chip=amber]")
    assert counted(page) == [10, 82]
    page.select_option("#law", "行政许可法")
    assert counted(page) == [2, 82]
    page.keyboard.press("Escape")
    assert counted(page) == [82, 82]
    page.keyboard.press("/")
    page.keyboard.type("听证")
    assert shown(page, 3) == []
    assert shown(page, 4) == [
        "◇ 申请之日起二十日内组织听证 还剩14个工作日",
        "被告知听证权利之日起五日内申请听证 申请听证",
        "依申请听证所需时间书面告知 申请听证",
    ]


def test_an_act_shows_the_duties_that_rest_on_it(cases: Opened) -> None:
    page = cases.page
    page.click("#c3a5 button")
    assert shown(page, 3) == [
        "▲ 受理之日起二十日内作出许可决定 逾期12个工作日",
        "▲ 专家评审所需时间书面告知",
    ]
    assert shown(page, 1) == []
    assert page.get_attribute("#c3a5 button", "aria-pressed") == "true"
    page.click("#c3a9 button")
    assert shown(page, 3) == ["准予许可之日起十日内颁发、送达证件 作出决定"]
    page.click("#c3a9 button")
    assert counted(page) == [82, 82]


def test_letters_walk_through_the_duties_that_are_shown(cases: Opened) -> None:
    page = cases.page
    page.click("[data-chip=red]")
    page.mouse.move(4, 700)
    walked = []
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
        walked.append(page.evaluate("document.activeElement.querySelector('code').textContent"))
    assert walked == ["pen-samr-decide-90d", "pen-serve-7wd", "hrg-notice-7wd", "pen-serve-7wd"]
    assert page.locator("#c1 .acts .used").count() == 2
    page.keyboard.press("Escape")
    page.click("[data-chip=green]")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    assert page.locator("#c1 .row[open]").count() == 1


def test_a_fact_leads_to_its_act_and_a_duty_lights_what_it_rests_on(cases: Opened) -> None:
    page = cases.page
    page.hover("#c2 article.duty:nth-of-type(2)")
    lit = page.locator("#c2 .acts .used").evaluate_all("all => all.map(one => one.dataset.act)")
    assert lit == page.get_attribute("#c2 article.duty:nth-of-type(2)", "data-acts").split(" ")
    page.click("#c2 article.duty .facts a >> nth=0")
    assert page.evaluate("document.activeElement.closest('li').classList.contains('flash')")


def test_a_day_is_explained_by_reasons_and_a_calendar(cases: Opened) -> None:
    page = cases.page
    card = page.locator("#c3 article.duty.red").first
    assert card.locator(".why li").count() == 9
    card.locator(".days summary").click()
    assert card.locator("td.last").inner_text().replace("\n", "") == "2320最后一日"
    assert card.locator("td.start .d").inner_text() == "24"
    assert card.locator("td.done .d").inner_text() == "11"
    assert card.locator("td.work").count() == 3
    assert card.locator("td.counted, td.make-up").count() == 20
    hatched = page.locator("#c1 article.duty.red").first
    hatched.locator(".days summary").click()
    assert hatched.locator("td.paused").count() == 28


def test_the_time_line_draws_terms_pauses_and_what_lies_past(cases: Opened) -> None:
    page = cases.page
    assert page.locator("#c1 svg circle.act").count() == 19
    assert page.locator("#c1 svg .bar").count() == 2
    assert page.locator("#c1 svg .paused").count() == 1
    assert page.locator("#c1 svg .refused").count() == 1
    assert page.locator("#c1 svg .over.red").count() == 2
    assert page.locator("#c4 svg .over").count() == 0, "what the law itself brings about is not late"


def test_language_changes_in_place(cases: Opened) -> None:
    page = cases.page
    page.click("[data-language=en]")
    assert page.get_attribute("html", "lang") == "en"
    assert page.locator("#c3 article.duty h4").first.inner_text() == (
        "▲ A licence is decided within 20 working days of acceptance 12 working days past the last day"
    )
    assert cases.unmarked_chinese() == []
    page.click("[data-language=zh]")
    assert page.locator("#c3 article.duty h4").first.inner_text() == "▲ 受理之日起二十日内作出许可决定 逾期12个工作日"


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.slow)])
def test_axe_finds_nothing(cases: Opened, cases_on_telephone: Opened, language: str) -> None:
    for opened in (cases, cases_on_telephone):
        opened.page.click(f"[data-language={language}]")
        opened.page.locator("#c3 .days summary").first.click()
        opened.page.locator("#c3 .coverage summary").click()
        found = Axe().run(opened.page).response["violations"]
        assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []


def test_nothing_is_asked_of_any_server(cases: Opened) -> None:
    cases.page.click("[data-language=en]")
    assert [url for url in cases.requests if not url.startswith("file:")] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_wider_than_a_desk_or_a_telephone(cases: Opened, cases_on_telephone: Opened, language: str) -> None:
    for opened in (cases, cases_on_telephone):
        opened.page.click(f"[data-language={language}]")
        wide = opened.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide[0] <= wide[1]


def test_targets_on_a_telephone_are_as_large_as_a_thumb(cases_on_telephone: Opened) -> None:
    small = cases_on_telephone.small_targets("button, select, input, summary, .index a")
    assert small == []


def test_without_scripts_the_chinese_page_can_be_read(chromium: Browser, case_file: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(case_file.as_uri())
    assert page.is_visible("#c3 article.duty.red")
    assert (
        page.locator("#c3 article.duty.red h4").first.inner_text() == "▲ 受理之日起二十日内作出许可决定 逾期12个工作日"
    )
    context.close()


def test_paper_shows_reasons_without_the_filters(cases: Opened) -> None:
    page = cases.page
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_hidden("#sieve")
    assert page.is_hidden(".tools")
    assert page.locator("#c3 article.duty.blue .why li").first.is_visible()
    assert page.locator("#c1 .coverage li").first.is_visible()
    assert page.locator("#c3 .days").first.is_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#c3 article.duty.blue .why").get_attribute("open") is None
