"""Forgetting what was handed in to be checked, when its days are over: once a day, after a round of the worker."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from yifa.interfaces.office.desks import now
from yifa.interfaces.office.handed_in.shelves import FORGOTTEN
from yifa.interfaces.trays.tray import forget_old

_last: list[date] = []


def forget(today: date, *, thorough: bool = False) -> int:
    """Forget what is old; how many trays. Nothing, where it was done today already."""
    if _last == [today] and not thorough:
        return 0
    _last[:] = [today]
    return forget_old(settings.TRAYS, now(), settings.TRAYS_DAYS, FORGOTTEN)
