"""Figures set against each other (勾稽): parts that add up, parts within the whole, steps of a funnel.

A relation is broken only where nothing is open: where a record leaves something unknown, the difference may lie there,
and that is what is said. «All» is true only where whole and part are the same and not one row is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from yifa.law.catalogue.measures import measures
from yifa.law.figures.working_out import Figure


class Kind(StrEnum):
    """What is asked of figures."""

    ADDS_UP = "adds-up"
    WITHIN = "within"
    FUNNEL = "funnel"
    FORM = "form"
    """What a statistics form asks of its cells."""


class Standing(StrEnum):
    """How a relation stands."""

    HOLDS = "holds"
    BROKEN = "broken"
    OPEN = "open"


@dataclass(frozen=True)
class Relation:
    """Both sides by the ids of their measures, with their values; None where a value is missing."""

    kind: Kind
    standing: Standing
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_value: Fraction | None = None
    right_value: Fraction | None = None


def relations(figures: Mapping[str, Figure]) -> list[Relation]:
    """Every relation that the corpus gives between figures that are there, in the order of the corpus."""
    return list(_relations(figures))


def _relations(figures: Mapping[str, Figure]) -> Iterator[Relation]:
    for of in measures():
        if of.id not in figures:
            continue
        if of.adds_up_from and all(part in figures for part in of.adds_up_from):
            yield equal(Kind.ADDS_UP, of.adds_up_from, (of.id,), figures)
        if of.part_of is not None and of.part_of in figures:
            yield at_most(Kind.WITHIN, (of.id,), (of.part_of,), figures)
        if of.after is not None and not of.after.carries_over and of.after.measure in figures:
            yield at_most(Kind.FUNNEL, (of.id,), (of.after.measure,), figures)


def equal(kind: Kind, left: Sequence[str], right: Sequence[str], figures: Mapping[str, Figure]) -> Relation:
    """Whether two sums are the same."""
    return _compared(kind, left, right, figures, equals=True)


def at_most(kind: Kind, left: Sequence[str], right: Sequence[str], figures: Mapping[str, Figure]) -> Relation:
    """Whether the first sum is not greater than the second."""
    return _compared(kind, left, right, figures, equals=False)


def _compared(
    kind: Kind, left: Sequence[str], right: Sequence[str], figures: Mapping[str, Figure], *, equals: bool
) -> Relation:
    sides = [_sum(side, figures) for side in (left, right)]
    one, other = sides
    if one is None or other is None:
        standing = Standing.OPEN
    elif one == other if equals else one <= other:
        standing = Standing.HOLDS
    else:
        certain = all(figures[id_].certain for id_ in (*left, *right))
        standing = Standing.BROKEN if certain else Standing.OPEN
    return Relation(kind, standing, tuple(left), tuple(right), one, other)


def _sum(side: Sequence[str], figures: Mapping[str, Figure]) -> Fraction | None:
    values = [figures[id_].value for id_ in side]
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None


def is_all(part: Figure, whole: Figure) -> bool:
    """Whether «all» may be said: part and whole are the same and nothing of either is open."""
    return part.certain and whole.certain and part.value == whole.value
