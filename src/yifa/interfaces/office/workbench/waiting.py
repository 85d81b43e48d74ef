"""Approval sheets that wait for somebody: to be proposed, reviewed, countersigned or signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.marks import sign_of_standing, tell_nearest
from yifa.interfaces.office.matters import Matter, matters
from yifa.interfaces.office.way_words import tell_step
from yifa.interfaces.ui.lights import Sign
from yifa.oversight.standing.models import Standing
from yifa.record.cases.columns import procedure_of
from yifa.record.despatch.approvals import steps_of
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
    sign: Sign
    far: str
    """How the case stands, and how far its nearest day is."""


def waiting(desk: Desk, speech: Language, numbers: Sequence[int]) -> list[Waiting]:
    """Some of the steps that wait for who sits at a desk (`waiting_numbers`), the oldest first."""
    steps = steps_of(numbers)
    about = matters((one.sheet.case for one in steps), desk.today, speech)
    standings = {one.case_id: one for one in Standing.objects.filter(case__in=list(about))}
    found = []
    for step in steps:
        act = procedure_of(step.sheet.case).acts[step.sheet.act]
        drawn, standing = step.sheet.drawn_on, standings.get(step.sheet.case_id)
        found.append(
            Waiting(
                step,
                about[step.sheet.case_id],
                tell_step(StepRole(step.role), speech),
                act.zh if speech.tag == "zh" else act.en,
                speech.day(drawn),
                (desk.today - drawn).days,
                sign_of_standing(standing, desk.today),
                tell_nearest(standing, step.sheet.case, desk.today, speech),
            )
        )
    return found
