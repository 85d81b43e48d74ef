"""What jobs keep that may tell of a party that is forgotten: ledgers only looked at, what went wrong, backups."""

from __future__ import annotations

import shutil
from functools import partial

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from yifa.record.cases.forgetting import Forgotten
from yifa.record.chain.writing import Writing
from yifa.record.jobs.keeping import keeping
from yifa.record.jobs.models import Outcome
from yifa.record.jobs.words_in_files import files_with
from yifa.record.safekeeping.forgotten import note_gone


def forget_words(of: Forgotten, writing: Writing) -> None:
    """Let go of ledgers sent in that name the party and wait to be confirmed, and of errors that quote it."""
    for word in of.words:
        DBTaskResult.objects.filter(traceback__contains=word).update(traceback="")
    for row in Outcome.objects.filter(well=False):
        if any(one in row.told.get("said", "") for one in of.words):
            Outcome.objects.filter(pk=row.pk).update(told={**row.told, "said": ""})
    transaction.on_commit(partial(_clear, of.words))
    transaction.on_commit(partial(note_gone, keeping().backups, writing.organ), robust=True)


def _clear(words: tuple[str, ...]) -> None:
    folder = keeping().sent_in
    for path in list(files_with(words, folder)):
        shutil.rmtree(folder / path.relative_to(folder).parts[0], ignore_errors=True)
