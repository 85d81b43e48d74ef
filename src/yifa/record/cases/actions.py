"""The verbs of cases: open, record, correct, take part, close. Others: `parts`, `links`, `transfers`, `takeover`,
`showing`, `forgetting`.

Each is one transaction and one entry in the chain of the organ whose case it is. All raise `NotRecorded`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yifa.law.catalogue.folders import UnknownProcedure, folder
from yifa.law.catalogue.procedures import Procedure
from yifa.law.run.ending import endings
from yifa.record.cases.acting import Happening, act_of_case, happened, open_only, prepared
from yifa.record.cases.choices import Openness, Role, State
from yifa.record.cases.circles import Member, circle
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.concluding import may_turn, opens_as, turn
from yifa.record.cases.errors import NoSuchAct, WrongState
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.cases.parts import refuse_avoided
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.cases.showing import needs_ground
from yifa.record.cases.values import kept
from yifa.record.chain.actions import Personal
from yifa.record.organs.actions import Actor, verb_of, write_one_of
from yifa.record.organs.models import Officer, Organ
from yifa.record.parties.actions import party_in


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
    openness_ground: str = "",
    openness_reason: str = "",
    known_to: Sequence[Member] = (),
    came_as: str = "",
    source: str = "",
    acts: Sequence[Happening] = (),
) -> Case:
    """Open a case of an organ, with what has happened so far. One of another system keeps its number in `came_as`.

    `known_to`: the persons, posts and organs that alone may know of it; nobody named is everybody in whose scope it is.
    """
    refuse_secrets(title, openness_reason, number, came_as)
    needs_ground(openness, openness_ground, f"case {number}")
    told = _procedure(procedure)
    endings(procedure)  # read before the write lock is held, not under it
    with verb_of("case-opened", organ, actor, on) as writing:
        case = Case(
            organ=organ,
            procedure=procedure,
            number=number,
            came_as=came_as,
            source=source,
            title=Personal(title) if title else "",
            opened=on,
            openness=openness,
            openness_ground=openness_ground,
            openness_reason=openness_reason,
            circle=circle(known_to),
            facts=_facts(facts or {}, told),
        )
        done = [act_of_case(case, one, actor, told) for one in acts]
        case.state = opens_as(case, done, _today(actor))
        [case] = writing.insert(case)
        writing.insert(*done)
    return case


def record(case: Case, happening: Happening, *, actor: Actor) -> Act:
    """Record an act that is prepared here. Raises `Unlawful` where it would break a duty."""
    return _recorded(case, prepared(case, happening, actor=actor), actor)


def record_as_happened(case: Case, happening: Happening, *, actor: Actor) -> Act:
    """Record what has happened, lawful or not. Raises `NeedsReason` where it broke a duty and `actor` gives none."""
    return _recorded(case, happened(case, happening, actor=actor), actor)


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
    made = act_of_case(case, happening, actor, procedure_of(case), said=act.fields)
    made.corrects, made.withdrawn, made.reason = act, withdrawn, actor.because
    verb = "act-withdrawn" if withdrawn else "act-corrected"
    with verb_of(verb, case.organ, actor, _today(actor), {"case_number": case.number}) as writing:
        [made] = writing.insert(made)
        turn(writing, case, (act, made))
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
    if officer is not None:
        refuse_avoided(case, role, officer)
    with verb_of("participant-added", case.organ, actor, on, {"case_number": case.number}) as writing:
        party = None if officer is not None else party_in(writing, case.organ, name, identifier)
        [row] = writing.insert(Participant(case=case, role=role, officer=officer, party=party, first=on))
    return row


def close(case: Case, *, actor: Actor, on: date, act: Happening | None = None, as_happened: bool = False) -> Case:
    """Close a case: it takes no more acts, until it is opened again. `act`: the one it is closed with (结案).

    Raises `Unlawful` where that act would break a duty; `as_happened` only `NeedsReason`.
    """
    open_only(case)
    ready = happened if as_happened else prepared
    last = None if act is None else ready(case, act, actor=actor)
    with verb_of("case-closed", case.organ, actor, on) as writing:
        if last is not None:
            writing.insert(last)
        return writing.change(case, state=State.CLOSED)


def reopen(case: Case, *, actor: Actor, on: date) -> Case:
    """Open a closed case again, for a reason that is said."""
    if case.state != State.CLOSED:
        raise WrongState(f"case {case.number}: is {case.state}, expected a closed one")
    if not actor.because:
        raise WrongState(f"case {case.number}: opened again without a reason, expected one")
    with verb_of("case-reopened", case.organ, actor, on) as writing:
        return writing.change(case, state=State.OPEN)


def _recorded(case: Case, act: Act, actor: Actor) -> Act:
    verb, on, about = "act-recorded", act.on or _today(actor), {"case_number": case.number}
    if not may_turn(case, (act,)):
        return write_one_of(verb, case.organ, actor, on, act, about)
    with verb_of(verb, case.organ, actor, on, about) as writing:
        [made] = writing.insert(act)
        turn(writing, case, (made,))
    return made


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


def _today(actor: Actor) -> date:
    return actor.recorded.date()
