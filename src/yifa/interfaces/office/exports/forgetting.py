"""Lists that were written before a party was forgotten may name it: all of them go, whoever asked for them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from django.db import transaction

from yifa.interfaces.office.exports.models import Export, State
from yifa.interfaces.office.exports.tasks import folder
from yifa.record.cases.forgetting import Forgotten
from yifa.record.chain.writing import Writing


def forget_lists(of: Forgotten, writing: Writing) -> None:
    """Let every list go that is written or being written; who wants one asks again."""
    rows = Export.objects.exclude(state=State.GONE)
    files = [folder() / one for one in rows.exclude(file="").values_list("file", flat=True)]
    rows.update(state=State.GONE, file="", size=0, asked={})
    for word in of.words:
        Export.objects.filter(title__contains=word).update(title="")
    transaction.on_commit(partial(_unlink, files))


def _unlink(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
