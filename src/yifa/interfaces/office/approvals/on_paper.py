"""What was signed on paper: one step of a sheet, or a whole sheet that went round on paper, with its scan.

Who signed, as what, on which day and with which words is written down; the scan lies in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect

from yifa.interfaces.office.approvals.drawing_up import another_way, drawn, missing
from yifa.interfaces.office.approvals.scans import keep_scan
from yifa.interfaces.office.approvals.way import Way, posts_of, way_of
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.errors import no_permission
from yifa.interfaces.office.next_act.form import form_of
from yifa.interfaces.office.next_act.pages import told_problem
from yifa.interfaces.office.next_act.typed import given_of
from yifa.interfaces.office.way_words import tell_step
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.drafts import draft_of, drop_draft
from yifa.record.cases.errors import NotRecorded, StateSecret
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.despatch.approvals import Signature, record_paper_sheet, record_signed_on_paper
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.errors import NotDespatched, NotTheWay
from yifa.record.despatch.models import Sheet, Step
from yifa.record.despatch.ways import approval_of, check_way
from yifa.record.organs.models import Delegation, Officer, Post
from yifa.record.tokens.permits import writer_of
from yifa.wording import Language


def signers(steps: Iterable[Step], speech: Language) -> list[tuple[str, str]]:
    """Who may have signed the open steps on paper: the holder of each post, and whom he named to stand in."""
    rows = list(steps)
    found: list[tuple[Step, Officer]] = [(one, one.post.officer) for one in rows]
    for one in Delegation.objects.filter(post__in=[step.post_id for step in rows]).select_related("to"):
        found += [(step, one.to) for step in rows if step.post_id == one.post_id and step.post.officer_id != one.to_id]
    names = values_of([officer for _, officer in found])
    told = []
    for step, officer in found:
        role, name = tell_step(StepRole(step.role), speech), names.get(officer.name) or officer.number
        told.append((f"{step.id}-{officer.id}", f"{role} · {step.post.title} · {name}"))
    return told


def signed_on_paper(request: Asked, sheet: Sheet) -> str:
    """Record that an open step was signed on paper; why it could not be recorded, where it could not."""
    desk, speech, say = request.desk, request.speech, request.speech.say
    step_id, _, officer_id = request.POST.get("signer", "").partition("-")
    step = sheet.steps.filter(id=int(step_id) if step_id.isdigit() else 0, state="open").first()
    officer = Officer.objects.filter(id=int(officer_id)).first() if officer_id.isdigit() else None
    on = day_of(request.POST.get("on", ""))
    if step is None or officer is None:
        return say("Choose who signed.")
    if on is None or not sheet.drawn_on <= on <= desk.today:
        return say("The day of the signature is missing, or lies before the sheet was drawn up or after today.")
    digest, problem = keep_scan(sheet.case, sheet.act, request.FILES.get("scan"), desk, on, speech)
    if problem:
        return problem
    opinion = request.POST.get("opinion", "").strip()
    try:
        record_signed_on_paper(step, opinion, officer=officer, scan=digest, actor=desk.actor(), on=on)
    except StateSecret:
        return say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept.")
    except NotDespatched:
        return say("Who signed was neither the holder of the post on that day nor stood in for him.")
    return ""


@page(
    "cases/<int:case>/acts/<slug:kind>/paper-sheet/",
    name="paper_sheet",
    roles=WRITERS,
    methods=("GET", "POST"),
    writes=True,
)
def paper_sheet(request: Asked, case: Case, kind: str) -> HttpResponse:
    """Record a whole sheet that went round on paper: who signed as what on which day, and its scan."""
    desk, speech = request.desk, request.speech
    if kind not in procedure_of(case).acts:
        raise Http404
    if not desk.may_write(case.organ_id, case.procedure):
        return no_permission(request, [writer_of(case.procedure)])
    given = request.POST if request.method == "POST" else given_of(draft_of(case, kind, desk.officer))
    form = form_of(case, kind, given, desk.today, speech, dated=False)
    way = way_of(case, kind, given, desk, speech, approval_of(case, kind))
    told: dict[str, Any] = {
        "days": _typed(way, given, "day"),
        "words": _typed(way, given, "words"),
        "by": _typed(way, given, "by"),
        "stand_ins": _stand_ins(case),
        "today": desk.today.isoformat(),
    }
    template = "approvals/paper_sheet.html"
    if request.method != "POST":
        return drawn(request, case, form, way, template=template, **told)
    errors = [*form.errors, *missing(way, request.POST, speech)]
    signed = _signatures(request, case, way, errors)
    if not errors:
        fields = {} if form.happening is None else form.happening.fields
        errors = _recorded(request, case, kind, signed, fields)
    if errors:
        return drawn(request, case, form, way, errors, template=template, **told)
    drop_draft(case, kind, desk.officer)
    messages.success(request, speech.say("The sheet signed on paper is recorded."))
    return redirect("case", case=case.id)


def _typed(way: Way, given: QueryDict | None, what: str) -> dict[str, str]:
    return {one.name: "" if given is None else str(given.get(f"{one.name}-{what}", "")) for one in way.steps}


def _signatures(request: Asked, case: Case, way: Way, errors: list[tuple[str, str]]) -> list[Signature]:
    """The signatures as they were typed; what is missing is put to the errors."""
    desk, say = request.desk, request.speech.say
    posts = posts_of(case, desk)
    found = []
    for one, step in zip(way.steps, way.declared.steps, strict=True):
        if one.chosen is None:
            continue
        on = day_of(request.POST.get(f"{one.name}-day", ""))
        if on is None or on > desk.today:
            errors.append(
                (f"{one.name}-day", say("The day of a signature is missing or lies ahead: {role}", role=one.role))
            )
            continue
        post: Post = posts[one.chosen]
        words = request.POST.get(f"{one.name}-words", "").strip()
        by = _signer(post, request.POST.get(f"{one.name}-by", ""))
        if by is None:
            errors.append((f"{one.name}-by", say("Who signed did not stand in for the holder of the post.")))
            continue
        found.append(Signature(StepRole(step.role), post, by, on, words))
    if [one.on for one in found] != sorted(one.on for one in found):
        errors.append(("step-0-day", say("The signatures are not in the order of their days.")))
    return found


def _signer(post: Post, number: str) -> Officer | None:
    """Who signed: the holder of a post, or whom it was delegated to at some time; None for anybody else."""
    if not number.isdigit() or int(number) == post.officer_id:
        return post.officer
    found = Delegation.objects.filter(post=post, to_id=int(number)).select_related("to").first()
    return None if found is None else found.to


def _stand_ins(case: Case) -> list[tuple[int, str]]:
    """Those to whom posts of the organ were delegated: they may have signed in the place of a holder."""
    rows = list({one.to_id: one.to for one in _delegations(case)}.values())
    names = values_of(rows)
    return [(one.id, f"{names.get(one.name) or one.number}（{one.number}）") for one in rows]


def _delegations(case: Case) -> QuerySet[Delegation]:
    return Delegation.objects.filter(post__organ=case.organ_id).select_related("to").order_by("id")


def _recorded(
    request: Asked, case: Case, kind: str, signed: Sequence[Signature], fields: object
) -> list[tuple[str, str]]:
    """Record the sheet; what speaks against it, where something does. The way is looked at before the scan is kept."""
    desk, speech = request.desk, request.speech
    proposal, because = (request.POST.get(name, "").strip() for name in ("proposal", "because"))
    try:
        check_way(case, kind, [(one.role, (one.post,)) for one in signed], desk.today, because=because)
    except NotTheWay:
        return [("because", another_way(case, kind, desk.today, speech))]
    except NotDespatched:
        return [("step-0", speech.say("Somebody is to be asked at every step, and the last one signs."))]
    digest, problem = keep_scan(case, kind, request.FILES.get("scan"), desk, signed[-1].on, speech)
    if problem:
        return [("scan", problem)]
    try:
        record_paper_sheet(
            case,
            kind,
            proposal,
            signed,
            drawn_by=desk.officer,
            scan=digest,
            actor=desk.actor(because),
            on=desk.today,
            fields=fields,  # type: ignore[arg-type]  # as the form of the act read them
        )
    except NotRecorded as error:
        return [("", told_problem(error, speech))]
    return []


def day_of(text: str) -> date | None:
    """A day as it was typed; None where it cannot be read."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
