"""Takes a batch back: what it told is withdrawn, and what it withdrew of earlier ones stands again, by correction acts.

Afterwards each case says what it said before. One in which somebody worked since is left as it is, and told: what he
did rests on what the batch said. One that a later batch told of again is that one's, which is taken back first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from yifa.record.cases.choices import TAKES_ACTS, State
from yifa.record.cases.columns import standing
from yifa.record.cases.concluding import state_of
from yifa.record.cases.models import Act, Case
from yifa.record.chain.chained import values_of
from yifa.record.chain.models import KeptValue
from yifa.record.chain.plain_rows import PlainRow
from yifa.record.chain.writing import Writing
from yifa.record.importing.former import Former, former_of
from yifa.record.importing.writing_cases import acts_as_they_were, correction, in_chunks
from yifa.record.organs.actions import Actor, verb_of

WORK = (
    "act_drafts",
    "arrivals",
    "documents",
    "dossiers",
    "drafts",
    "items",
    "linked",
    "links",
    "recordings",
    "sheets",
    "transfers",
    "urgings",
)
"""What hangs on a case that somebody did there: nothing of it may be left on a case that is void."""


@dataclass
class Undone:
    """What came of it, in cases and acts; and the numbers of those that were left, since somebody worked in them."""

    cases: int = 0
    withdrawn: int = 0
    brought_back: int = 0
    worked_on: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether there was anything to take back."""
        return bool(self.cases or self.worked_on)


@dataclass(frozen=True)
class _Taking:
    """What becomes of a case: its own acts go, withdrawals with the acts they took away go back, the rest is left."""

    case: Case
    former: Former | None
    own: Sequence[Act]
    back: Sequence[tuple[Act, Act]]
    left: Sequence[Act]
    acts: Sequence[Act]

    @property
    def nothing(self) -> bool:
        """Whether it was taken back before."""
        return self.case.state == State.VOID and not (self.own or self.back)

    @property
    def ends_void(self) -> bool:
        """Whether nothing would be left of it."""
        return (self.former is None or self.former.state == State.VOID) and not (self.left or self.back)

    @property
    def worked_on(self) -> bool:
        """Whether somebody did something in the case since the batch came."""
        ended = self.case.state not in (*TAKES_ACTS, State.VOID)
        if ended and (self.former is None or self.former.state != self.case.state):
            return True
        told = [one.id for one in self.own] + [gone.id for gone, _ in self.back]
        if self.former is not None and not told:
            return False
        return any(one.id > min(told, default=0) and not one.came_from.get("batch") for one in self.acts)


def undo(batch: str, *, actor: Actor) -> Undone:
    """Take back what came with a batch; cases that came with it are void. A reason is asked for.

    What was taken back is told no more: the same ledger, or another, brings it in again. Raises `ValueError` without a
    reason.
    """
    if not actor.because:
        raise ValueError(f"batch {batch}: undone without a reason, expected one")
    found = Undone()
    cases = Case.objects.filter(came_from__batch=batch).select_related("organ").order_by("organ_id", "id")
    for _, group in groupby(cases, key=lambda one: one.organ_id):
        for some in in_chunks(group):
            taking = [_taking(*one, batch) for one in zip(some, acts_as_they_were(some), strict=True)]
            carry = _carrying([one.case for one in taking if one.ends_void and not one.nothing])
            worked_on = [one for one in taking if one.worked_on or one.case.id in carry]
            found.worked_on += [one.case.number for one in worked_on]
            if taking := [one for one in taking if not one.nothing and one not in worked_on]:
                with verb_of("import-undone", some[0].organ, actor, actor.recorded.date(), {"batch": batch}) as writing:
                    _take_back(writing, taking, batch, actor, found)
    return found


def _taking(case: Case, acts: Sequence[Act], batch: str) -> _Taking:
    stands, numbered = standing(acts), {one.id: one for one in acts}
    own = [one for one in stands if one.came_from.get("batch") == batch]
    corrected = {one.corrects_id for one in acts}
    gone = [one for one in acts if one.withdrawn and one.came_from.get("batch") == batch and one.id not in corrected]
    back = [(one, numbered[one.corrects_id]) for one in gone if one.corrects_id is not None]
    return _Taking(
        case,
        former_of(case),
        own,
        [(one, act) for one, act in back if act.came_from.get("batch") != batch],  # its own it took back itself
        [one for one in stands if one.came_from.get("batch") != batch],
        acts,
    )


def _carrying(cases: Sequence[Case]) -> set[int]:
    """Which of some cases carry what somebody put there."""
    found = set[int]()
    for one in Case._meta.related_objects:
        if cases and one.get_accessor_name() in WORK:
            rows = one.related_model._default_manager.filter(**{f"{one.field.name}__in": cases})
            found.update(rows.values_list(f"{one.field.name}_id", flat=True).order_by().distinct())
    return found


def _take_back(writing: Writing, taking: Sequence[_Taking], batch: str, actor: Actor, found: Undone) -> None:
    rows = list[list[PlainRow]]()
    held = values_of([one.case for one in taking])  # what was forgotten with a party stays so
    erased = [one.case.told_as for one in taking if one.case.told_as in held]
    for place, one in enumerate(taking):
        again = [correction(act, gone, actor.because, actor, act.came_from) for gone, act in one.back]
        gone = [correction(act, act, actor.because, actor, {"batch": batch}, withdrawn=True) for act in one.own]
        rows.append([*gone, *again])
        writing.spread(Act, [[]], place)
        told_as = "" if one.case.told_as in held else one.case.told_as
        former = one.former or Former(one.case.came_from, one.case.facts, None)
        one.case.came_from = former.came_from  # by which it is known what its ledger has a place for
        state = _state(one, actor)
        found.cases += bool(gone or again or one.former or state != one.case.state)
        writing.change_in(
            place, one.case, state=state, told_as=told_as, came_from=former.came_from, facts=dict(former.facts)
        )
        found.withdrawn += len(gone)
        found.brought_back += len(again)
    writing.spread(Act, rows)
    KeptValue.objects.filter(commitment__in=erased).delete()


def _state(one: _Taking, actor: Actor) -> State:
    """The state of a case by the acts that stand now."""
    acts = _in_order([*one.left, *(act for _, act in one.back)])
    return State.VOID if one.ends_void else state_of(one.case, acts, actor.recorded.date())


def _in_order(acts: Iterable[Act]) -> list[Act]:
    return sorted(acts, key=lambda one: one.id)
