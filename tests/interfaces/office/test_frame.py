"""What is kept of the frame is the same for all who have the same roles: nobody sees another's menu or name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from django.template.loader import get_template

from demo.city_office import Laid, account
from tests.interfaces.office.conftest import NOW, At
from yifa.interfaces.office import frame
from yifa.interfaces.office.menu import menu, pages
from yifa.record.access.actions import end_role
from yifa.record.access.choices import RoleName
from yifa.record.access.models import RoleHeld
from yifa.record.accounts.actions import set_password
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything
from yifa.wording import language

pytestmark = pytest.mark.django_db
PEOPLE = ("officer", "supervisor", "system", "audit")
PIECES = (frame._menu_piece, frame._keys_piece)


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    for piece in PIECES:
        piece.cache_clear()
    yield
    for piece in PIECES:
        piece.cache_clear()


def cut(page: str) -> tuple[str, str]:
    """The menu and the keys of a page."""
    found = re.search(r'<nav class="menu".*?</nav>', page, re.DOTALL)
    keys = re.search(r'<dialog class="keys".*?</dialog>', page, re.DOTALL)
    return found.group() if found else "", keys.group() if keys else ""


def shown(client: Any, address: str = "/") -> tuple[str, str]:
    answer = client.get(address)
    assert answer.status_code == 200
    return cut(answer.content.decode())


def leads(of: str) -> set[str]:
    return set(re.findall(r'href="([^"]+)"', of))


def roles_of(name: str, at: At) -> frozenset[RoleName]:
    answer = at(name).get("/")
    roles: frozenset[RoleName] = answer.wsgi_request.desk.roles  # type: ignore[attr-defined]
    return roles


@pytest.mark.parametrize("order", list(permutations(PEOPLE, 2)))
def test_two_people_with_other_roles_never_see_each_others_menu(laid: Laid, at: At, order: tuple[str, str]) -> None:
    sitting = [at(name) for name in order]

    seen = [[shown(one) for one in sitting] for _ in range(2)]

    assert seen[0] == seen[1]
    for name, (lines, keys) in zip(order, seen[0], strict=True):
        roles = roles_of(name, at)
        own = menu(roles, language("zh"))
        assert leads(lines) == {item.address for group in own for item in group.items}
        assert all((told := pages()[item.page]).roles is None or told.roles & roles for g in own for item in g.items)
        assert set(re.findall("<kbd>g (.)</kbd>", keys)) == {i.lead for g in own for i in g.items if i.lead} | {"m"}


def test_who_lost_a_role_sees_its_menu_no_more(laid: Laid, at: At) -> None:
    client, officer = at("officer"), account("officer").officer_id
    before = leads(shown(client)[0])

    with everything("a test"):
        for held in RoleHeld.objects.filter(officer=officer):
            end_role(held, actor=Actor("officer99", NOW), last=NOW.date() - timedelta(days=1))

    after = leads(cut(client.get("/cases/").content.decode())[0])
    assert ("/cases/" in before, "/cases/" in after) == (True, False)
    assert after < before


def test_each_page_marks_itself_alone_and_each_language_has_its_own(laid: Laid, at: At) -> None:
    chinese, english = at("officer"), at("officer", "en")

    for address in ("/", "/cases/", "/account/", "/cases/", "/"):
        lines, keys = shown(chinese, address)
        marked = re.findall(r'href="([^"]+)" aria-current="page"', lines)
        assert marked == ([] if address == "/account/" else [address])
        assert ("案件" in lines, "Cases" in lines, "按键" in keys or "快捷键" in keys) == (True, False, True)
        lines, keys = shown(english, address)
        assert ("案件" in lines, "Cases" in lines, ">Keys<" in keys) == (False, True, True)


def test_nothing_of_a_person_stands_in_what_is_kept(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[set[str]] = []
    kept: list[str] = []
    written = get_template

    class Noted:
        def __init__(self, name: str) -> None:
            self.name = name

        def render(self, told: dict[str, Any]) -> str:
            given.append(set(told))
            kept.append(written(self.name).render(told))
            return kept[-1]

    monkeypatch.setattr(frame, "get_template", Noted)
    for name in PEOPLE:
        client = at(name)
        page = client.get("/account/")
        desk = page.wsgi_request.desk  # type: ignore[attr-defined]
        personal = {desk.name, desk.organ, *desk.posts, client.session.session_key}
        personal.add(client.cookies["yifa_csrf"].value)
        assert all(piece in page.content.decode() for piece in kept[-2:])
        assert not [one for one in personal for piece in kept if not one or one in piece]
        assert not any(re.search("csrf|<form|<input", piece) for piece in kept)

    assert set().union(*given) == {"groups", "say", "page_name", "alone"}


def test_a_menu_is_written_once_for_all_who_have_the_same_roles(
    laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    written = get_template
    monkeypatch.setattr(frame, "get_template", lambda name: asked.append(name) or written(name))  # type: ignore[func-returns-value]

    for _ in range(3):
        shown(at("officer"), "/cases/")

    assert sorted(asked) == ["ui/keys.html", "ui/menu.html"]
    assert {piece.cache_info().maxsize for piece in PIECES} == {frame.KEPT}


def test_who_has_to_set_a_password_first_has_no_menu_whoever_came_before(laid: Laid, at: At) -> None:
    before = shown(at("officer"))
    with everything("a test"):
        set_password(account("officer"), "Wangchao-7712", actor=Actor("officer99", NOW), on=NOW.date())

    lines, keys = shown(at("officer"), "/account/password/")

    assert leads(before[0])
    assert (lines, re.findall("<kbd>g (.)</kbd>", keys)) == ("", ["m"])
