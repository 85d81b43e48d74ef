"""The verbs of access: give and end a role, open a file for a task and close it. All raise `NotGranted`."""

from __future__ import annotations

from datetime import date

from yifa.record.access.choices import APART, QUESTIONABLE, RoleName
from yifa.record.access.errors import NotGranted
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.cases.models import Case
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer, Organ
from yifa.record.organs.queries import on_day


def give_role(officer: Officer, role: RoleName, organ: Organ, *, actor: Actor, on: date) -> tuple[RoleHeld, list[str]]:
    """Give an officer a role for an organ; with it, what is questionable beside his other roles."""
    held = set(on_day(RoleHeld.objects.filter(officer=officer), on).values_list("role", flat=True))
    for one, other in APART:
        if role in (one, other) and {one, other} - {role} & held:
            raise NotGranted(
                f"officer {officer.number}: {role} does not go with {', '.join({one, other} - {role})} (三员分立)"
            )
    doubts = [
        f"{one} + {other}" for one, other in QUESTIONABLE if role in (one, other) and {one, other} - {role} <= held
    ]
    with verb_of("role-given", officer.organ, actor, on) as writing:
        [row] = writing.insert(RoleHeld(officer=officer, role=role, organ=organ, first=on))
    return row, doubts


def end_role(role: RoleHeld, *, actor: Actor, last: date) -> RoleHeld:
    """End a role with a day."""
    if last < role.first:
        raise NotGranted(f"role {role.role}: began on {role.first}, expected no earlier day; found {last}")
    with verb_of("role-ended", role.officer.organ, actor, last) as writing:
        return writing.change(role, last=last)


def open_file(
    officer: Officer, case: Case, task: str, *, actor: Actor, on: date, last: date, secondary: bool = False
) -> Grant:
    """Open a file to somebody from another organ for a task: a borrowed reviewer, a member of a panel.

    `secondary`: its secondary part (副卷) too, where the task cannot be done without.
    """
    if officer.organ_id == case.organ_id:
        raise NotGranted(f"officer {officer.number}: case {case.number} is one of his own organ's, expected another's")
    if not task:
        raise NotGranted(f"officer {officer.number}: case {case.number} opened for nothing, expected a task")
    if last < on:
        raise NotGranted(f"officer {officer.number}: opened until {last}, expected a day not before {on}")
    with verb_of("file-opened", case.organ, actor, on) as writing:
        grant = Grant(officer=officer, case=case, task=task, first=on, last=last, secondary=secondary)
        [row] = writing.insert(grant)
    return row


def close_file(grant: Grant, *, actor: Actor, last: date) -> Grant:
    """Close a file again before its day."""
    if last < grant.first:
        raise NotGranted(f"file {grant.case.number}: opened on {grant.first}, expected no earlier day; found {last}")
    with verb_of("file-closed", grant.case.organ, actor, last) as writing:
        return writing.change(grant, last=last)
