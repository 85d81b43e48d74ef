"""What somebody may read on a day: the scope of an officer.

    access = scope of supervision + roles + files opened for a task − walls

Who has two roles reads what either may read. Roles that count, write or administer open no file.
"""

from __future__ import annotations

from datetime import date

from yifa.record.access.choices import READS, RoleName
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import on_day, supervised_by
from yifa.record.scope import Part, Scope, everything


def scope_of(officer: Officer, on: date) -> Scope:
    """Whose rows an officer may read on a day."""
    with everything("work out what an officer may read"):
        roles = list(on_day(RoleHeld.objects.filter(officer=officer), on).select_related("organ"))
        opened = on_day(Grant.objects.filter(officer=officer), on).exclude(case__organ=officer.organ)
        cases = frozenset(opened.values_list("case_id", flat=True))
        parts = tuple(part for one in roles if (part := _part(one, on)) is not None)
    return Scope(parts, cases)


def _part(held: RoleHeld, on: date) -> Part | None:
    """What a role opens; None where it opens no file."""
    walled = READS.get(RoleName(held.role))
    if walled is None:
        return None
    supervises = held.role == RoleName.SUPERVISOR
    return Part(supervised_by(held.organ, on).fully if supervises else frozenset({held.organ_id}), walled)


def roles_of(officer: Officer, on: date) -> set[RoleName]:
    """The roles of an officer on a day."""
    held = on_day(RoleHeld.objects.filter(officer=officer), on)
    return {RoleName(role) for role in held.values_list("role", flat=True)}
