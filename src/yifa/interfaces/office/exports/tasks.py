"""The job that writes a list, and what lets files go whose days are over."""

from __future__ import annotations

import logging
import secrets
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django_tasks import task

from yifa.interfaces.office.exports.models import Export, State
from yifa.interfaces.office.exports.sheets import Asker, NotForHim, teller, write
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import roles_held, scope_of
from yifa.record.jobs.keeping import keeping
from yifa.record.jobs.moments import now
from yifa.record.organs.models import Officer
from yifa.record.scope import everything, within
from yifa.wording import language

LOG = logging.getLogger("yifa.jobs")
ROWS_KEPT = timedelta(days=400)
"""So long it is kept who took which list."""


def folder() -> Path:
    """Where the files of exported lists lie."""
    return keeping().home / "exports"


@task
def write_export(export: int) -> dict[str, Any]:
    """Write a list somebody asked for, of what he may read today; done twice, it is written anew."""
    row = Export.objects.filter(id=export).exclude(state__in=(State.DONE, State.GONE)).first()
    if row is None:
        return {}
    moment = now()
    Export.objects.filter(id=export).update(state=State.RUNS)
    try:
        written = _written(row, moment)
    except Exception as error:
        Export.objects.filter(id=export).update(state=State.FAILED)
        if isinstance(error, NotForHim):
            LOG.warning("list not written: no longer for who asked", extra={"job": "export"})
            return {}
        raise
    return {"rows": written}


def _written(row: Export, moment: datetime) -> int:
    with everything("write a list for who asked for it"):
        officer = Officer.objects.get(id=row.officer_id)
        roles = roles_held(officer, moment.date())
        scope = scope_of(officer, moment.date(), roles)
        asker = Asker(officer, frozenset(RoleName(one.role) for one in roles), moment)
    place = folder()
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{secrets.token_hex(16)}.xlsx"
    path = place / name
    path.touch(mode=0o600)
    own = Export.objects.filter(id=row.id)
    try:
        with within(scope):
            told = teller(row.kind)(row.asked, asker, language(row.language))
            own.update(whole=told.whole)
            written = write(path, told, progress=lambda done: own.update(done=done))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    left = max(told.whole - written, 0)
    told_done = {"state": State.DONE, "done": written, "left": left, "file": name, "size": path.stat().st_size}
    if not own.exclude(state=State.GONE).update(**told_done):  # meanwhile somebody was forgotten
        path.unlink(missing_ok=True)
    return written


def forgetting(today: date, *, thorough: bool) -> None:
    """Let the files go whose days are over, and after a year also that they were. Called after each round of jobs."""
    for row in Export.objects.filter(ends__lt=today, state__in=(State.DONE, State.FAILED, State.WAITS)):
        if row.file:
            (folder() / row.file).unlink(missing_ok=True)
        Export.objects.filter(id=row.id).update(state=State.GONE, file="", size=0)
    if thorough:
        Export.objects.filter(state=State.GONE, ends__lt=today - ROWS_KEPT).delete()
