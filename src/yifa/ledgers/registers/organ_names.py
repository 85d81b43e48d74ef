"""Which organ is meant: by its name, another of its names, its id or its credit code, as ledgers and files write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from yifa.ledgers.taken import Organs
from yifa.ledgers.values.texts import squeezed

_SHORTEST = 3  # signs of a name that may be found inside another text


class OrganNames:
    """The organs of a register by all their names."""

    def __init__(self, organs: Organs) -> None:
        self.organs = organs
        self._ids: dict[str, list[str]] = {}
        self._named: dict[str, str | None] = {}
        for office in organs.offices.values():
            for name in dict.fromkeys(map(squeezed, (office.id, office.name, office.code, *office.also))):
                if name:
                    self._ids.setdefault(name, []).append(office.id)

    def called(self, text: str) -> tuple[str, ...]:
        """The organs that are called so: one, several where the name is shared, none where nobody knows it."""
        return tuple(self._ids.get(squeezed(text), ()))

    @cached_property
    def _longest_first(self) -> list[tuple[str, str]]:
        names = ((name, ids[0]) for name, ids in self._ids.items() if len(ids) == 1 and len(name) >= _SHORTEST)
        return sorted(names, key=lambda one: (-len(one[0]), one[0]))

    def named_in(self, texts: Iterable[str]) -> str | None:
        """The organ whose name stands in one of some texts (titles, names of files); the longest name of the first."""
        for text in texts:
            if text not in self._named:
                plain = squeezed(text)
                self._named[text] = next((id_ for name, id_ in self._longest_first if name in plain), None)
            if self._named[text] is not None:
                return self._named[text]
        return None


_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,24}?(?:人民政府|办事处|委员会|管理局|监督局|农村局|保障局|建设局|局|厅|委|执法大队|执法支队|执法总队|执法队)"
    r"(?![\u4e00-\u9fff]*(?:局|厅|委员会|大队|支队))"
)
_PERIOD = re.compile(r"^(?:关于|附件\d*)?(?:\d{4}年?)?(?:\d{1,2}月)?")


def name_within(texts: Iterable[str]) -> str | None:
    """What looks like the name of an organ in one of some texts, where no register has it.

    >>> name_within(["青屏县市场监督管理局2025年行政处罚台账"])
    '青屏县市场监督管理局'
    """
    for text in texts:
        found = _NAME.match(_PERIOD.sub("", squeezed(text)))
        if found is not None:
            return found.group()
    return None
