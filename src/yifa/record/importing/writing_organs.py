"""Takes the register of organs in: organs, their sectors and places, relations, officers and certificates.

What is there already is left as it is: a change of an organ is an act of somebody, not of a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from yifa.law.conditions import day_of
from yifa.ledgers.taken import Office, Taken
from yifa.ledgers.taken import RelationKind as Told
from yifa.record.chain.actions import Personal
from yifa.record.chain.writing import verb
from yifa.record.importing.naming import all_officers
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.choices import CertificateEventKind, Kind, RelationKind
from yifa.record.organs.columns import BEGINNING
from yifa.record.organs.models import (
    Certificate,
    CertificateEvent,
    Officer,
    Organ,
    OrganName,
    OrganProfile,
    Relation,
)


@dataclass
class ImportedOrgans:
    """How many rows came in anew."""

    organs: int = 0
    relations: int = 0
    officers: int = 0


def import_organs(taken: Taken, *, actor: Actor, on: date) -> ImportedOrgans:
    """Take in what is not there yet; each organ is a verb of its own."""
    found = ImportedOrgans()
    kinds = {one.organ: one.kind for one in taken.organs.relations}
    known = set(Organ.objects.values_list("code", flat=True))
    for office in taken.organs.offices.values():
        if office.id not in known:
            _set_up(office, kinds.get(office.id), actor, on)
            found.organs += 1
    organs = {one.code: one for one in Organ.objects.all()}
    there = set(Relation.objects.values_list("organ__code", "kind", "to__code"))
    for one in taken.organs.relations:
        key = (one.organ, str(RelationKind(one.kind.value)), one.to)
        if key in there or one.organ not in organs or one.to not in organs:
            continue
        with verb("organ-related", organ=one.organ, by=actor.by, on=on, recorded=actor.recorded) as writing:
            relation = Relation(
                organ=organs[one.organ],
                kind=key[1],
                to=organs[one.to],
                first=one.first or organs[one.organ].first,
                last=one.last,
            )
            writing.insert(relation)
        found.relations += 1
    if taken.lists.officers is not None:
        found.officers = _officers(taken.lists.officers.to_pylist(), organs, actor, on)
    return found


def _set_up(office: Office, told: Told | None, actor: Actor, on: date) -> None:
    with verb("organ-set-up", organ=office.id, by=actor.by, on=on, recorded=actor.recorded) as writing:
        organ = Organ(
            code=office.id,
            kind=_kind(office, told),
            level=office.level or "",
            credit_code=office.code,
            first=BEGINNING,
        )
        [organ] = writing.insert(organ)
        short = office.also[0] if office.also else ""
        writing.insert(OrganName(organ=organ, name=office.name, short=short, first=BEGINNING))
        writing.insert(
            *(
                OrganProfile(organ=organ, profile=one.name, first=one.first or BEGINNING, last=one.last)
                for one in office.profiles
            )
        )


def _kind(office: Office, told: Told | None) -> Kind:
    if office.name.endswith(("人民政府", "街道办事处")):
        return Kind.GOVERNMENT
    if "开发区" in office.name:
        return Kind.ZONE
    return {Told.BRANCH_OF: Kind.BRANCH, Told.ENTRUSTED_BY: Kind.ENTRUSTED}.get(told or Told.VERTICAL, Kind.DEPARTMENT)


def _officers(rows: Sequence[Mapping[str, Any]], organs: Mapping[str, Organ], actor: Actor, on: date) -> int:
    """Officers and certificates that are not there yet; several rows of one name are certificates of one officer."""
    held = Certificate.objects.values_list("officer__organ__code", "number", "first")
    known = set(held)
    by_organ: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        key = row["organ"], row["number"] or "", _first(row)
        if row["organ"] in organs and key not in known:
            known.add(key)
            by_organ.setdefault(row["organ"], []).append(row)
    called = all_officers().by_organ
    return sum(
        _of_organ(organs[code], called.get(organs[code].id, {}), new, actor, on) for code, new in by_organ.items()
    )


def _of_organ(organ: Organ, there: Mapping[str, int], rows: Sequence[Mapping[str, Any]], actor: Actor, on: date) -> int:
    """The new certificates of an organ, and the officers who hold them: how many of these are new."""
    with verb_of("officers-imported", organ, actor, on) as writing:
        first_rows = {row["name"]: row for row in reversed(rows) if row["name"] not in there}
        taken = set(Officer.objects.filter(organ=organ).values_list("number", flat=True))
        officers = writing.insert(
            *(
                Officer(organ=organ, number=_number(row, taken), name=Personal(name))
                for name, row in reversed(first_rows.items())
            )
        )
        numbers = {**there, **{name: one.id for name, one in zip(reversed(first_rows), officers, strict=True)}}
        certificates = writing.insert(
            *(
                Certificate(
                    officer_id=numbers[row["name"]],
                    number=row["number"] or "",
                    scope_of_work=row.get("kind") or "",
                    first=_first(row),
                    last=None if row["expires"] is None else day_of(row["expires"]),
                )
                for row in rows
            )
        )
        events = [
            CertificateEvent(certificate=one, kind=kind, on=day_of(day))
            for one, row in zip(certificates, rows, strict=True)
            for kind, column in _EVENTS
            if (day := row.get(column)) is not None
        ]
        writing.insert(*events)
    return len(officers)


def _number(row: Mapping[str, Any], taken: set[str]) -> str:
    """The number of an officer: that of his certificate, and where another has it, one behind it."""
    plain = row["number"] or "未编号"
    number = next(one for at in count(1) if (one := plain if at == 1 else f"{plain}-{at}") not in taken)
    taken.add(number)
    return number


def _first(row: Mapping[str, Any]) -> date:
    """The day a certificate was issued; from the beginning, where nobody says."""
    return BEGINNING if row["issued"] is None else day_of(row["issued"])


_EVENTS = (
    (CertificateEventKind.SUSPENDED, "suspended"),
    (CertificateEventKind.RESTORED, "restored"),
    (CertificateEventKind.CANCELLED, "withdrawn"),
)
