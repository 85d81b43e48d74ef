"""Was the yearly report made, and made public, by the statutory dates?

Governments from the county up and their departments report on the past year before 1 March each year, provinces
before 1 April; reports of governments at every level are made public before 1 April. The day of signing is not the
day of filing, so a later date is a hint to look at the file, not a breach. Whether a report signed on the day itself
is in time is read in two ways, and left open.

Source: 法治政府建设与责任落实督察工作规定 23, 24 (in force since 15 April 2019); rulebook ann-report-0301,
ann-publish-0401.

Wrong:  a county's report on 2022, signed 10 March 2023
Right:  a county's report on 2022, signed 5 January 2023, published 20 March 2023
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.rows import Sheet
from yifa.reader.reading import Check, Facts, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="reporting-dates",
    zh="报送与公开日期",
    en="Dates of reporting and publication",
    severity=Severity.MINOR,
    asks_zh="年度报告是否在3月1日前报送、4月1日前公开？",
    asks_en="Was the yearly report made before 1 March and made public before 1 April?",
    source="法治政府建设与责任落实督察工作规定 23, 24",
)
_FIRST_YEAR = 2019
_NOT_BOUND_TO_REPORT = frozenset({"township"})


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """The day of signing and the day of publication of a yearly report."""
    facts = sheet.document.facts
    if facts.kind != "annual-report" or facts.year is None or facts.year < _FIRST_YEAR:
        return
    if facts.signed and facts.signed >= date(facts.year, 7, 1) and facts.level not in _NOT_BOUND_TO_REPORT:
        due = date(facts.year + 1, 4 if facts.level == "province" else 3, 1)
        yield _answer("signed", facts, facts.signed, due, speech)
    if facts.published and facts.published >= date(facts.year, 7, 1):
        yield _answer("published", facts, facts.published, date(facts.year + 1, 4, 1), speech)


def _answer(what: str, facts: Facts, day: date, due: date, speech: Language) -> Check:
    span = facts.spans.get(what)
    values = {"day": speech.day(day), "due": speech.day(due)}
    if day == due:
        message = speech.say("Dated {day}; whether that is before {due} is read in two ways.", **values)
        return KIND.answer_at(Verdict.UNVERIFIABLE, what, f"{day} = {due}", message, span)
    if day < due:
        message = speech.say("Dated {day}, before {due}.", **values)
        return KIND.answer_at(Verdict.HOLDS, what, f"{day} < {due}", message, span)
    if what == "signed":
        message = speech.say("Signed on {day}, due before {due}; please check the day of filing.", **values)
    else:
        message = speech.say("Made public on {day}, due before {due}; please check the first publication.", **values)
    return KIND.answer_at(Verdict.LATE, what, f"{day} > {due}", message, span)
