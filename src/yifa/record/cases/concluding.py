"""Whether a case is being handled (在办) or done with (办结), by its acts and what its procedure says of them.

Who closes a case by hand, merges or hands it over has the last word; between being handled and done with, the acts
decide. The state is written in the verb in which the acts are, so that it stands in the chain beside them; an act that
was recorded before its day turns it on that day, in a verb of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from yifa.law.conditions import day_number
from yifa.law.facts import EVERYTHING, Source
from yifa.law.facts import Act as Told
from yifa.law.facts import Case as Facts
from yifa.law.run.ending import endings
from yifa.record.cases.choices import TAKES_ACTS, State
from yifa.record.cases.columns import act_of, procedure_of, standing
from yifa.record.cases.models import Act, Case
from yifa.record.chain.writing import Overtaken, Writing
from yifa.record.organs.actions import Actor, verb_of

BY_ITS_DAY = "yifa"
"""Who turns a state when the day of an act has come: nobody in particular."""
SOURCES: list[Callable[[Case], Source | None]] = []
"""Rooms above that know what a case carries that came from elsewhere; each puts itself in."""


def state_by(procedure: str, acts: Iterable[Told], source: Source, today: date) -> State:
    """The state of a case that takes acts, by acts as the law reads them."""
    ended = endings(procedure).ended(Facts("", procedure, tuple(acts)), source, today)
    return State.OPEN if ended is None else State.CONCLUDED


def state_of(case: Case, acts: Sequence[Act], today: date) -> State:
    """The state of a case by some of its acts as recorded; one that takes no acts keeps its own."""
    if case.state not in TAKES_ACTS:
        return State(case.state)
    bearing, procedure = endings(case.procedure).bearing, procedure_of(case)
    told = [act_of(one, procedure) for one in standing(acts) if one.kind in bearing]
    return state_by(case.procedure, told, source_of(case), today)


def source_of(case: Case) -> Source:
    """Who tells of a case; of one that was opened here everything is told."""
    found = (tell(case) for tell in SOURCES)
    return next((one for one in found if one is not None), EVERYTHING)


def may_turn(case: Case, acts: Iterable[Act]) -> bool:
    """Whether such acts bear on the state of the case at all."""
    return case.state in TAKES_ACTS and not endings(case.procedure).bearing.isdisjoint(one.kind for one in acts)


def turn(writing: Writing, case: Case, acts: Iterable[Act]) -> None:
    """After acts were written to a case, in the same verb: let it be done with, or be handled again."""
    if not may_turn(case, acts):
        return
    state = state_of(case, list(Act.objects.filter(case=case).order_by("id")), writing.recorded.date())
    if state == case.state:
        return
    held = Case.objects.get(pk=case.pk)
    if held.takes_acts and state != held.state:
        writing.change(held, state=state)
    case.state, case.version = held.state, held.version


def opens_as(case: Case, acts: Sequence[Act], today: date) -> State:
    """The state of a case that is written together with its first acts, which have no numbers yet."""
    procedure = procedure_of(case)
    told: list[Told] = []
    for one in acts:
        day = None if one.on is None else day_number(one.on)
        told.append(Told(one.kind, day, one.minute, act_of(one, procedure).fields))
    return state_by(case.procedure, told, source_of(case), today)


def turn_on_their_day(cases: Iterable[Case], today: date, recorded: datetime) -> list[Case]:
    """Let cases be done with, or be handled again, by acts that were recorded before their day, once it has come.

    Each that turns is a verb of its own; those that turned. The entry says the day of the act that turned it.
    """
    held = {one.id: one for one in cases if one.takes_acts}
    acts: dict[int, list[Act]] = defaultdict(list)
    for act in Act.objects.filter(case__in=held).order_by("id"):
        acts[act.case_id].append(act)
    turned, overtaken = [], []
    for id_, case in held.items():
        state = state_of(case, acts[id_], today)
        if state == case.state:
            continue
        bearing, about = endings(case.procedure).bearing, {"case_number": case.number}
        days = [one.on for one in standing(acts[id_]) if one.kind in bearing and one.on is not None and one.on <= today]
        actor, on = Actor(BY_ITS_DAY, recorded), max(days, default=today)
        try:
            with verb_of("case-turned", case.organ, actor, on, about) as writing:
                turned.append(writing.change(case, state=state))
        except Overtaken:
            overtaken.append(id_)
    if overtaken:
        again = Case.objects.filter(id__in=overtaken).select_related("organ")
        turned += turn_on_their_day(again, today, recorded)
    return turned
