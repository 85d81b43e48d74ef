"""Ledgers of invented organs as reading gives them, made by hand: from worked cases of the corpus, or act by act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import day_number
from yifa.law.facts import Act, Case, Organ, Profile, Register, Source
from yifa.law.run.case_tables import Asked, as_tables
from yifa.law.run.examples import examples, prepared
from yifa.ledgers.taken import Office, Organs, Taken, TakenLedger

AS_OF = date(2025, 6, 30)
MARKET, HEALTH, TOWN = "市场监管局", "卫生健康局", "白石镇"
OFFICES = {
    "A": Office("A", "青屏县市场监督管理局", level="county", sectors=(Profile("samr"),)),
    "B": Office("B", "青屏县卫生健康局", level="county"),
    "C": Office("C", "青屏县白石镇人民政府", level="township"),
}
ORGANS = Organs(OFFICES)


def ledger(
    procedure: str,
    cases: Sequence[Case],
    *,
    file: str = "台账.xlsx",
    source: Source | None = None,
    reach: Mapping[str, date] | None = None,
) -> TakenLedger:
    """A ledger with these cases; their ids are their numbers, the ids of their organs those of the register."""
    acts, rows = as_tables([Asked(one, AS_OF) for one in cases], folder(procedure).procedure)
    organs = [one.organ.id if one.organ.id in OFFICES else None for one in cases]
    keys = pa.array([f"{organ or ''} {one.id}" for organ, one in zip(organs, cases, strict=True)], pa.string())
    held = source or Source(file, counts=False)
    rows = rows.drop_columns(["as_of", "as_of_minute", "known_at"])
    rows = rows.set_column(rows.column_names.index("source"), "source", pa.array([held.id] * len(cases), pa.string()))
    acts = acts.set_column(0, "case", keys.take(acts["case"]))
    rows = rows.set_column(0, "case", keys)
    for name, values, type_ in (
        ("number", [one.id for one in cases], pa.string()),
        ("organ", organs, pa.string()),
        ("file", [file] * len(cases), pa.string()),
        ("sheet", ["台账"] * len(cases), pa.string()),
        ("row", list(range(2, len(cases) + 2)), pa.int32()),
    ):
        rows = rows.append_column(name, pa.array(values, type_))
    return TakenLedger(procedure, held, acts, rows, reach=reach or {}, file=file)


def worked(procedure: str, organ: str = "A") -> list[Case]:
    """The worked cases of a procedure as cases of one organ."""
    ready = [prepared(one, folder(procedure)) for one in examples(folder(procedure))]
    profiles = OFFICES[organ].profiles
    return [
        replace(
            one.case, id=f"立〔2024〕{place}号", organ=Organ(organ, profiles), counts={}, register=Register(), years=()
        )
        for place, one in enumerate(ready, 1)
    ]


def penalty(number: str, organ: str, acts: Sequence[tuple[str, str | None, Mapping[str, Any]]]) -> Case:
    """A case of the ordinary procedure: kinds of acts with their days and fields."""
    told = tuple(
        Act(kind, None if on is None else day_number(date.fromisoformat(on)), fields=dict(fields))
        for kind, on, fields in acts
    )
    return Case(number, "penalty-ordinary", told, Organ(organ, OFFICES[organ].profiles))


def late(number: str = "青市监罚〔2024〕7号", organ: str = "B") -> Case:
    """Filed on 1 March 2024, decided on 1 July: past the ninety days."""
    return penalty(number, organ, [("case-filed", "2024-03-01", {}), ("decision-made", "2024-07-01", {})])


def in_time(number: str = "青市监罚〔2024〕8号", organ: str = "B") -> Case:
    """Filed on 1 March 2024, decided on 1 April."""
    return penalty(number, organ, [("case-filed", "2024-03-01", {}), ("decision-made", "2024-04-01", {})])


def taken(*ledgers: TakenLedger, **more: Any) -> Taken:
    """What reading a folder with these ledgers gives."""
    return Taken(tuple(ledgers), **({"organs": ORGANS} | more))
