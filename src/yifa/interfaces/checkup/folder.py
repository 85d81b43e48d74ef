"""Checks a folder of ledgers from its files to what is told: reading, judging, comparing, telling, with progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from yifa.interfaces.checkup.told import Told, all_told, tell_findings
from yifa.law.clock import Calendar
from yifa.ledgers.taking_in.folder import files_in
from yifa.ledgers.workers import processes_for
from yifa.oversight.supervision.comparing import changes
from yifa.oversight.supervision.earlier import EarlierRun
from yifa.oversight.supervision.folders import How, supervise_folder
from yifa.oversight.supervision.publicity import PublicityFile
from yifa.wording import CHINESE, ENGLISH

KB = 1000
"""Reading is told in thousands of bytes, judging in rows."""


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


@dataclass(frozen=True)
class Checked:
    """A checked folder: what is told of it, and files for publicity where they were asked for."""

    told: Told
    outgoing: tuple[PublicityFile, ...]


def check_folder(
    folder: Path,
    as_of: date,
    known_at: datetime | None = None,
    *,
    calendar: Calendar | None = None,
    mapping: Path | None = None,
    personal: bool = False,
    earlier: EarlierRun | None = None,
    outgoing: bool = False,
    languages: Sequence[str] = (CHINESE, ENGLISH),
    processes: int | None = None,
    on_progress: OnProgress = silently,
) -> Checked:
    """Read, judge and tell a folder. `earlier`: compare with that run; `outgoing`: make files for publicity too.

    `processes`: so many do it (None: as many as are worth while); what comes of it is the same.
    """
    kept = frozenset() if earlier is None else earlier.cases
    then = partial(tell_findings, languages=languages, personal=personal)
    how = How(as_of, known_at, calendar, personal, kept, outgoing, then)
    found = supervise_folder(
        folder,
        how,
        mapping=mapping,
        processes=processes or processes_for(sum(one.size for one in files_in(folder))),
        reading=lambda done, of: on_progress(Stage.READING, done // KB, of // KB, ""),
        judging=lambda done, of: on_progress(Stage.JUDGING, done, of, ""),
    )
    on_progress(Stage.TELLING, 0, 1, "")
    changed = None if earlier is None else changes(earlier, found.run)
    findings = (several for made in found.made for several in made)
    told = all_told(found.run, languages, findings, personal=personal, changed=changed)
    return Checked(told, found.outgoing)
