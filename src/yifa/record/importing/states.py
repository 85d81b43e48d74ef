"""Whether a case that a ledger tells of is done with (办结): by its acts, those recorded beside them, and by which acts
its ledger has a place for at all.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import day_number
from yifa.law.facts import EVERYTHING, Source
from yifa.law.facts import Act as Told
from yifa.law.run.ending import endings
from yifa.record.cases.choices import TAKES_ACTS, State
from yifa.record.cases.columns import act_of, procedure_of
from yifa.record.cases.concluding import state_by
from yifa.record.cases.models import Act, Case
from yifa.record.cases.values import recorded
from yifa.record.importing.incoming import IncomingAct, IncomingCase
from yifa.record.importing.ledgers import source_of
from yifa.record.importing.models import SentLedger


def ledger_of(case: Case) -> Source | None:
    """What the ledger carries that a case came with; None where it came with none."""
    number = case.came_from.get("ledger")
    row = None if number is None else SentLedger.objects.filter(pk=number).first()
    return None if row is None else source_of(str(row.id), row.carries)


def state_told(one: IncomingCase, today: date) -> State:
    """The state of a case that is new."""
    of = endings(one.procedure)
    if of.may_end.isdisjoint([act.kind for act in one.acts]):
        return State.OPEN
    return state_by(one.procedure, _told(one), _source(one), today)


def state_told_again(case: Case, one: IncomingCase, beside: Sequence[Act], today: date) -> State:
    """The state of a case that is told anew, also after it was taken back; `beside`: acts that came from no ledger."""
    if case.state not in (*TAKES_ACTS, State.VOID):
        return State(case.state)
    procedure = procedure_of(case)
    acts = [*_told(one), *(act_of(act, procedure) for act in beside)]
    return state_by(one.procedure, acts, _source(one), today)


def _source(one: IncomingCase) -> Source:
    return EVERYTHING if one.ledger is None else one.ledger.source


def _told(one: IncomingCase) -> list[Told]:
    """The acts that bear on it, as the law reads them; what names somebody bears on nothing."""
    bearing = endings(one.procedure).bearing
    return [_act(act, one.procedure) for act in one.acts if act.kind in bearing]


def _act(act: IncomingAct, procedure: str) -> Told:
    fields = {}
    if act.fields:
        declared = folder(procedure).procedure.vocabulary[act.kind]
        fields = {name: recorded(held, declared[name]) for name, held in json.loads(act.text()).items()}
    return Told(act.kind, None if act.on is None else day_number(act.on), act.minute, fields)
