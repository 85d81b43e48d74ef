"""Ledgers that are sent in, taken into the record in the background, and how far that is."""

from __future__ import annotations

import re
import secrets
import shutil
from pathlib import Path

from django.http import Http404
from django_tasks_db.models import DBTaskResult
from ninja import File, Router
from ninja.files import UploadedFile

from yifa.interfaces.api.declaring import WRITERS, route
from yifa.interfaces.api.holders import MULTIPART, Asked
from yifa.interfaces.api.problems import Refused
from yifa.interfaces.api.shapes.chain import JobBegun, JobShape
from yifa.interfaces.api.shapes.fields import JobId
from yifa.interfaces.api.speaking import speech_of
from yifa.record.jobs import moments
from yifa.record.jobs.keeping import keeping
from yifa.record.jobs.models import Progress
from yifa.record.jobs.tasks import take_ledgers

router = Router(tags=["ledgers"])


@route(router, "POST", "/ledgers", roles=WRITERS, writes=True, answer=JobBegun, status=202, takes=MULTIPART)
def send_ledger(request: Asked, ledger: File[UploadedFile]) -> JobBegun:
    """Send a ledger in, as a workbook or CSV: its cases that this officer may write are taken in.

    It is read as `yifa supervise` reads it. The same ledger again changes nothing; what changed since is put right by
    correction acts. Ask for the job to see how far it is.
    """
    holder = request.auth
    if not ledger.size:
        say = speech_of(request).say
        detail = say("The file is empty.")
        raise Refused(422, "wrong-shape", say("The request has not the shape asked for"), detail)
    folder = keeping().sent_in / secrets.token_hex(16)
    folder.mkdir(parents=True, mode=0o700)
    try:
        with (folder / _name(ledger.name or "")).open("wb") as file:
            for part in ledger.chunks():
                file.write(part)
        batch = f"{moments.now():%Y-%m-%d %H:%M:%S} token{holder.token.id}"
        begun = take_ledgers.enqueue(str(folder), batch, holder.actor().by, holder.officer.id)
        Progress.objects.create(
            job=str(begun.id), name="take_ledgers", asked_by=holder.officer.id, at=moments.now(), told={"batch": batch}
        )
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return JobBegun(job=str(begun.id))


@route(router, "GET", "/jobs/{job}", roles=WRITERS, answer=JobShape, refuses=(404,))
def read_job(request: Asked, job: JobId) -> JobShape:
    """Say how far a job is that this officer asked for, and what came of it."""
    found = Progress.objects.filter(job=job, asked_by=request.auth.officer.id).first()
    queued = DBTaskResult.objects.filter(id=job).only("status").first()
    if found is None or queued is None:
        raise Http404
    return JobShape(
        job=job,
        name=found.name,
        state=queued.status.lower(),
        done=found.done,
        whole=found.whole,
        told=found.told,
    )


def _name(said: str) -> str:
    """A name of a file and nothing else, whatever was said."""
    last = re.split(r"[/\\]", said)[-1]
    plain = re.sub(r'[\x00-\x1f\x7f<>:"|?*\ud800-\udfff]', "", last).strip(". ")
    stem, suffix = Path(plain).stem[:80], Path(plain).suffix[:10]
    return f"{stem or 'ledger'}{suffix}"
