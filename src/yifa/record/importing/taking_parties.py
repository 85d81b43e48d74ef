"""Takes parties that were sent in: new ones, other names, kinds and credit grades; one verb for each organ.

A party is known by its credit code or identity number, else by its name within the organ. A credit grade that is told
anew ends the one before it with the day before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from yifa.ledgers.taking_in.one_sheet import ReadSheet, Row, read_sheet
from yifa.record.cases.seen_parties import seen_parties
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Writing
from yifa.record.importing.changes import Changes, What, told_only, whole_or_nothing
from yifa.record.importing.register_sheets import PARTIES, key_of_party
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ, OrganName
from yifa.record.organs.queries import on_day
from yifa.record.parties.actions import identified, known_parties, new_party, renamed
from yifa.record.parties.choices import IdentifierKind, PartyFactKind, PartyKind
from yifa.record.parties.models import Party, PartyFact
from yifa.record.parties.queries import facts_on

_KINDS = {
    "citizen": PartyKind.PERSON,
    "organisation": PartyKind.ORGANISATION,
    "household": PartyKind.SOLE_TRADER,
}
_WORDS = {kind: word for word, kind in _KINDS.items()}


def take_parties(path: Path, *, actor: Actor, on: date, kept: frozenset[int], dry_run: bool = False) -> Changes:
    """Take a workbook of parties in as of a day, for the organs whose parties may be written."""
    read = read_sheet(path, PARTIES, key_of_party, key_column="name")

    def do() -> Changes:
        found = Changes()
        found.take(PARTIES, read)
        _Taking(actor, on, kept, read, found).take()
        return found

    return whole_or_nothing(do, dry_run=dry_run)


def rows_of_parties(parties: list[Party], on: date) -> list[dict[str, Any]]:
    """Parties as the sheet tells them, with what identifies them; those that were erased are left out."""
    values, facts = values_of(parties), facts_on(parties, on)
    names = _names({one.organ_id for one in parties}, on)
    return [
        {"organ": names[one.organ_id], **_told(one, values, facts.get(one.id, []))}
        for one in parties
        if one.name in values or one.identifier in values
    ]


def _told(party: Party, values: Mapping[str, Any], facts: list[PartyFact]) -> dict[str, Any]:
    identifier = values.get(party.identifier)
    is_code = party.identified_by == IdentifierKind.CREDIT_CODE
    grade = next((one.value for one in facts if one.kind == PartyFactKind.CREDIT_GRADE), None)
    return {
        "name": values.get(party.name, ""),
        "code": identifier if is_code else None,
        "person": None if is_code else identifier,
        "kind": None if party.kind_not_said else _WORDS[PartyKind(party.kind)],
        "grade": grade or None,
    }


def _names(organs: set[int] | frozenset[int], on: date) -> dict[int, str]:
    codes = dict(Organ.objects.filter(id__in=organs).values_list("id", "code"))
    names = on_day(OrganName.objects.filter(organ__in=organs), on).order_by("first").values_list("organ_id", "name")
    return {**codes, **dict(names)}


@dataclass
class _Taking:
    """A workbook that is being taken in."""

    actor: Actor
    on: date
    kept: frozenset[int]
    read: ReadSheet
    found: Changes

    def take(self) -> None:
        """Row by row, organ by organ."""
        names = _names(self.kept, self.on)
        meant: dict[str, set[int]] = {}
        for name in on_day(OrganName.objects.filter(organ__in=self.kept), self.on):
            for one in {name.name, name.short} - {""}:
                meant.setdefault(one, set()).add(name.organ_id)
        for id_, code in Organ.objects.filter(id__in=self.kept).values_list("id", "code"):
            meant.setdefault(code, set()).add(id_)
        by_organ: dict[int, list[Row]] = {}
        for row in self.read.rows:
            told = row.values.get("organ")
            organs = meant.get(str(told).strip(), set()) if told else set(self.kept)
            if len(organs) != 1:
                kind = "organ-several" if organs else "organ-not-kept"
                self.found.problems.append(self.read.problem(kind, row, "organ"))
                continue
            by_organ.setdefault(next(iter(organs)), []).append(row)
        for organ, rows in by_organ.items():
            self._of_organ(Organ.objects.get(pk=organ), names[organ], rows)
        self.found.rows.sort(key=lambda one: one.row)

    def _of_organ(self, organ: Organ, called: str, rows: list[Row]) -> None:
        plain = {row.key: identified(str(row.values.get("code") or row.values.get("person") or "")) for row in rows}
        for row in rows:
            if plain[row.key][1] is IdentifierKind.OTHER:
                column = "code" if row.values.get("code") else "person"
                self.found.problems.append(self.read.problem("party-identifier", row, column))
        known = known_parties(organ, (code for code, _ in plain.values()))
        by_name = self._unidentified(organ) if any(not code for code, _ in plain.values()) else {}
        there = {row.key: known.get(plain[row.key][0]) or by_name.get(str(row.values["name"])) for row in rows}
        parties = [one for one in there.values() if one is not None]
        values, facts = values_of(parties), facts_on(parties, self.on)
        todo: list[tuple[Row, Party | None, set[str]]] = []
        seen = set(seen_parties(Party.objects.filter(id__in=[one.id for one in parties])).values_list("id", flat=True))
        for row in rows:
            party = there[row.key]
            if party is not None and party.id not in seen:  # known from files that who sends it may not read
                self.found.note(PARTIES, self.read, row, str(row.values["name"]), row.values, row.values)
                continue
            old = None if party is None else {"organ": called, **_told(party, values, facts.get(party.id, []))}
            if old is not None and old["kind"] is None and row.values.get("kind") == _WORDS[PartyKind.PERSON]:
                old["kind"] = row.values["kind"]  # says what is taken for so already
            told = told_only(row.values, (column.id for column in PARTIES.columns)) | {"organ": called}
            for column in ("code", "person"):
                if told.get(column):
                    told[column] = plain[row.key][0]
            shown = (old or {}) | told
            change = self.found.note(PARTIES, self.read, row, str(row.values["name"]), old, shown)
            if change.what is not What.UNCHANGED:
                todo.append((row, party, {column.id for column, *_ in change.columns}))
        if not self.found.is_whole or not todo:
            return
        with verb_of("parties-imported", organ, self.actor, self.on) as writing:
            new = [(row, plain[row.key]) for row, party, _ in todo if party is None]
            made = writing.insert(
                *(
                    new_party(organ, str(row.values["name"]), *by, _KINDS.get(str(row.values.get("kind"))))
                    for row, by in new
                )
            )
            grades = [
                (party, row.values["grade"])
                for party, (row, _) in zip(made, new, strict=True)
                if row.values.get("grade")
            ]
            for row, party, columns in todo:
                if party is not None:
                    self._change(writing, party, row, columns, facts.get(party.id, []))
                    if "grade" in columns:
                        grades.append((party, row.values["grade"]))
            writing.insert(*(self._grade(party, str(grade)) for party, grade in grades))

    def _unidentified(self, organ: Organ) -> dict[str, Party]:
        rows = list(Party.objects.filter(organ=organ, identifier="").order_by("-id"))
        values = values_of(rows)
        return {values[one.name]: one for one in rows if one.name in values}

    def _change(self, writing: Writing, party: Party, row: Row, columns: set[str], facts: list[PartyFact]) -> None:
        if "name" in columns:
            renamed(writing, party, str(row.values["name"]))
        if "kind" in columns:
            writing.change(party, kind=_KINDS[str(row.values["kind"])])
        if "grade" in columns:
            for fact in facts:
                if fact.kind == PartyFactKind.CREDIT_GRADE:
                    writing.change(fact, last=max(fact.first, self.on - timedelta(days=1)))

    def _grade(self, party: Party, grade: str) -> PartyFact:
        return PartyFact(
            party=party, kind=PartyFactKind.CREDIT_GRADE, value=grade, source=self.read.file[:200], first=self.on
        )
