"""The verbs of access: give and end a role, open a file for a task and close it. All raise `NotGranted`.

Nobody gives himself anything, or takes it from himself: another security administrator does.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from yifa.record.access.choices import ADMINISTRATORS, APART, QUESTIONABLE, RoleName
from yifa.record.access.errors import NotGranted, Reason
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.cases.models import Case
from yifa.record.chain.writing import verb
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer, Organ
from yifa.record.organs.queries import on_day
from yifa.record.scope import between


def give_role(
    officer: Officer, role: RoleName, organ: Organ, *, actor: Actor, on: date, last: date | None = None
) -> tuple[RoleHeld, list[str]]:
    """Give an officer a role for an organ, to a day or for good; with it, what is questionable beside his others.

    His others are those of any of these days: what stands apart does so also where one begins later.
    """
    _not_oneself(officer, actor)
    rows = _between(RoleHeld.objects.filter(officer=officer), on, last)
    held = set(rows.values_list("role", flat=True))
    for one, other in APART:
        if role in (one, other) and {one, other} - {role} & held:
            apart = ", ".join({one, other} - {role})
            raise NotGranted(Reason.APART, f"officer {officer.number}: {role} does not go with {apart} (三员分立)")
    if rows.filter(role=role, organ=organ).exists():
        raise NotGranted(Reason.HELD, f"officer {officer.number}: is {role} for {organ.code} already")
    if last is not None and last < on:
        raise NotGranted(Reason.DAYS, f"officer {officer.number}: {role} until {last}, expected a day not before {on}")
    doubts = [" + ".join(pair) for pair in questionable(role, held)]
    with verb_of("role-given", officer.organ, actor, on) as writing:
        [row] = writing.insert(RoleHeld(officer=officer, role=role, organ=organ, first=on, last=last))
    return row, doubts


def _between(rows: QuerySet[RoleHeld], first: date, last: date | None) -> QuerySet[RoleHeld]:
    """Those that hold on any day from the first to the last; to no end where there is none."""
    rows = rows.filter(Q(last__isnull=True) | Q(last__gte=first))
    return rows if last is None else rows.filter(first__lte=last)


def questionable(role: RoleName, held: set[str]) -> list[tuple[RoleName, RoleName]]:
    """Pairs of roles to be thought about, if somebody with these roles is given one."""
    return [pair for pair in QUESTIONABLE if role in pair and set(pair) - {role} <= held]


def end_role(role: RoleHeld, *, actor: Actor, last: date) -> RoleHeld:
    """End a role with a day."""
    _not_oneself(role.officer, actor)
    if last < role.first:
        raise NotGranted(Reason.DAYS, f"role {role.role}: began on {role.first}, expected no earlier day; found {last}")
    if role.role in ADMINISTRATORS and not _another(role, last):
        raise NotGranted(Reason.LAST, f"role {role.role}: nobody else holds it for {role.organ.code}")
    with verb_of("role-ended", role.officer.organ, actor, last) as writing:
        return writing.change(role, last=last)


def _another(role: RoleHeld, last: date) -> bool:
    """Whether somebody else stays an administrator of this kind for the organ."""
    others = RoleHeld.objects.filter(role=role.role, organ=role.organ).exclude(officer=role.officer)
    return others.filter(last=None).exists() or on_day(others, last).filter(last__gt=last).exists()


def open_file(
    officer: Officer, case: Case, task: str, *, actor: Actor, on: date, last: date, secondary: bool = False
) -> Grant:
    """Open a file to somebody from another organ for a task: a borrowed reviewer, a member of a panel.

    `secondary`: its secondary part (副卷) too, where the task cannot be done without.
    """
    _may_be_opened(officer, case.organ, case.number, task, actor=actor, on=on, last=last)
    with verb_of("file-opened", case.organ, actor, on) as writing:
        grant = Grant(officer=officer, case=case, task=task, first=on, last=last, secondary=secondary)
        [row] = writing.insert(grant)
    return row


def open_numbered_file(
    officer: Officer,
    organ: Organ,
    number: str,
    task: str,
    *,
    actor: Actor,
    on: date,
    last: date,
    secondary: bool = False,
) -> Grant:
    """Open a file as `open_file` does, named by its number alone: whoever opens it need not be able to read it."""
    _may_be_opened(officer, organ, number, task, actor=actor, on=on, last=last)
    with verb_of("file-opened", organ, actor, on) as writing:
        with between([organ.id]):
            case = Case.objects.filter(organ=organ, number=number).first()
        if case is None:
            raise NotGranted(Reason.NO_CASE, f"case {number}: {organ.code} has none of this number")
        grant = Grant(officer=officer, case=case, task=task, first=on, last=last, secondary=secondary)
        [row] = writing.insert(grant)
    return row


def close_file(grant: Grant, *, actor: Actor, last: date) -> Grant:
    """Close a file again before its day."""
    _not_oneself(grant.officer, actor)
    if last < grant.first:
        raise NotGranted(Reason.DAYS, f"file: opened on {grant.first}, expected no earlier day; found {last}")
    organ = Grant.objects.filter(pk=grant.pk).values_list("case__organ__code", flat=True).get()
    with verb("file-closed", organ=organ, by=actor.by, on=last, recorded=actor.recorded, because=actor.because) as one:
        return one.change(grant, last=last)


def _may_be_opened(
    officer: Officer, organ: Organ, number: str, task: str, *, actor: Actor, on: date, last: date
) -> None:
    _not_oneself(officer, actor)
    if officer.organ_id == organ.id:
        raise NotGranted(
            Reason.OWN_ORGAN, f"officer {officer.number}: case {number} is one of his own organ's, expected another's"
        )
    if not task.strip():
        raise NotGranted(Reason.NO_TASK, f"officer {officer.number}: case {number} opened for nothing, expected a task")
    if last < on:
        raise NotGranted(Reason.DAYS, f"officer {officer.number}: opened until {last}, expected a day not before {on}")


def _not_oneself(officer: Officer, actor: Actor) -> None:
    if actor.by.split(" ")[0] == f"officer{officer.id}":
        raise NotGranted(Reason.OWN, f"officer {officer.number}: is who does it, expected somebody else")
