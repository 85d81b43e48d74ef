"""How many cases of each procedure, of each lawful history and of each recipe a city of some scale has."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from demo.city.city import City
from demo.city.draws import Draws
from demo.city.procedures import all_of, known
from demo.city.recipes import Recipe
from demo.city.stories import Story

SHARES = {
    "penalty-simple": 340,
    "licence": 280,
    "penalty-ordinary": 180,
    "inspection": 110,
    "disclosure": 14,
    "enforcement": 14,
    "coercive-measure": 12,
    "reconsideration": 12,
    "litigation": 9,
    "credit": 9,
    "publication": 30,
    "petition": 12,
    "process-record": 12,
    "mediation": 10,
    "qualification": 4,
    "criminal-transfer": 3,
    "government-rule": 0,
}
"""Of a thousand cases; a procedure that is not named has two. A city makes a few rules a year, however large it is."""
TIMES = {"township": 1, "county": 1, "city": 4, "province": 12}
"""How often each recipe is planted."""
ONE_IN = {"township": 3}
"""At these scales only one recipe in so many is planted, other ones for other numbers."""


def volumes(city: City, planted: dict[str, tuple[Recipe, ...]]) -> dict[str, list[tuple[Story | Recipe, int]]]:
    """For every procedure its stories and recipes, and how many cases of each."""
    procedures = [one for one in known() if one in planted]
    shares = np.array([SHARES.get(one, 2) for one in procedures])
    found = {}
    for procedure, share in zip(procedures, shares.tolist(), strict=True):
        stories, _ = all_of(procedure)
        recipes = [(one, TIMES[city.scale]) for one in _some(planted[procedure], city)]
        lawful = max(city.cases * share // int(shares.sum()) - sum(many for _, many in recipes), 2 * len(stories))
        found[procedure] = [*_spread(city, stories, lawful), *recipes]
    return found


def _some(recipes: tuple[Recipe, ...], city: City) -> Iterator[Recipe]:
    for place, one in enumerate(recipes):
        if (place + city.number) % ONE_IN.get(city.scale, 1) == 0:
            yield one


def _spread(city: City, stories: tuple[Story, ...], many: int) -> list[tuple[Story, int]]:
    """By the weight of each history and the work of the organs that have such cases."""
    work = city.places.work
    weights = np.array([one.weight * int(work[city.places.of(one.sectors, one.places)].sum()) for one in stories])
    total = int(weights.sum())
    counts = many * weights // max(total, 1)
    return [
        (one, max(int(count), 1 if weight else 0)) for one, count, weight in zip(stories, counts, weights, strict=True)
    ]


def draws_of(city: City, *words: object) -> Draws:
    """Draws that belong to the making of ledgers."""
    return city.draws.named("ledgers", *words)
