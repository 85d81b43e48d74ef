"""Cases as ledgers tell of them, one after the other, ready to be compared with the record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Any

import numpy as np

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import Declared, Type, day_of
from yifa.ledgers.taken import TakenLedger
from yifa.record.cases.errors import StateSecret
from yifa.record.cases.people import naming_fields
from yifa.record.cases.secrecy import refuse_secret_values
from yifa.record.chain.canonical import canonical, quoted

FIELD = "field."
PARTY_COLUMNS = (("shows.party", "shows.party-code"), ("shows.applicant", "shows.applicant-code"))
"""Columns that name the party of a case, and what identifies it."""


@dataclass(slots=True)
class IncomingAct:
    """An act as a ledger tells it: `fields` in order, each by its name with its canonical text, `"fine":50000`.

    Fields of `people` are still by name, those of `parties` by what identifies them.
    """

    kind: str
    on: date | None
    minute: int | None
    number: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    _plain: str = ""
    _told: str = ""

    def text(self, more: Sequence[tuple[str, str]] = ()) -> str:
        """Its fields as canonical text, with `more` in their places: `{"fine":50000,"result":"penalty"}`."""
        if more:
            return f"{{{','.join([text for _, text in sorted([*self.fields, *more])])}}}"
        self._plain = self._plain or f"{{{','.join([text for _, text in self.fields])}}}"
        return self._plain

    @property
    def told(self) -> str:
        """All that is told of it, names too; asked for its secrets and for the digest of its case, made once."""
        if self._told:
            return self._told
        on = self.on.isoformat() if self.on else ""
        minute = "" if self.minute is None else self.minute
        named = f",{self.people},{self.parties}" if self.people or self.parties else ""
        self._told = f"{self.kind} {on} {minute} {quoted(self.number)} {self.text()}{named}"
        return self._told


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
    ledger: TakenLedger | None = None

    @property
    def opened(self) -> date | None:
        """The day of its first act; None where no act has a day."""
        return min((act.on for act in self.acts if act.on is not None), default=None)

    @cached_property
    def digest(self) -> str:
        """Of everything that is told of it; equal from batch to batch while nothing changed. Names are in it."""
        told = [canonical(self.facts), *(act.told for act in self.acts), *map(quoted, self.party)]
        return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def secret(self) -> bool:
        """Whether anything told of it bears a mark of a state secret, which is kept on systems of its own alone."""
        if not any("密" in act.told for act in self.acts) and "密" not in f"{self.number}{self.party}{self.facts}":
            return False
        told = [{"number": self.number, "party": list(self.party)}, self.facts]
        told += [{"number": act.number, **json.loads(act.text())} for act in self.acts]
        try:
            for values in told:
                refuse_secret_values(values)
        except StateSecret:
            return True
        return False


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
            ledger=ledger,
        )


def _party(row: Mapping[str, Any]) -> tuple[str, str]:
    for name, code in PARTY_COLUMNS:
        if row.get(name):
            return row[name], row.get(code) or ""
    return "", ""


def _acts_by_case(ledger: TakenLedger) -> dict[str, list[IncomingAct]]:
    table = ledger.acts
    case, kind, day = (table[name].to_pylist() for name in ("case", "act", "day"))
    blank = [None] * table.num_rows
    minute, number = (table[name].to_pylist() if name in table.column_names else blank for name in ("minute", "id"))
    acts = [
        IncomingAct(kind[at], None if on is None else _day(on), minute[at], number[at] or "")
        for at, on in enumerate(day)
    ]
    _fill(acts, ledger)
    vocabulary = folder(ledger.procedure).procedure.vocabulary
    found: dict[str, list[IncomingAct]] = {}
    for of, act in zip(case, acts, strict=True):
        if act.kind in vocabulary:
            found.setdefault(of, []).append(act)
    return found


def _fill(acts: list[IncomingAct], ledger: TakenLedger) -> None:
    """Put the cells that are filled into the acts, column by column in the order of their names."""
    procedure = folder(ledger.procedure).procedure
    naming = naming_fields(ledger.procedure)
    declared: dict[str, set[str]] = {}
    for kind, fields in procedure.vocabulary.items():
        for name in fields:
            declared.setdefault(name, set()).add(kind)
    for column in sorted(ledger.acts.column_names):
        name = column.removeprefix(FIELD)
        if column == name or name not in declared:
            continue
        kinds, names = declared[name], {kind: naming.get((kind, name)) for kind in declared[name]}
        held = ledger.acts[column]
        places = np.flatnonzero(np.asarray(held.is_valid())).tolist()
        told, key = _texts(procedure.fields[name].type), f"{quoted(name)}:"
        for at, value in zip(places, held.drop_null().to_pylist(), strict=True):
            act = acts[at]
            if act.kind not in kinds:
                continue
            match names[act.kind]:
                case None:
                    act.fields.append((name, key + told(value)))
                case "party":
                    act.parties[name] = str(value)
                case _:
                    act.people[name] = tuple(value) if isinstance(value, list) else (value,)


def _texts(kind: Type) -> Callable[[Any], str]:
    """How values of a kind are written."""
    match kind:
        case Type.YES_NO:
            return lambda value: '"yes"' if value else '"no"'
        case Type.NUMBER | Type.MONEY:
            return str
        case Type.DAY:
            return lambda value: f'"{_day_text(value)}"'
        case Type.NAMES:
            return lambda value: canonical(list(value))
    return quoted


def as_kept(value: Any, declared: Declared) -> Any:
    """A value of a table of facts as the record keeps it."""
    kept_by = _KEPT_BY.get(declared.type)
    return value if kept_by is None else kept_by(value)


def _yes_no(value: Any) -> str:
    return "yes" if value else "no"


@cache
def _day(number: int) -> date:
    return day_of(number)


def _day_text(number: int) -> str:
    return _day(number).isoformat()


_KEPT_BY: Mapping[Type, Callable[[Any], Any]] = {Type.YES_NO: _yes_no, Type.DAY: _day_text, Type.NAMES: list}
"""How values are kept that are kept otherwise than they stand in a table of facts."""
