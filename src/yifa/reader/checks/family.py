"""Do the reports of the parts fit into the report of the whole?

A text is taken as part of another when its level is lower, its year the same, and one of the two names the other's
place. Of a measure that the parent states for its whole area (全市), the children together can have no more; and
what the parent states of one child by name is what that child states itself. A child that states none is named, so
that a smaller sum is understood. Where parent and children count in different ways (new ones here, all there), it is
a question only.

Source: custom (the same measure in a parent's and its children's reports).

Wrong:  全市受理100件; the county 全县受理120件
Right:  全市受理100件; the counties 60件 and 30件, a third county states none
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from yifa.law.catalogue.measures import UnknownMeasure, measure
from yifa.reader.checks.arithmetic import reach
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.matched import WHOLE_AREA, newly, only_one, usable
from yifa.reader.checks.quotients import shown
from yifa.reader.checks.rows import Sheet
from yifa.reader.checks.twice_stated import same_value
from yifa.reader.reading import Check, Document, Figure, FigureKind, Severity, Verdict
from yifa.wording import Language

KIND = CheckKind(
    id="family",
    zh="上下级报告",
    en="Parent and children",
    severity=Severity.MINOR,
    asks_zh="下级报告之和是否不大于上级报告的全域数？缺哪些下级？",
    asks_en="Do the reports of the parts fit into that of the whole, and which parts state none?",
    source="custom",
    across=True,
)
_LEVELS = {"province": 0, "city": 1, "county": 2, "development-zone": 2, "township": 3}


def find(sheets: Sequence[Sheet], speech: Language) -> Iterator[Check]:
    """Every parent that has children among the texts."""
    for parent in range(len(sheets)):
        children = [index for index in range(len(sheets)) if is_child(sheets[index].document, sheets[parent].document)]
        for child in children:
            yield from _told_of(sheets, parent, child, speech)
        for figure in _whole_area(sheets[parent]) if children else ():
            if check := _compared(sheets, parent, figure, children, speech):
                yield check


def is_child(child: Document, parent: Document) -> bool:
    """Whether a yearly report comes from a part of the area another yearly report speaks for, of the same year."""
    one, other = child.facts, parent.facts
    if one.kind != "annual-report" or other.kind != "annual-report" or not (one.place and other.place):
        return False
    levels = _LEVELS.get(one.level or ""), _LEVELS.get(other.level or "")
    if None in levels or one.year is None or one.year != other.year or levels[0] != (levels[1] or 0) + 1:
        return False
    head = child.prepared.view.text[:600] + (one.addressee or "") + (one.authority or "")
    return other.place in head or one.place in parent.prepared.view.text


def _told_of(sheets: Sequence[Sheet], parent: int, child: int, speech: Language) -> Iterator[Check]:
    """What the parent states of one child by name, against what the child states."""
    place = sheets[child].document.facts.place or ""
    for figure in sheets[parent].document.figures:
        if not usable(sheets[parent], figure) or place not in (figure.subject or ""):
            continue
        own = only_one(sheets[child], figure.measure or "", figure.unit)
        if own is None or only_one(sheets[parent], figure.measure or "", figure.unit, place=place) is not figure:
            continue
        ids = [f"d{parent + 1}:{figure.id}", f"d{child + 1}:{own.id}"]
        verdict = same_value(figure, own)
        values = {"measure": _name(figure, speech), "place": place}
        sum_ = f"{shown(figure)} {'=' if verdict is Verdict.HOLDS else '≈' if verdict else '≠'} {shown(own)}"
        if verdict:
            message = speech.say("{measure}: both texts state {sum} for {place}.", sum=sum_, **values)
            yield KIND.answer_over(verdict, ids, sum_, message)
        else:
            message = speech.say("{measure}: {sum} for {place}; please check the basis.", sum=sum_, **values)
            yield KIND.answer_over(Verdict.CONTRADICTED, ids, sum_, message)


def _whole_area(sheet: Sheet) -> Iterator[Figure]:
    """Figures stated for the whole area, each measure once and only where all values agree."""
    told: set[str] = set()
    for figure in sheet.document.figures:
        if figure.kind is not FigureKind.COUNT or figure.scope not in WHOLE_AREA or not usable(sheet, figure):
            continue
        if figure.measure not in told and only_one(sheet, figure.measure or "", figure.unit) is figure:
            told.add(figure.measure or "")
            yield figure


def _compared(
    sheets: Sequence[Sheet], parent: int, figure: Figure, children: Sequence[int], speech: Language
) -> Check | None:
    asked = {index: only_one(sheets[index], figure.measure or "", figure.unit) for index in children}
    stated = [(index, found) for index, found in asked.items() if found]
    if not stated:
        return None
    ids = [f"d{parent + 1}:{figure.id}", *(f"d{index + 1}:{found.id}" for index, found in stated)]
    names = [sheets[index].document.facts.place or "" for index, found in asked.items() if found is None]
    total = sum((reach(found).low for _, found in stated), Fraction(0))
    whole = reach(figure)
    fits = whole.high is None or total <= whole.high
    sum_ = f"{' + '.join(shown(found) for _, found in stated)} {'≤' if fits else '>'} {shown(figure)}"
    values = {"sum": sum_, "measure": _name(figure, speech)}
    if fits and names:
        message = speech.say("{measure}: {sum}; not stated by {names}.", names="、".join(names), **values)
        return KIND.answer_over(Verdict.HOLDS, ids, sum_, message)
    if fits:
        message = speech.say("{measure}: {sum}; the parts fit into the whole.", **values)
        return KIND.answer_over(Verdict.HOLDS, ids, sum_, message)
    if _one_way(sheets, parent, figure, stated):
        message = speech.say(
            "{measure}: {sum}; the parts come to more than the whole, please check the basis.", **values
        )
        return KIND.answer_over(Verdict.CONTRADICTED, ids, sum_, message)
    message = speech.say("{measure}: {sum}; parent and children may count in different ways.", **values)
    return KIND.answer_over(Verdict.UNVERIFIABLE, ids, sum_, message)


def _one_way(sheets: Sequence[Sheet], parent: int, figure: Figure, stated: Sequence[tuple[int, Figure]]) -> bool:
    """Whether all count what there is, or all what was added; one subject, the child's whole area."""
    kinds = {newly(sheets[parent], figure), *(newly(sheets[index], found) for index, found in stated)}
    subjects = {figure.subject, *(found.subject for _, found in stated)}
    extents = all(found.scope is None or found.scope in WHOLE_AREA for _, found in stated)
    return len(kinds) == 1 and len(subjects) == 1 and extents


def _name(figure: Figure, speech: Language) -> str:
    try:
        known = measure(figure.measure or "")
    except UnknownMeasure:
        return figure.subject or ""
    return known.name.zh if speech.tag == "zh" else known.name.en
