"""How a number is known again in a Word document after editing: a content control named by its token, and a bookmark.

What is in a control cannot be typed over in Word; the control itself can be moved with its sentence, or deleted. Some
editors (LibreOffice before 7.5) drop the names of controls and keep bookmarks, so each number stands in one as well.
Answers to ECMA-376 part 1, 17.5.2 (structured document tags) and 17.13.6 (bookmarks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yifa.interfaces.documents.word_runs import element

LONGEST = 64
"""Characters of the name and of the title of a control."""
LONGEST_BOOKMARK = 40
_BOOKMARK = re.compile(r"y\d+_(q_)?(.+)")


def bound(run: Any, tag: str, title: str, number: int) -> Iterator[Any]:
    """The elements of a run within its control and its bookmark; `number` tells those of one document apart."""
    name = bookmark_name(tag, number)
    if name is None:
        yield _control(run, tag, title, number)
        return
    yield element("bookmarkStart", id=str(number), name=name)
    yield _control(run, tag, title, number)
    yield element("bookmarkEnd", id=str(number))


def bookmark_name(tag: str, number: int) -> str | None:
    """The name of the bookmark of a token; None of one that is too long for Word.

    >>> [bookmark_name(tag, 7) for tag in ("rec-accepted.change", "@司法局#3", "年度")]
    ['y7_rec_accepted__change', 'y7_q_司法局_3', 'y7_年度']
    """
    quoted = tag.startswith("@")
    told = tag[1:].replace("#", "_") if quoted else tag.replace(".", "__").replace("-", "_")
    name = f"y{number}_{'q_' if quoted else ''}{told}"
    return name if len(name) <= LONGEST_BOOKMARK and name.replace("_", "").isalnum() else None


def tag_of_bookmark(name: str) -> str:
    """The token a bookmark is of; empty of one that is not ours.

    >>> [tag_of_bookmark(name) for name in ("y7_rec_accepted__change", "y7_q_司法局_3", "y7_年度", "_GoBack")]
    ['rec-accepted.change', '@司法局#3', '年度', '']
    """
    match = _BOOKMARK.fullmatch(name)
    if match is None:
        return ""
    if match[1]:
        office, _, place = match[2].rpartition("_")
        return f"@{office}#{place}"
    return match[2].replace("__", ".").replace("_", "-")


def _control(run: Any, tag: str, title: str, number: int) -> Any:
    made, settings, content = element("sdt"), element("sdtPr"), element("sdtContent")
    settings.append(element("alias", val=title[:LONGEST]))
    settings.append(element("tag", val=tag[:LONGEST]))
    settings.append(element("id", val=str(number)))
    settings.append(element("lock", val="contentLocked"))
    content.append(run)
    made.append(settings)
    made.append(content)
    return made
