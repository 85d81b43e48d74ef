"""Does every date exist, and does the text speak of the period its title names?

A day that is in no calendar is impossible. A title of one year over a text that calls itself the report of another, or
headings of an earlier year, is how a copy of last year's text shows. A report cannot be signed in the first half of the
year it reports on.

Source: calendar; custom (assessment of annual reports: years consistent).

Wrong:  title 2022年度…报告, and below 现将2021年度有关情况报告如下
Right:  2022年9月30日
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.rows import Sheet
from yifa.reader.reading import Check, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="dates",
    zh="日期与期间",
    en="Dates and period",
    severity=Severity.SERIOUS,
    asks_zh="日期是否存在，正文期间与标题是否一致？",
    asks_en="Does every date exist, and does the text speak of the period its title names?",
    source="custom",
)
_DAY = re.compile(r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号](?!\d)")
_NOW = re.compile(
    r"现将(?P<own>[^。]{0,24}?)(?P<year>20\d\d)年度?(?P<of>[^。]{0,40}?)(?:报告|汇报|公布|公开|公告|通报)如下"
)
_HEADING_YEAR = re.compile(r"(?P<year>20\d\d)年度?(?:的)?(?:工作|主要|法治|依法|推进|开展|基本|总体)")
_ANNUAL = "annual-report"
_HALF = 7


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Impossible days, then years that do not agree."""
    for found in _DAY.finditer(sheet.view):
        if not _exists(found):
            span = sheet.document.prepared.view.span(*found.span())
            message = speech.say("There is no such day: {day}.", day=found.group())
            yield KIND.answer_at(Verdict.IMPOSSIBLE, str(span[0]), found.group(), message, span)
    facts = sheet.document.facts
    if facts.kind == _ANNUAL and facts.year:
        yield from _years(sheet, facts.year, speech)


def _exists(found: re.Match[str]) -> bool:
    month, day = int(found["month"]), int(found["day"])
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= monthrange(int(found["year"]) if found["year"] else 2000, month)[1]


def _years(sheet: Sheet, year: int, speech: Language) -> Iterator[Check]:
    view, facts = sheet.document.prepared.view, sheet.document.facts
    titled = re.search(r"(20\d\d)年", facts.title or "")
    told = _NOW.search(sheet.view[:3000])
    if titled and told and int(told["year"]) != int(titled[1]):
        span = view.span(told.start("year"), told.end("year"))
        values = {"titled": titled[1], "told": told["year"]}
        message = speech.say("The title says {titled}, the text reports on {told}; please check the period.", **values)
        yield KIND.answer_at(Verdict.CONTRADICTED, "period", f"{told['year']} ≠ {titled[1]}", message, span)
    for section in sheet.document.prepared.sections:
        found = _HEADING_YEAR.search(section.title)
        if found and section.level and int(found["year"]) < year:
            span = (section.start, section.body)
            message = speech.say("A heading speaks of {told}, the report is on {year}.", told=found["year"], year=year)
            yield KIND.answer_at(Verdict.UNVERIFIABLE, str(section.start), f"{found['year']} ≠ {year}", message, span)
    if facts.signed and facts.signed < date(year, _HALF, 1):
        message = speech.say(
            "Signed on {day}, before the year {year} was over.", day=speech.day(facts.signed), year=year
        )
        sum_ = f"{facts.signed.isoformat()} < {year}-12-31"
        yield KIND.answer_at(Verdict.IMPOSSIBLE, "signed", sum_, message, facts.spans.get("signed"))
