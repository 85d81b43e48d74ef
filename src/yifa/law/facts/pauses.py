"""Pauses and extensions among the acts of a case, as the clock takes them (P11, P12; K-intervals).

A pause opens at the earliest open start, and an end closes the earliest open start of *each* kind of start: two tests
at once are two pauses, a hearing that was asked for and then noticed is one. Starts without an end are still open, one
of each kind together.

What is blank leaves it in doubt whether a pause or an extension counts; what is not carried is not at issue. While any
start or end has no day, no end is sure: each pause may be none, or be open still.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from yifa.law.clock import Extension, Length, Pause, Unit
from yifa.law.conditions import day_of
from yifa.law.facts.case import Act
from yifa.law.facts.view import View


@dataclass(frozen=True)
class Pauses:
    """The pauses of a case; of those in doubt one without any day is None. `sure` has also what was surely not told."""

    sure: tuple[Pause, ...] = ()
    doubtful: tuple[Pause | None, ...] = ()


@dataclass(frozen=True)
class Extensions:
    """The extensions of a case; one in doubt that has no day is taken as approved when the term began.

    Of one to which the rule sets no bound, and whose length is blank, only the beginning is known: the term may stand
    still from then on. Where its day is blank too, it is None.
    """

    sure: tuple[Extension, ...] = ()
    doubtful: tuple[Extension | Pause | None, ...] = ()


NO_END = "extension without its length"
"""The kind of a pause that stands for such an extension; it begins the day before, as that of the last day counts."""


def pauses(
    view: View,
    kind: str,
    opens: Sequence[str],
    closes: Sequence[str],
    telling: Collection[tuple[str, str]] = (),
) -> Pauses:
    """The pauses of one kind. `telling`: kinds of start, with each field that says whether the party was told."""
    begun = [view.of(name) for name in opens]
    if not any(begun):
        return Pauses()
    closing = next((view.of(name) for name in closes if view.of(name)), ())
    blank = any(act.day is None for acts in (*begun, closing) for act in acts)
    sure: list[Pause] = []
    doubtful: list[Pause | None] = []

    def take(opened: Sequence[Act], end: Act | None) -> None:
        was_told = _told(view, opened, telling)
        first = min(opened, key=lambda act: act.order)
        found = Pause(_date(first), None if blank or end is None else _date(end), kind, was_told if telling else None)
        (doubtful if was_told is None or (blank and was_told) else sure).append(found)

    for act in (act for acts in begun for act in acts if act.day is None):
        if _told(view, [act], telling) is not False:
            doubtful.append(None)
    waiting = [[act for act in acts if act.day is not None] for acts in begun]
    for end in closing:
        if end.day is None:
            continue
        closed = [starts.pop(0) for starts in waiting if starts and not _after(starts[0], end)]
        if closed:
            take(closed, end)
    while any(waiting):
        take([starts.pop(0) for starts in waiting if starts], None)
    return Pauses(tuple(sure), tuple(doubtful))


def _after(one: Act, other: Act) -> bool:
    """Whether an act surely comes after another."""
    if one.day != other.day:
        return (one.day or 0) > (other.day or 0)
    return one.minute is not None and other.minute is not None and one.minute > other.minute


def _told(view: View, opened: Sequence[Act], telling: Collection[tuple[str, str]]) -> bool | None:
    """Whether one of the acts that began it says that the party was told; in order where that is not at issue (P8)."""
    said = []
    for act in opened:
        fields = [act.fields.get(name) for kind, name in telling if kind == act.kind and view.is_at_issue(kind, name)]
        if fields:
            said.append(False if False in fields else None if None in fields else True)
    return True if not said or True in said else None if None in said else False


def extensions(
    view: View,
    act: str,
    *,
    start: date,
    by: Collection[str],
    approver: str | None,
    length_field: str,
    told: str | None,
    at_most: Length | None,
    unit: Unit,
) -> Extensions:
    """The extensions approved since the term began; one approved before prolonged another term.

    `approver` and `told`: the fields that say who approved and whether the party was told, where the rule asks for it.
    A length that is not recorded is the longest the rule allows, if it sets a bound. A bare number of days is of the
    unit of the rule where the rule counts working days (行政许可法 82).
    """
    sure: list[Extension] = []
    doubtful: list[Extension | Pause | None] = []
    for one in view.of(act):
        if one.day is not None and day_of(one.day) < start:
            continue
        length = _length(one.fields.get(length_field), at_most, unit)
        who = one.fields.get(approver) if approver else None
        said = one.fields.get(told) if told else None
        open_ = one.day is None
        open_ |= approver is not None and bool(by) and who is None and view.is_at_issue(act, approver)
        open_ |= told is not None and said is None and view.is_at_issue(act, told)
        barred = (isinstance(who, str) and bool(by) and who not in by) or said is False
        if length is None:
            if not barred:
                doubtful.append(None if one.day is None else Pause(day_of(one.day - 1), None, NO_END))
            continue
        found = Extension(
            start if one.day is None else day_of(one.day),
            length,
            who if isinstance(who, str) else None,
            said if isinstance(said, bool) else None,
        )
        (doubtful if open_ and not barred else sure).append(found)
    return Extensions(tuple(sure), tuple(doubtful))


def _length(held: object, at_most: Length | None, unit: Unit) -> Length | None:
    """How long an extension is; None where nobody can tell: no text says what working days beside months come to."""
    length = held if isinstance(held, Length) else at_most
    if length is None:
        return None
    if {length.unit, unit} == {Unit.CALENDAR_DAYS, Unit.WORKING_DAYS}:
        return Length(length.n, unit)
    mixed = (length.unit is Unit.WORKING_DAYS) != (unit is Unit.WORKING_DAYS)
    return None if mixed and at_most is None else length


def _date(act: Act) -> date:
    assert act.day is not None  # noqa: S101 - acts without a day are set aside before
    return day_of(act.day)
