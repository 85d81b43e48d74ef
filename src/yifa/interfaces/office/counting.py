"""How many there are, counted as far as it is of use: of a long list it is only said that there are more."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

COUNTED = 500
"""Up to so many are counted."""


def count(rows: QuerySet[Any, Any], most: int = COUNTED) -> int:
    """How many rows a query finds; one more than so many stands for all that are more."""
    return rows.order_by()[: most + 1].count()


def so_many(many: int, most: int = COUNTED) -> str:
    """A number that was counted so, as it is shown: `500+` for more."""
    return f"{most}+" if many > most else str(many)
