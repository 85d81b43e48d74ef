"""Whom a ledger names: officers where the register knows the name, parties otherwise; and how fields name them then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yifa.record.cases.choices import Role
from yifa.record.cases.models import Case, Participant
from yifa.record.cases.people import officers_by_name, reference
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Writing
from yifa.record.importing.incoming import IncomingCase
from yifa.record.organs.models import Officer, Organ
from yifa.record.parties.actions import identified, known_parties, new_party
from yifa.record.parties.models import Party

Called = tuple[str, str]
"""How a ledger calls somebody: name and identifier, one of which may be empty."""


def officers_of(organ: Organ) -> dict[str, Officer]:
    """The officers of an organ by name."""
    officers = list(Officer.objects.filter(organ=organ).order_by("id"))
    names = values_of(officers)
    return officers_by_name(officers, {one.id: names[one.name] for one in officers if one.name in names})


def called_in(case: IncomingCase) -> list[Called]:
    """Everybody whom a case names, once: its party first, then whom its acts name or identify."""
    names = [(who, "") for act in case.acts for whom in act.people.values() for who in whom if who]
    codes = [("", code) for act in case.acts for code in act.parties.values() if code != case.party[1]]
    return list(dict.fromkeys([*([case.party] if case.party[0] else []), *names, *codes]))


def named(
    writing: Writing,
    organ: Organ,
    officers: Mapping[str, Officer],
    cases: Sequence[tuple[Case, IncomingCase]],
    new: int,
) -> list[dict[Called, str]]:
    """How the fields of each case name everybody; who takes no part yet is written, a part of the entry each case.

    The first `new` of the cases are just being made: nobody takes part in them.
    """
    known = known_parties(organ, {identified(code)[0] for _, one in cases for _, code in called_in(one)})
    there = [{} if place < new else _there(case, officers) for place, (case, _) in enumerate(cases)]
    parties: list[list[Party]] = []
    found: list[dict[Called, Officer | Party]] = []
    for (_, one), before in zip(cases, there, strict=True):
        made: list[Party] = []
        own: dict[Called, Officer | Party] = {}
        for called in called_in(one):
            own[called] = before.get(called) or _somebody(organ, called, officers, known, made)
        parties.append(made)
        found.append(own)
    writing.spread(parties, 0)
    rows = [_participants(*each) for each in zip(cases, found, there, strict=True)]
    writing.spread(rows, 0)
    return [{called: reference(row) for called, row in own.items()} for own in found]


def _somebody(
    organ: Organ, called: Called, officers: Mapping[str, Officer], known: dict[str, Party], new: list[Party]
) -> Officer | Party:
    name, code = called
    if not code and name in officers:
        return officers[name]
    plain, by = identified(code)
    if plain in known:
        return known[plain]
    party = new_party(organ, name, plain, by)
    new.append(party)
    if plain:
        known[plain] = party
    return party


def _there(case: Case, officers: Mapping[str, Officer]) -> dict[Called, Officer | Party]:
    """Who takes part in a case already, by name alone and by name and identifier."""
    rows = list(case.participants.select_related("party"))
    values = values_of([row.party for row in rows if row.party is not None])
    found: dict[Called, Officer | Party] = {
        (name, ""): one for name, one in officers.items() if any(row.officer_id == one.id for row in rows)
    }
    for party in (row.party for row in rows if row.party is not None):
        name, code = values.get(party.name, ""), values.get(party.identifier, "")
        found |= {called: party for called in ((name, ""), (name, code), ("", code)) if any(called)}
    return found


def _participants(
    pair: tuple[Case, IncomingCase], found: Mapping[Called, Officer | Party], there: Mapping[Called, Officer | Party]
) -> list[Participant]:
    """The rows of those who take no part yet, each once."""
    case, one = pair
    told: set[str] = {reference(row) for row in there.values()}
    rows = []
    for called, row in found.items():
        if reference(row) in told:
            continue
        told.add(reference(row))
        role = Role.PARTY if called == one.party else Role.NAMED
        officer, party = (row, None) if isinstance(row, Officer) else (None, row)
        rows.append(Participant(case=case, role=role, officer=officer, party=party, first=case.opened))
    return rows
