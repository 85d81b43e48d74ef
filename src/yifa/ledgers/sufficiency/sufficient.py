"""What a source decides, what it does not, and which columns, one or two at a time, would add the most duties.

A duty is *decidable* where everything it needs is carried: then it is never a line of coverage. A duty that lacks
something may still be decided in some cases (it does not apply there, or breaks on what is told); a run says how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from yifa.law.catalogue.ledgers import Ledger
from yifa.law.duties import DutySet
from yifa.law.facts import Source
from yifa.ledgers.sufficiency.needed import Keeping, Need, NeedKind, is_carried, keepings, needs_of

STEPS = 12
"""So many steps are worked out; after them little is added."""
Missing = Keeping | Need
"""A column that is missing; a need itself where no column of the ledger keeps it."""


@dataclass(frozen=True)
class MissingColumn:
    """A column that is not there: how many duties it would add alone, and how many wait for it among others."""

    missing: Missing
    alone: int
    waiting: int


@dataclass(frozen=True)
class Step:
    """Columns to add next, and the duties that can be decided with them and those of the steps before."""

    add: tuple[Missing, ...]
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Sufficiency:
    """What one ledger decides of the duties of its procedure.

    `lacking`: by duty what it lacks; `acts`: by duty the acts it asks for and nothing keeps. `columns`: those that are
    missing, the one most duties wait for first. `steps`: what to add in which order, so that each step adds most.
    """

    procedure: str
    source: str
    decidable: tuple[str, ...]
    lacking: Mapping[str, frozenset[Missing]]
    columns: tuple[MissingColumn, ...]
    steps: tuple[Step, ...]
    acts: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def all(self) -> int:
        """How many duties there are."""
        return len(self.decidable) + len(self.lacking)


def sufficiency(
    whole: DutySet, source: Source, ledger: Ledger | None, profiles: Collection[frozenset[str]] | None = None
) -> Sufficiency:
    """What a source decides; `ledger` names its columns, needs stand for themselves where there is none.

    `profiles`: the sectors and places of each organ that keeps it; rules of other sectors and places are left out. None
    asks about all rules.
    """
    every, kept = _needed(whole, ledger)
    needed = {duty: needs for duty, needs in every.items() if _concerns(whole, duty, profiles)}
    absent = {need for need in frozenset().union(*needed.values()) if not is_carried(need, source)}
    missing = {duty: frozenset(kept.get(need, need) for need in needs & absent) for duty, needs in needed.items()}
    decidable = [duty for duty, columns in missing.items() if not columns]
    lacking = {duty: columns for duty, columns in missing.items() if columns}
    return Sufficiency(
        whole.folder.id,
        source.id,
        tuple(decidable),
        lacking,
        tuple(_columns(lacking)),
        tuple(steps_of(lacking)),
        {duty: frozenset(one.name for one in needed[duty] & absent if one.kind is NeedKind.ACT) for duty in lacking},
    )


def _concerns(whole: DutySet, id_: str, profiles: Collection[frozenset[str]] | None) -> bool:
    """Whether a duty can hold for one of the organs."""
    duty = whole.folder.duty(id_)
    return profiles is None or duty is None or any(own.issuperset(duty.overlay) for own in {*profiles, frozenset()})


def _needed(whole: DutySet, ledger: Ledger | None) -> tuple[Mapping[str, frozenset[Need]], Mapping[Need, Keeping]]:
    """What every duty needs and where that is kept, worked out once for all ledgers of a procedure."""
    if id(whole) not in _KEPT or _KEPT[id(whole)][1] is not ledger:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        needed = {one.duty.id: needs_of(one) for grain in whole.grains for one in grain.duties if not one.off}
        kept = {} if ledger is None else keepings(ledger, whole.folder.procedure)
        _KEPT[id(whole)] = whole, ledger, needed, kept
    return _KEPT[id(whole)][2:]


_KEPT: dict[int, tuple[DutySet, Ledger | None, Mapping[str, frozenset[Need]], Mapping[Need, Keeping]]] = {}
"""By the duties themselves, which are kept so that they stay themselves."""
_MOST_KEPT = 128


def _columns(lacking: Mapping[str, frozenset[Missing]]) -> list[MissingColumn]:
    waiting = Counter(one for missing in lacking.values() for one in missing)
    alone = Counter(one for missing in lacking.values() if len(missing) == 1 for one in missing)
    found = [MissingColumn(one, alone[one], many) for one, many in waiting.items()]
    return sorted(found, key=lambda one: (-one.alone, -one.waiting, tuple(one.missing)))


def steps_of(lacking: Mapping[str, frozenset[Missing]]) -> Iterator[Step]:
    """What to add in which order, so that each step adds most duties; `lacking`: by duty what is missing."""
    left = dict(lacking)
    for _ in range(STEPS):
        if not left:
            return
        add = _next(left)
        unlocked = tuple(duty for duty, missing in left.items() if missing <= set(add))
        yield Step(add, unlocked)
        left = {duty: missing - set(add) for duty, missing in left.items() if duty not in unlocked}


def _next(left: Mapping[str, frozenset[Missing]]) -> tuple[Missing, ...]:
    """The column, or the two, that add most duties for each column added; the shortest set where neither adds any."""
    sets = Counter(left.values())
    alone = {one: many for missing, many in sets.items() if len(missing) == 1 for one in missing}
    one = _most(sets, alone, 1)
    two = _most(sets, alone, 2)
    if two is not None and _gain(two, sets, alone) > 2 * (0 if one is None else _gain(one, sets, alone)):
        return _ordered(two)
    return _ordered(one or min(sets, key=lambda missing: (len(missing), _ordered(missing))))


def _most(
    sets: Mapping[frozenset[Missing], int], alone: Mapping[Missing, int], columns: int
) -> frozenset[Missing] | None:
    """The set of so many columns that adds most duties; None where none adds any."""
    best = sorted(alone, key=lambda one: (-alone[one], tuple(one)))[:columns]
    tried = {missing for missing in sets if len(missing) == columns} | {frozenset(best)}
    gains = {missing: _gain(missing, sets, alone) for missing in tried if missing}
    found = min(gains, key=lambda missing: (-gains[missing], _ordered(missing)), default=None)
    return found if found is not None and gains[found] else None


def _gain(columns: frozenset[Missing], sets: Mapping[frozenset[Missing], int], alone: Mapping[Missing, int]) -> int:
    together = sets.get(columns, 0) if len(columns) > 1 else 0
    return together + sum(alone.get(one, 0) for one in columns)


def _ordered(columns: frozenset[Missing]) -> tuple[Missing, ...]:
    return tuple(sorted(columns, key=tuple))


def best(found: Sufficiency, columns: int = 2) -> Step:
    """The one or two columns that, added at once, let most further duties be decided."""
    sets = Counter(found.lacking.values())
    alone = {one: many for missing, many in sets.items() if len(missing) == 1 for one in missing}
    chosen = _most(sets, alone, columns) or frozenset()
    return Step(_ordered(chosen), tuple(duty for duty, missing in found.lacking.items() if missing <= chosen))
