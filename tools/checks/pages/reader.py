"""The page about the reader: what is asked of a report, what the answers are called, what counts as damage."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.interfaces.telling import LIGHTS, tell_severity, tell_verdict
from yifa.reader.checks import check_kinds
from yifa.reader.reading import Verdict
from yifa.reader.text.catalogue import damage_kinds
from yifa.wording import Language

MEANINGS = {
    Verdict.HOLDS: ("按文中所写精度计算，结果一致。", "The sum agrees at the precision that is written."),
    Verdict.HOLDS_TRUNCATED: (
        "四舍五入不一致，舍去尾数则一致。",
        "It agrees only when digits are cut off, not when they are rounded.",
    ),
    Verdict.HOLDS_APPROXIMATELY: (
        "参与计算的数字带“余”“约”等字，在其范围内一致。",
        "A figure in it is inexact (余, 约 …); it agrees within what such a word leaves open.",
    ),
    Verdict.CONTRADICTED: (
        "排除范围、截止日、四舍五入等解释后仍不一致；请先核对口径。",
        "It does not agree after extent, cut-off day and rounding were tried; look at the basis first.",
    ),
    Verdict.IMPOSSIBLE: (
        "没有任何整数能得出文中的比率或者增幅，比率越界，或者日期不存在；可能是笔误，也可能另有口径。",
        "No whole number leads to what is stated, a share lies beyond its bounds, or there is no such day; a slip of "
        "the pen, or another basis.",
    ),
    Verdict.UNVERIFIABLE: (
        "仅凭本文无法核对，说明缺什么。",
        "It cannot be checked from the text; the note says what is missing.",
    ),
    Verdict.LATE: (
        "落款或者公布日期晚于法定日期；落款日期不等于报送日期，仅供参考。",
        "Signed or published after the date set by law; the day of signing is not that of filing.",
    ),
    Verdict.MISSING: ("应有的内容没有找到。", "A part that should be there was not found."),
    Verdict.THIN: ("有这一部分，但内容很少。", "The part is there, but brief."),
}


def report_checks(speech: Language) -> Iterator[str]:
    """Verdicts, kinds of check, kinds of damage."""
    zh = speech.tag == "zh"
    yield "# 报告核验目录" if zh else "# What is checked in a report"
    yield ""
    yield (
        "`yifa read` 对报告提出的问题、结论用语和文本疑损种类。机器结果是依本文所载的线索，是否成立由经办人核实认定。"
        if zh
        else "What `yifa read` asks of a report, what the answers are called, and the kinds of damage it lists. "
        "A result is a clue, going by what the text says; a person decides."
    )
    yield from ("", "## 结论" if zh else "## Verdicts", "")
    yield "| 标志 | 结论 | JSON | 含义 |" if zh else "| sign | verdict | JSON | meaning |"
    yield "| --- | --- | --- | --- |"
    for verdict, light in LIGHTS.items():
        meaning = MEANINGS[verdict][0 if zh else 1]
        yield f"| {light.sign} | {tell_verdict(verdict, speech)} | `{verdict}` | {meaning} |"
    for across in (False, True):
        if across:
            yield from ("", "## 多篇之间的核对" if zh else "## Checks over several texts", "")
        else:
            yield from ("", "## 一篇之内的核对" if zh else "## Checks within a text", "")
        yield "| 编号 | 名称 | 核对什么 | 程度 | 依据 |" if zh else "| id | name | what is asked | weight | source |"
        yield "| --- | --- | --- | --- | --- |"
        for kind in check_kinds():
            if kind.across == across:
                name, asks = (kind.zh, kind.asks_zh) if zh else (kind.en, kind.asks_en)
                weight, source = tell_severity(kind.severity, speech), _source(kind.source, zh)
                yield f"| `{kind.id}` | {name} | {asks} | {weight} | {source} |"
    yield from ("", "## 文本疑损" if zh else "## Damage", "")
    yield "| 编号 | 名称 | 程度 | 含义 |" if zh else "| id | name | weight | meaning |"
    yield "| --- | --- | --- | --- |"
    for kind in damage_kinds():
        severity = tell_severity(kind.severity, speech)
        yield f"| `{kind.id}` | {speech.say(kind.title)} | {severity} | {speech.say(kind.meaning)} |"


def _source(source: str, zh: bool) -> str:
    return "惯例" if zh and source == "custom" else source
