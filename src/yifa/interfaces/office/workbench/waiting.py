"""Approval sheets that wait for somebody: to be proposed, reviewed, countersigned or signed."""

from __future__ import annotations

from dataclasses import dataclass

from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.matters import Matter, matters
from yifa.interfaces.office.way_words import tell_step
from yifa.record.cases.columns import procedure_of
from yifa.record.despatch.approvals import waiting_for
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.models import Step
from yifa.wording import Language


@dataclass(frozen=True)
class Waiting:
    """A step that waits: what is asked of me, about which act of which matter, since when."""

    step: Step
    matter: Matter
    role: str
    act: str
    since: str
    days: int


def waiting(desk: Desk, speech: Language) -> list[Waiting]:
    """The steps that wait for who sits at a desk, the oldest first."""
    steps = waiting_for(desk.officer, desk.today)
    about = matters((one.sheet.case for one in steps), desk.today, speech)
    found = []
    for step in steps:
        act = procedure_of(step.sheet.case).acts[step.sheet.act]
        drawn = step.sheet.drawn_on
        found.append(
            Waiting(
                step,
                about[step.sheet.case_id],
                tell_step(StepRole(step.role), speech),
                act.zh if speech.tag == "zh" else act.en,
                speech.day(drawn),
                (desk.today - drawn).days,
            )
        )
    return found
