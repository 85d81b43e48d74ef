"""Asking for a list: it is put into the queue, and a worker writes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.exports.models import Export, State
from yifa.interfaces.office.exports.tasks import write_export
from yifa.wording import Language

KEPT_DAYS = 7
AT_ONCE = 5
"""So many lists of one officer wait or are written at once."""


class TooMany(Exception):
    """Somebody has as many lists under way as he may."""


def ask_for_export(desk: Desk, speech: Language, kind: str, asked: Mapping[str, Any], title: str) -> Export:
    """Let a list be written for who sits at a desk. Raises `TooMany`."""
    under_way = Export.objects.filter(officer=desk.officer.id, state__in=(State.WAITS, State.RUNS))
    if under_way.count() >= AT_ONCE:
        raise TooMany
    with transaction.atomic():
        made = Export.objects.create(
            officer_id=desk.officer.id,
            kind=kind,
            asked=dict(asked),
            title=title[:200],
            language=speech.tag,
            asked_at=desk.now,
            ends=desk.today + timedelta(days=KEPT_DAYS),
        )
        write_export.enqueue(made.id)
    return made
