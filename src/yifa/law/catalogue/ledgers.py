"""The ledger of a procedure (`ledger.yaml` of its folder): which columns an office keeps of these matters, and what
each tells. Read both ways: to take an office's sheet in, and to write the empty workbook it may keep from now on.

    about: one sentence
    main: {title: {zh: 台账, en: Cases}, columns: [ … ]}         one row a case, at most 40 columns
    sheets:                                                       what repeats: one row an act, or a pair of acts
    - {id: pauses, title: {zh: …, en: …}, rows: act, carries: listed, columns: [ … ]}
    in-order: {decision-made: [party_stated, …]}                  what «要素齐全» says of an act

**A column** has `id` (unique in its sheet; for ever), `zh` and `en` (its headings), `also` (other headings for it),
`note`, `example` (one cell, as a clerk would type it), `personal: yes` where it tells of a natural person, and says in
*one* of these ways what a cell of it is:

- `key: case`: the number of the case, one in every sheet. `key: organ`: the organ whose case it is. `key: entered`:
  when the row was entered, `recorded_at` of its acts (only in a sheet with `rows: act`).
- `act: case-filed`: the day of this act; where the cell has a time of day, its minute too. With `part: minute` the time
  of day in a column of its own, `part: number` the number of its paper (the act's `id`), `part: happened` yes or no:
  whether there was such an act at all, its day stays unknown; with `field: fine` a field of it, by the field's type.
- `acts: {询问: inquiry-made, 中止: [investigation-suspended, investigation-resumed]}`: a *chooser*, a word that says of
  which act the row tells, or of which pair (start, end). Of several words for the same the first is offered. `acts:
  all`: every act of the procedure by its Chinese name. `usual: inquiry-made`: what a blank cell means where other cells
  of the row are filled.
- `by: <chooser>`, which may be left out in a sheet with one chooser, tells of the chosen act: `part: day`, of a pair
  the day of the first (`part: start` is the same), `part: end` that of the second; `part: minute`, `number`; `field:
  approver`, of a pair that of the first, where it has none that of the second; `field: [officers, officer]`, the first
  of these that the act has.
- `elements: whole` of an act or of the chosen act: «要素齐全». Yes → every field of `in-order` for this act is yes,
  save those named as lacking. No → those named as lacking are no, and the others yes where any is named, else all
  unknown. `elements: lacking`: names of yes/no fields of the act that are no (Chinese names, several in a cell).
- `case: complex`: a fact of the case that belongs to no act.
- `shows: name`: what people look for and no duty reads (`text`, `name`, `credit-code`, `person-id`, `phone`, `address`,
  `day`, `money`).

Lengths say their `unit` where a bare number is written (`days`, `working-days`, `months`, `hours`), money too (`yuan`
where nothing is said, or `wan-yuan`). `words: {处罚: penalty}` adds words for the values of a word field (`{个体工商户:
null}`: understood, and leaves the field blank); the procedure's own Chinese names are always understood, or those of
`values: [pass, fail]` alone, where only some make sense in this column. `yes: […]` and `no: […]` add to what
`corpus/cell-words.yaml` understands in every column.

**Which occurrence.** In a row all columns of one act tell of one occurrence, `nth: 2` of a second one beside it. Names
(`officers`) may stand in several columns, which are put together; otherwise no two columns tell the same. `too:
[hearing-ended, decision-served.fine]`: the cell also tells the day of this act, or this field of an act that is there.

**What makes an act.** A row has an act where a cell that *makes* is filled: its day, minute, number, `happened` = yes,
a field other than no and 0. A column with `makes: no` says something of an act only where other cells make it (a name
filled in beforehand, say). Where the act is made and its day is blank, the day is unknown. A chosen act is made by the
chooser. Where no cell makes it, it did not happen.

**A blank cell.** `blank` says what it means where that is not the usual meaning:

- of a day, minute, number, happened: `absent` (usual), nothing happened, unless other cells make the act; `unknown`,
  the row does not tell of this act (its case is judged as from a source that does not carry it).
- of a field: `unknown` (usual); `no` for yes/no; `zero` for money and numbers.

A word that says there is none (无、不适用、／ …) is not a blank: of a day it means that nothing happened, of yes/no no,
of amounts zero, of other fields blank. A word that says nobody knows (不详、待查 …) makes the act, and leaves the cell
unknown.

**The same act twice.** An act told in two sheets is one act where case, kind and day are the same (and times do not
differ), n-th with n-th; so is one without a day with the case's only act of its kind in another sheet. Two rows of one
sheet are two acts. `rows: case` is a continuation of the main sheet, one row a case. Where two cells of one act differ,
the main sheet counts, and the difference is told.

A number that stands in a long sheet and not in the main one is a slip, save where the sheet says `own-cases: yes`:
there it is a case of its own (a plan of the year, say, beside inspections).

**Carried.** A column that is not there is not carried: its field, and an act that no column left can make. A sheet with
`carries: listed` (usual) that is there carries all acts it can tell, also where no row tells one; of a pair both. With
`carries: used` an act or a field of a chosen act is carried by an organ's ledger only where some row of that organ
tells one, or its sheet of scope (「登记范围」) says that it is kept; there it may also say that it is not.

`always: {decision-made.result: penalty}`: what is true of every such act in this ledger although no column tells it (a
list of penalties holds nothing else); a cell that tells it goes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from yifa.law.catalogue.reading import CorpusModel
from yifa.law.catalogue.statutes import Bilingual

MOST_COLUMNS = 40
"""So many columns a main sheet may have: what prints on one A4 sheet across, and what a clerk will fill."""
Part = Literal["day", "start", "end", "minute", "number", "happened"]
Shown = Literal["text", "name", "credit-code", "person-id", "phone", "address", "day", "money"]
LedgerUnit = Literal["yuan", "wan-yuan", "days", "working-days", "months", "hours"]
Blank = Literal["absent", "unknown", "no", "zero"]
SCOPE = Bilingual(zh="登记范围", en="Scope")
"""The sheet on which an office says which acts of a sheet that `carries: used` it keeps, and which not."""
SCOPE_ACT, SCOPE_KEPT = Bilingual(zh="事项", en="Step"), Bilingual(zh="是否登记", en="Kept")
ASIDE = (
    Bilingual(zh="填写说明", en="How to fill this in"),
    Bilingual(zh="义务目录", en="Duties"),
    Bilingual(zh="选项", en="Words"),
)
"""Sheets of a template that hold no rows."""
_WAYS = ("key", "act", "acts", "case", "shows")


def _one_is_a_list(given: object) -> object:
    return (given,) if isinstance(given, str) else given


Several = Annotated[tuple[str, ...], BeforeValidator(_one_is_a_list)]
"""One name, or a list of names."""


class LedgerColumn(CorpusModel):
    """One column; the docstring of this module says what each key means."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    zh: str
    en: str
    also: tuple[str, ...] = ()
    note: Bilingual | None = None
    example: str | None = None
    personal: bool = False
    key: Literal["case", "organ", "entered"] | None = None
    act: str | None = None
    acts: Mapping[str, Several] | Literal["all"] | None = None
    usual: str | None = None
    by: str | None = None
    part: Part | None = None
    field: Several = ()
    elements: Literal["whole", "lacking"] | None = None
    case: str | None = None
    shows: Shown | None = None
    nth: int = Field(default=1, ge=1)
    too: tuple[str, ...] = ()
    unit: LedgerUnit | None = None
    words: Mapping[str, str | None] = Field(default_factory=dict)
    values: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    blank: Blank | None = None
    makes: bool = True

    @model_validator(mode="after")
    def _one_way(self) -> LedgerColumn:
        said = [way for way in _WAYS if getattr(self, way) is not None]
        chosen = self.by is not None or (not said and (self.part or self.field or self.elements))
        if len(said) + bool(chosen) != 1:
            found = " and ".join(f"`{way}`" for way in (*said, *(["`by`"] if self.by else []))) or "none"
            raise ValueError(
                f"says what it is in one way: `key`, `act`, `acts`, `by`, `case` or `shows`; found {found}"
            )
        if sum((self.part is not None, bool(self.field), self.elements is not None)) > 1:
            raise ValueError("one of `part`, `field`, `elements`")
        return self

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings it is known by, its own Chinese one first."""
        return (self.zh, *self.also, self.en)

    @property
    def is_chooser(self) -> bool:
        """Whether its cells say of which act a row tells."""
        return self.acts is not None

    @property
    def of_chosen(self) -> bool:
        """Whether it tells of the act that a chooser names."""
        return not any(getattr(self, way) is not None for way in _WAYS)


class LedgerSheet(CorpusModel):
    """A sheet: the main one, or a long one. `also`: other names of it."""

    id: str = Field(default="main", pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    title: Bilingual
    also: tuple[str, ...] = ()
    note: Bilingual | None = None
    rows: Literal["case", "act"] = "case"
    carries: Literal["listed", "used"] = "listed"
    own_cases: bool = Field(default=False, alias="own-cases")
    columns: tuple[LedgerColumn, ...] = Field(min_length=1)

    def column(self, id_: str) -> LedgerColumn | None:
        """A column by its id."""
        return next((one for one in self.columns if one.id == id_), None)

    @cached_property
    def choosers(self) -> tuple[LedgerColumn, ...]:
        """The columns that name an act."""
        return tuple(one for one in self.columns if one.is_chooser)

    def chooser_of(self, column: LedgerColumn) -> LedgerColumn | None:
        """The chooser whose act a column tells of; None where it tells of none that is chosen."""
        if not column.of_chosen:
            return None
        if column.by is not None:
            return next((one for one in self.choosers if one.id == column.by), None)
        return self.choosers[0] if len(self.choosers) == 1 else None


class LongSheet(LedgerSheet):
    """A long sheet: what repeats in a case; it says its id and, usually, has a row for each act."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    rows: Literal["case", "act"] = "act"


class Ledger(CorpusModel):
    """`ledger.yaml`: the main sheet, the long sheets, and what it means that a paper is in order."""

    about: str
    main: LedgerSheet
    sheets: tuple[LongSheet, ...] = ()
    in_order: Mapping[str, tuple[str, ...]] = Field(default_factory=dict, alias="in-order")
    always: Mapping[str, str] = Field(default_factory=dict)

    @property
    def all_sheets(self) -> tuple[LedgerSheet, ...]:
        """The main sheet and the long ones."""
        return (self.main, *self.sheets)

    def sheet(self, id_: str) -> LedgerSheet | None:
        """A sheet by its id."""
        return next((one for one in self.all_sheets if one.id == id_), None)

    def columns(self) -> Iterator[tuple[LedgerSheet, LedgerColumn]]:
        """Every column with its sheet."""
        for sheet in self.all_sheets:
            for column in sheet.columns:
                yield sheet, column
