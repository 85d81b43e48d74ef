"""The first rows over several organs: the same as if all were sorted, whichever way they are found."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import QuerySet

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY
from yifa.interfaces.office import organ_by_organ
from yifa.interfaces.office.organ_by_organ import first_rows
from yifa.record.access.queries import scope_of
from yifa.record.cases.models import Case
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
SUPERVISOR, WITH_AN_OPENED_FILE = "0211", "0221"


def cases() -> QuerySet[Case, tuple[date, int]]:
    return Case.objects.order_by("opened", "id").values_list("opened", "id")


@pytest.mark.parametrize("key", [None, "a list"])
@pytest.mark.parametrize("few", [0, 4])
@pytest.mark.parametrize("number", [SUPERVISOR, WITH_AN_OPENED_FILE])
def test_what_is_found_organ_by_organ_is_what_sorting_all_of_it_gives(
    laid: Laid, number: str, few: int, key: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(organ_by_organ, "FEW", few)
    monkeypatch.setattr(organ_by_organ, "AT_FIRST", 1)
    with everything("a test"):
        scope = scope_of(laid.officers[number], TODAY)
    known = None if key is None else (key, few)

    with within(scope):
        found = [first_rows(cases, many, lambda one: one, key=known and (*known, many)) for many in (1, 3, 50)]
        whole = [list(cases()[:many]) for many in (1, 3, 50)]

    assert found == whole
    assert len(whole[-1]) > 0
