"""Takes a register of officers and certificates that was sent in: one verb for each organ, all of them one transaction.

An officer is known by the organ and his number there; where no number is told, by his name, as long as nobody else of
the organ is called so. A certificate is known by its number, and where it was issued anew under it by the day of issue.
What a blank cell says nothing of stays; nobody leaves an organ by being left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from yifa.ledgers.taking_in.one_sheet import ReadSheet, Row, read_sheet
from yifa.record.chain.actions import Personal
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Writing
from yifa.record.importing.changes import Changes, What, told_only, whole_or_nothing
from yifa.record.importing.register_sheets import OFFICERS, key_of_officer
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.choices import CertificateEventKind, Rank
from yifa.record.organs.columns import BEGINNING
from yifa.record.organs.models import Certificate, CertificateEvent, Officer, Organ, OrganName, Post
from yifa.record.organs.queries import on_day

_DAY = timedelta(days=1)
EVENTS = (
    (CertificateEventKind.SUSPENDED, "suspended"),
    (CertificateEventKind.RESTORED, "restored"),
    (CertificateEventKind.CANCELLED, "withdrawn"),
)


def take_officers(path: Path, *, actor: Actor, on: date, kept: frozenset[int], dry_run: bool = False) -> Changes:
    """Take a workbook of officers in as of a day, of the organs that may be touched."""
    read = read_sheet(path, OFFICERS, key_of_officer, key_column="name")

    def do() -> Changes:
        found = Changes()
        found.take(OFFICERS, read)
        _Taking(_There.of(kept, on), actor, on, read, found).take()
        return found

    return whole_or_nothing(do, dry_run=dry_run)


def rows_of_officers(on: date, kept: frozenset[int]) -> list[dict[str, Any]]:
    """The officers of organs as of a day, a row for each certificate, as the sheet tells them."""
    there = _There.of(kept, on)
    return [
        there.told(officer, certificate)
        for officer in sorted(there.officers.values(), key=lambda one: (there.codes[one.organ_id], one.number))
        for certificate in (there.certificates.get(officer.id) or (None,))
    ]


@dataclass
class _There:
    """What is on record of some organs on a day."""

    on: date
    codes: dict[int, str]
    names: dict[int, str]
    meant: dict[str, set[int]]
    officers: dict[int, Officer]
    called: dict[str, Any]
    posts: dict[int, list[Post]] = field(default_factory=dict)
    certificates: dict[int, list[Certificate]] = field(default_factory=dict)
    events: dict[int, list[CertificateEvent]] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: frozenset[int], on: date) -> _There:
        codes = dict(on_day(Organ.objects.filter(id__in=kept), on).values_list("id", "code"))
        names: dict[int, str] = {}
        meant: dict[str, set[int]] = {}
        for row in on_day(OrganName.objects.filter(organ__in=codes), on).order_by("first"):
            names[row.organ_id] = row.name
            for one in {row.name, row.short} - {""}:
                meant.setdefault(one, set()).add(row.organ_id)
        for id_, code in codes.items():
            meant.setdefault(code, set()).add(id_)
        officers = {one.id: one for one in Officer.objects.filter(organ__in=codes)}
        found = cls(on, codes, names, meant, officers, values_of(list(officers.values())))
        for post in on_day(Post.objects.filter(officer__organ__in=codes), on).order_by("id"):
            found.posts.setdefault(post.officer_id, []).append(post)
        for certificate in Certificate.objects.filter(officer__organ__in=codes).order_by("first", "id"):
            found.certificates.setdefault(certificate.officer_id, []).append(certificate)
        for event in CertificateEvent.objects.filter(certificate__officer__organ__in=codes).order_by("on", "id"):
            found.events.setdefault(event.certificate_id, []).append(event)
        return found

    @cached_property
    def by_number(self) -> dict[tuple[int, str], list[Officer]]:
        """Officers by their organ and number."""
        return {(one.organ_id, one.number): [one] for one in self.officers.values()}

    @cached_property
    def by_name(self) -> dict[tuple[int, str], list[Officer]]:
        """Officers by their organ and name; several where some are namesakes."""
        found: dict[tuple[int, str], list[Officer]] = {}
        for one in self.officers.values():
            found.setdefault((one.organ_id, self.called.get(one.name, "")), []).append(one)
        return found

    def name_of(self, organ: int) -> str:
        """By which name an organ is found again."""
        name = self.names.get(organ, "")
        return name if len(self.meant.get(name, ())) == 1 else self.codes[organ]

    def told(self, officer: Officer, certificate: Certificate | None) -> dict[str, Any]:
        """An officer with one certificate as the sheet tells them."""
        post = next((one for one in self.posts.get(officer.id, ()) if one.organ_id == officer.organ_id), None)
        found: dict[str, Any] = {
            "organ": self.name_of(officer.organ_id),
            "staff": officer.number,
            "name": self.called.get(officer.name, ""),
            "title": post.title or None if post else None,
            "rank": post.rank if post else None,
        }
        if certificate is None:
            return found
        lasts = {event.kind: event.on.isoformat() for event in self.events.get(certificate.id, ())}
        return found | {
            "number": certificate.number,
            "issued": None if certificate.first == BEGINNING else certificate.first.isoformat(),
            "expires": certificate.last.isoformat() if certificate.last else None,
            "issuer": certificate.issuer or None,
            "kind": certificate.scope_of_work or None,
            **{column: lasts.get(kind) for kind, column in EVENTS},
        }


@dataclass
class _Taking:
    """A workbook that is being taken in."""

    there: _There
    actor: Actor
    on: date
    read: ReadSheet
    found: Changes
    made: dict[tuple[int, str], Officer] = field(default_factory=dict)
    taken: set[tuple[int, str]] = field(default_factory=set)
    which: set[tuple[str, str, date | None]] = field(default_factory=set)

    def take(self) -> None:
        """Row by row, organ by organ."""
        rows = [(organ, row) for row in self.read.rows if (organ := self._organ(row)) is not None]
        for organ, group in groupby(sorted(rows, key=lambda one: one[0]), key=lambda one: one[0]):
            self._of_organ(Organ.objects.get(pk=organ), [row for _, row in group])
        self.found.rows.sort(key=lambda one: one.row)

    def _organ(self, row: Row) -> int | None:
        meant = self.there.meant.get(str(row.values["organ"]).strip(), set())
        if len(meant) == 1:
            return next(iter(meant))
        self.found.problems.append(self.read.problem("organ-several" if meant else "organ-not-kept", row, "organ"))
        return None

    def _of_organ(self, organ: Organ, rows: list[Row]) -> None:
        self.which = {_which(row) for row in rows}
        before = {row.key: self._there(organ, row) for row in rows}
        for row in rows:
            if not _days_in_order(row.values):
                self.found.problems.append(self.read.problem("days-not-in-order", row, "issued"))
            if self._is_unclear(row, before[row.key]):
                self.found.problems.append(self.read.problem("certificate-day-untold", row, "number"))
        if any(one is None for one in before.values()):
            return
        new = [row for row in rows if not before[row.key]]
        changed = []
        for row in rows:
            old = before[row.key]
            told = told_only(row.values, (column.id for column in OFFICERS.columns)) | {
                "organ": self.there.name_of(organ.id)
            }
            change = self.found.note(
                OFFICERS,
                self.read,
                row,
                str(row.values["name"]),
                old[2] if old else None,
                {**(old[2] if old else {}), **told},
            )
            if old and change.what is What.CHANGED:
                changed.append((row, old, {column.id for column, *_ in change.columns}))
        if not self.found.is_whole or not (new or changed):
            return
        with verb_of("officers-imported", organ, self.actor, self.on) as writing:
            for row in new:
                self._new(writing, organ, row)
            for row, (officer, certificate, _), columns in changed:
                self._change(writing, officer, certificate, row, columns)

    def _there(self, organ: Organ, row: Row) -> tuple[Officer, Certificate | None, dict[str, Any]] | tuple[()] | None:
        """Who and which certificate a row tells of; nothing for a new officer, None where it cannot be told."""
        staff, name = row.values.get("staff"), row.values["name"]
        found = (
            self.there.by_number.get((organ.id, staff), []) if staff else self.there.by_name.get((organ.id, name), [])
        )
        if len(found) > 1:
            self.found.problems.append(self.read.problem("officers-of-one-name", row, "name"))
            return None
        if not found:
            return ()
        certificate = self._held(row, self.there.certificates.get(found[0].id, []))
        return found[0], certificate, self.there.told(found[0], certificate)

    def _held(self, row: Row, held: list[Certificate]) -> Certificate | None:
        """Of the certificates somebody holds the one a row tells of; None for another one.

        A day of issue that is told otherwise is put right, unless another row tells of the certificate that has it: it
        was issued anew then.
        """
        who, number, issued = _which(row)
        same = [one for one in held if one.number == number] if number else []
        exact = next((one for one in same if one.first == (issued or BEGINNING)), None)
        if exact is not None or not same:
            return exact
        if issued is None:
            return same[-1]
        if len(same) > 1:
            return None
        return None if (who, number, same[0].first) in self.which else same[0]

    def _is_unclear(
        self, row: Row, before: tuple[Officer, Certificate | None, dict[str, Any]] | tuple[()] | None
    ) -> bool:
        """Whether it tells no day of issue, another row of that number does, and none on record lacks it."""
        who, number, issued = _which(row)
        others = any(one[:2] == (who, number) and one[2] is not None for one in self.which)
        certificate = before[1] if before else None
        known = certificate is not None and certificate.first == BEGINNING
        return bool(number) and issued is None and others and not known

    def _new(self, writing: Writing, organ: Organ, row: Row) -> None:
        """An officer nobody knows yet; further rows of his are further certificates."""
        told = row.values
        key = organ.id, str(told.get("staff") or told["name"])
        if key not in self.made:
            number = str(told.get("staff") or told.get("number") or "未编号")
            place, plain = 1, number
            while (organ.id, number) in self.taken or (organ.id, number) in self.there.by_number:
                place += 1
                number = f"{plain}-{place}"
            self.taken.add((organ.id, number))
            [officer] = writing.insert(Officer(organ=organ, number=number, name=Personal(str(told["name"]))))
            self.made[key] = officer
            title, rank = str(told.get("title") or ""), Rank(told.get("rank") or Rank.OFFICER)
            if title or told.get("rank"):
                writing.insert(Post(officer=officer, organ=organ, title=title, rank=rank, first=self.on))
        if told.get("number"):
            self._certificate(writing, self.made[key], told)

    def _certificate(self, writing: Writing, officer: Officer, told: Mapping[str, Any]) -> None:
        first, last = _day(told.get("issued")) or BEGINNING, _day(told.get("expires"))
        [made] = writing.insert(
            Certificate(
                officer=officer,
                number=str(told["number"]),
                issuer=str(told.get("issuer") or ""),
                scope_of_work=str(told.get("kind") or ""),
                first=first,
                last=last,
            )
        )
        self._events(writing, made, told, {column for _, column in EVENTS})

    def _events(self, writing: Writing, certificate: Certificate, told: Mapping[str, Any], columns: set[str]) -> None:
        days = [(kind, day) for kind, column in EVENTS if column in columns and (day := _day(told.get(column)))]
        writing.insert(*(CertificateEvent(certificate=certificate, kind=kind, on=day) for kind, day in days))

    def _change(
        self, writing: Writing, officer: Officer, certificate: Certificate | None, row: Row, columns: set[str]
    ) -> None:
        """What is told differently of somebody who is on record."""
        told = row.values
        if "name" in columns:
            writing.change(officer, name=Personal(str(told["name"])))
        if columns & {"title", "rank"}:
            self._post(writing, officer, told)
        if certificate is None:
            if told.get("number"):
                self._certificate(writing, officer, told)
            return
        kept = {"issuer": "issuer", "scope_of_work": "kind"}
        values: dict[str, Any] = {name: str(told[column]) for name, column in kept.items() if column in columns}
        values |= {
            name: _day(told[column]) for name, column in (("first", "issued"), ("last", "expires")) if column in columns
        }
        if values:
            writing.change(certificate, **values)
        self._events(writing, certificate, told, columns)

    def _post(self, writing: Writing, officer: Officer, told: Mapping[str, Any]) -> None:
        """Another post in the place of the one he had."""
        held = [one for one in self.there.posts.get(officer.id, ()) if one.organ_id == officer.organ_id]
        before = held[0] if held else None
        title = str(told.get("title") or (before.title if before else ""))
        rank = Rank(told.get("rank") or (before.rank if before else Rank.OFFICER))
        if before is not None and before.first >= self.on:
            writing.change(before, title=title, rank=rank)
            return
        if before is not None:
            writing.change(before, last=self.on - _DAY)
        writing.insert(Post(officer=officer, organ=officer.organ, title=title, rank=rank, first=self.on))


def _days_in_order(told: Mapping[str, Any]) -> bool:
    """Whether a certificate does not run out before it was issued, and nothing became of it before."""
    first, last = _day(told.get("issued")), _day(told.get("expires"))
    days = [_day(told.get(column)) for _, column in EVENTS]
    return first is None or all(one is None or one >= first for one in (last, *days))


def _which(row: Row) -> tuple[str, str, date | None]:
    """Of whom a row tells, of a certificate of which number, issued on which day."""
    told = row.values
    return str(told.get("staff") or told["name"]), str(told.get("number") or ""), _day(told.get("issued"))


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
