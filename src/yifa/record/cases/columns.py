"""What the law reads of a case: its acts as they stand after all corrections, what the lists of its organ tell beside
them, its organ, and who held a certificate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, DateField, F, QuerySet, Value
from django.db.models.functions import Cast

from yifa.law import facts
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import day_number
from yifa.law.facts import Plain, Profile, Register
from yifa.law.facts.case_format import with_counted
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.cases.people import parts_of, registers_of
from yifa.record.cases.values import recorded
from yifa.record.lists.feeding import with_lists
from yifa.record.organs.models import Organ, OrganProfile
from yifa.record.scope import Remembered


def procedure_of(case: Case) -> Procedure:
    """The procedure of a case."""
    return folder(case.procedure).procedure


def standing(acts: Iterable[Act]) -> list[Act]:
    """The acts as they stand: those that no later one corrects, without those withdrawn."""
    told = list(acts)
    corrected = {one.corrects_id for one in told if one.corrects_id is not None}
    return [one for one in told if one.id not in corrected and not one.withdrawn]


def facts_of(
    case: Case, acts: Sequence[Act] | None = None, *, known_at: datetime | None = None, named: bool = False
) -> facts.Case:
    """A case as the law reads it; `acts`: these instead of those recorded; `known_at`: as known at a moment.

    `named`: acts are told by their numbers in the record, not by their order among those of their kind.
    """
    told = acts_of(case) if acts is None else list(acts)
    if known_at is not None:
        told = [one for one in told if one.recorded_at <= known_at]
    return _facts(case, told, *_beside(case), named=named)


_ACTS = Remembered(lambda case: Act.objects.filter(case=case).order_by("id"), int)


def acts_of(case: Case) -> list[Act]:
    """All acts of a case, as they were recorded one after the other."""
    found = _ACTS(case.id)
    for one in found:
        one.case = case
    return found


def _asked_beside(case: int, organ: int) -> QuerySet[Any, Any]:
    """Who takes part in a case (kind 1), and the sectors and places of its organ (kind 2); in no order."""
    no_number, no_day = Cast(Value(None), BigIntegerField()), Cast(Value(None), DateField())
    kind = [Value(one, BigIntegerField()) for one in (1, 2)]
    part = (F("id"), F("officer_id"), F("party_id"), Value(""), no_day, no_day)
    sector = (F("id"), no_number, no_number, F("profile"), F("first"), F("last"))
    sectors = OrganProfile.objects.filter(organ=organ).order_by().values_list(kind[1], *sector)
    return Participant.objects.filter(case=case).order_by().values_list(kind[0], *part).union(sectors, all=True)


_BESIDE = Remembered(_asked_beside, int, int)


def _beside(case: Case) -> tuple[facts.Organ, Register]:
    """The organ of a case, and who of it held a certificate when."""
    rows = sorted(_BESIDE(case.id, case.organ_id), key=lambda row: row[:2])
    parts = [(officer, party) for kind, _, officer, party, *_ in rows if kind == 1]
    sectors = sorted((row[4:] for row in rows if row[0] == 2), key=lambda sector: sector[1])
    organ = facts.Organ(case.organ.code, tuple(Profile(*one) for one in sectors))
    return organ, registers_of([case], {case.id: parts})[case.id]


def facts_of_many(cases: Sequence[Case]) -> Iterator[tuple[Case, list[Act], facts.Case]]:
    """Cases with all their acts, and as the law reads them; acts are told by their numbers in the record."""
    acts: dict[int, list[Act]] = {one.id: [] for one in cases}
    for act in Act.objects.filter(case__in=list(acts)).order_by("id"):
        acts[act.case_id].append(act)
    registers, organs = registers_of(cases, parts_of(cases)), organs_of({one.organ for one in cases})
    for case in cases:
        told = acts[case.id]
        yield case, told, _facts(case, told, organs[case.organ_id], registers[case.id], named=True)


def _facts(case: Case, told: Sequence[Act], organ: facts.Organ, register: Register, *, named: bool) -> facts.Case:
    procedure = procedure_of(case)
    declared = procedure.attributes.get("case", {})
    attributes: dict[str, Plain] = {}
    for name, held in case.facts.items():
        value = recorded(held, declared[name].declared) if name in declared else None
        attributes[name] = value if isinstance(value, int | str) else None
    return facts.Case(
        id=case.number,
        procedure=case.procedure,
        acts=_acts_of(case, told, procedure, named=named),
        organ=organ,
        attributes=attributes,
        register=register,
    )


def facts_with(case: Case, act: Act) -> tuple[facts.Case, Callable[[], facts.Case]]:
    """A case with an act that is not recorded yet, and what tells it without; acts told by their numbers."""
    told = acts_of(case)
    after = facts_of(case, [*told, act], named=True)
    return after, lambda: replace(after, acts=_acts_of(case, told, procedure_of(case), named=True))


def _acts_of(case: Case, told: Sequence[Act], procedure: Procedure, *, named: bool) -> tuple[facts.Act, ...]:
    acts = [act_of(one, procedure, named=named) for one in standing(told)]
    return with_counted(with_lists(acts, case.organ, procedure, named=named), procedure)


def act_of(act: Act, procedure: Procedure, *, named: bool = False) -> facts.Act:
    """An act as the law reads it; one that is not recorded yet is named `new`."""
    declared = procedure.vocabulary[act.kind]
    fields = {name: recorded(held, declared[name]) for name, held in act.fields.items()}
    day = None if act.on is None else day_number(act.on)
    return facts.Act(act.kind, day, act.minute, fields, None, str(act.id or "new") if named else None)


def organs_of(organs: Iterable[Organ]) -> dict[int, facts.Organ]:
    """Organs with their sectors and places, as long as they had them; by their ids."""
    asked = {one.id: one.code for one in organs}
    profiles: dict[int, list[Profile]] = {id_: [] for id_ in asked}
    rows = OrganProfile.objects.filter(organ__in=list(asked)).order_by("first")
    for id_, profile, first, last in rows.values_list("organ_id", "profile", "first", "last"):
        profiles[id_].append(Profile(profile, first, last))
    return {id_: facts.Organ(code, tuple(profiles[id_])) for id_, code in asked.items()}
