"""How often somebody may ask: so many times a minute, in each process; who does not show a token, less often.

A bucket that fills steadily: short bursts are let through, no more than a minute's worth.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict

from django.conf import settings

WITHOUT_TOKEN = 60
"""So many times a minute from one address."""
REMEMBERED = 10_000
"""So many who asked are remembered; who asked longest ago is forgotten first."""

_buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
_lock = threading.Lock()


class Exceeded(Exception):
    """Asked too often; `seconds` until it is answered again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"asked too often; again in {seconds} s")
        self.seconds = seconds


def limit(who: str, allowed: int = 0) -> None:
    """Count a request of somebody, of so many a minute, or as his kind may. Raises `Exceeded`."""
    allowed = allowed or (settings.API_REQUESTS_A_MINUTE if who.startswith("token ") else WITHOUT_TOKEN)
    at = time.monotonic()
    with _lock:
        left, before = _buckets.pop(who, (float(allowed), at))
        left = min(float(allowed), left + (at - before) * allowed / 60)
        _buckets[who] = (max(left - 1, -1.0) if left >= 1 else left, at)
        while len(_buckets) > REMEMBERED:
            _buckets.popitem(last=False)
    if left < 1:
        raise Exceeded(math.ceil((1 - left) * 60 / allowed))
