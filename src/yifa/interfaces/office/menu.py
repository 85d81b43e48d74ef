"""The menu: 办 督 公 报, then 法 and 管. Who may not use a page does not see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from django.urls import URLResolver, get_resolver, reverse

from yifa.interfaces.office.declaring import Declared
from yifa.record.access.choices import RoleName
from yifa.wording import Language

LEADS = {
    "workbench": "w",
    "cases": "c",
    "approvals": "a",
    "papers": "p",
    "clues": "f",
    "books": "b",
    "reports": "r",
    "readings": "k",
    "duties": "l",
    "term": "t",
    "calendars": "d",
}
"""Pages one goes to by `g` and a letter; each letter once."""


LONGEST = 5
"""So many lines of a group stand open; of a longer one the last are folded."""


@dataclass(frozen=True)
class Item:
    """A line of the menu: the name of its page, and what it is called."""

    page: str
    words: str
    address: str
    lead: str = ""
    """The letter that leads there after `g`."""


@dataclass(frozen=True)
class Group:
    """Lines under one sign; the first group has none."""

    sign: str
    words: str
    items: tuple[Item, ...]

    @property
    def shown(self) -> tuple[Item, ...]:
        """The lines that stand open."""
        return self.items if len(self.items) <= LONGEST else self.items[: LONGEST - 1]

    @property
    def more(self) -> tuple[Item, ...]:
        """The lines one folds out."""
        return self.items[len(self.shown) :]


def menu(roles: frozenset[RoleName], speech: Language) -> list[Group]:
    """The menu of who has these roles."""
    return list(_menu(get_resolver(), roles, speech))


@lru_cache(maxsize=200)
def _menu(resolver: URLResolver, roles: frozenset[RoleName], speech: Language) -> tuple[Group, ...]:
    found = []
    for sign, words, lines in _lines(speech):
        items = tuple(Item(name, told, reverse(name), LEADS.get(name, "")) for name, told in lines if _may(name, roles))
        if items:
            found.append(Group(sign, words, items))
    return tuple(found)


def _lines(speech: Language) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    say = speech.say
    yield "", say("Today"), (("workbench", say("Workbench")),)
    yield (
        "办",
        say("Handle"),
        (
            ("cases", say("Cases")),
            ("approvals", say("Approvals")),
            ("papers", say("Papers")),
            ("parties", say("Parties")),
            ("imports", say("Take ledgers in")),
        ),
    )
    yield "督", say("Supervise"), (("clues", say("Clues and findings")), ("ledger_checks", say("Check ledgers")))
    yield (
        "报",
        say("Report"),
        (
            ("books", say("Figure book")),
            ("reports", say("Annual report")),
            ("readings", say("Check a report")),
        ),
    )
    yield (
        "法",
        say("The law"),
        (
            ("duties", say("Matters and duties")),
            ("term", say("Term calculator")),
            ("calendars", say("Calendars")),
            ("lists", say("Lists")),
        ),
    )
    yield (
        "管",
        say("Administer"),
        (
            ("organs", say("Organs")),
            ("officers", say("Officers and certificates")),
            ("holdings", say("Who held what")),
            ("accounts", say("Accounts")),
            ("granting", say("Roles and files")),
            ("operations", say("Operation and sign-in log")),
            ("party_reads", say("Who looked at parties")),
            ("jobs", say("Jobs in the background")),
            ("health", say("How it runs")),
            ("announcements", say("Bulletins")),
            ("tokens", say("Tokens of systems")),
            ("dictionaries", say("Lists, forms, overlays")),
        ),
    )


def _may(name: str, roles: frozenset[RoleName]) -> bool:
    told = pages().get(name)
    return told is not None and (told.roles is None or bool(told.roles & roles))


def pages() -> dict[str, Declared]:
    """Every declared page by its name."""
    return _pages_of(get_resolver())


@cache
def _pages_of(resolver: URLResolver) -> dict[str, Declared]:
    found: dict[str, Declared] = {}
    for pattern in resolver.url_patterns:
        for one in (pattern, *getattr(pattern, "url_patterns", ())):
            told = getattr(getattr(one, "callback", None), "declared", None)
            if isinstance(told, Declared):
                found[told.name] = told
    return found
