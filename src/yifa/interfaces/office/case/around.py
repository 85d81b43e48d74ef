"""What stands around a case: people, papers, sheets, links to other cases, drafts of who looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, prefetch_related_objects
from django.utils import timezone

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.kept_values import values_behind
from yifa.interfaces.office.names import names_of
from yifa.interfaces.office.state_words import tell_leaving, tell_link, tell_link_back, tell_part, tell_sheet_state
from yifa.interfaces.office.told_papers import ToldPaper, told_papers
from yifa.interfaces.office.way_words import tell_step
from yifa.record.cases.choices import Leaving, LinkKind, Role
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import ActDraft, Case, Link, Participant, Urging
from yifa.record.despatch.choices import SheetState, StepRole
from yifa.record.despatch.models import Sheet
from yifa.record.organs.models import Officer
from yifa.record.parties.models import Party
from yifa.record.scope import Remembered
from yifa.wording import Language


@dataclass(frozen=True)
class Person:
    """Somebody who takes part, or did: `left` says until when and why."""

    id: int
    name: str
    part: str
    of: str
    first: str
    left: str = ""


@dataclass(frozen=True)
class ToldSheet:
    """An approval sheet in a line."""

    id: int
    act: str
    state: str
    drawn: str
    waits_for: str
    to_do: bool = False
    """It is signed, and its act is not done yet."""


@dataclass(frozen=True)
class Linked:
    """Another case, and how it hangs together with this one; `back`: it is told there, of this one."""

    id: int
    case: Case
    how: str
    kind: LinkKind
    back: bool = False


_PARTS = Remembered(
    lambda case: Participant.objects.filter(case=case).select_related("officer", "party").order_by("id"), int
)
_SHEETS = Remembered(lambda case: Sheet.objects.filter(case=case).order_by("-id"), int)
_LINKS = Remembered(lambda case: Link.objects.filter(Q(case=case) | Q(to=case), last=None).order_by("id"), int)
_DRAFTS = Remembered(
    lambda case, drafter: ActDraft.objects.filter(case=case, drafter=drafter).order_by("-edited_at"), int, int
)
_URGINGS = Remembered(lambda case: Urging.objects.filter(case=case).order_by("-id"), int)


def people(case: Case, speech: Language) -> list[Person]:
    """Who takes part, and as what; who left it after them."""
    rows = sorted(_PARTS(case.id), key=lambda one: (one.last is not None, one.id))
    told = values_behind(held.name for one in rows if (held := one.officer or one.party) is not None)
    found = []
    for one in rows:
        who: Officer | Party | None = one.officer or one.party
        name = "" if who is None else told.get(who.name, "")
        of = one.officer.number if one.officer is not None else ""
        left = ""
        if one.last is not None:
            why = tell_leaving(Leaving(one.left_for), speech)
            left = speech.say("until {day}, {why}", day=speech.day(one.last), why=why)
        found.append(Person(one.id, name or "—", tell_part(Role(one.role), speech), of, speech.day(one.first), left))
    return found


def sheets(case: Case, speech: Language) -> list[ToldSheet]:
    """The approval sheets of a case, the newest first."""
    procedure = procedure_of(case)
    found = []
    rows = _SHEETS(case.id)
    prefetch_related_objects(rows, "steps__post")
    for one in rows:
        open_ = [step for step in one.steps.all() if step.state == "open"]
        waits = "、".join(f"{step.post.title} {tell_step(StepRole(step.role), speech)}" for step in open_)
        found.append(
            ToldSheet(
                one.id,
                act_name(procedure, one.act, speech),
                tell_sheet_state(SheetState(one.state), speech),
                speech.day(one.drawn_on),
                waits,
                one.state == SheetState.SIGNED and one.act_row_id is None,
            )
        )
    return found


def links(case: Case, speech: Language) -> list[Linked]:
    """The cases it hangs together with, in both directions, as far as they may be read."""
    rows = _LINKS(case.id)
    others = {row.id: row.case_id if row.to_id == case.id else row.to_id for row in rows}
    may = {one.id: one for one in Case.objects.filter(id__in=others.values())} if rows else {}
    found = []
    for row in sorted(rows, key=lambda one: (one.to_id == case.id, one.id)):
        back, kind = row.to_id == case.id, LinkKind(row.kind)
        if others[row.id] in may:
            how = tell_link_back(kind, speech) if back else tell_link(kind, speech)
            found.append(Linked(row.id, may[others[row.id]], how, kind, back))
    return found


def drafts(case: Case, drafter: Officer, speech: Language) -> list[tuple[str, str, str]]:
    """Acts that somebody has begun to write down: kind, name, and when he last did."""
    rows = _DRAFTS(case.id, drafter.id)
    procedure = procedure_of(case)
    return [
        (one.kind, act_name(procedure, one.kind, speech), speech.moment(timezone.localtime(one.edited_at)))
        for one in rows
    ]


def papers(case: Case, today: date, speech: Language) -> list[ToldPaper]:
    """The papers of a case as they stand, the newest first."""
    return told_papers(case, today, speech)


@dataclass(frozen=True)
class Urged:
    """Who was urged (催办), by whom, when, with which words."""

    who: str
    by: str
    on: str
    words: str


def urgings(case: Case, speech: Language) -> list[Urged]:
    """How often who handles a case was urged, the last first."""
    rows = _URGINGS(case.id)
    names = names_of(" ".join(f"officer{one.officer_id} {one.urged_by}" for one in rows)) if rows else {}
    return [
        Urged(
            names.get(f"officer{one.officer_id}", "—"),
            names.get(one.urged_by, one.urged_by),
            speech.day(one.on),
            one.words,
        )
        for one in rows
    ]
