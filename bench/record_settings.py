"""Django's settings for measuring the record: as they are, with the peers beside it."""

from __future__ import annotations

from yifa.project.settings import *  # noqa: F403
from yifa.project.settings import INSTALLED_APPS

INSTALLED_APPS = [
    *INSTALLED_APPS,
    *(one for one in ("django.contrib.auth", "django.contrib.contenttypes") if one not in INSTALLED_APPS),
    "simple_history",
    "auditlog",
    "bench.record_peers",
]
