"""Service (送达): a paper is sent to somebody, and reaches him, or does not; what follows is told before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.documents.forms.filling import filled, places_of
from yifa.interfaces.documents.forms.printing import can_print
from yifa.interfaces.duty_telling import tell_laws
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.declaring import READERS, WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.next_act.effect import effects
from yifa.interfaces.office.next_act.form import Form, form_of
from yifa.interfaces.office.next_act.pages import units
from yifa.interfaces.office.papers.filled_in import (
    Errors,
    file_response,
    found_or_404,
    not_his,
    page_of_case,
    past_day,
    stream_of,
)
from yifa.interfaces.office.papers.forms_in_use import RECEIPT, receipt_form
from yifa.interfaces.office.papers.places import CHINESE, CaseWords, chinese_day
from yifa.interfaces.office.papers.printed import as_pdf
from yifa.interfaces.office.papers.problems import tell_problem
from yifa.interfaces.office.told_papers import means_words, name_of_participant, told_service
from yifa.law.catalogue.serving import Serving
from yifa.oversight.standing.foresight import foresee
from yifa.record.cases.acting import Happening
from yifa.record.cases.choices import Role
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.errors import NeedsReason, NotRecorded, Unlawful
from yifa.record.cases.models import Case, Participant
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Overtaken
from yifa.record.dossiers.leaves import tell_means
from yifa.record.evidence.actions import taken_in
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.models import Item
from yifa.record.papers.choices import Means, ServiceState
from yifa.record.papers.models import Document, Service
from yifa.record.papers.service import begin_service, end_service, fail_service, notice_due, serving_of

_SERVED_ON = (Role.PARTY, Role.THIRD_PARTY, Role.REPRESENTATIVE)


@page(
    "cases/<int:case>/papers/<int:document>/serve/",
    name="serve_paper",
    roles=WRITERS,
    methods=("GET", "POST"),
    writes=True,
)
def serve_paper(request: Asked, case: Case, document: int) -> HttpResponse:
    """Send a paper to somebody: to whom, by which means, on which day."""
    if (refused := not_his(request, case)) is not None:
        return refused
    found, desk, speech = _document(case, document), request.desk, request.speech
    errors: Errors = []
    problem, status = "", 200
    people = _people(case)
    if request.method == "POST":
        on = past_day(request, errors)
        means, grounds = request.POST.get("means", ""), request.POST.get("grounds", "").strip()
        if means not in Means.values:
            errors.append(("means", speech.say("Choose how it is served.")))
        if means == Means.PUBLIC_NOTICE and not grounds:
            errors.append(
                (
                    "grounds",
                    speech.say("By public notice only where nobody can be found, or nothing else worked: say so."),
                )
            )
        to = next((one for one, _ in people if str(one.id) == request.POST.get("to")), None)
        if on < found.issued_on:
            day = speech.day(found.issued_on)
            errors.append(("on", speech.say("It was issued on {day}; it is served on no earlier day.", day=day)))
        if not errors:
            because = request.POST.get("because", "").strip()
            try:
                made = begin_service(found, Means(means), actor=desk.actor(because), on=on, to=to, grounds=grounds)
            except NeedsReason as error:
                law = speech.list([law for one in error.findings for law in tell_laws(one.law, speech)])
                problem = speech.say("It breaks a rule on this day ({law}); say why.", law=law)
            except (ValueError, Overtaken) as error:
                problem = tell_problem(error, speech)
            else:
                messages.success(request, speech.say("On its way: {means}.", means=tell_means(means, speech)))
                return redirect("service", case=case.id, service=made.id)
        status = 409
    told = {
        "document": found,
        "people": people,
        "means": means_words(speech),
        "given": {
            "on": request.POST.get("on", desk.today.isoformat()),
            "means": request.POST.get("means", Means.DIRECT.value),
            "to": request.POST.get("to", str(people[0][0].id) if people else ""),
            "grounds": request.POST.get("grounds", ""),
            "because": request.POST.get("because", ""),
        },
        "public": Means.PUBLIC_NOTICE.value,
        "open": case.takes_acts,
        "errors": errors,
        "problem": problem,
    }
    return page_of_case(request, case, "papers/serve.html", told, status=status)


@page("cases/<int:case>/services/<int:service>/", name="service", roles=WRITERS, methods=("GET", "POST"), writes=True)
def service(request: Asked, case: Case, service: int) -> HttpResponse:
    """A paper on its way: it has reached him, with its receipt, or it has not, with the reason."""
    if (refused := not_his(request, case)) is not None:
        return refused
    found, speech, desk = _service(case, service), request.speech, request.desk
    form = _form(request, found)
    errors: Errors = []
    problem, refused_by = "", []
    if request.method == "POST" and found.state == ServiceState.UNDER_WAY:
        on = past_day(request, errors)
        because, failed = request.POST.get("because", "").strip(), request.POST.get("how") == "failed"
        why = request.POST.get("why", "").strip()
        if failed and not why:
            errors.append(("why", speech.say("Say why it did not reach him.")))
        if not failed and form is not None:
            errors += [one for one in form.errors if one[0] != "on"]
        if on < found.begun_on:
            errors.append(
                ("on", speech.say("It was sent on {day}; expected no earlier day.", day=speech.day(found.begun_on)))
            )
        due = notice_due(found)
        if not failed and due is not None and on < due:
            errors.append(("on", speech.say("The public notice runs until {day}.", day=speech.day(due))))
        if not errors:
            try:
                if failed:
                    fail_service(found, actor=desk.actor(why), on=on)
                else:
                    receipt = _receipt(request, found)
                    fields = _fields(form, serving_of(found.document))
                    end_service(found, actor=desk.actor(because), on=on, fields=fields, receipt=receipt)
            except (NeedsReason, Unlawful) as error:
                refused_by = [_Broken(error, place, request) for place in range(len(error.findings))]
            except (ValueError, Overtaken) as error:
                problem = tell_problem(error, speech)
            else:
                said = (
                    speech.say("Noted: not served.") if failed else speech.say("Served; its terms run from that day.")
                )
                messages.success(request, said)
                return redirect("paper", case=case.id, document=found.document_id)
    asked = bool(errors or problem or refused_by)
    told = {
        "service": found,
        "can_print": can_print(),
        "told": told_service(found, _names(found), desk.today, speech),
        "document": found.document,
        "act": _act_words(request, found),
        "form": form,
        "units": units(speech),
        "effects": _effects(request, found, form),
        "shown": form is not None and form.happening,
        "on": request.POST.get("on", desk.today.isoformat()),
        "why": request.POST.get("why", ""),
        "because": request.POST.get("because", ""),
        "refused": refused_by,
        "errors": errors,
        "problem": problem,
        "open": case.takes_acts,
    }
    return page_of_case(request, case, "papers/service.html", told, status=409 if asked else 200)


class _Broken:
    """A duty that the act of service would break."""

    def __init__(self, error: NeedsReason | Unlawful, place: int, request: Asked) -> None:
        finding, speech = error.findings[place], request.speech
        self.title = finding.title[speech.tag]
        self.law = speech.list(tell_laws(finding.law, speech))
        self.cure = finding.cure.get(speech.tag, "") if finding.cure else ""


@page(
    "cases/<int:case>/services/<int:service>/effect/",
    name="service_effect",
    roles=WRITERS,
    kind=Kind.FRAGMENT,
    methods=("POST",),
)
def service_effect(request: Asked, case: Case, service: int) -> HttpResponse:
    """What being served on this day would do; nothing is recorded."""
    if (refused := not_his(request, case)) is not None:
        return refused
    found = _service(case, service)
    form = _form(request, found)
    told = {"effects": _effects(request, found, form), "shown": form is not None and form.happening, "kept": ""}
    return render(request, "next_act/effect.html", told)


@page(
    "cases/<int:case>/papers/<int:document>/receipt/<slug:which>/",
    name="receipt_form",
    roles=READERS,
    kind=Kind.EXPORT,
)
def receipt(request: Asked, case: Case, document: int, which: str) -> HttpResponse:
    """The proof of service (送达回证), filled as far as it is known, to be signed by whom it is served on."""
    found = _document(case, document)
    of = _meant(found, request.GET.get("service", ""))
    more = {
        "受送达人": "" if of is None else name_of_participant(of.to, _names(of)),
        "送达文书": found.paper,
        "送达文书文号": found.number_text,
        "送达方式": "" if of is None else tell_means(of.means, CHINESE),
        "送达日期": "" if of is None or of.state != ServiceState.SERVED else chinese_day(of.ended_on or of.begun_on),
        "备注": "" if of is None else _noted(of),
    }
    data = receipt_form(case.procedure)
    words = CaseWords(case, request.desk.today, more=more)
    if not more["受送达人"]:
        more["受送达人"] = words.places(["当事人"], {})[0].told
    values = {one.name: one.told for one in words.places(places_of(data), {})}
    made = filled(data, values, blank="")
    name = f"{RECEIPT} {found.paper}"
    if which == "docx":
        return file_response(made, name, "docx")
    pdf = as_pdf(made) if which == "pdf" else None
    if pdf is None:
        raise Http404
    return file_response(pdf, name, "pdf", shown=True)


def _meant(document: Document, asked: str) -> Service | None:
    """The service a proof is for: the one that is named, else the last under way, else the last there was."""
    rows = Service.objects.filter(document=document).select_related("to__party").order_by("id")
    named = rows.filter(pk=int(asked[:18])).first() if asked.isdigit() else None
    return named or rows.filter(state=ServiceState.UNDER_WAY).last() or rows.last()


def _noted(of: Service) -> str:
    """What the record knows beside: when it was sent off, and of a public notice why."""
    sent = f"{chinese_day(of.begun_on)}交付送达"
    return f"{sent}；{of.grounds}" if of.grounds else sent


def _people(case: Case) -> list[tuple[Participant, str]]:
    """Those whom papers are served on, with their names."""
    rows = list(case.participants.filter(last=None, role__in=_SERVED_ON).select_related("party").order_by("id"))
    told = values_of([one.party for one in rows if one.party is not None])
    return [(one, name_of_participant(one, told) or f"#{one.id}") for one in rows if one.party is not None]


def _names(one: Service) -> dict[str, str]:
    return values_of([one.to.party]) if one.to is not None and one.to.party is not None else {}


def _form(request: Asked, one: Service) -> Form | None:
    """The form of the act that a service ends in; none, where its procedure has none."""
    serving = serving_of(one.document)
    if serving is None:
        return None
    given = request.POST if request.method == "POST" else None
    form = form_of(one.document.case, serving.served, given, request.desk.today, request.speech)
    fields = tuple(field for field in form.fields if field.name != serving.means)
    return Form(form.kind, form.on, form.time, form.number, fields, form.happening, form.errors)


def _fields(form: Form | None, serving: Serving | None) -> Mapping[str, Any]:
    if form is None or form.happening is None or serving is None:
        return {}
    return {name: value for name, value in form.happening.fields.items() if name != serving.means}


def _effects(request: Asked, one: Service, form: Form | None) -> list[object]:
    serving = serving_of(one.document)
    if serving is None or form is None or one.state != ServiceState.UNDER_WAY:
        return []
    on = form.happening.on if form.happening is not None else request.desk.today
    fields = dict(_fields(form, serving))
    if serving.means is not None:
        fields[serving.means] = one.means
    happening = Happening(serving.served, on, fields=fields, number=one.document.number_text)
    try:
        return list(effects(foresee(one.document.case, happening, actor=request.desk.actor()), request.speech))
    except NotRecorded:
        return []


def _act_words(request: Asked, one: Service) -> str:
    serving = serving_of(one.document)
    return "" if serving is None else act_name(procedure_of(one.document.case), serving.served, request.speech)


def _receipt(request: Asked, one: Service) -> Item | None:
    """The signed proof of service, taken in."""
    file = request.FILES.get("receipt")
    if file is None:
        return None
    desk, document = request.desk, one.document
    return taken_in(
        document.case,
        stream_of(file),
        f"{RECEIPT}（{document.paper} {document.number_text}）".replace(" ）", "）"),
        Sort.RECEIPT,
        on=desk.today,
        taken_by=desk.officer,
    )


def _document(case: Case, document: int) -> Document:
    found: Document = found_or_404(Document.objects.filter(case=case).select_related("case__organ"), pk=document)
    return found


def _service(case: Case, service: int) -> Service:
    rows = Service.objects.filter(document__case=case).select_related("document__case__organ", "to__party", "receipt")
    found: Service = found_or_404(rows, pk=service)
    return found
