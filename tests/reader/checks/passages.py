"""Documents made by hand: a passage whose numbers stand in braces, `参加考试{878人}，{720人}合格，合格率{82%}。`

Behind a bar a number may say more: `{9412个|scope=全市|measure=itm-online}`. Qualifiers are written inside the braces
(`{10240余件}`, `{约30件}`); 其中 and the like stay outside. Lines that begin with 一、 (一) or 一是 become headings.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from yifa.reader.checks import check, check_across
from yifa.reader.reading import (
    Check,
    Document,
    Extract,
    Facts,
    Figure,
    FigureKind,
    Prepared,
    Section,
    View,
)
from yifa.wording import language

SPEECH = language("en")
_NUMBER = re.compile(
    r"(?P<before>约|近|超过|不足|至少|不超过)?(?P<digits>\d+(?:\.\d+)?)(?:[—-](?P<to>\d+(?:\.\d+)?))?"
    r"(?P<scale>[万亿])?(?P<more>[余多])?(?P<unit>[^\d以左上余多]*)(?P<after>以上|以下|左右|上下)?$"
)
_SCALES = {None: 1, "万": 10**4, "亿": 10**8}
_QUANTITIES = ("亩", "公里", "平方米", "吨", "米")
_DURATIONS = ("天", "日", "小时", "工作日", "个工作日", "年", "个月")
_HEADINGS = ((1, re.compile(r"[一二三四五六七八九十]+、")), (2, re.compile(r"[(（][一二三四五六七八九十]+[)）]")))


def kind_of(unit: str) -> FigureKind:
    """What a unit counts."""
    if unit == "%":
        return FigureKind.PERCENT
    if unit == "个百分点":
        return FigureKind.POINTS
    if unit.endswith("元"):
        return FigureKind.AMOUNT
    if unit in _QUANTITIES:
        return FigureKind.QUANTITY
    if unit in _DURATIONS:
        return FigureKind.DURATION
    return FigureKind.MULTIPLE if unit == "倍" else FigureKind.COUNT


def document(marked: str, *, file: str = "passage.txt", **facts: Any) -> Document:
    """A document from a passage with braces; facts are given by name."""
    text, figures = "", []
    sentences = _sentences(re.sub(r"\{([^{}|]*)(?:\|[^{}]*)?\}", r"\1", marked))
    for piece in re.split(r"(\{[^{}]*\})", marked):
        if not piece.startswith("{"):
            text += piece
            continue
        written, *more = piece[1:-1].split("|")
        start = len(text)
        text += written
        figures.append(_figure(f"f{len(figures) + 1}", start, written, dict(one.split("=") for one in more), text))
    extract = Extract(file, text, "txt", "utf-8")
    prepared = Prepared(
        extract, View(text, range(len(text) + 1)), _sections(text), tuple(sentences), Facts(**facts), ()
    )
    return Document(prepared, tuple(figures))


def _figure(id_: str, start: int, written: str, more: dict[str, str], text: str) -> Figure:
    found = _NUMBER.fullmatch(written)
    assert found, written
    scale = _SCALES[found["scale"]]
    unit = found["unit"] or None
    kind = kind_of(unit or "")
    qualifiers = tuple(word for word in (found["before"], found["more"], found["after"]) if word)
    return Figure(
        id=id_,
        start=start,
        end=start + len(written),
        text=written,
        value=Decimal(found["digits"]) * scale,
        value_to=Decimal(found["to"]) * scale if found["to"] else None,
        unit=unit,
        kind=kind,
        written=written.removeprefix(found["before"] or "").removesuffix(found["after"] or ""),
        precision=len(found["digits"].partition(".")[2]),
        scale=scale,
        qualifiers=qualifiers,
        subject=more.get("subject"),
        predicate=more.get("predicate"),
        scope=more.get("scope"),
        period=more.get("period"),
        measure=more.get("measure"),
        measure_score=float(more.get("score", 0.9 if "measure" in more else 0)),
        section="",
        line=1,
        place=None,
        sentence=len(re.findall(r"[。\n]", text)),
        parent=more.get("parent"),
    )


def _sentences(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^。\n！？]+[。！？]?", text)]


def _sections(text: str) -> tuple[Section, ...]:
    heads = []
    for line in re.finditer(r"[^\n]+", text):
        for level, pattern in _HEADINGS:
            if pattern.match(line.group()):
                title_end = line.group().find("。")
                end = line.end() if title_end < 0 else line.start() + title_end + 1
                heads.append((level, line.start(), end, line.group()[: end - line.start()]))
    sections = []
    for index, (level, start, body, title) in enumerate(heads):
        end = next((later[1] for later in heads[index + 1 :] if later[0] <= level), len(text))
        sections.append(Section(title.split("、")[0], level, title, start, body, end))
    return tuple(sections)


def told(checks: tuple[Check, ...], documents: list[Document]) -> list[str]:
    """Checks as examples write them, sorted: `rate holds 878人 720人 82%`, figures in the order of the text.

    Where no figure is used, the part of the text stands in their place, or the sum.
    """
    by_id = {figure.id: figure for one in documents[:1] for figure in one.figures}
    by_id |= {f"d{n}:{figure.id}": figure for n, one in enumerate(documents, 1) for figure in one.figures}
    lines = []
    for one in checks:
        figures = sorted((by_id[id_] for id_ in one.figures), key=lambda figure: figure.start)
        if any(":" in id_ for id_ in one.figures):
            figures = [by_id[id_] for id_ in one.figures]
        words = tuple(figure.text for figure in figures) or (_place(one),)
        lines.append(" ".join((one.kind, one.verdict, *words)))
    return sorted(lines)


def _place(one: Check) -> str:
    return one.id.partition(":")[2] if one.kind.startswith("completeness") else one.computation


def checks_of(marked: str, *kinds: str, **facts: Any) -> list[str]:
    """What the checks of some kinds (all, if none is named) say of a passage."""
    one = document(marked, **facts)
    return told(tuple(c for c in check(one, speech=SPEECH) if not kinds or c.kind in kinds), [one])


def checks_between(*documents: Document) -> list[str]:
    """What the checks over several texts say."""
    return told(check_across(documents, speech=SPEECH), list(documents))


def day(written: str) -> date:
    """A day written 2023-03-10."""
    return date.fromisoformat(written)
