"""In a real browser: an account is opened, a role given and looked up in the log, each by who may; axe is content."""

from __future__ import annotations

import pytest

from tests.interfaces.office.conftest import Enter
from tests.interfaces.office.test_office_use import violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAGES = {
    "system": ("/", "/accounts/", "/accounts/1/", "/tokens/", "/jobs/", "/announcements/", "/health/"),
    "security": ("/granting/", "/granting/4/", "/account/", "/account/passkeys/"),
    "audit": ("/logs/", "/logs/sign-ins/", "/logs/readings/", "/dictionaries/", "/dictionaries/overlays/samr/"),
}


def test_three_administrators_do_their_parts(enter: Enter) -> None:
    system = enter("system")
    system.goto("/accounts/?state=none")
    system.click("text=沈书言")
    system.fill("#username", "shenshuyan")
    system.keyboard.press("Enter")
    password = system.inner_text(".secret")

    security = enter("security")
    security.goto("/granting/4/")
    security.select_option("#role", "handler")
    security.fill("#because", "分工文件")
    security.keyboard.press("Enter")
    security.wait_for_selector(".errors")
    security.check("#sure")
    security.keyboard.press("Enter")
    security.focus("#because")
    security.keyboard.press("Enter")
    security.wait_for_selector("p.note")

    audit = enter("audit")
    audit.goto("/logs/?who=0242")
    lines = audit.inner_text("tbody")

    assert len(password) == 19
    assert "授予角色" in lines
    assert "分工文件" in lines


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_telephone(enter: Enter, language: str) -> None:
    found, wide = {}, []
    for who, paths in PAGES.items():
        page = enter(who)
        if language == "en":
            page.click("button[value=en]")
            page.wait_for_load_state()
        for path in paths:
            page.goto(path)
            found[path] = violations(page)
            page.set_viewport_size({"width": 390, "height": 844})
            if page.evaluate("document.documentElement.scrollWidth > 390"):
                wide.append(path)
            page.set_viewport_size({"width": 1366, "height": 768})

    assert (wide, found) == ([], {path: [] for paths in PAGES.values() for path in paths})
