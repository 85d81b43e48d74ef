"""A query that is remembered answers as one that is put together anew, within the scope that holds and no other."""

from __future__ import annotations

import pytest
from django.db.models import F

from tests.record.register import BEGAN, CLERK
from yifa.record.cases.actions import open_case
from yifa.record.cases.models import Case
from yifa.record.organs.actions import set_up
from yifa.record.organs.choices import Kind, Level
from yifa.record.organs.models import Organ
from yifa.record.scope import Remembered, Scope, Unscoped, everything, within

pytestmark = pytest.mark.django_db
_OPENED = Remembered(
    lambda number, on: Case.objects.select_related("organ").filter(number=number, opened=on).order_by("id"),
    str,
    type(BEGAN),
)


@pytest.fixture
def bureaus() -> list[Organ]:
    made = []
    with everything("a test"):
        for code in ("qp-first", "qp-second"):
            organ = set_up(code, code, actor=CLERK, on=BEGAN, kind=Kind.DEPARTMENT, level=Level.COUNTY)
            for number in ("1", "2"):
                open_case(organ, "licence", number, actor=CLERK, on=BEGAN, facts={})
            made.append(organ)
    return made


def told(cases: list[Case]) -> list[tuple[str, str, object, object]]:
    return [(one.organ.code, one.number, one.opened, one.facts) for one in cases]


def test_it_finds_what_the_scope_shows_and_nothing_of_another_scope(bureaus: list[Organ]) -> None:
    first, second = bureaus
    for organ in (first, second, first):
        with within(Scope.of([organ.id])):
            assert told(_OPENED("2", BEGAN)) == [(organ.code, "2", BEGAN, {})]
            assert _OPENED("3", BEGAN) == []
    with everything("a test"):
        assert told(_OPENED("1", BEGAN)) == [(one.code, "1", BEGAN, {}) for one in bureaus]
    with within(Scope.of([])):
        assert _OPENED("1", BEGAN) == []
    with pytest.raises(Unscoped, match="Case was to be read without a scope"):
        _OPENED("1", BEGAN)


def test_an_instance_is_as_django_makes_it_without_asking_again(
    bureaus: list[Organ], django_assert_num_queries: object
) -> None:
    with within(Scope.of([bureaus[0].id])):
        expected = Case.objects.select_related("organ").get(number="2")
        _OPENED("1", BEGAN)
        with django_assert_num_queries(1):  # type: ignore[operator]
            [found] = _OPENED("2", BEGAN)
            assert found.organ == expected.organ
    assert {**vars(found), "_state": None} == {**vars(expected), "_state": None}
    assert (found._state.adding, found._state.db) == (False, "default")


def test_columns_come_as_they_are_asked_for(bureaus: list[Organ]) -> None:
    columns = Remembered(
        lambda id_: Case.objects.filter(organ=id_).order_by("id").values_list("number", "opened", F("organ__code")), int
    )
    with within(Scope.of([bureaus[1].id])):
        assert columns(bureaus[1].id) == [("1", BEGAN, "qp-second"), ("2", BEGAN, "qp-second")]


def test_a_value_without_a_place_of_its_own_is_refused() -> None:
    lost = Remembered(lambda number, on: Case.objects.filter(number=number), str, type(BEGAN))
    with everything("a test"), pytest.raises(RuntimeError, match="a value has no place of its own in the query"):
        lost("1", BEGAN)
