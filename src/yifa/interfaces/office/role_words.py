"""Roles and ranks in words."""

from __future__ import annotations

from yifa.record.access.choices import RoleName
from yifa.record.importing.register_sheets import RANKS
from yifa.record.organs.choices import Rank
from yifa.wording import Language


def tell_role(role: RoleName, speech: Language) -> str:
    """What a role is called."""
    say = speech.say
    return {
        RoleName.HANDLER: say("case handler"),
        RoleName.REVIEWER: say("legality reviewer"),
        RoleName.LEADER: say("leader of the organ"),
        RoleName.SUPERVISOR: say("enforcement supervisor"),
        RoleName.RECONSIDERATION: say("reconsideration officer"),
        RoleName.DISCLOSURE: say("disclosure officer"),
        RoleName.REPORT_WRITER: say("report writer"),
        RoleName.SYSTEM_ADMINISTRATOR: say("system administrator"),
        RoleName.SECURITY_ADMINISTRATOR: say("security administrator"),
        RoleName.AUDITOR: say("auditor"),
    }[role]


def tell_rank(rank: str, speech: Language) -> str:
    """What a post lets its holder sign."""
    say = speech.say
    if speech.tag == "zh":
        return RANKS[rank][0]
    return {
        Rank.PRINCIPAL: say("principal leader"),
        Rank.DEPUTY: say("other leader"),
        Rank.SECTION_HEAD: say("head of a section"),
        Rank.OFFICER: say("staff"),
    }[Rank(rank)]
