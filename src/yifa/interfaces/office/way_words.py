"""The way of an approval sheet in words: what is done at each step, by which rank at least."""

from __future__ import annotations

from yifa.interfaces.office.role_words import tell_rank
from yifa.law.catalogue.approvals import Approval
from yifa.record.despatch.choices import StepRole
from yifa.wording import Language


def tell_step(role: StepRole, speech: Language) -> str:
    """What somebody does with a sheet."""
    say = speech.say
    return {
        StepRole.PROPOSE: say("to propose"),
        StepRole.REVIEW: say("to review"),
        StepRole.COUNTERSIGN: say("to countersign"),
        StepRole.SIGN: say("to sign"),
    }[role]


def tell_way(declared: Approval, speech: Language) -> list[str]:
    """The steps of a way in words: what is done, by which rank at least."""
    say = speech.say
    found = []
    for step in declared.steps:
        role, rank = tell_step(StepRole(step.role), speech), tell_rank(step.rank, speech)
        if step.qualified:
            rank = say("somebody qualified to review for legality")
        words = say("{role}: {rank}", role=role, rank=rank)
        found.append(say("{step}, where the case needs it", step=words) if step.optional else words)
    return found
