"""Batches of cases that another system keeps and sends as they stand now, taken in at once; and taken back."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import Http404
from ninja import Router

from yifa.interfaces.api.declaring import WRITERS, route
from yifa.interfaces.api.holders import Asked
from yifa.interfaces.api.routes.writing_cases import may_write
from yifa.interfaces.api.shapes.cases import BecauseSent
from yifa.interfaces.api.shapes.fields import BatchName
from yifa.interfaces.api.shapes.imports import BatchSent, BatchTaken, BatchUndone, ImportedAct, ImportedCase, LeftOut
from yifa.law.catalogue.folders import UnknownProcedure, folder
from yifa.law.catalogue.procedures import Procedure
from yifa.record.cases.errors import NoSuchAct
from yifa.record.cases.models import Case
from yifa.record.cases.people import naming_fields
from yifa.record.cases.values import kept
from yifa.record.chain.canonical import canonical, quoted
from yifa.record.importing.incoming import IncomingAct, IncomingCase
from yifa.record.importing.undoing import undo
from yifa.record.importing.writing_cases import import_cases
from yifa.record.organs.models import Organ

router = Router(tags=["imports"])
SOURCE = "api"
"""What stands in place of a file with what came this way."""


@route(router, "POST", "/imports", roles=WRITERS, writes=True, answer=BatchTaken, refuses=(404,))
def import_batch(request: Asked, sent: BatchSent) -> BatchTaken:
    """Take in up to 500 cases as another system tells of them now.

    What came before and is unchanged is passed over; what changed is put right by correction acts, what is told no more
    is withdrawn. Importing never gates: what has happened has happened. All of it or nothing, but for cases that bear a
    mark of a state secret or name a party that was forgotten: nothing of these is kept, and `left_out` names them.
    """
    for code, procedure in sorted({(one.organ, one.procedure) for one in sent.cases}):
        organ = Organ.objects.filter(code=code).first()
        if organ is None:
            raise Http404
        may_write(request, organ, procedure)
    cases = [_case(one, place) for place, one in enumerate(sent.cases, 1)]
    in_order = sorted(cases, key=lambda one: (one.organ, one.procedure))
    twice = [
        key for key, same in groupby(sorted((one.organ, one.procedure, one.number) for one in cases)) if _two(same)
    ]
    if twice:
        raise NoSuchAct(f"batch {sent.batch}: case {twice[0][2]} twice, expected every case once")
    found = import_cases(in_order, sent.batch, actor=request.auth.actor())
    return BatchTaken(
        batch=sent.batch,
        new=found.new,
        changed=found.changed,
        unchanged=found.unchanged,
        acts=found.acts,
        withdrawn=found.withdrawn,
        left_out=[
            *(LeftOut(place=row, why="state-secret") for *_, row in found.secret),
            *(LeftOut(place=row, why="party-forgotten") for *_, row in found.forgotten),
        ],
        named=[row for *_, row in found.named],
    )


@route(router, "POST", "/imports/{batch}/undoing", roles=WRITERS, writes=True, answer=BatchUndone, refuses=(404,))
def undo_batch(request: Asked, batch: BatchName, sent: BecauseSent) -> BatchUndone:
    """Take back what came with a batch, by correction acts: its cases say what they said before, or are void.

    Nothing vanishes. A case in which somebody worked since is left as it is, and told.
    """
    of = Case.objects.filter(came_from__batch=batch).values_list("organ", "procedure").distinct().order_by()
    pairs = list(of)
    if not pairs:
        raise Http404
    organs = {one.id: one for one in Organ.objects.filter(id__in=[organ for organ, _ in pairs])}
    for organ, procedure in pairs:
        may_write(request, organs[organ], procedure)
    found = undo(batch, actor=request.auth.actor(sent.reason))
    return BatchUndone(
        batch=batch, withdrawn=found.withdrawn, brought_back=found.brought_back, worked_on=found.worked_on
    )


def _two(same: Any) -> bool:
    return sum(1 for _ in same) > 1


def _case(one: ImportedCase, place: int) -> IncomingCase:
    try:
        procedure = folder(one.procedure).procedure
    except UnknownProcedure as error:
        raise NoSuchAct(str(error)) from None
    declared = procedure.attributes.get("case", {})
    facts = {}
    for name, value in one.facts.items():
        if name not in declared:
            raise NoSuchAct(f"{procedure.id}: a case has no fact {name!r}")
        facts[name] = _kept(f"{procedure.id}, case.{name}", value, declared[name].declared)
    return IncomingCase(
        organ=one.organ,
        procedure=one.procedure,
        number=one.number,
        facts=facts,
        acts=tuple(_act(act, procedure) for act in one.acts),
        file=SOURCE,
        sheet="",
        row=place,
        party=(one.party_name, one.party_identifier) if one.party_name else ("", ""),
    )


def _act(one: ImportedAct, procedure: Procedure) -> IncomingAct:
    """An act as importing takes it: whom it names stands apart from its fields."""
    if one.kind not in procedure.acts:
        known = ", ".join(sorted(procedure.acts))
        raise NoSuchAct(f"{procedure.id}: has no act {one.kind!r}, expected one of {known}")
    if one.minute is not None and one.on is None:
        raise NoSuchAct(f"{one.kind}: has a time and no day, expected both")
    declared, naming = procedure.vocabulary[one.kind], naming_fields(procedure.id)
    made = IncomingAct(one.kind, one.on, one.minute, one.number)
    for name, value in sorted(one.fields.items()):
        if name not in declared or (one.kind, name) in naming:
            raise NoSuchAct(f"{one.kind}: has no field {name!r} that names nobody; who is named stands under people")
        held = _kept(f"{one.kind}.{name}", value, declared[name])
        made.fields.append((name, f"{quoted(name)}:{canonical(held)}"))
    for name, names in one.people.items():
        kind = naming.get((one.kind, name))
        if kind is None or not names:
            raise NoSuchAct(f"{one.kind}: has no field {name!r} that names somebody")
        if kind == "person":
            made.people[name] = tuple(names)
        else:
            made.parties[name] = names[0]
    return made


def _kept(where: str, value: Any, declared: Any) -> Any:
    try:
        return kept(value, declared)
    except ValueError as error:
        raise NoSuchAct(f"{where}: {error}") from None
