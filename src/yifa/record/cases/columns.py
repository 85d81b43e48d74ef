"""What the law reads of a case: its acts as they stand after all corrections, what the lists of its organ tell beside
them, its organ, and who held a certificate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from yifa.law import facts
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import day_number
from yifa.law.facts import Plain, Profile
from yifa.law.facts.case_format import with_counted
from yifa.record.cases.models import Act, Case
from yifa.record.cases.people import register_of
from yifa.record.cases.values import recorded
from yifa.record.lists.feeding import with_lists
from yifa.record.organs.models import Organ, OrganProfile


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
    procedure = procedure_of(case)
    told = list(case.acts.order_by("id")) if acts is None else list(acts)
    if known_at is not None:
        told = [one for one in told if one.recorded_at <= known_at]
    declared = procedure.attributes.get("case", {})
    attributes: dict[str, Plain] = {}
    for name, held in case.facts.items():
        value = recorded(held, declared[name].declared) if name in declared else None
        attributes[name] = value if isinstance(value, int | str) else None
    return facts.Case(
        id=case.number,
        procedure=case.procedure,
        acts=_acts_of(case, told, procedure, named=named),
        organ=organ_of(case.organ),
        attributes=attributes,
        register=register_of(case),
    )


def facts_before_and_after(case: Case, act: Act) -> tuple[facts.Case, facts.Case]:
    """A case without an act that is not recorded yet, and with it; acts told by their numbers."""
    told = list(case.acts.order_by("id"))
    before = facts_of(case, told, named=True)
    return before, replace(before, acts=_acts_of(case, [*told, act], procedure_of(case), named=True))


def _acts_of(case: Case, told: Sequence[Act], procedure: Procedure, *, named: bool) -> tuple[facts.Act, ...]:
    acts = [act_of(one, procedure, named=named) for one in standing(told)]
    return with_counted(with_lists(acts, case.organ, procedure, named=named), procedure)


def act_of(act: Act, procedure: Procedure, *, named: bool = False) -> facts.Act:
    """An act as the law reads it; one that is not recorded yet is named `new`."""
    declared = procedure.vocabulary[act.kind]
    fields = {name: recorded(held, declared[name]) for name, held in act.fields.items()}
    day = None if act.on is None else day_number(act.on)
    return facts.Act(act.kind, day, act.minute, fields, None, str(act.id or "new") if named else None)


def organ_of(organ: Organ) -> facts.Organ:
    """An organ with its sectors and places, as long as it had them."""
    rows = OrganProfile.objects.filter(organ=organ).order_by("first").values_list("profile", "first", "last")
    return facts.Organ(organ.code, tuple(Profile(*row) for row in rows))
