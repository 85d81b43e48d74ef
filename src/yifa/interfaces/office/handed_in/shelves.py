"""Whose trays somebody sees: his own, or those of the organ for which he reports; nobody else's are found."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404

from yifa.interfaces.office.alone_desk import AloneDesk
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.trays.tray import Shelf, Tray
from yifa.record.access.choices import RoleName

ALONE = "alone"
READINGS, LEDGERS, BOOKS, REPORTS = "readings", "ledgers", "books", "reports"
"""The kinds of trays."""
FORGOTTEN = frozenset((READINGS, LEDGERS))
"""Kinds that are forgotten after some days; books and reports stay until somebody deletes them."""


def shelf(owner: str, kind: str) -> Shelf:
    """A shelf by its names; what stays lies apart from what is forgotten, and is backed up."""
    return Shelf(settings.TRAYS if kind in FORGOTTEN else settings.REPORTS, owner, kind)


def own(desk: Desk, kind: str) -> Shelf:
    """The shelf of an account."""
    return shelf(ALONE if isinstance(desk, AloneDesk) else f"account{desk.account.pk}", kind)


def shared(desk: Desk, kind: str) -> Shelf:
    """The shelf of the organ for which somebody reports, or which he leads; several write at one report."""
    return shelf(ALONE if isinstance(desk, AloneDesk) else f"organ{organ_of(desk)}", kind)


def organ_of(desk: Desk) -> int:
    """The organ for which somebody reports; which he leads, where he reports for none."""
    for role in (RoleName.REPORT_WRITER, RoleName.LEADER):
        organs = [organ for held, organ in desk.held if held is role]
        if organs:
            return min(organs)
    return desk.officer.organ_id


def tray_of(shelf: Shelf, id_: str) -> Tray:
    """A tray of a shelf; raises `Http404`, whether it is somebody else's or nobody's."""
    found = shelf.get(id_)
    if found is None:
        raise Http404
    return found
