"""Ten top tasks by keyboard alone, each in four interactions at most; how they are counted says `tasks`."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLong

from tests.interfaces.office.manual.conftest import Sit, Site
from tests.interfaces.office.manual.screens import LANGUAGES
from tests.interfaces.office.manual.tasks import MOST, PAGES, Task, interact, tasks, written
from tests.interfaces.office.manual.walking import page_of
from tests.interfaces.office.test_scenarios import recorded


def test_ten_tasks_take_four_interactions_at_most() -> None:
    assert len(tasks()) == 10
    assert {task.name.zh: len(task.keys) for task in tasks() if len(task.keys) > MOST} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_tasks_is_as_their_list_says(language: str) -> None:
    if os.environ.get("WRITE_MANUAL"):
        PAGES[language].write_text(written(language), encoding="utf-8")

    assert PAGES[language].read_text(encoding="utf-8") == written(language)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_each_task_is_done_with_its_keys_and_no_others(site: Site, sit: Sit) -> None:
    received(sit("reconsideration", "zh"))

    found = {task.name.zh: done(sit(task.who, "zh"), task, site) for task in tasks()}

    assert {name: problem for name, problem in found.items() if problem} == {}


def received(page: Page) -> None:
    """An application for reconsideration that came some days ago and waits to be accepted."""
    page.goto("/open/")
    page.select_option("#procedure", "reconsideration")
    page.fill("#number", "青政复〔2026〕21号")
    page.fill("#title", "云栖茶行不服行政强制措施复议案")
    page.fill("#on", "2026-02-27")
    page.click("button.first")
    page.wait_for_selector(".case-head")
    case = page.url[page.url.index("/cases/") :]
    recorded(page, case, "application-received", "2026-02-27", complete="yes")


def done(page: Page, task: Task, site: Site) -> str:
    """What is not as it must be after the keys of a task; blank where all is."""
    page.goto(task.at.format_map(site.drawn))
    try:
        for key in task.keys:
            interact(page, key)
        page.wait_for_selector(f"text={task.sees} >> visible=true", timeout=10_000)
    except TooLong:
        return f"does not get there: {page.url} {page.inner_text('main')[:200]}"
    shown = page_of(page.url)
    return "" if shown == task.page else f"shows the page {shown}"
