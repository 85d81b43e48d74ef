"""Growth and fall as the text announces it: what has changed, by how much or how many per cent, and from what.

    抽查41次，比上年增加了150%              now 41, by 150%
    事项5项，比上年减少3项，减比37.5%        now 5, by −3, by −37.5%
    由80件上升至120件，增长50%              from 80 to 120, by 50%
    40家压减为7家，压减率82.5%              from 40 to 7, by −82.5%

Only words that stand directly behind a number are taken to speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yifa.reader.checks.from_to import before_changes
from yifa.reader.checks.rows import Row, Spot, same_unit
from yifa.reader.reading import FigureKind

_OF_LAST_YEAR = r"(?:度)?(?:同期|全年|末|底)?(?:数)?(?:相比|的?比较)?"
_LAST_YEAR = r"(?:上年度?|去年|上一年度?|往年|前年)"
_THAN = (
    rf"(?:[同环]比|(?:与|较|比|相比)?{_LAST_YEAR}{_OF_LAST_YEAR}|(?:与|较|比)20\d\d年度?{_OF_LAST_YEAR}|较前[一]?年)"
)
_UP = r"新增|净增|增加|增长|上升|提高|提升|上涨|增幅|涨幅|升幅|增"
_DOWN = r"减少|下降|降低|压减|压缩|缩减|精简|缩短|减幅|降幅|减比|降|减"
_BY = re.compile(
    rf"^(?P<link>[,、(]*(?:其中)?(?:分别)?)(?P<than>{_THAN})?[,]?(?:均|再|又|共|大幅|净)?(?P<way>{_UP}|{_DOWN})(?:了|率|幅度|比例)?(?:为|达到|达|约)?$"
)
_RATE_ONLY = re.compile(
    rf"^[,、()]*(?:[同环]比)?(?P<way>{_UP}|{_DOWN})(?:了|率|幅度|比例|幅)?(?:为|达到|达|约|高达|:)*$"
)
_FROM = re.compile(r"(?:由|从|原有|原来|原)[^,;:。()]{0,24}$")
_TO = re.compile(
    rf"^[,]?[^,;:。()]{{0,12}}?(?P<way>{_UP}|{_DOWN}|调整|优化|整合|增|升|降|缩)(?:至|到|为|成)(?!少)[^,;:。()]{{0,12}}$"
)
_EARLIER = re.compile(rf"^[,、(]*(?:{_THAN}|20\d\d年度?{_OF_LAST_YEAR})(?:的|为|是|仅为|只有)?$")
_LISTED = re.compile(r"其中|包括|包含|分为|分别[为是]")
_UPWARD = re.compile(_UP)


@dataclass(frozen=True)
class Change:
    """`now` has changed by `by` things (or `rate` per cent) from `earlier`; `sign` 1 for growth, −1 for a fall.

    `modifiers` are words of the rate that the numbers do not have. `heads` are numbers before it in the sentence that
    may be what has changed: behind 其中 the change is often that of the total.
    """

    row: Row
    now: Spot
    sign: int
    by: Spot | None = None
    rate: Spot | None = None
    earlier: Spot | None = None
    modifiers: str = ""
    members: tuple[Spot, ...] = ()
    heads: tuple[Spot, ...] = ()

    @property
    def ends_a_list(self) -> bool:
        """Whether `now` is the last of a list, so that the change may be of a total that was not made out."""
        return self.now.lead.startswith("、") or "、" in self.now.lead[-len(self.now.label) - 1 :]


def changes(row: Row) -> Iterator[Change]:
    """Every announced change of the sentence."""
    spots = row.spots
    index = 0
    while index < len(spots):
        found, index = (
            _from_to(row, index) or _beside_last_year(row, index) or _against_last_year(row, index) or (None, index + 1)
        )
        if found:
            yield found if found.earlier and found.members else replace(found, heads=_heads(found))


def _heads(change: Change) -> tuple[Spot, ...]:
    """Numbers of one unit before the list after 其中 that the change ends, the nearest first.

    A number that has a change of its own is none of them. A rate alone, behind a list of one, speaks of that one.
    """
    row, now = change.row, change.now
    at, gone = row.places[now.start], before_changes(row)
    if not _LISTED.search(now.lead) and "、" in now.lead:  # the last of a list, of which the opening may be lost
        before = [spot for index, spot in enumerate(row.spots[:at]) if index not in gone]
        if not any(_LISTED.search(spot.lead) for spot in row.spots[: at + 1]):
            return tuple(spot for spot in reversed(before) if spot.counted and same_unit(spot.figure, now.figure))
    one_only = bool(_LISTED.search(now.lead))
    while at >= 0 and not _LISTED.search(row.spots[at].lead):
        if ";" in row.spots[at].lead:
            return ()
        at -= 1
    if at < 0 or (one_only and not change.earlier and not (change.by and change.rate)):
        return ()
    before = [
        spot for index, spot in enumerate(row.spots[:at]) if index not in gone and not _against_last_year(row, index)
    ]
    if not before and row.before:
        before = list(row.before.spots)
    return tuple(spot for spot in reversed(before) if spot.counted and same_unit(spot.figure, now.figure))


def _sign(way: str) -> int:
    return 1 if _UPWARD.match(way) else -1


def _against_last_year(row: Row, index: int) -> tuple[Change, int] | None:
    """A number, directly behind it the change against an earlier year, by number, by rate or by both."""
    spots = row.spots
    now = spots[index]
    if not now.counted or index + 1 >= len(spots):
        return None
    first = spots[index + 1]
    told = _BY.match(_tight(now, first))
    if not told or first.depth not in (now.depth, now.depth + 1) or "其中" in told["link"] or "分别" in told["link"]:
        return None
    sign = _sign(told["way"])
    if first.per_cent or first.figure.kind is FigureKind.MULTIPLE:
        if not told["than"] and "(" not in told["link"]:
            return None
        return Change(row, now, sign, rate=first), index + 2
    if not same_unit(first.figure, now.figure) or not told["than"]:
        return None
    if index + 2 < len(spots) and spots[index + 2].per_cent:
        rate = spots[index + 2]
        again = _RATE_ONLY.match(rate.lead)
        if again and _sign(again["way"]) == sign:
            return Change(row, now, sign, by=first, rate=rate), index + 3
    return Change(row, now, sign, by=first), index + 2


def _beside_last_year(row: Row, index: int) -> tuple[Change, int] | None:
    """A number, last year's beside it, and the rate of change."""
    spots = row.spots
    if index + 2 >= len(spots) or not spots[index].counted or not spots[index + 2].per_cent:
        return None
    now, earlier, rate = spots[index : index + 3]
    told = _RATE_ONLY.match(rate.lead.removeprefix("相比"))
    if not told or not same_unit(now.figure, earlier.figure) or not _EARLIER.match(_tight(now, earlier)):
        return None
    return Change(row, now, _sign(told["way"]), rate=rate, earlier=earlier), index + 3


