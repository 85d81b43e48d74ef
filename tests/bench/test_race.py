"""The harness measures what it says: turns, medians, ratios, percentiles, and a band in which nothing is claimed."""

from __future__ import annotations

import pytest

from bench.race import Caller, CallStanding, Race, Spread, Standing, Variant, claim, percentile, race, race_calls


class Clockwork:
    """A clock that only the variants move, and a record of who ran."""

    def __init__(self) -> None:
        self.now = 0.0
        self.ran: list[str] = []

    def __call__(self) -> float:
        return self.now

    def variant(self, name: str, *seconds: float, answers: int = 1) -> Variant:
        """A variant that takes these times, the warm-up first."""
        left = list(seconds)

        def run() -> str:
            self.ran.append(name)
            self.now += left.pop(0)
            return f"{name} answered"

        return Variant(name, run, answers)


def test_variants_take_turns_and_the_warm_up_counts_for_nothing() -> None:
    clock = Clockwork()

    found = race(
        "Something",
        [clock.variant("one", 90, 2, 4, 3), clock.variant("other", 90, 4, 2, 12)],
        reference="one",
        rounds=3,
        clock=clock,
    )

    assert clock.ran == ["one", "other"] * 4
    assert found == Race(
        "Something",
        "one",
        3,
        (
            Standing("one", 1, Spread(3, 2, 4), Spread(1, 1, 1), 1),
            Standing("other", 1, Spread(4, 2, 12), Spread(2, 0.5, 4), 1),
        ),
    )
    assert found.answers == {"one": "one answered", "other": "other answered"}


def test_a_ratio_is_taken_within_a_round_so_that_a_slow_round_hits_both() -> None:
    clock = Clockwork()

    found = race(
        "Drift",
        [clock.variant("reference", 0, 1, 10, 100), clock.variant("half", 0, 0.5, 5, 50)],
        reference="reference",
        rounds=3,
        clock=clock,
    )

    assert found["half"].ratio == Spread(0.5, 0.5, 0.5)
    assert found["half"].claim == "faster"


def test_a_variant_with_more_answers_is_compared_answer_by_answer() -> None:
    clock = Clockwork()

    found = race(
        "Sizes",
        [clock.variant("few", 0, 2, answers=10), clock.variant("many", 0, 10, answers=100)],
        reference="few",
        rounds=1,
        clock=clock,
    )

    assert (found["few"].per_second, found["many"].per_second) == (5, 10)
    assert found["many"].ratio.median == 0.5


@pytest.mark.parametrize(
    ("ratio", "said"),
    [(1, "no claim"), (1.15, "no claim"), (1.16, "slower"), (0.87, "no claim"), (0.86, "faster")],
)
def test_within_the_band_nothing_is_claimed(ratio: float, said: str) -> None:
    assert claim(ratio) == said


def test_single_calls_are_timed_one_by_one() -> None:
    clock = Clockwork()

    def take(seconds: float) -> None:
        clock.now += seconds

    found = race_calls(
        "Calls",
        [Caller("even", take, [2.0] * 100), Caller("with a tail", take, [1.0] * 98 + [8.0] * 2)],
        reference="even",
        rounds=2,
        clock=clock,
    )

    assert found.standings == (
        CallStanding("even", 100, Spread(2, 2, 2), Spread(2, 2, 2), Spread(1, 1, 1)),
        CallStanding("with a tail", 100, Spread(1, 1, 1), Spread(8, 8, 8), Spread(0.5, 0.5, 0.5)),
    )


@pytest.mark.parametrize(("share", "value"), [(0, 1), (1, 1), (50, 50), (51, 51), (99, 99), (100, 100)])
def test_a_percentile_is_one_of_the_values(share: int, value: int) -> None:
    assert percentile(list(range(100, 0, -1)), share) == value


@pytest.mark.parametrize(
    ("names", "rounds"), [(["one", "other"], 1), (["reference", "reference"], 1), (["reference"], 0)]
)
def test_a_race_without_its_reference_or_a_round_is_refused(names: list[str], rounds: int) -> None:
    clock = Clockwork()

    with pytest.raises(ValueError, match="its reference among them: reference"):
        race("?", [clock.variant(name, 0, 1) for name in names], reference="reference", rounds=rounds)

    assert clock.ran == []
