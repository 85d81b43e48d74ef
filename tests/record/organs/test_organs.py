"""The register of organs: who was what on a day, and who supervises whom."""

from __future__ import annotations

from datetime import date

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, organ, register
from yifa.record.chain.queries import faults
from yifa.record.organs.actions import abolish, end_relation, merge, relate, rename, set_up, split
from yifa.record.organs.choices import Kind, Level, RelationKind
from yifa.record.organs.errors import AlreadyThere, NotInForce, OutOfOrder
from yifa.record.organs.models import Organ, Relation
from yifa.record.organs.queries import called, name_of, profiles_of, successors, supervised_by

pytestmark = pytest.mark.django_db


def codes(ids: frozenset[int]) -> set[str]:
    return set(Organ.objects.filter(id__in=ids).values_list("code", flat=True))


def test_a_government_supervises_what_is_under_it_and_observes_what_is_led_from_above() -> None:
    held = register()
    seen = supervised_by(held.county, TODAY)
    assert codes(seen.fully) == {"qp", "qp-justice", "qp-market", "qp-qingyun"}
    assert codes(seen.observed) == {"qp-tax"}
    assert codes(supervised_by(held.city_tax, TODAY).fully) == {"wangchao-tax", "qp-tax"}
    assert codes(supervised_by(held.market, TODAY).fully) == {"qp-market"}
    city = supervised_by(held.city, TODAY)
    assert codes(city.fully) == {"wangchao", "qp", "linyue", "qp-justice", "qp-market", "qp-qingyun"}
    assert codes(city.observed) == {"qp-tax"}


def test_relations_hold_from_their_first_day_to_their_last() -> None:
    held = register()
    relation = Relation.objects.get(organ=held.township)
    end_relation(relation, actor=CLERK, last=date(2025, 12, 31))
    relate(held.township, RelationKind.BELONGS_TO, held.neighbour, actor=CLERK, on=date(2026, 1, 1))
    seen = [
        held.township.id in supervised_by(one, day).fully
        for one in (held.county, held.neighbour)
        for day in (date(2019, 2, 28), BEGAN, date(2025, 12, 31), date(2026, 1, 1))
    ]
    assert seen == [False, True, True, False, False, False, False, True]


def test_an_organ_under_double_leadership_is_supervised_by_both() -> None:
    held = register()
    police = organ("qp-police", "青屏县公安局", Kind.DEPARTMENT, Level.COUNTY)
    above = organ("wangchao-police", "望潮市公安局", Kind.DEPARTMENT, Level.CITY)
    relate(police, RelationKind.BELONGS_TO, held.county, actor=CLERK, on=BEGAN)
    relate(police, RelationKind.DUAL, above, actor=CLERK, on=BEGAN)
    assert police.id in supervised_by(held.county, TODAY).fully
    assert police.id in supervised_by(above, TODAY).fully


def test_an_organ_is_called_what_it_was_called_on_the_day() -> None:
    held = register()
    rename(held.market, "青屏县市场监督管理和知识产权局", actor=CLERK, on=date(2025, 7, 1))
    days = (date(2019, 2, 28), BEGAN, date(2025, 6, 30), date(2025, 7, 1))
    assert [name_of(held.market, day) for day in days] == [
        "qp-market",
        "青屏县市场监督管理局",
        "青屏县市场监督管理局",
        "青屏县市场监督管理和知识产权局",
    ]
    assert list(called("青屏县市场监督管理局", date(2025, 6, 30))) == [held.market]
    assert list(called("青屏县市场监督管理局", date(2025, 7, 1))) == []
    assert profiles_of(held.market, TODAY) == {"samr"}


def test_who_takes_over_stands_in_the_place_of_an_organ_that_ended() -> None:
    held = register()
    whole = set_up("qp-whole", "青屏县综合执法局", actor=CLERK, on=BEGAN, kind=Kind.DEPARTMENT, level=Level.COUNTY)
    merge([held.market], whole, actor=CLERK, on=date(2025, 7, 1))
    parts = [organ(f"qp-part-{one}", f"青屏县第{one}局", Kind.DEPARTMENT, Level.COUNTY) for one in "一二"]
    split(whole, {parts[0]: ["food"], parts[1]: ["fire"]}, actor=CLERK, on=date(2026, 1, 1))
    abolish(parts[1], actor=CLERK, on=date(2026, 2, 1))
    market = Organ.objects.get(code="qp-market")
    days = (date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1), date(2026, 2, 1))
    assert [{one.code for one in successors(market, day)} for day in days] == [
        {"qp-market"},
        {"qp-whole"},
        {"qp-part-一", "qp-part-二"},
        {"qp-part-一"},
    ]
    assert market.last == date(2025, 6, 30)
    assert market.id not in supervised_by(held.county, date(2025, 7, 1)).fully
    assert market.id in supervised_by(held.county, date(2025, 6, 30)).fully


def test_what_cannot_be_is_told_by_whom_and_what_was_expected() -> None:
    held = register()
    told = []
    for refused, attempt in (
        (AlreadyThere, lambda: organ("qp", "青屏县人民政府", Kind.GOVERNMENT, Level.COUNTY)),
        (OutOfOrder, lambda: relate(held.city, RelationKind.BELONGS_TO, held.market, actor=CLERK, on=TODAY)),
        (NotInForce, lambda: rename(held.market, "青屏县局", actor=CLERK, on=date(2018, 1, 1))),
        (OutOfOrder, lambda: rename(held.market, "青屏县局", actor=CLERK, on=BEGAN)),
    ):
        with pytest.raises(refused) as found:
            attempt()
        told.append(str(found.value))
    assert told == [
        "organ qp: the code is taken, expected one that no organ ever had",
        "organ wangchao: qp-market already stands under it; expected no circle",
        "organ qp-market: lasts from 2019-03-01 to further on, expected a day within; found 2018-01-01",
        "organ qp-market: is called 青屏县市场监督管理局 since 2019-03-01, expected a later day",
    ]
    assert faults() == []
