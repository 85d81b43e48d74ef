"""Findings told one by one: the case as it stands in the ledger, its days and why, what is missing, what would cure it.

A finding of many cases is a row of numbers. Here its case is put together again from the tables and told by the same
compiled function that tells one case, so that a row of a workbook, a line of a page and the case page say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from yifa.law.clock import parse_length
from yifa.law.conditions import Type
from yifa.law.conditions.types import day_of
from yifa.law.facts import Act, Case, Organ, Profile
from yifa.law.facts.case import Recorded
from yifa.law.facts.case_format import with_counted
from yifa.law.run.acts_table import FIELD
from yifa.law.run.story import CaseStory, ToldDuty, tell_case
from yifa.oversight.supervision.supervised import JudgedLedger, Supervised, keys_of, places_of, rows_at


@dataclass(frozen=True)
class Point:
    """One finding as it is told: whose, in which case, where it stands in the ledger, and the duty told."""

    ledger: JudgedLedger
    organ: str | None
    number: str
    case: str
    file: str | None
    sheet: str | None
    row: int | None
    told: ToldDuty
    story: CaseStory

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Procedure, case, duty and subject: the same from run to run."""
        result = self.told.finding.result
        return self.ledger.procedure, self.case, result.duty, result.subject


def points(
    run: Supervised, ledger: JudgedLedger, rows: Sequence[int] | None = None, *, whole: bool = False
) -> Iterator[Point]:
    """The findings of a ledger, case by case; `rows`: only these of its table. `whole`: cases with all their duties."""
    found = ledger.findings if rows is None else ledger.findings.take(list(rows))
    names = ("place", "duty", "subject", "organ", "number", "case", "file", "sheet", "row")
    of_case: dict[int, list[dict[str, Any]]] = {}
    for one in found.select(names).to_pylist():
        of_case.setdefault(one["place"], []).append(one)
    for place, case in zip(of_case, cases_at(ledger, list(of_case)), strict=True):
        mine = of_case[place]
        only = None if whole else {one["duty"] for one in mine}
        story = tell_case(ledger.engine, case, run.as_of, run.known_at, source=ledger.source, only=only)
        told = {(one.duty.id, one.finding.result.subject): one for one in story.duties}
        for one in mine:
            if (one["duty"], one["subject"]) not in told:
                raise ValueError(f"{one['case']}: {one['duty']} of {one['subject']} is no finding of the case alone")
            yield Point(
                ledger,
                one["organ"],
                one["number"] or one["case"],
                one["case"],
                one["file"],
                one["sheet"],
                one["row"],
                told[one["duty"], one["subject"]],
                story,
            )


def cases_at(ledger: JudgedLedger, places: Sequence[int]) -> Iterator[Case]:
    """The cases at some places of a ledger, put together again, in the order of the places."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    if not places:
        return
    rows = ledger.cases.take(pa.array(places))
    keys = keys_of(rows)
    number = places_of(ledger.ledger.acts["case"], keys)
    mine = np.flatnonzero(number >= 0)
    own, number = rows_at(ledger.ledger.acts, mine), number[mine]
    known = np.asarray(pc.is_in(own["act"], value_set=pa.array(list(ledger.whole.folder.procedure.acts))))
    order = np.flatnonzero(known)
    order = order[np.argsort(number[order], kind="stable")]
    acts = _acts(ledger, own.take(pa.array(order)))
    edges = np.searchsorted(number[order], np.arange(len(places) + 1))
    procedure = ledger.whole.folder.procedure
    for place, row in enumerate(rows.to_pylist()):
        held = with_counted(acts[edges[place] : edges[place + 1]], procedure)
        yield Case(
            str(row.get("number") or row["case"]),
            procedure.id,
            held,
            Organ(row.get("organ") or "", _profiles(row.get("profiles")), _attributes(row, "organ")),
            _attributes(row, "case"),
            _counts(ledger, places[place]),
            ledger.register,
            tuple(row.get("years") or ()),
        )


def _acts(ledger: JudgedLedger, table: Any) -> list[Act]:
    """The acts of a table, typed as conditions have them."""
    declared = ledger.whole.folder.procedure.fields
    fields: list[dict[str, Recorded]] = [{} for _ in range(table.num_rows)]
    for column in table.column_names:
        name = column.removeprefix(FIELD)
        if name == column or name not in declared or table[column].null_count == table.num_rows:
            continue
        for place, held in enumerate(table[column].to_pylist()):
            if held is not None:
                fields[place][name] = _recorded(held, declared[name].type)
    blank = [None] * table.num_rows
    plain = {
        name: table[name].to_pylist() if name in table.column_names else blank
        for name in ("act", "day", "minute", "recorded_at", "id")
    }
    return [
        Act(act, day, minute, held, recorded, id_)
        for act, day, minute, recorded, id_, held in zip(*plain.values(), fields, strict=True)
    ]


def _recorded(held: Any, type_: Type) -> Recorded:
    if type_ is Type.NAMES:
        return tuple(held) if isinstance(held, list) else (held,)
    return parse_length(held) if type_ is Type.LENGTH else held


def _counts(ledger: JudgedLedger, place: int) -> dict[str, int]:
    """What was counted for a case over all cases."""
    found = {one.duty: one.counts[place].as_py() for one in ledger.counts}
    return {duty: count for duty, count in found.items() if count is not None}


def _profiles(given: Collection[Mapping[str, Any]] | None) -> tuple[Profile, ...]:
    return tuple(
        Profile(
            one["name"],
            None if one["first"] is None else day_of(one["first"]),
            None if one["last"] is None else day_of(one["last"]),
        )
        for one in given or ()
    )


def _attributes(row: Mapping[str, Any], of: str) -> dict[str, Any]:
    ending = f"{of}."
    return {
        name.removeprefix(ending): held for name, held in row.items() if name.startswith(ending) and held is not None
    }
