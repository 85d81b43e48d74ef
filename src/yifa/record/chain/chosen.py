"""Which digest an installation makes: that of new entries, seals and commitments.

What is on record names its own, so an office may go over from one to the other on any day; what was recorded before
verifies as it did.
"""

from __future__ import annotations

from django.conf import settings


def chosen() -> str:
    """`sha256`, or `sm3` (GB/T 32905), as `YIFA_DIGEST` says."""
    return str(settings.DIGEST)
