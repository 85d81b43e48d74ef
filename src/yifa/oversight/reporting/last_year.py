"""Last year's value of a measure: as last year's report published it, read by the reader; it goes before records.

Of several figures for one measure the one that stands for the whole is taken, as in `yifa.reader.comparison`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from yifa.law.catalogue.measures import UnknownMeasure, measure
from yifa.reader.comparison import stated_measures
from yifa.reader.figures.qualifiers import inexact
from yifa.reader.reading import Document


class Origin(StrEnum):
    """Where an earlier value comes from."""

    REPORT = "report"
    RECORDS = "records"


@dataclass(frozen=True)
class Earlier:
    """An earlier value; of a report also the file, the line and how it is written, and whether it is exact there."""

    value: Fraction
    origin: Origin
    file: str = ""
    line: int = 0
    written: str = ""
    exact: bool = True


def from_reports(documents: Iterable[Document], year: int | None) -> dict[str, Earlier]:
    """What the reports on a year say, by the id of the measure; the first report that says it counts.

    Without a year every text is taken, whatever year it names.
    """
    found: dict[str, Earlier] = {}
    for document in documents:
        if year is not None and document.facts.year != year:
            continue
        for id_, figure in stated_measures(document).items():
            try:
                units = measure(id_).unit, figure.unit
            except UnknownMeasure:
                continue
            if figure.value_to is None and _same(*units):
                earlier = Earlier(
                    _fraction(figure.value),
                    Origin.REPORT,
                    document.file,
                    figure.line,
                    figure.text,
                    not inexact(figure.qualifiers),
                )
                found.setdefault(id_, earlier)
    return found


def _same(of_measure: str, of_figure: str | None) -> bool:
    """Whether values can be set side by side: rates with rates, hours not with days."""
    spans = {"天", "日", "小时", "工作日", "个工作日"}
    return of_measure == of_figure or not ({of_measure, of_figure} & (spans | {"%"}))


def _fraction(value: Decimal) -> Fraction:
    return Fraction(value)
