"""Subjects of rates, shares and changes: 办结率96%, 占办件量的58%, 同比增长12%, 由85%提高到98%."""

from __future__ import annotations

import re
from collections.abc import Callable

from yifa.reader.reading import FigureKind
from yifa.reader.subjects.carrying import Asked, Told, carried, named_before
from yifa.reader.subjects.lexicon import NOUN_LIKE
from yifa.reader.subjects.phrases import (
    HEAD_ENDS,
    LONGEST,
    NO_PHRASE,
    cut_back,
    cut_front,
    read_left,
    read_right,
    tail_of,
    tidy,
)

RATES = frozenset({FigureKind.PERCENT, FigureKind.POINTS, FigureKind.MULTIPLE, FigureKind.RATIO})
CHANGE_TAIL = re.compile(
    r"(?:同比|环比|[比较与按][^，。；、\d]{1,10}?|[比较]20\d\d年度?(?:同期)?)?(?:平均|分别|均|再|又|也|已|将)*"
    r"(?P<act>负增长|改善|削减|净增|少收|多收|增长|增加|增多|上升|提高|提升|提速|上涨|扩大|减少|下降|降低|压减|压缩"
    r"|缩短|缩减|精简|压降|回落|下滑|增幅|降幅|减幅|升至|增至|降至|减至|缩至|调减|增设|扩充|拓展|扩展|加到|压到|涨到|砍掉|砍到|提到|涨|增|降|减)"
    r"(?:幅度)?(?:了|达|为|到|至|整整|将近)*$|(?:^|(?<=[，,]))(?:(?:再|又|还|就)?[比较][^，。；、\d]{1,10}?|[比较]20\d\d年度?(?:同期)?)?"
    r"(?P<plain>[多少](?:[收办查立发罚]|出)?|[快慢早])了?$"
)
_CHANGE_FRONT = re.compile(
    r"(?P<act>减少|压减|压缩|缩短|精简|精减|降低|提高|提升|增加)(?!到|至|了|率"
    r"|后)(?P<noun>[\u4e00-\u9fff、]{2,14})$"
)
# «案件量翻了|一番».
_DOUBLING = re.compile("(?:同比|环比)?翻了?$")
# The name of a change and of nothing else.
_CHANGE_NAME = re.compile(r"^(?:同比)?(?:增幅|降幅|减幅|减比|涨幅|升幅|增速|增长率|下降率|同比|环比)$")
_RATE_TAIL = re.compile(r"(?:率|占比|比例|比重|度|覆盖面|比率)$")
_RATE_FRONT = re.compile(
    r"^(?:实现|做到|确保|保持|达到|使|推动|促进|取得|通过|其|所|的|力争|争取|继续|目前|年内)+(?=.{2,})"
)
# «较2022年的|9.1%|下降…»: last year's value of what was told before.
_FORMER = re.compile(
    r"^(?:比|较|与|是|为|相当于)(?:20\d\d年|去年|上年|上一年|上年度|十[一二三四五]五(?:期)?末)(?:同期)?的?$"
)
# «5%|的要求»: the goal is not what is counted.
# «比人工巡查效率|提高3倍»: what is set beside another thing closes the words.
_THAN = re.compile(
    r"[比较](?!20|去年|上年|上一年|前年|往年|同期|原来)[^，。；]{2,10}?(?P<noun>效率|效能|速度|时间|时长|周期|成本|费用|频次|[\u4e00-\u9fff]{1,4}[率量数额])的?$"
)
_GOAL = re.compile("(?:的)?(?:要求|目标|标准|任务|水平)")
_BESIDE = re.compile(
    "^(?P<noun>[^，]*?)(?:分别|均|远|明显)?(?P<act>高于|低于|超出|超过|优于|好于|高出|领先|落后)[^，]*$"
)
# «|比全省平均水平高|6.3个百分点».
_HIGHER = re.compile("^(?P<noun>[^，比]*?)比[^，]*?(?P<act>高|低|多|少)出?$")
# «为诉讼案件数的|1.8倍», «是上年的|2.1倍»: what it is a multiple of; the thing itself was told before.
_TIMES_OF = re.compile("^(?:是|为|约为|相当于|达到?)[^，]{2,14}的$")
_LAST_AMOUNT = re.compile(
    "[\u4e00-\u9fff]{1,8}?(?:量|数|额|率|案件|人员|主体)(?=[^\u4e00-\u9fff]|首次|超过|突破|已|同比|达)"
)
# «逐步解决的占|99%».
_SHARED = re.compile(r"(?P<of>.{2,}?)的?仅?占(?:比|总数|总量|全部)?$")
_SHARES = frozenset(("占比", "占", "占总数", "占总量", "比例", "比重", "其中", ""))
_REACHING = frozenset(("实现", "做到", "确保", "保持", "达到"))
_Attempt = Callable[[Asked, str, str, int], Told | None]


