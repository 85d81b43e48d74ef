"""The register of organs: who they are, their sectors and places on which days, how they stand to one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from yifa.law.conditions import day_of
from yifa.law.facts import Profile
from yifa.ledgers.registers.columns import PLACES, SECTORS
from yifa.ledgers.registers.organ_names import OrganNames
from yifa.ledgers.taken import Office, Organs, Relation, RelationKind
from yifa.ledgers.values.texts import squeezed

_DEEPEST = 8  # organs above one another
_PROFILES = {"sector": SECTORS, "place": PLACES}


def make_organs(
    organs: Iterable[pl.DataFrame], relations: Iterable[pl.DataFrame]
) -> tuple[Organs, list[tuple[int, int, str]]]:
    """The register from the tables of its sheets; and rows that name an organ nobody knows: table, position, name."""
    offices: dict[str, Office] = {}
    above: list[tuple[str, str]] = []
    for frame in organs:
        for row in frame.iter_rows(named=True):
            office = _office(row)
            offices.setdefault(office.id, office)
            if row["to"]:
                above.append((office.id, row["to"]))
    names = OrganNames(Organs(offices))
    found = [
        Relation(organ, RelationKind.BELONGS_TO, called[0] if len(called) == 1 else to)
        for organ, to in above
        for called in [names.called(to)]
    ]
    unknown: list[tuple[int, int, str]] = []
    for number, frame in enumerate(relations):
        for row in frame.iter_rows(named=True):
            called = names.called(row["organ"])
            if len(called) != 1:
                unknown.append((number, row["position"], row["organ"]))
                continue
            first, last = _day(row["from"]), _day(row["to"])
            if row["kind"] in _PROFILES:
                profile = Profile(_profile(row["kind"], row["other"]), first, last)
                offices[called[0]] = _with_profile(offices[called[0]], row["kind"], profile)
                continue
            others = names.called(row["other"])
            to = others[0] if len(others) == 1 else row["other"]
            found.append(Relation(called[0], RelationKind(row["kind"]), to, first, last))
    places = {id_: _place(id_, offices, found) for id_ in offices}
    whole = {id_: replace(office, places=places[id_]) for id_, office in offices.items()}
    return Organs(whole, tuple(dict.fromkeys(found))), unknown


def _office(row: Mapping[str, Any]) -> Office:
    return Office(
        row["id"],
        row["name"],
        tuple(row["also"] or ()),
        row["code"] or "",
        row["level"],
        tuple(Profile(name) for name in dict.fromkeys(row["sector"] or ())),
        tuple(Profile(name) for name in dict.fromkeys(row["rules"] or row["place"] or ())),
    )


def _day(number: int | None) -> Any:
    return None if number is None else day_of(number)


def _profile(kind: str, written: str) -> str:
    known = {squeezed(name): word for word, names in _PROFILES[kind].items() for name in (word, *names)}
    return known.get(squeezed(written), written)


def _with_profile(office: Office, kind: str, profile: Profile) -> Office:
    """An organ with a profile from a day to a day; it replaces the same profile without days."""
    held = office.sectors if kind == "sector" else office.places
    changed = (*(one for one in held if one.name != profile.name), profile)
    return replace(office, sectors=changed) if kind == "sector" else replace(office, places=changed)


def _place(id_: str, offices: Mapping[str, Office], relations: Iterable[Relation]) -> tuple[Profile, ...]:
    """The places of an organ, or of the organ it belongs to."""
    above = {one.organ: one.to for one in relations if one.kind in (RelationKind.BELONGS_TO, RelationKind.BRANCH_OF)}
    at = id_
    for _ in range(_DEEPEST):
        office = offices.get(at)
        if office is None:
            return ()
        if office.places or at not in above:
            return office.places
        at = above[at]
    return ()
