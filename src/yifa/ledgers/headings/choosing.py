"""Chooses which table each sheet of a folder is: by its headings, its name, the file's name and what lies beside it.

A workbook usually keeps one kind of matter: its long sheets (送达, 人员 …) look alike in every procedure and belong to
the one whose cases stand in the same workbook. Where two tables fit equally well, neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from yifa.ledgers.headings.finding import Head, find_head
from yifa.ledgers.headings.known import Known, KnownTable
from yifa.ledgers.headings.mapping_file import Given
from yifa.ledgers.headings.spelling import spelled
from yifa.ledgers.sheets import Grid
from yifa.ledgers.values.texts import plain

_TRAILING = re.compile(r"[\s_\-—·.（(]+$")
_NAMED = 2.0  # a sheet that is called as the table is
_CALLED = 0.8  # whose name contains the table's
_MATTER = 0.3  # a sign of the name of the procedure above the table, in the file's or the sheet's name
_MOST_MATTER = 2.4
_CLOSE = 0.02  # so much better one table must fit than another of the same procedure
_CLOSE_MATTERS = 0.08  # or than that of another procedure
_LONG_BESIDE = 0.5  # of the best fit, what a long sheet of the procedure beside it must reach


@dataclass(frozen=True)
class Chosen:
    """A sheet and the table it is; `rivals`: tables that fit as well, so that it was not taken for any."""

    grid: Grid
    head: Head | None
    table: KnownTable | None
    number: int = -1
    rivals: tuple[KnownTable, ...] = ()


def group_of(grid: Grid, known: Known) -> str:
    """What belongs together: the sheets of a workbook; text files whose names differ only by the name of a table."""
    return grid.file if grid.is_workbook else stem_of(grid.file, known)


def stem_of(file: str, known: Known) -> str:
    """The name of a file without that of a table at its end; text files that have it in common belong together."""
    path = PurePosixPath(file)
    stem = path.stem
    for title in known.titles:
        if stem.endswith(title):
            stem = stem.removesuffix(title)
            break
    return f"{path.parent}/{_TRAILING.sub('', stem)}"


def choose(grids: Sequence[Grid], known: Known, given: Sequence[Given | None]) -> list[Chosen]:
    """The table of every sheet of one group; `given`: what a mapping file says of each."""
    found = [find_head(grid, known) if say is None else say.head for grid, say in zip(grids, given, strict=True)]
    scores = [
        {say.table: 1.0}
        if say is not None and say.table is not None
        else {}
        if head is None or say is not None
        else _scores(grid, head, known)
        for grid, head, say in zip(grids, found, given, strict=True)
    ]
    mains = {known.tables[best].procedure for one in scores for best in _best(one, known) if known.tables[best].is_main}
    return [_chosen(grid, head, one, known, mains) for grid, head, one in zip(grids, found, scores, strict=True)]


def _chosen(grid: Grid, head: Head | None, scores: Mapping[int, float], known: Known, mains: set[str]) -> Chosen:
    if head is None or not scores:
        return Chosen(grid, head, None)
    top = _best(scores, known)
    first = known.tables[top[0]]
    if mains and first.kind == "ledger" and not any(known.tables[one].is_main for one in top):
        beside = {
            number: score
            for number, score in scores.items()
            if known.tables[number].procedure in mains and not known.tables[number].is_main
        }
        if beside and max(beside.values()) >= _LONG_BESIDE * scores[top[0]]:
            top = _best(beside, known)
    own = [one for one in top if not known.tables[one].layout]
    if len(top) > 1 and len(own) == 1 and len({known.tables[one].procedure for one in top}) == 1:
        top = own  # an own ledger and others' layouts of it
    if len(top) > 1:
        return Chosen(grid, head, None, rivals=tuple(known.tables[one] for one in top))
    return Chosen(grid, head, known.tables[top[0]], top[0])


def _best(scores: Mapping[int, float], known: Known) -> list[int]:
    """The tables that fit best, all that are as good as the best; of other procedures also those nearly as good."""
    if not scores:
        return []
    first = max(scores, key=lambda number: scores[number])
    own = known.tables[first].procedure

    def is_close(number: int) -> bool:
        close = _CLOSE if known.tables[number].procedure == own else _CLOSE_MATTERS
        return scores[number] >= scores[first] * (1 - close)

    return [first, *(number for number in scores if number != first and is_close(number))]


def _scores(grid: Grid, head: Head, known: Known) -> dict[int, float]:
    """How well each table fits that has the columns without which it says nothing."""
    name = spelled(grid.sheet).full
    above = [plain(cell) for row in range(head.row) for cell in grid.row(row) if isinstance(cell, str)]
    said = (grid.sheet, *PurePosixPath(grid.file).parts, *above)
    matters = [known.once(("matter", text), lambda text=text: _matters(text, known)) for text in said if text]  # type: ignore[misc]
    found = {}
    for number, score in head.scores.items():
        table = known.tables[number]
        columns = {match.column for match in head.fits[number].values()}
        is_named = name in table.title_forms
        if not table.needed <= columns or (len(columns) < 2 and not is_named):
            continue
        is_called = any(len(title) > 1 and title in name for title in table.title_forms)
        called = _NAMED if is_named else _CALLED if is_called else 0.0
        longest = max((matter.get(number, 0) for matter in matters), default=0)
        found[number] = score + called + min(_MOST_MATTER, _MATTER * longest)
    return found


def _matters(text: str, known: Known) -> dict[int, int]:
    """How long the name of a matter is that stands in a text, by table; shortened ones count where no full one does."""
    form = spelled(text).full
    return _standing_in(form, [one.matter_forms for one in known.tables]) or _standing_in(
        form, [one.short_forms for one in known.tables]
    )


def _standing_in(form: str, names: Sequence[Sequence[str]]) -> dict[int, int]:
    found = {}
    for number, own in enumerate(names):
        longest = next((len(name) for name in own if name in form), 0)
        if longest:
            found[number] = longest
    return found
