"""How many there are, counted as far as it is of use: of a long list it is only said that there are more."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yifa.interfaces.office.known_lists import ask

COUNTED = 500
"""Up to so many are counted."""


def count(rows: QuerySet[Any, Any], most: int = COUNTED) -> int:
    """How many rows a query finds; one more than so many stands for all that are more."""
    return rows.order_by()[: most + 1].count()


def count_known(
    key: Hashable, rows: Callable[..., QuerySet[Any, Any]], *values: date | int, most: int = COUNTED
) -> int:
    """The same of a query of some values that is known again (`known_lists`)."""
    return len(ask((key, "counted", most), lambda *of: rows(*of).order_by().values_list("pk")[: most + 1], *values))


def so_many(many: int, most: int = COUNTED) -> str:
    """A number that was counted so, as it is shown: `500+` for more."""
    return f"{most}+" if many > most else str(many)
