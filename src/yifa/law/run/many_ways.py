"""Terms of which something is in doubt, for many rows at once: all ways it may have been are asked together.

The meaning is that of `yifa.law.run.worlds.ends_of`, which asks for one row. What a row's record holds for sure and
what it leaves in doubt stand side by side in slots; a way is a choice of the doubtful slots. Terms prolonged in another
unit than their own are left to the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from yifa.law.clock import Calendar, Extension, Pause
from yifa.law.clock.bulk import due_many
from yifa.law.clock.dues import NO_DAY, STILL_OPEN
from yifa.law.conditions import day_of
from yifa.law.conditions.types import EPOCH
from yifa.law.duties.questions import Within
from yifa.law.facts import View
from yifa.law.run.cells import Numbers, Places
from yifa.law.run.worlds import DOUBTS, extensions_of, pauses_of

_SURE = -1
"""The group of what is not in doubt."""
_STILL = int(STILL_OPEN)
_Slot = tuple[int, int, int]
"""Its group of doubts, a day, and what goes with it: the last day of a pause, the length of an extension."""


@dataclass(frozen=True)
class ManyEnds:
    """When the terms of some rows end, over all ways (see `Within`), in days from 1970-01-01; `until` may be NO_DAY."""

    rows: Places
    earliest: Numbers
    latest: Numbers
    opens: Numbers
    lasts: Numbers
    until: Numbers


@dataclass
class _Held:
    """Rows with as many doubts as one another, and what their records hold."""

    rows: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    pauses: list[list[_Slot]] = field(default_factory=list)
    extensions: list[list[_Slot]] = field(default_factory=list)
    undated: list[int] = field(default_factory=list)
    """The groups with a pause of which no day is known, as bits."""


def ends_of_many(
    question: Within, views: Sequence[View], start: Numbers, calendar: Calendar
) -> tuple[list[ManyEnds], list[int]]:
    """When the term of each row ends; the rows left to be asked one by one. Rows no table covers are in neither."""
    held: dict[int, _Held] = {}
    left: list[int] = []
    must_be_told = any(pause.telling for pause in question.pauses)
    for row, (view, day) in enumerate(zip(views, start.tolist(), strict=True)):
        stops, more = pauses_of(question.pauses, view), extensions_of(question.extension, view, day_of(day))
        doubts = (*stops.doubtful, *more.doubtful)
        pauses: list[_Slot] = []
        extensions: list[_Slot] = []
        undated = 0
        sure: tuple[Pause | Extension, ...] = (*stops.sure, *more.sure)
        facts: list[tuple[int, Pause | Extension | None]] = [(_SURE, one) for one in sure]
        facts += enumerate(doubts)
        for group, fact in facts:
            group = min(group, DOUBTS - 1)  # noqa: PLW2901 - what is more than that is taken together
            if fact is None:
                undated |= 1 << group
            elif isinstance(fact, Pause):
                if not (must_be_told and fact.told is False):
                    until = _STILL if fact.ends is None else fact.ends.toordinal() - EPOCH
                    pauses.append((group, fact.begins.toordinal() - EPOCH, until))
            elif not _barred(question, fact):
                if not _alike(question, fact):
                    left.append(row)
                    break
                extensions.append((group, fact.on.toordinal() - EPOCH, fact.length.n))
        else:
            like = held.setdefault(min(len(doubts), DOUBTS), _Held())
            like.rows.append(row)
            like.start.append(day)
            like.pauses.append(pauses)
            like.extensions.append(extensions)
            like.undated.append(undated)
    return [_ends(question, doubts, like, calendar) for doubts, like in held.items()], left


def _barred(question: Within, fact: Extension) -> bool:
    """Whether the rule does not know an extension, whatever the day."""
    rule = question.extension
    assert rule is not None  # noqa: S101 - there are no extensions otherwise
    if rule.by and fact.by is not None and fact.by not in rule.by:
        return True
    return rule.needs_told is not None and fact.told is False


def _alike(question: Within, fact: Extension) -> bool:
    """Whether an extension and its bound are counted in the unit of the term."""
    rule, unit = question.extension, question.length.unit
    assert rule is not None  # noqa: S101 - there are no extensions otherwise
    return fact.length.unit is unit and (rule.at_most is None or rule.at_most.unit is unit)


def _ends(question: Within, doubts: int, held: _Held, calendar: Calendar) -> ManyEnds:
    """The ends of rows with as many doubts, every way a row of its own."""
    ways = 1 << doubts
    taken = (np.arange(ways)[:, None] >> np.arange(DOUBTS)) & 1 == 1
    taken = np.concatenate((taken, np.ones((ways, 1), dtype=np.bool_)), axis=1)  # the last place, -1: what is sure
    start = np.repeat(np.array(held.start, dtype=np.int64), ways)
    rule = question.extension
    dues = due_many(
        calendar,
        start,
        question.length.n,
        question.length.unit,
        rolls=question.rolls,
        pauses=_slots(held.pauses, taken, _STILL),
        extensions=_slots(held.extensions, taken, 0),
        times=1 if rule is None else rule.times,
        at_most=None if rule is None or rule.at_most is None else rule.at_most.n,
    )
    undated = (np.array(held.undated, dtype=np.int64)[:, None] & np.arange(ways)) != 0
    shape = (len(held.rows), ways)
    earliest = np.where(undated, STILL_OPEN, dues.earliest.reshape(shape))
    latest = np.where(undated, STILL_OPEN, dues.latest.reshape(shape))
    until = np.where(undated, NO_DAY, dues.advisory_until.reshape(shape))
    covered = ~(dues.beyond.reshape(shape) & ~undated).any(axis=1)
    return ManyEnds(
        np.array(held.rows, dtype=np.int64)[covered],
        earliest.min(axis=1)[covered],
        latest.max(axis=1)[covered],
        earliest.max(axis=1)[covered],
        latest.min(axis=1)[covered],
        until.max(axis=1)[covered],
    )


def _slots(listed: list[list[_Slot]], taken: np.ndarray, blank: int) -> tuple[Numbers, Numbers]:
    """Days and what goes with them, as arrays of (rows × ways) × slots; what a way does not take is an unused slot."""
    width = max(map(len, listed))
    filled = [[*slots, *[(_SURE, NO_DAY, blank)] * (width - len(slots))] for slots in listed]
    packed = np.array(filled, dtype=np.int64).reshape(len(listed), 1, width, 3)
    holds = np.moveaxis(taken[:, packed[:, 0, :, 0]], 0, 1)  # rows × ways × slots
    days = np.where(holds, packed[..., 1], NO_DAY)
    rows = len(listed) * len(taken)
    return days.reshape(rows, width), np.broadcast_to(packed[..., 2], days.shape).reshape(rows, width)
