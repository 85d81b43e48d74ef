"""The first rows over several organs: the same as if all were sorted, whichever way they are found."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY
from yifa.interfaces.office import organ_by_organ
from yifa.interfaces.office.organ_by_organ import first_rows
from yifa.record.access.queries import scope_of
from yifa.record.cases.models import Case
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
SUPERVISOR, WITH_AN_OPENED_FILE = "0211", "0221"


def cases() -> QuerySet[Case, tuple[date, int, int]]:
    return Case.objects.order_by("opened", "id").values_list("opened", "id", "organ")


@pytest.mark.parametrize("key", [None, "a list"])
@pytest.mark.parametrize("number", [SUPERVISOR, WITH_AN_OPENED_FILE])
def test_what_is_found_organ_by_organ_is_what_sorting_all_of_it_gives(
    laid: Laid, number: str, key: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(organ_by_organ, "LEAST", 1)
    monkeypatch.setattr(organ_by_organ, "SPREAD", 0)
    with everything("a test"):
        scope = scope_of(laid.officers[number], TODAY)
    known = None if key is None else (key,)

    with within(scope):
        found = [first_rows(cases, many, lambda one: one, key=known and (*known, many)) for many in (1, 2, 3, 50)]
        whole = [list(cases()[:many]) for many in (1, 2, 3, 50)]

    assert found == whole
    assert len(whole[-1]) > 0


def test_all_organs_are_asked_by_one_statement_and_those_that_may_have_more_by_another(
    laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(organ_by_organ, "LEAST", 1)
    monkeypatch.setattr(organ_by_organ, "SPREAD", 0)
    with everything("a test"):
        scope = scope_of(laid.officers[SUPERVISOR], TODAY)

    with within(scope), CaptureQueriesContext(connection) as asked:
        found = first_rows(cases, 7, lambda one: one)

    with within(scope):
        assert found == list(cases()[:7])
    assert len(scope.organs) > 3
    assert len(asked) == 2


def test_rows_are_begun_of_values_and_known_again_with_others(laid: Laid) -> None:
    days = (date(2026, 1, 5), date(2026, 3, 1))
    with everything("a test"):
        scope = scope_of(laid.officers[SUPERVISOR], TODAY)

    def since(day: date) -> QuerySet[Case, tuple[date, int, int]]:
        return cases().filter(opened__gte=day)

    with within(scope):
        found = [first_rows(since, 2, lambda one: one, day, key="cases since") for day in days]
        whole = [list(since(day)[:2]) for day in days]

    assert found == whole
    assert whole[0] != whole[1]
