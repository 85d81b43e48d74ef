"""Who may write what: a case is written by those who handle cases of its organ, on the right side of the walls."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yifa.record.access.choices import RECONSIDERATION_FILES, SUPERVISION_FILES, RoleName
from yifa.record.access.models import RoleHeld
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import on_day
from yifa.record.scope import everything

WRITERS = frozenset({RoleName.HANDLER, RoleName.RECONSIDERATION, RoleName.SUPERVISOR})
"""Roles that write cases of some kind."""
Held = frozenset[tuple[RoleName, int]]
"""Roles, each with the organ for which it is held."""


def held_by(officer: Officer, on: date) -> Held:
    """The roles of an officer on a day, whoever asks."""
    with everything("work out what an officer may do"):
        rows = on_day(RoleHeld.objects.filter(officer=officer), on).values_list("role", "organ_id")
        return frozenset((RoleName(role), organ) for role, organ in rows)


def writer_of(procedure: str) -> RoleName:
    """The role that writes cases of a procedure."""
    if procedure in RECONSIDERATION_FILES:
        return RoleName.RECONSIDERATION
    return RoleName.SUPERVISOR if procedure in SUPERVISION_FILES else RoleName.HANDLER


def writes_cases(held: Iterable[tuple[RoleName, int]], organ_id: int, procedure: str) -> bool:
    """Whether who holds these roles may open and write cases of an organ under a procedure."""
    return (writer_of(procedure), organ_id) in held
