"""Fills the national statistics forms from the same figures as everything else, and asks of them what the form asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yifa.law.catalogue.statistics_forms import StatisticsForm
from yifa.law.figures.grain import ALL_ORGANS, Told
from yifa.law.figures.relations import Kind, Relation, at_most, equal
from yifa.law.figures.working_out import Figure, work_out_all


@dataclass(frozen=True)
class FilledRow:
    """A row of a form: whose it is (`ALL_ORGANS` for all together) and the figure of every cell, None of a heading."""

    of: str
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True)
class FilledForm:
    """A form with its figures and how its checks came out, whose row each is of."""

    form: StatisticsForm
    rows: tuple[FilledRow, ...]
    checks: tuple[tuple[str, Relation], ...]


def fill(
    form: StatisticsForm,
    whole: Sequence[Told],
    by_organ: Mapping[str, Sequence[Told]],
    given: Mapping[str, Figure] | None = None,
) -> FilledForm:
    """A form from what was counted; an organ of which nothing at all was counted has no row.

    `given`: figures that were reported, taken for all together where nothing was counted.
    """
    found: list[tuple[str, dict[str, Figure]]] = []
    if form.layout == "organs":
        for organ in sorted(by_organ):
            figures = work_out_all(form.measures, by_organ[organ])
            if any(one.value for one in figures.values()):
                found.append((organ, figures))
    found.append((ALL_ORGANS, work_out_all(form.measures, whole, given)))
    rows = tuple(
        FilledRow(of, tuple(figures[cell.measure] if cell.measure else None for cell in form.cells))
        for of, figures in found
    )
    checks = tuple(
        (of, (equal if check.how == "equal" else at_most)(Kind.FORM, check.left, check.right, figures))
        for of, figures in found
        for check in form.checks
    )
    return FilledForm(form, rows, checks)
