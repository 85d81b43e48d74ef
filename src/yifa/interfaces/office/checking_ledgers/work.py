"""The work on ledgers that were handed in: judge them, write everything, keep what a page tells."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from yifa.interfaces.checkup.ledgers import CheckAsked, NothingFound, check_ledgers
from yifa.interfaces.office.handed_in.working import CannotBeDone
from yifa.interfaces.trays.progress import Reporter
from yifa.interfaces.trays.tray import Tray
from yifa.law.catalogue import calendar
from yifa.law.catalogue.errors import CorpusFaults
from yifa.oversight.supervision.earlier import NotFindings, read_earlier
from yifa.wording import Language

PAGE, POINTS = "ledgers.json", "points.jsonl"
BEFORE = "before.json"
"""The findings of the run before, beside the files, so that the next is compared with it."""


def check(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    """Judge the files of a tray as of a day, and compare with the run before where there was one."""
    before = tray.folder / BEFORE
    with suppress(FileNotFoundError):
        shutil.copyfile(tray.results / "findings.json", before)
    earlier = None
    if before.is_file():
        with suppress(NotFindings, OSError):
            earlier = read_earlier(before)
    shutil.rmtree(tray.results, ignore_errors=True)
    how = CheckAsked(
        date.fromisoformat(asked["as_of"]),
        per_organ=bool(asked.get("per_organ")),
        publicity=bool(asked.get("publicity")),
        earlier=earlier,
    )
    try:
        told = check_ledgers(tray.files, tray.results, how, calendar(), speech, report)
    except NothingFound as error:
        raise CannotBeDone(str(error)) from None
    except CorpusFaults as error:
        words = speech.say("The file that says how columns are read cannot be used: {error}", error=error)
        raise CannotBeDone(words) from None
    tray.keep_page(PAGE, told)
    tray.tell(lights=told["lights"], cases=told["cases"], held=told["held"])
