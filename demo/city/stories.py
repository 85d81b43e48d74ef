"""A lawful history as a script: steps, what is written in them, and the gaps between them.

    Story("penalty-ordinary", "plain", weight=60, steps=(
        step("case-filed", officers=officers(2), major=NO, complex=NO),             # the first step starts the history
        step("inquiry-made", days(1, 9), officers=same("case-filed", "officers")),  # so long after the step before it
        step("test-commissioned", workdays(1, 3), share=0.3, told_in_writing=YES),  # in three of ten cases
        step("test-report-received", days(5, 15), when="test-commissioned"),        # only where that one happened
        step("decision-made", days(2, 5), after="case-filed"),                      # counted from another step
    ))

A step is called by its act, or by `called` where an act comes twice. A gap that is not `exact` ends on a working day,
as offices are closed on others. What a field holds is a constant or a value drawn (`values.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np

from demo.city.days import Calendar, Days, months_after
from demo.city.draws import Draws

YES, NO, BLANK = True, False, None


class Moment(NamedTuple):
    """When: the day and the minute of the day, one for each case."""

    day: Days
    minute: np.ndarray


@dataclass(frozen=True)
class Gap:
    """How long after another step; `says` names it for people."""

    says: str
    move: Callable[[Moment, Calendar, Draws], Moment]


def _on_days(says: str, move: Callable[[Days, Calendar, Draws], Days]) -> Gap:
    def moved(at: Moment, days_of: Calendar, draws: Draws) -> Moment:
        day = move(at.day, days_of, draws)
        return Moment(
            day,
            np.where(
                day == at.day,
                np.minimum(at.minute + draws.named("minute").whole(day.size, 5, 50), 1439),
                draws.named("hour").whole(day.size, 9 * 60, 16 * 60),
            ),
        )

    return Gap(says, moved)


def days(low: int, high: int | None = None, *, exact: bool = False) -> Gap:
    """So many calendar days; then on to a working day, unless exact."""

    def move(day: Days, calendar: Calendar, draws: Draws) -> Days:
        then = day + draws.whole(day.size, low, low if high is None else high)
        return then if exact else calendar.onward(then)

    return _on_days(f"{low}–{high} days", move)


def workdays(low: int, high: int | None = None) -> Gap:
    """So many working days (0: the same day, or the next working day)."""

    def move(day: Days, calendar: Calendar, draws: Draws) -> Days:
        return calendar.after(day, draws.whole(day.size, low, low if high is None else high))

    return _on_days(f"{low}–{high} working days", move)


def workdays_before(low: int, high: int | None = None) -> Gap:
    """So many working days before the other step."""

    def move(day: Days, calendar: Calendar, draws: Draws) -> Days:
        return calendar.ahead(day, draws.whole(day.size, low, low if high is None else high))

    return _on_days(f"{low}–{high} working days before", move)


def days_before(low: int, high: int | None = None) -> Gap:
    """So many calendar days before the other step, working day or not."""

    def move(day: Days, calendar: Calendar, draws: Draws) -> Days:
        return day - draws.whole(day.size, low, low if high is None else high)

    return _on_days(f"{low}–{high} days before", move)


def same_day() -> Gap:
    """On the same day, a little later."""
    return _on_days("the same day", lambda day, _calendar, _draws: day)


def hours(low: float, high: float) -> Gap:
    """So many hours, day and night."""

    def move(at: Moment, _days_of: Calendar, draws: Draws) -> Moment:
        whole = at.day * 1440 + at.minute + draws.whole(at.day.size, round(low * 60), round(high * 60))
        whole += whole % 1440 == 0  # a cell that says 00:00 says no time
        return Moment(whole // 1440, whole % 1440)

    return Gap(f"{low}–{high} hours", move)


def last_lawful(day: Days, calendar: Calendar, count: int, unit: str, *, rolls: bool = True) -> Days:
    """The last day of a term: `days`, `workdays`, `months` or `years` after a day that is not counted."""
    if unit == "workdays":
        return calendar.after(day, count)
    end = day + count if unit == "days" else months_after(day, count * (12 if unit == "years" else 1))
    return calendar.onward(end) if rolls else end


def on_last(count: int, unit: str = "days", *, rolls: bool = True) -> Gap:
    """On the very last lawful day: in time by a hair."""
    return _on_days(f"on the last of {count} {unit}", lambda day, c, _d: last_lawful(day, c, count, unit, rolls=rolls))


def beyond(
    count: int, unit: str = "days", *, by: tuple[int, int] = (1, 30), rolls: bool = True, away: bool = False
) -> Gap:
    """Later than the last lawful day, by so many days; `away`: also past a term that does not roll, by four weeks."""

    def move(day: Days, calendar: Calendar, draws: Draws) -> Days:
        late = last_lawful(day, calendar, count, unit, rolls=rolls) + draws.whole(day.size, *by)
        return calendar.onward(late) if not away else calendar.onward(late + 28)

    return _on_days(f"later than {count} {unit}", move)


AT_ONCE = same_day()


@dataclass(frozen=True)
class Step:
    """An act of a history. `after`: the step it is counted from, or several: the first of them that happened."""

    act: str
    gap: Gap
    fields: Mapping[str, Any] = field(default_factory=dict)
    after: str | tuple[str, ...] = ""
    called: str = ""
    share: float = 1.0
    when: str = ""
    unless: str = ""
    dayless: bool = False

    @property
    def label(self) -> str:
        """What the step is called within its history."""
        return self.called or self.act


def step(
    act: str,
    gap: Gap = AT_ONCE,
    *,
    after: str | tuple[str, ...] = "",
    called: str = "",
    share: float = 1.0,
    when: str = "",
    unless: str = "",
    **fields: Any,
) -> Step:
    """A step, its gap, and what is written in it."""
    return Step(act, gap, fields, after, called, share, when, unless)


@dataclass(frozen=True)
class Story:
    """A lawful history of one procedure. `weight`: how often it comes among the histories of that procedure.

    `sectors`: organs that have such cases (`places.py`), empty: all that keep the procedure. `places`: organs to which
    the local rules of these places apply (`shandong` …), empty: those without such rules. `between`: first and last day
    on which it starts, where that is not the year of the city. `case`, `organ`: facts of no act (attributes).
    `party`: citizen, organisation, or either. `pairs`: each two cases are about the same party and the same conduct.
    `years`: the years that are asked about where duties are asked each year.
    `each_organ`: one such case for every organ that reports for itself (from the county level up, no branch).
    `numbered`: the step whose year the number of the case bears, where that is not the earliest.
    """

    procedure: str
    name: str
    steps: tuple[Step, ...]
    weight: int = 10
    sectors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    case: Mapping[str, Any] = field(default_factory=dict)
    organ: Mapping[str, Any] = field(default_factory=dict)
    party: str = ""
    pairs: bool = False
    years: tuple[int, ...] = ()
    each_organ: bool = False
    numbered: str = ""

    def with_steps(self, steps: tuple[Step, ...], name: str = "") -> Story:
        """The same story with other steps."""
        return replace(self, steps=steps, name=name or self.name)

    def at(self, label: str) -> int:
        """The place of a step; raises KeyError for one there is none of."""
        for place, one in enumerate(self.steps):
            if one.label == label:
                return place
        raise KeyError(f"{self.procedure}/{self.name} has no step {label}")
