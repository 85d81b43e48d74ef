"""How a heading is spelled: without what makes two spellings of the same heading differ, and the unit it names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_BRACKETS = re.compile(r"[(\[【〔{<《「]([^()\[\]【】〔〕{}<>《》「」]*)[)\]】〕}>》」]")
_SIGNS = re.compile(r"[\s*＊#:：,，.。;；、/\\|_\-—·•?？!！\"'“”‘’+~]+")
_LOOSE = re.compile(r"[的之及与和或]")
_UNITS = {
    "元": ("yuan", 1),
    "人民币元": ("yuan", 1),
    "单位元": ("yuan", 1),
    "千元": ("yuan", 1000),
    "万元": ("yuan", 10_000),
    "单位万元": ("yuan", 10_000),
    "人民币万元": ("yuan", 10_000),
    "亿元": ("yuan", 100_000_000),
    "日": ("days", 1),
    "天": ("days", 1),
    "自然日": ("days", 1),
    "工作日": ("working-days", 1),
    "个工作日": ("working-days", 1),
    "月": ("months", 1),
    "个月": ("months", 1),
    "小时": ("hours", 1),
}
QUIET = frozenset(("序号", "序", "编号序", "行号", "备注", "说明", "no", "备注说明", "填报说明"))
"""Headings that every sheet may have and that tell nothing of a case."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A heading: `full` with what stands in brackets, `bare` without, `loose` for likeness; the unit it names."""

    full: str
    bare: str
    loose: str
    unit: str | None = None
    factor: int = 1


@lru_cache(maxsize=1 << 14)
def spelled(heading: str) -> Spelled:
    """A heading as it is compared.

    >>> spelled("*罚款 金额\\n（万元）")
    Spelled(full='罚款金额万元', bare='罚款金额', loose='罚款金额', unit='yuan', factor=10000)
    >>> spelled("是否经过听证").loose == spelled("经过听证").loose
    True
    """
    plain = unicodedata.normalize("NFKC", heading).lower()
    unit, factor = None, 1
    for inside in _BRACKETS.findall(plain):
        named = _UNITS.get(_SIGNS.sub("", inside))
        if named is not None:
            unit, factor = named
    bare = _SIGNS.sub("", _BRACKETS.sub("", plain))
    full = _SIGNS.sub("", re.sub(r"[()\[\]【】〔〕{}<>《》「」]", "", plain))
    return Spelled(full, bare or full, _loosened(bare or full), unit, factor)


def _loosened(bare: str) -> str:
    loose = bare.replace("时间", "日期").replace("年月日", "日期").replace("行政", "")
    loose = loose.removeprefix("是否").removesuffix("情况")
    return _LOOSE.sub("", loose) or bare
