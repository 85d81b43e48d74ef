"""Does a yearly report have the five parts that the rules on inspection ask for?

Measures and effects; shortcomings and their causes; how the principals carried out their duties as first persons
responsible; the plan for the next year; whatever else must be reported (only where there is something). A part
without a heading of its own is looked for in the text. Brief: fewer than 120 characters, or shortcomings without a
word on causes.

Source: 法治政府建设与责任落实督察工作规定 25 (rulebook ann-elements).

Wrong:  a report that ends with its achievements
Right:  一、主要举措和成效 二、第一责任人履职情况 三、不足和原因 四、下一年度主要安排
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.parts import BRIEF, Found, length, paragraphs, sentences, told_length, under_headings
from yifa.reader.checks.rows import Sheet
from yifa.reader.reading import Check, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="completeness-law",
    zh="法定内容",
    en="Parts asked for by the rules",
    severity=Severity.SERIOUS,
    asks_zh="督察规定第二十五条要求的五项内容是否齐全？",
    asks_en="Does a yearly report have the five parts that the rules on inspection ask for?",
    source="法治政府建设与责任落实督察工作规定 25",
)
_MEASURES = re.compile(
    r"举措|成效|主要做法|主要工作|工作开展|推进情况|工作情况|完成情况|建设情况|进展情况|基本情况|工作成绩"
)
_SHORT = re.compile(r"不足|问题|短板|差距|薄弱|困难")
_SHORT_TEXT = re.compile(
    r"(?:存在|还有|仍有|面临)[^。\n]{0,30}(?:不足|问题|短板|差距|薄弱|弱项)|不足之处|距[^。\n]{0,30}差距|等问题"
    r"|(?:有待|[仍尚还]需)[^。\n]{0,14}(?:加强|提升|提高|完善|改进)"
)
_CAUSE = re.compile(r"原因|由于|导致|因此?[^此而为]|归结|究其|根源|致使")
_FIRST = re.compile(r"第一责任人|党政主要负责人|主要负责人履行")
_FIRST_TEXT = re.compile(
    r"第一责任人|党政主要负责|主要领导[^。]{0,20}(?:法治|依法)|(?:书记|[省市县区州盟旗]长|主任)[^。]{0,30}法治"
)
_NEXT = r"下一?步|下一?年|下一?阶段|明年|今后|{year}年"
_PLAN = re.compile(r"安排|打算|计划|思路|重点|任务|工作|举措|措施|方向|展望|目标")
_OTHER = re.compile(r"其他(?:需要|应当)?报告|其他(?:事项|情况)|需要说明")


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """The five parts, one check each."""
    facts = sheet.document.facts
    if facts.kind != "annual-report":
        return
    yield _part("measures", _measures(sheet), speech, name=speech.say("measures and effects"))
    short = _shortcomings(sheet)
    yield _part("shortcomings", short, speech, name=speech.say("shortcomings and causes"), causes=True)
    first = under_headings(sheet, _FIRST, 3) or sentences(sheet, _FIRST_TEXT)
    yield _part("principals", first, speech, name=speech.say("duties of the principals"))
    yield _part("next-year", _next(sheet, facts.year), speech, name=speech.say("plan for the next year"))
    other = under_headings(sheet, _OTHER)
    if other:
        yield _part("other", other, speech, name=speech.say("other matters"), brief=0)
    else:
        message = speech.say("Other matters are reported where there are any; the text names none.")
        yield KIND.answer_at(Verdict.UNVERIFIABLE, "other", "", message)


def _measures(sheet: Sheet) -> list[Found]:
    """A heading that says so, or else headings of whatever was done: all but the other parts."""
    titled = [one for one in under_headings(sheet, _MEASURES) if not _SHORT.search(one.title)]
    if titled and length(titled) >= BRIEF:
        return titled
    others = re.compile(r"^(?!.*(?:不足|问题|短板|下一?步|下一?年|明年|打算)).+")
    return under_headings(sheet, others, 1) or under_headings(sheet, others, 2)


def _shortcomings(sheet: Sheet) -> list[Found]:
    titled = [one for one in under_headings(sheet, _SHORT, 2) if re.search(r"存在|不足|原因|短板|差距|困难", one.title)]
    if titled:
        return titled
    return paragraphs(sheet, _SHORT_TEXT)[-1:]


def _next(sheet: Sheet, year: int | None) -> list[Found]:
    ahead = _NEXT.format(year=year + 1 if year else "20xx")
    heading = re.compile(rf"(?:{ahead})[^\n]*(?:{_PLAN.pattern})|工作(?:打算|安排|思路)")
    titled = under_headings(sheet, heading, 2)
    return (
        titled
        or paragraphs(sheet, re.compile(rf"^\s*(?:{ahead})|。(?:下一步|{year + 1 if year else '明'}年)[,，]"))[-2:]
    )


def _part(
    part: str, found: list[Found], speech: Language, *, name: str, causes: bool = False, brief: int = BRIEF
) -> Check:
    if not found:
        return KIND.answer_at(Verdict.MISSING, part, "", speech.say("Not found: {part}.", part=name))
    return KIND.answer_at(*_weighed(part, found, speech, name, causes, brief))


def _weighed(
    part: str, found: list[Found], speech: Language, name: str, causes: bool, brief: int
) -> tuple[Verdict, str, str, str]:
    size = length(found)
    told = told_length(size, speech)
    if causes and not any(_CAUSE.search(one.words) for one in found):
        return Verdict.THIN, part, told, speech.say("{part}: there, but no cause is named.", part=name)
    if size < brief:
        return Verdict.THIN, part, told, speech.say("{part}: there, {size} characters only.", part=name, size=size)
    if not any(one.title for one in found):
        return Verdict.HOLDS, part, told, speech.say("{part}: there, without a heading of its own.", part=name)
    return Verdict.HOLDS, part, told, speech.say("{part}: there.", part=name)
