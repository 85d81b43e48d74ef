"""Queries that are known again: under the same key each scope has its own, and a day is one of its values."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import QuerySet

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY
from yifa.interfaces.office.known_lists import ask, ask_many
from yifa.record.access.queries import scope_of
from yifa.record.cases.models import Case
from yifa.record.scope import Scope, everything, within

pytestmark = pytest.mark.django_db


def cases_since(day: date) -> QuerySet[Case, tuple[str]]:
    return Case.objects.filter(opened__gte=day).order_by("number").values_list("number")


def numbers(scope: Scope, day: date) -> list[tuple[str]]:
    with within(scope):
        known = ask("a test", cases_since, day)
        assert known == list(cases_since(day))
    return known


def test_a_query_that_is_known_again_finds_what_the_scope_and_the_day_let_through(laid: Laid) -> None:
    with everything("a test"):
        supervisor, urban = (scope_of(laid.officers[number], TODAY) for number in ("0211", "0511"))
    whole, narrow = numbers(supervisor, date(2020, 1, 1)), numbers(urban, date(2020, 1, 1))

    assert set(narrow) < set(whole)
    assert set(numbers(supervisor, TODAY)) < set(whole)


def test_numbers_that_are_asked_for_are_those_of_the_scope_alone(laid: Laid) -> None:
    with everything("a test"):
        supervisor, urban = (scope_of(laid.officers[number], TODAY) for number in ("0211", "0511"))
        every = list(Case.objects.values_list("id", flat=True))
    found = []
    for scope in (supervisor, urban):
        with within(scope):
            rows = ask_many("of many", lambda ids: Case.objects.filter(id__in=ids).values_list("id"), every)
            assert {number for (number,) in rows} == set(Case.objects.values_list("id", flat=True))
            found.append(len(rows))

    assert found[0] > found[1]
