"""What time it is: the one place where the record and what stands above it look at the clock."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """This moment in the zone of the installation."""
    return timezone.localtime()
