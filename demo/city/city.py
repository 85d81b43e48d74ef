"""The invented city of a number and a scale: its places, people and parties, and stories cast with them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

import numpy as np

from demo.city.days import number as day_number
from demo.city.draws import Draws
from demo.city.parties import Parties
from demo.city.people import People, people
from demo.city.places import Places, places
from demo.city.recipes import Recipe
from demo.city.scene import Scene, Told, tell
from demo.city.seasons import AS_OF, starts
from demo.city.stories import Story

CASES = {"township": 2_000, "county": 20_000, "city": 200_000, "province": 1_000_000}


@dataclass(frozen=True)
class City:
    """Everything that is there before anything happens."""

    number: int
    scale: str
    places: Places
    people: People
    parties: Parties
    draws: Draws
    conducts: count[int]

    @property
    def as_of(self) -> int:
        """Up to which day the ledgers tell."""
        return day_number(AS_OF)

    @property
    def cases(self) -> int:
        """How many cases there are to be."""
        return CASES[self.scale]


def build(number: int, scale: str) -> City:
    """The city of a number; the same on every machine."""
    draws = Draws("city", number, scale)
    there = places(scale, draws.named("places"))
    crowd = people(there, draws.named("people"))
    cases = CASES[scale]
    parties = Parties(max(200, cases // 3), max(300, cases // 2), draws.named("parties"))
    return City(number, scale, there, crowd, parties, draws, count(1))


def cast(city: City, one: Story | Recipe, many: int) -> Told:
    """A story or a recipe told for so many cases."""
    recipe = one if isinstance(one, Recipe) else Recipe("lawful", one, (), ())
    story = recipe.story
    draws = city.draws.named(story.procedure, recipe.kind, story.name)
    organs = city.places.of(story.sectors, story.places)
    if not organs.size or not many:
        return _nobody(recipe)
    if story.each_organ:
        organs = city.places.reporting(story.sectors)
        many = organs.size
    many += many % 2 if story.pairs else 0
    organ = organs if story.each_organ else organs[draws.named("organ").weighted(many, city.places.work[organs])]
    party = city.parties.drawn(story.party, many, draws.named("party"))
    conduct = np.array([next(city.conducts) for _ in range(many)])
    if story.pairs:
        organ, party, conduct = (np.repeat(held[::2], 2) for held in (organ, party, conduct))
    scene = Scene(story, organ, party, conduct, draws, city.people)
    start = starts(many, draws.named("starts"), story.between)
    return tell(scene, start, city.as_of, kind=recipe.kind, planted=recipe.breaks, whole=isinstance(one, Recipe))


def _nobody(recipe: Recipe) -> Told:
    none = np.zeros(0, dtype=np.int64)
    return Told(recipe.story, recipe.kind, none, none, none, (), {}, {}, recipe.breaks)
