"""What somebody starts by hand: a job of the schedule now, or one that failed once more."""

from __future__ import annotations

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from yifa.record.jobs.schedule import SCHEDULE, is_queued


def begin_now(name: str) -> bool:
    """Put a job of the schedule into the queue, whatever the time is; no, where it waits or runs already.

    Raises `KeyError` for a name that is none.
    """
    job = SCHEDULE[name].job
    if is_queued(job):
        return False
    job.enqueue()
    return True


def try_again(id_: str) -> bool:
    """Put a job that failed into the queue once more; every job may be done twice. No, where it did not fail."""
    done = DBTaskResult.objects.filter(pk=id_, status=TaskResultStatus.FAILED).update(
        status=TaskResultStatus.READY, started_at=None, finished_at=None, exception_class_path="", traceback=""
    )
    return bool(done)
