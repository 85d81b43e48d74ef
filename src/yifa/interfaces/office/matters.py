"""Matters as lists show them: number, title, party, organ, procedure; worked out for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from yifa.interfaces.office.kept_values import values_behind
from yifa.law.catalogue.folders import folder
from yifa.record.cases.choices import Role
from yifa.record.cases.models import Case, Participant
from yifa.record.organs.models import OrganName
from yifa.record.organs.queries import on_day
from yifa.record.scope import OfMany
from yifa.wording import Language


@dataclass(frozen=True)
class Matter:
    """A case in a line of a list. `title` and `party` are blank where nobody told them, or they were erased."""

    case: Case
    title: str
    party: str
    organ: str
    procedure: str

    @property
    def called(self) -> str:
        """What it is called beside its number: its title, else its party and procedure; never the number again."""
        return self.title or " · ".join(filter(None, (self.party, self.procedure)))

    @property
    def named(self) -> str:
        """What it is called where its number does not stand beside: its title, else its number and party."""
        return self.title or " ".join(filter(None, (self.case.number, self.party)))


def matters(cases: Iterable[Case], today: date, speech: Language) -> dict[int, Matter]:
    """Cases as lists show them, by their ids; in three queries however many they are."""
    rows = list({case.id: case for case in cases}.values())
    parties = _parties(rows)
    names = (name for several in parties.values() for name in several)
    told = values_behind([*(case.title for case in rows), *names])
    organs = organ_names({case.organ_id for case in rows}, today)
    return {
        case.id: Matter(
            case=case,
            title=told.get(case.title, "") or "",
            party="、".join(filter(None, (told.get(name, "") for name in parties[case.id]))),
            organ=organs.get(case.organ_id) or case.organ.code,
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
    return {organ: short or name for organ, name, short in _ORGAN_NAMES(set(organs), today)}


_ORGAN_NAMES = OfMany(
    lambda organs, day: (
        on_day(OrganName.objects.filter(organ__in=organs), day)
        .order_by("first")
        .values_list("organ_id", "name", "short")
    ),
    int,
    date,
)
_PARTIES = OfMany(
    lambda cases: (
        Participant.objects.filter(case__in=cases, role=Role.PARTY, last=None, party__isnull=False)
        .order_by("id")
        .values_list("case_id", "party__name")
    ),
    int,
)


def _parties(cases: Sequence[Case]) -> dict[int, list[str]]:
    """By case the commitments to the names of its parties, in their order."""
    found: dict[int, list[str]] = defaultdict(list)
    for case, name in _PARTIES([one.id for one in cases]):
        found[case].append(name)
    return found
