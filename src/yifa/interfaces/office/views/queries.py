"""Whose views and columns: one's own, and those shared in one's organ."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from yifa.interfaces.office.views.columns import USUAL, Column, columns_of
from yifa.interfaces.office.views.models import Chosen, View
from yifa.record.organs.models import Officer


def views_of(officer: Officer) -> QuerySet[View]:
    """The views somebody has: his own first, then those that others of his organ share."""
    shared = Q(organ=officer.organ_id, shared=True)
    return View.objects.filter(Q(officer=officer.id) | shared).order_by("shared", "name", "id")


def chosen_columns(officer: Officer) -> tuple[Column, ...]:
    """The columns somebody chose, or the usual ones."""
    found = Chosen.objects.filter(officer=officer.id).values_list("columns", flat=True).first()
    return columns_of(found) if found else USUAL
