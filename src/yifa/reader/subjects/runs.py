"""Numbers in a row: names handed out in turn (分别), runs without marks, a number that hands on to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yifa.reader.subjects.carrying import SELF_TOLD, SUMMED, Told, Topic
from yifa.reader.subjects.clauses import Place
from yifa.reader.subjects.phrases import HEAD_ENDS, VERB, cut_back, cut_front, read_left, read_right, tail_of
from yifa.reader.subjects.rates import CHANGE_TAIL, RATES

_ITEMS = re.compile("[、和及与]|以及")

# What stands behind 分别 and names no thing: a share, or an act that no list holds (减排).
_SHARE = re.compile("占比?$|比[例重]$")
_NAMES_ACT = re.compile("占比|比例|比重|[减增][\u4e00-\u9fff]|[\u4e00-\u9fff][减增出入]")
# «发案数、损失数同比“双降”，|降幅分别为23.4%和31.7%».
_ONLY_CHANGE = re.compile("(?:同比)?(?:增幅|降幅|减幅|涨幅|升幅)")
_CHANGED = re.compile('(?P<names>[^，]{2,30}?)(?:同比|环比|均|都|双|实现|较|比|分别|[“"])')
_CLAUSES = re.compile("[，,；;。]")
_LEVEL = re.compile("(?:国家|[省市县区镇乡村]|部)级$")
LONGEST_NOUN = 16
_TO_NUMBER = re.compile(r"[，,；;。]|共?\d")
# Members of a row that names are handed out to.
MOST = 20


def settle_runs(row: Sequence[Place]) -> None:
    """«调解撤诉22件改判1件发回重审0件»: in a run without marks whose first number is named before and whose last has

    nothing behind, every number is named before.
    """
    run: list[Place] = []
    for place in [*row, None]:
        if place and run and place.before_at == run[-1].end and not place.listed and not place.joint:
            run.append(place)
            continue
        if len(run) > 2 and not run[-1].behind.strip() and all(one.before.strip() for one in run[1:]):
            first = read_left(run[0].before, run[0].number.unit)
            if len(first.noun) > 1 or (first.predicate and SELF_TOLD.search(first.predicate)):
                for one in run:
                    one.behind = ""
        run = [place] if place else []


def hands_on(place: Place, following: Place) -> bool:
    """«对9方面|32个|具体指标»: no words of its own, and the next number follows at once."""
    if SUMMED.sub("", place.behind.strip()) or SUMMED.sub("", following.before.strip()):
        return False
    if following.listed or following.joint:
        return False
    left = read_left(place.before, place.number.unit)
    if left.predicate and SELF_TOLD.search(left.predicate):
        return False
    return place.end == following.before_at and not left.noun


def tell_respectively(row: Sequence[Place], text: str, start: int) -> dict[int, Told]:
    """«受理、办结、调解案件分别为35、32、18件»: names handed out among as many numbers of a sentence from `start` on.

    Where the clause names a change only (降幅分别为), the names stand in the clause before it.
    """
    told: dict[int, Told] = {}
    for index, place in enumerate(row):
        if "分别" not in place.number.qualifiers or (index and row[index - 1].number.start in told):
            continue
        words = place.before.split("分别")[0]
        run = [place]
        for other in row[index + 1 : index + MOST]:
            if not (other.listed or other.joint in (",", "，")) or other.before.strip():
                break
            run.append(other)
        at = cut_front(words)
        items = [item for item in _ITEMS.split(words[at:]) if item]
        if len(run) > 1 and _ONLY_CHANGE.fullmatch(words[at:]):
            names = _CHANGED.match(_CLAUSES.split(text[start : max(start, place.clause)])[-1])
            items = [item for item in _ITEMS.split(names["names"]) if item] if names else items
            if len(items) == len(run):
                told |= {
                    one.number.start: Told(tail_of(item) or None, words[at:], place.before_at)
                    for item, one in zip(items, run, strict=True)
                }
                continue
        if len(run) < 2 or len(items) != len(run):
            continue
        after = CHANGE_TAIL.sub("", place.before.split("分别")[-1])
        told.update(_handed_out(items, run, place.before_at + at, after))
    return told


def tell_levels(row: Sequence[Place], text: str) -> dict[int, Told]:
    """«建成省级（3个）、市级（11个）、县级（24个）示范点»: the noun behind the last bracket is of every level."""
    told: dict[int, Told] = {}
    run: list[Place] = []
    for place in row:
        level = place.bracketed and text[place.end : place.end + 1] in (")", "）") and _level_of(place)
        run = [*run, place] if level else []
        behind = text[place.end + 1 : place.end + 1 + LONGEST_NOUN]
        if len(run) < 2 or behind[:1] in ("、", "，", ",", "和", "及"):
            continue
        noun = read_right(_TO_NUMBER.split(behind)[0], place.number.unit).noun
        act = read_left(run[0].before, None).predicate
        for one in run if len(noun) > 1 else ():
            told[one.number.start] = Told(f"{_level_of(one)}{noun}", act, one.start)
        run = []
    return told


def _level_of(place: Place) -> str:
    """The level that the words before a bracket end with, empty where they name none."""
    words = place.before.lstrip("、和及")
    found = _LEVEL.search(words)
    return found.group() if found else ""


def tell_by_turns(row: Sequence[Place], index: int, topics: Sequence[Topic]) -> Told | None:
    """«立案32起，结案30起，同比分别增长8%、9%»: the changes go to the figures told before, in their order."""
    place = row[index]
    if "分别" not in place.number.qualifiers or place.number.kind not in RATES:
        return None
    first = index
    while first and index - first < MOST and row[first].listed and "分别" in row[first - 1].number.qualifiers:
        first -= 1
    last = index
    while last + 1 < len(row) and last - index < MOST and row[last + 1].listed:
        last += 1
    many = last - first + 1
    if many < 2 or cut_back(CHANGE_TAIL.sub("", row[first].before)).strip("，, "):
        return None
    told_before = topics[max(0, len(topics) - 3 * MOST) : len(topics) - (index - first)]
    if len(told_before) < many:
        return None
    act = CHANGE_TAIL.search(place.before) or CHANGE_TAIL.search(row[first].before)
    return Told(told_before[index - first - many].noun, (act["act"] or act["plain"]) if act else None, place.before_at)


def _handed_out(items: Sequence[str], run: Sequence[Place], at: int, behind: str) -> dict[int, Told]:
    """Each name to its number; a noun behind 分别, or one the last name ends with, belongs to all."""
    after = read_left(behind, run[0].number.unit)
    share = _SHARE.search(behind)
    if len(after.noun) > 1 and (HEAD_ENDS.search(after.noun) or not _NAMES_ACT.fullmatch(after.noun)):
        return {place.number.start: Told(after.noun, after.predicate, at) for place in run}
    act = after.noun if len(after.noun) > 1 and not share else after.predicate
    last = read_left(items[-1], run[-1].number.unit)
    sign = items[0][-1]
    if all(item.endswith(sign) for item in items[:-1]) and 0 <= items[-1].find(sign) < len(items[-1]) - 2:
        shared = items[-1][items[-1].find(sign) + 1 :]
        names = [*items[:-1], items[-1][: items[-1].find(sign) + 1]]
        return {
            place.number.start: Told(tail_of(read_left(name, None).noun + shared + ("占比" if share else "")), act, at)
            for name, place in zip(names, run, strict=True)
        }
    acts = all(VERB.fullmatch(item) for item in items[:-1])
    told = {}
    for item, place in zip(items, run, strict=True):
        if acts and last.noun and last.predicate:
            told[place.number.start] = Told(last.noun, last.predicate if item is items[-1] else item, at)
        else:
            told[place.number.start] = Told(tail_of(item) + ("占比" if share else "") or None, act, at)
    return told
