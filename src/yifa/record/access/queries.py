"""What somebody may read on a day: the scope of an officer.

    access = scope of supervision + roles + files opened for a task − walls − what only others may know of

The files of an organ that ended are read by who stands in its place. Who has two roles reads what either may read.
Roles that count, write or administer open no file; administrators read who the officers are of the organ for which they
hold their role and of those it supervises, and what these may do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Case, QuerySet, Value, When

from yifa.record.access.choices import ADMINISTRATORS, READS, SECONDARY, RoleName
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.organs.models import Officer, Post, Succession
from yifa.record.organs.queries import on_day, supervised_by, taken_over
from yifa.record.scope import Part, Remembered, Scope, everything

_ROLES = Remembered(
    lambda officer, on: on_day(RoleHeld.objects.filter(officer=officer), on).select_related("organ").order_by("id"),
    int,
    date,
)


def roles_held(officer: Officer, on: date) -> list[RoleHeld]:
    """The roles of an officer on a day, each with the organ for which it is held."""
    with everything("work out which roles an officer has"):
        return _ROLES(officer.id, on)


def _beside_roles(officer: int, organ: int, on: date) -> QuerySet[Any, Any]:
    """What else tells what an officer may read: his posts, the files opened to him, which organs went up in which."""

    def told(rows: QuerySet[Any, Any], kind: int, *values: Any) -> QuerySet[Any, Any]:
        return rows.order_by().values_list(Value(kind, BigIntegerField()), *values)

    whole = Case(When(secondary=True, then=Value(1)), default=Value(0), output_field=BigIntegerField())
    grants = on_day(Grant.objects.filter(officer=officer), on).exclude(case__organ=organ)
    posts = on_day(Post.objects.filter(officer=officer), on)
    steps = Succession.objects.filter(on__lte=on, successor__isnull=False)
    return told(grants, _GRANT, "case_id", whole).union(
        told(posts, _POST, "id", "organ_id"), told(steps, _STEP, "successor_id", "organ_id"), all=True
    )


_GRANT, _POST, _STEP = 1, 2, 3
_BESIDE_ROLES = Remembered(_beside_roles, int, int, date)


def scope_of(officer: Officer, on: date, held: Sequence[RoleHeld] | None = None) -> Scope:
    """Whose rows an officer may read on a day. `held`: his roles of that day, where they were looked up already."""
    with everything("work out what an officer may read"):
        roles = roles_held(officer, on) if held is None else held
        told: dict[int, list[tuple[int, int]]] = {_GRANT: [], _POST: [], _STEP: []}
        for kind, one, other in _BESIDE_ROLES(officer.id, officer.organ_id, on):
            told[kind].append((one, other))
        parts = tuple(part for one in roles if (part := _part(one, on, told[_STEP])) is not None)
        people = administered(roles, on)
    whole = frozenset(case for case, opened_whole in told[_GRANT] if opened_whole)
    cases = frozenset(case for case, _ in told[_GRANT])
    return Scope(parts, cases, whole=whole, knows=_tokens(officer, roles, told[_POST]), people=people)


def administered(roles: Iterable[RoleHeld], on: date, among: frozenset[RoleName] = ADMINISTRATORS) -> frozenset[int]:
    """The organs, by their numbers, for which somebody with these roles is one of these administrators on a day."""
    organs = {one.organ for one in roles if one.role in among}
    return frozenset().union(*(supervised_by(one, on).fully for one in organs))


def _tokens(officer: Officer, roles: Sequence[RoleHeld], posts: Sequence[tuple[int, int]]) -> frozenset[str]:
    """As whom an officer may know of a matter: himself, his posts, the organs they and his roles are of."""
    organs = {officer.organ_id, *(organ for _, organ in posts), *(one.organ_id for one in roles)}
    tokens = {f"officer{officer.id}", *(f"post{id_}" for id_, _ in posts), *(f"organ{id_}" for id_ in organs)}
    return frozenset(tokens)


def _part(held: RoleHeld, on: date, steps: Iterable[tuple[int, int]]) -> Part | None:
    """What a role opens; None where it opens no file. `steps`: which organs went up in which, as successor, organ."""
    walled = READS.get(RoleName(held.role))
    if walled is None:
        return None
    supervises = held.role == RoleName.SUPERVISOR
    organs = supervised_by(held.organ, on).fully if supervises else frozenset({held.organ_id})
    organs |= taken_over(organs, on, steps)
    return Part(organs, walled, SECONDARY.get(RoleName(held.role)))
