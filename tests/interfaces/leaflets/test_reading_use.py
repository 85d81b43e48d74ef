"""The reading page in the hands of the clerk who must answer for the report: real Chromium, desk, telephone, paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.interfaces import readings
from tests.interfaces.leaflets.conftest import DESK, Opened, opened_file
from yifa.interfaces.leaflets import reading_page
from yifa.reader.reading import Reading

pytestmark = pytest.mark.browser


def card(page: Page) -> str:
    return " ".join(page.inner_text("#page-card").split())


def counted(page: Page) -> list[str]:
    return re.findall(r"\d+", page.inner_text("#count"))


def test_the_overview_counts_each_text_and_leads_to_it(desk: Opened) -> None:
    page = desk.page
    rows = [row.split("\t") for row in page.locator(".texts-table tbody tr").all_inner_texts()]
    assert [row[1:3] for row in rows] == [["29", "5"], ["4", "4"]]
    assert "scan.pdf" in page.inner_text(".refused")

    page.click(".texts-table tbody tr:nth-child(2) button")

    assert page.is_visible("#paper1")
    assert page.is_hidden("#paper0")
    assert page.is_hidden("#survey")


def test_points_stand_on_top_red_first_and_lead_into_the_text(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")
    sums = page.locator("#problems > ol .sum").all_inner_texts()
    assert sums == ["41 ÷ 1190", "41 ÷ (1 + 150%) = 16.4", "371 ÷ 99.28% = 373.69", "29 ≠ 30"]

    page.click("#problems > ol li:nth-child(4) button")

    assert page.inner_text(".paper .chosen") == "30件"
    assert page.locator(".paper .kin").all_inner_texts()[-1] == "29件"
    assert page.locator("#page-card .check .sum").first.inner_text() == "29 ≠ 30"
    assert page.evaluate("document.activeElement.dataset.f") == "27"


def test_a_click_on_a_figure_shows_what_it_counts_and_how_it_was_checked(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")

    page.click("#paper0 .fig[data-f='21']")

    shown = card(page)
    assert page.inner_text("#page-card .value") == "29件"
    for words in ("行政复议申请", "受理", "29 ÷ 32 = 90.63%", "29 ≠ 30", "rec-accepted", "一(四)"):
        assert words in shown
    page.click("#page-card .members button:has-text('90%')")
    assert page.inner_text(".paper .chosen") == "90%"


def test_letters_walk_through_figures_and_points(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")
    walked = []
    for key in ("j", "j", "k", "n", "n", "p"):
        page.keyboard.press(key)
        walked.append(page.inner_text(".paper .chosen"))

    assert walked == ["12项", "8项", "12项", "增加了150%", "增加了150%", "增加了150%"]
    assert page.locator("#problems li.here").get_attribute("data-point") == "0"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page-card"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.f") == "15"
    page.keyboard.press("Escape")
    assert page.locator(".paper .chosen").count() == 0
    page.keyboard.press("]")
    assert page.is_visible("#paper1")
    page.keyboard.press("?")
    assert page.is_visible("#keys")


def test_a_point_without_a_figure_shows_its_place_or_says_that_it_has_none(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")
    page.click("#problems summary")

    page.click("#problems details button:has-text('3月1日')")
    assert page.locator(".spot.flash").inner_text() == "2024年3月12日"
    page.click("#problems details button:has-text('其他需要报告的情况')")

    assert "未见「其他需要报告的情况」" in card(page)


def test_filters_put_out_the_marks_of_the_others(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")

    def lit() -> list[str]:
        return page.locator("#paper0 .fig:not(.off)").all_inner_texts()

    assert len(lit()) == 29
    page.click("[data-verdict=impossible]")
    assert lit() == ["41次", "增加了150%", "371件", "99.28%"]
    page.click("[data-verdict=unchecked]")
    assert len(lit()) == 10
    page.click("[data-verdict=impossible]")
    page.click("[data-verdict=unchecked]")
    page.select_option("#kind", "amount")
    assert lit() == ["756260.11元", "14144.44元", "742115.67元"]
    page.select_option("#kind", "")
    page.select_option("#section", label="二、党政主要负责人履行职责情况")
    assert lit() == ["4次", "2次"]
    page.select_option("#section", "")
    page.select_option("#measured", "yes")
    assert lit() == ["12项", "1304件", "32件", "29件", "30件"]
    page.select_option("#measured", "")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("热线")
    assert lit() == ["约1.2万件", "98.5%"]
    page.keyboard.press("Enter")
    assert page.inner_text(".paper .chosen") == "约1.2万件"
    assert counted(page) == ["2", "30"]


def test_lists_of_figures_checks_and_damage_follow_the_filters_and_lead_into_the_text(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")
    page.click("[data-verdict=contradicted]")
    page.click("#tab-figures")
    assert page.locator("#page-figures tbody tr").count() == 4
    page.click("#tab-checks")
    assert page.locator("#page-checks .check").count() == 2
    page.click("#tab-damage")
    assert page.locator("#page-damage tbody tr").count() == 3

    page.click("#page-damage tr:nth-child(1) button")

    assert page.inner_text(".harm.flash") == "��"
    page.keyboard.press("Escape")
    page.focus("#tab-damage")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-card"


def test_headings_lead_and_count_what_stands_under_them(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")
    links = page.locator("#outline a")
    assert links.count() == 8
    assert links.nth(3).locator(".badge.red").inner_text().split()[-1].endswith("2")

    links.nth(7).click()
    page.wait_for_timeout(80)

    assert page.locator("#outline [aria-current]").count() == 1


def test_a_link_brings_the_same_figure_again_in_the_same_language(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")
    page.click("#paper0 .fig[data-f='21']")
    page.click("[data-language=en]")
    address, shown = page.url, page.inner_text("#page-card")
    assert "figure=f22" in address
    page.goto("about:blank")
    page.goto(address)

    assert page.inner_text("#page-card") == shown
    assert page.get_attribute("html", "lang") == "en"
    assert "Message of c8." in shown


def test_english_leaves_no_chinese_that_is_not_marked_as_chinese(desk: Opened) -> None:
    page = desk.page
    for address in ("lang=en", "lang=en&text=1", "lang=en&text=1&figure=f22"):
        desk.ask(address)
        for tab in ("figures", "checks", "damage", "card"):
            if "text" in address:
                page.click(f"#tab-{tab}")
        assert desk.unmarked_chinese() == [], address


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing(desk: Opened, language: str) -> None:
    page = desk.page
    for address in ("", "text=1", "text=1&figure=f22"):
        desk.ask(f"lang={language}&{address}")
        assert violations(page) == [], address
    page.evaluate("document.querySelector('#problems details').open = true")
    for tab in ("figures", "checks", "damage"):
        page.click(f"#tab-{tab}")
        assert violations(page) == [], tab
    page.keyboard.press("?")
    assert violations(page) == [], "keys"


def violations(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]


def test_nothing_is_asked_of_any_server(desk: Opened) -> None:
    desk.ask("text=1")
    desk.page.keyboard.press("n")

    assert len({url.partition("#")[0] for url in desk.requests}) == 1


def test_nothing_is_wider_than_a_desk_or_a_telephone(desk: Opened, telephone: Opened) -> None:
    for one in (desk, telephone):
        for address in ("", "text=1", "text=1&figure=f18", "lang=en", "lang=en&text=1&figure=f18"):
            one.ask(address)
            wide = one.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            assert wide[0] <= wide[1], address


def test_on_a_telephone_details_come_up_over_the_text_and_go_again(telephone: Opened) -> None:
    page = telephone.page
    page.select_option("#text", "0")
    low = page.locator("#panel").bounding_box()

    page.click("#paper0 .fig[data-f='12']")

    high = page.locator("#panel").bounding_box()
    mark = page.locator(".chosen").bounding_box()
    assert low is not None
    assert high is not None
    assert mark is not None
    assert low["height"] < 60
    assert high["height"] > 400
    assert mark["y"] + mark["height"] < high["y"]
    page.click("#close")
    assert page.locator("#panel").bounding_box() == low


def test_targets_on_a_telephone_are_as_large_as_a_thumb(telephone: Opened) -> None:
    for address in ("", "text=1", "text=1&figure=f22"):
        telephone.ask(address)
        assert telephone.small_targets("button, select, input, summary, a") == [], address


def test_paper_shows_the_marks_with_the_numbers_of_notes_and_every_check(desk: Opened) -> None:
    page = desk.page
    desk.ask("text=1")

    page.emulate_media(media="print")

    for hidden in ("#outline", "#panel", "#sieve", ".tools"):
        assert page.is_hidden(hidden)
    notes = page.locator("#notes li").all_inner_texts()
    assert len(notes) == 13
    assert page.get_attribute("#paper0 .fig[data-f='21']", "data-notes") == "7,10"
    assert "29 ÷ 32 = 90.63%" in notes[6]
    assert "29 ≠ 30" in notes[9]
    content = page.evaluate(
        "getComputedStyle(document.querySelector(\"#paper0 .fig[data-f='21']\"), '::after').content"
    )
    assert content in ('"▲" "7,10"', '"▲7,10"')


def test_one_text_alone_opens_at_once_without_an_overview(chromium: Browser, tmp_path: Path) -> None:
    alone = Reading(readings.reading().documents[:1])
    path = tmp_path / "one.html"
    path.write_text(reading_page.render(alone, alone), encoding="utf-8")

    for opened in opened_file(chromium, path, DESK):
        assert opened.page.is_visible("#paper0")
        assert opened.page.locator("#text, #survey, .tab").count() == 0


def test_places_hold_in_texts_that_browsers_would_read_otherwise(chromium: Browser, tmp_path: Path) -> None:
    text = "第一行\r\n\r\n😀第\0二行\r共办理12件，\u2028其中😀办结9件。\n"
    report = readings.Report("x", text, readings.qingping().facts)
    report.figure("12件", readings.C, "12", "件")
    report.figure("9件", readings.C, "9", "件")
    reading = Reading((report.document(),))
    path = tmp_path / "odd.html"
    path.write_bytes(reading_page.render(reading, reading).encode())

    for opened in opened_file(chromium, path, DESK):
        opened.page.click(".fig[data-f='1']")
        assert opened.page.inner_text("#page-card mark") == "9件"
        assert opened.page.evaluate("document.querySelector('.paper').textContent") == text.replace("\0", "\ufffd")


def test_a_report_of_two_thousand_figures_is_walked_and_filtered(chromium: Browser, tmp_path: Path) -> None:
    long = readings.large(2000)
    path = tmp_path / "large.html"
    path.write_text(reading_page.render(long, long), encoding="utf-8")

    for opened in opened_file(chromium, path, DESK):
        page = opened.page
        page.keyboard.press("n")
        page.keyboard.press("j")
        assert page.inner_text(".paper .chosen") == "292件"
        page.click("[data-verdict=contradicted]")
        assert counted(page) == ["20", "2000"]
        page.click("[data-verdict=contradicted]")
        page.click("#tab-figures")
        assert page.locator("#page-figures tbody tr").count() == 300
        page.click("#all-figures")
        assert page.locator("#page-figures tbody tr").count() == 2000
