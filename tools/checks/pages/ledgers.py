"""The page about ledgers: the columns of every procedure, what others' layouts call them, the words of cells."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.interfaces.sufficiency_telling import tell_declared, tell_step
from yifa.interfaces.workbooks.ledger_template import tell_cell
from yifa.law.catalogue.folders import ledger_ids
from yifa.law.catalogue.layouts import Layout, layouts
from yifa.law.catalogue.ledger_words import cell_words
from yifa.law.catalogue.ledgers import LedgerColumn, LedgerSheet
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.duties import duty_set
from yifa.ledgers.sufficiency.of_layouts import layout_sufficiency
from yifa.ledgers.templates.guide import ColumnGuide, Holds, decidable, guide
from yifa.wording import Language

_HOLDS = {
    Holds.CASE: ("案号", "number of the case"),
    Holds.ORGAN: ("机关", "organ"),
    Holds.ENTERED: ("登记日期", "day of entry"),
    Holds.STEP: ("事项", "step"),
    Holds.DAY: ("日期", "day"),
    Holds.DATE: ("日期内容", "date"),
    Holds.MOMENT: ("日期和时间", "day and time"),
    Holds.TIME: ("时间", "time"),
    Holds.PAPER: ("文书号", "number of a paper"),
    Holds.YES_NO: ("是否", "yes or no"),
    Holds.WHOLE: ("是否齐全", "in order"),
    Holds.LACKING: ("缺项", "lacking"),
    Holds.NUMBER: ("整数", "whole number"),
    Holds.MONEY: ("金额", "amount"),
    Holds.WORD: ("选项", "word"),
    Holds.NAMES: ("姓名", "names"),
    Holds.LENGTH: ("天数", "length"),
    Holds.TEXT: ("文字", "text"),
}


def ledgers_page(speech: Language) -> Iterator[str]:
    """Every ledger, every layout, every word."""
    zh = speech.tag == "zh"
    yield "# 台账栏目" if zh else "# Columns of ledgers"
    yield ""
    yield (
        "`yifa ledger template 程序 -o 台账.xlsx` 写出空白台账。下面列出每一栏填什么、多少项义务要用到它，"
        "以及也能识别的标题。"
        "没有的栏目不作判断。"
        if zh
        else "`yifa ledger template PROCEDURE -o ledger.xlsx` writes the empty workbook. Here is what stands in each "
        "column, how many duties read it, and under which other headings it is read. What no column tells is not "
        "judged."
    )
    yield from _words(zh)
    yield from ("", "## 每种栏目" if zh else "## Kinds of columns", "")
    for holds, (chinese, english) in _HOLDS.items():
        column = LedgerColumn(id="a", zh="a", en="a", shows="text")
        sheet = LedgerSheet(title=Bilingual(zh="a", en="a"), columns=(column,))
        words = ("…",) if holds is Holds.WORD else ()
        told = tell_cell(ColumnGuide(sheet, column, holds, words), speech)
        yield f"- {chinese}：{told}" if zh else f"- {english}: {told}"
    for id_ in ledger_ids():
        yield from _ledger(id_, speech)
    yield from ("", "## 其他单位的表式" if zh else "## Layouts of others")
    yield from _what_layouts_decide(speech)
    for one in layouts():
        yield from _layout(one, zh)


def _words(zh: bool) -> Iterator[str]:
    words, colon = cell_words(), "：" if zh else ": "
    yield from ("", "## 单元格里的词" if zh else "## Words in cells", "")
    for title, listed in (
        ("是" if zh else "yes", words.yes),
        ("否" if zh else "no", words.no),
        ("没有" if zh else "there is none", words.none),
        ("不知道" if zh else "nobody knows", words.unknown),
    ):
        yield f"- {title}{colon}" + " ".join(f"`{word}`" for word in listed)


def _ledger(id_: str, speech: Language) -> Iterator[str]:
    zh = speech.tag == "zh"
    whole = duty_set(id_)
    ledger, folder = whole.folder.ledger, whole.folder
    if ledger is None:
        return
    title = folder.procedure.title.zh if zh else folder.procedure.title.en
    yield from ("", f"## {title} `{id_}`", "")
    told, every = len(decidable(whole, ledger)), len(folder.duties)
    yield (
        f"栏目齐全时，{every} 项义务中可判 {told} 项。"
        if zh
        else f"With all columns {told} of {every} duties can be decided."
    )
    guides = guide(whole, ledger)
    for sheet in ledger.all_sheets:
        own = [one for one in guides if one.sheet is sheet]
        yield from ("", f"### {sheet.title.zh if zh else f'{sheet.title.zh} ({sheet.title.en})'}", "")
        yield "| 栏目 | 填什么 | 也识别 | 义务 |" if zh else "| column | holds | also read as | duties |"
        yield "| --- | --- | --- | --- |"
        yield from (_row(one, speech) for one in own)


def _row(one: ColumnGuide, speech: Language) -> str:
    heading = one.column.zh if speech.tag == "zh" else f"{one.column.zh} ({one.column.en})"
    words = f" `{'` `'.join(one.words)}`" if one.words and len(one.words) <= 12 and one.words != ("是", "否") else ""
    count = str(len(one.duties)) if one.duties else ""
    kind = Holds.TEXT if one.holds is Holds.WORD and not one.words else one.holds
    holds = _HOLDS[kind][0 if speech.tag == "zh" else 1]
    unit = "（万元）" if one.column.unit == "wan-yuan" else "（工作日）" if one.column.unit == "working-days" else ""
    return f"| {heading} | {holds}{unit}{words} | {'、'.join(one.column.also)} | {count} |"


STEPS = 3


def _what_layouts_decide(speech: Language) -> Iterator[str]:
    """How many duties each layout decides as it is, with what may be declared, and what to add first."""
    zh = speech.tag == "zh"
    yield ""
    yield (
        "按全国性规定计（行业、地方规定另计），每种表式栏目齐全时能判几项；把表上没有栏目的中止、听证、延期等事项声明为没有发生之后（见"
        "[建一份能核对的台账](../do/keep-a-ledger.md)）能判几项、再在主表补哪几栏最划算。"
        if zh
        else "Of the duties that hold everywhere (those of sectors and places are counted apart): how many each layout "
        "decides with all its columns, how many once pauses, hearings and extensions, for which it has no column, are "
        "declared not to have occurred (see "
        "[keeping a ledger](../do/keep-a-ledger.en.md)), and which columns of the main sheet to add then."
    )
    yield ""
    yield (
        "| 表式 | 义务 | 能判 | 先补 | 声明以后 |"
        if zh
        else "| layout | duties | decided | add first | once declared |"
    )
    yield "| --- | ---: | ---: | --- | --- |"
    for one in layouts():
        title = one.file.title.zh if zh else one.file.title.en
        whole = duty_set(one.of)
        bare, declared = layout_sufficiency(one)
        steps = "；" if zh else "; "
        add = steps.join(tell_step(step, whole.folder, speech) for step in bare.steps[:STEPS])
        told = [] if declared is None else tell_declared(declared, whole.folder, speech)
        yield f"| {title} `{one.id}` | {bare.all} | {len(bare.decidable)} | {add} | {steps.join(told)} |"


def _layout(one: Layout, zh: bool) -> Iterator[str]:
    file = one.file
    yield from ("", f"### {file.title.zh if zh else file.title.en} `{one.id}`", "")
    basis = f"（{file.basis}）" if file.basis else ""
    yield f"{'归入' if zh else 'Put into'} `{one.of}`{basis}"
    yield ""
    yield "| 栏目 | 含义 | 归入台账 | 备注 |" if zh else "| column | means | column of the ledger | remarks |"
    yield "| --- | --- | --- | --- |"
    for column in file.columns:
        found = one.target(column)
        put = "—" if found is None else f"{found[0].title.zh} · {found[1].zh}"
        remarks = []
        if column.unit == "wan-yuan":
            remarks.append("万元")
        if not column.public:
            remarks.append("不公开" if zh else "not public")
        if column.unchecked:
            remarks.append("未核对" if zh else "not checked in a text")
        yield f"| `{column.heading}` | {column.zh} | {put} | {'、'.join(remarks)} |"
