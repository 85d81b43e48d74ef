"""公开属性 and the grounds on which something is not made public, in words."""

from __future__ import annotations

from yifa.record.cases.choices import Ground, Openness
from yifa.wording import Language


def tell_openness(one: Openness, speech: Language) -> str:
    """Whether something is public."""
    say = speech.say
    return {
        Openness.OPEN: say("made public of the organ's own motion"),
        Openness.ON_REQUEST: say("public on request"),
        Openness.CLOSED: say("not made public"),
    }[one]


def tell_ground(one: Ground, speech: Language) -> str:
    """On which ground something is not made public (政府信息公开条例 14–16)."""
    say = speech.say
    return {
        Ground.STATE_SECURITY: say("endangers state, public or economic security or social stability"),
        Ground.FORBIDDEN: say("publication forbidden by law or administrative regulation"),
        Ground.BUSINESS_SECRET: say("business secret"),
        Ground.PRIVACY: say("personal privacy"),
        Ground.INTERNAL: say("internal affairs of the organ"),
        Ground.PROCESS: say("record of discussions, draft, letter of consultation, request for instructions"),
        Ground.ENFORCEMENT_FILE: say("information in a file of administrative enforcement"),
    }[one]
