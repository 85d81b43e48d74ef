"""The verbs of clues: say whether one is so, and explain one. All raise `NotScreened`.

Whether a clue is so says who supervises the organ and takes no part in the case; the organ's own may explain it. Each
is one entry in the chain of the organ, a bulk of them one transaction; the reason is a personal value, as opinions are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.db import transaction

from yifa.oversight.clues.choices import Verdict
from yifa.oversight.clues.errors import NoReason, NotEntitled, Outdated
from yifa.oversight.clues.models import Clue, Explanation, Screening
from yifa.record.access.choices import READS, RoleName
from yifa.record.access.queries import roles_held
from yifa.record.cases.models import Case, Participant
from yifa.record.cases.secrecy import refuse_secrets
from yifa.record.chain.actions import Personal
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer, Organ
from yifa.record.organs.queries import supervised_by, taken_over
from yifa.record.tokens.permits import Held, permits, writes_cases

LONGEST = 2000
"""So many signs a reason or an explanation has at the most."""


def screen(
    clues: Sequence[Clue],
    verdict: Verdict,
    reason: str,
    *,
    officer: Officer,
    actor: Actor,
    on: date,
    seen: Mapping[int, str] | None = None,
    held: Held | None = None,
) -> list[Screening]:
    """Say of clues, for one reason, whether they are so; all of them or none.

    `seen`: the print of each clue as it was looked at, by its id; raises `Outdated` where it is another by now.
    `held`: his roles of that day, which must be given within a scope.
    """
    _said(reason)
    roles = permits(roles_held(officer, on)) if held is None else held
    organs, own = organs_supervised(roles, on), _takes_part(officer, clues)
    for clue in clues:
        if clue.case.organ_id not in organs or clue.case.procedure in READS[RoleName.SUPERVISOR]:
            raise NotEntitled(f"officer {officer.number}: does not supervise the organ of case {clue.case.number}")
        if clue.case_id in own:
            raise NotEntitled(
                f"officer {officer.number}: takes part in case {clue.case.number}, expected somebody else"
            )
    made: list[Screening] = []
    with transaction.atomic():
        for clue in _as_seen(clues, seen):
            if not clue.here:
                raise Outdated(f"case {clue.case.number}: {clue.duty} is not found any more")
        for organ, some in _by_organ(clues):
            with verb_of("clue-screened", organ, actor, on) as writing:
                for clue in some:
                    writing.part()
                    row = Screening(**_of(clue, on), verdict=verdict, reason=Personal(reason), screened_by=officer)
                    made += writing.insert(row)
                    Clue.objects.filter(id=clue.id).update(stage=verdict, explained=False)
    return made


def explain(
    clue: Clue,
    text: str,
    *,
    officer: Officer,
    actor: Actor,
    on: date,
    held: Held | None = None,
) -> Explanation:
    """Say for the organ what a clue about one of its cases comes from."""
    _said(text)
    roles = permits(roles_held(officer, on)) if held is None else held
    if not may_explain(roles, clue.case):
        raise NotEntitled(f"officer {officer.number}: does not handle cases of the organ of {clue.case.number}")
    if not clue.here:
        raise Outdated(f"case {clue.case.number}: {clue.duty} is not found any more")
    with verb_of("clue-explained", clue.case.organ, actor, on, {"case_number": clue.case.number}) as writing:
        row = Explanation(**_of(clue, on), text=Personal(text), explained_by=officer)
        [made] = writing.insert(row)
        Clue.objects.filter(id=clue.id).update(explained=True)
    return made


def organs_supervised(held: Iterable[tuple[RoleName, int]], on: date) -> frozenset[int]:
    """The organs, by their numbers, over whose clues somebody decides who holds these roles."""
    found: frozenset[int] = frozenset()
    for role, organ in held:
        if role == RoleName.SUPERVISOR:
            organs = supervised_by(Organ(id=organ), on).fully
            found |= organs | taken_over(organs, on)
    return found


def may_screen(held: Held, officer: Officer, clue: Clue, on: date) -> bool:
    """Whether somebody may say that a clue is so, or not."""
    walled = clue.case.procedure in READS[RoleName.SUPERVISOR]
    supervised = not walled and clue.case.organ_id in organs_supervised(held, on)
    return supervised and not _takes_part(officer, [clue])


def may_explain(held: Held, case: Case) -> bool:
    """Whether who holds these roles speaks for the organ in such cases."""
    return writes_cases(held, case.organ_id, case.procedure)


def _said(text: str) -> None:
    if not text.strip():
        raise NoReason("a word on a clue without a reason, expected one")
    if len(text) > LONGEST:
        raise NoReason(f"a reason of {len(text)} signs, expected at most {LONGEST}")
    refuse_secrets(text)


def _takes_part(officer: Officer, clues: Sequence[Clue]) -> set[int]:
    rows = Participant.objects.filter(officer=officer, case__in=[one.case_id for one in clues])
    return set(rows.values_list("case_id", flat=True))


def _as_seen(clues: Sequence[Clue], seen: Mapping[int, str] | None) -> Sequence[Clue]:
    """The clues, held until the transaction ends, as they are now. Raises `Outdated`."""
    now = {one.id: one for one in Clue.objects.select_for_update(of=("self",)).filter(id__in=[c.id for c in clues])}
    for clue in clues:
        row = now.get(clue.id)
        looked_at = clue.print if seen is None else seen.get(clue.id, "")
        if row is None or row.print != looked_at:
            raise Outdated(f"case {clue.case.number}: {clue.duty} is another by now, look at it again")
        clue.here = row.here
    return clues


def _by_organ(clues: Sequence[Clue]) -> Iterator[tuple[Organ, list[Clue]]]:
    ordered = sorted(clues, key=lambda one: (one.case.organ.code, one.id))
    for _, some in groupby(ordered, key=lambda one: one.case.organ.code):
        rows = list(some)
        yield rows[0].case.organ, rows


def _of(clue: Clue, on: date) -> dict[str, Any]:
    told = {"sort": clue.sort, "print": clue.print}
    told |= {name: day.isoformat() for name, day in (("due", clue.due), ("done", clue.done_on)) if day is not None}
    return {"case": clue.case, "duty": clue.duty, "subject": clue.subject, "on": on, "told": told}
