"""The declared list of the office's screens: where each is got, by whom, what must be seen on it, what it is for.

One file for each chapter in `chapters/`, in the order of the office's menu: 办 督 公 报 法 管. Of it come the walk in a
real browser, the pictures and the pages of the manual.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

CHAPTERS = Path(__file__).with_name("chapters")
NOBODY = "nobody"
"""Who has not signed in."""
LANGUAGES = ("zh", "en")
ELSEWHERE = {
    "by_party": "leads on to the list of cases, filtered; asked for by itself it is that list",
    "export_cases": "leads on to the lists that are written",
    "mfa_index": "leads on to one's own account",
    "notice": "marks a notice as read and leads on to what it is about",
    "openid_connect_login": "leads on to the sign-in service of the office",
    "openid_connect_callback": "where that service sends back to; it leads on",
    "mfa_reauthenticate": "asked of who has set up a second factor; it looks as signing in with a code does",
    "mfa_reauthenticate_webauthn": "asked of who has set up a passkey, which browsers let be used over https alone",
    "mfa_add_webauthn": "browsers let passkeys be set up over https alone; the page before says so",
    "mfa_remove_webauthn": "asked of who has set up a passkey",
}
"""Pages that have no place in the manual, each with why."""


@dataclass(frozen=True)
class Words:
    """The same in both languages."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """In this language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Screen:
    """A screen. `name`: of its pictures; `page`: as it is declared in the office; `who`: an account, or nobody.

    `at`: its address; `do`: what is done there before one looks, which writes nothing (see `walking`); `sees`: what
    must stand on it, in Chinese. `printed`: it is printed in daily work.
    """

    name: str
    page: str
    who: str
    at: str
    do: tuple[tuple[str, str, str], ...]
    sees: tuple[str, ...]
    printed: bool
    title: Words
    words: Words


@dataclass(frozen=True)
class Chapter:
    """A chapter. `sign`: of its group in the menu, blank before the first."""

    name: str
    sign: str
    title: Words
    words: Words
    screens: tuple[Screen, ...]


def chapters() -> tuple[Chapter, ...]:
    """All chapters, in order."""
    return tuple(_chapter(path) for path in sorted(CHAPTERS.glob("*.yaml")))


def _chapter(path: Path) -> Chapter:
    told = YAML(typ="safe").load(path)
    screens = tuple(_screen(one, told.get("who", "")) for one in told["screens"])
    return Chapter(path.stem, told.get("sign", ""), _words(told["title"]), _words(told["words"]), screens)


def _screen(told: Mapping[str, Any], who: str) -> Screen:
    unknown = set(told) - {"name", "page", "who", "at", "do", "sees", "print", "title", "words"}
    if unknown:
        raise ValueError(f"{told['name']}: {sorted(unknown)}")
    done = []
    for step in told.get("do", ()):
        [(verb, what)] = step.items()
        [(selector, value)] = what.items() if isinstance(what, dict) else [(str(what), "")]
        done.append((verb, selector, str(value)))
    return Screen(
        told["name"],
        told.get("page", told["name"]),
        told.get("who", who),
        told["at"],
        tuple(done),
        tuple(str(one) for one in told["sees"]),
        bool(told.get("print")),
        _words(told["title"]),
        _words(told["words"]),
    )


def _words(told: Mapping[str, str]) -> Words:
    return Words(told["zh"].strip(), told["en"].strip())
