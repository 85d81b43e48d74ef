"""Whose register somebody keeps: system administrators organs, handlers parties, reviewers lists (三员分立)."""

from __future__ import annotations

from datetime import date

from yifa.interfaces.office.desks import Desk
from yifa.record.access.choices import READS, RoleName
from yifa.record.organs.models import Organ, OrganName
from yifa.record.organs.queries import called, on_day, supervised_by

KEEPERS = frozenset({RoleName.SYSTEM_ADMINISTRATOR})
"""Who keeps organs, officers and certificates; nobody else writes them."""
LIST_KEEPERS = frozenset({RoleName.REVIEWER, RoleName.LEADER})
"""Who draws lists up and puts them in force: the legal section and the leader of the organ."""
PARTY_KEEPERS = frozenset({RoleName.HANDLER, RoleName.RECONSIDERATION})
"""Who notes parties and what holds of them: who handles cases of the organ."""
PARTY_ERASERS = frozenset({RoleName.LEADER})
"""Who decides that a party is erased: the organ answers for it, and its leader for the organ."""
PEOPLE_READERS = frozenset(READS) | {
    RoleName.SYSTEM_ADMINISTRATOR,
    RoleName.SECURITY_ADMINISTRATOR,
    RoleName.AUDITOR,
}
"""Who reads the register of officers, within his scope."""
NAMES_MASKED = frozenset({RoleName.AUDITOR})
"""Who reads it without names: who verifies needs to know that somebody did something, and not who it is."""


def kept_organs(desk: Desk) -> frozenset[int]:
    """The organs whose register somebody keeps: those of his role, and all that these supervise fully."""
    found: frozenset[int] = frozenset()
    for organ in Organ.objects.filter(id__in=organs_of(desk, KEEPERS)):
        found |= supervised_by(organ, desk.today).fully
    return found


def organs_of(desk: Desk, roles: frozenset[RoleName]) -> frozenset[int]:
    """The organs for which somebody holds one of these roles."""
    return frozenset(organ for role, organ in desk.held if role in roles)


def masked_for(desk: Desk) -> bool:
    """Whether names of officers are masked for who reads in these roles alone."""
    return desk.roles <= NAMES_MASKED


def organ_called(text: str, day: date) -> Organ | None:
    """The one organ that is called so on a day, or has this code; None where there is none, or several."""
    found = list(called(text.strip(), day)[:2]) or list(Organ.objects.filter(code=text.strip()))
    return found[0] if len(found) == 1 else None


def names_of_organs(organs: frozenset[int], day: date) -> list[str]:
    """What organs are called on a day, for choosing from."""
    names = on_day(OrganName.objects.filter(organ__in=organs), day).order_by("organ__code")
    return list(names.values_list("name", flat=True))
