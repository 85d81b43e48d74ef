"""Rates in their sentences: how a percentage is named, and which of the numbers beside it are part and whole.

`办结率` names what its part must be: something 办结. A count whose clause says so is the part, another of the same
unit is the whole. 占比 takes the last count as part. What the name adds (按期, 义务教育阶段) must stand beside the
counts too, or the rate may rest on other numbers. Nothing is computed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yifa.reader.checks.from_to import before_changes
from yifa.reader.checks.rows import WINDOW, Row, Sheet, Spot, comparable, same_unit
from yifa.reader.figures.qualifiers import is_change
from yifa.reader.reading import FigureKind

Share = Literal["pair", "part", "whole", "alone"]

_LINK = (
    r"(?:[约已均都各高超近只仅有为是达到至了在:]|分别|基本|保持|稳定|始终|实现|连续|平均"
    r"|(?:提升|提高|上升|增长|增加|下降|降低|压降|[升降增])(?:到|至|为))*$"
)
_RATE = re.compile(r"(?P<name>[^,;:。()]*?率)" + _LINK)
_OF = re.compile(r"(?P<head>[^,;:。()]*)占(?!道|地|用)(?P<of>[^,;:。()占]*?)的?(?P<noun>比例|比重|比率|比)?" + _LINK)
_OF_WHAT = re.compile(r"^的(?:比例|比重)?[为达]?到?$")
GROWTH_NAMES = ("增长率", "增幅率", "下降率", "减少率", "上升率", "增加率", "升幅", "降幅", "增幅", "减幅")
REDUCTION_NAMES = ("压减率", "压缩率", "精简率", "减少率", "下降率", "缩减率", "削减率")
# Words that say the same of a case; the second stands for the first.
_SAME_WORDS = (
    ("办理完毕", "办结"),
    ("审结", "办结"),
    ("结案", "办结"),
    ("办复", "办结"),
    ("已结", "办结"),
    ("通过", "合格"),
    ("及格", "合格"),
    ("受案", "受理"),
    ("立案", "受理"),
    ("采用", "采纳"),
    ("出庭应诉", "出庭"),
    ("回复", "反馈"),
    ("复函", "反馈"),
)
_NEGATIONS = "不未没无"
_FILLERS = re.compile(
    r"全[省市县区镇州盟旗]|我[省市县区镇州盟旗局]|本[省市县区镇州盟旗局]|目前|其中|今年|全年|年度|总体|综合|平均|累计|各类|有关|相关|工作|情况|案件|事项|[的各其已均总]"
)
_TOLD_TO = re.compile(r"(?:督促|责令|要求|限期|应|需|下达|通知)[^,;:。]{0,3}整改")
_SUM_OF_ALL = re.compile(r"共|总|合计|全[省市县区镇州部]|累计")
_MEAN = re.compile(r"平均|综合|总体|加权")
_OTHER_BASE = re.compile(r"结转|上年|往年|去年|存量|不含|除外|除去|扣除|剔除|应办|应结|到期|应[当]?出庭|其余|在办")
# Of what a rate is taken: the step before, as the clause of the only number beside it may name it.
_STEP_BEFORE = {
    "受理": re.compile(r"收到|申请|接到|接收|收件"),
    "办结": re.compile(r"受理|承办|交办|转办|办理|接办"),
    "答复": re.compile(r"受理|承办|办理|收到|申请"),
    "成功": re.compile(r"调解|化解|调处"),
    "合格": re.compile(r"参加|参考|抽检|抽查|检测|考试|评查"),
    "整改": re.compile(r"发现|查出|排查|反馈|督促|责令"),
    "采纳": re.compile(r"提出|意见|建议"),
    "应诉": re.compile(r"开庭|诉讼|应诉"),
    "出庭": re.compile(r"开庭|诉讼|应诉"),
    "反馈": re.compile(r"意见书|建议书|司法建议|检察建议|制发|收到"),
}


@dataclass(frozen=True)
class Rate:
    """A stated share, with the numbers of its row that may be its part and whole.

    `at` and `part` count the row's figures. `stretch` are all numbers of its part of the sentence, where the whole
    may be their sum. `wholes` stand in the same stretch of the sentence, `far` before it or in the sentence before.
    `complement` says that the part named is what is left out (不合格 beside 合格率); `opposite` is such a number,
    `twins` are several parts that are named alike. `firm` says that the words tie these numbers to this rate so
    closely that a difference may be called one.
    """

    row: Row
    at: int
    name: str
    core: str
    role: Share
    part: int | None = None
    wholes: tuple[Spot, ...] = ()
    far: tuple[Spot, ...] = ()
    complement: bool = False
    firm: bool = False
    stretch: tuple[Spot, ...] = ()
    twins: tuple[Spot, ...] = ()
    opposite: Spot | None = None

    @property
    def spot(self) -> Spot:
        """The percentage itself."""
        return self.row.spots[self.at]

    @property
    def part_spot(self) -> Spot | None:
        """The part, or the only number beside it."""
        return None if self.part is None else self.row.spots[self.part]


def same_words(words: str) -> str:
    """Words with those that say the same of a case made one."""
    for one, other in _SAME_WORDS:
        words = words.replace(one, other)
    return words


def name_of(spot: Spot) -> tuple[str, str] | None:
    """How a percentage is named, and of what it is said to be a share (`占…的`); None when it is no share."""
    if not spot.per_cent or is_change(spot.figure.qualifiers):
        return None
    words = spot.lead.rstrip(":")
    words = re.split(r"[,;。()!?]", words)[-1]
    if words.endswith(("由", "从")):
        return None
    if (found := _RATE.search(words)) and not found["name"].endswith((*GROWTH_NAMES, *REDUCTION_NAMES)):
        return found["name"], ""
    if (found := _OF.search(words)) and "率" not in found["of"]:
        return found["head"] + "占" + (found["noun"] or ""), found["of"]
    return None


def bare(words: str) -> str:
    """Words without those that say nothing about what is counted."""
    return _FILLERS.sub("", words)


def _covered(wanted: str, words: str) -> bool:
    return set(bare(wanted)) <= set(words)


def _says(core: str, spot: Spot, name: str) -> str | None:
    """`yes` when the clause of a count says what the rate names, `no` when it says the opposite.

    The name of the rate itself may follow without a comma; it is not part of that clause.
    """
    words = spot.clause + (spot.figure.unit or "")
    words = same_words(words if spot.tail.endswith(name) and spot.follows == spot.tail else spot.words)
    if core == "整改" and _TOLD_TO.search(words):
        return None
    core = "出庭" if core == "应诉" and "出庭" in words else core
    at = words.find(core)
    if at < 0 and set(core) <= set(words) and len(core) == 2 and re.search(f"{core[0]}.{{0,6}}{core[1]}", words):
        return "yes"
    if at < 0:
        return None
    return "no" if at and words[at - 1] in _NEGATIONS else "yes"


def rates(sheet: Sheet) -> tuple[Rate, ...]:
    """Every stated share of a text, row by row."""
    if "rates" not in sheet.known:
        sheet.known["rates"] = tuple(_rates(sheet))
    found: tuple[Rate, ...] = sheet.known["rates"]
    return found


def _rates(sheet: Sheet) -> Iterator[Rate]:
    for row in sheet.rows:
        opens = 0
        for at, spot in enumerate(row.spots):
            if named := name_of(spot) or _behind_its_whole(row, at):
                yield _rate(row, at, opens, *named)
                opens = at + 1


def _behind_its_whole(row: Row, at: int) -> tuple[str, str] | None:
    """占案件总数120件的25%: the whole stands between 占 and the percentage."""
    if not at or not row.spots[at].per_cent or not _OF_WHAT.match(row.spots[at].lead):
        return None
    return ("占", "") if "占" in row.spots[at - 1].clause else None


def _rate(row: Row, at: int, opens: int, name: str, of: str) -> Rate:
    beside = [
        index
        for index in _now(row, range(max(opens, at - WINDOW), at))
        if row.spots[index].counted and not _describes(row, index, at)
    ]
    if "分别" in row.spots[at].lead or "分别" in name:
        return Rate(row, at, name, "", "alone")
    if name.endswith("率"):
        return _named(row, at, beside, name)
    return _of(row, at, beside, name, of)


def _describes(row: Row, index: int, at: int) -> bool:
    return row.spots[index].describes and index + 1 < at


def _named(row: Row, at: int, beside: list[int], name: str) -> Rate:
    stem = same_words(name[:-1])
    core = stem[-2:]
    said = {index: _says(core, row.spots[index], name) for index in beside}
    saying = [index for index in beside if said[index] == "yes"]
    denying = [index for index in beside if said[index] == "no"]
    if not saying and not denying:
        return _without_part(row, at, beside, name, stem)
    part, complement = (saying or denying)[-1], not saying
    near, far = _wholes(row, part, beside)
    words = row.spots[beside[0]].clause + row.between(beside[0], at - 1) + row.spots[at - 1].follows
    stretch = tuple(row.spots[index] for index in beside)
    between = range(part + 1, at)
    firm = _covered(stem[:-2], same_words(words)) and not _OTHER_BASE.search(row.words) and not _MEAN.search(name)
    firm = firm and len(saying) < 2 and not any(";" in row.spots[index].lead for index in (*between, at))
    twins = tuple(row.spots[index] for index in saying) if len(saying) > 1 else ()
    opposite = row.spots[denying[-1]] if denying else None
    if not near:
        firm = firm and not any(row.spots[index].counted for index in between)
        return Rate(row, at, name, core, "part", part, (), far, complement, firm, stretch, twins, opposite)
    firm = firm and _next_to(row, part, beside, near[0]) and all(row.spots[index] in near for index in between)
    firm = firm and "、" not in row.spots[part].lead
    return Rate(row, at, name, core, "pair", part, near, far, complement, firm, stretch, twins, opposite)


def _next_to(row: Row, part: int, beside: list[int], whole: Spot) -> bool:
    """Whether the whole is the last number of the part's unit before it, or the first behind it."""
    spot = row.spots[part]
    alike = [row.spots[index] for index in beside if index != part and comparable(row.spots[index].figure, spot.figure)]
    before = [one for one in alike if one.start < spot.start]
    nearest = before[-1] if before else alike[0] if alike else None
    return nearest is whole and same_unit(whole.figure, spot.figure)


