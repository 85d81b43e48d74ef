"""台账体检 of files that were handed in: judged, written, and told for a page; what goes wrong is said in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yifa.interfaces.checkup.folder import Stage, check_folder
from yifa.interfaces.checkup.outputs import write_all
from yifa.interfaces.checkup.telling_pages import Report, page_data, write_points
from yifa.interfaces.problem_telling import told_problem
from yifa.law.clock import Calendar
from yifa.ledgers.problems import Fate
from yifa.oversight.supervision.earlier import EarlierRun
from yifa.wording import Language

PROBLEMS = 12
"""So many files that could not be read are named where nothing could be."""


class NothingFound(LookupError):
    """No ledger was found among the files; the text says so, and what was wrong with them."""


@dataclass(frozen=True)
class CheckAsked:
    """What is asked of a check beside its files."""

    as_of: date
    per_organ: bool = False
    publicity: bool = False
    earlier: EarlierRun | None = None


def check_ledgers(
    files: Path, results: Path, asked: CheckAsked, calendar: Calendar, speech: Language, report: Report
) -> dict[str, Any]:
    """Judge ledgers and write everything; what a page tells. Raises `NothingFound`."""
    words = stage_words(speech)

    def on_progress(stage: Stage, done: int, of: int, name: str) -> None:
        report(words[stage], done, of, name)

    checked = check_folder(
        files,
        asked.as_of,
        calendar=calendar,
        earlier=asked.earlier,
        outgoing=asked.publicity,
        on_progress=on_progress,
    )
    told = checked.told
    if not told.run.size:
        unread = [one for one in told.run.taken.problems if one.fate is Fate.NOT_READ and one.place.sheet is None]
        lines = [told_problem(one, speech) for one in unread[:PROBLEMS]]
        named = [f"{one.file}: {one.words}" for one in lines]
        raise NothingFound("\n".join([speech.say("no ledger was found among the files"), *named]))
    report(words[Stage.WRITING], 0, 1, "")
    pages = results / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    for _ in write_all(checked, results, speech, per_organ=asked.per_organ):
        pass
    return {**page_data(told), "points": write_points(told, pages / "points.jsonl")}


def stage_words(speech: Language) -> dict[Stage, str]:
    """What the stages are called."""
    say = speech.say
    return {
        Stage.READING: say("Reading"),
        Stage.JUDGING: say("Judging"),
        Stage.TELLING: say("Telling"),
        Stage.WRITING: say("Writing"),
    }
