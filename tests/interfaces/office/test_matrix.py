"""Every page × every role × own, sibling, parent and child organ × file opened × wall × not signed in.

What is answered is worked out here a second time, by hand, from the declaration of the page and the tables below. No
answer holds a name from a case that may not be read; looking writes nothing of the record; what is refused writes
nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, reverse

from tests.interfaces.office.rows import (
    ENDED,
    PARTIES,
    PLAIN,
    RECONSIDERED,
    ROWS,
    SUPERVISED,
    WRITTEN_BY_LOOKING,
    Ground,
    Of,
    Somebody,
    lay_ground,
)
from tests.record.register import NOW
from yifa.interfaces.office import desks, entering, limits, urls
from yifa.interfaces.office.declaring import Declared
from yifa.interfaces.office.login import adapters
from yifa.record.access.choices import RoleName
from yifa.record.cases.models import Case
from yifa.record.chain.models import EntryRow
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
WALLED = {
    RoleName.HANDLER: {RECONSIDERED, SUPERVISED},
    RoleName.REVIEWER: {SUPERVISED},
    RoleName.LEADER: set(),
    RoleName.SUPERVISOR: {RECONSIDERED},
    RoleName.RECONSIDERATION: {SUPERVISED},
    RoleName.DISCLOSURE: {RECONSIDERED, SUPERVISED},
}
"""Roles that read files, each with the cases behind its walls: written here a second time, by hand."""
REACHES = {"own": {"own", "child"}, "sibling": {"sibling"}, "parent": {"own", "sibling", "parent", "child"}}
REACHES["child"] = {"child"}
"""Whom who sits at a place supervises or administers, the place itself included."""
OUTSIDE = (
    Somebody(RoleName.HANDLER, "sibling"),
    Somebody(RoleName.HANDLER, "sibling", granted=True),
    Somebody(RoleName.LEADER, "child"),
    Somebody(RoleName.SUPERVISOR, "parent"),
    Somebody(RoleName.SECURITY_ADMINISTRATOR, "sibling"),
    Somebody(RoleName.SYSTEM_ADMINISTRATOR, "child"),
    Somebody(RoleName.SYSTEM_ADMINISTRATOR, "parent"),
)
"""Who looks at the rows of the market bureau from elsewhere, on every page that names one."""
GUARDED = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""What every answer tells the browser."""
LIKE_ANOTHER = (RoleName.REVIEWER, RoleName.LEADER, RoleName.DISCLOSURE)
"""Roles that open the pages that another opens too, of other files: walked when there is time."""
WRITES = re.compile(r'\s*(?:INSERT INTO|INSERT OR IGNORE INTO|UPDATE|DELETE FROM) "?(\w+)', re.IGNORECASE)


@pytest.fixture
def _django_db_helper() -> None:
    """The mark `django_db` asks for the database alone here: rows are laid once for the module."""


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: Any) -> Iterator[Ground]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield lay_ground()
        address.cache_clear()
        transaction.set_rollback(True)


