"""The work of the counter: reports read, ledgers judged, one job after the other, results kept by name."""

from __future__ import annotations

import queue
import secrets
import shutil
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from yifa.interfaces.counter.intake import Intake
from yifa.wording import Language


class JobKind(StrEnum):
    """What is done with the files."""

    REPORTS = "reports"
    LEDGERS = "ledgers"


class State(StrEnum):
    """How far a job is."""

    TAKING_IN = "taking-in"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass
class Job:
    """One job: what was asked, its files, how far it is, what it came to."""

    id: str
    kind: JobKind
    speech: Language
    folder: Path
    intake: Intake
    as_of: date
    per_organ: bool = False
    state: State = State.TAKING_IN
    stage: str = ""
    done: int = 0
    of: int = 0
    name: str = ""
    message: str = ""
    summary: list[dict[str, Any]] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    @property
    def results(self) -> Path:
        """The folder of what it writes."""
        return self.folder / "results"

    def as_data(self) -> dict[str, Any]:
        """How far it is, for the page."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "state": self.state.value,
            "stage": self.stage,
            "done": self.done,
            "of": self.of,
            "name": self.name,
            "message": self.message,
            "summary": self.summary,
            "files": [
                {"name": path.relative_to(self.results).as_posix(), "size": path.stat().st_size} for path in self.files
            ],
        }

    def report(self, stage: str, done: int, of: int, name: str) -> None:
        """Take down how far it is."""
        self.stage, self.done, self.of, self.name = stage, done, of, name


Work = Callable[[Job], None]


class Jobs:
    """All jobs of one run of the counter, in a folder that goes with it."""

    def __init__(self, work: dict[JobKind, Work]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="yifa-"))
        self.jobs: dict[str, Job] = {}
        self._work = work
        self._waiting: queue.Queue[Job | None] = queue.Queue()
        self._worker = threading.Thread(target=self._run, daemon=True, name="yifa-jobs")
        self._worker.start()

    def new(self, kind: JobKind, speech: Language, as_of: date, *, per_organ: bool = False) -> Job:
        """A job that takes files in."""
        id_ = secrets.token_hex(8)
        folder = self.folder / id_
        self.jobs[id_] = job = Job(id_, kind, speech, folder, Intake(folder / "files"), as_of, per_organ)
        return job

    def start(self, job: Job) -> None:
        """All files are there."""
        if job.state is State.TAKING_IN:
            job.state = State.WAITING
            self._waiting.put(job)

    def drop(self, job: Job) -> None:
        """Forget a job that is not being worked at, and delete its files."""
        if job.state not in (State.WAITING, State.RUNNING):
            self.jobs.pop(job.id, None)
            shutil.rmtree(job.folder, ignore_errors=True)

    def close(self) -> None:
        """Delete everything; work that is being done is left to end with the program."""
        self._waiting.put(None)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self) -> None:
        for job in iter(self._waiting.get, None):
            job.state = State.RUNNING
            try:
                self._work[job.kind](job)
                job.state = State.DONE
            except Exception as error:  # a fault in one job must not close the counter
                job.state = State.FAILED
                job.message = job.message or job.speech.say("a fault of the program: {error}", error=error)
                traceback.print_exc()
            job.intake.drop()

    def __iter__(self) -> Iterator[Job]:
        return iter(tuple(self.jobs.values()))
