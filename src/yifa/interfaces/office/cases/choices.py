"""What can be chosen from in the filters of the list: procedures there are, organs, who handles cases."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.law.catalogue.folders import procedure_ids
from yifa.record.access.models import RoleHeld
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import on_day
from yifa.record.scope import Scope
from yifa.record.tokens.permits import WRITERS
from yifa.wording import Language

ORGANS_LISTED = 400
OFFICERS_LISTED = 200
LOOKED_UP_SECONDS = 600


def procedures(desk: Desk, speech: Language) -> list[tuple[str, str]]:
    """The procedures of which there is a case to read, by name; looked up every ten minutes."""
    known = _known(desk.scope, _turn(desk))
    return sorted((procedure_name(one, speech), one) for one in known)


@lru_cache(maxsize=500)
def _known(scope: Scope, at: int) -> frozenset[str]:
    """One short look for each procedure: going over all cases takes long where there are many."""
    return frozenset(one for one in procedure_ids() if Case.objects.order_by().filter(procedure=one).exists())


def organs(desk: Desk) -> list[tuple[str, int]]:
    """The organs to choose from, by name; none where there is but one, or far too many. Looked up every ten minutes."""
    own = desk.scope.organs
    return list(_named(own, desk.today, _turn(desk))) if 1 < len(own) <= ORGANS_LISTED else []


@lru_cache(maxsize=500)
def _named(organs: frozenset[int], today: date, at: int) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((name, id_) for id_, name in organ_names(organs, today).items()))


def _turn(desk: Desk) -> int:
    return int(desk.now.timestamp()) // LOOKED_UP_SECONDS


def officers(desk: Desk, organ: str) -> list[tuple[str, str]]:
    """Who writes cases, of one organ: the one that is chosen, or the only one; none where there are too many."""
    of = {int(organ)} if organ else desk.scope.organs
    if len(of) != 1 or not of <= desk.scope.organs:
        return []
    rows = on_day(RoleHeld.objects.filter(organ__in=of, role__in=list(WRITERS)), desk.today)
    found = Officer.objects.filter(id__in=rows.values("officer")).order_by("number")[: OFFICERS_LISTED + 1]
    several = list(found)
    if len(several) > OFFICERS_LISTED:
        return []
    told = values_of(several)
    return [(f"{told.get(one.name) or one.number}（{one.number}）", str(one.id)) for one in several]
