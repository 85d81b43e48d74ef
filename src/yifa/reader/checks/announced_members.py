"""Does a list have as many members as it announces?

Asked of three forms: 「A、B、C三个方面」, titles 「《A》《B》等2部」, and 「以下三项工作：一是…二是…三是…」. Where
等 stands behind the list it may be longer than what is named, never shorter. Of plain words joined by 、 one can
seldom be sure where a member ends, so a difference there is a question, unless every member is short and nothing
stands before the first.

Source: custom (assessment of annual reports: complete lists).

Wrong:  抓好以下四项工作：一是……；二是……；三是……。
Right:  发现事实、证据、程序三个方面问题。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.rows import Sheet
from yifa.reader.figures.numerals import chinese_value
from yifa.reader.reading import Check, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="announced-members",
    zh="列举数目",
    en="Announced members",
    severity=Severity.MINOR,
    asks_zh="所称“几项”“几个方面”，与实际列举的数目是否一致？",
    asks_en="Does a list have as many members as it announces?",
    source="custom",
)
_NUMBER = r"(?P<number>\d{1,2}|[一二三四五六七八九十两]{1,3})"
_NOUN = (
    r"(?:[大个项类种条点]{0,2}(?:[\u4e00-\u9fff]{0,4})?(?:方面|领域|环节|类别|制度|机制|体系|阶段|步骤|要素|内容|措施|举措|行动|清单|平台|工程|职责|任务)"
    r"|[大个]?(?:类|方面|领域|环节))"
)
_WORDS = re.compile(
    r"(?P<list>(?:[^、,;:。()《》\d\s]{2,16}、){2,}[^、,;:。()《》\d\s]{1,16}?)(?P<etc>等)?"
    + _NUMBER
    + r"(?="
    + _NOUN
    + r")"
)
_TITLES = re.compile(
    r"(?P<list>(?:《[^《》]{2,60}》(?:\([^()]{1,12}\))?[、和及]?){2,})(?P<etc>等)?" + _NUMBER + r"(?=[部件项])"
)
_POINTS = re.compile(
    r"(?:以下|如下|下列|做好|抓好|重点|突出|主要|坚持|存在|围绕)[^。;,:]{0,16}?"
    + _NUMBER
    + r"[个项点条](?P<noun>[\u4e00-\u9fff]{0,10})(?:工作)?[:,。]\s*一是"
)
_POINT = re.compile(r"(?<![\u4e00-\u9fff])([一二三四五六七八九十]{1,2})是")
_EVEN = str.maketrans("，；：（）", ",;:()")
_PLAIN_NOUN = re.compile(r"[大个]?(?:重点)?(?:领域|方面|环节|类|行业|步骤|阶段|要素)")
_OPENS = re.compile(r"^(?:主要|重点|紧紧)?(?:围绕|聚焦|针对|涉及|涵盖|包括|紧盯|突出|覆盖|抓住|从|对|在|就|按)")
_SHORT = 8
_FEWEST = 3
_NEAR = 2


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Lists of words, of titles, and of numbered points."""
    text = sheet.view.translate(_EVEN)
    for found in _TITLES.finditer(text):
        listed, told = found["list"].count("《"), _value(found["number"])
        if told and listed == told:
            yield _answer(Verdict.HOLDS, sheet, found.span(), (listed, told), speech)
        elif told and (listed > told or not found["etc"]):
            sure = listed > told and text[found.end()] == "部"
            verdict = Verdict.CONTRADICTED if sure else Verdict.UNVERIFIABLE
            yield _answer(verdict, sheet, found.span(), (listed, told), speech)
    for found in _WORDS.finditer(text):
        if check := _words(found, sheet, speech):
            yield check
    for found in _POINTS.finditer(text):
        told, (listed, anew) = _value(found["number"]), _counted(text, found.end() - 2)
        if told and listed > 1:
            unsure = Verdict.UNVERIFIABLE if anew and listed < told else Verdict.CONTRADICTED
            verdict = Verdict.HOLDS if told == listed else unsure
            yield _answer(verdict, sheet, found.span(), (listed, told), speech)


def _words(found: re.Match[str], sheet: Sheet, speech: Language) -> Check | None:
    """Words joined by 、; the last may hold two joined by 和."""
    told, listed = _value(found["number"]), found["list"].count("、") + 1
    if not told:
        return None
    joined = bool(re.search(r"[^、][和与及][^、]", found["list"].rpartition("、")[2]))
    if told == listed or (joined and told == listed + 1):
        return _answer(Verdict.HOLDS, sheet, found.span(), (told, told), speech)
    if found["etc"] and listed < told:
        return None
    if abs(listed - told) <= _NEAR and _certain(found, sheet):
        return _answer(Verdict.CONTRADICTED, sheet, found.span(), (listed, told), speech)
    if listed >= _FEWEST and abs(listed - told) <= _NEAR:
        return _answer(Verdict.UNVERIFIABLE, sheet, found.span(), (listed, told), speech)
    return None


def _certain(found: re.Match[str], sheet: Sheet) -> bool:
    """Whether nobody can read the list otherwise: short members, none joined by 和, nothing before the first."""
    members = found["list"].split("、")
    if found["etc"] or any(len(one) > _SHORT or re.search(r"[和与及]|以及", one) for one in members[1:]):
        return False
    if not _PLAIN_NOUN.match(found.string, found.end()):
        return False
    begins = found.string[found.start() - 1 : found.start()] in ("", "。", "\n", ";", "!")
    return begins or bool(_OPENS.search(members[0]))


def _value(written: str) -> int | None:
    value = int(written) if written.isdecimal() else chinese_value(written)
    return int(value) if value else None


def _counted(text: str, start: int) -> tuple[int, bool]:
    """How far 一是, 二是, 三是 run on from here, and whether they begin anew before a heading stands between."""
    last = 0
    closes = re.compile(r"\n\s*[一二三四五六七八九十]+、").search(text, start)
    text = text[: closes.start()] if closes else text
    for found in _POINT.finditer(text, start):
        number = _value(found[1])
        if number == last + 1:
            last = number
        elif number == 1:
            return last, True
    return last, False


def _answer(verdict: Verdict, sheet: Sheet, span: tuple[int, int], counts: tuple[int, int], speech: Language) -> Check:
    listed, told = counts
    start, end = sheet.document.prepared.view.span(*span)
    sum_ = f"{listed} = {told}" if listed == told else f"{listed} ≠ {told}"
    if verdict is Verdict.HOLDS:
        message = speech.say("{told} announced, {listed} listed.", told=told, listed=listed)
    elif verdict is Verdict.CONTRADICTED:
        message = speech.say("{told} announced, but {listed} listed.", told=told, listed=listed)
    else:
        message = speech.say("{told} announced; by its commas the list has {listed}.", told=told, listed=listed)
    return KIND.answer_at(verdict, str(start), sum_, message, (start, end))
