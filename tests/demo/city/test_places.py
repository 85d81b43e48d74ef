"""The city has its bureaus at every scale, and what changes in the year changes on its day."""

from __future__ import annotations

import numpy as np
import pytest

from demo.city import registers
from demo.city.city import build
from demo.city.days import NONE, number
from demo.city.draws import Draws
from demo.city.places import BUREAUS, CITIES, EMPOWERED_ON, OF_CITY, ZONE_ON, places
from demo.city.procedures import all_of
from yifa.ledgers.registers.columns import CODES, PLACES


@pytest.mark.parametrize(("scale", "organs"), [("township", 19), ("county", 25), ("city", 385)])
def test_scales_have_so_many_organs_with_different_names(scale: str, organs: int) -> None:
    there = places(scale, Draws("places"))
    assert len(there.organs) == organs
    assert len({one.name for one in there.organs}) == organs
    assert {sector for _, sector, _ in BUREAUS} <= {one.sector for one in there.organs}


def test_powers_are_handed_down_and_the_zone_takes_over_on_a_day() -> None:
    there = places("township", Draws("places"))
    dated = {(one.kind, one.first) for one in there.relations if one.first is not None}
    assert dated == {("empowered-by", EMPOWERED_ON), ("sector", ZONE_ON)}


def test_stories_without_a_place_never_meet_local_rules() -> None:
    there = places("city", Draws("places"))
    plain, local = there.of(("urban",)), there.of(("urban",), ("zhejiang",))
    assert {there.organs[one].region for one in plain.tolist()} == {""}
    assert {there.organs[one].region for one in local.tolist()} == {"zhejiang"}


def test_only_histories_that_name_the_government_of_a_city_are_cast_with_it() -> None:
    there = places("county", Draws("places"))
    of_city = [one.number for one in there.organs if one.level == "city"]
    assert there.of((OF_CITY,)).tolist() == of_city
    assert not set(there.of(()).tolist()) & set(of_city)
    assert there.reporting((OF_CITY,)).tolist() == of_city
    assert set(of_city) < set(there.reporting().tolist())


@pytest.mark.parametrize("scale", ["township", "province"])
def test_government_rules_are_made_by_governments_of_cities_alone(scale: str) -> None:
    there = places(scale, Draws("places"))
    stories, recipes = all_of("government-rule")
    sectors = {sector for one in (*stories, *(recipe.story for recipe in recipes)) for sector in one.sectors or ("",)}
    makers = [there.organs[one].name for one in there.of(tuple(sectors)).tolist()]
    assert makers == [f"{city}人民政府" for city in CITIES[: len(makers)]]


def test_no_real_place_stands_in_the_register_of_a_city_with_local_rules() -> None:
    organs, relations = registers.organs(build(1, "city"))
    cells = [str(cell) for one in (organs, relations) for column in one.columns for cell in column if cell is not None]
    real = {name for names in PLACES.values() for name in names} | set(PLACES)
    assert [cell for cell in cells if any(name in cell for name in real)] == []
    assert set(CODES.values()) <= set(cells), "local rules are named by their code"


def test_everybody_has_one_role_and_certificates_are_what_the_role_says() -> None:
    city = build(1, "township")
    people = city.people
    assert len(set(people.names.tolist())) == people.names.size
    held = {one.person for one in people.certificates}
    roles = np.array(people.role, dtype=object)
    assert not held & set(np.flatnonzero(np.isin(roles, ("uncertified", "clerk", "outsider"))).tolist())
    year = number("2025-07-01"), city.as_of
    for one in people.certificates:
        role = people.role[one.person]
        if role == "lapsed":
            assert one.expires < year[0]
        elif role == "suspended":
            assert (one.suspended < year[0], one.restored) == (True, NONE)
        elif role == "fresh":
            assert one.issued > number("2026-08-10")
    whole = {
        person: [(one.issued, one.expires) for one in people.certificates if one.person == person]
        for person in np.flatnonzero(roles == "officer").tolist()
    }
    assert all(min(begin for begin, _ in spans) < year[0] for spans in whole.values())
    assert all(max(end for _, end in spans) > year[1] for spans in whole.values())


def test_people_of_one_case_are_different_and_of_its_organ() -> None:
    city = build(1, "township")
    organ = np.arange(len(city.places.organs))
    drawn = city.people.drawn("officer", organ, 2, Draws("two"))
    assert (drawn[:, 0] != drawn[:, 1]).all()
    assert (city.people.organ[drawn] == organ[:, None]).all()
