"""How the pages name their messages, so that they are found for the catalogue and travel inside the page.

The pages speak through JavaScript, which message extraction does not read: each page lists what it says, in Python.
"""

from __future__ import annotations

from collections.abc import Iterable

from yifa.wording import Language

CONTEXT = "\x04"
"""Parts the context of a term from its message, as in gettext's own files."""


def say(message: str) -> str:
    """Mark a message."""
    return message


def count(one: str, many: str) -> tuple[str, str]:
    """Mark a message that depends on a number."""
    return one, many


def term(context: str, message: str) -> tuple[str, str]:
    """Mark a term of the field; `context` is its id in the glossary."""
    return context, message


def dictionary(
    said: Iterable[str], counted: Iterable[tuple[str, str]], terms: Iterable[tuple[str, str]], speech: Language
) -> dict[str, str]:
    """The Chinese of every message, as templates: message id to Chinese, a term with its context in front."""
    book = {message: speech.catalogue.gettext(message) for message in said}
    book |= {one: speech.catalogue.ngettext(one, many, 2) for one, many in counted}
    return book | {
        f"{context}{CONTEXT}{message}": speech.catalogue.pgettext(context, message) for context, message in terms
    }
