"""The national statistics forms, as data: which measure stands in which cell, and what the form asks of its cells.

`corpus/statistics/*.yaml`. A form belongs to an edition; a new edition is a new file. `layout: organs` has a row for
each organ and one for all; `layout: measures` has a row for each measure.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.measures import UnknownMeasure, measure
from yifa.law.catalogue.reading import CorpusModel, Written, corpus_files
from yifa.law.catalogue.statutes import Bilingual, Verified


class FormCell(CorpusModel):
    """A column (or row) of a form: its heading, its measure, and the unit it is printed in where that is another.

    Without a measure it is not counted from records; `why` says so. `level` indents a row.
    """

    zh: str
    en: str
    measure: str | None = None
    unit: str | None = None
    level: int = Field(default=0, ge=0, le=3)
    number: str = ""
    why: Bilingual | None = None

    @model_validator(mode="after")
    def _says_why_not(self) -> FormCell:
        if self.measure is None and self.why is None and self.number == "":
            raise ValueError("a cell without a measure says `why`, or is a heading with its `number`")
        return self


class FormCheck(CorpusModel):
    """What the form asks of its cells: one sum equals another, or is at most that."""

    left: tuple[str, ...] = Field(min_length=1)
    right: tuple[str, ...] = Field(min_length=1)
    how: Literal["equal", "at-most"] = "equal"


class FormSource(CorpusModel):
    """Where the form is laid down."""

    paper: str
    article: str | None = None
    verified: Verified


class StatisticsForm(CorpusModel):
    """One form: its title, edition, layout and cells."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    title: Bilingual
    edition: int
    layout: Literal["organs", "measures"]
    unit: str = ""
    source: FormSource
    rules: tuple[Bilingual, ...] = ()
    cells: tuple[FormCell, ...] = Field(min_length=1)
    checks: tuple[FormCheck, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures of its cells and checks, each once."""
        named = [cell.measure for cell in self.cells if cell.measure is not None]
        asked = [id_ for check in self.checks for id_ in (*check.left, *check.right)]
        return tuple(dict.fromkeys((*named, *asked)))


@cache
def statistics_forms() -> tuple[StatisticsForm, ...]:
    """Every form, by file name; raises `CorpusFaults` with every fault."""
    faults: list[CorpusFault] = []
    found: list[StatisticsForm] = []
    for path in corpus_files("statistics"):
        try:
            written = Written.file(path)
            form = written.as_(StatisticsForm)
        except CorpusFaults as error:
            faults += error.faults
            continue
        faults += [written.fault((), f"`{id_}` is no measure") for id_ in form.measures if not _is_measure(id_)]
        found.append(form)
    if faults:
        raise CorpusFaults(faults)
    return tuple(found)


def statistics_form(id_: str) -> StatisticsForm:
    """A form by its id; raises `KeyError`."""
    return {form.id: form for form in statistics_forms()}[id_]


def _is_measure(id_: str) -> bool:
    try:
        measure(id_)
    except UnknownMeasure:
        return False
    return True
