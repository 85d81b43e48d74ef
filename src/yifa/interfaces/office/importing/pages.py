"""台账导入: send ledgers in, look what they would come to, take them in; and the batches that came, to be undone."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Min, Q
from django.db.models.fields.json import KT
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode

from yifa.interfaces.office.declaring import WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.handed_in.handing_out import XLSX
from yifa.interfaces.office.importing.batches import batches_called, named
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.interfaces.office.registers.asked_jobs import asked_job, begin
from yifa.interfaces.office.registers.forms import Verb, reason_field, verb_page
from yifa.interfaces.office.registers.workbooks import keep
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case
from yifa.record.jobs.models import Progress
from yifa.record.jobs.register_jobs import Sent, check_ledgers, take_checked, undo_batch
from yifa.record.organs.actions import Actor
from yifa.wording import Language

JOB = "ledgers"
"""The name of the jobs of this room."""
BATCHES_SHOWN = 50
JOBS_SHOWN = 5


@page("imports/", name="imports", roles=WRITERS, methods=("GET", "POST"), writes=True)
def imports(request: Asked) -> HttpResponse:
    """Send ledgers in; and what came before."""
    desk, speech = request.desk, request.speech
    problem = ""
    if request.method == "POST":
        sent, problem = keep(request, *request.FILES.getlist("files"))
        if sent is not None:
            job = begin(request, check_ledgers, JOB, sent.token, desk.officer.id, speech.tag)
            return redirect("import_job", job=job)
    recent = Progress.objects.filter(name=JOB, asked_by=desk.officer.id).order_by("-at")[:JOBS_SHOWN]
    told = {
        "problem": problem,
        "batches": _batches(desk, speech),
        "jobs": [
            (
                reverse("import_job", kwargs={"job": one.job}),
                speech.moment(one.at.astimezone(desk.now.tzinfo)),
                one.told,
            )
            for one in recent
        ],
    }
    return render(request, "importing/imports.html", told, status=409 if problem else 200)


@page("imports/jobs/<slug:job>/", name="import_job", roles=WRITERS, methods=("GET", "POST"), writes=True)
def import_job(request: Asked, job: str) -> HttpResponse:
    """What ledgers would come to, or came to; what was looked at is taken in when it is confirmed."""
    desk, speech = request.desk, request.speech
    found = asked_job(request, job, JOB)
    ready = not found.goes_on and found.told.get("kind") == "check"
    sent = Sent.of(str(found.told["token"])) if ready else None
    if request.method == "POST" and sent is not None:
        name = named(f"{desk.now:%Y-%m-%d %H:%M:%S}", desk.officer.organ.code, desk.officer.number)
        return redirect("import_job", job=begin(request, take_checked, JOB, sent.token, desk.officer.id, name))
    told: dict[str, Any] = sent.found() if sent is not None else {}
    batch = str(found.told.get("batch", ""))
    shares = told.get("shares", [])
    organs = organ_names({organ for organ, _, _ in shares}, desk.today)
    shown = {
        "job": found,
        "told": found.told,
        "batch": batches_called([batch], desk.today)[batch],
        "ready": sent is not None,
        "wrong": told.get("wrong", 0),
        "lines": [
            {
                "error": one["severity"] == "error",
                "file": one["file"],
                "sheet": one["sheet"],
                "cell": one["cell"],
                "heading": one["heading"],
                "value": one["value"],
                "words": one["words"],
            }
            for one in told.get("lines", [])
        ],
        "shares": [
            (organs.get(organ, ""), procedure_name(procedure, speech), many) for organ, procedure, many in shares
        ],
        "something": found.told.get("new", 0) + found.told.get("changed", 0) > 0,
    }
    return render(request, "importing/job.html", shown)


@page("imports/jobs/<slug:job>/corrections/", name="import_corrections", roles=WRITERS, kind=Kind.EXPORT)
def import_corrections(request: Asked, job: str) -> HttpResponse:
    """The rows that could not be taken, with what is wrong in each cell; mended, it is sent in beside the ledgers."""
    found = asked_job(request, job, JOB)
    sent = Sent.of(str(found.told.get("token", "")))
    if sent is None or not sent.corrections.exists():
        raise Http404
    path = sent.corrections
    response = HttpResponse(path.read_bytes(), content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename="需要改正的行.xlsx"
    )
    return response


@page("imports/undo/", name="undo_import", roles=WRITERS, methods=("GET", "POST"), writes=True)
def undo_import(request: Asked) -> HttpResponse:
    """Take a batch back: its acts are withdrawn by correction acts, its cases are void and stay on record."""
    desk, speech = request.desk, request.speech
    say, batch = speech.say, request.GET.get("batch", "")
    cases = Case.objects.filter(came_from__batch=batch) if batch else Case.objects.none()
    pairs = list(cases.order_by().values_list("organ", "procedure").distinct())
    if not pairs or not all(desk.may_write(*pair) for pair in pairs):
        raise Http404
    counted = cases.exclude(state=State.VOID).count()
    changed = cases.filter(version__gt=1).exclude(state=State.VOID).count()

    called = batches_called([batch], desk.today)[batch]

    def do(values: Any, actor: Actor) -> object:
        return redirect("import_job", job=begin(request, undo_batch, JOB, batch, desk.officer.id, actor.because))

    warns = [
        speech.count(
            "{n} case says again what it said before this batch, or is void.",
            "{n} cases say again what they said before this batch, or are void.",
            counted,
        ),
        say("Acts that were recorded here by hand meanwhile stay, and so do their cases."),
        say("Nothing vanishes: what was undone can be read on, and the same ledger can be sent in again."),
    ]
    if changed:
        warns.append(speech.count("{n} of them was changed since.", "{n} of them were changed since.", changed))
    verb = Verb(say("Undo a batch"), (reason_field(speech),), do, button=say("Undo it"), warns=tuple(warns))
    return verb_page(request, verb, of=called, back=reverse("imports"))


def _batches(desk: Desk, speech: Language) -> list[dict[str, Any]]:
    """The batches of ledgers whose cases one may read, the last first."""
    rows = (
        Case.objects.filter(source="ledger", came_from__has_key="batch")
        .order_by()
        .annotate(batch=KT("came_from__batch"))
        .values("batch")
        .annotate(
            many=Count("id"),
            void=Count("id", filter=Q(state=State.VOID)),
            one_organ=Min("organ"),
            organs=Count("organ", distinct=True),
            one_procedure=Min("procedure"),
            procedures=Count("procedure", distinct=True),
        )
        .order_by("-batch")[:BATCHES_SHOWN]
    )
    found = list(rows)
    names = organ_names({one["one_organ"] for one in found}, desk.today)
    called = batches_called([one["batch"] for one in found], desk.today)
    return [
        {
            "batch": one["batch"],
            "called": called[one["batch"]],
            "many": one["many"],
            "void": one["void"],
            "organ": names.get(one["one_organ"], ""),
            "organs": one["organs"],
            "named": procedure_name(one["one_procedure"], speech),
            "procedures": one["procedures"],
            "undo": f"{reverse('undo_import')}?{urlencode({'batch': one['batch']})}"
            if one["void"] < one["many"] and desk.may_write(one["one_organ"], one["one_procedure"])
            else "",
        }
        for one in found
    ]
