"""Leaving a case: officers who must not take part (回避), were replaced or moved; outsiders with nothing more in it.

Who left for avoidance takes no part in the same case again (行政处罚法 43). All raise `NotRecorded`.
"""

from __future__ import annotations

from datetime import date

from yifa.record.cases.choices import Leaving, Role
from yifa.record.cases.errors import TakesNoPart
from yifa.record.cases.models import Case, Participant
from yifa.record.cases.naming_nobody import refuse_names
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer


def leave(one: Participant, why: Leaving, *, actor: Actor, last: date) -> Participant:
    """Let somebody take part no more after a day. Avoidance is told of officers, with its ground as the reason."""
    if one.last is not None:
        raise TakesNoPart(f"case {one.case.number}: {one.role} left on {one.last} already, expected one who is in it")
    if last < one.first:
        raise TakesNoPart(
            f"case {one.case.number}: {one.role} came on {one.first}, expected no earlier day; found {last}"
        )
    if why == Leaving.AVOIDANCE and (one.officer_id is None or not actor.because):
        raise TakesNoPart(
            f"case {one.case.number}: avoidance (行政处罚法 43), expected an officer and the ground as reason"
        )
    refuse_secrets(actor.because)
    refuse_names(one.case, actor.because)
    with verb_of("participant-left", one.case.organ, actor, last, {"case_number": one.case.number}) as writing:
        return writing.change(one, last=last, left_for=why)


def refuse_avoided(case: Case, role: Role, officer: Officer) -> None:
    """Raise `TakesNoPart` for an officer who left this case for avoidance, or has this part in it."""
    for one in case.participants.filter(officer=officer):
        if one.left_for == Leaving.AVOIDANCE:
            raise TakesNoPart(
                f"case {case.number}: officer {officer.number} left for avoidance on {one.last} (行政处罚法 43), "
                "expected another officer"
            )
        if one.last is None and one.role == role:
            raise TakesNoPart(f"case {case.number}: officer {officer.number} is {role} already, expected another part")
