"""What the heads and lines of a table tie together: a line with its 合计, two years with their change, a rate.

Nothing is guessed from one line. A line sum or a rate counts as meant when two other lines of the table bear it out (a
rate without decimals: three); only then is a line that does not called a difference. Two years and a column of change
say by their heads what belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import permutations

from yifa.reader.checks.arithmetic import reach
from yifa.reader.checks.quotients import judged, moved
from yifa.reader.checks.rows import Sheet, same_unit
from yifa.reader.checks.verdicts import AGREES
from yifa.reader.figures.tables import Cell, change_head, find_cells, time_head
from yifa.reader.reading import Figure, FigureKind, Verdict

_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|共\s*计|小\s*计|总数|总量)$")
_NO_MEMBER = re.compile(r"其中|率|占比|比例|比重|同比|环比|增|减|上年|去年|同期|累计|均|序号|\d月|(?:19|20)\d\d")
_BEFORE = re.compile(r"上(?:一)?[年期]|去年|同期")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RATE = re.compile(r"率$|占比$|比例$|比重$")
_SUMMED = frozenset({FigureKind.COUNT, FigureKind.AMOUNT, FigureKind.QUANTITY})
_MOST_COLUMNS = 12
_BORNE_OUT = 2


@dataclass
class Grid:
    """One table: its lines, each the figures by their column, and the heads of the columns."""

    heads: dict[int, str] = field(default_factory=dict)
    lines: dict[int, dict[int, Figure]] = field(default_factory=dict)


@dataclass(frozen=True)
class LineSum:
    """A line of a table with the figure under 合计; `meant` says that other lines bear the sum out."""

    total: Figure
    members: tuple[Figure, ...]
    meant: bool


@dataclass(frozen=True)
class YearPair:
    """One measure in two years and its change, as the heads of the columns say."""

    earlier: Figure
    later: Figure
    change: Figure


@dataclass(frozen=True)
class LineRate:
    """A rate in a line with the part and whole that give it in other lines."""

    part: Figure
    whole: Figure
    rate: Figure


def line_sums(sheet: Sheet) -> Iterator[LineSum]:
    """Every line with a column 合计 whose other columns are its parts."""
    for grid in _grids(sheet):
        totals = [place for place, head in grid.heads.items() if _TOTAL.match(head)]
        parts = [place for place in grid.heads if place not in totals]
        if len(totals) != 1 or len(parts) < 2 or any(_NO_MEMBER.search(grid.heads[place]) for place in parts):
            continue
        found = []
        for line in grid.lines.values():
            total = line.get(totals[0])
            members = tuple(line[place] for place in parts if place in line)
            if total and len(members) > 1 and all(_adds(total, one) for one in members):
                found.append((total, members, sum((one.value for one in members), Decimal(0)) == total.value))
        agreeing = sum(fits for _, _, fits in found)
        for total, members, fits in found:
            complete = len(members) == len(parts)
            yield LineSum(total, members, complete and agreeing - fits >= _BORNE_OUT)


def year_pairs(sheet: Sheet) -> Iterator[YearPair]:
    """Every line that has a column of a year, one of the year before, and one of the change between them."""
    for grid in _grids(sheet):
        places = _years(grid.heads)
        changes = [place for place, head in grid.heads.items() if change_head(head)]
        if places is None or len(changes) != 1:
            continue
        for line in grid.lines.values():
            earlier, later, change = (line.get(place) for place in (*places, changes[0]))
            if earlier and later and change and earlier.kind is later.kind:
                yield YearPair(earlier, later, change)


def line_rates(sheet: Sheet) -> Iterator[LineRate]:
    """Rates whose part and whole stand in the same two columns in every line that gives them."""
    for grid in _grids(sheet):
        counted = [place for place, head in grid.heads.items() if not _RATE.search(head) and not change_head(head)]
        for place, head in grid.heads.items():
            if _RATE.search(head) and len(counted) <= _MOST_COLUMNS:
                yield from _rates_of(grid, place, counted)


def _rates_of(grid: Grid, rate: int, counted: Sequence[int]) -> Iterator[LineRate]:
    best: tuple[int, list[LineRate]] = (0, [])
    for top, bottom in permutations(counted, 2):
        lines = [
            LineRate(line[top], line[bottom], line[rate])
            for line in grid.lines.values()
            if {top, bottom, rate} <= line.keys() and _shares(line[top], line[bottom], line[rate])
        ]
        agreeing = [one for one in lines if judged(reach(one.part), reach(one.whole), one.rate) in AGREES]
        telling = [one for one in agreeing if 0 < one.rate.value < 100]
        needed = _BORNE_OUT if any(one.rate.precision for one in telling) else _BORNE_OUT + 1
        if len(telling) >= needed and len(agreeing) * 2 > len(lines) and len(agreeing) > best[0]:
            best = len(agreeing), lines
    yield from best[1]


def _shares(part: Figure, whole: Figure, rate: Figure) -> bool:
    return rate.kind is FigureKind.PERCENT and part.kind in _SUMMED and same_unit(part, whole) and whole.value > 0


def _adds(total: Figure, one: Figure) -> bool:
    return total.kind in _SUMMED and same_unit(total, one)


def _years(heads: dict[int, str]) -> tuple[int, int] | None:
    """The columns of the year before and of the year, where there are just these two."""
    timed = [place for place, head in heads.items() if time_head(head)]
    if len(timed) != 2:
        return None
    first, second = timed
    years = [_YEAR.search(heads[place]) for place in timed]
    if years[0] and years[1]:
        numbers = int(years[0].group()), int(years[1].group())
        if abs(numbers[0] - numbers[1]) != 1 or _YEAR.sub("", heads[first]) != _YEAR.sub("", heads[second]):
            return None
        return (first, second) if numbers[0] < numbers[1] else (second, first)
    before = [place for place in timed if _BEFORE.search(heads[place])]
    if len(before) != 1:
        return None
    return (first, second) if before[0] == first else (second, first)


def _grids(sheet: Sheet) -> Iterator[Grid]:
    figures = {start: figure for start, figure in sheet.starts.items() if figure.value_to is None}
    grid, number = Grid(), -1
    cell: Cell
    for cell in find_cells(sheet.view):
        if cell.table != number:
            if len(grid.lines) > 0:
                yield grid
            grid, number = Grid(), cell.table
        if figure := figures.get(cell.start):
            # A second head within one table begins it anew.
            if grid.heads.get(cell.place, cell.column) != cell.column:
                yield grid
                grid = Grid()
            grid.heads[cell.place] = cell.column
            grid.lines.setdefault(cell.line, {})[cell.place] = figure
    if grid.lines:
        yield grid


def change_verdict(pair: YearPair) -> Verdict:
    """What a stated change says of its two years; a fall may be written with or without its sign."""
    told, earlier, later = pair.change, pair.earlier, pair.later
    by = later.value - earlier.value
    if told.kind is FigureKind.PERCENT and earlier.kind is not FigureKind.PERCENT:
        return _rate_verdict(pair)
    if told.kind not in (later.kind, FigureKind.POINTS) and told.unit is not None:
        return Verdict.UNVERIFIABLE
    if told.value == by:
        return Verdict.HOLDS
    if abs(told.value) == abs(by):
        return Verdict.UNVERIFIABLE if told.value * by < 0 and "增加" in told.qualifiers else Verdict.HOLDS
    certain = told.unit is not None and not (reach(earlier).loose or reach(later).loose)
    exact = reach(earlier).exact and reach(later).exact
    return Verdict.CONTRADICTED if certain and (exact or told.kind is FigureKind.POINTS) else Verdict.UNVERIFIABLE


def _rate_verdict(pair: YearPair) -> Verdict:
    sign = 1 if pair.later.value >= pair.earlier.value else -1
    now, before = reach(pair.later), reach(pair.earlier)
    if not pair.earlier.value:
        return Verdict.UNVERIFIABLE
    told = replace(pair.change, value=abs(pair.change.value))
    verdict = judged(moved(now, before, sign), before, told)
    if verdict not in AGREES and pair.earlier.kind is FigureKind.AMOUNT:
        return Verdict.UNVERIFIABLE  # growth of money is often stated at constant prices
    wrong_way = pair.change.value * sign < 0 and "增加" in pair.change.qualifiers
    return Verdict.UNVERIFIABLE if verdict in AGREES and wrong_way else verdict
