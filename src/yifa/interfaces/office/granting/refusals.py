"""Why a role or a file was not given, in words that say what to do instead."""

from __future__ import annotations

from yifa.interfaces.office.role_words import tell_role
from yifa.record.access.choices import APART, QUESTIONABLE, RoleName
from yifa.record.access.errors import NotGranted, Reason
from yifa.wording import Language


def tell_refusal(error: NotGranted, speech: Language) -> str:
    """What stands against it."""
    say = speech.say
    return {
        Reason.APART: say(
            "System, security and audit administrator are three people (三员分立): end the other role first."
        ),
        Reason.HELD: say("The officer holds this role for this organ already."),
        Reason.OWN: say(
            "Nobody gives himself anything, or takes it from himself: another security administrator does."
        ),
        Reason.LAST: say("Nobody else holds this role for the organ; give it to somebody first."),
        Reason.DAYS: say("The last day lies before the first, or before today."),
        Reason.OWN_ORGAN: say("Files of one's own organ are read by a role; files of another organ are opened."),
        Reason.NO_TASK: say("Say for which task the file is opened."),
        Reason.NO_CASE: say("This organ has no case with this number."),
    }[error.reason]


def tell_doubt(pair: tuple[RoleName, RoleName], speech: Language) -> str:
    """Why two roles in one hand are to be thought about."""
    one, other = (tell_role(role, speech) for role in pair)
    return speech.say(
        "{one} and {other} in one hand: small offices have it; in one and the same case the duties keep them apart.",
        one=one,
        other=other,
    )


def doubts_of(held: set[str], speech: Language) -> list[str]:
    """What is questionable, or cannot be, in roles that somebody holds."""
    found = [tell_doubt(pair, speech) for pair in QUESTIONABLE if set(pair) <= held]
    return found + [speech.say("Two administrators in one hand") for pair in APART if set(pair) <= held]
