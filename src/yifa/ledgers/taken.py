"""What reading a folder of ledgers gives: acts and cases ready to be judged, organs, officers, lists, and problems.

Days are counted from 1970-01-01, times in minutes of the day, money in fen, as conditions have them. Nothing here is
judged yet; what a ledger has no column for is not carried by its source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from yifa.law.facts import Profile, Register, Source
from yifa.ledgers.problems import Problem


class Sureness(StrEnum):
    """How a column was told from its heading."""

    GIVEN = "given"
    """A mapping file says so."""
    EXACT = "exact"
    """The heading is the column's own."""
    ALSO = "also"
    """The heading is another name of the column."""
    LIKELY = "likely"
    """The heading contains the name, or differs from it by signs and particles only."""
    UNKNOWN = "unknown"
    """Nobody knows this heading; the column was not read."""


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column of a sheet: its heading and what it was taken for.

    `column` counts from 1. `ledger_column`: the id of a column of ledger.yaml, None where nobody knows the heading.
    `factor`: what amounts are multiplied by to make yuan, where the heading names a unit (万元: 10000).
    """

    column: int
    heading: str
    ledger_column: str | None
    sureness: Sureness
    factor: int = 1


@dataclass(frozen=True, slots=True)
class MappedSheet:
    """A sheet, the table it was taken for (as in `SheetRows`), and what its columns were taken for.

    `declared`: acts of which a mapping file says that they did not occur in any of its cases.
    """

    file: str
    sheet: str
    table: str
    columns: tuple[MappedColumn, ...]
    declared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet that was read, and what became of its rows: `read` is the sum of the others.

    `table`: what it was taken for, `penalty-ordinary/main`, `register/officers`. Blank lines are no rows. `moved`: rows
    that a needs-correction workbook tells anew, or strikes out; they are read there.
    """

    file: str
    sheet: str
    table: str
    read: int = 0
    taken: int = 0
    copies: int = 0
    held: int = 0
    aside: int = 0
    moved: int = 0


@dataclass(frozen=True)
class TakenLedger:
    """Cases of one procedure that are carried alike, out of one ledger or several (`files`) with the same columns.

    A ledger of several organs, of which some use a column and some do not, comes as several of these.

    `acts`: an Arrow table as `yifa.law.run.acts_table` says. `cases`: one as `yifa.law.run.taking_in` says, and
    `number` (the case number as written), `organ` (id, or null), `file`, `sheet` and `row` where the case stands.
    The key `case` is the organ and the number, so that the same number of two organs is two cases. In `cases` the
    `source` is this ledger's and `profiles` are those of the organ, with their days.
    `personal`: the columns of both tables that hold what must not be shown unless asked for.
    `reach`: organ → the last day its data know.
    """

    procedure: str
    source: Source
    acts: Any
    cases: Any
    mapped: tuple[MappedSheet, ...] = ()
    reach: Mapping[str, date] = field(default_factory=dict)
    personal: frozenset[str] = frozenset()
    file: str = ""
    files: tuple[str, ...] = ()
    """The files its cases stand in; `file` is what they are called together."""
    listed: bool = False
    """Whether the register tells of the officers of its organs; where not, judge without `Taken.register`."""
    declared: frozenset[str] = frozenset()
    """Acts it carries only because whoever keeps it says that they did not occur."""
    held_of: frozenset[str] = frozenset()
    """Organs of which a row that names a year was held back: what the other rows do not tell is not surely untold."""


class RelationKind(StrEnum):
    """How one organ stands to another."""

    BELONGS_TO = "belongs-to"
    """隶属: a department of a government, a township of a county."""
    VERTICAL = "vertical"
    """垂直: led by the organ of the level above, whatever place it lies in."""
    BRANCH_OF = "branch-of"
    """派出: an office sent out by another."""
    ENTRUSTED_BY = "entrusted-by"
    """委托: acts in the name of another."""
    EMPOWERED_BY = "empowered-by"
    """赋权: powers handed down to it (a township)."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One organ to another, from the first to the last day (None: open)."""

    organ: str
    kind: RelationKind
    to: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Office:
    """One organ of the register.

    `sectors` and `places` are names of profiles (`samr`, `henan` …) with their days; `level` is a word of the corpus
    (township, county, city, province, national). `attributes`: further facts of the organ, by the names procedures use.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    code: str = ""
    level: str | None = None
    sectors: tuple[Profile, ...] = ()
    places: tuple[Profile, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """Sectors and places together, as a case's organ has them."""
        return (*self.sectors, *self.places)


@dataclass(frozen=True)
class Organs:
    """The register of organs: by id, and how they stand to one another."""

    offices: Mapping[str, Office] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()

    def profiles(self, organ: str | None) -> tuple[Profile, ...]:
        """The profiles of an organ; none for one that nobody knows."""
        office = self.offices.get(organ or "")
        return () if office is None else office.profiles

    def name(self, organ: str | None) -> str:
        """The name of an organ, or its id where the register has none."""
        office = self.offices.get(organ or "")
        return (organ or "") if office is None else office.name


@dataclass(frozen=True)
class Lists:
    """The lists that lie beside the ledgers, as Arrow tables; their columns stand in `ledgers.registers.columns`.

    `officers`, `powers` (power lists), `discretion` (bands), `parties`; None where none was sent.
    """

    officers: Any = None
    powers: Any = None
    discretion: Any = None
    parties: Any = None


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row that was held back: as it stood, and what is wrong with it, cell by cell."""

    file: str
    sheet: str
    row: int
    cells: tuple[Any, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class HeldSheet:
    """The rows of one sheet that were held back, under its headings. `table` as in `SheetRows`."""

    file: str
    sheet: str
    table: str
    headings: tuple[str, ...]
    rows: tuple[HeldRow, ...]
    personal: frozenset[int] = frozenset()
    """Columns (counted from 0) that hold what must not be shown unless asked for."""


@dataclass(frozen=True)
class Taken:
    """Everything that was read out of a folder."""

    ledgers: tuple[TakenLedger, ...] = ()
    organs: Organs = Organs()
    register: Register = Register()
    lists: Lists = Lists()
    problems: tuple[Problem, ...] = ()
    silent: tuple[str, ...] = ()
    """Organs of the register that sent nothing."""
    listed: frozenset[str] = frozenset()
    """Organs that have officers in the register of certificates."""
    sheets: tuple[SheetRows, ...] = ()
    held: tuple[HeldSheet, ...] = ()
