"""The worker: looks what is due, does what waits, gives a sign of life, and ends when it is told or left alone."""

from __future__ import annotations

import logging
import os
import secrets
import threading
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker

from yifa.record.jobs.outcomes import now
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
    while not stop.is_set():
        if parent is not None and os.getppid() != parent:
            LOG.warning("worker was left alone", extra={"worker": name})
            break
        _try(lambda: _once(worker, now()))
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


def _try(do: Callable[[], object]) -> None:
    """Go on when the database does not answer: it may answer the next time."""
    try:
        do()
    except DatabaseError as error:
        LOG.warning("database does not answer", extra={"said": str(error).strip().splitlines()[:1]})
        connection.close()


def _give_signs(name: str, stop: threading.Event) -> None:
    while not stop.wait(SIGN_SECONDS):
        _try(lambda: alive(name, now()))
    connection.close()
