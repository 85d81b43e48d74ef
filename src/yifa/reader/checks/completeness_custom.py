"""Does a yearly report touch on the chapters of the outline in force?

Custom, not law: reports follow the chapters of the 法治政府建设实施纲要 of their years, nine in the edition for
2021–2025, seven in the one for 2015–2020. A chapter that only sentences speak of, or whose text is brief, is shown
as brief.

Source: custom; 法治政府建设实施纲要（2021－2025年） 2–10, （2015－2020年） 2.

Wrong:  a report of a county without a word on emergencies
Right:  a report whose headings name the nine chapters, in any order
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.parts import BRIEF, length, sentences, told_length, under_headings
from yifa.reader.checks.rows import Sheet
from yifa.reader.reading import Check, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="completeness-custom",
    zh="纲要章节",
    en="Chapters of the outline",
    severity=Severity.INFO,
    asks_zh="现行《法治政府建设实施纲要》各章是否均有涉及？",
    asks_en="Does a yearly report touch on the chapters of the outline in force?",
    source="custom",
)
_NEW_EDITION = 2021
_DEEPEST = 3
# Each chapter: its id, the words of a heading that is about it.
NINE = (
    ("functions", r"职能|放管服|营商环境|政务服务|简政放权|行政审批|审批制度"),
    ("rules", r"立法|规范性文件|制度体系|制度建设|规章|备案审查"),
    ("decisions", r"决策|法律顾问|合法性审"),
    ("enforcement", r"执法"),
    ("emergencies", r"突发事件|应急|疫情防控|风险防"),
    ("disputes", r"矛盾|纠纷|调解|复议|信访|应诉"),
    ("oversight", r"监督|制约|政务公开|信息公开|审计|廉政"),
    ("digital", r"数字|科技|信息化|智慧|智能|互联网|大数据"),
    ("leadership", r"领导|第一责任人|推进机制|组织保障|统筹|学法|法治思维|党"),
)
SEVEN = (
    ("functions", NINE[0][1]),
    ("rules", NINE[1][1]),
    ("decisions", NINE[2][1]),
    ("enforcement", NINE[3][1]),
    ("oversight", NINE[6][1]),
    ("disputes", NINE[5][1]),
    ("officers", r"法治思维|学法|培训|依法行政能力|普法|法治教育"),
)


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """The chapters of the edition in force in the report's year, one check each."""
    facts = sheet.document.facts
    if facts.kind != "annual-report":
        return
    for chapter, words in NINE if facts.year is None or facts.year >= _NEW_EDITION else SEVEN:
        yield _chapter(sheet, chapter, re.compile(words), speech)


def chapter_name(chapter: str, speech: Language) -> str:
    """A chapter in the reader's language."""
    names = {
        "functions": speech.say("functions of government"),
        "rules": speech.say("rules and normative documents"),
        "decisions": speech.say("administrative decisions"),
        "enforcement": speech.say("enforcement"),
        "emergencies": speech.say("emergencies"),
        "disputes": speech.say("disputes"),
        "oversight": speech.say("oversight of power"),
        "digital": speech.say("digital government"),
        "leadership": speech.say("leadership"),
        "officers": speech.say("legal training of officers"),
    }
    return names[chapter]


def _chapter(sheet: Sheet, chapter: str, words: re.Pattern[str], speech: Language) -> Check:
    name = chapter_name(chapter, speech)
    found = under_headings(sheet, words, _DEEPEST)
    size = length(found)
    told = told_length(size, speech)
    if found and size >= BRIEF:
        return KIND.answer_at(Verdict.HOLDS, chapter, told, speech.say("{part}: there.", part=name))
    if found:
        message = speech.say("{part}: there, {size} characters only.", part=name, size=size)
        return KIND.answer_at(Verdict.THIN, chapter, told, message)
    if spoken := sentences(sheet, words):
        message = speech.say("{part}: spoken of, but under no heading of its own.", part=name)
        return KIND.answer_at(Verdict.THIN, chapter, told_length(length(spoken), speech), message)
    return KIND.answer_at(Verdict.MISSING, chapter, "", speech.say("Not found: {part}.", part=name))
