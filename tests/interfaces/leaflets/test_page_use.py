"""The page in the hands of a clerk: real Chromium, both languages, desk and telephone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.interfaces.leaflets.conftest import Opened

pytestmark = pytest.mark.browser

QUESTIONS = {
    "empty": "",
    "pause": "law=行政许可法&art=42&from=2024-09-25&n=20&pause=2024-10-08~2024-10-11~hearing~told",
    "rolled": "law=行政处罚法&art=60&from=2023-07-03&n=90&done=2023-10-09",
    "extended": "from=2024-12-02&n=60&u=cd&extend=2025-01-20~30~cd&pause=2024-12-20~2024-12-27~suspension~untold",
    "long": "from=2024-02-29&n=5&u=y",
    "provisional": "law=行政许可法&from=2026-12-18&n=20&done=2027-01-15",
    "still": "law=行政许可法&from=2024-09-25&n=20&pause=2024-10-08~~test~told",
    "error": "law=无此法&from=2024-13-01&n=x&done=?",
    "before": "law=行政处罚法&ask=before&from=2024-10-10&n=7",
    "at-least": "ask=at-least&from=2025-01-02&n=30&u=cd",
    "after": "law=行政强制法&ask=after&from=2024-09-20&n=10",
    "annual": "ask=annual&date=01-31&year=2026",
    "hours": "from=2024-09-30&at=17:30&n=24&u=h",
    "beyond": "from=2035-12-01&n=60&u=wd",
}


def big(opened: Opened) -> str:
    return " ".join(opened.page.inner_text("#headline .big").split())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("pause", "2024年10月31日 周四"),
        ("rolled", "2023年10月7日 周六"),
        ("provisional", "2027年1月12日 周二 至 2027年1月25日 周一"),
        ("before", "2024年9月25日 周三"),
        ("at-least", "2025年2月1日 周六"),
        ("after", "2024年10月11日 周五"),
        ("annual", "2026年1月31日 周六"),
        ("hours", "2024年10月1日 周二 17:30"),
    ],
)
def test_headline_names_the_day(opened: Opened, name: str, shown: str) -> None:
    opened.ask(QUESTIONS[name])

    assert big(opened) == shown


def test_example_fills_the_form_and_shows_its_day(opened: Opened) -> None:
    opened.page.click("[data-example='0']")

    assert opened.page.input_value("#law") == "行政许可法"
    assert opened.page.input_value("#from") == "2024-09-25"
    assert opened.page.input_value("#n") == "20"
    assert opened.page.input_value("#pauses input[name=to]") == "2024-10-11"
    assert big(opened) == "2024年10月31日 周四"
    assert opened.page.locator("td.last").get_attribute("title").startswith("2024年10月31日")
    assert opened.page.locator("td.start .d").inner_text() == "25"
    assert opened.page.locator("td.last .n").inner_text() == "20"
    assert opened.page.locator("td.paused").count() == 3


def test_typing_answers_at_once_and_a_link_brings_it_back(opened: Opened) -> None:
    page = opened.page
    page.fill("#law", "《行政处罚法》")
    page.fill("#from", "2024年9月17日")
    page.fill("#n", "十五日")
    page.press("#n", "Enter")
    page.fill("#done", "20241009")
    page.click("#add-pause")
    page.fill("#pauses input[name=from]", "2024.9.18")
    page.fill("#pauses input[name=to]", "2024/9/20")
    page.click("#add-extension")
    page.fill("#extensions input[name=on]", "2024-09-30")
    page.fill("#extensions input[name=n]", "三十")
    shown, address = page.inner_text("#answer"), page.url
    assert page.input_value("#n") == "15"
    page.goto("about:blank")
    page.goto(address)

    assert page.inner_text("#answer") == shown
    assert page.url == address
    assert big(opened)


def test_bare_days_follow_the_statute_and_a_contradiction_is_noted(opened: Opened) -> None:
    opened.ask("law=行政处罚法&from=2024-09-17&n=15")
    assert "自然日" in opened.page.inner_text("#headline .question")
    assert "85" in opened.page.inner_text("#law-hint")
    opened.ask("law=行政处罚法&from=2024-09-17&n=7")
    assert "7个工作日" in opened.page.inner_text("#headline .question")
    before = opened.page.locator(".reasons li").count()

    opened.ask("law=行政处罚法&from=2024-09-17&n=7&u=cd")

    assert "85" in opened.page.inner_text(".reasons")
    assert opened.page.locator(".reasons li").count() <= before


def test_roll_over_is_preset_can_be_changed_and_brought_back(opened: Opened) -> None:
    page = opened.page
    opened.ask("from=2024-09-03&n=30&u=cd")
    assert big(opened) == "2024年10月8日 周二"
    page.check("input[name=roll][value=no]")
    assert big(opened) == "2024年10月3日 周四"
    assert "roll=no" in page.url

    page.click("#roll-preset", delay=150)

    assert big(opened) == "2024年10月8日 周二"
    assert "roll" not in page.url


def test_standing_still_names_no_day_and_what_is_left(opened: Opened) -> None:
    opened.ask(QUESTIONS["still"])

    assert "年" not in big(opened)
    assert "15个工作日" in opened.page.inner_text("#headline .small")
    assert opened.page.locator("td.last").count() == 0


def test_provisional_answer_is_a_range_and_no_day_is_solid(opened: Opened) -> None:
    opened.ask(QUESTIONS["provisional"])

    assert opened.page.locator("td.maybe").count() == 2
    assert opened.page.locator("td.last").count() == 0
    assert "◌" in opened.page.inner_text("#headline .label")


def test_long_term_draws_its_first_two_and_last_three_months(opened: Opened) -> None:
    opened.ask(QUESTIONS["long"])

    assert opened.page.locator(".month").count() == 5
    assert "56" in opened.page.inner_text(".gap")


def test_term_beyond_the_calendar_is_told_so(opened: Opened) -> None:
    opened.ask(QUESTIONS["beyond"])

    assert "2035年12月31日" in opened.page.inner_text("#headline .trouble")
    assert opened.page.locator(".month").count() == 0


def test_errors_stand_beside_their_fields_and_enter_leads_to_the_first(opened: Opened) -> None:
    page = opened.page
    page.fill("#from", "2024-13-01")
    assert page.is_hidden("#from-error"), "a field still being typed in is left in peace"

    page.press("#from", "Enter")

    assert "2024-13-01" in page.inner_text("#from-error")
    assert page.get_attribute("#from", "aria-invalid") == "true"
    assert page.get_attribute("#from", "aria-describedby").split()[-1] == "from-error"
    assert page.evaluate("document.activeElement.id") == "from"


def test_working_days_are_not_added_to_other_units(opened: Opened) -> None:
    opened.ask("from=2024-09-03&n=20&u=wd&extend=2024-09-10~1~mo")

    assert opened.page.locator("#extensions .error:visible").count() == 1
    assert opened.page.locator("#headline .big").count() == 0


def test_language_changes_in_place_and_stays_in_the_address(opened: Opened) -> None:
    opened.ask(QUESTIONS["pause"])

    opened.page.click("[data-language=en]")

    assert opened.page.get_attribute("html", "lang") == "en"
    assert big(opened) == "31 Oct 2024 Thu"
    assert "lang=en" in opened.page.url
    words = opened.unmarked_chinese()
    assert [word for word in words if "「日」" not in word] == []
    opened.page.reload()
    assert big(opened) == "31 Oct 2024 Thu"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["empty", "pause", "extended", "provisional", "error", "annual"])
def test_axe_finds_nothing_serious(opened: Opened, name: str, language: str) -> None:
    opened.ask(f"lang={language}&{QUESTIONS[name]}")

    found = Axe().run(opened.page).response["violations"]

    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []


def test_nothing_is_asked_of_any_server(opened: Opened) -> None:
    for question in QUESTIONS.values():
        opened.ask(question)
    opened.page.click("[data-language=en]")

    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert len({url.partition("#")[0] for url in opened.requests}) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_wider_than_a_desk_or_a_telephone(opened: Opened, on_telephone: Opened, language: str) -> None:
    for one in (opened, on_telephone):
        for name, question in QUESTIONS.items():
            one.ask(f"lang={language}&{question}")
            wide = one.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            assert wide[0] <= wide[1], name


def test_answer_is_in_sight_without_scrolling(opened: Opened, on_telephone: Opened) -> None:
    for one in (opened, on_telephone):
        one.ask(QUESTIONS["pause"])
    place = opened.page.locator("#headline .big").bounding_box()

    assert place is not None
    assert place["y"] + place["height"] < 300
    assert "2024年10月31日" in on_telephone.page.inner_text("#peek")
    on_telephone.page.click("#peek")
    on_telephone.page.wait_for_timeout(100)
    assert on_telephone.page.is_hidden("#peek")


def test_targets_on_a_telephone_are_as_large_as_a_thumb(on_telephone: Opened) -> None:
    on_telephone.ask(QUESTIONS["pause"])

    small = on_telephone.small_targets("button, a, select, input[type=text], .choices label, summary")
    small = [one for one in small if "roll-preset" not in one and 'tabindex="-1"' not in one]

    assert small == []


def test_paper_shows_question_answer_and_reasons_without_the_form(opened: Opened) -> None:
    opened.ask(QUESTIONS["pause"])

    opened.page.emulate_media(media="print")

    assert opened.page.is_hidden("#form")
    assert opened.page.is_hidden(".examples")
    assert opened.page.is_visible(".stamp")
    assert opened.page.is_visible("#headline .question")
    assert opened.page.is_visible(".appendix")
    assert opened.page.locator(".appendix dt").count() >= 3


def test_everything_is_reached_by_keyboard_and_shows_it(opened: Opened) -> None:
    opened.ask(QUESTIONS["pause"])
    opened.page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        reached.add(
            opened.page.evaluate(
                "() => { const one = document.activeElement; const style = getComputedStyle(one);"
                " const seen = style.outlineStyle !== 'none' || one === document.body;"
                " return [one.name || one.id || one.tagName, seen].join(' '); }"
            )
        )

    names = {entry.split(" ")[0] for entry in reached}
    assert {"law", "art", "ask", "from", "n", "u", "who", "kind", "add-pause", "add-extension", "done", "copy"} <= names
    assert "SUMMARY" in names
    assert [entry for entry in reached if entry.endswith("false")] == []
