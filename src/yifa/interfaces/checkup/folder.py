"""Checks a folder of ledgers from its files to what is told: reading, judging, comparing, telling, with progress."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from yifa.interfaces.checkup.told import Told, tell_run
from yifa.law.clock import Calendar
from yifa.ledgers.taking_in import take_folder
from yifa.oversight.supervision.comparing import changes
from yifa.oversight.supervision.earlier import EarlierRun
from yifa.oversight.supervision.judging import supervise
from yifa.wording import CHINESE, ENGLISH

KB = 1000
"""Reading is told in thousands of bytes, all else in cases and findings."""


class Stage(StrEnum):
    """What is being done."""

    READING = "reading"
    JUDGING = "judging"
    TELLING = "telling"
    WRITING = "writing"


OnProgress = Callable[[Stage, int, int, str], None]
"""Told the stage, how many are done of how many, and the name of the file that is next."""


def silently(stage: Stage, done: int, of: int, name: str) -> None:
    """Progress that nobody looks at."""


def check_folder(
    folder: Path,
    as_of: date,
    known_at: datetime | None = None,
    *,
    calendar: Calendar | None = None,
    mapping: Path | None = None,
    personal: bool = False,
    earlier: EarlierRun | None = None,
    languages: Collection[str] = (CHINESE, ENGLISH),
    on_progress: OnProgress = silently,
) -> Told:
    """Read, judge and tell a folder; `earlier`: compare with that run."""
    taken = take_folder(
        folder,
        as_of=as_of,
        mapping=mapping,
        personal=personal,
        progress=lambda done, of: on_progress(Stage.READING, done // KB, of // KB, ""),
    )
    run = supervise(
        taken, as_of, known_at, calendar=calendar, progress=lambda done, of: on_progress(Stage.JUDGING, done, of, "")
    )
    changed = None if earlier is None else changes(earlier, run)
    return tell_run(
        run,
        languages,
        personal=personal,
        changed=changed,
        progress=lambda done, of: on_progress(Stage.TELLING, done, of, ""),
    )
