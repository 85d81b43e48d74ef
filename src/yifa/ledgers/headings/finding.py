"""Finds in which row the headings of a sheet stand, and how well each known table fits them.

Title rows above, a line of units, two or three lines of which the upper ones span several columns: every place near
the top is tried, and the one whose headings say most is taken.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yifa.ledgers.headings.known import BETWEEN, Known, KnownTable
from yifa.ledgers.headings.spelling import spelled
from yifa.ledgers.sheets import Cell, Grid
from yifa.ledgers.taken import Sureness
from yifa.ledgers.values.texts import plain

LAST_ROW = 20
"""Headings begin in one of the first so many rows."""
DEEPEST = 3
"""Lines a head may have."""
_WEIGHT = {Sureness.EXACT: 1.0, Sureness.ALSO: 0.9, Sureness.LIKELY: 0.5}
_EACH = 0.2  # what every column that is known counts, however common its heading is
_DEEPER = 0.05  # so much more a head of several lines must say
_LONGEST = 60  # characters of a heading
_SURELY = 0.9  # of a row, what must be headings for no other row to be looked at
_ENOUGH = 3  # headings of a head that is taken at once
_CANDIDATES = 3  # rows that are tried


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column: as shown, and the readings it may have, the best first (of several lines)."""

    shown: str
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A column of the sheet that fits a column of a table. `also_fits`: further columns it fits as well."""

    column: int
    sureness: Sureness
    reading: str
    also_fits: tuple[int, ...] = ()


@dataclass(frozen=True)
class Head:
    """Headings at a place: the row they begin in, how many lines, and what fits, by table and column of the sheet.

    `of`: what they were read from; the same wherever the same stands.
    """

    row: int
    depth: int
    of: Hashable
    headings: tuple[Heading, ...]
    fits: Mapping[int, Mapping[int, Match]]
    scores: Mapping[int, float]

    @property
    def best(self) -> float:
        """How well the table fits that fits best."""
        return max(self.scores.values(), default=0.0)


def find_head(grid: Grid, known: Known, *, at: int | None = None) -> Head | None:
    """The headings of a sheet; None where nothing near the top is known. `at`: the row a mapping names."""
    found: Head | None = None
    for row, depth in _places(grid, known) if at is None else [(at, depth) for depth in range(1, DEEPEST + 1)]:
        if row + depth > grid.rows:
            continue
        head = _head(grid, known, row, depth)
        if head.fits and (found is None or head.best > found.best + _DEEPER):
            found = head
    return found


def _places(grid: Grid, known: Known) -> list[tuple[int, int]]:
    """Where headings may stand: the rows with most words that are headings somewhere, alone or with lines around."""
    hits: dict[int, int] = {}
    filled: dict[int, int] = {}
    for row in range(min(grid.rows, LAST_ROW)):
        texts = [text for text in _line(grid, row, spread=False) if text]
        if len(texts) > 1:
            hits[row], filled[row] = sum(1 for text in texts if known.is_heading(text)), len(texts)
        if _is_sure(row - 1, hits, filled):
            return [(row - 1, 1)]
    best = sorted((row for row, count in hits.items() if count), key=lambda row: (-hits[row], row))[:_CANDIDATES]
    if best and _is_sure(best[0], hits, filled):
        return [(best[0], 1)]
    places = {
        (row - above, above + 1 + below) for row in best for above in range(DEEPEST) for below in range(DEEPEST - above)
    }
    return sorted(((row, depth) for row, depth in places if row >= 0), key=lambda place: (place[1], place[0]))


def _is_sure(row: int, hits: Mapping[int, int], filled: Mapping[int, int]) -> bool:
    """Whether a row is the head beyond doubt: nearly all of it headings, and nothing of the kind around it."""
    return (
        filled.get(row, 0) >= _ENOUGH
        and hits[row] >= _SURELY * filled[row]
        and not hits.get(row - 1)
        and not hits.get(row + 1)
    )


def _head(grid: Grid, known: Known, row: int, depth: int) -> Head:
    merged = tuple(
        (one.first_row - row, one.last_row - row, one.first_column, one.last_column)
        for one in grid.merged
        if one.first_row < row + depth and one.last_row >= row
    )
    lines = tuple(cell for at in range(row, row + depth) for cell in grid.row(at))
    of = depth, merged, lines
    headings, fits, scores = known.once(of, lambda: _read(grid, known, row, depth))
    return Head(row, depth, of, headings, fits, scores)


def _read(
    grid: Grid, known: Known, row: int, depth: int
) -> tuple[tuple[Heading, ...], Mapping[int, Mapping[int, Match]], Mapping[int, float]]:
    headings = headings_at(grid, row, depth)
    return headings, *_fits(headings, known)


def _fits(headings: tuple[Heading, ...], known: Known) -> tuple[dict[int, dict[int, Match]], dict[int, float]]:
    """What the columns fit, by table, and how well each table does."""
    fits: dict[int, dict[int, Match]] = {}
    for place, heading in enumerate(headings):
        readings = heading.readings
        fitting = known.once(("fitting", readings), lambda readings=readings: tuple(_fitting(readings, known)))  # type: ignore[misc]
        for table, match in fitting:
            fits.setdefault(table, {}).setdefault(place, match)
    return fits, {table: _score(matches, known.tables[table], known) for table, matches in fits.items()}


def headings_at(grid: Grid, row: int, depth: int) -> tuple[Heading, ...]:
    """The headings in some lines of a sheet."""
    lines = [_line(grid, row + place, spread=place < depth - 1) for place in range(depth)]
    return tuple(_heading([line[column] for line in lines]) for column in range(len(grid.columns)))


def _line(grid: Grid, row: int, *, spread: bool) -> list[str]:
    """A line of headings; what spans several columns stands in each of them."""
    line = [_as_heading(cell) for cell in grid.row(row)]
    if not spread:
        return line
    merged = [one for one in grid.merged if one.first_row <= row <= one.last_row]
    for one in merged:
        last = min(one.last_column, len(line) - 1)
        for column in range(one.first_column, last + 1):
            line[column] = line[one.first_column]
    if not merged:
        for column in range(1, len(line)):
            line[column] = line[column] or line[column - 1]
    return line


def _as_heading(cell: Cell) -> str:
    """A content as a heading; days and amounts are none."""
    text = plain(cell) if isinstance(cell, str) else ""
    return " ".join(text.split()) if len(text) <= _LONGEST else ""


def _heading(parts: Sequence[str]) -> Heading:
    """The parts of a heading from above, the last being the line of the column itself.

    A head of several lines that was written in one (处罚决定·送达日期, as a needs-correction sheet has it) is read as
    what it was.
    """
    own = parts[-1]
    above = [part for part in dict.fromkeys(parts[:-1]) if part and part != own]
    if not above:
        *above, own = [part for part in own.split(BETWEEN) if part] or [own]
    if not own:
        return Heading("", ()) if not above else Heading(BETWEEN.join(above), ("".join(above), above[-1]))
    if not above:
        return Heading(own, (own,))
    return Heading(BETWEEN.join((*above, own)), ("".join((*above, own)), f"{above[-1]}{own}", own))


def _fitting(readings: tuple[str, ...], known: Known) -> Iterator[tuple[int, Match]]:
    """What a heading fits, the surest and then the most complete reading first."""
    for likely in (False, True):
        for reading in dict.fromkeys(readings):
            form = spelled(reading)
            names = (f"~{form.loose}",) if likely else tuple(dict.fromkeys((form.full, form.bare)))
            for name in names:
                by_table: dict[int, list[tuple[int, Sureness]]] = {}
                for one in known.spellings.get(name, ()):
                    by_table.setdefault(one.table, []).append((one.column, one.sureness))
                for table, ones in by_table.items():
                    ones.sort(key=lambda one: (-_WEIGHT[one[1]], one[0]))
                    rivals = tuple(column for column, how in ones[1:] if how is ones[0][1])
                    yield table, Match(ones[0][0], ones[0][1], name, rivals)


def _score(matches: Mapping[int, Match], table: KnownTable, known: Known) -> float:
    best: dict[int, float] = {}
    for match in matches.values():
        if table.columns[match.column].added:
            continue
        weight = _EACH + known.rarity.get(match.reading, 0.0) * _WEIGHT[match.sureness]
        best[match.column] = max(best.get(match.column, 0.0), weight)
    return sum(best.values())
