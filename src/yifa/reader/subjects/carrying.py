"""What a figure counts when its own clause names nothing: the noun of an earlier figure or of an earlier clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yifa.reader.reading import FigureKind
from yifa.reader.subjects.clauses import Place
from yifa.reader.subjects.lexicon import (
    CASE_HEADS,
    EVENT_HEADS,
    HEADS,
    PERSON_HEADS,
    PLACE_HEADS,
    alternation,
    unit_class,
)
from yifa.reader.subjects.phrases import real_verbs, tail_of

# How far back a noun is looked for: characters of the sentence, and figures.
REACH = 200
NEAREST = 24
_RATES = frozenset({FigureKind.PERCENT, FigureKind.POINTS, FigureKind.MULTIPLE, FigureKind.RATIO})
_MODIFIER = "[\u4e00-\u9fff]{0,8}?"
# A noun phrase ends here; a head that a further noun follows (部门联合抽查) is none.
_END = "(?=[，,。；;、：:的和及与等）)”》第（(0-9]|$|进行|予以|开展|实行|情况|工作|不[多少大])"
_HEADS_OF = {
    "人": re.compile(f"({_MODIFIER}(?:{alternation(PERSON_HEADS)})+){_END}"),
    "件": re.compile(
        f"({_MODIFIER}(?:{alternation(CASE_HEADS)})+)(?:{_END}|(?=全面|集中|清理|审查|办理|处理|排查|化解|调解"
        f"|查处|制定|管理|备案))"
    ),
    "家": re.compile(f"({_MODIFIER}(?:{alternation(PLACE_HEADS)})+){_END}"),
    "次": re.compile(f"({_MODIFIER}(?:{alternation(EVENT_HEADS)})+){_END}"),
}
_ANY = re.compile(f"({_MODIFIER}(?:{alternation(HEADS)})+){_END}")
_EVENT_UNITS = frozenset(("次", "场", "期", "轮", "场次", "批次", "轮次"))
_HEAD_ONLY = re.compile(f"(?:{alternation([*HEADS, *PERSON_HEADS, *CASE_HEADS, *EVENT_HEADS])})")


# Acts that are themselves what is counted, unless a case is.
SELF_TOLD = re.compile(
    "(?:立案|处罚|行政处罚|罚款|警告|拘留|逮捕|判刑|批捕|吊销|暂扣|查封|扣押|训诫|约谈|听证|赔偿|停产"
    "|责令|没收|通报批评|问责|处分|强制|审减|核减)"
)
# What is written and handed over is no case, though a unit of cases could count it.
_PAPER = re.compile("(?:通知书|意见书|建议书|决定书|资料|材料|手册|折页|报告|协议|协议书)$")
SUMMED = re.compile("^(?:共计|合计|共|累计|涉及)+$")


@dataclass(frozen=True)
class Told:
    """What a number counts and what was done; `at` is where the words for it begin."""

    subject: str | None
    predicate: str | None
    at: int


@dataclass(frozen=True)
class Topic:
    """The subject of a figure already told, ready to be carried over."""

    noun: str
    unit: str | None
    kind: FigureKind
    predicate: str | None


@dataclass(frozen=True)
class Asked:
    """A number asked for its subject, its sentence beginning at `start`.

    `topics` were told in the sentence, `earlier` in the one before; `whole` is the noun of what it is part of.
    """

    text: str
    start: int
    place: Place
    topics: Sequence[Topic]
    earlier: Sequence[Topic]
    whole: str | None = None

    @property
    def clause(self) -> str:
        """The sentence up to the words of this number, its last part where it is long."""
        return self.text[max(self.start, self.place.before_at - REACH) : self.place.before_at]


def carried(topics: Sequence[Topic], unit: str | None, kind: FigureKind) -> Topic | None:
    """The nearest earlier figure that counts the same sort of thing; for a rate or change, the nearest of all.

    A rest (其他…) is left out where anything else was told: what follows is of the whole again.
    """
    topics = [topic for topic in topics if not topic.noun.startswith(("其他", "其它"))] or topics
    if kind in _RATES:
        return next(
            (topic for topic in reversed(topics[-NEAREST:]) if topic.kind not in _RATES), topics[-1] if topics else None
        )
    wanted = unit_class(unit)
    for topic in reversed(topics[-NEAREST:]):
        if topic.noun == topic.predicate or (topic.unit != unit and _PAPER.search(topic.noun)):
            continue
        if topic.kind is kind and (unit_class(topic.unit) == wanted or unit is None):
            return topic
    return None


def named_before(text: str, unit: str | None) -> str:
    """The last noun before a figure that its unit could count; empty when the words name none."""
    wanted = unit_class(unit)
    pattern = _HEADS_OF.get("次" if unit in _EVENT_UNITS else wanted, _ANY)
    last = ""
    for found in pattern.finditer(text[-120:]):
        last = found.group(1)
    if not last or (wanted == "件" and unit not in (None, "份") and _PAPER.search(last)):
        return ""
    cut = 0
    for start, end in real_verbs(last, 0):
        if end < len(last) and not (unit in _EVENT_UNITS and _HEAD_ONLY.match(last, start)):
            cut = end
    for mark in re.finditer("[的了对将把和与及在为]", last):
        if mark.end() < len(last) - 1:
            cut = max(cut, mark.end())
    return tail_of(last[cut:])
