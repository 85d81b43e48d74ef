"""Jobs that somebody asks for on a page: begun, looked at while they run, by nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django_tasks_db.models import DBTaskResult

from yifa.interfaces.office.desks import Asked
from yifa.record.jobs.models import Progress


@dataclass(frozen=True)
class AskedJob:
    """A job: how far it is, whether it still goes on, whether it failed, and what came of it."""

    id: str
    done: int
    whole: int
    goes_on: bool
    failed: bool
    told: dict[str, Any]


def begin(request: Asked, job: Any, name: str, *given: Any) -> str:
    """Put a job into the queue for who asks; its number."""
    begun = job.enqueue(*given)
    Progress.objects.create(
        job=str(begun.id), name=name, asked_by=request.desk.officer.id, at=request.desk.now, told={}
    )
    return str(begun.id)


def asked_job(request: Asked, job: str, name: str) -> AskedJob:
    """A job of this name that who asks began; there is none of anybody else."""
    found = Progress.objects.filter(job=job, name=name, asked_by=request.desk.officer.id).first()
    if found is None:
        raise Http404
    queued = DBTaskResult.objects.filter(id=job).only("status").first()
    state = queued.status if queued is not None else ("SUCCESSFUL" if found.told else "FAILED")
    return AskedJob(job, found.done, found.whole, state in ("READY", "RUNNING"), state == "FAILED", dict(found.told))
