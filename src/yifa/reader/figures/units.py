"""Units: the closed table of classifiers and measures that follow a number, each with its kind and its plain form.

They stand in `units.yaml` and are read the longest first; what must not follow a unit, because it makes another word
(12「处」 but 12「处罚」), stands beside it there. A noun of one sign that is counted without a classifier (5镇) counts
only where the phrase ends or another number follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from yifa.reader.figures.numerals import SPACE
from yifa.reader.figures.vocabulary import word_lists
from yifa.reader.reading import FigureKind

# unit, and behind the colon what must not follow it
_WORDS = word_lists("yifa.reader.figures", "units")
_ROWS = {
    "classifiers": FigureKind.COUNT,
    "money": FigureKind.AMOUNT,
    "quantities": FigureKind.QUANTITY,
    "durations": FigureKind.DURATION,
    "multiples": FigureKind.MULTIPLE,
    "sets": FigureKind.COUNT,
}
# How a unit is told where several ways of writing mean the same; «个月» keeps its classifier, 月 alone is a date.
PLAIN = dict(pair.split("=") for pair in _WORDS["plain"])
CLASSIFIERS = frozenset(word.partition(":")[0] for word in _WORDS["classifiers"])
COUNTED = frozenset(_WORDS["counted"])
NOUNS = frozenset(_WORDS["nouns"])


@dataclass(frozen=True)
class Unit:
    """A unit as found: where it ends, its plain form, its kind, what one is worth, and 多 or 半 said inside it."""

    end: int
    name: str
    kind: FigureKind
    factor: Decimal
    inner: str | None
    bare_noun: bool


def _table() -> tuple[dict[str, FigureKind], dict[str, str]]:
    kinds: dict[str, FigureKind] = {}
    refused: dict[str, str] = {}
    for row, kind in _ROWS.items():
        for word in _WORDS[row]:
            name, _, after = word.partition(":")
            kinds[name] = kind
            if after:
                refused[name] = after
    for name in _WORDS["times"]:
        kinds[f"{name}次"] = FigureKind.COUNT
    kinds["次"] = FigureKind.COUNT
    refused["次"] = "生|品|要|序|高|级|数|年|日|月"
    kinds["百分点"] = FigureKind.POINTS
    kinds.update({"%": FigureKind.PERCENT, "％": FigureKind.PERCENT, "‰": FigureKind.PERCENT})
    return kinds, refused


_KINDS, _REFUSED = _table()
_NOUN_KINDS = dict.fromkeys(_WORDS["nouns"], FigureKind.COUNT)


def _alternation() -> str:
    words = []
    for name in sorted(_KINDS, key=len, reverse=True):
        after = _REFUSED.get(name)
        words.append(re.escape(name) + (f"(?!{after})" if after else ""))
    return "|".join(words)


_ONE = _alternation()
_AFTER = "|".join(sorted(_WORDS["after-classifier"], key=len, reverse=True))
_LONG_NOUN = "|".join(sorted((noun for noun in _NOUN_KINDS if len(noun) > 1), key=len, reverse=True))
_SHORT_NOUN = "|".join(noun for noun in _NOUN_KINDS if len(noun) == 1)
# A noun of one sign counts as a unit where the phrase ends behind it or goes on with a number, a list or an adverb.
_NOUN_END = (
    r"\s*(?:[\d,，、。.;；:：）)（(\n/\"”]|$|[一二两三四五六七八九十]|的|均|都|已|全部|实现|共|全面|和|与"
    r"|及|以|完成|开展|建|设|联|参|推|出|召|约|近|超|共|将(?!军)|被|获|入选|通过|率先|先后|分别|仍|未|尚|正在|因|合|协|互|[省市县区]局)"
)
UNIT = re.compile(
    rf"(?:{SPACE}(?P<some>个)(?P<inner>[多半余])?(?P<of>{_AFTER}|点(?![位对上面数名项子]))(?!份)"
    rf"|{SPACE}(?P<one>{_ONE})(?P<paired>{SPACE}(?:[（(/](?P<other>[一-龥]{{1,3}}(?:[、/][一-龥]{{1,2}})?)[)）]?))?"
    rf"|(?P<noun>(?:{_LONG_NOUN})|(?:{_SHORT_NOUN})(?=[（(]|{_NOUN_END}))(?P<nouns>[（(](?:社区|街道|居"
    rf"|市、区|市区|区|镇|街|园区|处)[)）])?)"
)
# 3000余(人)次
_BRACKETED_TIMES = re.compile(rf"{SPACE}[（(](?P<of>[人家户件台辆车场处])[)）]次")
_PAIR = re.compile(r"[（(][^（()）]{1,5}[)）]|/[一-龥]{1,2}")
# What the unit is counted per (毫米/小时, 批次/千人); it is part of the unit.
_PER = re.compile(
    r"/(?:[十百千万亿]{0,2}(?:人|户|件|米|平方米|立方米|公里|平方公里|亩|小时|天|日|年|月|秒|分钟|升|千克"
    r"|吨|车|次|个|家|案)|[a-zA-Z]{1,4}[²³]?)(?![\u4e00-\u9fff]*\d)"
)
_WORTH = {"角": Decimal("0.1")}


def read_unit(text: str, at: int) -> Unit | None:
    """The unit that stands here, None when the text goes on with something else."""
    if times := _BRACKETED_TIMES.match(text, at):
        return Unit(times.end(), f"{times['of']}次", FigureKind.COUNT, Decimal(1), None, False)
    found = UNIT.match(text, at)
    if found is None:
        return None
    if found["some"]:
        name = found["of"]
        kind = FigureKind.POINTS if name in ("百分点", "点") else FigureKind.DURATION
        inner = "多" if found["inner"] == "余" else found["inner"]
        return Unit(
            found.end(), f"个{name}" if name in ("月", "点") else PLAIN.get(name, name), kind, Decimal(1), inner, False
        )
    if found["noun"]:
        return Unit(found.end(), found["noun"], FigureKind.COUNT, Decimal(1), None, True)
    name, end = found["one"], found.end("one")
    kind = _KINDS[name]
    if found["paired"] and (pair := _PAIR.match(text, found.start("paired"))) and _is_pair(name, found["other"]):
        end = pair.end()
        name = f"{name}次" if found["other"] == "次" and not name.endswith("次") else name
    factor = _WORTH.get(name, Decimal(1))
    plain = "元" if name == "角" else "%" if name == "％" else PLAIN.get(name, name)
    if end == found.end("one") and (per := _PER.match(text, end)):
        end, plain = per.end(), plain + per.group()
    return Unit(end, plain, kind, factor, None, False)


def _is_pair(name: str, other: str) -> bool:
    """Whether the bracket behind a unit only names another unit: 人（次）, 台（套）, 村（社区）."""
    parts = re.split("[、/]", other)
    return name in CLASSIFIERS and all(part in _KINDS or part in _NOUN_KINDS for part in parts)
