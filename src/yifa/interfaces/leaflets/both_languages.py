"""A text of a page in both languages, of which the page shows one."""

from __future__ import annotations

import re

from markupsafe import Markup

CHINESE_PART = re.compile("([\u3000-\u303f\u3400-\u9fff\uff00-\uffef][\u3000-\u303f\u3400-\u9fff\uff00-\uffef0-9]*)")
"""A stretch of Chinese, with its punctuation and the figures in it."""


def two(words: tuple[str, str]) -> Markup:
    """A text in both languages, of which the page shows one; Chinese within the English is marked as Chinese."""
    zh, en = words
    if zh == en:
        return _marked(zh)
    return Markup('<span class="zh" lang="zh-Hans">{}</span><span class="en" lang="en">{}</span>').format(
        zh, _marked(en)
    )


def _marked(text: str) -> Markup:
    parts = CHINESE_PART.split(text)
    return Markup("").join(
        Markup('<span lang="zh-Hans">{}</span>').format(part) if place % 2 else part for place, part in enumerate(parts)
    )
