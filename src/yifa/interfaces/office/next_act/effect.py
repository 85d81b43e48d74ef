"""What an act would do, in words: duties it meets, days it sets, what it would break and what cures that."""

from __future__ import annotations

from dataclasses import dataclass

from yifa.interfaces.case_telling import SIGNS, tell_due, tell_verdict
from yifa.interfaces.duty_telling import tell_laws
from yifa.law.duties import Outcome
from yifa.law.run.story import Light, ToldDuty
from yifa.oversight.standing.foresight import Foreseen
from yifa.wording import Language


@dataclass(frozen=True)
class Effect:
    """What becomes of one duty."""

    light: str
    sign: str
    title: str
    verdict: str
    due: str
    law: str
    cure: str
    breaks: bool


def effects(foreseen: Foreseen, speech: Language) -> list[Effect]:
    """What changes, what would be broken first; what only can be told now and is not known is left out."""
    told = {one.finding.result.key: one for one in foreseen.story.duties}
    found = [
        _effect(told[one.after.result.key], speech, breaks=one.breaks)
        for one in foreseen.changes
        if one.after.result.outcome in (Outcome.MET, Outcome.PENDING, Outcome.UNMET)
    ]
    return sorted(found, key=lambda one: (not one.breaks, list(Light).index(Light(one.light)), one.title))


def _effect(one: ToldDuty, speech: Language, *, breaks: bool) -> Effect:
    finding = one.finding
    return Effect(
        one.light.value,
        SIGNS[one.light],
        one.duty.title.zh if speech.tag == "zh" else one.duty.title.en,
        tell_verdict(one, speech),
        tell_due(one, speech) or "" if finding.result.outcome is Outcome.PENDING else "",
        speech.list(tell_laws(finding.law, speech)),
        finding.cure.get(speech.tag, "") if breaks and finding.cure else "",
        breaks,
    )
