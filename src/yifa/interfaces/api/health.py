"""How the installation is, for a person who looks after it and for what watches it."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Sum

from yifa.interfaces.api.shapes.chain import HealthShape
from yifa.record.chain.models import HeadRow, SealRow
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.deliveries.models import Delivery
from yifa.record.jobs import moments
from yifa.record.jobs.keeping import keeping
from yifa.record.jobs.models import Worker
from yifa.record.jobs.outcomes import last
from yifa.record.jobs.schedule import DEAD_AFTER, queue_depth

LEAST_FREE = 1_000_000_000
"""Bytes of free disk below which somebody should look into it."""
DAILY = timedelta(hours=50)
"""What is done each day is looked into when it was not done for so long: a day may be a holiday with the power off."""
MANY_WAITING = 1_000


def _is_fresh(seal: SealRow | None, now: datetime) -> bool:
    """Whether there is a seal of these days, also one that somebody made by hand."""
    return seal is not None and seal.day >= (now - DAILY).date()


def health() -> HealthShape:
    """How everything is. Raises `DatabaseError` where the database does not answer."""
    now = moments.now()
    chains = HeadRow.objects.filter(number__gt=0)
    entries = chains.aggregate(all=Sum("number"))["all"] or 0
    seal = SealRow.objects.order_by("-number").first()
    backup, verified, sealed = last("backup", well=True), last("verify"), last("seal", well=True)
    waiting = Delivery.objects.filter(state=DeliveryState.WAITING).count()
    dead = Delivery.objects.filter(state=DeliveryState.DEAD).count()
    workers = Worker.objects.filter(seen__gte=now - DEAD_AFTER).count()
    home = keeping().home
    free = shutil.disk_usage(home if home.exists() else ".").free
    jobs = queue_depth()
    look_into = [
        name
        for name, wrong in (
            ("verification", verified is not None and not verified.well),
            ("backup", backup is None or backup.at < now - DAILY),
            ("seal", entries > 0 and (sealed is None or sealed.at < now - DAILY) and not _is_fresh(seal, now)),
            ("worker", workers == 0),
            ("jobs", jobs > MANY_WAITING),
            ("deliveries", dead > 0 or waiting > MANY_WAITING),
            ("disk", free < LEAST_FREE),
        )
        if wrong
    ]
    return HealthShape(
        status="ill" if "verification" in look_into else "look-into" if look_into else "well",
        database=connection.vendor,
        chains=chains.count(),
        entries=entries,
        last_seal=None if seal is None else seal.day,
        last_seal_digest=None if seal is None else seal.digest,
        last_backup=None if backup is None else backup.at,
        last_verified=None if verified is None else verified.at,
        jobs_waiting=jobs,
        workers=workers,
        deliveries_waiting=waiting,
        deliveries_dead=dead,
        disk_free_bytes=free,
        look_into=look_into,
    )
