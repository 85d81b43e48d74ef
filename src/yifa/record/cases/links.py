"""How cases hang together: linked, gone on in another (并案), taken out of another (分案). All raise `NotRecorded`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from yifa.record.cases.acting import Happening, act_of_case, open_only
from yifa.record.cases.choices import LinkKind, State
from yifa.record.cases.columns import procedure_of, standing
from yifa.record.cases.concluding import turn
from yifa.record.cases.errors import NoSuchAct, WrongState
from yifa.record.cases.models import Act, Case, Link, Participant
from yifa.record.cases.naming_nobody import refuse_names
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.chain.actions import Personal
from yifa.record.chain.chained import values_of
from yifa.record.organs.actions import Actor, verb_of

MADE_BY_VERBS = frozenset((LinkKind.MERGED_INTO, LinkKind.SPLIT_FROM, LinkKind.TRANSFERRED_TO))
"""Links that come with what was done; nobody writes them by hand."""


def link(case: Case, kind: LinkKind, to: Case, *, actor: Actor, on: date) -> Link:
    """Say how a case hangs together with another: challenges, arises from, rectifies."""
    if kind in MADE_BY_VERBS:
        raise WrongState(f"case {case.number}: {kind} comes with what is done, expected another kind of link")
    if case.id == to.id:
        raise WrongState(f"case {case.number}: linked with itself, expected another case")
    if Link.objects.filter(case=case, kind=kind, to=to, last=None).exists():
        raise WrongState(f"case {case.number}: {kind} case {to.number} already")
    with verb_of("case-linked", case.organ, actor, on, {"case_number": case.number}) as writing:
        [row] = writing.insert(Link(case=case, kind=kind, to=to, on=on))
    return row


def unlink(row: Link, *, actor: Actor, on: date) -> Link:
    """Take away a link that was noted by mistake; a reason is asked for. Both stay in the record."""
    if row.kind in MADE_BY_VERBS or row.last is not None:
        raise WrongState(f"case {row.case.number}: {row.kind} cannot be taken away, expected a link noted by hand")
    if not actor.because:
        raise WrongState(f"case {row.case.number}: {row.kind} taken away without a reason, expected one")
    refuse_secrets(actor.because)
    refuse_names(row.case, actor.because)
    with verb_of("case-unlinked", row.case.organ, actor, on, {"case_number": row.case.number}) as writing:
        return writing.change(row, last=on)


def merge(cases: Sequence[Case], into: Case, *, actor: Actor, on: date) -> None:
    """Let cases of one organ go on in another (并案); they take no more acts, their parties take part in the other."""
    open_only(into)
    for case in cases:
        open_only(case)
        if case.organ_id != into.organ_id:
            raise WrongState(f"case {case.number}: is one of another organ, expected to be transferred first")
        if case.procedure != into.procedure:
            raise WrongState(
                f"case {case.number}: is {case.procedure}, expected {into.procedure} like case {into.number}"
            )
        if case.id == into.id:
            raise WrongState(f"case {case.number}: merged into itself, expected another case")
    theirs = list(Participant.objects.filter(case__in=cases, last__isnull=True).order_by("id"))
    there = {_who(one) for one in into.participants.filter(last__isnull=True)}
    with verb_of("cases-merged", into.organ, actor, on) as writing:
        for case in cases:
            writing.change(case, state=State.MERGED)
            writing.insert(Link(case=case, kind=LinkKind.MERGED_INTO, to=into, on=on))
        new = {_who(one): one for one in theirs if _who(one) not in there}
        writing.insert(*_copied(new.values(), into, on))


def split(
    case: Case,
    number: str,
    *,
    actor: Actor,
    on: date,
    title: str = "",
    acts: Sequence[Happening] = (),
    taking: Sequence[Act] = (),
    participants: Sequence[Participant] = (),
) -> Case:
    """Take a case of its own out of another (分案), with what was done in it so far (`taking`) and who is in it."""
    open_only(case)
    refuse_secrets(title, number)
    told = procedure_of(case)
    own = {one.id for one in standing(case.acts.order_by("id"))}
    for act in taking:
        if act.id not in own:
            raise NoSuchAct(f"case {case.number}: {act.kind} does not stand in it, expected an act of this case")
    for one in participants:
        if one.case_id != case.id:
            raise NoSuchAct(f"case {case.number}: has no such participant, expected one of this case")
    with verb_of("case-split", case.organ, actor, on, {"case_number": case.number}) as writing:
        [made] = writing.insert(
            Case(
                organ=case.organ,
                procedure=case.procedure,
                number=number,
                title=Personal(title) if title else "",
                opened=on,
                openness=case.openness,
                openness_ground=case.openness_ground,
                openness_reason=case.openness_reason,
                circle=case.circle,
                facts=case.facts,
            )
        )
        again = writing.insert(*acts_again(taking, made, actor, {"case": case.number}))
        new = writing.insert(*(act_of_case(made, one, actor, told) for one in acts))
        turn(writing, made, (*again, *new))
        writing.insert(*_copied(participants, made, on))
        writing.insert(Link(case=made, kind=LinkKind.SPLIT_FROM, to=case, on=on))
    return made


def acts_again(acts: Iterable[Act], case: Case, actor: Actor, where: Mapping[str, Any]) -> list[Act]:
    """Acts of one case as acts of another; each says where it came from."""
    return [
        Act(
            case=case,
            kind=one.kind,
            on=one.on,
            minute=one.minute,
            number=one.number,
            fields=one.fields,
            recorded_at=actor.recorded,
            recorded_by=actor.by,
            came_from={**where, "act": one.id},
        )
        for one in acts
    ]


def title_again(case: Case) -> Personal | str:
    """The title of a case for another one, with a commitment of its own; blank where it was erased."""
    title = values_of([case]).get(case.title)
    return Personal(title) if title else ""


def _who(one: Participant) -> tuple[str, int | None, int | None]:
    return one.role, one.officer_id, one.party_id


def _copied(participants: Iterable[Participant], case: Case, on: date) -> list[Participant]:
    return [
        Participant(case=case, role=one.role, officer_id=one.officer_id, party_id=one.party_id, first=on)
        for one in participants
    ]
