"""What supervising a folder of ledgers comes to, as values.

The findings of a ledger are the table of `yifa.law.run.findings_table` with provenance beside each row:

    organ, number        the id of the organ, and the number of the case as the ledger writes it
    file, sheet, row     where the case stands; blank for a year of an organ that no row tells of
    place                the place of the case in the table of cases of its ledger, counted from 0
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yifa.law.duties import DutySet, Outcome
from yifa.law.facts import Register, Source
from yifa.law.run.cross_counts import Counted
from yifa.law.run.many_cases import Coverage
from yifa.law.run.one_case import Engine
from yifa.ledgers.taken import Taken, TakenLedger


@dataclass(frozen=True)
class JudgedLedger:
    """One ledger and what came of it.

    `source`: what its columns carry, together with what the whole folder adds: counts over all cases, and the register
    of certificates where it lists the officers of its organs. `cases`: the table that was judged, years of organs
    added. `outcomes`: by duty, how many subjects came to each outcome, in the order of `Outcome`. `counts`: what was
    counted over all cases.
    """

    ledger: TakenLedger
    engine: Engine
    register: Register
    source: Source
    cases: Any
    findings: Any
    coverage: tuple[Coverage, ...]
    outcomes: Mapping[str, tuple[int, ...]]
    counts: tuple[Counted, ...] = ()

    @property
    def procedure(self) -> str:
        """The folder of the corpus that judged it."""
        return self.whole.folder.id

    @property
    def whole(self) -> DutySet:
        """The duties it was judged by."""
        return self.engine.whole

    def asked(self, duty: str) -> int:
        """For how many subjects a duty applies."""
        counts = self.outcomes.get(duty, ())
        return sum(counts) - (counts[Outcome.NOT_APPLICABLE] if counts else 0)


@dataclass(frozen=True)
class Supervised:
    """A folder of ledgers as of a day, as known at a moment (None: as all of it is known now)."""

    as_of: date
    known_at: datetime | None
    calendar: str
    taken: Taken
    ledgers: tuple[JudgedLedger, ...]

    @property
    def corpus(self) -> Mapping[str, str]:
        """The digest of each folder of the corpus that judged."""
        return {one.procedure: one.whole.folder.digest for one in self.ledgers}

    @property
    def size(self) -> int:
        """How many cases were judged."""
        return sum(one.cases.num_rows for one in self.ledgers)

    @property
    def found(self) -> int:
        """How many findings there are."""
        return sum(one.findings.num_rows for one in self.ledgers)


def whole_column(column: Any) -> Any:
    """A column of an Arrow table as one array."""
    return column.combine_chunks() if hasattr(column, "combine_chunks") else column


def keys_of(cases: Any) -> Any:
    """The keys of a table of cases, as texts."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    return pc.cast(whole_column(cases["case"]), pa.string())
