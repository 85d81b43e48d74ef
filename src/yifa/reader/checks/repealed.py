"""Names of texts that are no longer in force, with the first day without them and what took their place.

From the corpus: statutes whose last version has ended. Beside them names that the corpus does not keep because
nothing is counted by them any more; each rests on the article that ended it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from yifa.law.catalogue.statutes import Statute, statutes


@dataclass(frozen=True)
class Repealed:
    """A text by its short name: out of force from `day` on, by or in favour of `successor`."""

    name: str
    day: date
    successor: str


_CIVIL_CODE = date(2021, 1, 1)
_MARKET_REGISTRATION = date(2022, 3, 1)
_ELSEWHERE = (
    *(
        Repealed(name, _CIVIL_CODE, "民法典 1260")
        for name in ("婚姻法", "继承法", "民法通则", "收养法", "担保法", "合同法", "物权法", "侵权责任法", "民法总则")
    ),
    *(
        Repealed(name, _MARKET_REGISTRATION, "市场主体登记管理条例 55")
        for name in ("公司登记管理条例", "企业法人登记管理条例", "合伙企业登记管理办法", "农民专业合作社登记管理条例")
    ),
    Repealed("环境噪声污染防治法", date(2022, 6, 5), "噪声污染防治法 90"),
    Repealed("城市房屋拆迁管理条例", date(2011, 1, 21), "国有土地上房屋征收与补偿条例 35"),
    Repealed("法规规章备案条例", date(2024, 11, 1), "法规规章备案审查条例"),
    Repealed("法治政府建设实施纲要(2015-2020年)", date(2021, 1, 1), "法治政府建设实施纲要（2021－2025年）"),
)


def plain_name(name: str) -> str:
    """A title as it is compared: without the state's name, with one kind of bracket and dash."""
    name = name.translate(str.maketrans("（）－—–~～〈〉＜＞", "()-----''''", " \u3000\n'"))
    while "--" in name:
        name = name.replace("--", "-")
    return name.removeprefix("中华人民共和国")


@cache
def repealed() -> dict[str, Repealed]:
    """Every such text by its plain name."""
    found = {plain_name(one.name): one for one in _ELSEWHERE}
    for statute in statutes():
        if statute.kind in ("practice",) or (last := _ended(statute)) is None:
            continue
        for name in (statute.title.zh, statute.title.short):
            found[plain_name(name)] = Repealed(statute.title.short, last, "")
    return found


def _ended(statute: Statute) -> date | None:
    """The first day without any version; None while one is open."""
    ends = [version.valid.to for version in statute.versions]
    if None in ends or not ends:
        return None
    return max(end for end in ends if end) + timedelta(days=1)
