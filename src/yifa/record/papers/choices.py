"""The words for papers and their service. Titles are told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class Means(TextChoices):
    """How a paper is served (民事诉讼法 88–95)."""

    DIRECT = "direct"
    LEFT = "left"
    """留置送达"""
    MAILED = "mailed"
    ENTRUSTED = "entrusted"
    ELECTRONIC = "electronic"
    """with a signed consent alone"""
    PUBLIC_NOTICE = "public-notice"
    """公告送达: where nobody can be found, or nothing else worked"""


class ServiceState(TextChoices):
    """Where a service stands."""

    UNDER_WAY = "under-way"
    SERVED = "served"
    FAILED = "failed"
