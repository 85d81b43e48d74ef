"""Has the corpus judge every story and recipe by its full acts, no ledger between: `python -m demo.city.trial licence`.

A story must come to nothing, a recipe to what it says and to nothing else. Words after the procedure pick recipes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from demo.city.city import City, build, cast
from demo.city.procedures import all_of
from demo.city.recipes import Recipe
from demo.city.scene import Told
from demo.city.told_tables import register, tables
from yifa.law.conditions import day_of
from yifa.law.duties import Outcome
from yifa.law.run.many_cases import many_engine, plainly
from yifa.law.run.taking_in import batch

CASES = 6


@dataclass(frozen=True)
class Compared:
    """What was found beyond, and short of, what a story or recipe says: duty@subject:class → cases."""

    name: str
    more: dict[str, int]
    less: dict[str, int]

    @property
    def right(self) -> bool:
        """Whether what was found is what was planted."""
        return not self.more and not self.less


def judged(city: City, told: Told, as_of: int) -> Compared:
    """The findings of the corpus beside what was planted, for one story."""
    engine = many_engine(told.story.procedure)
    acts, cases = tables(city, told)
    facts = batch(acts, cases, engine.whole, day_of(as_of), register=register(city))
    found: Counter[str] = Counter()
    for _, result in engine.judge(facts, plainly).findings():
        word = "unknown" if result.outcome is Outcome.UNKNOWN else result.finding.word
        found[f"{result.duty}@{result.subject}:{word}"] += 1
    if not told.size:
        return Compared(told.story.name, {"no organ has such cases": 1}, {})
    planted = Counter({"something left open": told.size} if told.kind == "unknown" else {})
    planted += Counter({f"{one.duty}@{one.subject}:{one.kind}": told.size for one in told.planted})
    if told.kind == "unknown":
        found = _said_open(found, told.size)
    return Compared(told.story.name, dict(found - planted), dict(planted - found))


def _said_open(found: Counter[str], size: int) -> Counter[str]:
    """Unknown findings come to one line: whether there is one in every case at least."""
    left = Counter({key: many for key, many in found.items() if not key.endswith(":unknown")})
    left["something left open"] = min(size, sum(many for key, many in found.items() if key.endswith(":unknown")))
    return left


def outcomes(city: City, procedure: str, words: str = "") -> Iterator[Compared]:
    """Every story and recipe of a procedure whose name, or a duty of which, holds some words."""
    stories, recipes = all_of(procedure)
    for one in (*stories, *recipes):
        story = one.story if isinstance(one, Recipe) else one
        named = " ".join([story.name, *(planted.duty for planted in (one.breaks if isinstance(one, Recipe) else ()))])
        if words in named:
            many = CASES if isinstance(one, Recipe) else 20 * CASES
            yield judged(city, cast(city, one, many), city.as_of)


def main(arguments: list[str]) -> int:
    """Tell of what is not as it should be; 0 when all is."""
    city = build(1, "city")
    wrong = 0
    for procedure in arguments[:1]:
        for one in outcomes(city, procedure, " ".join(arguments[1:])):
            if one.right:
                continue
            wrong += 1
            print(f"✗ {one.name}")
            for key, many in one.more.items():
                print(f"    found, not planted: {key} × {many}")
            for key, many in one.less.items():
                print(f"    planted, not found: {key} × {many}")
    print("all as planted" if not wrong else f"{wrong} are not as planted")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
