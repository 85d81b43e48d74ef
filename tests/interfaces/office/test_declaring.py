"""Every address of the office × every role: who is answered, who is told no, who is sent to sign in.

The roles each page is for are written here a second time, by hand; a page that is not written here fails.
"""

from __future__ import annotations

import re

import pytest
from django.urls import URLPattern, get_resolver, reverse

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.interfaces.office import urls
from yifa.interfaces.office.declaring import Declared
from yifa.record.access.choices import RoleName
from yifa.record.cases.models import Case
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
FILES = {"officer", "reviewer", "leader", "supervisor", "reconsideration"}
WRITING = {"officer", "supervisor", "reconsideration"}
ALL = FILES | {"report", "system", "security", "audit"}
NOBODY: set[str] = set()
SYSTEM, SECURITY, AUDIT = frozenset({"system"}), frozenset({"security"}), frozenset({"audit"})
REPORTS, READ_REPORTS = frozenset({"report"}), frozenset({"report", "leader"})
CHECKING = frozenset({"report", "supervisor", "reviewer"})
READING = CHECKING | {"leader"}
KEEPERS, ADMINISTRATORS = SYSTEM | AUDIT, SYSTEM | SECURITY | AUDIT
WHO = {
    "workbench": ALL,
    "own_account": ALL,
    **dict.fromkeys(
        ("accounts", "account_of", "tokens", "granting", "granting_of", "announcements", "holdings", "holdings_export"),
        ADMINISTRATORS,
    ),
    "health": ADMINISTRATORS,
    **dict.fromkeys(("account_open", "account_password", "account_do", "token_issue", "token_revoke"), SYSTEM),
    **dict.fromkeys(("announcement_put_up", "announcement_take_down"), SYSTEM),
    **dict.fromkeys(("job_begin", "job_again", "letter_again"), SYSTEM),
    **dict.fromkeys(("role_give", "role_end", "file_open", "file_close"), SECURITY),
    **dict.fromkeys(("jobs", "jobs_under_way"), KEEPERS),
    **dict.fromkeys(("operations", "sign_ins", "file_readings", "log_export"), AUDIT),
    **dict.fromkeys(("dictionaries", "dictionary_forms", "dictionary_overlay", "announcement_away"), ALL),
    **dict.fromkeys(("place_end", "places_end", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_remove_webauthn"), ALL),
    "mfa_reauthenticate_webauthn": ALL,
    **dict.fromkeys(("sign_in_certificate", "openid_connect_login", "openid_connect_callback"), NOBODY),
    "cases": FILES,
    "case": FILES,
    "beside": FILES,
    "by_party": FILES,
    "together": FILES,
    "export_cases": FILES,
    "views": FILES,
    "exports": ALL,
    "exports_under_way": ALL,
    "export_file": ALL,
    "why": FILES,
    "chain": FILES,
    "approvals": FILES,
    "approval": FILES,
    "open_case": WRITING,
    "choose_act": WRITING,
    "act": WRITING,
    "effect": WRITING,
    "draw_up": WRITING,
    "paper_sheet": WRITING,
    "carry_out": WRITING,
    **dict.fromkeys(("amend", "correct_act", "correction_effect", "people", "links", "merge_cases"), WRITING),
    **dict.fromkeys(("split_case", "transfer", "receipt", "openness", "circle", "close_case"), WRITING),
    "clues": FILES,
    "clue": FILES,
    "clue_beside": FILES,
    "clues_export": FILES,
    "screen_clues": {"supervisor"},
    "number": FILES,
    "notices": ALL,
    "notice": ALL,
    "notice_wishes": ALL,
    "calendar_feed": NOBODY,
    **dict.fromkeys(("papers", "case_papers", "paper", "paper_file", "receipt_form", "numbers"), FILES),
    **dict.fromkeys(("paper_forms", "paper_form", "paper_form_file", "paper_form_in_use"), FILES),
    **dict.fromkeys(("case_files", "file", "dossier", "dossier_file"), FILES),
    **dict.fromkeys(("new_paper", "draft", "draft_preview", "draft_file", "issue_paper", "paper_files"), WRITING),
    **dict.fromkeys(("paper_correct", "serve_paper", "service", "service_effect", "keep_file"), WRITING),
    **dict.fromkeys(("organs", "organ", "organs_file"), ALL),
    **dict.fromkeys(("new_organ", "organs_workbook", "organ_ending", "organ_verb"), SYSTEM),
    **dict.fromkeys(("officers", "officer"), FILES | {"system", "security", "audit"}),
    **dict.fromkeys(
        ("new_officer", "officers_workbook", "officers_file", "check_certificates", "officer_verb"), SYSTEM
    ),
    **dict.fromkeys(("lists", "list", "list_file", "edition"), FILES),
    **dict.fromkeys(("new_list", "list_workbook", "list_item", "edition_verb"), frozenset({"reviewer", "leader"})),
    **dict.fromkeys(("parties", "party"), FILES),
    **dict.fromkeys(
        ("new_party", "parties_workbook", "parties_file", "party_verb"), frozenset({"officer", "reconsideration"})
    ),
    "erase_party": {"leader"},
    "party_reads": {"audit"},
    **dict.fromkeys(("imports", "import_job", "import_corrections", "undo_import"), WRITING),
    **dict.fromkeys(("readings", "reading", "reading_figure", "reading_progress", "reading_file"), READING),
    "forget_reading": READING,
    **dict.fromkeys(("ledger_checks", "ledger_check", "ledgers_again", "ledgers_progress", "ledgers_file"), CHECKING),
    "forget_ledgers": CHECKING,
    **dict.fromkeys(("blank_ledgers", "blank_ledger"), CHECKING | WRITING),
    **dict.fromkeys(("books", "book", "book_figure", "book_returned", "book_progress", "book_file"), REPORTS),
    "forget_book": REPORTS,
    **dict.fromkeys(("reports", "report", "report_figure", "report_progress", "report_rows"), READ_REPORTS),
    **dict.fromkeys(("report_file", "report_points", "report_papers", "report_versions"), READ_REPORTS),
    **dict.fromkeys(
        ("report_line", "report_line_shown", "report_tokens", "report_book", "report_edited", "forget_report"), REPORTS
    ),
    "duties": ALL,
    "duty": ALL,
    "one_duty": ALL,
    "statutes": ALL,
    "statute": ALL,
    "article": ALL,
    "applied": ALL,
    "calendars": ALL,
    "notice_diff": ALL,
    "term": ALL,
    "mfa_index": ALL,
    "account_change_password": ALL,
    "account_reauthenticate": ALL,
    "mfa_reauthenticate": ALL,
    "mfa_activate_totp": ALL,
    "mfa_deactivate_totp": ALL,
    "mfa_view_recovery_codes": ALL,
    "mfa_generate_recovery_codes": ALL,
    "account_login": NOBODY,
    "account_logout": NOBODY,
    "account_inactive": NOBODY,
    "mfa_authenticate": NOBODY,
    "choose_language": NOBODY,
}
"""Accounts of the demonstration that may use a page; nobody: whoever comes, signed in or not."""
CALLED = {
    RoleName.HANDLER: "officer",
    RoleName.REVIEWER: "reviewer",
    RoleName.LEADER: "leader",
    RoleName.SUPERVISOR: "supervisor",
    RoleName.RECONSIDERATION: "reconsideration",
    RoleName.DISCLOSURE: "",
    RoleName.REPORT_WRITER: "report",
    RoleName.SYSTEM_ADMINISTRATOR: "system",
    RoleName.SECURITY_ADMINISTRATOR: "security",
    RoleName.AUDITOR: "audit",
}
"""The account of the demonstration that has a role alone."""
OPEN = {name for name, who in WHO.items() if not who}


def test_every_address_of_the_office_says_whom_it_is_for() -> None:
    told = {pattern.name: getattr(pattern.callback, "declared", None) for pattern in urls.urlpatterns}

    assert sorted(told) == sorted(WHO)
    assert all(isinstance(one, Declared) for one in told.values())


def test_nothing_stands_beside_the_office_and_the_api() -> None:
    others = [one for one in get_resolver().url_patterns if not hasattr(one, "url_patterns")]

    assert [(type(one), str(one.pattern)) for one in others] == [(URLPattern, "alive")]


def test_every_page_is_declared_for_whom_it_is_written_here() -> None:
    wrong = {}
    for pattern in urls.urlpatterns:
        told = pattern.callback.declared.roles or set()
        names = {CALLED[role] for role in told} - {""}
        if names != WHO[str(pattern.name)]:
            wrong[pattern.name] = names ^ WHO[str(pattern.name)]
    assert wrong == {}


def test_a_file_that_may_not_be_read_looks_like_one_that_is_not_there(laid: Laid, at: At) -> None:
    walled = laid.cases["青政复〔2026〕9号"].id
    pages = ("case", "beside", "why", "chain")

    for who in ("officer", "supervisor"):
        client = at(who)
        seen = [client.get(reverse(name, kwargs={"case": walled})) for name in pages]
        nothing = [client.get(reverse(name, kwargs={"case": 10**9})) for name in pages]
        assert {one.status_code for one in (*seen, *nothing)} == {404}
        told = [shown(one.content.decode(), str(walled)) for one in seen]
        assert told == [shown(one.content.decode(), str(10**9)) for one in nothing]


def shown(text: str, number: str) -> str:
    """A page without what names the address that was asked for, and without its token."""
    return re.sub('"[A-Za-z0-9]{64}"', "", text).replace(f"/{number}/", "/n/")


def test_lists_counts_and_search_tell_of_no_file_beyond_the_scope(laid: Laid, at: At) -> None:
    with everything("a test"):
        market = set(Case.objects.filter(organ__code="qp-market").values_list("number", flat=True))
        others = set(Case.objects.values_list("number", flat=True)) - market

    text = "".join(
        at("officer").get(address).content.decode()
        for address in ("/?whose=all", "/cases/?state=all", "/cases/?state=all&q=青", "/cases/?state=all&q=复议")
    )

    assert [number for number in others if number in text] == []
    assert all(number in text for number in market)


def test_whoever_reads_a_case_of_another_organ_does_not_write_it(laid: Laid, at: At) -> None:
    case = laid.cases["青市监案〔2026〕31号"]
    address = reverse("act", kwargs={"case": case.id, "kind": "inquiry-made"})

    response = at("supervisor").post(address, {"on": "2026-03-02"})

    assert response.status_code == 403
    with everything("a test"):
        assert case.acts.filter(kind="inquiry-made").count() == 1


def test_pages_carry_what_tells_browsers_to_refuse_all_else(laid: Laid, at: At) -> None:
    response = at("officer").get("/cases/")

    assert response.headers["Content-Security-Policy"].startswith(
        "default-src 'none'; script-src 'self'; style-src 'self'"
    )
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Cache-Control"] == "no-store"
    assert b"style=" not in response.content
    assert b"<script>" not in response.content
