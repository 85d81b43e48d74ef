"""The verbs of service (送达): an episode that begins, and ends with the paper served, or not.

The end is the act the clock reads (决定书送达), recorded with its means; being mailed, a public notice put up and run
out are acts of their own where the procedure has them. A public notice is at its end on the day its law says, and no
sooner. All raise `NotServed` or `NotRecorded`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from yifa.law.catalogue.serving import NOTICE_DAYS, Serving
from yifa.law.duties import Outcome
from yifa.law.run.one_case import engine
from yifa.record.cases.acting import Happening, happened
from yifa.record.cases.columns import facts_of, procedure_of
from yifa.record.cases.concluding import turn
from yifa.record.cases.models import Act, Participant
from yifa.record.cases.naming_nobody import refuse_names
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.evidence.models import Item
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.papers.choices import Means, ServiceState
from yifa.record.papers.errors import NotServed
from yifa.record.papers.models import Document, Service


def serving_of(document: Document) -> Serving | None:
    """How the procedure has the papers of this act served; None where it says nothing."""
    return procedure_of(document.case).services.get(document.act)


def begin_service(
    document: Document, means: Means, *, actor: Actor, on: date, to: Participant | None = None, grounds: str = ""
) -> Service:
    """Send a paper to somebody. By public notice only on `grounds`: what was tried, or that nobody can be found."""
    if on < document.issued_on:
        raise NotServed(f"{_called(document)}: was issued on {document.issued_on}, expected no earlier day; found {on}")
    if to is not None and to.case_id != document.case_id:
        raise NotServed(f"{_called(document)}: served on somebody of another case, expected one of this case")
    if means is Means.PUBLIC_NOTICE and not grounds:
        raise NotServed(
            f"{_called(document)}: by public notice without grounds, expected that the party's whereabouts are unknown "
            "or that other means failed (行政处罚法 61, 民事诉讼法 95)"
        )
    refuse_secrets(grounds)
    refuse_names(document.case, grounds)
    serving = serving_of(document)
    act = _on_the_way(document, serving, means, on, actor)
    with verb_of("service-begun", document.case.organ, actor, on, {"case_number": document.case.number}) as writing:
        if act is not None:
            turn(writing, document.case, writing.insert(act))
        row = Service(document=document, to=to, means=means, begun_on=on, grounds=grounds)
        [row] = writing.insert(row)
    return row


def _on_the_way(document: Document, serving: Serving | None, means: Means, on: date, actor: Actor) -> Act | None:
    """The act that a service begins with, where the procedure has one."""
    if serving is None:
        return None
    if means is Means.MAILED and serving.mailed is not None:
        return _act(document, serving.mailed, on, {}, actor)
    if means is Means.PUBLIC_NOTICE and serving.notice_started is not None:
        known = procedure_of(document.case).vocabulary[serving.notice_started]
        fields = {"grounds_recorded": True} if "grounds_recorded" in known else {}
        return _act(document, serving.notice_started, on, fields, actor)
    return None


def end_service(
    service: Service,
    *,
    actor: Actor,
    on: date,
    fields: Mapping[str, Any] | None = None,
    receipt: Item | None = None,
) -> Service:
    """The paper has reached whom it is for; `fields`: what the act of service says beside its means.

    A `receipt` that was just taken in is written with it.

    The act is recorded as something that happened: raises `NeedsReason` where it broke a duty and nobody says why.
    """
    _under_way(service, on)
    document = service.document
    due = notice_due(service)
    if due is not None and on < due:
        raise NotServed(f"{_called(document)}: the public notice runs until {due}, expected no earlier day; found {on}")
    if receipt is not None and receipt.case_id != document.case_id:
        raise NotServed(f"{_called(document)}: the receipt is a file of another case")
    serving = serving_of(document)
    acts = []
    if serving is not None:
        told = dict(fields or {})
        if serving.means is not None:
            told[serving.means] = str(service.means)
        if due is not None and serving.notice_ended is not None:
            acts.append(_act(document, serving.notice_ended, on, {}, actor))
        acts.append(_act(document, serving.served, on, told, actor))
    with verb_of("service-ended", document.case.organ, actor, on, {"case_number": document.case.number}) as writing:
        made = list(writing.insert(*acts)) if acts else []
        turn(writing, document.case, made)
        if receipt is not None and receipt._state.adding:
            [receipt] = writing.insert(receipt)
        served = made[-1] if made else None
        if serving is not None and serving.served == document.act and document.act_row_id is None and made:
            writing.change(document, act_row=served)
        return writing.change(service, state=ServiceState.SERVED, ended_on=on, receipt=receipt, act_row=served)


def fail_service(service: Service, *, actor: Actor, on: date) -> Service:
    """The paper has not reached him, for a reason that is said; it is tried by other means."""
    _under_way(service, on)
    if not actor.because:
        raise NotServed(f"{_called(service.document)}: not served without a reason, expected one")
    refuse_secrets(actor.because)
    refuse_names(service.document.case, actor.because)
    with verb_of(
        "service-failed", service.document.case.organ, actor, on, {"case_number": service.document.case.number}
    ) as writing:
        return writing.change(service, state=ServiceState.FAILED, ended_on=on, failed_because=actor.because)


def notice_due(service: Service) -> date | None:
    """The day a public notice is at its end, by the duties the procedure names, else after 30 days; None otherwise."""
    if service.means != Means.PUBLIC_NOTICE:
        return None
    serving = serving_of(service.document)
    if serving is not None and serving.notice:
        case = service.document.case
        results = engine(case.procedure).judge(facts_of(case), service.begun_on)
        dues = [
            one.due
            for one in results
            if one.duty in serving.notice and one.due is not None and one.outcome is not Outcome.NOT_APPLICABLE
        ]
        if dues:
            return max(dues)
    return service.begun_on + timedelta(NOTICE_DAYS)


def _act(document: Document, kind: str, on: date, fields: Mapping[str, Any], actor: Actor) -> Act:
    return happened(document.case, Happening(kind, on, fields=fields, number=document.number_text), actor=actor)


def _under_way(service: Service, on: date) -> None:
    if service.state != ServiceState.UNDER_WAY:
        raise NotServed(f"{_called(service.document)}: its service is {service.state}, expected one under way")
    if on < service.begun_on:
        raise NotServed(
            f"{_called(service.document)}: its service began on {service.begun_on}, expected no earlier day; found {on}"
        )


def _called(document: Document) -> str:
    return f"{document.paper} {document.number_text}".rstrip()
