"""The words that qualify a number: a closed list, each way of writing brought to one word.

Three sorts. *How exact*: 余 多 几 约 近 以上 以下 以内 左右 上下 超过 不足 至少 不超过. *Against what*: 同比 环比
比上年 (any 比/较 with an earlier time). *What it says*: 累计 其中 分别 平均, and for a change its direction: 增加 or
减少 when the number is the change itself (增长20%, 下降了3件), 增加到 or 减少到 when it is the level reached (升到98%).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Way of writing → word. Those of the first table touch the number from before, those of the second from behind.
BEFORE = {
    "约": "约",
    "大约": "约",
    "约为": "约",
    "约有": "约",
    "约计": "约",
    "约合": "约",
    "大概": "约",
    "近": "近",
    "将近": "近",
    "接近": "近",
    "近乎": "近",
    "超": "超过",
    "超过": "超过",
    "逾": "超过",
    "突破": "超过",
    "高于": "超过",
    "大于": "超过",
    "不足": "不足",
    "不到": "不足",
    "未满": "不足",
    "不满": "不足",
    "低于": "不足",
    "少于": "不足",
    "小于": "不足",
    "至少": "至少",
    "不少于": "至少",
    "不低于": "至少",
    "最少": "至少",
    "不小于": "至少",
    "不下": "至少",
    "上": "以上",
    "不超过": "不超过",
    "不高于": "不超过",
    "不多于": "不超过",
    "至多": "不超过",
    "最多": "不超过",
    "不大于": "不超过",
    "未超过": "不超过",
    "不超": "不超过",
    ">": "超过",
    "＞": "超过",
    "≥": "至少",
    "<": "不足",
    "＜": "不足",
    "≤": "不超过",
}
BEHIND = {
    "以上": "以上",
    "及以上": "以上",
    "之上": "以上",
    "以下": "以下",
    "及以下": "以下",
    "以内": "以内",
    "之内": "以内",
    "左右": "左右",
    "上下": "上下",
    "余": "余",
    "多": "多",
    "有余": "余",
}
WITHIN = {"余": "余", "多": "多", "几": "几", "来": "多"}

INEXACT = frozenset({*BEFORE.values(), *BEHIND.values(), *WITHIN.values()})
EARLIER = frozenset({"同比", "环比", "比上年"})
CHANGES = frozenset({"增加", "减少"})
LEVELS = frozenset({"增加到", "减少到"})
QUALIFIERS = INEXACT | EARLIER | CHANGES | LEVELS | {"累计", "其中", "分别", "平均"}

# Words of change. «多» and «少», «增» and «减» are read so only beside an earlier time (比上年多3件).
UP = "多收|多办|多立|多发|增长|增加|增多|增幅|上升|提高|提升|上涨|涨幅|升幅|扩大|多出|增设|增配|慢|加|涨|增|升|多"
DOWN = (
    "削减|少收|少办|少立|少发|减少|下降|降低|降幅|减幅|压减|压缩|缩短|缩减|精简|精减"
    "|压降|回落|减低|下滑|调减|砍掉|砍|快|压|减|降|少"
)
_RISING = re.compile(f"(?:{UP}|增至|升至|提至|加|涨|慢|增设|增配)")


def tell_change(word: str, level: bool) -> str:
    """The word for a change or for the level reached by it."""
    rising = _RISING.fullmatch(word) is not None
    if level:
        return "增加到" if rising else "减少到"
    return "增加" if rising else "减少"


def inexact(qualifiers: Iterable[str]) -> bool:
    """Whether the text itself says that the value is not exact."""
    return not INEXACT.isdisjoint(qualifiers)


def is_change(qualifiers: Iterable[str]) -> bool:
    """Whether the number is a change (增长20%), not a level."""
    return not CHANGES.isdisjoint(qualifiers)
