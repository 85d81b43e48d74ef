"""What `yifa serve` and `yifa jobs` do, once the record is open."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from types import FrameType

import click

from yifa.interfaces.cli.answering import PATIENCE, answer
from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.record_troubles import now, ready, troubles
from yifa.record.jobs.models import Schedule
from yifa.record.jobs.outcomes import last
from yifa.record.jobs.schedule import SCHEDULE, queue_depth
from yifa.record.jobs.working import work

LOG = logging.getLogger("yifa.jobs")
PAUSE = 3.0
"""Seconds before a worker that ended is started again."""


def serve(shell: Shell, host: str, port: int, processes: int, alone: bool) -> int:
    """Serve until stopped, with a worker beside."""
    speech = shell.speech
    ready(speech)
    if not shell.site:
        raise Trouble(speech, speech.say("there is no site to serve"))
    click.echo(speech.say("Yifa answers at http://{host}:{port}/ — stop with Ctrl+C.", host=host, port=port), err=True)
    stop = threading.Event()
    beside = threading.Thread(target=_keep_worker, args=(stop,), daemon=True)
    if not alone:
        beside.start()
    try:
        answer(shell.site, host, port, processes)
    except (OSError, RuntimeError) as error:
        raise Trouble(
            speech, speech.say("cannot answer at {host}:{port}: {error}", host=host, port=port, error=error)
        ) from None
    finally:
        stop.set()
        if not alone:
            beside.join()
    return 0


def _keep_worker(stop: threading.Event) -> None:
    """A worker in a process of its own, started again when it ends before we do."""
    while not stop.is_set():
        command = [sys.executable, "-m", "yifa", "jobs", "work", "--parent", str(os.getpid())]
        try:
            worker = subprocess.Popen(command)
        except OSError:
            LOG.exception("worker cannot be started")
            stop.wait(PAUSE)
            continue
        while not stop.wait(0.2) and worker.poll() is None:
            pass
        if worker.poll() is None:
            worker.terminate()
            try:
                worker.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.wait()
        stop.wait(PAUSE)


def work_on(shell: Shell, once: bool, parent: int | None) -> int:
    """Work until stopped, or once."""
    ready(shell.speech)
    stop = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    work(stop, until_nothing_waits=once, parent=parent)
    return 0


def list_jobs(shell: Shell) -> int:
    """Each job of the schedule: when it was last put into the queue, and what came of it."""
    speech = shell.speech
    ready(speech)
    with troubles(speech):
        begun = dict(Schedule.objects.values_list("name", "last"))
        for name in SCHEDULE:
            at, outcome = begun.get(name), last(name)
            when = "—" if at is None else f"{at.astimezone(now().tzinfo):%Y-%m-%d %H:%M:%S}"
            came = "" if outcome is None else (speech.say("went well") if outcome.well else speech.say("went wrong"))
            told = (
                ""
                if outcome is None
                else " ".join(f"{key}={value}" for key, value in outcome.told.items() if not isinstance(value, list))
            )
            click.echo(f"{name:10} {when:20} {came} {told}".rstrip())
        click.echo(speech.say("Waiting: {count}", count=queue_depth()))
    return 0
