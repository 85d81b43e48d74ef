"""What `figures.yaml` of a procedure says, as trees of conditions: one counted figure for each way of counting.

A figure reads the act itself (`it`), other acts of its case, and attributes. Figures that read nothing but the act and
attributes are *plain*: they can be told from the table of acts row by row, without the rest of the case.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from yifa.law.catalogue.figures import FIGURES, REST, Counting, FiguresFile, figure_scope
from yifa.law.catalogue.folders import Folder, folder, place_of, procedure_ids
from yifa.law.catalogue.reading import read_file
from yifa.law.conditions import Type, condition, value
from yifa.law.conditions.columns import Attribute, Column, DayOf, FieldOf, MinuteOf, Occurrence, Pick
from yifa.law.conditions.tree import Arithmetic, Choose, Constant, Expr, Read, Sign, columns_of
from yifa.law.facts import needs

ALL = Constant(True)


@dataclass(frozen=True)
class Heaviest:
    """Whether a step is the heaviest that a list of an act names.

    `ranks`: each word with the number of its step, counted from 1; words of no step have 0. `step`: the number that is
    wanted, 0 for what no step names.
    """

    field: str
    ranks: Mapping[str, int]
    step: int


@dataclass(frozen=True)
class CountedFigure:
    """One way of counting one measure.

    `act`: each occurrence of it is looked at, None where cases in hand are counted (`since`, `until`). `holds`: for
    which it counts. `value`: what is added up, None where only their number counts. `number`: its place in the set.
    """

    number: int
    procedure: str
    counting: Counting
    act: str | None
    holds: Expr = ALL
    value: Expr | None = None
    heaviest: Heaviest | None = None
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()

    @property
    def measure(self) -> str:
        """The measure that is counted."""
        return self.counting.measure

    @property
    def id(self) -> str:
        """How it is called: the procedure and its place among the figures there."""
        return f"{self.procedure}/{self.number + 1}"

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns it reads."""
        return tuple(columns_of(self.holds, *(() if self.value is None else (self.value,))))

    @property
    def plain(self) -> bool:
        """Whether it can be told from the row of the act alone."""
        return self.act is not None and all(map(_of_the_row, self.columns))

    @property
    def rests_on(self) -> frozenset[tuple[str, str | None]]:
        """The acts, and the fields of acts, without which nothing can be told."""
        read = {need for column in self.columns for need in needs(column)}
        if self.act is not None:
            read.add((self.act, None))
        if self.heaviest is not None and self.act is not None:
            read.add((self.act, self.heaviest.field))
        return frozenset((*read, *((act, None) for act in (*self.since, *self.until))))


@dataclass(frozen=True)
class FigureSet:
    """All counted figures of a procedure."""

    folder: Folder
    figures: tuple[CountedFigure, ...]

    def of(self, measure: str) -> tuple[CountedFigure, ...]:
        """The ways in which a measure is counted here."""
        return tuple(one for one in self.figures if one.measure == measure)


@cache
def figure_set(name: str) -> FigureSet:
    """The figures of a procedure by its id; none where it has no `figures.yaml`. Raises `UnknownProcedure`."""
    return understand(folder(name))


def understand(of: Folder) -> FigureSet:
    """The figures of a folder that was checked."""
    read = of.figures
    figures = [_understood(of, number, one) for number, one in enumerate(read.figures if read else ())]
    return FigureSet(of, tuple(figures))


@cache
def _written() -> tuple[tuple[str, FiguresFile], ...]:
    """The `figures.yaml` of every procedure, in the order of their ids."""
    places = ((id_, place_of(id_) / FIGURES) for id_ in procedure_ids())
    return tuple((id_, read_file(path, FiguresFile)) for id_, path in places if path.is_file())


def without_data(loaded: Collection[str]) -> tuple[CountedFigure, ...]:
    """The figures of all procedures but these, by name only: for saying that there are no data of them."""
    return tuple(
        CountedFigure(number, id_, one, one.of, since=one.since, until=one.until)
        for id_, read in _written()
        if id_ not in loaded
        for number, one in enumerate(read.figures)
    )


def _understood(of: Folder, number: int, one: Counting) -> CountedFigure:
    name = of.procedure.id
    if one.of is None:
        return CountedFigure(number, name, one, None, since=one.since, until=one.until)
    scope = figure_scope(of.procedure, one.of)
    holds = condition(one.when, scope) if one.when else ALL
    added: Expr | None = None
    if one.sum:
        found = value(one.sum, scope)
        added = found.expr if found.exists == ALL else Choose(found.exists, found.expr, Constant(0))
    if one.days:
        start = value(one.days, scope, expected=Type.DAY)
        added = Arithmetic(Sign.MINUS, Read(DayOf(Occurrence(one.of, Pick.IT))), start.expr)
    return CountedFigure(number, name, one, one.of, holds, added, _heaviest(of, one))


def _heaviest(of: Folder, one: Counting) -> Heaviest | None:
    for name, step in one.heaviest.items():
        scale = of.figures.scales[name] if of.figures else None
        assert scale is not None  # noqa: S101 - seen to by the check of the file
        ranks = {word: place for place, known in enumerate(scale.steps, 1) for word in known.words}
        wanted = 0 if step == REST else [known.id for known in scale.steps].index(step) + 1
        return Heaviest(scale.field, ranks, wanted)
    return None


def _of_the_row(column: Column) -> bool:
    match column:
        case Attribute():
            return True
        case FieldOf(of=of) | DayOf(of=of) | MinuteOf(of=of):
            return of.pick is Pick.IT
    return False
