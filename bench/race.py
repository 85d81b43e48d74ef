"""The harness: variants of one task run in turn, in one process, and their times as ratios to a named reference.

One warm-up, whose answers are kept so that they can be compared; then so many rounds, each of which runs every variant
once, so that whatever else the machine does hits all alike. A ratio is taken within a round and its median over the
rounds; the median time of one variant is worth less than the ratio of two. Data are built by the caller, before the
clock runs. Within `BAND` of the reference nothing is claimed.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, NamedTuple

BAND = 0.15
"""Two variants whose ratio lies between 1/(1+BAND) and 1+BAND are taken as equally fast."""

Clock = Callable[[], float]


class Spread(NamedTuple):
    """A median and the smallest and largest value it was taken from."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of some values, at least one."""
        return cls(median(values), min(values), max(values))


class Variant(NamedTuple):
    """One way of doing the task. `run` gives its answers, so many as `answers` says."""

    name: str
    run: Callable[[], Any]
    answers: int


class Caller(NamedTuple):
    """One way of answering a single case: `call` is timed for each of `cases` by itself."""

    name: str
    call: Callable[[Any], Any]
    cases: Sequence[Any]


@dataclass(frozen=True)
class Standing:
    """How one variant came out. Times are seconds, `ratio` is its time for one answer over the reference's."""

    name: str
    answers: int
    seconds: Spread
    ratio: Spread
    cpu_share: float
    """Seconds of processor over seconds of the wall: below 1 in a single thread, something else ran meanwhile."""

    @property
    def per_second(self) -> float:
        """Answers per second, from the median."""
        return self.answers / self.seconds.median

    @property
    def claim(self) -> str:
        """What may be said beside the reference."""
        return claim(self.ratio.median)


@dataclass(frozen=True)
class Race:
    """The standings of all variants, in the order given, and what each answered in the warm-up."""

    title: str
    reference: str
    rounds: int
    standings: tuple[Standing, ...]
    answers: dict[str, Any] = field(repr=False, compare=False, default_factory=dict)

    def __getitem__(self, name: str) -> Standing:
        return next(standing for standing in self.standings if standing.name == name)


@dataclass(frozen=True)
class CallStanding:
    """Percentiles of the time of one call, in seconds, spread over the rounds; ratios to the reference's."""

    name: str
    cases: int
    p50: Spread
    p99: Spread
    ratio: Spread
    """Of the p50, within a round."""

    @property
    def claim(self) -> str:
        """What may be said beside the reference."""
        return claim(self.ratio.median)


@dataclass(frozen=True)
class CallRace:
    """As `Race`, for single calls."""

    title: str
    reference: str
    rounds: int
    standings: tuple[CallStanding, ...]


def race(title: str, variants: Sequence[Variant], *, reference: str, rounds: int, clock: Clock | None = None) -> Race:
    """Run the variants in turn, one warm-up and `rounds` rounds; `clock` gives seconds, the machine's if left out."""
    _check(reference, [variant.name for variant in variants], rounds)
    wall, cpu = clock or time.perf_counter, clock or time.process_time
    answers = {variant.name: variant.run() for variant in variants}
    walls: dict[str, list[float]] = {variant.name: [] for variant in variants}
    cpus: dict[str, list[float]] = {variant.name: [] for variant in variants}
    for _ in range(rounds):
        for variant in variants:
            gc.collect()
            started, began = wall(), cpu()
            variant.run()
            ended, stopped = cpu(), wall()
            walls[variant.name].append(stopped - started)
            cpus[variant.name].append(ended - began)
    each = {variant.name: [seconds / variant.answers for seconds in walls[variant.name]] for variant in variants}
    standings = tuple(
        Standing(
            variant.name,
            variant.answers,
            Spread.of(walls[variant.name]),
            _ratios(each[variant.name], each[reference]),
            sum(cpus[variant.name]) / sum(walls[variant.name]),
        )
        for variant in variants
    )
    return Race(title, reference, rounds, standings, answers)


def race_calls(
    title: str, callers: Sequence[Caller], *, reference: str, rounds: int, clock: Clock | None = None
) -> CallRace:
    """Time every call by itself, the callers in turn, one warm-up and `rounds` rounds."""
    _check(reference, [caller.name for caller in callers], rounds)
    wall = clock or time.perf_counter
    p50: dict[str, list[float]] = {caller.name: [] for caller in callers}
    p99: dict[str, list[float]] = {caller.name: [] for caller in callers}
    for counts in (False, *[True] * rounds):
        for caller in callers:
            gc.collect()
            times = []
            for case in caller.cases:
                started = wall()
                caller.call(case)
                times.append(wall() - started)
            if counts:
                p50[caller.name].append(percentile(times, 50))
                p99[caller.name].append(percentile(times, 99))
    standings = tuple(
        CallStanding(
            caller.name,
            len(caller.cases),
            Spread.of(p50[caller.name]),
            Spread.of(p99[caller.name]),
            _ratios(p50[caller.name], p50[reference]),
        )
        for caller in callers
    )
    return CallRace(title, reference, rounds, standings)


def percentile(values: Sequence[float], share: int) -> float:
    """The smallest value that at least `share` per cent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(-(-len(ordered) * share // 100) - 1, 0)]


def claim(ratio: float) -> str:
    """`faster`, `slower`, or `no claim` within the band around 1."""
    if ratio > 1 + BAND:
        return "slower"
    return "faster" if ratio < 1 / (1 + BAND) else "no claim"


def _ratios(mine: Sequence[float], theirs: Sequence[float]) -> Spread:
    return Spread.of([one / other for one, other in zip(mine, theirs, strict=True)])


def _check(reference: str, names: list[str], rounds: int) -> None:
    if reference not in names or len(set(names)) < len(names) or rounds < 1:
        raise ValueError(f"a race needs a round, names that differ and its reference among them: {reference}, {names}")
