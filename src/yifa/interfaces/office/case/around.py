"""What stands around a case: people, papers, sheets, links, what was recorded by whom, and its place in the chain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.state_words import tell_link, tell_part
from yifa.interfaces.office.workbench.waiting import tell_step
from yifa.record.cases.choices import LinkKind, Role
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Act, Case, Link
from yifa.record.chain.chained import values_of
from yifa.record.chain.files import seal_from
from yifa.record.chain.models import SealRow
from yifa.record.chain.proving import entry_of
from yifa.record.despatch.choices import SheetState, StepRole
from yifa.record.despatch.models import Sheet
from yifa.record.organs.models import Officer
from yifa.record.papers.queries import documents_of
from yifa.record.parties.models import Party
from yifa.wording import Language

_REFERENCE = re.compile(r"(officer|party)([1-9][0-9]*)")


@dataclass(frozen=True)
class Person:
    """Somebody who takes part."""

    name: str
    part: str
    of: str
    first: str


@dataclass(frozen=True)
class Recorded:
    """An act as it was written down."""

    name: str
    on: str
    recorded: str
    by: str
    reason: str
    corrected: bool
    withdrawn: bool


@dataclass(frozen=True)
class ToldSheet:
    """An approval sheet in a line."""

    id: int
    act: str
    state: str
    drawn: str
    waits_for: str


@dataclass(frozen=True)
class Linked:
    """Another case, and how it hangs together with this one."""

    case: Case
    how: str


@dataclass(frozen=True)
class Place:
    """Where the last act stands in the chain of its organ: entry, digest, and the seal that holds it."""

    number: int
    digest: str
    seal: int | None
    sealed_on: date | None


def people(case: Case, speech: Language) -> list[Person]:
    """Who takes part, and as what."""
    rows = list(case.participants.filter(last=None).select_related("officer", "party").order_by("id"))
    told = values_of([one.officer or one.party for one in rows if (one.officer or one.party) is not None])  # type: ignore[misc]
    found = []
    for one in rows:
        who: Officer | Party | None = one.officer or one.party
        name = "" if who is None else told.get(who.name, "")
        of = one.officer.number if one.officer is not None else ""
        found.append(Person(name or "—", tell_part(Role(one.role), speech), of, speech.day(one.first)))
    return found


def names_in(acts: Iterable[Act]) -> dict[str, str]:
    """How those are called to whom fields of acts refer, as far as they may be read."""
    return names_of(" ".join(f"{act.fields} {act.recorded_by}" for act in acts))


def names_of(texts: str) -> dict[str, str]:
    """How those are called to whom a text refers by `officer12` or `party7`."""
    wanted: dict[str, set[int]] = {"officer": set(), "party": set()}
    for kind, number in _REFERENCE.findall(texts):
        wanted[kind].add(int(number))
    officers = list(Officer.objects.filter(id__in=wanted["officer"]))
    parties = list(Party.objects.filter(id__in=wanted["party"]))
    told = values_of([*officers, *parties])
    found = {f"officer{one.id}": told.get(one.name) or one.number for one in officers}
    return found | {f"party{one.id}": name for one in parties if (name := told.get(one.name))}


def recorded(case: Case, acts: Iterable[Act], names: dict[str, str], speech: Language) -> list[Recorded]:
    """Every act as it was written down, also those put right later."""
    procedure, rows = procedure_of(case), list(acts)
    corrected = {one.corrects_id for one in rows if one.corrects_id is not None}
    return [
        Recorded(
            act_name(procedure, one.kind, speech),
            "—" if one.on is None else speech.day(one.on),
            speech.moment(one.recorded_at),
            names.get(one.recorded_by.split(" ")[0], one.recorded_by),
            one.reason,
            one.id in corrected,
            one.withdrawn,
        )
        for one in rows
    ]


def sheets(case: Case, speech: Language) -> list[ToldSheet]:
    """The approval sheets of a case, the newest first."""
    say, procedure = speech.say, procedure_of(case)
    words = {
        SheetState.UNDER_WAY: say("under way"),
        SheetState.SIGNED: say("signed"),
        SheetState.REFUSED: say("refused"),
        SheetState.TAKEN_BACK: say("taken back"),
    }
    found = []
    for one in Sheet.objects.filter(case=case).prefetch_related("steps__post").order_by("-id"):
        open_ = [step for step in one.steps.all() if step.state == "open"]
        waits = "、".join(f"{step.post.title} {tell_step(StepRole(step.role), speech)}" for step in open_)
        found.append(
            ToldSheet(
                one.id,
                act_name(procedure, one.act, speech),
                words[SheetState(one.state)],
                speech.day(one.drawn_on),
                waits,
            )
        )
    return found


def links(case: Case, speech: Language) -> list[Linked]:
    """The cases it hangs together with, as far as they may be read."""
    rows = Link.objects.filter(case=case).select_related("to").order_by("id")
    may = {one.id: one for one in Case.objects.filter(id__in=[row.to_id for row in rows])}
    return [Linked(may[row.to_id], tell_link(LinkKind(row.kind), speech)) for row in rows if row.to_id in may]


def papers(case: Case, speech: Language) -> list[dict[str, str]]:
    """The documents of a case as they stand."""
    rows = list(documents_of(case))
    told = values_of(rows)
    return [
        {
            "paper": one.paper,
            "number": one.number_text,
            "title": told.get(one.title, "") or "",
            "issued": speech.day(one.issued_on),
        }
        for one in rows
    ]


def place_in_chain(case: Case) -> Place | None:
    """Where the last thing told of a case stands in the chain."""
    last = case.acts.order_by("-id").first()
    entry = None if last is None else entry_of(case.organ.code, "cases_act", last.id, last.version)
    if entry is None:
        return None
    sealed = _sealed(case.organ.code, entry.number)
    return Place(entry.number, entry.digest, *(sealed or (None, None)))


def _sealed(organ: str, number: int) -> tuple[int, date] | None:
    """The last seal, where it holds an entry."""
    seal = SealRow.objects.order_by("-number").first()
    if seal is None:
        return None
    head = seal_from(seal.text, f"seal {seal.number}").heads.get(organ)
    return (seal.number, seal.day) if head is not None and head.number >= number else None
