"""Who is punished, licensed and inspected: invented firms with credit codes and grades, and invented people.

The codes have right check digits (GB 32100, GB 11714) and begin with a place that no division of the country has, so no
firm that exists is meant. Parties are numbers: firms from 0 on, people from `PEOPLE_FROM` on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from demo.city.draws import Draws
from demo.city.people import LASTS, MIDDLES, SURNAMES

PEOPLE_FROM = 1 << 24
FIRST_WORDS = ("云", "青", "砚", "栖", "岚", "澜", "霁", "棠", "枫", "苇", "鹤", "梧", "汀", "芷", "蓼", "榆")
SECOND_WORDS = ("棹", "屏", "舟", "渚", "坞", "陌", "溪", "川", "岭", "桥", "帆", "禾", "麓", "泓", "庐", "野")
THIRD_WORDS = ("利", "丰", "和", "顺", "达", "源", "信", "宝", "恒", "兴", "康", "美", "德", "祥", "新", "佳")
TRADES = (
    *("食品", "商贸", "餐饮管理", "建材", "药房", "物流", "农资", "广告传媒", "机械", "服装", "超市", "科技"),
    *("养殖", "客运", "物业服务", "装饰工程", "化工", "印务", "旅行社", "口腔门诊部"),
)
FORMS = ("有限公司", "有限责任公司", "经营部", "商行", "股份有限公司", "个人独资企业", "专业合作社", "店")
GRADES = (("A", 55), ("B", 30), ("C", 12), ("D", 3))
CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = np.array([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])
ORGAN_WEIGHTS = np.array([3, 7, 9, 10, 5, 8, 4, 2])
NOWHERE = "990000"


@dataclass(frozen=True)
class Parties:
    """So many firms and so many people; both are worked out where they are asked for."""

    firms: int
    persons: int
    draws: Draws

    def drawn(self, kind: str, n: int, draws: Draws) -> np.ndarray:
        """n parties: `organisation`, `citizen`, or either (``)."""
        firms = draws.named("firm").whole(n, 0, self.firms - 1)
        persons = draws.named("person").whole(n, 0, self.persons - 1) + PEOPLE_FROM
        if kind:
            return firms if kind == "organisation" else persons
        return np.where(draws.named("kind").share(n) < 0.7, firms, persons)

    def names(self, party: np.ndarray) -> np.ndarray:
        """What they are called."""
        found = np.empty(party.size, dtype=object)
        firm = party < PEOPLE_FROM
        found[firm] = self._firm_names(party[firm])
        found[~firm] = self._person_names(party[~firm] - PEOPLE_FROM)
        return found

    def _firm_names(self, firm: np.ndarray) -> np.ndarray:
        lists = (FIRST_WORDS, SECOND_WORDS, THIRD_WORDS, TRADES, FORMS)
        # a number that shares no factor with the count of all names goes once round all of them
        at = (firm * 514_229 + 7919) % int(np.prod([len(one) for one in lists]))
        found = np.full(firm.size, "", dtype=object)
        for words in lists:
            at, word = np.divmod(at, len(words))
            held = np.empty(len(words), dtype=object)
            held[:] = words
            found = found + held[word]
        return found

    def _person_names(self, person: np.ndarray) -> np.ndarray:
        found = np.full(person.size, "", dtype=object)
        at = person * 65_537 + 104_729
        for words in (SURNAMES, MIDDLES, LASTS):
            at, word = np.divmod(at, len(words))
            held = np.empty(len(words), dtype=object)
            held[:] = list(words)
            found = found + held[word]
        return found

    def codes(self, party: np.ndarray) -> np.ndarray:
        """Credit codes of firms; people have a number of the office, as their own is nobody's business."""
        found = np.empty(party.size, dtype=object)
        firm = party < PEOPLE_FROM
        found[firm] = credit_codes(party[firm])
        found[~firm] = [f"ZR{one:08}" for one in (party[~firm] - PEOPLE_FROM).tolist()]
        return found

    def grades(self, firm: np.ndarray) -> np.ndarray:
        """The credit grade of each firm."""
        letters = np.empty(len(GRADES), dtype=object)
        letters[:] = [letter for letter, _ in GRADES]
        share = Draws(*self.draws.words, "grades").weighted(self.firms, np.array([many for _, many in GRADES]))
        return letters[share[firm]]


def credit_codes(firm: np.ndarray) -> np.ndarray:
    """Codes of 18 places: 91, a place that is nowhere, the organ code with its check digit, the check digit of all."""
    digits = np.zeros((firm.size, 17), dtype=np.int64)
    digits[:, 0], digits[:, 1] = 9, 1
    digits[:, 2:8] = [int(one) for one in NOWHERE]
    rest = firm + 10_000_000
    for place in range(15, 7, -1):
        rest, digits[:, place] = np.divmod(rest, 10)
    own = (11 - (digits[:, 8:16] * ORGAN_WEIGHTS).sum(axis=1) % 11) % 11
    digits[:, 16] = np.where(own == 10, CODE_DIGITS.index("X"), own)
    last = (31 - (digits * CODE_WEIGHTS).sum(axis=1) % 31) % 31
    letters = np.array(list(CODE_DIGITS))
    whole = letters[np.concatenate([digits, last[:, None]], axis=1)]
    found = np.empty(firm.size, dtype=object)
    found[:] = ["".join(row) for row in whole.tolist()]
    return found
