"""Handing a case over from one officer to another (交接), and urging who handles one (催办); each is told in the chain.

Both raise `NotRecorded`.
"""

from __future__ import annotations

from datetime import date

from yifa.record.cases.acting import open_only
from yifa.record.cases.choices import Leaving, Role
from yifa.record.cases.errors import TakesNoPart
from yifa.record.cases.models import Case, Participant, Urging
from yifa.record.cases.naming_nobody import refuse_names
from yifa.record.cases.parts import refuse_avoided
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer


def hand_over(case: Case, leaving: Officer, to: Officer, *, actor: Actor, on: date) -> Participant:
    """Let an officer of the organ handle a case in the place of another; the part of the one ends with the day."""
    open_only(case)
    if to.organ_id != case.organ_id:
        raise TakesNoPart(f"case {case.number}: officer {to.number} is another organ's, expected one of its own")
    part = case.participants.filter(officer=leaving, role=Role.HANDLER, last=None).order_by("id").first()
    if part is None:
        raise TakesNoPart(f"case {case.number}: officer {leaving.number} does not handle it, expected one who does")
    refuse_avoided(case, Role.HANDLER, to)
    refuse_secrets(actor.because)
    refuse_names(case, actor.because)
    with verb_of("case-handed-over", case.organ, actor, on, {"case_number": case.number}) as writing:
        writing.change(part, last=max(on, part.first), left_for=Leaving.REPLACED)
        [made] = writing.insert(Participant(case=case, role=Role.HANDLER, officer=to, first=on))
    return made


def urge_handlers(case: Case, words: str, *, actor: Actor, on: date) -> list[Urging]:
    """Urge those who handle an open case, with a few words."""
    open_only(case)
    handlers = case.participants.filter(role=Role.HANDLER, last=None, officer__isnull=False).order_by("id")
    officers = list(dict.fromkeys(one.officer_id for one in handlers if one.officer_id is not None))
    if not officers:
        raise TakesNoPart(f"case {case.number}: nobody handles it, expected somebody who could be urged")
    refuse_secrets(words)
    refuse_names(case, words)
    with verb_of("case-urged", case.organ, actor, on, {"case_number": case.number}) as writing:
        told = {"case": case, "words": words, "urged_by": actor.by, "on": on}
        return list(writing.insert(*(Urging(officer_id=one, **told) for one in officers)))
