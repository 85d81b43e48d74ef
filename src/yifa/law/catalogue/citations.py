"""Citations of the corpus, 「行政许可法 42」, and whether a length agrees with how the cited statute counts days.

Where texts of one statute number their articles differently, a citation says of which text each number is:
「治安管理处罚法 2012:101 2025:120」. For a day of a text whose number was not read, the statute alone is cited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from yifa.law.catalogue.statutes import CountingRule, Statute, StatuteVersion, UnknownStatute, UpTo, Who, find_statute
from yifa.law.clock import Length, NotALength, Unit, parse_length


@dataclass(frozen=True)
class Citation:
    """A statute and, where the rule stands in one, the article: the same in every text, or `by_text` of each."""

    statute: Statute
    article: str | None
    by_text: Mapping[str, str] = field(default_factory=dict)

    def version(self, day: date | None) -> StatuteVersion | None:
        """The version in force on a day; without a day, the latest there is."""
        return self.statute.in_force(day) if day else self.statute.versions[-1]

    def said(self, day: date | None, *, zh: bool = True) -> str:
        """As findings cite it: `行政处罚法(2021)§60`; without an article where none of the text in force is known."""
        version = self.version(day)
        title = self.statute.title.short if zh else self.statute.title.en
        if version is None:
            return title
        year = f"({version.id})" if version.id != "unknown" else ""
        article = self.article_on(day)
        return f"{title}{year}{'§' + article if article else ''}"

    def article_on(self, day: date | None) -> str | None:
        """The article in the text in force on a day; None where none is known of it, or there is no such text."""
        version = self.version(day)
        return None if version is None else self.by_text.get(version.id, self.article)


def citation(text: str) -> Citation:
    """Read a citation; raises `UnknownStatute`, also for a text that the statute has not."""
    found = _BY_TEXT.fullmatch(text.strip())
    if found is not None:
        statute = find_statute(found["name"])
        by_text = dict(one.split(":") for one in found["articles"].split())
        known = [version.id for version in statute.versions]
        if not by_text.keys() <= set(known):
            raise UnknownStatute(text, [f"{found['name']} {id_}:…" for id_ in known])
        return Citation(statute, None, by_text)
    name, _, article = text.strip().rpartition(" ")
    if name:
        try:
            return Citation(find_statute(name), article)
        except UnknownStatute:
            pass
    return Citation(find_statute(text), None)


_BY_TEXT = re.compile(r"(?P<name>.+?)(?P<articles>(?: [^\s:]+:[^\s:]+)+)")


def length_fault(text: str, law: tuple[str, ...], *, who: Who, on: date | None, reason: str | None) -> str | None:
    """What is wrong with a length beside the laws it rests on; None where nothing is."""
    counting, name = _counting(law, on)
    try:
        length = parse_length(text)
    except NotALength:
        return f"`{text}`: expected a length with its unit, e.g. `20 working days`{_how(counting, name, None, who)}"
    if length.unit is Unit.STATUTORY_DAYS:
        return f"`{text}`: say which days, e.g. `{length.n} working days`{_how(counting, name, length, who)}"
    if counting is None or length.unit not in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS):
        return None
    unit, _ = counting.unit_of(length.n, who=who)
    if unit is length.unit or reason:
        return None
    return (
        f"`{text}`{_how(counting, name, length, who)}; write `{length.n} {unit}`, or say why not with `unit-reason: …`"
    )


def _counting(law: tuple[str, ...], on: date | None) -> tuple[CountingRule | None, str]:
    """The counting rule of the first law cited that has one."""
    for text in law:
        try:
            cited = citation(text)
        except UnknownStatute:
            continue
        version = cited.version(on) or cited.version(None)
        if version is not None and version.counting is not None:
            return version.counting, cited.statute.title.short
    return None, ""


def _how(counting: CountingRule | None, name: str, length: Length | None, who: Who) -> str:
    """How the law counts, as the end of a message."""
    if counting is None:
        return ""
    if length is not None:
        unit, why = counting.unit_of(length.n, who=who)
        return f"; {name} counts {length.n}日 as {unit} ({why})"
    lines = [line for line in counting.days if line.who in ("any", who)]
    return f"; {name} counts " + ", ".join(f"{_lengths(line.lengths)} as {line.unit}" for line in lines)


def _lengths(lengths: str | tuple[int, ...] | UpTo) -> str:
    if isinstance(lengths, UpTo):
        return f"日 up to {lengths.up_to}"
    return "、".join(f"{n}日" for n in lengths) if isinstance(lengths, tuple) else "all 日"
