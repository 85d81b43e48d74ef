"""Pauses and extensions among the acts of a case, as the clock takes them (P11, P12; K-intervals).

A pause opens at the earliest open start, and an end closes the earliest open start of *each* kind of start: two tests
at once are two pauses, a hearing that was asked for and then noticed is one. A start without an end is still open.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yifa.law.clock import Extension, Length, Pause, Unit
from yifa.law.conditions import day_of
from yifa.law.facts.case import Act, View


def pauses(view: View, kind: str, opens: Sequence[str], closes: Sequence[str], told: str | None) -> list[Pause]:
    """The pauses of one kind; acts without a day open and close nothing."""
    starts = [[act for act in view.of(name) if act.day is not None] for name in opens]
    if not any(starts):
        return []
    ending = next((name for name in closes if view.of(name)), None)
    ends = [act for act in view.of(ending) if act.day is not None] if ending else []
    found: list[Pause] = []
    for end in ends:
        first = [waiting[0] for waiting in starts if waiting and not _after(waiting[0], end)]
        if first:
            found.append(_pause(kind, first, end, told))
            for waiting in starts:
                if waiting and waiting[0] in first:
                    waiting.pop(0)
    left = [act for waiting in starts for act in waiting]
    if left:
        found.append(_pause(kind, left, None, told))
    return found


def _after(one: Act, other: Act) -> bool:
    """Whether an act surely comes after another."""
    if one.day != other.day:
        return (one.day or 0) > (other.day or 0)
    return one.minute is not None and other.minute is not None and one.minute > other.minute


def _pause(kind: str, opened: Sequence[Act], end: Act | None, told: str | None) -> Pause:
    first = min(opened, key=lambda act: act.order)
    said = [act.fields.get(told) for act in opened] if told else []
    known = [one for one in said if isinstance(one, bool)]
    return Pause(_date(first), None if end is None else _date(end), kind, any(known) if known else None)


def extensions(
    view: View, act: str, *, approver: str, length_field: str, told: str | None, at_most: Length
) -> list[Extension]:
    """The extensions approved; a length that is not recorded is the longest the rule allows.

    A bare number of days is of the unit of the rule where the rule counts working days (行政许可法 82).
    """
    found = []
    for one in view.of(act):
        if one.day is None:
            continue
        held = one.fields.get(length_field)
        length = held if isinstance(held, Length) else at_most
        if {length.unit, at_most.unit} == {Unit.CALENDAR_DAYS, Unit.WORKING_DAYS}:
            length = Length(length.n, at_most.unit)
        by = one.fields.get(approver)
        said = one.fields.get(told) if told else None
        found.append(
            Extension(_date(one), length, by if isinstance(by, str) else None, said if isinstance(said, bool) else None)
        )
    return found


def _date(act: Act) -> date:
    assert act.day is not None  # noqa: S101 - acts without a day are set aside before
    return day_of(act.day)
