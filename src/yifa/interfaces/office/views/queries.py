"""Whose views and columns: one's own, and those shared in one's organ."""

from __future__ import annotations

from django.db.models import Q

from yifa.interfaces.office.views.columns import USUAL, Column, columns_of
from yifa.interfaces.office.views.models import Chosen, View
from yifa.record.organs.models import Officer
from yifa.record.scope import Remembered

_VIEWS = Remembered(
    lambda officer, organ: View.objects.filter(Q(officer=officer) | Q(organ=organ, shared=True)).order_by(
        "shared", "name", "id"
    ),
    int,
    int,
)
_CHOSEN = Remembered(lambda officer: Chosen.objects.filter(officer=officer), int)


def views_of(officer: Officer) -> list[View]:
    """The views somebody has: his own first, then those that others of his organ share."""
    return _VIEWS(officer.id, officer.organ_id)


def chosen_columns(officer: Officer) -> tuple[Column, ...]:
    """The columns somebody chose, or the usual ones."""
    found = next(iter(_CHOSEN(officer.id)), None)
    return columns_of(found.columns) if found is not None and found.columns else USUAL
