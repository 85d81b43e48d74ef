"""Markup of web pages left in the text: tags, entities, style rules, scripts.

Left out of the view. What they stand for is put in the place of their first character: a blank for `&nbsp;`, a
quotation mark for `&ldquo;`, a line feed for `<br>` and `</p>`, a tab for `</td>`. Only tags HTML or a word processor
knows are tags: `<民法典>` is a title. An entity that stands for more than one character, or for none, stays.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from yifa.reader.reading import View
from yifa.reader.text.characters import plain_characters
from yifa.reader.text.cutting import leave_out, put, put_at

_BREAKING = "br|p|div|tr|li|ul|ol|dl|dt|dd|table|tbody|thead|h[1-6]|center|section|article|hr"
_INLINE = (
    "span|strong|b|i|u|em|font|a|img|td|th|sub|sup|big|small|label|input|form|button|iframe|embed|object|param|ucap"
    "title|ucapcontent|meta|link|body|html|head|title|style|script|col|colgroup|caption|pre|blockquote|s|del|ins|nobr|wbr"
)
_TAG = re.compile(
    rf"<(?P<close>/?)(?:(?P<breaking>{_BREAKING})|(?P<inline>{_INLINE}|[ovwm]:\w{{1,20}}|st1:\w{{1,20}}))"
    r"(?:\s[^<>\n]{0,400})?\s?/?>|<!--[^<>]{0,400}-->|<!\[(?:end)?if[^<>]{0,60}\]>|<!DOCTYPE[^<>]{0,200}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}\d{0,2});|&nbsp(?![a-zA-Z;])")
_RULE = re.compile(r"(?<![\w.#@-])[.#@]?[A-Za-z_][\w.#\- ,>:*@]{0,80}\{[\x20-\x7e\n\t]{0,600}?\}")
_SCRIPT = re.compile(r"(?:\$\(|document\.|window\.|var [A-Za-z_]\w*\s?=|function\s?\w*\()[\x20-\x7e]{4,400}", re.ASCII)


@dataclass(frozen=True)
class Stray:
    """A piece of markup: its span, and the character that it stands for, or none."""

    start: int
    end: int
    meant: str = ""


def stray_markup(text: str) -> Iterator[Stray]:
    """Pieces of markup in the text, sort by sort; those of scripts and style rules may hold others."""
    if "<" in text:
        yield from (Stray(*match.span(), _of_tag(match)) for match in _TAG.finditer(text))
    if "&" in text:
        for match in _ENTITY.finditer(text):
            meant = html.unescape(match[0] if match[0].endswith(";") else match[0] + ";")
            if len(meant) == 1 and meant != "\ufffd":
                yield Stray(*match.span(), "" if meant in "\u200b\u200c\u200d\u00ad\ufeff" else meant)
    if "{" in text:
        for match in _RULE.finditer(text):
            if ":" in match[0]:
                yield Stray(*match.span())
    if "(" in text or "=" in text:
        yield from (Stray(*match.span()) for match in _SCRIPT.finditer(text))


def without_markup(view: View) -> View:
    """The view with markup left out.

    >>> from yifa.reader.text.cutting import whole
    >>> without_markup(whole("办结&nbsp;29&nbsp;件。<br/>《民法典》</span>")).text
    '办结 29 件。\\n《民法典》'
    """
    found = sorted(stray_markup(view.text), key=lambda stray: (stray.start, -stray.end))
    if not found:
        return view
    places: list[tuple[int, str]] = []
    spans: list[tuple[int, int]] = []
    reached = 0
    for stray in found:
        if stray.start < reached:
            continue
        reached = stray.end
        if stray.meant:
            places.append((stray.start, plain_characters(stray.meant)))
        spans.append((stray.start + bool(stray.meant), stray.end))
    return leave_out(put(view, put_at(view.text, places)), spans)


def _of_tag(match: re.Match[str]) -> str:
    if match["breaking"]:
        name = match["breaking"].lower()
        return "\n" if match["close"] or name in ("br", "hr") else ""
    return "\t" if match["close"] and (match["inline"] or "").lower() in ("td", "th") else ""
