"""Cases of an organ that ended: the organ that stands in its place goes on with them (职权继受).

A case keeps its number, its acts and its clock; only whose it is changes. What is done with goes over too, for somebody
must do what is still to be done in it; what was closed stays with the organ that ended and is read by those who took
over. All raise `NotRecorded`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.db.models import F, QuerySet

from yifa.record.cases.choices import TAKES_ACTS
from yifa.record.cases.errors import WrongState
from yifa.record.cases.models import Case
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ
from yifa.record.organs.queries import successors

AT_ONCE = 500
"""So many cases a verb."""
Goes = Callable[[Case], Organ]


def left_behind() -> QuerySet[Case]:
    """Cases whose organ has ended, which take acts and which nobody took over yet."""
    return Case.objects.filter(state__in=TAKES_ACTS, organ__last__isnull=False, opened__lte=F("organ__last"))


def take_over(ended: Organ, *, actor: Actor, on: date, goes_to: Goes | None = None) -> int:
    """Let what takes acts of an organ that ended go on with who stands in its place; how many did.

    `goes_to` says of each case with whom, where there are several (a split); with one successor all go to it. Done
    again after a break it goes on with what is left.
    """
    heirs = successors(ended, on)
    if ended in heirs:
        raise WrongState(f"organ {ended.code}: lasts on {on}, expected one that was merged or split before")
    if not heirs:
        raise WrongState(
            f"organ {ended.code}: was abolished and nobody took over, expected its cases to be handed over"
        )
    if goes_to is None and len(heirs) > 1:
        known = ", ".join(sorted(one.code for one in heirs))
        raise WrongState(f"organ {ended.code}: {known} took over, expected to be told which case goes to whom")
    cases = list(Case.objects.filter(organ=ended, state__in=TAKES_ACTS).select_related("organ").order_by("id"))
    going = {case.id: next(iter(heirs)) if goes_to is None else goes_to(case) for case in cases}
    for case in cases:
        if going[case.id] not in heirs:
            raise WrongState(f"case {case.number}: {going[case.id].code} did not take over from {ended.code}")
    _free(cases, going)
    for organ in sorted(set(going.values()), key=lambda one: one.id):
        for some in _chunks([case for case in cases if going[case.id] == organ]):
            with verb_of("cases-taken-over", organ, actor, on) as writing:
                for case in some:
                    writing.part()
                    writing.change(case, organ=organ)
    return len(cases)


def _free(cases: list[Case], going: dict[int, Organ]) -> None:
    """Raise where the organ that takes over has a case of the same number already."""
    for case in cases:
        same = Case.objects.filter(organ=going[case.id], procedure=case.procedure, number=case.number)
        if same.exists():
            raise WrongState(
                f"case {case.number}: {going[case.id].code} has a case of this number, expected one of them renumbered"
            )


def _chunks(cases: list[Case]) -> Iterator[list[Case]]:
    for start in range(0, len(cases), AT_ONCE):
        yield cases[start : start + AT_ONCE]
