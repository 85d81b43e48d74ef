"""What time it is for the API: the one place that looks at the clock."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """This moment in the zone of the installation."""
    return timezone.localtime()
