"""Tells subject and predicate of one number from the words before it, behind it, and from what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yifa.reader.figures.qualifiers import CHANGES, LEVELS
from yifa.reader.figures.units import NOUNS
from yifa.reader.reading import FigureKind
from yifa.reader.subjects.carrying import SELF_TOLD, SUMMED, Asked, Told, Topic, carried, named_before
from yifa.reader.subjects.clauses import Place
from yifa.reader.subjects.lexicon import CLOSING, LIGHT, PERSONS, STATES
from yifa.reader.subjects.phrases import HEAD_ENDS, LONGEST, NO_PHRASE, VERB, Phrase, read_left, read_right, tidy
from yifa.reader.subjects.rates import CHANGE_TAIL, RATES, tell_change, tell_rate
from yifa.reader.subjects.scopes import is_scope, without_level

_REACHED = re.compile("^(?:达|达到|突破|超过|为|已达|约|近)+$")
# «三分之二|以上的复议案件».
_MORE = re.compile("^(?:以上|以下|以内)?的")
_EACH = re.compile("(?:平均)?(?:每.{1,4}|[人户村日月年件次]均|单笔)")
# What leads to a number and names nothing (创|5年来新低).
_EMPTY = frozenset(("创", "创下", "创造", "前进", "后退", "居", "是"))
_CASE = re.compile("(?:案件|案|线索|申请|行为|诉求|投诉|举报|纠纷|事项|建议|提案|人员|企业|单位|主体)$")
# «办结时间由原来的|2个月», «满意率从去年同期的|91%», «案件比2021年的|36件».
_TIME = "(?:去年|上年度?|前年|往年|(?:19|20)\\d\\d年度?|十[一二三四五]五(?:期)?末)(?:同期|年?底|年?末)?"
_WAS = re.compile(
    f"(?:由|从|自)(?:原来|原先|最初|过去|以往|以前|[年期月]初|[年期月][底末]|上月|上半年|改革前|户均|人均|平均|法定|规定|原定|每[^，。；]{{1,8}}|{_TIME})?的?$|(?<=.)[比较]{_TIME}的?$"
)
_SETTING = re.compile("(?:[^，]{0,6})?(?:对|为|向|与|在|由|将)")
# Acts that say nothing of what they were done to; alone they are no subject.
_GENERAL = LIGHT | frozenset(
    ("处理", "处置", "查处", "问责", "追究", "涉及", "惠及", "覆盖", "参加", "参与", "受益", "共有", "现有")
)
# «最高的县|9.2件», «最低的|2.4件»: which of them, of what was told before.
_EXTREME = re.compile("(?:其中)?最[高低多少大小快慢长短](?:的|一)")
# «35岁以下|4210名», «本科及以上学历|1196名»: which of the persons told before.
_GROUP = re.compile("(?:岁以下|岁以上|周岁|学历|文化程度|年龄段|职称)$")
_BRINGING = frozenset(("做到", "实现", "达到", "确保", "保持"))
# What leads from the number to the level reached, and is no act: «从平均55天|压到了|37天».
_REACHES = re.compile("[加压涨提升减砍缩降扩增调][减整设]?了?(?:到|至|为|成)?了?$")
# «审理周期呢，从平均|55天», «出庭应诉这块，|203件»: what is spoken of stands before a mark of speech.
_SPOKEN_OF = re.compile("(?P<noun>[\u4e00-\u9fff“”]{2,12})(?:呢|这块|这一块|方面)[，,]\\s*$")
# «其余|588宗», «剩下|35处|限期整改»: what is left of the whole told before.
_REST = re.compile("(?:其余|剩余|剩下|余下)(?:的|还有|仍有)*$")
# «复议：新收3672件»: a line that begins with its topic.
_HEAD_OF_LINE = re.compile("^\\s*(?P<noun>[\u4e00-\u9fff“”]{2,8})[：:]")
# A label that says in what state or by what way, not what: 优秀171宗、合格367宗; 其他方式处理44件.
_MANNER = re.compile(
    f"(?:{'|'.join(sorted(STATES, key=len, reverse=True))})|(?:其[他它余]|另外)?.{{0,4}}(?:方式|途径|情形|结果)"
)
# Nouns of one sign that a classifier counts (五六台车, 3处井).
_ONE_SIGN = frozenset("车船店房楼桥路井牌证村户人会课")
# Acts that hand on to another, which the words behind tell.
_HANDING_ON = frozenset(("组织", "督促", "指导", "协调", "推动", "引导", "安排"))


def tell(asked: Asked) -> Told:
    """Subject and predicate of one number."""
    place = asked.place
    if place.cell is not None:
        words = place.cell.subject
        phrase = read_left(words, place.number.unit) if words == place.cell.row else NO_PHRASE
        if len(phrase.noun) > 1 and place.number.kind not in RATES:
            return Told(phrase.noun, phrase.predicate, place.number.start)
        return Told(tidy(words) or words or None, None, place.number.start)
    place.before = _WAS.sub("", place.before)
    changed = (CHANGES | LEVELS) & set(place.number.qualifiers)
    if place.number.kind in RATES:
        told = tell_rate(asked)
    elif changed and (found := CHANGE_TAIL.search(place.before)):
        told = tell_change(asked, found)
    else:
        told = _count(asked)
    subject = told.subject.lstrip("了的")[:LONGEST] if told.subject else None
    return Told(subject or None, told.predicate or None, told.at)


def _count(asked: Asked) -> Told:
    """A number of things: the noun behind, else before, else carried over."""
    place, topics, unit = asked.place, asked.topics, asked.place.number.unit
    if place.behind.startswith(("以来", "来")):
        place.behind = ""
    modifier = place.before.rstrip().endswith("的")
    behind = read_right(place.behind, unit, shared=place.shared) if place.behind.strip() else NO_PHRASE
    followed = bool(place.behind.strip()) and place.number.kind is not FigureKind.DURATION
    left = read_left(_MORE.sub("", place.before), unit, followed=followed)
    if behind.noun and _names(place, left, behind):
        behind = Phrase("", tidy(place.behind)[:12] or None, "", 0)
    if _REST.match(place.before.strip()) and topics and not HEAD_ENDS.search(behind.noun):
        act = behind.predicate or behind.noun or None
        whole = carried(topics, unit, place.number.kind) or topics[-1]
        return Told(asked.whole or whole.noun, act, place.start)
    if modifier and not behind.noun and (topic := carried(topics, unit, place.number.kind)):
        return Told(topic.noun, behind.predicate or topic.predicate, place.start)
    if len(behind.noun) > 1 or (behind.noun and (unit in ("个", "家", "户", None) or behind.noun in _ONE_SIGN)):
        predicate = _act_of(place, left, behind, modifier)
        if predicate is None and place.listed and topics:
            predicate = topics[-1].predicate
        at = place.before_at + left.at if left.predicate and not modifier else place.start
        return Told(behind.noun, predicate, at)
    if unit in NOUNS and not behind.noun and (not left.noun or behind.predicate):
        return Told(unit, behind.predicate or left.predicate, place.start)
    if left.noun and not (topics and _MANNER.fullmatch(left.noun)):
        return _named(asked, left, behind)
    return _carried(asked, left.predicate or left.noun or behind.predicate, left)


def _named(asked: Asked, left: Phrase, behind: Phrase) -> Told:
    """A noun before the number; one that only says of whom (平均每村, 市本级, 其他) goes with the noun told before."""
    place, topics = asked.place, asked.topics
    at = place.before_at + left.at
    if topics and _EXTREME.match(place.before.strip()):
        return Told(topics[-1].noun, topics[-1].predicate, at)
    if _GROUP.search(left.noun) and place.number.unit in PERSONS:
        pool = [one.noun for one in (*asked.earlier, *topics) if one.unit in PERSONS]
        head = next((noun for noun in reversed(pool) if HEAD_ENDS.search(noun) and not _GROUP.search(noun)), "")
        return Told(f"{left.noun}{head}"[-LONGEST:], left.predicate, at)
    if topics and left.predicate in _BRINGING and _EACH.fullmatch(left.noun):
        return Told((carried(topics, place.number.unit, place.number.kind) or topics[-1]).noun, None, at)
    if topics and left.predicate is None:
        if _EACH.fullmatch(left.noun) or left.noun in _EMPTY:
            return Told(topics[-1].noun, topics[-1].predicate, at)
        if is_scope(left.noun):
            return Told(f"{left.noun}{without_level(topics[-1].noun)}", topics[-1].predicate, at)
    predicate = left.predicate or _listed_act(place, topics) or behind.predicate
    if left.noun in ("其他", "其它"):
        first = topics[0].noun if topics and HEAD_ENDS.search(topics[0].noun) else ""
        return Told(f"其他{asked.whole or first}", predicate, at)
    return Told(left.noun, predicate, at)


def _names(place: Place, left: Phrase, behind: Phrase) -> bool:
    """Whether the words before name the number though a noun stands behind: «常务会议|6次|研究…», «骨干|120名|轮训»."""
    if len(left.noun) < 2 or is_scope(left.noun) or place.before.rstrip().endswith(("的", "等")):
        return False
    if left.predicate is None:
        return VERB.match(place.behind.strip()) is not None
    return HEAD_ENDS.search(behind.noun) is None and VERB.search(behind.noun) is not None


def _act_of(place: Place, left: Phrase, behind: Phrase, modifier: bool) -> str | None:
    """The act of a number with its noun behind: of the words before, unless they only hand it on or modify."""
    if modifier or place.cut or (place.before.rstrip().endswith("等") and _SETTING.match(place.before)):
        return behind.predicate
    if left.predicate and left.predicate not in _HANDING_ON:
        return left.predicate
    return behind.predicate or left.predicate


def _listed_act(place: Place, topics: Sequence[Topic]) -> str | None:
    """In a list (评查处罚案卷35件、许可案卷15件) the act of the first holds for the next; so it does without a mark."""
    adjacent = place.listed or (not place.joint and not place.bracketed)
    return topics[-1].predicate if adjacent and topics and topics[-1].kind is place.number.kind else None


def _carried(asked: Asked, act: str | None, left: Phrase) -> Told:
    """No noun of its own: that of an earlier figure, of an earlier clause, or the act itself."""
    place, number, topics = asked.place, asked.place.number, asked.topics
    at = place.before_at + left.at
    act = None if act and _REACHES.match(act) else act
    plain = act.strip("了过") if act else ""
    if spoken := _SPOKEN_OF.search(asked.clause[-24:]):
        return Told(tidy(spoken["noun"]) or None, act, at)
    if topics and (told := _continued(place, topics, act, at)):
        return told
    topic = carried(topics, number.unit, number.kind)
    itself = bool(act and SELF_TOLD.search(act))
    if topic and not (itself and not _CASE.search(topic.noun)):
        return Told(topic.noun, act or topic.predicate, at)
    if plain in _GENERAL and topics and topics[-1].kind is number.kind:
        return Told(topics[-1].noun, act, at)
    noun = named_before(asked.clause, number.unit) if number.kind is FigureKind.COUNT else ""
    if noun and (not itself or _CASE.search(noun)):
        return Told(noun, act, at)
    if plain in _GENERAL and topics:
        return Told(topics[-1].noun, act, at)
    if not topics and plain in CLOSING and (topic := carried(asked.earlier, number.unit, number.kind)):
        return Told(topic.noun, act, at)
    if (
        act
        and not itself
        and number.kind is FigureKind.COUNT
        and (head := _HEAD_OF_LINE.match(asked.text[asked.start : place.start]))
    ):
        return Told(tidy(head["noun"]) or None, act, at)
    if act and plain not in _GENERAL:
        return Told(tidy(act)[:LONGEST], act, at)
    if topic := carried(asked.earlier, number.unit, number.kind):
        return Told(topic.noun, act or topic.predicate, at)
    last = next((topic for topic in reversed(topics) if topic.kind not in RATES), topics[-1] if topics else None)
    noun = named_before(asked.clause, None) or (last.noun if last else "")
    return Told(noun or act or left.agent or None, act, at)


def _continued(place: Place, topics: Sequence[Topic], act: str | None, at: int) -> Told | None:
    """Numbers that go on with what was told last: «29起|30人», «达到|60万», «共|215件»."""
    number = place.number
    if topics[-1].kind in RATES and number.kind not in RATES:
        return _behind_rate(place, topics, at)
    if not place.before.strip() and place.before_at == place.start and not place.joint:
        return Told(topics[-1].noun, topics[-1].predicate if act is None else act, at)
    if _REACHED.match(place.before) and topics[-1].kind in (FigureKind.MULTIPLE, number.kind):
        return Told(topics[-1].noun, topics[-1].predicate, at)
    if SUMMED.fullmatch(place.before.strip()) and (sum_of := _summed(topics, number.unit, number.kind)):
        return Told(sum_of, topics[-1].predicate, at)
    return None


def _behind_rate(place: Place, topics: Sequence[Topic], at: int) -> Told | None:
    """«优秀率65%|（79宗）»: the number that the rate was reckoned from, of the things told before."""
    if not place.bracketed or place.before.strip() or place.before_at != place.start:
        return None
    topic = carried(topics, place.number.unit, place.number.kind)
    return Told(topic.noun, topics[-1].noun.removesuffix("率"), at) if topic else None


def _summed(topics: Sequence[Topic], unit: str | None, kind: FigureKind) -> str:
    """«建议94件、提案121件，共215件»: the total is of all that were listed."""
    nouns: list[str] = []
    for topic in reversed(topics):
        if topic.unit != unit or topic.kind is not kind or topic.noun in nouns:
            break
        nouns.insert(0, topic.noun)
    while len("、".join(nouns)) > LONGEST:
        nouns.pop(0)
    return "、".join(nouns) if len(nouns) > 1 else ""
