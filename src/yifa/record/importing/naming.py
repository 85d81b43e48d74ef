"""Whom a ledger names: officers where the register knows the name, parties otherwise; and how fields name them then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yifa.record.cases.choices import Role
from yifa.record.cases.models import Case, Participant
from yifa.record.chain.actions import Personal
from yifa.record.chain.chained import values_of
from yifa.record.chain.plain_rows import PlainRow
from yifa.record.chain.writing import Writing
from yifa.record.importing.incoming import IncomingCase
from yifa.record.organs.models import Officer, Organ, OrganName
from yifa.record.parties.actions import identified, known_parties, usual_kind
from yifa.record.parties.models import Party

Called = tuple[str, str]
"""How a ledger calls somebody: name and identifier, one of which may be empty."""


@dataclass(frozen=True)
class Officers:
    """How ledgers call officers: by name alone, or with the organ behind it where several have namesakes.

    Of two of one name the one who was there first is meant, as long as nobody says more.
    """

    everywhere: Mapping[str, int]
    by_organ: Mapping[int, Mapping[str, int]]

    def of(self, organ: Organ) -> Mapping[str, int]:
        """The numbers of officers by what a ledger of an organ calls them: its own before all others."""
        return {**self.everywhere, **self.by_organ.get(organ.id, {})}


def all_officers() -> Officers:
    """The officers of the whole register."""
    rows = list(Officer.objects.order_by("-id"))
    names = values_of(rows)
    called: dict[int, str] = dict(OrganName.objects.order_by("first", "id").values_list("organ_id", "name"))
    everywhere: dict[str, int] = {}
    by_organ: dict[int, dict[str, int]] = {}
    for row in rows:
        name = names.get(row.name)
        if name is not None:
            with_organ = f"{name}（{called.get(row.organ_id, '')}）"
            everywhere |= {name: row.id, with_organ: row.id}
            by_organ.setdefault(row.organ_id, {})[name] = row.id
    return Officers(everywhere, by_organ)


def called_in(case: IncomingCase) -> list[Called]:
    """Everybody whom a case names, once: its party first, then whom its acts name or identify."""
    party, code = case.party
    found: dict[Called, None] = {case.party: None} if party else {}
    for act in case.acts:
        for whom in act.people.values():
            found.update(((who, ""), None) for who in whom if who)
        found.update((("", one), None) for one in act.parties.values() if one != code)
    return list(found)


@dataclass
class Naming:
    """Finds and writes, for the cases of one verb, whom they name."""

    organ: Organ
    officers: Mapping[str, int]
    writing: Writing

    def named(
        self, new: Sequence[tuple[PlainRow, IncomingCase]], changed: Sequence[tuple[Case, IncomingCase]]
    ) -> list[dict[Called, str]]:
        """How the fields of each case name everybody, first of the new ones; who takes no part yet is written."""
        cases = [one for _, one in (*new, *changed)]
        called = [called_in(one) for one in cases]
        codes = {code for each in called for _, code in each if code}
        plain = {code: identified(code) for code in codes}
        known: dict[str, Any] = dict(known_parties(self.organ, {code for code, _ in plain.values()}))
        there = [dict[Called, str]() for _ in new] + [self._there(case) for case, _ in changed]
        parties: list[list[PlainRow]] = []
        found: list[dict[Called, str | PlainRow]] = []
        for each, before in zip(called, there, strict=True):
            made: list[PlainRow] = []
            own: dict[Called, str | PlainRow] = {}
            for one in each:
                own[one] = before.get(one) or self._somebody(one, plain, known, made)
            parties.append(made)
            found.append(own)
        self.writing.spread(Party, parties)
        names = [{one: _reference(who) for one, who in own.items()} for own in found]
        days = [row["opened"] for row, _ in new] + [case.opened for case, _ in changed]
        ids = [row["id"] for row, _ in new] + [case.id for case, _ in changed]
        rows = [
            _participants(id_, on, one, own, before)
            for id_, on, one, own, before in zip(ids, days, cases, names, there, strict=True)
        ]
        self.writing.spread(Participant, rows)
        return names

    def _somebody(
        self, called: Called, plain: Mapping[str, tuple[str, Any]], known: dict[str, Any], new: list[PlainRow]
    ) -> str | PlainRow:
        name, code = called
        if not code and name in self.officers:
            return f"officer{self.officers[name]}"
        identifier, by = plain[code] if code else ("", "none")
        if identifier in known:
            there = known[identifier]
            return f"party{there.id}" if isinstance(there, Party) else there
        party: PlainRow = {
            "organ_id": self.organ.id,
            "kind": usual_kind(by),
            "name": Personal(name) if name else "",
            "identifier": Personal(identifier) if identifier else "",
            "identified_by": by,
        }
        new.append(party)
        if identifier:
            known[identifier] = party
        return party

    def _there(self, case: Case) -> dict[Called, str]:
        """Who takes part in a case already, by name alone and by name and identifier."""
        rows = list(case.participants.select_related("party"))
        values = values_of([row.party for row in rows if row.party is not None])
        officers = {row.officer_id for row in rows}
        found: dict[Called, str] = {
            (name, ""): f"officer{one}" for name, one in self.officers.items() if one in officers
        }
        for party in (row.party for row in rows if row.party is not None):
            name, code = values.get(party.name, ""), values.get(party.identifier, "")
            found |= {called: f"party{party.id}" for called in ((name, ""), (name, code), ("", code)) if any(called)}
        return found


def _reference(who: str | PlainRow) -> str:
    return who if isinstance(who, str) else f"party{who['id']}"


def _participants(
    case: int, on: Any, one: IncomingCase, names: Mapping[Called, str], there: Mapping[Called, str]
) -> list[PlainRow]:
    """The rows of those who take no part yet, each once."""
    told = set(there.values())
    rows = []
    for called, who in names.items():
        if who in told:
            continue
        told.add(who)
        officer = who.startswith("officer")
        rows.append(
            {
                "case_id": case,
                "role": Role.PARTY if called == one.party else Role.NAMED,
                "officer_id": int(who[len("officer") :]) if officer else None,
                "party_id": None if officer else int(who[len("party") :]),
                "first": on,
            }
        )
    return rows
