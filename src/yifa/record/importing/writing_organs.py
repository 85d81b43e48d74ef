"""Takes the register of organs in: organs, their sectors and places, relations, officers and certificates.

What is there already is left as it is: a change of an organ is an act of somebody, not of a spreadsheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from yifa.law.conditions import day_of
from yifa.ledgers.taken import Office, Taken
from yifa.ledgers.taken import RelationKind as Told
from yifa.record.chain.actions import Personal
from yifa.record.chain.writing import verb
from yifa.record.organs.actions import Actor
from yifa.record.organs.choices import CertificateEventKind, Kind, Level, RelationKind
from yifa.record.organs.models import (
    Certificate,
    CertificateEvent,
    Officer,
    Organ,
    OrganName,
    OrganProfile,
    Relation,
)

BEGINNING = date(1949, 10, 1)
"""From when an organ counts of which nobody says since when it is there."""


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
            level=office.level or Level.COUNTY,
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


def _officers(rows: list[dict[str, Any]], organs: dict[str, Organ], actor: Actor, on: date) -> int:
    known = set(Officer.objects.values_list("organ__code", "number"))
    by_organ: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["organ"] in organs and (row["organ"], row["number"]) not in known:
            known.add((row["organ"], row["number"]))
            by_organ.setdefault(row["organ"], []).append(row)
    for code, new in by_organ.items():
        with verb("officers-imported", organ=code, by=actor.by, on=on, recorded=actor.recorded) as writing:
            officers = writing.insert(
                *(Officer(organ=organs[code], number=row["number"], name=Personal(row["name"])) for row in new)
            )
            certificates = writing.insert(
                *(
                    Certificate(
                        officer=officer,
                        number=row["number"],
                        scope_of_work=row.get("kind") or "",
                        first=day_of(row["issued"]),
                        last=None if row["expires"] is None else day_of(row["expires"]),
                    )
                    for officer, row in zip(officers, new, strict=True)
                    if row["issued"] is not None
                )
            )
            rows_of = {row["number"]: row for row in new}
            events = [
                CertificateEvent(certificate=one, kind=kind, on=day_of(day))
                for one in certificates
                for kind, column in _EVENTS
                if (day := rows_of[one.number].get(column)) is not None
            ]
            writing.insert(*events)
    return sum(map(len, by_organ.values()))


_EVENTS = (
    (CertificateEventKind.SUSPENDED, "suspended"),
    (CertificateEventKind.RESTORED, "restored"),
    (CertificateEventKind.CANCELLED, "withdrawn"),
)
