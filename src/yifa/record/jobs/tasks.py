"""The jobs themselves: each an envelope around verbs and queries, safe to be done twice."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string
from django_tasks import TaskContext, task
from django_tasks_db.models import DBTaskResult

from yifa.ledgers.taking_in import take_folder
from yifa.record.access.queries import roles_held, scope_of
from yifa.record.cases.forgetting import leave_no_page
from yifa.record.cases.models import Case
from yifa.record.chain import queries as chain
from yifa.record.chain.actions import seal
from yifa.record.chain.chained import Chained
from yifa.record.chain.models import EntryRow, HeadRow, SealRow
from yifa.record.chain.one_moment import one_moment
from yifa.record.chain.telling_rows import row_faults
from yifa.record.deliveries.collecting import collect
from yifa.record.deliveries.posting import posting
from yifa.record.deliveries.sending import forget_delivered, send_due
from yifa.record.evidence.forgetting import destroy_what_is_left
from yifa.record.evidence.queries import FileFaultKind, file_faults
from yifa.record.importing.incoming import IncomingCase, incoming
from yifa.record.importing.writing_cases import Imported, import_cases
from yifa.record.jobs.keeping import keeping
from yifa.record.jobs.models import Outcome, Progress
from yifa.record.jobs.moments import now
from yifa.record.jobs.outcomes import progress, told
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer, Organ, OrganName
from yifa.record.organs.queries import on_day
from yifa.record.papers.templates import template_faults
from yifa.record.safekeeping.backing_up import back_up, keep_newest
from yifa.record.scope import everything, within
from yifa.record.tokens.answering import forget_answers
from yifa.record.tokens.permits import permits, writes_cases

FAULTS_TOLD = 50
ORGANS = "机关名册-本库.csv"
OLD = timedelta(days=14)
"""How long finished jobs are kept in the queue."""
OUTCOMES_KEPT = timedelta(days=400)

Verifies = Callable[[], Iterable[dict[str, Any]]]
"""What a room above the record says is not as it was: each fault with its `kind`, and what it is about."""


@task
def seal_what_is_new() -> dict[str, Any]:
    """Seal the day; nothing, where it is sealed already and nothing came since."""
    return told("seal", _seal)


def _seal() -> dict[str, Any]:
    before = SealRow.objects.order_by("-number").first()
    today = now().date()
    if before is not None and before.day == today and not _unsealed(before):
        return {"number": before.number, "digest": before.digest, "entries": 0}
    made = seal(today)
    return {"number": made.number, "digest": made.digest, "entries": made.leaves}


def _unsealed(before: SealRow) -> bool:
    [(last, _)] = [one for one in chain.seals()[0] if one[0].number == before.number]
    heads = {organ: one.number for organ, one in last.heads.items()}
    return any(heads.get(one.organ, 0) != one.number for one in HeadRow.objects.filter(number__gt=0))


@task
def deliver() -> dict[str, Any]:
    """Make deliveries of what is new, and send what is due."""
    made = collect(now())
    taken, failed = send_due(now, posting(keeping().authorities))
    return {"made": made, "taken": taken, "failed": failed}


@task
def back_up_record() -> dict[str, Any]:
    """Back the record up, and let go of the oldest backups."""
    return told("backup", _back_up)


def _back_up() -> dict[str, Any]:
    of = keeping()
    folders = {name: place for name, place in of.folders.items() if place.is_dir()}
    made = back_up(of.backups, now(), secret=of.secret, folders=folders)
    keep_newest(of.backups, of.backups_kept)
    standing = made.manifest.standing
    return {"folder": made.folder.name, "rows": standing.rows, "entries": standing.entries, "seal": standing.seal[1]}


@task
def verify_record() -> dict[str, Any]:
    """Verify the whole record: chains, seals, rows, files of evidence and forms; and what rooms above it keep."""
    return told("verify", _verify)


def _verify() -> dict[str, Any]:
    with everything("verify the record"), one_moment():
        found: list[dict[str, Any]] = [
            {"kind": one.kind.value, "organ": one.organ, "number": one.number} for one in chain.faults()
        ]
        chained = [model for model in apps.get_models() if issubclass(model, Chained)]
        found += [{"kind": one.kind.value, "table": one.table, "id": one.id} for one in row_faults(chained)]
        files = [one for one in (*file_faults(), *template_faults()) if one.kind is not FileFaultKind.LEFT_OVER]
        found += [{"kind": one.kind.value, "digest": one.digest, "items": list(one.items)} for one in files]
        for name in settings.VERIFIES:
            verifies: Verifies = import_string(name)
            found += verifies()
        entries, seals = EntryRow.objects.count(), SealRow.objects.count()
    return {
        "well": not found,
        "entries": entries,
        "seals": seals,
        "faults": len(found),
        "first": found[:FAULTS_TOLD],
    }


@task
def tidy() -> dict[str, Any]:
    """Let go of what nobody asks for any more: old answers, what was delivered, finished jobs."""
    moment = now()
    finished = DBTaskResult.objects.finished().filter(finished_at__lt=moment - OLD)
    jobs, _ = finished.delete()
    Progress.objects.filter(at__lt=moment - OLD).delete()
    Outcome.objects.filter(at__lt=moment - OUTCOMES_KEPT).delete()
    with everything("take away what was told to be destroyed"):
        files = destroy_what_is_left()
    leave_no_page()
    told = {"answers": forget_answers(moment), "delivered": forget_delivered(moment), "jobs": jobs}
    return told | {"destroyed": files} if files else told


@task(takes_context=True)
def take_ledgers(context: TaskContext, folder: str, batch: str, by: str, officer: int) -> dict[str, Any]:
    """Take ledgers that were sent in into the record: the cases that this officer may write then, and no others.

    The files go when it is done.
    """
    job, place, found = str(context.task_result.id), Path(folder), Imported()
    if not place.is_dir():  # it was done, and died before it could say so
        return {}
    moment = now()
    tell_organs(place, moment.date())
    taken = take_folder(place, as_of=moment.date())
    cases = [one for ledger in taken.ledgers for one in incoming(ledger)]
    own = writable(cases, officer, moment.date())
    others = len(cases) - len(own)
    progress(job, whole=len(own))
    with everything("take ledgers in"):
        found = import_cases(own, batch, actor=Actor(by, moment), progress=lambda done: progress(job, done=done))
    result = {
        "new": found.new,
        "changed": found.changed,
        "unchanged": found.unchanged,
        "acts": found.acts,
        "withdrawn": found.withdrawn,
        "secret": len(found.secret),
        "named": len(found.named),
        "forgotten": len(found.forgotten),
        "of_others": others,
        "held": len(taken.held),
    }
    progress(job, done=len(own), told=result)
    shutil.rmtree(place)
    return result


def writable(cases: Iterable[IncomingCase], officer: int, day: date) -> list[IncomingCase]:
    """The cases that an officer may write on a day, organ by organ: on his side of the walls, and none that is on
    record and of which he may not know.
    """
    with everything("see whose ledgers somebody sends"):
        somebody = Officer.objects.get(pk=officer)
        roles = roles_held(somebody, day)
        organs = dict(Organ.objects.values_list("code", "id"))
        circled = _circled()
    with within(scope_of(somebody, day, roles)):
        unknown = circled - _circled() if circled else circled
    held = permits(roles)
    own = [
        one
        for one in cases
        if writes_cases(held, organs.get(one.organ, 0), one.procedure)
        and (one.organ, one.procedure, one.number) not in unknown
    ]
    return sorted(own, key=lambda one: (one.organ, one.procedure))


def _circled() -> set[tuple[str, str, str]]:
    """The cases in the scope of which not everybody may know, by what names them in ledgers."""
    return set(Case.objects.exclude(circle="").values_list("organ__code", "procedure", "number").order_by())


def tell_organs(place: Path, day: date) -> None:
    """Put the organs on record beside ledgers, so that those that name them are understood."""
    names = on_day(OrganName.objects.filter(organ__in=on_day(Organ.objects.all(), day)), day).select_related("organ")
    with (place / ORGANS).open("w", encoding="utf-8-sig", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(("机关编号", "机关名称"))
        sheet.writerows((one.organ.code, one.name) for one in names.order_by("organ_id"))
