"""Matters as lists show them: number, title, party, organ, procedure; worked out for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from yifa.law.catalogue.folders import folder
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Case, Participant
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import OrganName
from yifa.record.organs.queries import on_day
from yifa.wording import Language


@dataclass(frozen=True)
class Matter:
    """A case in a line of a list. `title` and `party` are blank where nobody told them, or they were erased."""

    case: Case
    title: str
    party: str
    organ: str
    procedure: str


def matters(cases: Iterable[Case], today: date, speech: Language) -> dict[int, Matter]:
    """Cases as lists show them, by their ids; in four queries however many they are."""
    rows = list({case.id: case for case in cases}.values())
    parties = _parties(rows)
    told = values_of([*rows, *(one.party for several in parties.values() for one in several if one.party)])
    organs = organ_names({case.organ_id for case in rows}, today)
    return {
        case.id: Matter(
            case=case,
            title=told.get(case.title, "") or "",
            party="、".join(filter(None, (told.get(one.party.name, "") for one in parties[case.id] if one.party))),
            organ=organs.get(case.organ_id, case.organ.code),
            procedure=procedure_name(case.procedure, speech),
        )
        for case in rows
    }


def procedure_name(procedure: str, speech: Language) -> str:
    """What a procedure is called."""
    title = folder(procedure).procedure.title
    return title.zh if speech.tag == "zh" else title.en


def organ_names(organs: Iterable[int], today: date) -> dict[int, str]:
    """What organs are called today, the short name where there is one."""
    names = on_day(OrganName.objects.filter(organ__in=set(organs)), today).order_by("first")
    return {organ: short or name for organ, name, short in names.values_list("organ_id", "name", "short")}


def _parties(cases: Sequence[Case]) -> dict[int, list[Participant]]:
    found: dict[int, list[Participant]] = defaultdict(list)
    rows = Participant.objects.filter(case__in=[one.id for one in cases], role=Role.PARTY, last=None)
    for one in rows.select_related("party").order_by("id"):
        found[one.case_id].append(one)
    return found
