"""Who works in the organs of the invented city, and since when and until when each may enforce.

Every person has one role for good, so that whoever investigates never reviews, chairs or heads. Names are put together
from lists and given to one person only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.city.days import NONE, number
from demo.city.draws import Draws
from demo.city.places import Places

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
    "陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
)
MIDDLES = "文明志建国海晓春雨思佳子宇一梦承景清安若瑞启俊嘉怀远立泽书云"
LASTS = "军伟芳娜敏静强磊洋勇艳杰涛超霞平刚辉玲桂英华玉萍红鹏飞鑫波斌宁凯倩琳璐航晨睿轩然彤岚颖柯恒朗"

ROLES = (
    ("officer", 6),
    ("reviewer", 2),
    ("chair", 2),
    ("head", 2),
    ("uncertified", 2),
    ("lapsed", 2),
    ("suspended", 2),
    ("fresh", 2),
    ("supervisor", 3),
    ("clerk", 3),
    ("outsider", 4),
)
"""Roles, and how many of each an organ has at least; an organ with much work has more officers."""
BEFORE_THE_YEAR, AFTER_THE_YEAR = number("2025-06-12"), number("2026-08-17")


@dataclass(frozen=True)
class Certificate:
    """One row of the register of officers."""

    person: int
    number: str
    issued: int
    expires: int
    suspended: int = NONE
    restored: int = NONE
    withdrawn: int = NONE


@dataclass(frozen=True)
class People:
    """Everybody: `names`, the organ each works in, and where the people of a role begin in each organ."""

    names: np.ndarray
    organ: np.ndarray
    role: tuple[str, ...]
    first: dict[str, np.ndarray]
    count: dict[str, np.ndarray]
    certificates: tuple[Certificate, ...]

    def drawn(self, role: str, organ: np.ndarray, count: int, draws: Draws) -> np.ndarray:
        """For each organ so many different people with a role, as numbers."""
        size = self.count[role][organ]
        start = draws.below(size)
        return self.first[role][organ][:, None] + (start[:, None] + np.arange(count)) % size[:, None]


def people(places: Places, draws: Draws) -> People:
    """The people of all organs and their certificates."""
    organ: list[int] = []
    role: list[str] = []
    first = {name: np.zeros(len(places.organs), dtype=np.int64) for name, _ in ROLES}
    count = {name: np.zeros(len(places.organs), dtype=np.int64) for name, _ in ROLES}
    for one in places.organs:
        for name, least in ROLES:
            many = least + (one.work // 2 if name == "officer" else 0)
            first[name][one.number], count[name][one.number] = len(organ), many
            organ += [one.number] * many
            role += [name] * many
    names = _names(len(organ), draws.named("names"))
    return People(names, np.array(organ), tuple(role), first, count, tuple(_certificates(role, draws)))


def _names(count: int, draws: Draws) -> np.ndarray:
    """So many different names."""
    all_of_them = len(SURNAMES) * len(MIDDLES) * len(LASTS)
    if count > all_of_them:
        raise ValueError(f"{count} people are more than there are names for ({all_of_them})")
    picked = draws.order(all_of_them)[:count]
    sur, rest = np.divmod(picked, len(MIDDLES) * len(LASTS))
    middle, last = np.divmod(rest, len(LASTS))
    held = np.empty(count, dtype=object)
    held[:] = [
        SURNAMES[a] + MIDDLES[b] + LASTS[c]
        for a, b, c in zip(sur.tolist(), middle.tolist(), last.tolist(), strict=True)
    ]
    return held


def _certificates(role: list[str], draws: Draws) -> list[Certificate]:
    """Those who have one: issued in 2021 or 2022 for five years and more, apart from what makes a role what it is."""
    size = len(role)
    issued = draws.named("issued").whole(size, number("2021-09-06"), number("2022-12-20"))
    odd = draws.named("odd").whole(size, 0, 19)
    found = []
    for person, name in enumerate(role):
        no = f"9900{person + 1:08}"
        begins, ends = int(issued[person]), int(issued[person]) + 2190
        if name in ("uncertified", "clerk", "outsider"):
            continue
        if name == "lapsed":
            found.append(Certificate(person, no, begins, BEFORE_THE_YEAR - person % 30))
        elif name == "suspended":
            found.append(Certificate(person, no, begins, ends, suspended=BEFORE_THE_YEAR - person % 30))
        elif name == "fresh":
            found.append(Certificate(person, no, AFTER_THE_YEAR + person % 10, AFTER_THE_YEAR + 2190))
        elif odd[person] == 0:  # renewed in time, with a row of its own
            found.append(Certificate(person, no, begins, begins + 1460))
            found.append(Certificate(person, no, begins + 1400, begins + 3286))
        elif odd[person] == 1:  # suspended and given back long before the year
            found.append(Certificate(person, no, begins, ends, number("2023-02-06"), number("2023-02-27")))
        else:
            found.append(Certificate(person, no, begins, ends))
    return found
