"""Which figures are no results: aims still to be reached, and values of before a change (由11.6天压缩至4.3天).

An aim is told by the words of its own part of the sentence (力争, 争取, 目标, 不低于 behind 确保), by a heading of
what is to come, or by a period behind that of the text. 确保 alone may as well speak of what was done.
"""

from __future__ import annotations

import re

from yifa.reader.checks.from_to import before_changes
from yifa.reader.checks.rows import Row, Sheet
from yifa.reader.subjects.aims import AIM, AIM_OF_CLAUSE, AIMED_HEADING, PLANNED


def not_results(sheet: Sheet) -> frozenset[str]:
    """The ids of figures that do not say how things were in the period of the text."""
    year = sheet.document.facts.year
    found = {one.id for one in sheet.document.figures if one.period == PLANNED or (year and _year(one.period) > year)}
    for row in sheet.rows:
        gone = before_changes(row)
        ahead = sheet.under(AIMED_HEADING, row.start)
        found |= {
            spot.figure.id
            for at, spot in enumerate(row.spots)
            if at in gone or ahead or AIM.search(_words_before(row, at)) or AIM_OF_CLAUSE.search(spot.clause)
        }
    return frozenset(found)


def _year(period: str | None) -> int:
    return int(period[:4]) if period and period[:4].isdigit() else 0


def _words_before(row: Row, at: int) -> str:
    """The words of its part of the sentence, up to a figure."""
    words = "".join(spot.lead + (spot.figure.unit or "") for spot in row.spots[: at + 1])
    return re.split(r"[;。]", words)[-1]