def _without_part(row: Row, at: int, beside: list[int], name: str, stem: str) -> Rate:
    """The number beside it is the whole, or its numbers stand elsewhere in the sentence, or it stands alone."""
    core = stem[-2:]
    before = _STEP_BEFORE.get(core)
    last = beside[-1] if beside else 0
    alone = bool(beside) and not any(comparable(row.spots[i].figure, row.spots[last].figure) for i in beside[:-1])
    if before and alone and before.search(same_words(row.spots[last].words)):
        words = same_words(row.words[: row.words.find(name)])
        return Rate(row, at, name, core, "whole", last, firm=_covered(stem[:-2], words))
    around = range(max(0, at - WINDOW), min(len(row.spots), at + WINDOW))
    counted = [index for index in _now(row, around) if row.spots[index].counted and not row.spots[index].describes]
    part = next((index for index in reversed(counted) if _says(core, row.spots[index], name)), None)
    if part is None:
        together = tuple(row.spots[index] for index in (counted if core == "纠错" else beside) if index < at)
        return Rate(row, at, name, core, "alone", stretch=together)
    near, far = _wholes(row, part, counted)
    return Rate(row, at, name, core, "alone", part, (), (*near, *far), _says(core, row.spots[part], name) == "no")


def _of(row: Row, at: int, beside: list[int], name: str, of: str) -> Rate:
    # 优良天数291天，占比79.5%: of days, and of nothing before them.
    of_time = at > 0 and name.startswith("占") and row.spots[at - 1].figure.kind is FigureKind.DURATION
    if not beside or of_time:
        return Rate(row, at, name, "", "alone")
    part = beside[-1]
    if _OF_WHAT.match(row.spots[at].lead) and len(beside) > 1:
        part = beside[-2]
    head = name.partition("占")[0]
    named = [index for index in beside if head and bare(head) in row.spots[index].clause]
    part = named[-1] if named else part
    strange = bool(bare(head)) and not named
    near, far = _wholes(row, part, beside)
    near = tuple(one for one in near if not _has_a_share(row, one))
    stretch = tuple(row.spots[index] for index in beside)
    if near:
        core = re.sub(r"总[数量计额]?|全部|所有|同期", "", of)
        told = _covered(core, same_words(near[0].words))
        # 占全省的: of the whole area, which the number beside it is only where its words say so.
        if of and not bare(core) and not _SUM_OF_ALL.search(near[0].words):
            told = False
        firm = told and not strange and _next_to(row, part, beside, near[0]) and not _OTHER_BASE.search(row.words)
        firm = firm and (bool(of) or len(near) == 1)
        return Rate(row, at, name, "", "pair", part, near, far, firm=firm, stretch=stretch)
    role: Share = "part" if named or of or name.startswith("占") else "whole"
    if strange and role == "part":
        return Rate(row, at, name, "", "alone")
    return Rate(row, at, name, "", role, part, (), far, firm=role == "whole", stretch=stretch)


