"""What must fit: names in the list of cases, whatever the size of the letters; paper without buttons."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize

from demo.city_office import PASSWORD
from tests.interfaces.office.manual.conftest import Sit
from tests.interfaces.office.manual.laying import WITH_CODES
from tests.interfaces.office.manual.walking import DESK

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ENLARGED: ViewportSize = {"width": 911, "height": 512}
"""What a desk of 1366 by 768 holds where letters are set half as large again."""
READABLE = 140
"""So many pixels hold ten characters."""
PAPER: ViewportSize = {"width": 673, "height": 950}
"""What a sheet of A4 holds between its margins."""
_CUT = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.title)"


def lists(sit: Sit, size: ViewportSize) -> Page:
    """The list of cases of an officer on a screen of this size."""
    page = sit("officer", "zh")
    page.set_viewport_size(size)
    page.goto("/cases/")
    return page


def test_what_a_case_is_called_can_be_read_where_letters_are_larger(sit: Sit) -> None:
    page = lists(sit, ENLARGED)

    widths = page.eval_on_selector_all(".rows .title", "titles => titles.map(title => title.clientWidth)")

    assert widths
    assert min(widths) >= READABLE


def test_numbers_of_cases_are_not_cut(sit: Sit) -> None:
    cells = lists(sit, DESK).locator("td.given")

    assert cells.count()
    assert cells.evaluate_all(_CUT) == []


def test_spare_codes_are_printed_without_buttons(sit: Sit) -> None:
    page = sit(WITH_CODES, "zh")
    page.goto("/account/spare-codes/")
    page.fill("#id_password", PASSWORD)
    with page.expect_navigation():
        page.press("#id_password", "Enter")
    page.emulate_media(media="print")

    assert page.locator("main code").count()
    assert page.locator("main button:visible, main .go a:visible").count() == 0


def test_names_of_cases_have_the_widest_column_on_paper(sit: Sit) -> None:
    page = lists(sit, PAPER)
    page.emulate_media(media="print")

    widths = page.eval_on_selector_all("td.given, th.all", "all => all.map(one => [one.className, one.clientWidth])")
    numbers, names = ({width for sort, width in widths if sort == of} for of in ("given", "all"))

    assert min(names) > 1.3 * max(numbers)


def test_letters_of_the_time_line_do_not_shrink_on_paper(sit: Sit) -> None:
    page = sit("officer", "zh")
    page.set_viewport_size(PAPER)
    page.goto("/cases/4/")
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)

    drawn = page.eval_on_selector_all(".line svg text", "all => all.map(one => one.getBoundingClientRect().height)")
    heights = [height for height in drawn if height]

    assert heights
    assert min(heights) >= 8


def test_the_head_of_a_case_tells_the_day_that_the_list_tells(sit: Sit) -> None:
    page = sit("officer", "zh")
    page.set_viewport_size(DESK)
    page.goto("/cases/?sort=number")
    listed = page.inner_text("tr:has(a[href='/cases/4/']) td:nth-child(2)")
    page.goto("/cases/4/")

    assert listed.strip("●◆▲○ \n") in page.inner_text(".stands")
