"""A case handed over to another organ (移送): sent with its ground, received with a receipt (回执), or declined."""

from __future__ import annotations

from django.http import HttpResponse

from yifa.interfaces.office.amending.forms import Errors, chosen, day_typed, done, form, kept_out, noted, typed
from yifa.interfaces.office.amending.refusals import Refusal
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import organ_names
from yifa.record.cases.models import Case, Transfer
from yifa.record.cases.transfers import decline, receive
from yifa.record.cases.transfers import transfer as send
from yifa.record.organs.models import Organ


@page("cases/<int:case>/amend/transfer/", name="transfer", roles=WRITERS, methods=("GET", "POST"), writes=True)
def transfer(request: Asked, case: Case) -> HttpResponse:
    """Send a case to the organ whose it is, with the ground."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    desk, say = request.desk, request.speech.say
    errors: Errors = []
    refusal: Refusal | None = None
    lasting = Organ.objects.filter(last=None).exclude(id=case.organ_id)
    names = organ_names(lasting.values_list("id", flat=True), desk.today)
    handed_over = Transfer.objects.filter(arrived=case).exists()
    told = typed(request, "ground", "because")
    if request.method == "POST":
        to = lasting.filter(id=chosen(request, "to")).first()
        on = day_typed(request, errors)
        if to is None:
            errors.append(("to", say("Choose the organ.")))
        if not told["ground"]:
            errors.append(("ground", say("Say why the case is that organ's.")))
        if handed_over and not told["because"]:
            refusal = Refusal(
                say("The case was handed over to this organ itself; it is not handed on."),
                "市场监督管理行政处罚程序规定 14",
                say("Ask the common superior to designate who has it, and say so as the reason."),
                say("the common superior of both organs"),
            )
        if not errors and refusal is None and to is not None:
            organ = to
            refusal = done(request, lambda: send(case, organ, told["ground"], actor=desk.actor(told["because"]), on=on))
            if refusal is None:
                return noted(request, say("Sent; it waits for the receipt of the other organ."), "case", case)
    return form(
        request,
        case,
        "transfer",
        errors=errors,
        refusal=refusal,
        organs=sorted((name, id_) for id_, name in names.items()),
        handed_over=handed_over,
        is_open=case.takes_acts,
        sent=_sent(request, case),
    )


def _sent(request: Asked, case: Case) -> list[dict[str, str]]:
    """How the case was handed over before, or is."""
    speech = request.speech
    rows = list(Transfer.objects.filter(case=case).order_by("-id"))
    names = organ_names({one.to_id for one in rows}, request.desk.today)
    return [
        {
            "to": names.get(one.to_id, ""),
            "on": speech.day(one.sent_on),
            "ground": one.ground,
            "answered": "" if one.answered_on is None else speech.day(one.answered_on),
            "receipt": one.receipt,
            "declined": one.declined,
        }
        for one in rows
    ]


@page("cases/<int:case>/amend/receipt/", name="receipt", roles=WRITERS, methods=("GET", "POST"), writes=True)
def receipt(request: Asked, case: Case) -> HttpResponse:
    """Receive a case that was sent here, under a number of one's own; or decline it, with the reason."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    desk, say = request.desk, request.speech.say
    errors: Errors = []
    refusal: Refusal | None = None
    row = Transfer.objects.filter(arrived=case, answered_on=None).first()
    told = typed(request, "number", "receipt", "because")
    if request.method == "POST":
        on = day_typed(request, errors)
        declining = request.POST.get("how") == "decline"
        if declining and not told["because"]:
            errors.append(("because", say("Say why it is not received.")))
        if not declining:
            for name, words in (
                ("number", say("The number is missing.")),
                ("receipt", say("The number of the receipt is missing.")),
            ):
                if not told[name]:
                    errors.append((name, words))
            same = Case.objects.filter(organ=case.organ_id, procedure=case.procedure, number=told["number"])
            if same.exclude(id=case.id).exists():
                errors.append(("number", say("There is a case with this number already.")))
        if not errors and declining:
            refusal = done(request, lambda: decline(case, actor=desk.actor(told["because"]), on=on))
        elif not errors:
            refusal = done(request, lambda: receive(case, told["number"], told["receipt"], actor=desk.actor(), on=on))
        if not errors and refusal is None:
            return noted(request, say("Declined.") if declining else say("Received."), "case", case)
    sent_on = "" if row is None else request.speech.day(row.sent_on)
    return form(request, case, "receipt", errors=errors, refusal=refusal, row=row, sent_on=sent_on)