def _tight(now: Spot, first: Spot) -> str:
    """The words between a number and the change, if the number's own clause ends with its noun."""
    words = first.lead
    return re.sub(r"^[^,;:。()]{0,6}(?=[,(])", "", words) if words[:1] not in ",(" else words


def _from_to(row: Row, index: int) -> tuple[Change, int] | None:
    """From one number to another, and behind them the rate of change."""
    spots = row.spots
    if index + 1 >= len(spots):
        return None
    earlier, now = spots[index], spots[index + 1]
    if earlier.figure.kind is not now.figure.kind or earlier.figure.kind is FigureKind.PERCENT:
        return None
    told = _TO.match(re.sub(r"^[^,;:。()]{0,10}(?=,)", "", now.lead))
    if not told or not same_unit(earlier.figure, now.figure):
        return None
    if not _FROM.search(earlier.lead) and not re.search("[压减缩]", told["way"]):
        return None
    members: list[Spot] = []
    for at in range(index + 2, len(spots)):
        spot = spots[at]
        if spot.per_cent:
            named = re.search(
                rf"(?P<own>[^,;:。()]*?)(?P<way>{_UP}|{_DOWN})(?:了|率|幅度|比例|幅)?(?:为|达到|达|约|高达|:)*$",
                spot.lead,
            )
            if not named or not re.search(r"[,;:。()]?", spot.lead) or ";" in spot.lead:
                return None
            own = re.split(r"[,;:。()]", named["own"])[-1]
            return Change(
                row, now, _sign(named["way"]), rate=spot, earlier=earlier, modifiers=own, members=tuple(members)
            ), at + 1
        if not spot.counted or ";" in spot.lead:
            break
        members.append(spot)
    return None
