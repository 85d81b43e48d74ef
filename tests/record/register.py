"""A small register of organs: a city, a county under it, its bureaus, a township; what tests of the record act upon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tests.record.chain.records import CHINA
from yifa.record.organs.actions import Actor, relate, set_up
from yifa.record.organs.choices import Kind, Level, RelationKind
from yifa.record.organs.models import Organ

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=CHINA)
CLERK = Actor("clerk 1", NOW)
BEGAN = date(2019, 3, 1)
TODAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Register:
    """Its organs."""

    city: Organ
    city_tax: Organ
    county: Organ
    justice: Organ
    market: Organ
    tax: Organ
    township: Organ
    neighbour: Organ


def register() -> Register:
    """Set it up."""
    city = organ("wangchao", "望潮市人民政府", Kind.GOVERNMENT, Level.CITY)
    city_tax = organ("wangchao-tax", "望潮市税务局", Kind.DEPARTMENT, Level.CITY)
    county = organ("qp", "青屏县人民政府", Kind.GOVERNMENT, Level.COUNTY)
    justice = organ("qp-justice", "青屏县司法局", Kind.DEPARTMENT, Level.COUNTY)
    market = organ("qp-market", "青屏县市场监督管理局", Kind.DEPARTMENT, Level.COUNTY, profiles=("samr",))
    tax = organ("qp-tax", "青屏县税务局", Kind.DEPARTMENT, Level.COUNTY)
    township = organ("qp-qingyun", "青云镇人民政府", Kind.GOVERNMENT, Level.TOWNSHIP)
    neighbour = organ("linyue", "临岳区人民政府", Kind.GOVERNMENT, Level.COUNTY)
    for one, kind, to in (
        (county, RelationKind.BELONGS_TO, city),
        (neighbour, RelationKind.BELONGS_TO, city),
        (justice, RelationKind.BELONGS_TO, county),
        (market, RelationKind.BELONGS_TO, county),
        (tax, RelationKind.BELONGS_TO, county),
        (tax, RelationKind.VERTICAL, city_tax),
        (township, RelationKind.BELONGS_TO, county),
    ):
        relate(one, kind, to, actor=CLERK, on=BEGAN)
    return Register(city, city_tax, county, justice, market, tax, township, neighbour)


def organ(code: str, name: str, kind: Kind, level: Level, profiles: tuple[str, ...] = ()) -> Organ:
    """One organ."""
    return set_up(code, name, actor=CLERK, on=BEGAN, kind=kind, level=level, profiles=profiles)
