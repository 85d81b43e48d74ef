"""Tells a story for many cases at once: the days of every step, and what is written in it.

Nothing is judged here and nothing is written; `Told` is what the ledgers of the city are made from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np

from demo.city.days import NONE, Calendar, Days, calendar
from demo.city.draws import Draws
from demo.city.parties import PEOPLE_FROM
from demo.city.recipes import Planted
from demo.city.stories import Moment, Story
from demo.city.values import Who


class Staff(Protocol):
    """Who works where (`people.py`)."""

    def drawn(self, role: str, organ: np.ndarray, count: int, draws: Draws) -> np.ndarray:
        """For each organ so many different people with a role, as numbers."""


@dataclass(frozen=True)
class ToldAct:
    """One step in all cases: `day` is NONE where it did not happen; `dayless`: it did, and nobody wrote the day."""

    act: str
    label: str
    day: Days
    minute: np.ndarray
    fields: dict[str, Any]
    dayless: bool = False

    @property
    def there(self) -> np.ndarray:
        """In which cases it happened."""
        return self.day != NONE


@dataclass(frozen=True)
class Told:
    """A story told: `organ` and `party` of each case as numbers, its acts, and what was planted in all of them."""

    story: Story
    kind: str
    organ: np.ndarray
    party: np.ndarray
    conduct: np.ndarray
    acts: tuple[ToldAct, ...]
    case: dict[str, Any]
    of_organ: dict[str, Any]
    planted: tuple[Planted, ...] = ()

    @property
    def size(self) -> int:
        """How many cases there are."""
        return int(self.organ.size)


@dataclass
class Scene:
    """Cases while they are told: what values may ask for."""

    story: Story
    organ: np.ndarray
    party: np.ndarray
    conduct: np.ndarray
    draws: Draws
    staff: Staff
    calendar: Calendar = field(default_factory=calendar)
    moments: dict[str, Moment] = field(default_factory=dict)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def n(self) -> int:
        """How many cases."""
        return int(self.organ.size)

    def of_case(self, what: str) -> Any:
        """What is known of the case itself: `party_id`, `conduct`, `party` (citizen or organisation)."""
        if what == "party":
            return np.where(self.party < PEOPLE_FROM, np.array("organisation", dtype=object), "citizen").astype(object)
        return {"party_id": Who("party", self.party), "conduct": Who("conduct", self.conduct)}[what]

    def tell(self, start: Days) -> None:
        """Take the steps one after another."""
        now = Moment(start, self.draws.named("start", "minute").whole(self.n, 9 * 60, 16 * 60))
        before = now
        for place, step in enumerate(self.story.steps):
            draws = self.draws.named(step.label)
            anchor = self._anchor(step.after, before) if place else now
            then = step.gap.move(anchor, self.calendar, draws.named("gap")) if place else now
            there = np.ones(self.n, dtype=bool)
            if step.share < 1:
                there &= draws.named("share").share(self.n) < step.share
            if step.when:
                there &= self.moments[step.when].day != NONE
            if step.unless:
                there &= self.moments[step.unless].day == NONE
            day = np.where(there, then.day, NONE)
            self.moments[step.label] = Moment(day, then.minute)
            held = self.values.setdefault(step.label, {})
            for name, value in step.fields.items():
                held[name] = self._value(value, step.label, name)
            before = Moment(np.where(there, then.day, before.day), np.where(there, then.minute, before.minute))

    def _anchor(self, after: str | tuple[str, ...], before: Moment) -> Moment:
        if not after:
            return before
        names = (after,) if isinstance(after, str) else after
        day, minute = self.moments[names[-1]]
        for name in reversed(names[:-1]):
            there = self.moments[name].day != NONE
            day = np.where(there, self.moments[name].day, day)
            minute = np.where(there, self.moments[name].minute, minute)
        return Moment(day, minute)

    def _value(self, value: Any, label: str, name: str) -> Any:
        return value.drawn(self, label, name) if hasattr(value, "drawn") else value

    def told(self, as_of: int, kind: str, planted: tuple[Planted, ...]) -> Told:
        """What had happened by a day; later acts are not in any ledger yet."""
        acts = []
        for step in self.story.steps:
            moment = self.moments[step.label]
            day = np.where(moment.day > as_of, NONE, moment.day)
            acts.append(ToldAct(step.act, step.label, day, moment.minute, self.values[step.label], step.dayless))
        case = {name: self._value(value, "case", name) for name, value in self.story.case.items()}
        organ = {name: self._value(value, "organ", name) for name, value in self.story.organ.items()}
        return Told(self.story, kind, self.organ, self.party, self.conduct, tuple(acts), case, organ, planted)


def tell(
    scene: Scene,
    start: Days,
    as_of: int,
    *,
    kind: str = "lawful",
    planted: tuple[Planted, ...] = (),
    whole: bool = False,
) -> Told:
    """Tell a story that starts on these days as it stood at the end of a day.

    What a recipe changes must show by then (`whole`): a history that would go on later is told from an earlier start.
    """
    scene.tell(start)
    if whole:
        last = np.max([moment.day for moment in scene.moments.values()], axis=0)
        over = np.maximum(last - (as_of - 45), 0)
        if over.any():
            scene = replace(scene, moments={}, values={})
            scene.tell(np.where(over > 0, scene.calendar.back(start - over - 10), start))
    return scene.told(as_of, kind, planted)
