"""By their full acts every lawful history is lawful, and every recipe breaks what it says and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from demo.city import trial
from demo.city.city import City, build
from demo.city.layouts import layout
from demo.city.ledgers import recipes_of
from demo.city.procedures import all_of, known
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.procedures import Procedure

UNBROKEN = {
    "pen-archive": "nothing says until when a dossier is archived",
    "enf-court-3m/suit-period": "a value that others count from",
    "enf-court-3m/suit-period-untold": "a value that others count from",
    "enf-court-3m/reconsideration-period": "a value that others count from",
    "lit-sue-5y-20y/real-property": "twenty years of the law of 2015 end in 2035",
    "crd-repair-tiers/serious": "no term of three years has ended yet",
    "ins-annual-plan/undated-2027": "the year has not come",
    "ins-annual-plan-sh/undated-2027": "the year has not come",
}
"""Duties of which no record can show a breach, and why."""


@pytest.fixture(scope="module")
def city() -> City:
    return build(1, "city")


def written() -> Iterator[tuple[str, Procedure]]:
    for one in known():
        yield one, folder(one).procedure


def test_stories_say_only_what_the_procedures_have_words_for() -> None:
    wrong = []
    for name, procedure in written():
        stories, recipes = all_of(name)
        for story in (*stories, *(one.story for one in recipes)):
            for step in story.steps:
                held = procedure.acts.get(step.act)
                if held is None or set(step.fields) - set(held.fields):
                    wrong.append((name, story.name, step.act))
    assert wrong == []


def test_recipes_break_duties_that_there_are() -> None:
    wrong = [
        (name, planted.duty)
        for name in known()
        for recipe in all_of(name)[1]
        for planted in recipe.breaks
        if planted.duty not in {duty.id for duty in folder(name).duties}
    ]
    assert wrong == []


@pytest.mark.parametrize("procedure", known())
def test_every_duty_the_ledger_carries_is_broken_somewhere(procedure: str) -> None:
    assert layout(procedure) is not None
    planted = {one.duty for recipe in recipes_of(procedure, all_of(procedure)[1]) for one in recipe.breaks}
    duties = {duty.id for duty in folder(procedure).duties if duty.verified != "unverified"}
    assert duties - planted - set(UNBROKEN) == set()


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("procedure", known())
def test_what_is_planted_is_found_and_nothing_else(city: City, procedure: str) -> None:
    wrong = [one for one in trial.outcomes(city, procedure) if not one.right]
    assert wrong == []
