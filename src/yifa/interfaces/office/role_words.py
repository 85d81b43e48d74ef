"""Roles and ranks in words."""

from __future__ import annotations

from yifa.record.access.choices import RoleName
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
