"""A licence in a real browser: left-out time, an extension approved by the head, and the day moves with both."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from tests.interfaces.office.conftest import Enter
from tests.interfaces.office.test_scenarios import recorded

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DUTY = "受理之日起二十日内作出许可决定"


class Standing(NamedTuple):
    """How a case stands, and its duty to decide: the light of the case, the day, and why it is that day."""

    light: str
    day: str
    why: str


def standing(page: Page, case: str) -> Standing:
    """What an officer sees of the duty to decide."""
    page.goto(case)
    duty = page.locator(".duty", has_text=DUTY).first
    if not duty.locator("details.why[open]").count():
        duty.locator("details.why summary").click()
    light = page.locator(".stands .light").first.get_attribute("class") or ""
    day, why = (duty.locator(one).inner_text() for one in ("p.due", "details.why"))
    return Standing(light.removeprefix("light "), day, why)


def test_a_licence_is_paused_and_extended_and_its_day_moves_with_the_reason(enter: Enter) -> None:
    page = enter("licence")
    page.goto("/open/")
    page.select_option("#procedure", "licence")
    for name, value in (("number", "青审〔2026〕201号"), ("title", "云溪谷度假酒店食品经营许可申请")):
        page.fill(f"#{name}", value)
    page.fill("#on", "2026-01-20")
    page.click("button.first")
    page.wait_for_selector(".case-head")
    case = page.url[page.url.index("/cases/") :]
    recorded(page, case, "application-received", "2026-01-20", complete="yes")
    recorded(page, case, "application-accepted", "2026-01-20")
    late = standing(page, case)

    recorded(page, case, "expert-review-started", "2026-02-03", told_in_writing="yes")
    running = standing(page, case)
    recorded(page, case, "expert-review-ended", "2026-02-11")
    paused = standing(page, case)

    page.goto(f"{case}acts/extension-approved/")
    page.fill("#days", "10")
    page.check("input[name=told_to_applicant][value=yes]")
    page.click("button[value=sheet]")
    page.fill("#proposal", "专家评审提出整改意见，需要复核，拟延长十个工作日，已书面告知申请人理由。")
    page.click("button.first")
    page.wait_for_selector("p.note.success")
    unchanged = standing(page, case)
    for name, opinion in (("licence-section", "情况属实，同意延长"), ("licence-head", "同意")):
        desk = enter(name)
        desk.goto("/approvals/")
        desk.click("tr:has-text('云溪谷度假酒店') a.to")
        desk.fill("#opinion", opinion)
        desk.click("button[value=pass]")
        desk.wait_for_url("**/approvals/")
    page.goto(case)
    page.click("a[href$='/carry-out/']")
    approved = page.inner_text(".approved")
    page.click("button.first")
    page.wait_for_selector("p.note.success")
    extended = standing(page, case)

    assert [told.light for told in (late, paused, unchanged, extended)] == ["red", "amber", "amber", "green"]
    assert "2026年2月24日（周二）" in late.day
    assert "尚无期满日：期限停止计算" in running.day
    assert "自2026年2月3日（周二）起停止计算：专家评审。" in running.why
    assert "2026年3月3日（周二）" in paused.day
    assert "专家评审不计入：2026年2月4日至11日。" in paused.why
    assert unchanged == paused
    assert "10个工作日" in approved
    assert "2026年3月17日（周二）" in extended.day
    assert "经2026年3月3日（周二）批准，延长10个工作日" in extended.why
