"""Personal values for lists: of many commitments at once, those that were not erased."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from yifa.record.chain.models import KeptValue
from yifa.record.scope import OfMany

_VALUES = OfMany(lambda made: KeptValue.objects.filter(commitment__in=made).values_list("commitment", "value"), str)


def values_behind(commitments: Iterable[str]) -> dict[str, Any]:
    """The values by their commitments; blank commitments stand for nothing."""
    return {made: json.loads(value) for made, value in _VALUES({one for one in commitments if one})}
