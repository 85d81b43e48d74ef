"""What somebody may read on a day: the scope of an officer.

    access = scope of supervision + roles + files opened for a task − walls − what only others may know of

The files of an organ that ended are read by who stands in its place. Who has two roles reads what either may read.
Roles that count, write or administer open no file; administrators read who the officers are of the organ for which they
hold their role and of those it supervises, and what these may do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from yifa.record.access.choices import ADMINISTRATORS, READS, SECONDARY, RoleName
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.organs.models import Officer, Post
from yifa.record.organs.queries import on_day, supervised_by, taken_over
from yifa.record.scope import Part, Scope, everything


def roles_held(officer: Officer, on: date) -> list[RoleHeld]:
    """The roles of an officer on a day, each with the organ for which it is held."""
    with everything("work out which roles an officer has"):
        return list(on_day(RoleHeld.objects.filter(officer=officer), on).select_related("organ"))


def scope_of(officer: Officer, on: date, held: Sequence[RoleHeld] | None = None) -> Scope:
    """Whose rows an officer may read on a day. `held`: his roles of that day, where they were looked up already."""
    with everything("work out what an officer may read"):
        roles = roles_held(officer, on) if held is None else held
        opened = on_day(Grant.objects.filter(officer=officer), on).exclude(case__organ=officer.organ)
        cases = dict(opened.values_list("case_id", "secondary"))
        parts = tuple(part for one in roles if (part := _part(one, on)) is not None)
        knows = _tokens(officer, roles, on)
        people = administered(roles, on)
    whole = frozenset(case for case, opened_whole in cases.items() if opened_whole)
    return Scope(parts, frozenset(cases), whole=whole, knows=knows, people=people)


def administered(roles: Iterable[RoleHeld], on: date, among: frozenset[RoleName] = ADMINISTRATORS) -> frozenset[int]:
    """The organs, by their numbers, for which somebody with these roles is one of these administrators on a day."""
    organs = {one.organ for one in roles if one.role in among}
    return frozenset().union(*(supervised_by(one, on).fully for one in organs))


def _tokens(officer: Officer, roles: Sequence[RoleHeld], on: date) -> frozenset[str]:
    """As whom an officer may know of a matter: himself, his posts, the organs they and his roles are of."""
    posts = dict(on_day(Post.objects.filter(officer=officer), on).values_list("id", "organ_id"))
    organs = {officer.organ_id, *posts.values(), *(one.organ_id for one in roles)}
    tokens = {f"officer{officer.id}", *(f"post{id_}" for id_ in posts), *(f"organ{id_}" for id_ in organs)}
    return frozenset(tokens)


def _part(held: RoleHeld, on: date) -> Part | None:
    """What a role opens; None where it opens no file."""
    walled = READS.get(RoleName(held.role))
    if walled is None:
        return None
    supervises = held.role == RoleName.SUPERVISOR
    organs = supervised_by(held.organ, on).fully if supervises else frozenset({held.organ_id})
    organs |= taken_over(organs, on)
    return Part(organs, walled, SECONDARY.get(RoleName(held.role)))
