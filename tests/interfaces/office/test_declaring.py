"""Every address of the office × every role: who is answered, who is told no, who is sent to sign in.

The roles each page is for are written here a second time, by hand; a page that is not written here fails.
"""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.interfaces.office import urls
from yifa.interfaces.office.declaring import Declared
from yifa.record.cases.models import Case
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
FILES = {"officer", "reviewer", "leader", "supervisor", "reconsideration"}
WRITING = {"officer", "supervisor", "reconsideration"}
ALL = FILES | {"report", "system", "security", "audit"}
NOBODY: set[str] = set()
WHO = {
    "workbench": ALL,
    "own_account": ALL,
    "cases": FILES,
    "case": FILES,
    "beside": FILES,
    "why": FILES,
    "chain": FILES,
    "approvals": FILES,
    "approval": FILES,
    "open_case": WRITING,
    "choose_act": WRITING,
    "act": WRITING,
    "effect": WRITING,
    "duties": ALL,
    "duty": ALL,
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
OPEN = {name for name, who in WHO.items() if not who}


def addresses(laid: Laid) -> dict[str, str]:
    """An address of every page, of a case that the officer of the market bureau handles."""
    case = laid.cases["青市监案〔2026〕31号"].id
    parts = {"case": case, "kind": "inquiry-made", "sheet": 1, "procedure": "licence"}
    found = {}
    for pattern in urls.urlpatterns:
        names = pattern.pattern.converters
        found[pattern.name] = reverse(pattern.name, kwargs={name: parts[name] for name in names})
    return found


def test_every_address_of_the_office_says_whom_it_is_for() -> None:
    told = {pattern.name: getattr(pattern.callback, "declared", None) for pattern in urls.urlpatterns}

    assert sorted(told) == sorted(WHO)
    assert all(isinstance(one, Declared) for one in told.values())


def test_nothing_stands_beside_the_office_and_the_api() -> None:
    others = [one for one in get_resolver().url_patterns if not hasattr(one, "url_patterns")]

    assert [(type(one), str(one.pattern)) for one in others] == [(URLPattern, "alive")]


def test_whoever_has_not_signed_in_is_sent_to_do_so(laid: Laid, at: At) -> None:
    for name, address in addresses(laid).items():
        response = Client().get(address)
        if name not in OPEN:
            assert (response.status_code, response.headers["Location"].partition("?")[0]) == (302, "/sign-in/"), name


@pytest.mark.parametrize("who", sorted(ALL))
def test_each_role_is_answered_on_its_own_pages_alone(laid: Laid, at: At, who: str) -> None:
    client, refused, answered = at(who), set(), set()
    for name, address in addresses(laid).items():
        if name in OPEN:
            continue
        status = client.get(address).status_code
        (refused if status == 403 else answered).add(name)

    own = {name for name, for_whom in WHO.items() if who in for_whom and name not in OPEN}
    # a case of another organ than one writes for is told as one that is not there, or not for one's role
    elsewhere = {"choose_act", "act"} if who in ("supervisor",) else set()
    assert answered == own - elsewhere
    assert refused == set(WHO) - OPEN - answered


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
