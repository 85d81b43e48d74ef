"""Layouts of others: the columns in which publicity files, platforms and hand-kept sheets tell the same as a ledger.

    id: publicity-penalty-2018
    title: {zh: 行政处罚公示信息（2018）, en: Penalty publicity, edition of 2018}
    of: penalty-ordinary              # into whose ledger the columns are put
    basis: 发改办财金〔2018〕424号     # what it rests on
    outgoing: yes                     # such files are written too
    also: [行政处罚信息]              # names of the sheet
    always: {decision-made.result: penalty}
    columns:
    - {heading: CF_WSH, zh: 决定书文号, to: main.number, required: yes, length: 128}
    - {heading: CF_NR_FK, zh: 罚款金额, to: main.fine, unit: wan-yuan}
    - {heading: CF_FR_SFZH, zh: 法定代表人证件号码, to: publicity.head-code, public: no}

`to` is `<sheet>.<column>` of the ledger; a column that has no place there `shows` what it holds. `words` are the codes
or words of this layout for values of the field, or, of what is only shown, what each code stands for. `blank` says what
an empty cell means, as in a ledger. `unchecked`: what of the column nobody has read in a text (`required`, `words`,
`length`, `name`); no data are refused because of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import Field

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.folders import UnknownProcedure, folder
from yifa.law.catalogue.ledger_faults import ledger_faults
from yifa.law.catalogue.ledgers import Blank, Ledger, LedgerColumn, LedgerSheet, LedgerUnit, Shown
from yifa.law.catalogue.reading import CorpusModel, Steps, Written, corpus_files, short_name
from yifa.law.catalogue.statutes import Bilingual

LAYOUTS = "layouts"


class LayoutColumn(CorpusModel):
    """One column of a layout; the docstring of this module says what each key means."""

    heading: str
    zh: str
    also: tuple[str, ...] = ()
    to: str | None = None
    shows: Shown | None = None
    unit: LedgerUnit | None = None
    words: Mapping[str, str | None] = Field(default_factory=dict)
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    blank: Blank | None = None
    required: bool = False
    length: int | None = None
    public: bool = True
    personal: bool = False
    unchecked: tuple[Literal["name", "required", "words", "length"], ...] = ()


class LayoutFile(CorpusModel):
    """A file of `corpus/layouts`."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    title: Bilingual
    about: str
    of: str
    basis: str | None = None
    outgoing: bool = False
    also: tuple[str, ...] = ()
    always: Mapping[str, str] = Field(default_factory=dict)
    columns: tuple[LayoutColumn, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Layout:
    """A layout, and the ledger of the procedure into which its columns are put."""

    file: LayoutFile
    kept: Ledger

    @property
    def id(self) -> str:
        """Its id."""
        return self.file.id

    @property
    def of(self) -> str:
        """The procedure it tells of."""
        return self.file.of

    def target(self, column: LayoutColumn) -> tuple[LedgerSheet, LedgerColumn] | None:
        """The sheet and the column of the ledger that a column is put into."""
        name, _, id_ = (column.to or "").partition(".")
        sheet = self.kept.sheet(name)
        found = None if sheet is None else sheet.column(id_)
        return None if sheet is None or found is None else (sheet, found)

    @cached_property
    def ledger(self) -> Ledger:
        """The layout as a ledger of one sheet: its own headings, what the columns of the ledger tell."""
        columns = tuple(self._column(column, place) for place, column in enumerate(self.file.columns))
        main = LedgerSheet(title=self.file.title, also=self.file.also, columns=columns)
        return Ledger(
            about=self.file.about,
            main=main,
            in_order=self.kept.in_order,
            always={**self.kept.always, **self.file.always},
        )

    def _column(self, column: LayoutColumn, place: int) -> LedgerColumn:
        own = {
            "id": f"c-{place + 1}",
            "zh": column.heading,
            "en": column.heading,
            "also": tuple(name for name in (column.zh, *column.also) if name != column.heading),
            "example": None,
            "note": None,
        }
        found = self.target(column)
        if found is None:
            return LedgerColumn(**own, shows=column.shows or "text", personal=column.personal, unit=column.unit)
        kept = found[1]
        if kept.shows is not None:
            return kept.model_copy(update={**own, "unit": column.unit or kept.unit})
        return kept.model_copy(
            update={
                **own,
                "unit": column.unit or kept.unit,
                "words": {**kept.words, **column.words},
                "yes": (*kept.yes, *column.yes),
                "no": (*kept.no, *column.no),
                "blank": column.blank or kept.blank,
            }
        )


@cache
def layouts() -> tuple[Layout, ...]:
    """All layouts in the order of their ids; raises `CorpusFaults`."""
    found: list[Layout] = []
    faults: list[CorpusFault] = []
    for path in corpus_files(LAYOUTS):
        try:
            found.append(read_layout(path))
        except CorpusFaults as error:
            faults += error.faults
    if faults:
        raise CorpusFaults(faults)
    return tuple(sorted(found, key=lambda one: one.id))


def layout(id_: str) -> Layout:
    """A layout by its id; raises `KeyError`."""
    return {one.id: one for one in layouts()}[id_]


def read_layout(path: Traversable | Path) -> Layout:
    """Read and check one file; raises `CorpusFaults` with every fault in it."""
    written = Written.file(path)
    file = written.as_(LayoutFile)
    try:
        of = folder(file.of)
        kept = of.ledger
    except UnknownProcedure:
        kept = None
    if kept is None:
        raise CorpusFaults([written.fault(("of",), f"«{file.of}» has no ledger")])
    read = Layout(file, kept)
    faults = [*_faults(written, read, Path(short_name(path)).stem)]
    if not faults:
        faults += _as_in_a_ledger(written, read)
    if faults:
        raise CorpusFaults(faults)
    return read


def _faults(written: Written, read: Layout, name: str) -> Iterator[CorpusFault]:
    if read.id != name:
        yield written.fault(("id",), f"the file is called {name}.yaml")
    for place, column in enumerate(read.file.columns):
        if column.to is not None and read.target(column) is None:
            yield written.fault(("columns", place, "to"), f"`{read.of}` keeps no column «{column.to}»")
        if column.to is not None and column.shows is not None:
            yield written.fault(("columns", place, "shows"), "`to` says what it shows already")


def _as_in_a_ledger(written: Written, read: Layout) -> Iterator[CorpusFault]:
    """What would be wrong with it as a ledger, told where it stands in the layout."""
    procedure = folder(read.of).procedure
    for fault in ledger_faults(written, read.ledger, procedure):
        place = fault.where.partition("columns[")[2].partition("]")[0]
        path: Steps = ("columns", int(place)) if place.isdigit() else ()
        yield written.fault(path, fault.message)
