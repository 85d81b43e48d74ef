"""What a workload is: a name, the question it asks, and a function that measures at a size and hands back an outcome.

A room of workloads (such as `bench.clock`) is a module with a tuple `WORKLOADS`, all named `<room>.<what>`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bench.race import CallRace, Race


class Size(StrEnum):
    """How much is measured: `TINY` only shows that a workload runs and its answers agree."""

    FULL = "full"
    QUICK = "quick"
    TINY = "tiny"


class Goal(NamedTuple):
    """A number set beforehand and what was measured, in the same unit."""

    sentence: str
    limit: float
    measured: float
    unit: str
    at_least: bool

    @property
    def met(self) -> bool:
        """Whether the measurement keeps to the limit."""
        return self.measured >= self.limit if self.at_least else self.measured < self.limit


@dataclass(frozen=True)
class Outcome:
    """What one workload found. `faults`: answers that must agree and do not. `notes`: what was counted beside."""

    races: tuple[Race | CallRace, ...]
    goals: tuple[Goal, ...] = ()
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


class Workload(NamedTuple):
    """A named measurement. `packages`: the distributions whose versions belong beside its numbers."""

    name: str
    asks: str
    measure: Callable[[Size], Outcome]
    packages: tuple[str, ...] = ()
