"""The menu: 办 督 公 报, then 法 and 管. Who may not use a page does not see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import get_resolver, reverse

from yifa.interfaces.office.declaring import Declared
from yifa.record.access.choices import RoleName
from yifa.wording import Language


@dataclass(frozen=True)
class Item:
    """A line of the menu: the name of its page, and what it is called."""

    page: str
    words: str
    address: str


@dataclass(frozen=True)
class Group:
    """Lines under one sign; the first group has none."""

    sign: str
    words: str
    items: tuple[Item, ...]


def menu(roles: frozenset[RoleName], speech: Language) -> list[Group]:
    """The menu of who has these roles."""
    found = []
    for sign, words, lines in _lines(speech):
        items = tuple(Item(name, told, reverse(name)) for name, told in lines if _may(name, roles))
        if items:
            found.append(Group(sign, words, items))
    return found


def _lines(speech: Language) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    say = speech.say
    yield "", say("Today"), (("workbench", say("Workbench")),)
    yield "办", say("Handle"), (("cases", say("Cases")), ("approvals", say("Approvals")))
    yield "法", say("The law"), (("duties", say("Matters and duties")), ("term", say("Term calculator")))
    yield "管", say("Administer"), (("own_account", say("My account")),)


def _may(name: str, roles: frozenset[RoleName]) -> bool:
    told = pages().get(name)
    return told is not None and (told.roles is None or bool(told.roles & roles))


def pages() -> dict[str, Declared]:
    """Every declared page by its name."""
    found: dict[str, Declared] = {}
    for pattern in get_resolver().url_patterns:
        for one in (pattern, *getattr(pattern, "url_patterns", ())):
            told = getattr(getattr(one, "callback", None), "declared", None)
            if isinstance(told, Declared):
                found[told.name] = told
    return found
