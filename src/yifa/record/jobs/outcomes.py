"""What came of jobs: told for each that was due, also when it failed; and how far one is that takes long."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from yifa.record.jobs.models import Outcome, Progress
from yifa.record.jobs.moments import now

LOG = logging.getLogger("yifa.jobs")


def told(name: str, do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Do a job and tell what came of it. What it raises is told and raised."""
    LOG.info("job begins", extra={"job": name})
    try:
        found = do()
    except Exception as error:
        said = str(error).strip().splitlines()[0][:300] if str(error).strip() else type(error).__name__
        LOG.exception("job failed", extra={"job": name})
        Outcome.objects.create(name=name, at=now(), well=False, told={"error": type(error).__name__, "said": said})
        raise
    Outcome.objects.create(name=name, at=now(), well=bool(found.pop("well", True)), told=found)
    LOG.info("job ends", extra={"job": name, **{f"job_{key}": value for key, value in found.items()}})
    return found


def last(name: str, *, well: bool = False) -> Outcome | None:
    """The last outcome of a job; the last that went `well`."""
    found = Outcome.objects.filter(name=name)
    return (found.filter(well=True) if well else found).order_by("-id").first()


def progress(job: str, **values: Any) -> None:
    """Say how far a job is."""
    Progress.objects.filter(job=job).update(at=now(), **values)