@pytest.fixture
def enter(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> Callable[[Somebody], Client]:
    """A browser of somebody who signed in; nothing is judged beside, nobody asks too often."""
    for module in (entering, adapters):
        monkeypatch.setattr(module, "now", lambda: NOW)
    monkeypatch.setattr(entering, "follow", lambda *_, **__: None)
    monkeypatch.setattr(entering, "desk_of", cache(desks.desk_of))
    monkeypatch.setattr(limits, "A_MINUTE", 10**9)

    def entered(one: Somebody) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(ground.accounts[one], backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session[entering.SEEN] = int(NOW.timestamp())
        session.save()
        return client

    return entered


def reached(one: Somebody) -> set[str]:
    """The places whose files the role of somebody is about."""
    return REACHES[one.place] if one.role is RoleName.SUPERVISOR else {one.place}


def reads(one: Somebody) -> set[str]:
    """The cases that somebody reads: by hand."""
    found = {PLAIN} if one.granted else set()
    if one.role in WALLED:
        found |= (set(PARTIES) - WALLED[one.role]) if "own" in reached(one) else set()
    return found


@contextmanager
def written() -> Iterator[set[str]]:
    """The tables that are written meanwhile; and nothing stays."""
    found: set[str] = set()

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if told := WRITES.match(sql):
            found.add(told.group(1))
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(look):
        yield found
        transaction.set_rollback(True)


def walked() -> list[URLPattern]:
    """The pages with a row for every parameter; that there is one for all of them is a test of its own."""
    return [one for one in urls.urlpatterns if not set(one.pattern.converters) - ROWS.keys()]


def declared(pattern: URLPattern) -> Declared:
    told: Declared = pattern.callback.declared  # type: ignore[attr-defined]
    return told


@cache
def address(pattern: URLPattern) -> tuple[str, str, set[Of]]:
    """An address of a page with real rows, the number of the case it is of, and to whom its rows belong."""
    names = list(pattern.pattern.converters)
    with everything("a test"):
        rows = {name: ROWS[name].get() for name in names}
        number, of_case = "", [name for name in names if ROWS[name].of is Of.CASE and name != "case"]
        for name in of_case:
            case = getattr(rows[name], "case", None) or rows[name].document.case
            number, rows = case.number, rows | ({"case": case} if "case" in rows else {})
        number = number or (rows["case"].number if "case" in rows else "")
    values = {name: getattr(row, "pk", row) for name, row in rows.items()}
    return reverse(str(pattern.name), kwargs=values), number, {ROWS[name].of for name in names}


def expected(told: Declared, of: set[Of], number: str, one: Somebody) -> str:
    """What is answered: refused, not there, or answered."""
    if told.roles is not None and one.role not in told.roles:
        return "403"
    if Of.CASE in of and number not in (reads(one) | ({"1"} if PLAIN in reads(one) and not one.granted else set())):
        return "404"
    if Of.FILES in of and not (one.role in WALLED and "own" in reached(one)):
        return "404"
    if Of.PEOPLE in of and "own" not in REACHES[one.place]:
        return "404"
    return "answered"


def holds(status: int, wanted: str) -> bool:
    """Whether an answer is what is wanted. Who may look at a row may still be told that he may not write it."""
    return str(status) == wanted if wanted != "answered" else status in (200, 302, 303, 400, 403, 404, 409, 429)


def leaked(content: bytes, one: Somebody | None) -> list[str]:
    """Names from cases that somebody may not read."""
    may = set() if one is None else reads(one)
    return [name for number, name in PARTIES.items() if number not in may and name.encode() in content]


def asked(client: Client, told: Declared, path: str) -> tuple[Any, set[str]]:
    """Ask for a page as it is asked for first; with what was written meanwhile."""
    with written() as tables:
        response = client.get(path) if "GET" in told.methods else client.post(path, {})
        if response.streaming:
            response.content = b"".join(response.streaming_content)
    return response, tables


@pytest.mark.parametrize(
    "role", [pytest.param(one, marks=[pytest.mark.slow] if one in LIKE_ANOTHER else []) for one in RoleName]
)
def test_each_role_in_its_own_organ_gets_what_is_declared_and_no_more(
    ground: Ground, enter: Callable[[Somebody], Client], role: RoleName
) -> None:
    one, wrong = Somebody(role, "own"), []
    client = enter(one)
    for pattern in walked():
        told = declared(pattern)
        if told.roles is None or pattern.name in ("places_end", "close_down"):
            continue
        path, number, of = address(pattern)
        response, tables = asked(client, told, path)
        wanted = expected(told, of, number, one)
        if not holds(response.status_code, wanted):
            wrong.append((pattern.name, response.status_code, wanted))
        if told.methods == ("GET",) or "GET" in told.methods:
            wrong += [(pattern.name, "writes", table) for table in tables - WRITTEN_BY_LOOKING.keys()]
        wrong += [(pattern.name, "leaks", name) for name in leaked(response.content, one)]
        wrong += [(pattern.name, header) for header, value in GUARDED.items() if value not in response.get(header, "")]
    assert wrong == []


@pytest.mark.parametrize("one", OUTSIDE, ids=lambda one: f"{one.role}-{one.place}{'-granted' if one.granted else ''}")
def test_rows_of_another_organ_are_not_there(
    ground: Ground, enter: Callable[[Somebody], Client], one: Somebody
) -> None:
    client, wrong = enter(one), []
    entries = EntryRow.objects.count()
    for pattern in walked():
        told = declared(pattern)
        if told.roles is None or not pattern.pattern.converters:
            continue
        path, number, of = address(pattern)
        wanted = expected(told, of, number, one)
        if wanted == "403":
            continue
        for method in told.methods:
            with written() as tables:
                response = client.get(path) if method == "GET" else client.post(path, {})
                content = b"".join(response.streaming_content) if response.streaming else response.content
            if not holds(response.status_code, wanted):
                wrong.append((pattern.name, method, response.status_code, wanted))
            if wanted != "answered":
                wrong += [(pattern.name, method, "writes", table) for table in tables - {"django_session"}]
            wrong += [(pattern.name, method, "leaks", name) for name in leaked(content, one)]
    assert (wrong, EntryRow.objects.count()) == ([], entries)


def test_every_role_at_every_place_reads_the_cases_it_may(ground: Ground, enter: Callable[[Somebody], Client]) -> None:
    pattern = next(one for one in urls.urlpatterns if one.name == "beside")
    wrong, cells = [], 0
    for one in ground.accounts:
        client = enter(one)
        for number in PARTIES:
            path = reverse("beside", kwargs={"case": ground.cases[number].id})
            response = client.get(path)
            may = "403" if one.role not in declared(pattern).roles else "200" if number in reads(one) else "404"  # type: ignore[operator]
            cells += 1
            if str(response.status_code) != may or leaked(response.content, one):
                wrong.append((one, number, response.status_code, may))
    assert wrong == []
    assert cells == len(PARTIES) * 10 * 7


def test_whoever_has_not_signed_in_is_sent_to_do_so_and_learns_nothing(ground: Ground) -> None:
    wrong = []
    for pattern in walked():
        told = declared(pattern)
        path, _, _ = address(pattern)
        for method in told.methods:
            with written() as tables:
                response = Client().get(path) if method == "GET" else Client().post(path, {})
            to_sign_in = response.status_code == 302 and response.headers["Location"].startswith("/sign-in/")
            if told.roles is not None and not to_sign_in:
                wrong.append((pattern.name, method, response.status_code))
            passing = {"django_session", "accounts_remembered"}  # that somebody came; how often was tried
            wrong += [(pattern.name, "writes", table) for table in tables - passing]
            wrong += [(pattern.name, "leaks", name) for name in leaked(response.content, None)]
    assert wrong == []


def test_what_is_not_asked_for_so_is_told_how(ground: Ground, enter: Callable[[Somebody], Client]) -> None:
    client, wrong = enter(Somebody(RoleName.SYSTEM_ADMINISTRATOR, "own")), []
    for pattern in walked():
        told = declared(pattern)
        if told.roles is None or RoleName.SYSTEM_ADMINISTRATOR not in told.roles:
            continue
        path, _, _ = address(pattern)
        for method in {"GET", "POST"} - set(told.methods):
            response = client.get(path) if method == "GET" else client.post(path, {})
            if response.status_code != 405:
                wrong.append((pattern.name, method, response.status_code))
    assert wrong == []


def test_every_parameter_of_an_address_says_how_a_row_is_got_and_whose_it_is() -> None:
    assert {
        pattern.name: sorted(missing)
        for pattern in urls.urlpatterns
        if (missing := set(pattern.pattern.converters) - ROWS.keys())
    } == {}


def test_the_rows_that_are_walked_are_there(ground: Ground) -> None:
    with everything("a test"):
        assert {number: Case.objects.get(number=number).organ.code for number in (PLAIN, ENDED)} == {
            PLAIN: "qp-market",
            ENDED: "qp-market",
        }
        empty = [name for name, row in ROWS.items() if row.of in (Of.CASE, Of.PEOPLE) and row.get() is None]
    assert empty == []
