"""State secrets do not belong here (保守国家秘密法): what bears a mark is refused at entry.

Marks are 「机密★3年」, 「秘密级」, 「密级：绝密」, or such a word alone at the head of the first page;
商业秘密 is none, nor is a text that speaks of secrets. Nothing of what is refused is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yifa.record.cases.errors import StateSecret

HEAD = 600
"""Characters of the first page where a mark alone on its line counts."""
_GRADE = r"(?P<grade>绝\s*密|机\s*密|秘\s*密)"
_ALONE = re.compile(rf"^\s*{_GRADE}\s*(?:级|件|文件|文档)?\s*$", re.MULTILINE)
_STARRED = re.compile(rf"(?:^|[^业作人国家]){_GRADE}\s*(?:级\s*)?[★☆▲]")
_LEVEL = re.compile(rf"(?:密\s*级|保密等级|国家秘密等级)\s*[:：为是]?\s*{_GRADE}")
_AT_START = re.compile(rf"^\s*{_GRADE}\s*(?:级|[★☆▲])")


def refuse_secrets(*texts: str) -> None:
    """Raise `StateSecret` where a short text (title, number, reason, opinion) bears a mark."""
    for text in texts:
        if text and (found := _AT_START.search(text) or _STARRED.search(text) or _LEVEL.search(text)):
            _refuse(found)


def refuse_secret_page(text: str) -> None:
    """Raise `StateSecret` where the first page of a document, or any line of it that gives its level, bears a mark."""
    found = _ALONE.search(text[:HEAD]) or _AT_START.search(text) or _STARRED.search(text[:HEAD]) or _LEVEL.search(text)
    if found:
        _refuse(found)


def refuse_secret_values(values: Mapping[str, Any]) -> None:
    """The same of the values of fields, and of what is listed in them."""
    for value in values.values():
        texts = value if isinstance(value, list | tuple) else (value,)
        refuse_secrets(*(one for one in texts if isinstance(one, str)))
        for one in texts:
            if isinstance(one, str) and _ALONE.fullmatch(one):
                raise StateSecret(_said(one))


def _refuse(found: re.Match[str]) -> None:
    raise StateSecret(_said(found["grade"]))


def _said(grade: str) -> str:
    plain = "".join(grade.split()).rstrip("级件")
    return f"found a mark of secrecy ({plain}); state secrets are kept on their own systems only, nothing was kept"
