"""Lists of numbers announced as parts of a total: after 其中, in a bracket behind it, or before 共计.

    受理100件，其中治安60件、交通40件        named after 其中: some of the parts, perhaps all
    办理案件100件（处罚60件、强制40件）      in a bracket, not 其中: all of them
    完成处罚事项20项、检查事项30项，共计50项   before 共计: all of them

A list is complete (`all`) when the words say so: a bracket, 共计, 分为, a last 其他, or two members that leave no third
(专职 and 兼职). It never is with 等 behind it, nor where a member is a step of handling, another year or an average.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yifa.reader.checks.from_to import before_changes
from yifa.reader.checks.process_words import OUTCOMES, step_of
from yifa.reader.checks.rows import WINDOW, Row, Spot, comparable, same_unit
from yifa.reader.figures.qualifiers import is_change
from yifa.reader.reading import FigureKind

_NAMED = re.compile(
    r"(?:^|[,;:。、(])其中|^[^,;:。()]{1,8}其中(?!,)|(?:^|[,(])(?:主要)?(?:包括|包含|含)(?![^,;:。()]*的)"
)
_SPLIT = re.compile(r"分为|(?:^|[,;:(])分别[为是]")
# «取消、下放、承接事项分别为7项、12项、15项»: names of their own, perhaps parts of the number before, perhaps not.
_NAMED_IN_TURN = re.compile(r"分别[为是]")
_SUMMED = re.compile(r"(?:共计|合计|总计|总共|(?<!公)共)[^,;:。、()]{0,12}$")
_SUMMED_PLAINLY = re.compile(r"(?:^|[,;:、])(?:以上)?(?:共计|合计|总计)(?:为|达|:)?$")
_BREAKS = re.compile(r"[;。!?]|其中|同时|此外|另外|全年|累计|截至|共计|合计|总计|总共|(?<![公])共")
_NOT_A_PART = re.compile(
    r"^(?!.*结转).*(?:(?<![青少成老])年|\d月|同期|增加|增长|减少|上升|下降|[同环]比|比上|每|平均|[人户件日月]均)"
)
_REST = re.compile(r"^(?:其他|其它|其余|余下|剩余)(?:案件|事项|情形|领域|方面|行业|类型|部门|类)?$")
_DIGIT = re.compile(r"\d")
_PAIRS = (
    ("专职", "兼职"),
    ("男", "女"),
    ("线上", "线下"),
    ("不合格", "合格"),
    ("胜诉", "败诉"),
    ("现场", "非现场"),
)
# Of these, one thing may be several at once.
OVERLAPPING = re.compile(
    r"党员|[男女]|本科|研究生|学历|以上|以下|周岁|职称|骨干|重点|首次|新增|涉|跨|优秀|重大|典型|少数民族"
)


@dataclass(frozen=True)
class Enumeration:
    """Members with the totals they may be parts of, the nearest first; `near` of these stand in the same sentence.

    `all` says that the text gives every part. `plain` says that members are kinds of one thing, set side by side;
    `loose` that one thing may be several of them, or that they are steps of handling; `meant` that a reader takes them
    for all parts.
    """

    row: Row
    members: tuple[Spot, ...]
    totals: tuple[Spot, ...]
    near: int
    all: bool
    plain: bool
    loose: bool = False
    meant: bool = False

    @property
    def meant_totals(self) -> tuple[Spot, ...]:
        """The nearest total, and those that no semicolon or sentence parts from the list."""
        first = self.members[0].start
        kept = [self.totals[0]]
        for spot in self.totals[1 : self.near]:
            between = [one.lead for one in self.row.spots if spot.start < one.start < first]
            if not any(";" in words for words in between):
                kept.append(spot)
        return tuple(kept)


def enumerations(row: Row) -> Iterator[Enumeration]:
    """Every announced list of the sentence."""
    for index, spot in enumerate(row.spots):
        if not spot.counted:
            continue
        opened = spot.lead.rpartition("(")[2] if index and spot.depth > row.spots[index - 1].depth else None
        if opened is not None and row.spots[index - 1].counted:
            yield from _in_bracket(row, index, opened)
        elif _NAMED.search(spot.lead) or (index and _SPLIT.search(spot.lead)):
            yield from _after_word(row, index)
        elif index and _NAMED_IN_TURN.search(spot.lead):
            yield from (one for one in _after_word(row, index) if _adds_up(one))
        if index > 1 and _SUMMED.search(spot.lead):
            yield from _before_total(row, index)


def _in_bracket(row: Row, index: int, opened: str) -> Iterator[Enumeration]:
    depth, total = row.spots[index].depth, row.spots[index - 1]
    inside = []
    for spot in row.spots[index : index + WINDOW]:
        if spot.depth < depth:
            break
        if spot.depth == depth:
            inside.append(spot)
        if ")" in spot.tail and spot.depth == depth:
            break
    members = [spot for spot in inside if spot.counted and comparable(spot.figure, total.figure)]
    if not members or any(_NOT_A_PART.search(spot.label) for spot in members) or not _noun_only(total):
        return
    complete = (
        len(members) == len([spot for spot in inside if spot.counted])
        and not re.search("其中|含|包括|主要", opened)
        and _one_unit([*members, total])
        and _complete_tail(members[-1])
        and _all_read(row, members, total)
        and row.balanced
        and not any(_stage(spot.words) is not None for spot in members)
    )
    loose = _overlap(members) or any(_stage(spot.words) is not None for spot in members)
    # Two numbers in a bracket may be the two that matter; of three and more nobody leaves one out without 等.
    every = complete and (len(members) > 2 or (len(members) == 2 and _says_all(members, opened, total)))
    plain = complete or (row.balanced and _all_read(row, members, total) and _plain(members))
    yield Enumeration(row, tuple(members), (total,), 1, every, plain, loose, complete)


def _noun_only(total: Spot) -> bool:
    """Whether only the noun of the total stands between it and the bracket."""
    words = total.tail.split("(")[0]
    return len(words) <= 10 and not re.search(r"[,;:。、]", words)


def _after_word(row: Row, index: int) -> Iterator[Enumeration]:
    first = row.spots[index]
    members: list[Spot] = []
    beside: list[Spot] = []
    amounts = False
    for spot in row.spots[index:]:
        if spot.depth > first.depth or spot.per_cent:
            continue
        if members and spot.counted and _joined(spot) and not comparable(spot.figure, first.figure):
            beside.append(spot)
            continue
        if members and spot.figure.kind is FigureKind.AMOUNT and first.figure.kind is FigureKind.COUNT:
            if _BREAKS.search(spot.lead):
                break
            amounts = True
            continue
        told_apart = members and (_BREAKS.search(spot.lead) or _NOT_A_PART.search(spot.label))
        other_step = members and _stage(spot.clause) is not None and _stage(members[0].clause) is None
        if spot.depth < first.depth or told_apart or other_step or not spot.counted or len(members) == WINDOW:
            break
        if members and not _goes_on(spot, first):
            break
        members.append(spot)
    gone = before_changes(row)
    outside = [
        row.spots[at]
        for at in reversed(range(max(0, index - WINDOW), index))
        if row.spots[at].counted and row.spots[at].depth <= first.depth and at not in gone
    ]
    outside = [one for one in outside if not is_change(one.figure.qualifiers)]
    before = [one for one in outside if comparable(one.figure, first.figure)]
    further = [one for one in reversed(row.before.spots[-WINDOW:]) if one.counted] if row.before else []
    further = [one for one in further if comparable(one.figure, first.figure) and not is_change(one.figure.qualifiers)]
    totals = [*before, *further]
    begins = not before and index == 0 and first.lead.startswith("其中") and len(further) == 1
    if totals and members and not _NOT_A_PART.search(first.label):
        steps = any(_stage(spot.words) is not None for spot in members)
        complete = (
            1 < len(members) < WINDOW
            and not (steps or amounts)
            and _one_unit([*members, totals[0]])
            and _complete_tail(members[-1])
            and _all_read(row, members, totals[0])
            and row.balanced
            and _says_all(members, first.lead, totals[0])
        )
        yield Enumeration(
            row,
            tuple(members),
            tuple(totals),
            len(before) or int(begins),
            complete,
            _plain(members) and row.balanced and _all_read(row, members, totals[0]) and not (steps or amounts),
            _overlap(members) or steps,
        )
        yield from _second_column(row, members, totals[0], beside)


def _adds_up(one: Enumeration) -> bool:
    """Whether the members are exactly the nearest number before them."""
    members = sum((spot.figure.value for spot in one.members), Decimal(0))
    return one.totals[0].figure.value == members


def _joined(spot: Spot) -> bool:
    """Whether a number stands directly behind another: 9支860人."""
    return len(spot.lead) <= 4 and not re.search(r"[,;:。、()]", spot.lead)


def _second_column(row: Row, members: list[Spot], total: Spot, beside: list[Spot]) -> Iterator[Enumeration]:
    """Of 48支3260人，其中…9支860人、…24支1420人 the second numbers."""
    above = next((one for one in row.spots if one.start > total.start), None)
    if above is None or not _joined(above) or len(beside) != len(members) or len(beside) < 2:
        return
    if all(same_unit(above.figure, one.figure) for one in beside):
        yield Enumeration(row, tuple(beside), (above,), 1, False, False)


def _before_total(row: Row, index: int) -> Iterator[Enumeration]:
    total = row.spots[index]
    members: list[Spot] = []
    for spot in reversed(row.spots[max(0, index - WINDOW) : index]):
        if spot.depth != total.depth or not spot.counted or not comparable(spot.figure, total.figure):
            break
        members.insert(0, spot)
        if _BREAKS.search(spot.lead):
            break
    if len(members) < 2 or any(_NOT_A_PART.search(spot.label) for spot in members):
        return
    listed = _one_unit([*members, total]) and all(
        "、" in spot.lead or spot.lead.startswith(("和", "及")) for spot in members[1:]
    )
    steps = any(_stage(spot.words) is not None for spot in members)
    complete = listed and not steps and row.balanced and bool(_SUMMED_PLAINLY.search(total.lead))
    yield Enumeration(row, tuple(members), (total,), 1, complete, False)


def _one_unit(spots: list[Spot]) -> bool:
    """Whether all that have a unit of their own count in one."""
    units = [spot.figure for spot in spots if spot.figure.unit is not None]
    return all(same_unit(units[0], one) for one in units[1:])


def _goes_on(spot: Spot, first: Spot) -> bool:
    """Whether a number may be one more member: in the unit of the first, or joined by 、 in a like one."""
    if same_unit(spot.figure, first.figure) or spot.figure.unit is None:
        return True
    return comparable(spot.figure, first.figure) and "、" in spot.lead


def _stage(words: str) -> int | None:
    """The step of handling a member names, unless it is a way in which cases end."""
    return None if OUTCOMES.search(words) else step_of(words)


def _all_read(row: Row, members: list[Spot], total: Spot) -> bool:
    """Whether no number stands among total and members that was not read, its unit being lost, for instance."""
    first, last = row.places[members[0].start], row.places[members[-1].start]
    begin = row.places.get(total.start, -1) + 1 if total.start < members[0].start else first
    among = [spot.lead for spot in row.spots[begin : last + 1]]
    ending = members[-1].tail.split(")")[0] if ")" in members[-1].tail else ""
    return not any(_DIGIT.search(words) for words in (*among, ending))


def _complete_tail(last: Spot) -> bool:
    return not re.match(r"[^,;:。()]{0,12}等", last.tail)


def _says_all(members: list[Spot], lead: str, total: Spot) -> bool:
    labels = [spot.label.replace("其中", "") or spot.follows for spot in members]
    if _SPLIT.search(lead) or _REST.match(labels[-1]):
        return True
    ends = {label[-2:] for label in labels}
    if len(ends) == len(labels) and all(len(end) == 2 and end in total.words for end in ends):
        return True
    return len(labels) == 2 and any(
        (labels[0].startswith(one) and labels[1].startswith(other))
        or (labels[0].startswith(other) and labels[1].startswith(one))
        for one, other in _PAIRS
    )


def _plain(members: list[Spot]) -> bool:
    """Kinds of one thing, in one unit, joined by 、 or named alike, none of which one thing can be two of."""
    if _overlap(members):
        return False
    if not all(same_unit(members[0].figure, spot.figure) for spot in members):
        return False
    rest = members[-1].label.startswith(("其他", "其它", "其余")) and len(members[-1].label) <= 6
    joined = all(spot.lead.startswith("、") or "、" in spot.lead[-len(spot.label) - 1 :] for spot in members[1:])
    ends = {spot.label[-1:] for spot in members}
    return joined or rest or (len(ends) == 1 and ends != {""})


def _overlap(members: list[Spot]) -> bool:
    return any(OVERLAPPING.search(spot.label + spot.follows) for spot in members)