def _has_a_share(row: Row, one: Spot) -> bool:
    """Whether a number has a share of its own right behind it: 噪声类1341件（占46.8%） is a sister, no whole."""
    at = row.places[one.start] + 1
    return at < len(row.spots) and row.spots[at].per_cent and row.spots[at].lead.lstrip(",(").startswith("占")


def _wholes(row: Row, part: int, beside: list[int]) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Numbers that may be the whole: of its own stretch, nearest first; and those further off."""
    spot = row.spots[part]
    own = [row.spots[index] for index in (*(i for i in reversed(beside) if i < part), *(i for i in beside if i > part))]
    near = [one for one in own if one.figure.value >= spot.figure.value and not _cut_off(row, one, spot)]
    far = [one for one in own if one not in near]
    far += reversed([row.spots[index] for index in _now(row, range(max(0, beside[0] - WINDOW), beside[0]))])
    if row.before:
        behind = range(max(0, len(row.before.spots) - WINDOW), len(row.before.spots))
        far += reversed([row.before.spots[index] for index in _now(row.before, behind)])
    fits = [[one for one in some if one.counted and _may_be_whole(one, spot)] for some in (near, far)]
    return tuple(fits[0]), tuple(fits[1])


def _now(row: Row, places: range) -> list[int]:
    """Places of the row without those of numbers that are no longer so."""
    gone = before_changes(row)
    return [index for index in places if index not in gone]


def _may_be_whole(one: Spot, part: Spot) -> bool:
    return comparable(one.figure, part.figure) and one.figure.value >= part.figure.value


def _cut_off(row: Row, one: Spot, other: Spot) -> bool:
    """Whether a semicolon stands between two numbers of a row."""
    first, last = sorted((one.start, other.start))
    low, high = (row.places[place] for place in (first, last))
    return any(";" in spot.lead for spot in row.spots[low + 1 : high + 1])
