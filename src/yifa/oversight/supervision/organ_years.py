"""What each organ owes each year: a report that nobody filed stands in no row, so organs and years are asked about.

Asked is every organ of the register from the county level up, that is no branch and acts in its own name, where a
ledger of the procedure tells of it, or where one file tells of several organs and so is kept for all. The years are
those from the first that any ledger names to the last that has ended. A year of an organ that no row tells of becomes
a case of its own, without acts, in the ledger that would have told of it. Of an organ of which a row was held back, to
be corrected, nothing is said to be missing: that row may tell of it. Where a procedure says after which acts something
is owed each year (`yearly-after`), only organs are asked that did such an act, for the years in which they did.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from yifa.law.catalogue.procedures import YEAR
from yifa.law.conditions import day_number
from yifa.law.conditions.types import day_of
from yifa.law.duties import DutySet, duty_set
from yifa.law.run.acts_table import FIELD, cells_of
from yifa.ledgers.taken import Office, Organs, RelationKind, TakenLedger
from yifa.oversight.supervision.supervised import keys_of

LEVELS = frozenset(("county", "city", "province", "national"))
"""From which level up an organ reports for itself."""
_NOT_ITSELF = frozenset((RelationKind.BRANCH_OF, RelationKind.ENTRUSTED_BY))
YEAR_COLUMN = FIELD + YEAR


def asks_yearly(whole: DutySet) -> bool:
    """Whether a procedure has duties that are asked each year."""
    return any(grain.act == YEAR for grain in whole.grains)


def reporting(organs: Organs, on: date) -> tuple[Office, ...]:
    """The organs that report for themselves on a day."""
    sent = {
        one.organ
        for one in organs.relations
        if one.kind in _NOT_ITSELF and (one.first is None or one.first <= on) and (one.last is None or on <= one.last)
    }
    return tuple(one for one in organs.offices.values() if one.level in LEVELS and one.id not in sent)


def with_organ_years(ledgers: Sequence[TakenLedger], organs: Organs, as_of: date) -> list[Any]:
    """The cases of several ledgers of one procedure, and one for each organ and year that nobody tells of."""
    told = {pair for one in ledgers for pair in _told(one)}
    after = frozenset(duty_set(ledgers[0].procedure).folder.procedure.yearly_after)
    did = {pair for one in ledgers for pair in _did(one, after)} if after else None
    ended = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    years = range(min((year for _, year in told), default=ended + 1), ended + 1)
    keepers = _keepers(ledgers)
    owed: list[list[tuple[Office, int]]] = [[] for _ in ledgers]
    unsure = frozenset().union(*(one.held_of for one in ledgers))
    for office in reporting(organs, as_of):
        if office.id in unsure:
            continue
        keeper = keepers.get(office.id, keepers.get(None))
        if keeper is not None:
            asked = [year for year in years if did is None or (office.id, year) in did]
            owed[keeper] += [(office, year) for year in asked if (office.id, year) not in told]
    return [_with(one, mine) for one, mine in zip(ledgers, owed, strict=True)]


def _keepers(ledgers: Sequence[TakenLedger]) -> dict[str | None, int]:
    """By organ the first ledger that tells of it; under None the first with a file that tells of several organs."""
    found: dict[str | None, int] = {}
    for place, one in enumerate(ledgers):
        if {"organ", "file"} <= set(one.cases.column_names):
            pairs = one.cases.select(["file", "organ"]).group_by(["file", "organ"]).aggregate([]).to_pylist()
            of_file: dict[str, set[str]] = {}
            for pair in pairs:
                if pair["organ"] is not None:
                    of_file.setdefault(pair["file"] or "", set()).add(pair["organ"])
            for organ in sorted(set().union(*of_file.values())):
                found.setdefault(organ, place)
            if any(len(organs) > 1 for organs in of_file.values()):
                found.setdefault(None, place)
    return found


def _with(ledger: TakenLedger, owed: Sequence[tuple[Office, int]]) -> Any:
    """The cases of a ledger, and one for each organ and year owed."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    if not owed:
        return ledger.cases
    rows: dict[str, Any] = {
        "case": [f"{office.id} {year}" for office, year in owed],
        "number": [f"{office.name} {year}年度" for office, year in owed],
        "organ": [office.id for office, _ in owed],
        "source": [ledger.source.id] * len(owed),
    }
    known = ledger.cases.schema
    texts = {
        name: pa.array(values, known.field(name).type if name in known.names else pa.string())
        for name, values in rows.items()
    }
    more = pa.table(
        texts
        | {
            "years": pa.array([[year] for _, year in owed], pa.list_(pa.int64())),
            "profiles": pa.array([_profiles(office) for office, _ in owed], spans()),
        }
    )
    return pa.concat_tables([ledger.cases, more], promote_options="permissive")


def _told(ledger: TakenLedger) -> set[tuple[str, int]]:
    """The organs and years of which some act says something."""
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    acts = ledger.acts
    if YEAR_COLUMN not in acts.column_names or "organ" not in ledger.cases.column_names:
        return set()
    year = cells_of(acts[YEAR_COLUMN], None)
    organ = ledger.cases["organ"].take(pc.index_in(acts["case"], value_set=keys_of(ledger.cases)))
    named = np.flatnonzero(year.sure)
    pairs = zip(organ.take(named).to_pylist(), year.values[named].tolist(), strict=True)
    return {(one, int(at)) for one, at in pairs if one is not None}


def _did(ledger: TakenLedger, kinds: frozenset[str]) -> set[tuple[str, int]]:
    """The organs that did an act of some kinds, and in which years."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    if "organ" not in ledger.cases.column_names:
        return set()
    acts = ledger.acts.select(["case", "act", "day"])
    mine = acts.filter(pc.is_in(pc.cast(acts["act"], pa.string()), value_set=pa.array(sorted(kinds))))
    organ = ledger.cases["organ"].take(pc.index_in(pc.cast(mine["case"], pa.string()), value_set=keys_of(ledger.cases)))
    pairs = zip(organ.to_pylist(), mine["day"].to_pylist(), strict=True)
    return {(one, day_of(day).year) for one, day in pairs if one is not None and day is not None}


def spans() -> Any:
    """The type of the profiles of a case."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    return pa.list_(pa.struct([("name", pa.string()), ("first", pa.int32()), ("last", pa.int32())]))


def _profiles(office: Office) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "first": None if one.first is None else day_number(one.first),
            "last": None if one.last is None else day_number(one.last),
        }
        for one in office.profiles
    ]
