"""What is asked of each organ by one statement is what asking one organ after the other finds, within the scope."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import QuerySet

from tests.record.register import BEGAN, CLERK
from yifa.record.cases.actions import open_case
from yifa.record.cases.models import Case
from yifa.record.organs.actions import set_up
from yifa.record.organs.choices import Kind, Level
from yifa.record.organs.models import Organ
from yifa.record.scope import OfEach, Part, Scope, Unscoped, everything, within

pytestmark = pytest.mark.django_db
MANY = 4


@pytest.fixture
def bureaus() -> list[Organ]:
    """Ten organs, with some cases each, the last with none."""
    made = []
    with everything("a test"):
        for place in range(10):
            organ = set_up(f"qp-{place}", f"{place}局", actor=CLERK, on=BEGAN, kind=Kind.DEPARTMENT, level=Level.COUNTY)
            for number in range(9 - place):
                on = BEGAN + timedelta(days=number * 3 % 7)
                procedure = "licence" if number % 3 else "reconsideration"
                open_case(organ, procedure, str(number), actor=CLERK, on=on, facts={})
            made.append(organ)
    return made


def newest(organ: int, since: date) -> QuerySet[Case, tuple[date, str, int]]:
    rows = Case.objects.filter(organ=organ, opened__gte=since).order_by("-opened", "-id")
    return rows.values_list("opened", "number", "organ_id")[:MANY]


def scopes(bureaus: list[Organ]) -> list[Scope]:
    ids = frozenset(one.id for one in bureaus)
    walled = Part(ids, frozenset({"reconsideration"}))
    return [
        Scope.of(ids),
        Scope((walled,)),
        Scope((walled, Part(frozenset({bureaus[0].id})))),
        Scope.of([bureaus[1].id], [Case.objects.filter(organ=bureaus[0]).earliest("id").id]),
    ]


@pytest.mark.parametrize("since", [BEGAN, BEGAN + timedelta(days=3)])
def test_it_finds_the_first_of_each_organ_as_asking_each_does(bureaus: list[Organ], since: date) -> None:
    asked = OfEach(newest, date)
    organs = [one.id for one in bureaus]
    with everything("a test"):
        several = scopes(bureaus)
    for scope in several:
        with within(scope):
            whole = [list(newest(one, since)) for one in organs]
            found = asked(organs, since)
            some = asked(organs[:3], since, most=3)

        assert found == [row for rows in whole for row in rows]
        assert some == [row for rows in whole[:3] for row in rows][:3]
        assert len(found) > 0
    assert asked([], since) == []


def test_it_reads_nothing_without_a_scope_and_nothing_of_other_organs(bureaus: list[Organ]) -> None:
    asked = OfEach(newest, date)
    with within(Scope.of([bureaus[0].id])):
        assert asked([bureaus[1].id], BEGAN) == []
    with within(Scope.of([])):
        assert asked([bureaus[0].id], BEGAN) == []
    with pytest.raises(Unscoped, match="Case was to be read without a scope"):
        asked([bureaus[0].id], BEGAN)


def test_what_has_no_columns_of_its_own_or_no_organ_is_refused(bureaus: list[Organ]) -> None:
    organs = [bureaus[0].id]
    instances: OfEach[Case] = OfEach(lambda organ: Case.objects.filter(organ=organ))
    elsewhere: OfEach[tuple[int]] = OfEach(lambda organ: Case.objects.filter(id__gt=organ).values_list("id"))
    for one in (instances, elsewhere):
        with everything("a test"), pytest.raises(RuntimeError, match="not to be asked of each organ"):
            one(organs)
