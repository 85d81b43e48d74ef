"""Pages of the list of cases are what sorting all of it gives, whichever way they are found; and so is their count."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from django.http import QueryDict

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY
from yifa.interfaces.office import organ_by_organ
from yifa.interfaces.office.cases.filters import Filters
from yifa.interfaces.office.cases.keyset import counted, cut, ordered
from yifa.oversight.standing.models import Standing
from yifa.record.access.queries import scope_of
from yifa.record.cases.models import Case
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
SUPERVISOR, WITH_AN_OPENED_FILE, OFFICER = "0211", "0221", "0412"
QUERIES = (
    "",
    "state=all",
    "light=red",
    "light=red&state=all",
    "light=amber",
    "light=green&state=open",
    "light=unknown",
    "sort=due",
    "sort=-due",
    "sort=due&light=red",
    "sort=-opened&state=all",
    "sort=number&state=all",
    "sort=last_act&state=all",
    "state=all&first=2025-01-01&last=2026-02-20",
    "state=all&procedure=penalty-ordinary",
    "whose=mine&state=all",
    "lowest=1&state=all",
)


def laid_out(laid: Laid) -> None:
    """Some cases copied past the verbs into other days and organs, of each organ some; a few of them not judged."""
    with everything("a test"):
        if Case.objects.filter(number="抄0").exists():
            return
        turn = count()
        for case in list(Case.objects.select_related("standing").order_by("id")):
            for organ in laid.organs.values():
                place = next(turn)
                opened = case.opened - timedelta(days=place % 40)
                copy = Case(organ=organ, procedure=case.procedure, number=f"抄{place}", opened=opened, state=case.state)
                Case.objects.bulk_create([copy])
                if place % 9:
                    told = {one.attname: getattr(case.standing, one.attname) for one in Standing._meta.concrete_fields}
                    told |= {"case_id": copy.id, "organ_id": organ.id, "opened": opened}
                    Standing.objects.bulk_create([Standing(**told)])


@pytest.mark.parametrize("number", [SUPERVISOR, WITH_AN_OPENED_FILE, OFFICER])
@pytest.mark.parametrize(("many", "least"), [(7, 1), (50, 4)])
def test_pages_are_what_sorting_all_of_it_gives(
    laid: Laid, number: str, many: int, least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(organ_by_organ, "LEAST", least)
    monkeypatch.setattr(organ_by_organ, "SPREAD", least - 1)
    laid_out(laid)
    officer = laid.officers[number]
    with everything("a test"):
        scope = scope_of(officer, TODAY)
    lengths = []
    for query in QUERIES:
        filters = Filters.of(QueryDict(query))
        key = (filters, number, many, least)
        with within(scope):
            whole = [one.id for one in ordered(filters.chosen(officer, TODAY), filters.sort)]
            found, after = [], ""
            while True:
                page, after = cut(
                    lambda: filters.chosen(officer, TODAY),  # noqa: B023 - asked at once
                    filters.sort,
                    after,
                    many,
                    (lambda: filters.standings(officer, TODAY)) if filters.by_standing else None,  # noqa: B023
                    key,
                    filters.of_somebody,
                )
                found += [one.id for one in page]
                if not after:
                    break
            for most in (3, 10_000):
                told = counted(
                    lambda: filters.chosen(officer, TODAY),  # noqa: B023
                    most,
                    (*key, most),
                    few=filters.of_somebody,
                )
                assert told == min(len(whole), most), query
        assert found == whole, query
        lengths.append(len(whole))
    assert max(lengths) > 7
