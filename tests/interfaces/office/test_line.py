"""While the server does not answer, no form leaves the page: what was typed stays where the page says that it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.interfaces.office.conftest import Enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_form_is_held_back_while_the_line_is_gone_and_sent_when_it_is_back(enter: Enter) -> None:
    page = enter("officer")
    page.goto("/cases/3/acts/investigation-concluded/")
    page.click("main label:has-text('是') >> nth=0")
    told = page.locator("#trouble")
    page.context.set_offline(True)
    expect(told).to_be_visible()

    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(300)

    assert "/acts/investigation-concluded/" in page.url
    assert page.locator("main input[type=radio]:checked").first.get_attribute("value") == "yes"
    expect(told).to_contain_text("已填内容仍在本页")
    page.context.set_offline(False)
    expect(told).to_be_hidden()


def test_a_form_is_held_back_while_the_server_is_stopped(enter: Enter) -> None:
    page = enter("officer")
    page.goto("/cases/3/acts/investigation-concluded/")

    def refuse(route: Route) -> None:
        route.abort("connectionrefused")

    page.route("**/*", refuse)
    page.click("main label:has-text('是') >> nth=0")
    expect(page.locator("#trouble")).to_be_visible()
    page.click("button[value=draft]")
    page.wait_for_timeout(300)
    expect(page.locator("#kept")).to_have_text("")
    assert page.url.endswith("/acts/investigation-concluded/")

    page.unroute("**/*", refuse)
    page.click("button[value=draft]")

    expect(page.locator("#trouble")).to_be_hidden()
    expect(page.locator("body")).to_contain_text("草稿")
