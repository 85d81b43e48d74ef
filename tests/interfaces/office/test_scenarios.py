"""Cases worked in a real browser from their beginning to their end, as officers and leaders do it together."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.interfaces.office.conftest import Enter
from tests.record.evidence.files import PNG

pytestmark = pytest.mark.browser


def recorded(page: Page, case: str, kind: str, on: str, **fields: str) -> None:
    """Record an act on its form: choices by their words, what is typed by its field."""
    page.goto(f"{case}acts/{kind}/")
    page.fill("#on", on)
    for name, value in fields.items():
        if value in ("yes", "no"):
            page.check(f"input[name={name}][value={value}]")
        elif page.locator(f"select#{name}").count():
            page.select_option(f"#{name}", value)
        else:
            page.fill(f"#{name}", value)
    page.click("button.first")
    page.wait_for_selector("p.note.success")


def decided(enter: Enter, number: str, title: str) -> tuple[Page, str, dict[str, str]]:
    """A penalty from its clue to the decision: whose page it is, its address, and what was read on the way."""
    page, told = enter("officer"), {}
    page.goto("/open/")
    page.select_option("#procedure", "penalty-ordinary")
    page.fill("#number", number)
    page.fill("#title", title)
    page.fill("#on", "2026-01-05")
    page.click("button.first")
    page.wait_for_selector(".case-head")
    case = page.url[page.url.index("/cases/") :]
    recorded(page, case, "clue-received", "2026-01-05", named_report="no")
    recorded(page, case, "clue-verified", "2026-03-02", filing_decided="yes", standard_met="yes")
    told["late"] = page.inner_text(".group:has(h2.red)")

    page.goto(f"{case}acts/case-filed/")
    for name in ("陆知行", "沈书言"):
        page.check(f"#officers label:has-text('{name}') input")
    page.check("input[name=form_filled][value=yes]")
    page.click("button[value=sheet]")
    page.fill("#proposal", "经核查，线索属实，符合立案标准，拟立案。")
    page.click("button.first")
    page.wait_for_selector("p.note.success")
    for name, opinion in (("section", "同意"), ("deputy", "同意立案")):
        desk = enter(name)
        desk.keyboard.press("g")
        desk.keyboard.press("a")
        desk.wait_for_url("**/approvals/")
        desk.click(f"tr:has-text('{title}') a.to")
        desk.fill("#opinion", opinion)
        desk.click("button[value=pass]")
        desk.wait_for_url("**/approvals/")
    page.goto(case)
    page.click("a[href$='/carry-out/']")
    told["signed"] = page.inner_text(".approved")
    page.click("button.first")
    page.wait_for_selector("p.note.success")

    page.goto(f"{case}acts/decision-made/")
    page.select_option("#result", "penalty")
    page.check("input[name=correction_ordered][value=yes]")
    page.click("button.first")
    page.wait_for_selector(".refused")
    told["refused"] = page.inner_text(".refused")
    recorded(page, case, "pre-decision-notice-served", "2026-03-03", hearing_right="no", in_writing="yes")
    recorded(page, case, "rights-waived", "2026-03-03", explicit="yes", written="yes")
    page.goto(f"{case}acts/decision-made/")
    told["kept"] = page.input_value("#result")
    page.check("input[name=correction_ordered][value=yes]")
    page.click("button.first")
    page.wait_for_selector("p.note.success")
    return page, case, told


def test_a_penalty_goes_from_the_clue_to_the_decision_by_approval_and_a_late_act_is_shown(enter: Enter) -> None:
    page, _, told = decided(enter, "青市监案〔2026〕60号", "临水路五金店涉嫌销售不合格电线案")

    assert "十五个工作日内核查" in told["late"]
    assert "陆知行" in told["signed"]
    assert "第44" in told["refused"]
    assert told["kept"] == "penalty"
    assert [one.strip() for one in page.locator(".stages .done b").all_inner_texts()] == [
        "案源、立案",
        "告知、申辩",
        "决定",
    ]


@pytest.mark.slow
def test_a_decided_penalty_is_served_paid_closed_and_lies_in_its_dossier(enter: Enter, tmp_path: Path) -> None:
    page, case, _ = decided(enter, "青市监案〔2026〕61号", "临水路日杂店涉嫌销售不合格插座案")
    scan = tmp_path / "处罚决定书.png"
    scan.write_bytes(PNG)
    page.goto(f"{case}files/")
    page.set_input_files("#file", scan)
    page.select_option("#sort", "document")
    page.click("form:has(#file) button.first")
    page.wait_for_selector("p.note.success")
    recorded(page, case, "decision-served", "2026-03-03", remedies_told="yes")
    recorded(page, case, "fine-paid", "2026-03-03")
    paid = page.inner_text("#acts")
    page.goto(f"{case}close/")
    page.click("button.first")
    page.wait_for_url("**/dossier/")
    page.fill("#note", "无")
    page.click("form:has(#note) button.first")
    page.wait_for_selector(".made-up")
    dossier = page.inner_text("main")
    page.goto(case)

    assert "缴纳罚款" in paid
    assert "处罚决定书" in dossier
    assert "已结案" in page.inner_text(".case-head .meta")
    assert "十五个工作日内核查" in page.inner_text(".group:has(h2.red)")


def test_a_reconsideration_annuls_a_penalty_and_its_case_is_opened_again(enter: Enter) -> None:
    page = enter("reconsideration")
    page.goto("/cases/?q=北山饮品店")
    page.click("tr:has-text('青政复') a.to")
    challenged = page.inner_text(".about-act")
    case = page.url[page.url.index("/cases/") :]
    recorded(page, case, "views-heard", "2026-02-20", recorded="yes")
    page.goto(f"{case}acts/decision-made/")
    page.select_option("#result", "revoked")
    page.click("button.first")
    page.wait_for_selector("p.note.success, .refused")
    if page.locator(".refused").count():
        page.fill("#because", "负责人已于当日签批")
        page.click("button[value=happened]")
        page.wait_for_selector("p.note.success")
    decided = page.inner_text(".stages")

    officer = enter("officer")
    officer.goto("/cases/?state=closed")
    officer.click("tr:has-text('12号') a.to")
    officer.click("text=更正与变动")
    officer.click(".offered a:has-text('恢复办理')")
    officer.fill("#because", "行政复议决定撤销本机关的处罚决定")
    officer.click("button[value=reopen]")
    officer.wait_for_selector("p.note.success")
    officer.goto("/cases/?q=北山饮品店")
    officer.click("tr:has-text('12号') a.to")
    penalty = officer.url[officer.url.index("/cases/") :]
    recorded(officer, penalty, "reconsideration-decision-served", "2026-03-03")

    assert "青市监案〔2026〕12号" in challenged
    assert "撤销" in decided
    assert "在办" in officer.inner_text(".case-head .meta")
    assert "复议（诉讼）决定送达" in officer.inner_text("#acts")


def drafted(page: Page) -> tuple[str, str]:
    """A normative document whose comment is closed: its case, and why it cannot be published yet."""
    page.goto("/open/")
    page.select_option("#procedure", "normative-document")
    page.fill("#number", "青市监规草〔2026〕8号")
    page.fill("#title", "青屏县食品摊贩备案管理规定")
    page.fill("#on", "2026-01-05")
    page.click("button.first")
    page.wait_for_selector(".case-head")
    case = page.url[page.url.index("/cases/") :]
    told = {"title_text": "青屏县食品摊贩备案管理规定", "maker": "department", "secret": "no", "emergency": "no"}
    recorded(page, case, "drafted", "2026-01-05", **told, market_related="yes")
    recorded(page, case, "evaluated", "2026-01-08")
    recorded(page, case, "draft-published-for-comment", "2026-01-12", market_related="yes", shortened="no")
    recorded(page, case, "comment-closed", "2026-02-12")
    recorded(page, case, "fair-competition-reviewed", "2026-02-13", result="pass")

    page.goto(f"{case}acts/published/")
    page.check("input[name=market_related][value=yes]")
    page.check("input[name=unified_channel][value=yes]")
    page.click("button.first")
    page.wait_for_selector(".refused")
    return case, page.inner_text(".refused")


def signed(page: Page, case: str, enter: Enter) -> None:
    """Signed by approval, once it is reviewed and was discussed."""
    recorded(page, case, "legality-review-sent", "2026-02-13", complete="yes")
    recorded(page, case, "legality-reviewed", "2026-02-26", result="pass")
    recorded(page, case, "transition-decided", "2026-02-26", transition="not-needed")
    recorded(page, case, "collective-decision-made", "2026-02-27")
    page.goto(f"{case}acts/signed/")
    page.select_option("#maker", "department")
    page.click("button[value=sheet]")
    page.fill("#proposal", "草案已公开征求意见，经公平竞争审查、合法性审核和集体讨论，拟签发。")
    page.click("button.first")
    page.wait_for_selector("p.note.success")
    for name, opinion in (("section", "同意"), ("reviewer", "合法性审核已通过"), ("deputy", "同意签发")):
        desk = enter(name)
        desk.goto("/approvals/")
        desk.click("tr:has-text('青屏县食品摊贩备案管理规定') a.to")
        desk.fill("#opinion", opinion)
        desk.click("button[value=pass]")
        desk.wait_for_url("**/approvals/")
    page.goto(case)
    page.click("a[href$='/carry-out/']")
    page.click("button.first")
    page.wait_for_selector("p.note.success")


def test_a_normative_document_goes_from_the_draft_to_its_publication_and_filing(enter: Enter) -> None:
    page = enter("officer")
    case, refused = drafted(page)
    signed(page, case, enter)
    for kind in ("document-number-given", "sent-for-registration", "registration-accepted", "registered"):
        recorded(page, case, kind, "2026-03-03")
    recorded(page, case, "numbered", "2026-03-03", registration_no="QPDR-2026-0008")
    page.goto(case)
    before = page.inner_text(".case-head")
    recorded(page, case, "published", "2026-03-03", market_related="yes", unified_channel="yes")
    page.goto(case)
    ended = page.inner_text(".case-head")
    recorded(page, case, "filed", "2026-03-03", filed_to="own-government")
    page.goto(case)
    duties = page.inner_text("main")

    assert [one for one in ("合法性审查", "集体讨论", "适应调整期") if one not in refused] == []
    assert ("在办" in before, "在办" in ended, "办结" in ended) == (True, False, True)
    assert "报送备案" in duties
