"""Who may write what: a case is written by those who handle cases of its organ, on the right side of the walls."""

from __future__ import annotations

from collections.abc import Iterable

from yifa.record.access.choices import RECONSIDERATION_FILES, SUPERVISION_FILES, RoleName
from yifa.record.access.models import RoleHeld

WRITERS = frozenset({RoleName.HANDLER, RoleName.RECONSIDERATION, RoleName.SUPERVISOR})
"""Roles that write cases of some kind."""
Held = frozenset[tuple[RoleName, int]]
"""Roles, each with the organ for which it is held."""


def permits(roles: Iterable[RoleHeld]) -> Held:
    """What somebody may do who holds these roles."""
    return frozenset((RoleName(one.role), one.organ_id) for one in roles)


def writer_of(procedure: str) -> RoleName:
    """The role that writes cases of a procedure."""
    if procedure in RECONSIDERATION_FILES:
        return RoleName.RECONSIDERATION
    return RoleName.SUPERVISOR if procedure in SUPERVISION_FILES else RoleName.HANDLER


def writes_cases(held: Iterable[tuple[RoleName, int]], organ_id: int, procedure: str) -> bool:
    """Whether who holds these roles may open and write cases of an organ under a procedure."""
    return (writer_of(procedure), organ_id) in held
