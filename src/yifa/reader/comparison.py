"""Measures of several texts side by side: one authority over the years, or its peers.

Results only: what is aimed at for a later year and values before a change are left out. A figure that is mapped to a
measure of the corpus is compared by that measure; one that is not, only by equal words. Where a text states a measure
several times, the total of the widest extent is taken, and what else it says is kept.
Growth is worked out between texts of one authority in order of their years; differences of unit, extent, exactness
and cut-off day are named, not argued away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from yifa.reader.checks.rows import Sheet, same_unit
from yifa.reader.checks.targets import not_results
from yifa.reader.checks.twice_stated_across import cut_off
from yifa.reader.figures.qualifiers import inexact, is_change
from yifa.reader.reading import COUNTING_KINDS, Document, Facts, Figure, FigureKind

_WHOLE = ("全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全镇", "全域")
_SURE = 0.5
_CHANGED = re.compile(r"[增升降减缩]|提高|达到|扩|翻|为$|至$|到$")
_DAY = 30


class Difference(StrEnum):
    """In what the figures of a row are not of one definition."""

    UNIT = "unit"
    SCOPE = "scope"
    CUT_OFF = "cut-off"
    EXACTNESS = "exactness"


@dataclass(frozen=True)
class Cell:
    """What one text says of a measure: the figure taken, and ids of others it states for it."""

    figure: Figure
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Growth:
    """From one text to a later one (their places among the documents): the difference, and in per cent of the earlier.

    `rate` is None where the earlier is nought, or where the figures are rates themselves (the difference is in points).
    """

    earlier: int
    later: int
    difference: Decimal
    rate: Fraction | None


@dataclass(frozen=True)
class ComparedMeasure:
    """One row: a measure (or, unmapped, its words) and a cell for each text, None where it states none."""

    measure: str | None
    words: str
    unit: str | None
    kind: FigureKind
    cells: tuple[Cell | None, ...]
    differences: tuple[Difference, ...]
    growth: tuple[Growth, ...]


@dataclass(frozen=True)
class Comparison:
    """The texts in the order given, and the measures that two of them state at least."""

    files: tuple[str, ...]
    facts: tuple[Facts, ...]
    rows: tuple[ComparedMeasure, ...]


Key = tuple[str, str, FigureKind]


def compare(documents: Sequence[Document]) -> Comparison:
    """The measures of several texts side by side, in the order in which the first text states them."""
    tables = [_measures(document) for document in documents]
    keys = dict.fromkeys(key for table in tables for key in table)
    rows = []
    for key in keys:
        cells = [_cell(table.get(key, [])) for table in tables]
        if sum(cell is not None for cell in cells) >= min(2, len(documents)) and len(documents) > 1:
            rows.append(_row(key, cells, documents))
    return Comparison(
        tuple(document.file for document in documents), tuple(document.facts for document in documents), tuple(rows)
    )


def _measures(document: Document) -> dict[Key, list[Figure]]:
    """Figures by what they count; changes, aims and earlier values are left out."""
    found: dict[Key, list[Figure]] = {}
    left_out = not_results(Sheet(document))
    for figure in document.figures:
        if figure.kind not in COUNTING_KINDS or is_change(figure.qualifiers) or figure.period == "previous":
            continue
        if figure.id in left_out:
            continue
        if figure.measure and figure.measure_score >= _SURE:
            found.setdefault(("measure", figure.measure, figure.kind), []).append(figure)
        elif figure.subject and len(figure.subject) > 1:
            words = f"{figure.subject}·{figure.predicate or ''}·{figure.unit or ''}"
            found.setdefault(("words", words, figure.kind), []).append(figure)
    return found


def stated_measures(document: Document) -> dict[str, Figure]:
    """What one text states of measures of the corpus: for each the figure that stands for the whole."""
    cells = ((key, _cell(figures)) for key, figures in _measures(document).items())
    return {name: cell.figure for (how, name, _), cell in cells if how == "measure" and cell is not None}


def _cell(figures: Sequence[Figure]) -> Cell | None:
    """The figure that stands for the whole: stated for the whole area, no part of another, the surest, the first."""
    if not figures:
        return None
    taken = min(
        figures,
        key=lambda one: (one.scope not in _WHOLE, one.parent is not None, -one.measure_score, one.start),
    )
    return Cell(taken, tuple(one.id for one in figures if one is not taken))


def _row(key: Key, cells: Sequence[Cell | None], documents: Sequence[Document]) -> ComparedMeasure:
    how, name, kind = key
    filled = [(index, cell.figure) for index, cell in enumerate(cells) if cell]
    first = filled[0][1]
    return ComparedMeasure(
        measure=name if how == "measure" else None,
        words=_words(first) or name,
        unit=first.unit,
        kind=kind,
        cells=tuple(cells),
        differences=tuple(_differences(filled, documents)),
        growth=tuple(_growth(filled, documents)),
    )


def _words(figure: Figure) -> str:
    """Subject and predicate; a way of changing (压减至) is not part of what is counted."""
    predicate = figure.predicate or ""
    return (figure.subject or "") + ("" if figure.subject and _CHANGED.search(predicate) else predicate)


def _differences(filled: Sequence[tuple[int, Figure]], documents: Sequence[Document]) -> Iterable[Difference]:
    figures = [figure for _, figure in filled]
    if not all(same_unit(figures[0], one) for one in figures[1:]):
        yield Difference.UNIT
    if len({_extent(figure) for figure in figures}) > 1:
        yield Difference.SCOPE
    days = [_into_the_year(documents[index].facts) for index, _ in filled]
    known = [day for day in days if day is not None]
    if known and max(known) - min(known) > _DAY:
        yield Difference.CUT_OFF
    if len({inexact(figure.qualifiers) for figure in figures}) > 1:
        yield Difference.EXACTNESS


def _extent(figure: Figure) -> str | None:
    return "whole" if figure.scope in _WHOLE else figure.scope


def _into_the_year(facts: Facts) -> int | None:
    """How many days of its year a text can have counted."""
    until = cut_off(facts)
    return None if until is None or facts.year is None else (until - date(facts.year, 1, 1)).days


def _growth(filled: Sequence[tuple[int, Figure]], documents: Sequence[Document]) -> Iterable[Growth]:
    """From each year to the next that one authority reports on; exact figures of one unit only."""
    dated = [
        (documents[index].facts.year or 0, index, figure)
        for index, figure in filled
        if documents[index].facts.year is not None and not inexact(figure.qualifiers) and figure.value_to is None
    ]
    dated.sort(key=lambda one: one[:2])
    for place, (year, index, figure) in enumerate(dated):
        before = [
            one
            for one in dated[:place]
            if one[0] < year and _one_authority(documents[one[1]].facts, documents[index].facts)
        ]
        if not before or before[-1][2].unit != figure.unit:
            continue
        earlier = before[-1][2]
        difference = figure.value - earlier.value
        of_rates = figure.kind in (FigureKind.PERCENT, FigureKind.POINTS) or not earlier.value
        rate = None if of_rates else 100 * Fraction(difference) / Fraction(earlier.value)
        yield Growth(before[-1][1], index, difference, rate)


def _one_authority(one: Facts, other: Facts) -> bool:
    if one.authority and one.authority == other.authority:
        return True
    return one.place is not None and (one.place, one.level) == (other.place, other.level)
