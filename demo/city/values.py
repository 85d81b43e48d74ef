"""What may be written in a step: people, amounts, words, what another step says.

A value is asked with the scene it stands in and answers for every case at once: an array, or a table of people.
Amounts are whole fen, as the record keeps them; people are numbers in the city's list (-1: nobody).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from demo.city.scene import Scene


@dataclass(frozen=True)
class Who:
    """People or parties by their numbers in the city's lists: one a case, or a table of several (-1: nobody)."""

    of: str
    at: np.ndarray


class Value(Protocol):
    """Something written in a step."""

    def drawn(self, scene: Scene, label: str, name: str) -> Any:
        """What is written, for every case of the scene."""


@dataclass(frozen=True)
class Same:
    """What another step says; `first`: only the first of several people."""

    label: str
    field: str
    first: bool = False

    def drawn(self, scene: Scene, label: str, name: str) -> Any:
        """The same again."""
        held = scene.values[self.label][self.field]
        return Who(held.of, held.at[:, 0]) if self.first and isinstance(held, Who) and held.at.ndim == 2 else held

    def __str__(self) -> str:
        return f"as {self.label}.{self.field}"


def same(label: str, field: str) -> Same:
    """What another step says."""
    return Same(label, field)


@dataclass(frozen=True)
class People:
    """So many people of the organ with a role: officer, uncertified, lapsed, reviewer, chair, head …"""

    role: str
    count: int
    listed: bool
    apart: bool = False

    def drawn(self, scene: Scene, label: str, name: str) -> Who:
        """A table of `count` columns, or one column for a word. `apart`: drawn for this step alone."""
        words = ("people", self.role, label if self.apart else "")
        held = scene.staff.drawn(self.role, scene.organ, self.count, scene.draws.named(*words))
        return Who("person", held if self.listed else held[:, 0])

    def __str__(self) -> str:
        return f"{self.count} {self.role}"


def officers(count: int = 2, role: str = "officer", *, apart: bool = False) -> People:
    """So many officers of the organ, as a list of names; the same people in every step of a case, unless `apart`."""
    return People(role, count, listed=True, apart=apart)


def person(role: str, *, apart: bool = False) -> People:
    """One person of the organ with a role, as a word."""
    return People(role, 1, listed=False, apart=apart)


@dataclass(frozen=True)
class Together:
    """Lists of people side by side: `together(officers(1), officers(1, "uncertified"))`."""

    parts: tuple[Any, ...]

    def drawn(self, scene: Scene, label: str, name: str) -> Who:
        """All of them in one list."""
        held = [part.drawn(scene, label, name).at for part in self.parts]
        return Who("person", np.concatenate([one if one.ndim == 2 else one[:, None] for one in held], axis=1))

    def __str__(self) -> str:
        return " and ".join(str(part) for part in self.parts)


def together(*parts: Any) -> Together:
    """Lists of people side by side."""
    return Together(parts)


@dataclass(frozen=True)
class Yuan:
    """An amount drawn between two bounds, in steps; a bound may be what another step says."""

    low: int
    high: int
    by: int = 100

    def drawn(self, scene: Scene, label: str, name: str) -> np.ndarray:
        """Fen."""
        draws = scene.draws.named(label, name, "yuan")
        return draws.whole(scene.n, self.low // self.by, self.high // self.by) * self.by * 100

    def __str__(self) -> str:
        return f"{self.low}–{self.high} yuan"


def yuan(low: int, high: int | None = None, by: int = 100) -> Yuan:
    """An amount of so many yuan."""
    return Yuan(low, low if high is None else high, by if high is not None else 1)


@dataclass(frozen=True)
class Times:
    """A share of what another step says: times over, plus so many yuan."""

    label: str
    field: str
    over: int
    under: int
    plus: int

    def drawn(self, scene: Scene, label: str, name: str) -> np.ndarray:
        """Fen, rounded down."""
        return scene.values[self.label][self.field] * self.over // self.under + self.plus * 100

    def __str__(self) -> str:
        return f"{self.over}/{self.under} of {self.label}.{self.field} + {self.plus} yuan"


def part_of(label: str, field: str, over: int = 1, under: int = 1, plus: int = 0) -> Times:
    """`over`/`under` of an amount of another step, plus so many yuan."""
    return Times(label, field, over, under, plus)


@dataclass(frozen=True)
class DayOf:
    """The day of another step, so many days later (`months` instead: the corresponding day)."""

    label: str
    plus: int

    def drawn(self, scene: Scene, label: str, name: str) -> np.ndarray:
        """Day numbers."""
        return scene.moments[self.label].day + self.plus

    def __str__(self) -> str:
        return f"day of {self.label} + {self.plus}"


def day_of(label: str, plus: int = 0) -> DayOf:
    """The day of another step, so many days later."""
    return DayOf(label, plus)


@dataclass(frozen=True)
class OneOf:
    """A word, each as often as its weight says."""

    words: tuple[tuple[Any, int], ...]

    def drawn(self, scene: Scene, label: str, name: str) -> np.ndarray:
        """Words, as objects."""
        held = np.empty(len(self.words), dtype=object)
        held[:] = [word for word, _ in self.words]
        weights = np.array([weight for _, weight in self.words])
        return held[scene.draws.named(label, name, "word").weighted(scene.n, weights)]

    def __str__(self) -> str:
        return " or ".join(str(word) for word, _ in self.words)


def one_of(*words: Any, **weighted: int) -> OneOf:
    """One of some words; `one_of(head=6, deputy=3)` with weights."""
    return OneOf(
        (*((word, 1) for word in words), *((word.replace("_", "-"), weight) for word, weight in weighted.items()))
    )


@dataclass(frozen=True)
class Whole:
    """A whole number drawn between two bounds."""

    low: int
    high: int

    def drawn(self, scene: Scene, label: str, name: str) -> np.ndarray:
        """Whole numbers."""
        return scene.draws.named(label, name, "whole").whole(scene.n, self.low, self.high)

    def __str__(self) -> str:
        return f"{self.low}–{self.high}"


def whole(low: int, high: int | None = None) -> Whole:
    """A whole number."""
    return Whole(low, low if high is None else high)


@dataclass(frozen=True)
class OfCase:
    """Something known of the case itself: party_id, conduct, number …"""

    what: str

    def drawn(self, scene: Scene, label: str, name: str) -> Any:
        """What the scene knows under that name."""
        return scene.of_case(self.what)

    def __str__(self) -> str:
        return self.what


def of_case(what: str) -> OfCase:
    """`party_id`: who the party is; `conduct`: which act is punished, one for each case."""
    return OfCase(what)
