"""Cases that may be read: list, one, acts, who takes part, what the duties come to, and the proof of an act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404
from ninja import Router

from yifa.interfaces.api.declaring import READERS, route
from yifa.interfaces.api.holders import Asked
from yifa.interfaces.api.shapes.cases import (
    ActList,
    ActShape,
    CasePage,
    CaseShape,
    DutyList,
    DutyShape,
    ParticipantList,
    ParticipantShape,
    StateWord,
)
from yifa.interfaces.api.shapes.chain import ProofShape
from yifa.interfaces.api.shapes.fields import After, Code, Day, Id, Many, Number, Word
from yifa.interfaces.api.speaking import speech_of
from yifa.interfaces.case_telling import caution, tell_verdict
from yifa.interfaces.duty_telling import tell_laws
from yifa.law.run.findings import written
from yifa.law.run.one_case import engine
from yifa.law.run.story import ToldDuty, tell_case
from yifa.ledgers.identifiers import mask
from yifa.record.access.readings import note_reading, why_noted
from yifa.record.cases.circles import tokens
from yifa.record.cases.columns import facts_of, standing
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.cases.people import reference_of
from yifa.record.chain.chained import values_of
from yifa.record.chain.proving import entry_of, proof
from yifa.record.deliveries.events import may_be_read
from yifa.record.jobs import moments
from yifa.record.scope import Remembered
from yifa.wording import Language

router = Router(tags=["cases"])


@route(router, "GET", "/cases", roles=READERS, answer=CasePage)
def list_cases(
    request: Asked,
    organ: Code | None = None,
    procedure: Word | None = None,
    state: StateWord | None = None,
    number: Number | None = None,
    opened_from: Day | None = None,
    opened_to: Day | None = None,
    after: After = 0,
    limit: Many = 50,
) -> CasePage:
    """List the cases that this token may read, in the order in which they came into the record.

    Ask with `after` set to what `next` said until it says nothing: no case is left out, however many come meanwhile.
    """
    asked = {
        "organ__code": organ,
        "procedure": procedure,
        "state": state,
        "number": number,
        "opened__gte": opened_from,
        "opened__lte": opened_to,
    }
    rows = Case.objects.filter(id__gt=after, **{name: value for name, value in asked.items() if value is not None})
    page = list(rows.select_related("organ").order_by("id")[: limit + 1])
    return CasePage(cases=told_cases(page[:limit]), next=page[limit - 1].id if len(page) > limit else None)


@route(router, "GET", "/cases/{case}", roles=READERS, answer=CaseShape, refuses=(404,))
def read_case(request: Asked, case: Id) -> CaseShape:
    """Read one case."""
    return told_cases([found_case(request, case)])[0]


@route(router, "GET", "/cases/{case}/acts", roles=READERS, answer=ActList, refuses=(404,))
def list_acts(request: Asked, case: Id) -> ActList:
    """List the acts of a case, also those that were put right later."""
    acts = list(found_case(request, case).acts.order_by("id"))
    stands = {one.id for one in standing(acts)}
    return ActList(acts=[_act(one, one.id in stands) for one in acts])


@route(router, "GET", "/cases/{case}/participants", roles=READERS, answer=ParticipantList, refuses=(404,))
def list_participants(request: Asked, case: Id) -> ParticipantList:
    """List who takes part in a case; names are masked."""
    rows = list(found_case(request, case).participants.select_related("officer", "party").order_by("id"))
    people = [one.officer or one.party for one in rows]
    names = values_of([one for one in people if one is not None])
    return ParticipantList(participants=[_participant(one, names) for one in rows])


@route(router, "GET", "/cases/{case}/duties", roles=READERS, answer=DutyList, refuses=(404,))
def judge_case(request: Asked, case: Id, as_of: Day | None = None) -> DutyList:
    """Say what the duties of a case come to: as of today, or as of a day.

    What the machine says is a clue, going by what is on record; a person decides.
    """
    speech, row = speech_of(request), found_case(request, case)
    day = as_of or request.auth.today
    story = tell_case(engine(row.procedure), facts_of(row), day)
    return DutyList(
        case=row.id,
        as_of=day,
        duties=[_duty(one, speech) for one in story.duties],
        not_applicable=story.not_applicable,
        caution=caution(speech),
    )


@route(router, "GET", "/acts/{act}/proof", roles=READERS, answer=ProofShape, refuses=(404,))
def prove_act(request: Asked, act: Id) -> ProofShape:
    """Give the proof that an act stands on the chain under a seal; anybody can verify it without us.

    The proof shows the whole entry: it is given to who may read all of the case that was written with the act.
    """
    row = Act.objects.select_related("case__organ").filter(id=act).first()
    if row is None:
        raise Http404
    entry = entry_of(row.case.organ.code, Act._meta.db_table, row.id)
    if entry is None or not may_be_read(entry.text, of_cases=True):
        raise Http404
    note(request, row.case)
    found = proof(entry)
    return ProofShape(
        organ=entry.organ,
        number=entry.number,
        digest=entry.digest,
        sealed=found is not None,
        text="" if found is None else found.text,
    )


_BY_NUMBER = Remembered(lambda id_: Case.objects.select_related("organ").filter(id=id_), int)


def found_case(request: Asked, id_: int) -> Case:
    """A case that may be read, or nothing of the kind; of a sensitive one it is noted who did."""
    found = _BY_NUMBER(id_)
    if not found:
        raise Http404
    note(request, found[0])
    return found[0]


def note(request: Asked, case: Case) -> None:
    """Note that a sensitive case was read, as it is where somebody reads it at his desk."""
    holder = request.auth
    how = why_noted(holder.officer, case, holder.scope)
    if how is not None:
        note_reading(holder.officer, case, how, moments.now())


def told_cases(cases: Sequence[Case]) -> list[CaseShape]:
    """Cases as they are told."""
    titles = values_of(cases)
    return [
        CaseShape(
            id=one.id,
            organ=one.organ.code,
            procedure=one.procedure,
            number=one.number,
            came_as=one.came_as,
            title=titles.get(one.title, ""),
            opened=one.opened,
            state=one.state,
            openness=one.openness,
            openness_ground=one.openness_ground,
            known_to=list(tokens(one.circle)),
            facts=one.facts,
            version=one.version,
        )
        for one in cases
    ]


def _act(one: Act, stands: bool) -> ActShape:
    return ActShape(
        id=one.id,
        kind=one.kind,
        on=one.on,
        minute=one.minute,
        number=one.number,
        fields=one.fields,
        recorded_at=one.recorded_at,
        recorded_by=one.recorded_by,
        reason=one.reason,
        corrects=one.corrects_id,
        withdrawn=one.withdrawn,
        stands=stands,
    )


def _participant(one: Participant, names: dict[str, Any]) -> ParticipantShape:
    who = one.officer or one.party
    name = "" if who is None else names.get(who.name, "")
    return ParticipantShape(
        id=one.id,
        role=one.role,
        reference=reference_of(one),
        name=mask(name, "name"),
        first=one.first,
        last=one.last,
    )


def _duty(one: ToldDuty, speech: Language) -> DutyShape:
    finding, result = one.finding, one.finding.result
    tag = "zh" if speech.tag == "zh" else "en"
    return DutyShape(
        duty=result.duty,
        subject=result.subject,
        title=finding.title[tag],
        light=one.light.value,
        outcome=result.outcome.word,
        finding=result.finding.word if result.finding else None,
        verdict=tell_verdict(one, speech),
        law=tell_laws(finding.law, speech),
        due=written(result.due),
        due_earliest=written(result.earliest) if result.provisional else None,
        cure=finding.cure.get(tag, ""),
    )
