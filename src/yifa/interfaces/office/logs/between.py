"""The entries of some days: found by halving, because entries are numbered in the order in which they were recorded.

Where a clock went back the order of moments differs a little from that of numbers; then some entries of the day next to
it are shown too, and each says its moment.
"""

from __future__ import annotations

import json
from datetime import datetime

from yifa.record.chain.models import EntryRow
from yifa.record.scope import Remembered


def first_since(moment: datetime) -> int:
    """The number of the first entry recorded at a moment or later; one past the last where there is none."""
    low, high = 1, (EntryRow.objects.order_by("-id").values_list("id", flat=True).first() or 0) + 1
    while low < high:
        middle = (low + high) // 2
        row = next(iter(_FROM(middle)), None)
        if row is None or recorded_at(row[1]) >= moment:
            high = middle
        else:
            low = row[0] + 1
    return low


_FROM = Remembered(lambda id_: EntryRow.objects.filter(id__gte=id_).order_by("id").values_list("id", "text")[:1], int)


def recorded_at(text: str) -> datetime:
    """When an entry was recorded."""
    return datetime.fromisoformat(json.loads(text)["recorded"])
