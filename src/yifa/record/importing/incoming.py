"""Cases as ledgers tell of them, one after the other, ready to be compared with the record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import Declared, Type, day_of
from yifa.ledgers.taken import TakenLedger
from yifa.record.cases.people import naming_fields
from yifa.record.chain.canonical import canonical

FIELD = "field."
PARTY_COLUMNS = (("shows.party", "shows.party-code"), ("shows.applicant", "shows.applicant-code"))
"""Columns that name the party of a case, and what identifies it."""


@dataclass(frozen=True, slots=True)
class IncomingAct:
    """An act as a ledger tells it: fields as the record keeps them.

    Fields of `people` are still by name, those of `parties` by what identifies them.
    """

    kind: str
    on: date | None
    minute: int | None
    number: str
    fields: Mapping[str, Any]
    people: Mapping[str, tuple[str, ...]]
    parties: Mapping[str, str]


@dataclass(frozen=True)
class IncomingCase:
    """A case as a ledger tells it."""

    organ: str
    procedure: str
    number: str
    facts: Mapping[str, Any]
    acts: tuple[IncomingAct, ...]
    file: str
    sheet: str
    row: int
    party: tuple[str, str] = ("", "")

    @property
    def opened(self) -> date | None:
        """The day of its first act; None where no act has a day."""
        return min((act.on for act in self.acts if act.on is not None), default=None)

    @cached_property
    def digest(self) -> str:
        """Of everything that is told of it; equal from batch to batch while nothing changed. Names are in it."""
        acts = [
            [
                [act.kind, act.on.isoformat() if act.on else "", "" if act.minute is None else act.minute, act.number],
                [act.fields, act.people, act.parties],
            ]
            for act in self.acts
        ]
        told = {"facts": self.facts, "acts": acts, "party": list(self.party)}
        return hashlib.sha256(canonical(told).encode()).hexdigest()  # type: ignore[arg-type]


def incoming(ledger: TakenLedger) -> Iterator[IncomingCase]:
    """The cases of a ledger, with their acts in the order of its table."""
    procedure = folder(ledger.procedure).procedure
    acts = _acts_by_case(ledger)
    case_facts = {name: one.declared for name, one in procedure.attributes.get("case", {}).items()}
    for row in ledger.cases.to_pylist():
        facts = {
            name: as_kept(row[f"case.{name}"], declared)
            for name, declared in case_facts.items()
            if row.get(f"case.{name}") is not None
        }
        yield IncomingCase(
            organ=row["organ"] or "",
            procedure=ledger.procedure,
            number=row["number"],
            facts=facts,
            acts=tuple(acts.get(row["case"], ())),
            file=row["file"],
            sheet=row["sheet"],
            row=row["row"],
            party=_party(row),
        )


def _party(row: Mapping[str, Any]) -> tuple[str, str]:
    for name, code in PARTY_COLUMNS:
        if row.get(name):
            return row[name], row.get(code) or ""
    return "", ""


def _acts_by_case(ledger: TakenLedger) -> dict[str, list[IncomingAct]]:
    vocabulary = folder(ledger.procedure).procedure.vocabulary
    naming = naming_fields(ledger.procedure)
    table = ledger.acts
    plain = {name: table[name].to_pylist() for name in ("case", "act", "day")}
    blank = [None] * table.num_rows
    extra = {name: table[name].to_pylist() if name in table.column_names else blank for name in ("minute", "id")}
    fields = {
        name.removeprefix(FIELD): table[name].to_pylist() for name in table.column_names if name.startswith(FIELD)
    }
    found: dict[str, list[IncomingAct]] = {}
    for at, (case, kind, day) in enumerate(zip(plain["case"], plain["act"], plain["day"], strict=True)):
        if kind not in vocabulary:
            continue
        declared = vocabulary[kind]
        held, named, parties = {}, {}, {}
        for name, column in fields.items():
            value = column[at]
            if value is None or name not in declared:
                continue
            names = naming.get((kind, name))
            if names == "party":
                parties[name] = str(value)
            elif names == "person":
                named[name] = tuple(value) if isinstance(value, list) else (value,)
            else:
                held[name] = as_kept(value, declared[name])
        on, minute, number = None if day is None else day_of(day), extra["minute"][at], extra["id"][at] or ""
        act = IncomingAct(kind, on, minute, number, held, named, parties)
        found.setdefault(case, []).append(act)
    return found


def as_kept(value: Any, declared: Declared) -> Any:
    """A value of a table of facts as the record keeps it."""
    match declared.type:
        case Type.YES_NO:
            return "yes" if value else "no"
        case Type.DAY:
            return day_of(value).isoformat()
        case Type.NAMES:
            return list(value)
    return value
