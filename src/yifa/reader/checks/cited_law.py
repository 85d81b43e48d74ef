"""Does the text rest on laws by names that are still in force?

Asked of titles in 《》 behind words that make them the basis of what was done (根据, 严格落实 …). A text that speaks
of history (原《…》, 废止, 总结) is not asked. A name that went out of force before the period began is one to
correct; where it did so during the period, what was done before may well have rested on it.

Source: each repealing article (民法典 1260 …); versions of the corpus.

Wrong:  a report on 2023: 严格落实《信访条例》
Right:  a report on 2023: 严格落实《信访工作条例》
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.repealed import plain_name, repealed
from yifa.reader.checks.rows import Sheet
from yifa.reader.reading import Check, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="cited-law",
    zh="引用法律文件",
    en="Laws cited",
    severity=Severity.MINOR,
    asks_zh="作为依据引用的法律文件，在报告期是否仍然有效？",
    asks_en="Are the texts cited as a basis still in force in the period reported on?",
    source="民法典 1260; 各版本有效期",
)
_TITLE = re.compile(r"《([^《》\n]{2,60})》")
_BASIS = re.compile(
    r"(?:依据|根据|按照|依照|遵循|遵守|执行|落实|贯彻|实施)(?:了|好)?(?:国家|中央|新修订的?|修订后的)?(?:《[^《》\n]{2,60}》[、和及与]?)*$"
)
_HISTORY = re.compile(r"废止|失效|原《|历史|总结|回顾|取代|替代|清理|终期|评估|收官|以来|期间")


def find(sheet: Sheet, speech: Language) -> Iterator[Check]:
    """Each title cited as a basis whose text has ended."""
    facts = sheet.document.facts
    first = facts.period[0] if facts.period else date(facts.year, 1, 1) if facts.year else None
    last = facts.signed or facts.published or (facts.period[1] if facts.period else None)
    if first is None:
        return
    last = last or date(first.year, 12, 31)
    told: set[str] = set()
    for start, end in sheet.document.prepared.sentences:
        words = sheet.view[start:end]
        if "《" not in words or _HISTORY.search(words):
            continue
        for found in _TITLE.finditer(words):
            ended = repealed().get(plain_name(found[1]))
            if ended is None or ended.day > last or ended.name in told or not _BASIS.search(words[: found.start()]):
                continue
            told.add(ended.name)
            span = sheet.document.prepared.view.span(start + found.start(), start + found.end())
            values = {"law": f"《{found[1]}》", "day": speech.day(ended.day), "successor": ended.successor}
            days = speech.say(
                "out of force since {ended}, the period reported on begins on {first}",
                ended=speech.day(ended.day),
                first=speech.day(first),
            )
            if ended.day > first:
                message = speech.say("{law} is out of force since {day}, in the period reported on.", **values)
                yield KIND.answer_at(Verdict.UNVERIFIABLE, str(span[0]), days, message, span)
            else:
                message = speech.say(
                    "{law} is out of force since {day}; please check the text cited. {successor}", **values
                )
                yield KIND.answer_at(Verdict.CONTRADICTED, str(span[0]), days, message, span)
