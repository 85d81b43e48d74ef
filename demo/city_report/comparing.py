"""What was planted in the returned files, beside what reading them found."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from demo.city_report.planting import MISSING, PLANTS, Plant, expected


@dataclass(frozen=True)
class Compared:
    """How many are planted and found; what was missed, and what was told though nothing is wrong."""

    planted: int
    found: int
    missed: tuple[Plant, ...]
    more: tuple[Plant, ...]

    @property
    def recall(self) -> float:
        """Of what is planted, the share that was found."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """Of what was found, the share that is planted or follows from it."""
        told = self.found + len(self.more)
        return self.found / told if told else 1.0


def compare(reported: Mapping[str, Any], asked: Mapping[str, Collection[str]], *, planted: bool = True) -> Compared:
    """The plants against the data of `yifa figures returned`."""
    told = {Plant(one["doubt"], one["contributor"], one["measure"]) for one in reported["doubts"]}
    told |= {Plant(MISSING, contributor, id_) for contributor, ids in reported["missing"].items() for id_ in ids}
    wanted = {Plant(one.kind, one.contributor, one.measure) for one in PLANTS} if planted else set()
    explained = expected(asked) if planted else set()
    missed, more = wanted - told, told - explained
    return Compared(len(wanted), len(wanted & told), _in_order(missed), _in_order(more))


def _in_order(some: Collection[Plant]) -> tuple[Plant, ...]:
    return tuple(sorted(some, key=lambda one: (one.contributor, one.kind, one.measure)))
