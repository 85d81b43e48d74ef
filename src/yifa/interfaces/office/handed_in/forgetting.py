"""Forgetting what was handed in to be checked, when its days are over: once a day, after a round of the worker.

And what was handed in and names a party that is forgotten, at once.
"""

from __future__ import annotations

import shutil
from datetime import date
from functools import partial

from django.conf import settings
from django.db import transaction

from yifa.interfaces.office.handed_in.shelves import FORGOTTEN
from yifa.interfaces.trays.tray import forget_old
from yifa.record.cases.forgetting import Forgotten
from yifa.record.chain.writing import Writing
from yifa.record.jobs.moments import now
from yifa.record.jobs.words_in_files import files_with

_last: list[date] = []


def forget(today: date, *, thorough: bool = False) -> int:
    """Forget what is old; how many trays. Nothing, where it was done today already."""
    if _last == [today] and not thorough:
        return 0
    _last[:] = [today]
    return forget_old(settings.TRAYS, now(), settings.TRAYS_DAYS, FORGOTTEN)


def forget_words(of: Forgotten, writing: Writing) -> None:
    """Forget the trays of which a file names a party; of books and reports, which stay, the files that do."""
    transaction.on_commit(partial(_clear, of.words))


def _clear(words: tuple[str, ...]) -> None:
    for path in list(files_with(words, settings.TRAYS)):
        owner, kind, tray, *_ = path.relative_to(settings.TRAYS).parts
        shutil.rmtree(settings.TRAYS / owner / kind / tray, ignore_errors=True)
    for path in files_with(words, settings.REPORTS):
        path.unlink(missing_ok=True)
