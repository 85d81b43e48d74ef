"""Cases that are written: opened, acts recorded and put right, who takes part, closed and opened again."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import Http404

from yifa.interfaces.api.declaring import WRITERS, route
from yifa.interfaces.api.holders import Asked, Holder
from yifa.interfaces.api.problems import Refused
from yifa.interfaces.api.routes.reading_cases import found_case, router
from yifa.interfaces.api.shapes.cases import (
    ActRecorded,
    ActSent,
    BecauseSent,
    CaseRecorded,
    CaseSent,
    CorrectionSent,
    DaySent,
    HappenedSent,
    ParticipantRecorded,
    ParticipantSent,
)
from yifa.interfaces.api.shapes.fields import Id
from yifa.interfaces.api.speaking import speech_of
from yifa.record.cases import actions
from yifa.record.cases.acting import Happening
from yifa.record.cases.choices import Role
from yifa.record.cases.circles import Member
from yifa.record.cases.models import Act, Case
from yifa.record.cases.people import reference_of
from yifa.record.organs.models import Officer, Organ, Post
from yifa.record.tokens.permits import writes_cases


@route(router, "POST", "/cases", roles=WRITERS, writes=True, answer=CaseRecorded, status=201, refuses=(404,))
def open_case(request: Asked, sent: CaseSent) -> CaseRecorded:
    """Open a case, with what has happened so far."""
    organ = Organ.objects.filter(code=sent.organ).first()
    if organ is None:
        raise Http404
    may_write(request, organ, sent.procedure)
    case = actions.open_case(
        organ,
        sent.procedure,
        sent.number,
        actor=request.auth.actor(),
        on=sent.on,
        title=sent.title,
        came_as=sent.came_as,
        openness=sent.openness,
        openness_ground=sent.openness_ground or "",
        openness_reason=sent.openness_reason,
        known_to=[_member(one) for one in sent.known_to],
        facts=sent.facts,
        acts=[_happening(one) for one in sent.acts],
    )
    return CaseRecorded(id=case.id, version=case.version)


@route(router, "POST", "/cases/{case}/acts", roles=WRITERS, writes=True, answer=ActRecorded, status=201, refuses=(404,))
def record_act(request: Asked, case: Id, sent: ActSent) -> ActRecorded:
    """Record an act that is prepared here; refused where it would break a duty, with its article and the cure."""
    row = _writable(request, case)
    return _recorded(actions.record(row, _happening(sent), actor=request.auth.actor()))


@route(
    router,
    "POST",
    "/cases/{case}/acts/happened",
    roles=WRITERS,
    writes=True,
    answer=ActRecorded,
    status=201,
    refuses=(404,),
)
def record_happened_act(request: Asked, case: Id, sent: HappenedSent) -> ActRecorded:
    """Record an act that has happened, lawful or not; one that broke a duty with a reason, and it is a finding."""
    row = _writable(request, case)
    return _recorded(actions.record_as_happened(row, _happening(sent), actor=request.auth.actor(sent.reason)))


@route(
    router, "POST", "/acts/{act}/correction", roles=WRITERS, writes=True, answer=ActRecorded, status=201, refuses=(404,)
)
def correct_act(request: Asked, act: Id, sent: CorrectionSent) -> ActRecorded:
    """Put an act right that was recorded wrongly: both stay on record, the later one counts."""
    row = _writable_act(request, act)
    return _recorded(actions.correct(row, _happening(sent), actor=request.auth.actor(sent.reason)))


@route(
    router, "POST", "/acts/{act}/withdrawal", roles=WRITERS, writes=True, answer=ActRecorded, status=201, refuses=(404,)
)
def withdraw_act(request: Asked, act: Id, sent: BecauseSent) -> ActRecorded:
    """Say that an act on record did not happen: both stay on record."""
    row = _writable_act(request, act)
    return _recorded(actions.withdraw(row, actor=request.auth.actor(sent.reason)))


@route(
    router,
    "POST",
    "/cases/{case}/participants",
    roles=WRITERS,
    writes=True,
    answer=ParticipantRecorded,
    status=201,
    refuses=(404,),
)
def add_participant(request: Asked, case: Id, sent: ParticipantSent) -> ParticipantRecorded:
    """Let somebody take part in a case: an officer, or an outsider by name and identifier, which are kept apart."""
    row = _writable(request, case)
    officer = None
    if sent.officer is not None:
        officer = Officer.objects.filter(id=sent.officer).first()
        if officer is None:
            raise Http404
    made = actions.take_part(
        row,
        Role(sent.role),
        actor=request.auth.actor(),
        on=sent.on,
        officer=officer,
        name=sent.name or "",
        identifier=sent.identifier,
    )
    return ParticipantRecorded(id=made.id, reference=reference_of(made))


@route(router, "POST", "/cases/{case}/closing", roles=WRITERS, writes=True, answer=CaseRecorded, refuses=(404,))
def close_case(request: Asked, case: Id, sent: DaySent) -> CaseRecorded:
    """Close a case: it takes no more acts until it is opened again."""
    made = actions.close(_writable(request, case), actor=request.auth.actor(), on=sent.on)
    return CaseRecorded(id=made.id, version=made.version)


@route(router, "POST", "/cases/{case}/reopening", roles=WRITERS, writes=True, answer=CaseRecorded, refuses=(404,))
def reopen_case(request: Asked, case: Id, sent: BecauseSent) -> CaseRecorded:
    """Open a closed case again, for a reason."""
    row = _writable(request, case)
    made = actions.reopen(row, actor=request.auth.actor(sent.reason), on=request.auth.today)
    return CaseRecorded(id=made.id, version=made.version)


_MEMBERS: Mapping[str, type[Officer | Post | Organ]] = {"officer": Officer, "post": Post, "organ": Organ}


def _member(said: str) -> Member:
    """Who may know of a matter. Raises 404."""
    kind = said.rstrip("0123456789")
    found = _MEMBERS[kind]._default_manager.filter(id=int(said[len(kind) :])).first()
    if found is None:
        raise Http404
    return found


def _happening(sent: ActSent) -> Happening:
    return Happening(sent.kind, sent.on, sent.minute, sent.fields, sent.number)


def _writable(request: Asked, id_: int) -> Case:
    """A case that may be read and written. Raises 404, or `Refused`."""
    case = found_case(request, id_)
    may_write(request, case.organ, case.procedure)
    return case


def _writable_act(request: Asked, id_: int) -> Act:
    act = Act.objects.select_related("case__organ").filter(id=id_).first()
    if act is None:
        raise Http404
    may_write(request, act.case.organ, act.case.procedure)
    return act


def may_write(request: Asked, organ: Organ, procedure: str) -> None:
    """Raise `Refused` unless who asks writes cases of an organ under a procedure."""
    holder: Holder = request.auth
    if not writes_cases(holder.held, organ.id, procedure):
        say = speech_of(request).say
        detail = say(
            "Cases of {organ} under {procedure} are written by those who handle them there.",
            organ=organ.code,
            procedure=procedure,
        )
        raise Refused(403, "no-role", say("Not for this role"), detail)


def _recorded(act: Act) -> ActRecorded:
    """The act with its place in the chain."""
    entry = act.told_in
    if entry is None:
        raise RuntimeError(f"act {act.id}: no entry tells of it")
    return ActRecorded(id=act.id, case=act.case_id, organ=entry.organ, entry=entry.number, digest=entry.digest)
