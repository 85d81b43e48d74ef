"""The verbs of cases: open, record, correct, take part, link, merge, split, transfer, close.

Each is one transaction and one entry in the chain of the organ whose case it is. All raise `NotRecorded`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yifa.law.catalogue.folders import UnknownProcedure, folder
from yifa.law.catalogue.procedures import Procedure
from yifa.record.cases.choices import LinkKind, Openness, Role, State
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.errors import NeedsReason, NoSuchAct, StateSecret, Unlawful, WrongState
from yifa.record.cases.gates import breaks
from yifa.record.cases.models import Act, Case, Link, Participant
from yifa.record.cases.people import REFERENCE, naming_fields
from yifa.record.cases.values import kept
from yifa.record.chain.entries import Entry
from yifa.record.chain.writing import Writing, verb
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer, Organ
from yifa.record.parties.actions import erase_party, party_in
from yifa.record.parties.models import Party

STATE_SECRETS = ("绝密", "机密", "秘密")


@dataclass(frozen=True, slots=True)
class Happening:
    """An act as somebody tells it: what, when, and the fields the procedure asks for."""

    kind: str
    on: date | None = None
    minute: int | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    number: str = ""
    came_from: Mapping[str, Any] = field(default_factory=dict)


def open_case(
    organ: Organ,
    procedure: str,
    number: str,
    *,
    actor: Actor,
    on: date,
    title: str = "",
    facts: Mapping[str, Any] | None = None,
    openness: str = Openness.ON_REQUEST,
    openness_reason: str = "",
    circle: Sequence[str] = (),
    came_as: str = "",
    source: str = "",
    acts: Sequence[Happening] = (),
) -> Case:
    """Open a case of an organ, with what has happened so far. One of another system keeps its number in `came_as`."""
    _no_secret(title, openness_reason)
    told = _procedure(procedure)
    with _verb("case-opened", organ, actor, on) as writing:
        case = Case(
            organ=organ,
            procedure=procedure,
            number=number,
            came_as=came_as,
            source=source,
            title=title,
            opened=on,
            openness=openness,
            openness_reason=openness_reason,
            circle=list(circle),
            facts=_facts(facts or {}, told),
        )
        [case] = writing.insert(case)
        writing.insert(*(_act(case, one, actor, told) for one in acts))
    return case


def record(case: Case, happening: Happening, *, actor: Actor) -> Act:
    """Record an act that is prepared here. Raises `Unlawful` where it would break a duty."""
    act = _checked(case, happening, actor)
    if found := breaks(case, act):
        raise Unlawful(happening.kind, found)
    return _recorded(case, act, actor)


def record_as_happened(case: Case, happening: Happening, *, actor: Actor) -> Act:
    """Record what has happened, lawful or not. Raises `NeedsReason` where it broke a duty and `actor` gives none."""
    act = _checked(case, happening, actor)
    if not actor.because and (found := breaks(case, act)):
        raise NeedsReason(happening.kind, found)
    return _recorded(case, act, actor)


def correct(act: Act, happening: Happening, *, actor: Actor) -> Act:
    """Put an act right after it was recorded (更正): both stay, the later one counts. A reason is asked for."""
    return _correction(act, happening, actor, withdrawn=False)


def withdraw(act: Act, *, actor: Actor) -> Act:
    """Say that an act that was recorded did not happen: both stay. A reason is asked for."""
    return _correction(act, Happening(act.kind, act.on, act.minute, act.fields, act.number), actor, withdrawn=True)


def _correction(act: Act, happening: Happening, actor: Actor, *, withdrawn: bool) -> Act:
    if not actor.because:
        raise NoSuchAct(f"{act.kind}: corrected without a reason, expected one")
    if act.corrections.exists():
        raise WrongState(f"{act.kind}: was corrected before, expected the correction to be corrected")
    case = act.case
    made = _act(case, happening, actor, procedure_of(case))
    made.corrects, made.withdrawn = act, withdrawn
    with _verb("act-withdrawn" if withdrawn else "act-corrected", case.organ, actor, _today(actor)) as writing:
        [made] = writing.insert(made)
    return made


def take_part(
    case: Case,
    role: Role,
    *,
    actor: Actor,
    on: date,
    officer: Officer | None = None,
    name: str = "",
    identifier: str = "",
) -> Participant:
    """Let somebody take part in a case: an officer, or an outsider by name and identifier, which are kept apart."""
    if (officer is None) == (not name):
        raise NoSuchAct(f"{role}: expected an officer or a name, and not both")
    with _verb("participant-added", case.organ, actor, on) as writing:
        party = None if officer is not None else party_in(writing, case.organ, name, identifier)
        [row] = writing.insert(Participant(case=case, role=role, officer=officer, party=party, first=on))
    return row


def forget_party(party: Party, *, actor: Actor) -> Entry:
    """Erase what names a party, in its own row and in what ledgers told of its cases. A reason is asked for."""
    told = Case.objects.filter(participants__party=party).exclude(told_as="").values_list("told_as", flat=True)
    return erase_party(party, actor=actor, also=list(told.distinct()))


def link(case: Case, kind: LinkKind, to: Case, *, actor: Actor, on: date) -> Link:
    """Say how a case hangs together with another."""
    with _verb("case-linked", case.organ, actor, on) as writing:
        [row] = writing.insert(Link(case=case, kind=kind, to=to, on=on))
    return row


def merge(cases: Sequence[Case], into: Case, *, actor: Actor, on: date) -> None:
    """Let cases of one organ go on in another (并案); they take no more acts."""
    with _verb("cases-merged", into.organ, actor, on) as writing:
        for case in cases:
            _open(case)
            if case.organ_id != into.organ_id:
                raise WrongState(f"case {case.number}: is one of another organ, expected to be transferred first")
            writing.change(case, state=State.MERGED)
            writing.insert(Link(case=case, kind=LinkKind.MERGED_INTO, to=into, on=on))


def split(case: Case, number: str, *, actor: Actor, on: date, title: str = "", acts: Sequence[Happening] = ()) -> Case:
    """Take a case of its own out of another (分案)."""
    _open(case)
    told = procedure_of(case)
    with _verb("case-split", case.organ, actor, on) as writing:
        [made] = writing.insert(
            Case(
                organ=case.organ,
                procedure=case.procedure,
                number=number,
                title=title,
                opened=on,
                openness=case.openness,
            )
        )
        writing.insert(*(_act(made, one, actor, told) for one in acts))
        writing.insert(Link(case=made, kind=LinkKind.SPLIT_FROM, to=case, on=on))
    return made


def transfer(case: Case, to: Organ, number: str, *, actor: Actor, on: date) -> Case:
    """Hand a case over to another organ, which opens it as its own with the acts done so far."""
    _open(case)
    with _verb("case-transferred", case.organ, actor, on) as writing:
        [made] = writing.insert(
            Case(
                organ=to,
                procedure=case.procedure,
                number=number,
                came_as=case.number,
                title=case.title,
                opened=on,
                openness=case.openness,
                openness_reason=case.openness_reason,
                facts=case.facts,
            )
        )
        copied = [
            Act(
                case=made,
                kind=one.kind,
                on=one.on,
                minute=one.minute,
                number=one.number,
                fields=one.fields,
                recorded_at=actor.recorded,
                recorded_by=actor.by,
                came_from={"case": case.number, "act": one.id},
            )
            for one in case.acts.order_by("id")
        ]
        writing.insert(*copied)
        writing.change(case, state=State.TRANSFERRED)
        writing.insert(Link(case=case, kind=LinkKind.TRANSFERRED_TO, to=made, on=on))
    return made


def close(case: Case, *, actor: Actor, on: date) -> Case:
    """Close a case: it takes no more acts, until it is opened again."""
    _open(case)
    with _verb("case-closed", case.organ, actor, on) as writing:
        return writing.change(case, state=State.CLOSED)


def reopen(case: Case, *, actor: Actor, on: date) -> Case:
    """Open a closed case again, for a reason that is said."""
    if case.state != State.CLOSED:
        raise WrongState(f"case {case.number}: is {case.state}, expected a closed one")
    if not actor.because:
        raise WrongState(f"case {case.number}: opened again without a reason, expected one")
    with _verb("case-reopened", case.organ, actor, on) as writing:
        return writing.change(case, state=State.OPEN)


def _checked(case: Case, happening: Happening, actor: Actor) -> Act:
    _open(case)
    return _act(case, happening, actor, procedure_of(case))


def _recorded(case: Case, act: Act, actor: Actor) -> Act:
    act.reason = actor.because
    with _verb("act-recorded", case.organ, actor, act.on or _today(actor)) as writing:
        [made] = writing.insert(act)
    return made


def _act(case: Case, happening: Happening, actor: Actor, procedure: Procedure) -> Act:
    """The act, with its fields as they are kept. Raises `NoSuchAct`."""
    if happening.kind not in procedure.acts:
        known = ", ".join(sorted(procedure.acts))
        raise NoSuchAct(f"{procedure.id}: has no act {happening.kind!r}, expected one of {known}")
    declared = procedure.vocabulary[happening.kind]
    fields = {}
    for name, given in happening.fields.items():
        if name not in declared:
            known = ", ".join(sorted(declared)) or "none"
            raise NoSuchAct(f"{happening.kind}: has no field {name!r}, expected one of {known}")
        try:
            fields[name] = kept(given, declared[name])
        except ValueError as error:
            raise NoSuchAct(f"{happening.kind}.{name}: {error}") from None
        if (happening.kind, name) in naming_fields(procedure.id):
            _no_name(f"{happening.kind}.{name}", fields[name])
    if happening.minute is not None and happening.on is None:
        raise NoSuchAct(f"{happening.kind}: has a time and no day, expected both")
    return Act(
        case=case,
        kind=happening.kind,
        on=happening.on,
        minute=happening.minute,
        number=happening.number,
        fields=fields,
        recorded_at=actor.recorded,
        recorded_by=actor.by,
        came_from=dict(happening.came_from),
    )


def _no_name(where: str, held: str | list[str]) -> None:
    """A field that names people holds references to them."""
    if not all(REFERENCE.fullmatch(one) for one in ([held] if isinstance(held, str) else held)):
        raise NoSuchAct(f"{where}: names somebody, expected an officer or a party of the record, as in officer12")


def _facts(given: Mapping[str, Any], procedure: Procedure) -> dict[str, Any]:
    declared = procedure.attributes.get("case", {})
    found = {}
    for name, value in given.items():
        if name not in declared:
            known = ", ".join(sorted(declared)) or "none"
            raise NoSuchAct(f"{procedure.id}: a case has no fact {name!r}, expected one of {known}")
        try:
            found[name] = kept(value, declared[name].declared)
        except ValueError as error:
            raise NoSuchAct(f"{procedure.id}, case.{name}: {error}") from None
    return found


def _procedure(name: str) -> Procedure:
    try:
        return folder(name).procedure
    except UnknownProcedure as error:
        raise NoSuchAct(str(error)) from None


def _open(case: Case) -> None:
    if case.state != State.OPEN:
        raise WrongState(f"case {case.number}: is {case.state}, expected an open one")


def _no_secret(*texts: str) -> None:
    for text in texts:
        for mark in STATE_SECRETS:
            if text.startswith(mark) and text[len(mark) :].startswith(("★", "▲", "级")):
                raise StateSecret(f"found a mark of secrecy ({mark}); state secrets are kept on their own systems only")


def _today(actor: Actor) -> date:
    return actor.recorded.date()


def _verb(act: str, organ: Organ, actor: Actor, on: date) -> AbstractContextManager[Writing]:
    return verb(act, organ=organ.code, by=actor.by, on=on, recorded=actor.recorded, because=actor.because)
