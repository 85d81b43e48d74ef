"""Acts as they were written down: by whom, when, why; both versions of what was put right; their place in the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from yifa.interfaces.case_telling import tell_name, tell_value
from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.names import named
from yifa.law.conditions import Type
from yifa.law.run.told import told_act
from yifa.record.cases.columns import act_of, procedure_of, standing
from yifa.record.cases.models import Act, Case
from yifa.record.chain.files import seal_from
from yifa.record.chain.models import SealRow
from yifa.record.chain.proving import entry_of
from yifa.record.scope import Remembered
from yifa.wording import Language

DECISION = "decision-made"
"""What the act is called in every procedure that ends with a decision."""


@dataclass(frozen=True)
class Recorded:
    """An act as it was written down. `fields` are told of what was put right, and of what put it right.

    `stands`: no later one corrects it, and it does not say that nothing happened.
    """

    id: int
    name: str
    on: str
    recorded: str
    by: str
    reason: str
    stands: bool
    withdrawn: bool
    corrects: int | None = None
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def corrected(self) -> bool:
        """Whether a later one stands for it."""
        return not self.stands and not self.withdrawn


@dataclass(frozen=True)
class Place:
    """Where the last act stands in the chain of its organ: entry, digest, and the seal that holds it."""

    number: int
    digest: str
    seal: int | None
    sealed_on: date | None


_ACTS = Remembered(lambda case: Act.objects.filter(case=case).order_by("id"), int)


def acts_of(case: Case) -> list[Act]:
    """All acts of a case, in the order in which they were written down."""
    found = _ACTS(case.id)
    for one in found:
        one.case = case
    return found


def recorded(case: Case, acts: Sequence[Act], names: dict[str, str], speech: Language) -> list[Recorded]:
    """Every act as it was written down, also those put right later."""
    procedure = procedure_of(case)
    corrected = {one.corrects_id for one in acts if one.corrects_id is not None}
    return [
        Recorded(
            one.id,
            act_name(procedure, one.kind, speech),
            "—" if one.on is None else speech.day(one.on),
            speech.moment(timezone.localtime(one.recorded_at)),
            names.get(one.recorded_by.split(" ")[0], one.recorded_by),
            one.reason,
            one.id not in corrected and not one.withdrawn,
            one.withdrawn,
            one.corrects_id,
            fields_of(one, names, speech) if one.id in corrected or one.corrects_id is not None else (),
        )
        for one in acts
    ]


def fields_of(act: Act, names: dict[str, str], speech: Language) -> tuple[tuple[str, str], ...]:
    """The fields of an act with their names; people by theirs."""
    procedure = procedure_of(act.case)
    told = told_act(1, act_of(act, procedure), procedure)
    return tuple((tell_name(one, speech), named(tell_value(one, speech), names)) for one in told.fields)


def decided(case: Case, speech: Language) -> list[tuple[str, str]]:
    """What was decided in a case, as it stands: the act with its day, result and amounts; nothing where not yet."""
    acts = [one for one in standing(acts_of(case)) if one.kind == DECISION]
    if not acts:
        return []
    act = acts[-1]
    procedure = procedure_of(case)
    told = told_act(1, act_of(act, procedure), procedure)
    day = "—" if act.on is None else speech.day(act.on)
    shown = [one for one in told.fields if one.name == "result" or one.type is Type.MONEY]
    return [
        (act_name(procedure, act.kind, speech), day),
        *((tell_name(one, speech), tell_value(one, speech)) for one in shown),
    ]


def place_in_chain(case: Case) -> Place | None:
    """Where the last thing told of a case stands in the chain."""
    last = case.acts.order_by("-id").first()
    entry = None if last is None else entry_of(case.organ.code, "cases_act", last.id, last.version)
    if entry is None:
        return None
    sealed = _sealed(case.organ.code, entry.number)
    return Place(entry.number, entry.digest, *(sealed or (None, None)))


def _sealed(organ: str, number: int) -> tuple[int, date] | None:
    """The last seal, where it holds an entry."""
    seal = SealRow.objects.order_by("-number").first()
    if seal is None:
        return None
    head = seal_from(seal.text, f"seal {seal.number}").heads.get(organ)
    return (seal.number, seal.day) if head is not None and head.number >= number else None
