"""Figures that two texts give for one measure of the corpus: surely mapped, said once, and not planned for later."""

from __future__ import annotations

import re

from yifa.reader.checks.alike import planned
from yifa.reader.checks.rows import Sheet
from yifa.reader.figures.qualifiers import is_change
from yifa.reader.reading import COUNTING_KINDS, Figure

WHOLE_AREA = ("全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全镇", "全乡", "全域")
SURE = 0.8
_NEW = re.compile(r"新增|新建|新培|新聘|新设|净增|培训|每")


def usable(sheet: Sheet, figure: Figure) -> bool:
    """Whether a figure may stand for its measure: a level of this period, no part, no plan."""
    if figure.measure is None or figure.measure_score < SURE or figure.kind not in COUNTING_KINDS:
        return False
    if figure.period == "previous" or figure.parent is not None or is_change(figure.qualifiers):
        return False
    placed = sheet.spots.get(figure.id)
    return placed is not None and not planned(sheet, placed[0])


def only_one(sheet: Sheet, measure: str, unit: str | None, *, place: str | None = None) -> Figure | None:
    """The text's figure for a measure: that of its whole area, or else the only value it states; None if there is none.

    Figures of another place (a member's row in a table) are passed over, unless that place is asked for.
    """
    found = [
        one for one in sheet.document.figures if one.measure == measure and one.unit == unit and usable(sheet, one)
    ]
    found = [one for one in found if (place is None) != bool(place and place in (one.subject or ""))]
    whole = [one for one in found if one.scope in WHOLE_AREA] or found
    return whole[0] if whole and len({one.value for one in whole}) == 1 else None


def same_extent(one: Figure, other: Figure) -> bool:
    """Whether two figures of one authority have one extent; the whole area need not be named."""
    extents = {None if figure.scope in WHOLE_AREA else figure.scope for figure in (one, other)}
    return len(extents) == 1


def same_words(one: Figure, other: Figure) -> bool:
    """Whether two figures are told in the same words: one act, one subject, perhaps in shorter form."""
    if (one.predicate or "") != (other.predicate or ""):
        return False
    first, second = one.subject or "", other.subject or ""
    return bool(first and second) and (first in second or second in first)


def newly(sheet: Sheet, figure: Figure) -> bool:
    """Whether a figure counts what has been added, not what there is."""
    row, index = sheet.spots[figure.id]
    return bool(_NEW.search(row.spots[index].words))
