"""The schedule: what is due, put into the queue once, whoever asks; and jobs of workers that died, put back.

A daily job is due when its time of the day has come and it was not put into the queue that day: a machine that was off
at that time does it when it is on again. Where a clock went back, a day that has not come yet counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from yifa.record.deliveries.collecting import waits
from yifa.record.deliveries.sending import anything_due
from yifa.record.jobs.keeping import Keeping, keeping
from yifa.record.jobs.models import Schedule, Worker
from yifa.record.jobs.tasks import back_up_record, deliver, seal_what_is_new, tidy, verify_record

DEAD_AFTER = timedelta(minutes=2)
"""A worker that gave no sign of life for so long is taken for dead."""
VERIFY_AT, TIDY_AT = time(2, 0), time(3, 30)


@dataclass(frozen=True)
class Daily:
    """A job of each day, from a time of the day on."""

    job: Any
    at: Callable[[Keeping], time]

    def is_due(self, last: datetime | None, now: datetime) -> bool:
        """Whether it is to be put into the queue now."""
        if last is not None and now < last <= now + timedelta(days=1):
            return False
        new_day = last is None or last > now or last.astimezone(now.tzinfo).date() < now.date()
        return new_day and now.time() >= self.at(keeping())


@dataclass(frozen=True)
class WhenThereIs:
    """A job that is done whenever there is something to do."""

    job: Any
    there_is: Callable[[datetime], bool]

    def is_due(self, last: datetime | None, now: datetime) -> bool:
        """Whether it is to be put into the queue now."""
        return not is_queued(self.job) and self.there_is(now)


SCHEDULE: Mapping[str, Daily | WhenThereIs] = {
    "seal": Daily(seal_what_is_new, lambda said: said.seal_at),
    "backup": Daily(back_up_record, lambda said: said.backup_at),
    "verify": Daily(verify_record, lambda said: VERIFY_AT),
    "tidy": Daily(tidy, lambda said: TIDY_AT),
    "deliver": WhenThereIs(deliver, lambda now: anything_due(now) or waits(now)),
}


def enqueue_due(now: datetime) -> list[str]:
    """Put what is due into the queue; the names."""
    found = []
    for name, one in SCHEDULE.items():
        held = Schedule.objects.filter(name=name).values_list("last", flat=True).first()
        if not one.is_due(held, now):
            continue
        with transaction.atomic():
            Schedule.objects.bulk_create([Schedule(name=name)], ignore_conflicts=True)
            row = Schedule.objects.select_for_update().get(name=name)
            if row.last == held and one.is_due(held, now):
                Schedule.objects.filter(name=name).update(last=now)
                one.job.enqueue()
                found.append(name)
    return found


def is_queued(job: Any) -> bool:
    """Whether a job waits or runs."""
    waiting = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    return DBTaskResult.objects.filter(task_path=job.module_path, status__in=waiting).exists()


def queue_depth() -> int:
    """How many jobs wait."""
    return DBTaskResult.objects.filter(status=TaskResultStatus.READY).count()


def alive(worker: str, now: datetime) -> None:
    """A sign of life of a worker."""
    Worker.objects.update_or_create(id=worker, defaults={"seen": now})


def take_back(now: datetime) -> int:
    """Put jobs back into the queue whose workers are dead; how many."""
    Worker.objects.filter(seen__lt=now - DEAD_AFTER).delete()
    Worker.objects.filter(seen__gt=now + DEAD_AFTER).delete()
    living = set(Worker.objects.values_list("id", flat=True))
    lost = [one.pk for one in DBTaskResult.objects.running() if not one.worker_ids or one.worker_ids[-1] not in living]
    return DBTaskResult.objects.filter(pk__in=lost, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.READY, started_at=None
    )
