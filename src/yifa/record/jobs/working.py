"""The worker: looks what is due, does what waits, gives a sign of life, and ends when it is told or left alone.

After each round rooms above the record do theirs. `JOBS_AFTERWARDS` names the functions; each is called with the day,
and `thorough` until a first round of this worker went through: what ran before may have been an older release.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils.module_loading import import_string
from django_tasks_db.management.commands.db_worker import Worker

from yifa.record.jobs.moments import now
from yifa.record.jobs.schedule import alive, enqueue_due, take_back

LOG = logging.getLogger("yifa.jobs")
LOOK_SECONDS = 2.0
SIGN_SECONDS = 20.0


def work(stop: threading.Event, *, until_nothing_waits: bool = False, parent: int | None = None) -> None:
    """Work until `stop` is set; `until_nothing_waits`: once over everything that is due and waits.

    `parent`: the process that started this one; the worker ends when it is gone.
    """
    name = f"{os.getpid()}-{secrets.token_hex(8)}"
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    LOG.info("worker begins", extra={"worker": name})
    sign = threading.Thread(target=_give_signs, args=(name, stop), daemon=True)
    _try(lambda: alive(name, now()))
    sign.start()
    thorough = True
    while not stop.is_set():
        if parent is not None and os.getppid() != parent:
            LOG.warning("worker was left alone", extra={"worker": name})
            break
        if _try(lambda: _once(worker, now())) and _try(partial(_afterwards, now().date(), thorough=thorough)):
            thorough = False
        if until_nothing_waits:
            break
        stop.wait(LOOK_SECONDS)
    stop.set()
    sign.join()
    LOG.info("worker ends", extra={"worker": name})


def _once(worker: Worker, moment: datetime) -> None:
    """One round: what is due, what is lost, what waits."""
    close_old_connections()
    take_back(moment)
    enqueue_due(moment)
    worker.run()


def _afterwards(today: date, *, thorough: bool) -> None:
    """What other rooms do after a round; one that fails is told, and the others go on."""
    for name in settings.JOBS_AFTERWARDS:
        try:
            import_string(name)(today, thorough=thorough)
        except DatabaseError:
            raise
        except Exception:
            LOG.exception("failed after a round", extra={"job": name})


def _try(do: Callable[[], object]) -> bool:
    """Go on when the database does not answer: it may answer the next time. Whether it did."""
    try:
        do()
    except DatabaseError as error:
        LOG.warning("database does not answer", extra={"said": str(error).strip().splitlines()[:1]})
        connection.close()
        return False
    return True


def _give_signs(name: str, stop: threading.Event) -> None:
    while not stop.wait(SIGN_SECONDS):
        _try(lambda: alive(name, now()))
    connection.close()
