"""Two numbers joined as before and after: 由1102项增至1348项. They are one number at two times, no part and whole.

The join is seen by its words: a way of changing with 至, 到, 为 or 成 between the two, or 由/从 before the first and 至
or 到 directly before the second. Nothing is computed here.
"""

from __future__ import annotations

import re

from yifa.reader.checks.rows import Row, same_unit

_CHANGED_TO = re.compile(
    r"^[^;:。()]{0,16}?(?:[增升降减缩扩拓展涨跌翻]|调整|优化|整合|精简|提高|提速|改变|转变|发展|上调|下调)"
    r"[^,;:。()]{0,4}?(?:至|到|为|成)(?!少)[^,;:。()]{0,8}$"
)
_FROM = re.compile(r"(?:由|从|自)(?!于|此)[^,;:。()]{0,24}$")
_TO = re.compile(r"^[^,;:。()中内里]{0,4}(?:至|到)(?:了|近|约|现在的|目前的|今年的)?$")


def joined(row: Row) -> tuple[tuple[int, int], ...]:
    """The places in the row of every number before a change, with that of the number after it."""
    spots = row.spots
    return tuple(
        (at - 1, at)
        for at in range(1, len(spots))
        if spots[at - 1].figure.kind is spots[at].figure.kind
        and (same_unit(spots[at - 1].figure, spots[at].figure) or spots[at - 1].figure.unit is None)
        and spots[at].depth == spots[at - 1].depth
        and (_CHANGED_TO.match(spots[at].lead) or (_FROM.search(spots[at - 1].clause) and _TO.match(spots[at].lead)))
    )


def before_changes(row: Row) -> frozenset[int]:
    """The places in the row of the numbers that are no longer so."""
    if "gone" not in row.known:
        row.known["gone"] = frozenset(before for before, _ in joined(row))
    gone: frozenset[int] = row.known["gone"]
    return gone
