"""The organs of the invented city: bureaus of counties, townships, a development zone, and what changed on which day.

All names are invented. Two bureaus merge during the year, townships are given powers, and the committee of the zone
takes over market regulation in the middle of it. The government of a city makes government rules, and nothing else that
fills a ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from demo.city.days import number
from demo.city.draws import Draws

CITIES = ("望潮市", "云汀市", "秦山市", "澜屏市", "霁川市", "砚江市", "棠岭市", "枫澜市", "鹤渚市", "苇原市")
COUNTIES = ("青屏县", "临岳区", "柳屿县", "栖云县", "汀溪区", "霁岭县", "梧桥区", "枫渚县")
TOWNSHIPS = (
    *(
        "云棹镇",
        "桑岚镇",
        "砚溪镇",
        "青榧镇",
        "麦垄乡",
        "苇舟镇",
        "松烟镇",
        "栗坡乡",
        "霜桥镇",
        "雁渚镇",
        "茶弦乡",
        "星坞镇",
    ),
    *("杏陂乡", "岚渡镇", "芷浦镇", "墨川镇", "蓼湾镇", "梨汀乡", "榆陌镇", "石缨乡"),
)
BUREAUS = (
    ("市场监督管理局", "market", 30),
    ("公安局", "police", 30),
    ("交通运输局", "transport", 14),
    ("农业农村局", "agriculture", 9),
    ("城市管理局", "urban", 12),
    ("行政审批服务局", "licensing", 30),
    ("应急管理局", "emergency", 4),
    ("生态环境分局", "environment", 4),
    ("文化和旅游局", "culture", 4),
    ("卫生健康局", "health", 6),
    ("人力资源和社会保障局", "labour", 6),
    ("自然资源局", "land", 5),
    ("司法局", "justice", 3),
    ("人民政府", "government", 4),
)
"""Name, sector, and how much of the work of a county falls to it."""
SHORT_NAMES = {"market": "市监局", "urban": "城管局", "labour": "人社局", "health": "卫健局", "licensing": "审批局"}
"""How people call some bureaus, also in ledgers."""
PROFILES = {"market": "samr", "police": "psa", "agriculture": "agri", "transport": "trans"}
"""Sectors with rules of their own, by the profile that the ledgers and the register use."""
REGIONS = {
    "shandong": "石棹县",
    "zhejiang": "榆舟县",
    "hunan": "芷陌县",
    "guangdong": "岚帆县",
    "guangxi": "棠溪坞县",
    "jilin": "雁庐县",
    "sichuan": "砚麓县",
    "tianjin": "汀野区",
    "chongqing": "霁坞区",
    "neimenggu": "苇庐县",
    "ningbo": "澜渚区",
    "beijing": "云麓陌区",
    "shanghai": "栖帆区",
}
"""From city scale on, invented counties to which local rules apply, so that these are tried too."""
OF_CITY = "city-government"
"""The sector of the government of a city: only histories that name it are cast with it."""
MERGED_ON, EMPOWERED_ON, ZONE_ON = number("2025-11-03"), number("2025-09-01"), number("2025-12-01")
SCALES = {"township": (1, 1, 2), "county": (1, 1, 8), "city": (1, 8, 10), "province": (10, 8, 10)}
"""Cities, counties of each, townships of each county."""


@dataclass(frozen=True)
class Organ:
    """One organ. `was`: names it had before; `profile_from`: since when it has the rules of its sector (None: ever).

    `region`: the place whose local rules apply to it, where there are some.
    """

    number: int
    id: str
    name: str
    sector: str
    level: str
    place: str
    above: str
    work: int
    was: tuple[str, ...] = ()
    profile: str = ""
    profile_from: int | None = None
    merged_into: str = ""
    silent: bool = False
    region: str = ""
    code: str = ""


@dataclass(frozen=True)
class Relation:
    """How one organ stands to another, with its days (None: open)."""

    organ: str
    kind: str
    other: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True)
class Places:
    """All organs, and how they stand to one another."""

    organs: tuple[Organ, ...]
    relations: tuple[Relation, ...]

    @cached_property
    def work(self) -> np.ndarray:
        """How much work falls to each organ."""
        return np.array([organ.work for organ in self.organs])

    def of(self, sectors: tuple[str, ...], regions: tuple[str, ...] = ()) -> np.ndarray:
        """The organs of some sectors (none given: of all) that send their ledgers."""
        return np.array(
            [
                one.number
                for one in self.organs
                if not one.silent
                and one.work
                and one.region in (regions or ("",))
                and (one.sector in sectors if sectors else one.sector != OF_CITY)
            ],
            dtype=np.int64,
        )

    def reporting(self, sectors: tuple[str, ...] = ()) -> np.ndarray:
        """The organs that report for themselves each year: from the county level up, and no branch of another.

        `sectors`: of the history that is told of; what only governments of cities do, is reported by none but them.
        """
        return np.array(
            [
                one.number
                for one in self.organs
                if one.level != "township"
                and one.sector != "zone"
                and (OF_CITY not in sectors or one.sector in sectors)
            ],
            dtype=np.int64,
        )


def places(scale: str, draws: Draws) -> Places:
    """The organs of a scale."""
    cities, counties, townships = SCALES[scale]
    built: list[Organ] = []
    relations: list[Relation] = []

    def add(name: str, sector: str, level: str, place: str, above: str, work: int, **more: object) -> Organ:
        organ = Organ(len(built), f"J{len(built) + 1:04}", name, sector, level, place, above, work, **more)  # type: ignore[arg-type]
        built.append(organ)
        if above:
            kind = "vertical" if sector == "environment" else "branch-of" if sector == "zone" else "belongs-to"
            relations.append(Relation(organ.id, kind, above))
        return organ

    for city in CITIES[:cities]:
        for place, county in enumerate(COUNTIES[:counties]):
            name = county if cities == 1 else f"{city}{county}"
            government = add(f"{name}人民政府", "government", "county", name, "", 4)
            for bureau, sector, work in BUREAUS:
                if sector == "government":
                    continue
                more: dict[str, object] = {"profile": PROFILES.get(sector, "")}
                if sector in SHORT_NAMES:
                    more["was"] = (f"{name}{SHORT_NAMES[sector]}",)
                if sector == "culture":
                    more["was"] = (f"{name}文化和旅游局", f"{name}文旅局", f"{name}体育局")
                now = "文化旅游和体育局" if sector == "culture" else bureau
                add(f"{name}{now}", sector, "county", name, government.id, work, **more)
            for town in _towns(draws.named("towns", city, county), townships):
                office = add(f"{name}{town}人民政府", "township", "township", name, government.id, 3)
                relations.append(Relation(office.id, "empowered-by", government.id, EMPOWERED_ON))
            if place % 4 == 0:
                zone = add(
                    f"{name}高新技术产业开发区管理委员会",
                    "zone",
                    "county",
                    name,
                    government.id,
                    8,
                    was=(f"{name}高新区管委会",),
                    profile="samr",
                    profile_from=ZONE_ON,
                )
                relations.append(Relation(zone.id, "sector", "市场监管", ZONE_ON))
            add(f"{name}残疾人联合会", "silent", "township", name, government.id, 0, silent=True)
    for region, name in REGIONS.items() if scale in ("city", "province") else ():
        government = add(f"{name}人民政府", "government", "county", name, "", 1, region=region)
        for bureau, sector, _ in BUREAUS:
            if sector != "government":
                add(
                    f"{name}{bureau}",
                    sector,
                    "county",
                    name,
                    government.id,
                    1,
                    profile=PROFILES.get(sector, ""),
                    region=region,
                )
    for city in CITIES[:cities]:
        add(f"{city}人民政府", OF_CITY, "city", city, "", 1)
    return Places(tuple(built), tuple(relations))


def _towns(draws: Draws, count: int) -> list[str]:
    return [TOWNSHIPS[at] for at in draws.order(len(TOWNSHIPS))[:count].tolist()]