def tell_rate(asked: Asked) -> Told:
    """A rate, a share or a change in per cent: the first reading that fits."""
    before = cut_back(re.sub("(?:稳定|控制|保持|维持|巩固|稳)?在$", "", asked.place.before.rstrip()))
    before = re.sub("^(?:把|将|使|让)(?=.{2,})", "", before)
    if asked.place.number.unit == "番":
        before = _DOUBLING.sub("", before)
    if found := CHANGE_TAIL.search(before):
        return tell_change(asked, found)
    at = cut_front(before)
    for attempt in _ATTEMPTS:
        if told := attempt(asked, before, before[at:], asked.place.before_at + at):
            return told
    return _by_phrase(asked, before, before[at:])


def _beside(asked: Asked, _before: str, core: str, at: int) -> Told | None:
    """«纠错率高于全市平均水平|4.6个百分点»."""
    if asked.place.number.kind is not FigureKind.POINTS or not (found := _BESIDE.match(core) or _HIGHER.match(core)):
        return None
    noun = tail_of(found["noun"]) or (asked.topics[-1].noun if asked.topics else "")
    return Told(noun or None, found["act"], at)


def _times_of(asked: Asked, before: str, _core: str, at: int) -> Told | None:
    """A multiple or share of something else: the figure told before, or the amount the clause before names."""
    if not _TIMES_OF.match(before.strip()):
        return None
    if asked.topics:
        return Told(asked.topics[-1].noun, None, at)
    names = _LAST_AMOUNT.findall(asked.clause)
    return Told(tail_of(names[-1]), None, at) if names else None


def _plain_rate(asked: Asked, before: str, _core: str, _at: int) -> Told | None:
    """«文件合法性审查率|100%»: the whole name where it is short."""
    whole = tidy(before)
    if not _RATE_TAIL.search(whole) or whole.startswith(("占", "比")) or len(whole) > LONGEST:
        return None
    return None if read_left(before, "%").predicate else Told(whole, None, asked.place.before_at)


def _of_before(asked: Asked, _before: str, core: str, at: int) -> Told | None:
    """Last year's value, and a change that is named and nothing else (增幅, 降幅): of what was told before."""
    if _FORMER.match(core) and asked.topics:
        return Told(asked.topics[-1].noun, None, at)
    if _CHANGE_NAME.match(core) and (pool := asked.topics or asked.earlier):
        return Told(pool[-1].noun, core, at)
    return None


def _object_between(_asked: Asked, _before: str, core: str, at: int) -> Told | None:
    """«减少提交材料|35%»."""
    found = _CHANGE_FRONT.search(core)
    return Told(tail_of(found["noun"]), found["act"], at) if found else None


def _share(asked: Asked, _before: str, core: str, at: int) -> Told | None:
    """«占比|60%», «占总数的|4.1%», «|21%|的检查»."""
    if found := _SHARED.match(core):
        return Told(tail_of(found["of"]) or None, None, at)
    place = asked.place
    if not core and place.joint and not place.bracketed and HEAD_ENDS.search(read_right(place.behind, "%").noun):
        behind = read_right(place.behind, "%")
        return Told(behind.noun, behind.predicate, place.start)
    if not core and place.behind.startswith("的") and not _GOAL.match(place.behind):
        behind = read_right(place.behind, place.number.unit)
        return Told(behind.noun or None, behind.predicate, place.start)
    if core not in _SHARES and not core.startswith(("占", "比例")):
        return None
    topic = asked.topics[-1] if asked.topics else (asked.earlier[-1] if asked.earlier else None)
    if topic is None:
        behind = read_right(place.behind, place.number.unit)
        return Told(behind.noun or core or None, behind.predicate, at)
    share = "占比" if core == "占" else tidy(core) if core not in ("", "其中") else ""
    noun = f"{topic.noun}{share}"
    return Told(noun if len(noun) <= LONGEST else f"{topic.noun}占比"[-LONGEST:], None, at)


