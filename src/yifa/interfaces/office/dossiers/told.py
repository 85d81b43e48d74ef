"""Dossiers as pages tell them: part by part, place by place; those that were made up, with what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.papers.evidence_words import tell_sort
from yifa.law.catalogue.dossiers import DossierOrder
from yifa.record.cases.choices import Part
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.despatch.models import Sheet
from yifa.record.dossiers.arranging import Held, Lying, Row
from yifa.record.dossiers.binding import tell_part
from yifa.record.dossiers.leaves import dated, tell_means, tell_retention
from yifa.record.dossiers.models import Dossier
from yifa.record.dossiers.queries import dossiers_of, entries_of, entry_faults, rows_of
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.models import Item
from yifa.record.papers.models import Document, Service
from yifa.record.scope import Scope
from yifa.wording import Language


@dataclass(frozen=True)
class Line:
    """A thing at its place."""

    number: int
    title: str
    paper_number: str
    on: str
    to: str


@dataclass(frozen=True)
class Laid:
    """A part of a dossier: headings, each with what lies under it."""

    part: Part
    words: str
    count: int
    places: tuple[tuple[str, tuple[Line, ...]], ...]

    @staticmethod
    def name(which: str, speech: Language) -> str:
        """What a file of a dossier is called."""
        if which == "files":
            return speech.say("dossier with its files")
        return tell_part(Part.SECONDARY if which == "secondary" else Part.MAIN, speech)


@dataclass(frozen=True)
class ToldDossier:
    """A dossier that was made up. `changed`: places that are not what they were; `asks`: it holds sensitive files."""

    dossier: Dossier
    made: str
    keeper: str
    retention: str
    note: str
    entries: int
    changed: tuple[str, ...]
    asks: bool


def laid_out(lying: Sequence[Lying], order: DossierOrder, case: Case, speech: Language) -> list[Laid]:
    """What would lie where, as far as who asks may see it."""
    english = {place.zh: place.en for place in (*order.main, *order.secondary)}
    values = values_of([one.held.row for one in lying])
    found = []
    for part in Part:
        mine = [one for one in lying if one.part == part]
        number, places = 0, []
        for heading, group in groupby(mine, key=lambda one: one.heading):
            lines = []
            for one in group:
                number += 1
                lines.append(_line(number, one.held, values, case, speech))
            named = heading if speech.tag == "zh" else english.get(heading, speech.say("other material"))
            places.append((named, tuple(lines)))
        found.append(Laid(part, tell_part(part, speech), len(mine), tuple(places)))
    return found


def _line(number: int, held: Held, values: dict[str, str], case: Case, speech: Language) -> Line:
    title, paper_number, to = _told(held.row, values, case, speech)
    return Line(number, title, paper_number, dated(held.on, speech), to)


def _told(row: Row, values: dict[str, str], case: Case, speech: Language) -> tuple[str, str, str]:
    """What it is called, its number, and its page."""
    say = speech.say
    files = reverse("case_files", kwargs={"case": case.id})
    match row:
        case Document():
            to = reverse("paper", kwargs={"case": case.id, "document": row.id})
            return str(values.get(row.title, "") or row.paper), row.number_text, to
        case Service():
            to = reverse("paper", kwargs={"case": case.id, "document": row.document_id})
            means = tell_means(row.means, speech)
            return say("Proof of service: {paper} ({means})", paper=row.document.paper, means=means), "", to
        case Sheet():
            act = act_name(procedure_of(case), row.act, speech)
            return say("Approval sheet: {act}", act=act), "", reverse("approval", kwargs={"sheet": row.id})
        case Item():
            title = str(values.get(row.title, "") or "—")
            return f"{title}（{tell_sort(Sort(row.sort), speech)}）", "", files
    return say("Recording kept elsewhere: {device}", device=row.device), "", files


def told_dossiers(case: Case, speech: Language) -> list[ToldDossier]:
    """The dossiers that were made up, the last first."""
    found = []
    for one in dossiers_of(case):
        values = values_of([one, one.keeper])
        entries = list(entries_of(one))
        rows = rows_of(entries)
        found.append(
            ToldDossier(
                one,
                dated(one.made_on, speech),
                str(values.get(one.keeper.name, one.keeper.number)),
                tell_retention(one.retention, speech),
                str(values.get(one.note, "")),
                len(entries),
                tuple(fault.place for fault in entry_faults(one)),
                any(isinstance(row, Item) and row.sensitive for row in rows.values()),
            )
        )
    return found


def may_see_secondary(scope: Scope, case: Case) -> bool:
    """Whether who reads within a scope sees the secondary part of this file."""
    if scope.parts is None or case.id in scope.whole:
        return True
    return any(
        case.organ_id in part.organs
        and case.procedure not in part.walled
        and (part.secondary is None or case.procedure in part.secondary)
        for part in scope.parts
    )
