"""Roles, which of them do not go together, and the walls between them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import TextChoices


class RoleName(TextChoices):
    """What somebody does in an organ."""

    HANDLER = "handler"
    """执法人员、承办人"""
    REVIEWER = "reviewer"
    """法制审核人员"""
    LEADER = "leader"
    """负责人"""
    SUPERVISOR = "supervisor"
    """执法监督: for a government, over whom it supervises"""
    RECONSIDERATION = "reconsideration"
    """行政复议人员"""
    DISCLOSURE = "disclosure"
    """政府信息公开"""
    REPORT_WRITER = "report-writer"
    """法治政府建设: counts, and reads no file"""
    SYSTEM_ADMINISTRATOR = "system-administrator"
    SECURITY_ADMINISTRATOR = "security-administrator"
    AUDITOR = "auditor"


class ReadHow(TextChoices):
    """Why it is noted that a file was read."""

    CIRCLE = "circle"
    """only some may know of it (知悉范围)"""
    GRANT = "grant"
    """it was opened for a task"""
    OTHER_ORGAN = "other-organ"
    """read from above or from elsewhere: it is not one of the reader's own organ"""
    FILE = "file"
    """a file of it was handed out"""


RECONSIDERATION_FILES = ("reconsideration", "litigation")
SUPERVISION_FILES = ("supervision", "dossier-review")

READS: Mapping[RoleName, frozenset[str]] = {
    RoleName.HANDLER: frozenset((*RECONSIDERATION_FILES, *SUPERVISION_FILES)),
    RoleName.REVIEWER: frozenset(SUPERVISION_FILES),
    RoleName.LEADER: frozenset(),
    RoleName.SUPERVISOR: frozenset(RECONSIDERATION_FILES),
    RoleName.RECONSIDERATION: frozenset(SUPERVISION_FILES),
    RoleName.DISCLOSURE: frozenset((*RECONSIDERATION_FILES, *SUPERVISION_FILES)),
}
"""Roles that open files, each with the procedures behind a wall to it (复议 | 执法监督).

A supervisor's reaches over whom his government supervises, the others' over their own organ.
"""

SECONDARY: Mapping[RoleName, frozenset[str] | None] = {
    RoleName.RECONSIDERATION: frozenset(RECONSIDERATION_FILES),
    RoleName.DISCLOSURE: frozenset(("disclosure",)),
}
"""Roles that open the secondary part (副卷) of their own matters alone, by procedure; the others open it of all."""

APART = (
    (RoleName.SYSTEM_ADMINISTRATOR, RoleName.SECURITY_ADMINISTRATOR),
    (RoleName.SYSTEM_ADMINISTRATOR, RoleName.AUDITOR),
    (RoleName.SECURITY_ADMINISTRATOR, RoleName.AUDITOR),
)
"""三员分立 (GB/T 22239): nobody holds two of these."""
ADMINISTRATORS = frozenset(role for pair in APART for role in pair)
"""Who sees to the installation: accounts and its running, what may be read by whom, and that both are looked at."""
QUESTIONABLE = (
    (RoleName.HANDLER, RoleName.REVIEWER),
    (RoleName.HANDLER, RoleName.SUPERVISOR),
    (RoleName.RECONSIDERATION, RoleName.SUPERVISOR),
)
"""Combinations that small offices have: allowed and told; in one and the same case the duties keep them apart."""