def _reached_rate(_asked: Asked, before: str, core: str, at: int) -> Told | None:
    """«实现出庭应诉率|100%», «掌上办理占办件量的|58%»."""
    if not _RATE_TAIL.search(core) and "占" not in core:
        return None
    lead = _RATE_FRONT.match(core)
    noun, act = (core[lead.end() :], tidy(lead.group())) if lead else (core, None)
    if not lead and not core.endswith("率"):
        phrase = read_left(before, "%")
        if phrase.noun and phrase.predicate in _REACHING:
            noun, act = phrase.noun, phrase.predicate
    return Told(_rate_noun(noun), act if act in _REACHING else None, at)


_ATTEMPTS: tuple[_Attempt, ...] = (_beside, _times_of, _plain_rate, _of_before, _object_between, _share, _reached_rate)


def _by_phrase(asked: Asked, before: str, core: str) -> Told:
    """A percentage without the name of a rate: the noun before, behind, or told before."""
    place = asked.place
    phrase = read_left(before, "%")
    at = place.before_at + phrase.at
    if phrase.noun:
        return Told(phrase.noun, phrase.predicate, at)
    behind = read_right(place.behind, place.number.unit)
    if behind.noun:
        return Told(behind.noun, behind.predicate, place.start)
    if topic := carried(asked.topics, None, place.number.kind):
        return Told(topic.noun, phrase.predicate, at)
    noun = named_before(asked.clause, None)
    return Told(noun or phrase.predicate or tail_of(core) or None, phrase.predicate, at)


def tell_change(asked: Asked, found: re.Match[str]) -> Told:
    """A change, or the level it led to: what is changed stands before the word of change, else was told before."""
    place, number = asked.place, asked.place.number
    words = cut_back(place.before[: found.start()])
    act = re.sub("[至到]$", "", found["act"] or found["plain"])
    words = re.sub(r"(?:幅度|数量|分别)$", "", words)
    beside = _THAN.search(place.before[: found.start("act" if found["act"] else "plain")])
    words = re.sub(r"^(?:由|从).*$|(?:由|从)原来的?.*$|[比较按与][^，。；]*$", "", words)
    if beside and not cut_back(words[cut_front(words) :]):
        return Told(beside["noun"], act, place.before_at + beside.start("noun"))
    at = cut_front(words)
    if len(words) - at > 1 and (noun := _changed_noun(words, words[at:])):
        return Told(noun, act, place.before_at + at)
    behind = read_right(place.behind, number.unit) if place.behind.strip() else NO_PHRASE
    if len(behind.noun) > 1 and (not asked.topics or place.behind.startswith("的")):
        return Told(behind.noun, act, place.start)
    pool = asked.topics or asked.earlier
    topic = carried(pool, number.unit, number.kind) or (pool[-1] if pool else None)
    if pool and (pool[-1].kind is number.kind or number.kind is FigureKind.POINTS):
        topic = pool[-1]
    noun = topic.noun if topic else named_before(asked.clause, None)
    return Told(noun or act, act, place.before_at + at)


def _changed_noun(words: str, core: str) -> str:
    """What changes: a rate by its whole name, else the noun, of which an act like 申请 may be the first part."""
    if _RATE_TAIL.search(core):
        return _rate_noun(core)
    phrase = read_left(words, "次")
    if phrase.predicate is None or phrase.predicate in NOUN_LIKE or not core.startswith(phrase.predicate[:2]):
        return tail_of(core)
    return phrase.noun or tail_of(core)


def _rate_noun(noun: str) -> str:
    """The name of a rate, whole where it is short."""
    plain = tidy(noun)
    return plain if len(plain) <= LONGEST else tail_of(noun)
