"""Splits the words around a number into what is counted and what is done with it.

受理行政复议申请|86件          → 行政复议申请, 受理
规范性文件废止|8件             → 规范性文件, 废止
通过网站发布信息|96条         → 信息, 发布
|12项|行政审批事项             → 行政审批事项
对|1件|政府规章予以废止        → 政府规章, 废止
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yifa.reader.subjects.lexicon import (
    EVENTS,
    HEADS,
    LIGHT,
    NOUN_LIKE,
    PERSON_HEADS,
    PERSONS,
    PIVOTAL,
    PLACES,
    PLACING,
    PREPOSITION,
    PRODUCING,
    RESULTING,
    SETTING,
    TAKING,
    VERBS,
    alternation,
    pattern,
)
from yifa.reader.subjects.scopes import place_acting

VERB = re.compile(
    f"(?!出具体|协调(?:小组|机制|会|员|办)|实施(?:主体|方案|细则|意见|办法|条例|纲要)|在册(?:对象|人员)"
    f"|安置帮教|占(?:用|地|道)|共享(?:单车|电动|汽车|法庭|用工|空间)|学法用法)(?!(?<=[传表直送下抵])达)(?!(?<=线)上线)"
    f"(?!(?<=国家)赔偿)(?!(?<=[业政员构])编制)(?!(?<=[会解层团党济介业商益愿者作])组织)(?<![不未])(?:{alternation(VERBS)})(?!性|化(?!解)"
    f"|型)"
)
# What joins acts to one (采纳或部分采纳, 撤销、变更).
_ALSO = re.compile("(?:并|或|和|、|及)(?:部分|全部)?")
_ASPECT = re.compile("(?:了|过|出|到(?!位|期)|并)?")
_TAIL = pattern("compound-tails")
_STRICT_TAIL = pattern("strict-tails")
# What makes a noun of any act: 受理件数, 涉及金额.
_AMOUNT_TAIL = pattern("amount-tails")
_DATED = re.compile(r"(?:19|20)\d\d年|\d{1,2}月|截[至止]|大关|左右|不等|以上的?|以下的?")
_TREATED = re.compile(
    "(?:对于|对|就|针对|围绕|将|把|为)(?P<what>[^，。；]{2,30}?)(?P<how>进行|开展|予以|给予|作出|实施"
    "|组织|提供)(?:了)?(?P<act>[^，。；]{2,20})$"
)
_ORGAN = re.compile(
    "(?:^|.*[省市县区州镇乡])?(?:人民)?(?:政府|委员会|[一-龥]{0,8}局|[一-龥]{0,6}厅|党委|县委|市委|区委"
    "|省委|纪委|监委|政法委|[一-龥]{0,6}办公室|[一-龥]{0,4}法院|[一-龥]{0,4}检察院|[一-龥]{0,6}机关|"
    "各部门|[一-龥]{0,4}部门|[一-龥]{0,6}机构|[一-龥]{0,8}中心|公安|人大常委会|人大|政协|市本级|县本级"
    "|区本级|本级|各县区?|县区|市区|区县|街道|乡镇|镇街|各镇|各乡镇?|各街道|各地|各级|各单位|全系统"
    "|[省市县区镇乡])$"
)
FRONT = pattern("front")
# The same for a noun that an adverb may belong to (及时受理率, 全面依法治县委员会).
FRONT_OF_NOUN = pattern("front-of-noun")
_BACK = pattern("back", behind="$")
_PASSIVE = re.compile("(?<=.{2})(?:已|均|全部)?被.{2,4}$")
# «群众被骗资金», «被扶贫对象»: what was suffered only says which.
_SUFFERED = re.compile("被.{1,3}(?:资金|款项?|财物|物品|金额|人|人员|对象|企业|单位|案件|群众)$")
# What no noun ends with.
_LOOSE = "、，；：。的"
# These open a noun as well as an act.
_KEPT = re.compile("全面依法|主动公开|全域|同步|积极分子")
# A preposition right before the number: what it leads on to stands behind.
_LEADS_ON = re.compile(
    "(?:(?<![应面针核])对|(?<![方面定])向|(?<![行作认])为|(?<![存现])在|将|(?<!参)与|(?<![可予])以|给|把)$"
)
_QUOTES = re.compile(
    "[“”‘’\"'「」『』《》〈〉【】\\s①-⑳⑴-⒇㈠-㈩]|^[^\u4e00-\u9fffA-Za-z0-9]+|[^\u4e00-\u9fffA-Za-z0-9)）]+$"
)
# What a phrase opens with that only says when or after what (补正后受理, 检查中发现).
_WHEN = re.compile("[\u4e00-\u9fff]{1,8}(?:后|(?<!会)前|时|中|过程中|期间|以来|之后|基础上)$")
# An adverb right before an act that is no noun: 新申领, 依法处置.
_HOW = re.compile("(?:新|再|重新|依法|当场|现场|分批|统一|共同|逐一|免费|自行|陆续|累计|先行|提前|跨区域)")
# «下放乡镇|83项», «赋权开发区|56项»: to whom, not what.
_HANDED_DOWN = frozenset(("下放", "赋权", "下沉", "委托", "授权"))
_LEVEL_BELOW = re.compile(
    "(?:[到至给])?各?(?:县区|区县|市县|县市区?|乡镇|镇街|街道|乡镇街道|基层|开发区|园区|镇|乡|村|社区|[一-龥]{0,4}新区)"
)
# Acts of one sign as people speak: «已经收了|857件», «办了|30件».
_SPOKEN_ACTS = frozenset("收办结立罚查开跑发建做审免拿拖调抓修领批送")
# «逾期未办结», «尚未整改»: an act that was not done.
_UNDONE = re.compile(f"(?:逾期|尚|仍|仍然|还)?(?:未|不予?)(?:{alternation(VERBS)})$")
# An act that only says which persons or cases (受援群众, 参训人员, 涉案企业).
_ATTRIBUTE = re.compile(
    f"(?:受援|受益|受灾|受害|受教育|受训|参训|参会|参赛|参保|涉案|涉诉|涉嫌|在册|在岗|在职|持证|获奖|获评|入选)"
    f"(?:的)?(?={alternation([*PERSON_HEADS, '企业', '单位', '对象', '家庭', '农户', '机构', '部门', '人'])})"
)
# Behind an act what says that it is one: «建议|不予出台», «审查|未通过».
_UNDERTAKEN = re.compile("(?:不|未|暂|尽快|予以|立即|限期|后)")
# What makes another act of an act and is no thing: 轻微免罚, 当场处罚.
_KIND_OF_ACT = re.compile(
    "(?:^(?:轻微|首违|首次|从轻|减轻|从重|柔性|包容|审慎|书面|口头|公开|重点|线上|线下|网上)"
    "|联合|交叉|专项|专题|集中|现场|随机|日常|综合|突击)$"
)
_REFUSED = re.compile("(?:建议|要求|决定|依法|均|已)?(?:不予|暂缓|暂不|未予|未能|尚未)")
_BRACKET = re.compile(r"[（(][^（()）]{0,10}[)）]")
_NP_END = pattern("noun-ends")
HEAD_ENDS = re.compile(f"(?:{alternation(HEADS)})$")
_FIRST_HEAD = re.compile(
    "[\u4e00-\u9fff]{0,8}?(?:部门|单位|企业|机构|乡镇|街道|村|社区|县区|窗口|平台|市|县|镇|单位)(?!级|长|委|政府|直)"
)
_HEAD = re.compile(f"(?:{alternation(HEADS)})")
LONGEST = 20


@dataclass(frozen=True)
class Phrase:
    """What words say: the noun counted (may be empty), the act, and who acts. `at` is where the noun or act begins."""

    noun: str
    predicate: str | None
    agent: str
    at: int


NO_PHRASE = Phrase("", None, "", 0)


def cut_front(text: str, at: int = 0) -> int:
    """The place behind adverbs, times and scope words that open a phrase."""
    while (found := FRONT.match(text, at)) and found.end() > at:
        at = found.end()
    return at


def cut_back(text: str) -> str:
    """The phrase without the words that only lead over to the number (共计, 达, 为)."""
    while found := _BACK.search(text):
        text = text[: found.start()]
    return text


def read_left(text: str, unit: str | None, *, followed: bool = True) -> Phrase:
    """The words before a number; `followed` says that words stand behind it that it may lead on to."""
    core = cut_back(text)
    if _LEADS_ON.search(core) and not followed:
        core = cut_back(core[:-1])
    if _LEADS_ON.search(core):
        acts = real_verbs(core, 0)
        return Phrase("", core[slice(*acts[-1])] if acts and acts[-1][1] == len(core) - 1 else None, "", len(core))
    at = cut_front(core)
    if found := _TREATED.match(core, at):
        what, act = tidy(found["what"]), tidy(found["act"])
        if unit in EVENTS:
            return Phrase(act, found["how"], "", found.start("act"))
        return Phrase(tail_of(what), act, "", found.start("what"))
    for _ in range(6):
        if at >= len(core):
            return Phrase("", None, "", at)
        if core[at:] in ("成功", "通过") or (len(core) - at == 1 and core[at] in _SPOKEN_ACTS):
            return Phrase("", core[at:], "", at)
        verb = _verb_at(core, at)
        setting = PREPOSITION.match(core, at)
        if setting and (verb is None or setting.group() in SETTING) and real_verbs(core, setting.end() + 1):
            step = _from_preposition(core, at)
        elif verb is not None:
            step = _from_verb(core, at, verb, unit)
        else:
            step = _from_noun(core, at, unit)
        if isinstance(step, Phrase):
            return step
        at = cut_front(core, step)
    return Phrase(tail_of(core[at:]), None, "", at)


def _from_verb(core: str, at: int, end: int, unit: str | None) -> Phrase | int:
    """A phrase that begins with an act."""
    act = core[at:end]
    rest = end
    while (opening := FRONT_OF_NOUN.match(core, rest)) and opening.end() > rest:
        rest = opening.end()
    noun = core[rest:]
    plain = _plain(act)
    if noun == "人员" or len(noun) == 1:
        return Phrase(core[at:], None, "", at)
    if plain in PIVOTAL and (following := real_verbs(core, rest + 1)):
        start, _ = following[0]
        if not (plain in LIGHT and core[start:] in NOUN_LIKE):
            return start
    if not noun:
        return Phrase(act, None, "", at) if unit in EVENTS and act in NOUN_LIKE else Phrase("", act, "", at)
    last = next((word for word in (plain[-4:], plain[-3:], plain[-2:]) if word in VERBS), plain)
    if last in _HANDED_DOWN and _LEVEL_BELOW.fullmatch(noun):
        return Phrase("", act + noun, "", at)
    if last in PLACING and len(noun) < 14 and "等" not in noun and PLACES.search(noun) and not _HEAD.match(noun):
        return Phrase("", act + noun, "", at)
    whole, noun = noun, _before_act(noun)
    done = whole[len(noun) :].removeprefix("已").removeprefix("被")
    return Phrase(tail_of(noun), done if len(done) > 1 else act, "", rest)


def _plain(act: str) -> str:
    """An act without 了, 过 and the like behind it."""
    return act if act in VERBS else act.rstrip("了过出到并")


def _before_act(noun: str) -> str:
    """«许可事项进驻大厅» → «许可事项»: the noun ends where something is done with it."""
    passive = _PASSIVE.search(noun)
    if passive and not _SUFFERED.search(noun):
        return noun[: passive.start()]
    for found in VERB.finditer(noun):
        if (
            found.start() > 1
            and found.group() in PLACING
            and _HEAD.search(noun, max(0, found.start() - 4), found.start())
        ):
            return noun[: found.start()]
    return noun


def _from_preposition(core: str, at: int) -> Phrase | int:
    """«通过网站发布信息»: the act behind the setting; without one, the noun that the preposition leads."""
    verbs = real_verbs(core, at + 2)
    verbs = [verb for verb in verbs if core[verb[0] : verb[1]] not in NOUN_LIKE or verb[1] == len(core)] or verbs
    if verbs and core[slice(*verbs[-1])] in LIGHT:
        return verbs[-1][0]
    if verbs:
        return verbs[-1][0] if verbs[-1][1] < len(core) or len(verbs) == 1 else verbs[-2][0] if len(verbs) > 1 else at
    return Phrase(tail_of(core[at:]), None, "", at)


def _from_noun(core: str, at: int, unit: str | None) -> Phrase | int:
    """A phrase that begins with a noun: the thing itself, or who acts."""
    if undone := _UNDONE.match(core, at):
        return Phrase("", undone.group(), "", at)
    for start, end in real_verbs(core, at + 1):
        before, rest, act = cut_back(core[at:start]), core[end:], core[start:end]
        if before.endswith("被") and start - at > 2:
            return Phrase(tail_of(core[at : start - 1]), core[start:][:12], "", at)
        if _WHEN.fullmatch(before) or (rest and core[start - 1] in "已共均"):
            return start
        if not before:
            return start
        organ = _ORGAN.fullmatch(_QUOTES.sub("", before)) is not None or place_acting(before) == before
        if not rest:
            if act in NOUN_LIKE and not organ and (unit in EVENTS or not _HEAD.search(before[-4:])):
                continue
            if not organ and not HEAD_ENDS.search(before) and _KIND_OF_ACT.search(before):
                return Phrase(tail_of(before + act), act, "", at)
            return Phrase("", act, before, start) if organ else Phrase(tail_of(before), act, "", at)
        if act in NOUN_LIKE and not organ:
            continue
        if act in RESULTING and not organ and HEAD_ENDS.search(before):
            return Phrase(tail_of(before), act + rest, "", at)
        return start
    return Phrase(tail_of(core[at:]), None, "", at)


def _verb_at(core: str, at: int) -> int | None:
    """The end of the chain of acts that begins here; None where a noun begins."""
    if _ATTRIBUTE.match(core, at):
        return None
    end = at
    how = _HOW.match(core, at)
    if how and (done := VERB.match(core, how.end())) and VERB.match(core, at) is None:
        # «新申领|71名», «依法查处|3起»: the act, unless it begins a noun (新登记经营主体 is met further on)
        if done.end() == len(core):
            return done.end()
        end = at if done.group() in NOUN_LIKE and how.group() not in ("新", "重新", "再") else how.end()
    while found := VERB.match(core, end):
        tail = _STRICT_TAIL if found.group() in NOUN_LIKE else _AMOUNT_TAIL
        if end == at and tail.match(core, found.end()):
            return None
        if end > at and found.group() in NOUN_LIKE:
            act = _plain(core[at:end])
            if (
                act in LIGHT
                or act in TAKING
                or (found.end() < len(core) and (act in PRODUCING or _TAIL.match(core, found.end())))
            ):
                break
        aspect = _ASPECT.match(core, found.end())
        end = aspect.end() if aspect else found.end()
        if found.group() in PLACING:
            break
        if (also := _ALSO.match(core, end)) and VERB.match(core, also.end()):
            end = also.end()
    return end if end > at + (len(how.group()) if how else 0) or (how is None and end > at) else None


def real_verbs(core: str, at: int) -> list[tuple[int, int]]:
    """The acts from here on that are no part of a noun."""
    real = []
    for found in VERB.finditer(core, at):
        if core.count("“", 0, found.start()) > core.count("”", 0, found.start()):
            continue
        tail = _TAIL if found.group() in NOUN_LIKE else _AMOUNT_TAIL
        if tail.match(core, found.end()):
            continue
        real.append(found.span())
    return real


def read_right(text: str, unit: str | None, *, shared: bool = False) -> Phrase:
    """The words behind a number, up to the end of its clause or the next number.

    `shared` says that the next number follows without a mark: «11个|部门持证人员|5人» are departments first.
    """
    text = _BRACKET.sub("", text)
    if _DATED.match(text):
        return Phrase("", None, "", 0)
    skip = 1 if text.startswith("的") else 0
    at = skip
    while at < len(text) and text[at] in " \t":
        at += 1
    if _REFUSED.match(text, at):
        return Phrase("", _short(cut_back(text[at:])), "", at)
    verb = None if skip or _ATTRIBUTE.match(text, at) else _verb_at(text, at)
    if verb is not None and not _noun_follows(text, at, verb, unit):
        return Phrase("", _short(cut_back(text[at:])), "", at)
    end = len(text)
    verbs = real_verbs(text, at)
    for stop in _NP_END.finditer(text, at):
        if stop.start() > at and not any(start < stop.start() < after for start, after in verbs):
            end = stop.start()
            break
    if _NP_END.match(text, at) and not _KEPT.match(text, at):
        return Phrase("", _short(cut_back(text[at:])), "", at)
    for start, after in verbs:
        act = text[start:after]
        if at < start < end and (
            act not in NOUN_LIKE or (HEAD_ENDS.search(text[at:start]) and (shared or after < end))
        ):
            end = start
            break
    noun = _cut_at_of(text[at:end])
    if shared and (head := _FIRST_HEAD.match(noun)) and len(noun) - head.end() > 1:
        noun = head.group()
    predicate = _short(cut_back(text[end:])) if end < len(text) else None
    return Phrase(tail_of(noun), predicate, "", at)


def _noun_follows(text: str, at: int, end: int, unit: str | None) -> bool:
    """«12项|审查意见», «32项|创建指标», «2次|实地调研»: an act that begins a noun, or is itself what is counted."""
    first = VERB.match(text, at)
    if first is None or first.group() not in NOUN_LIKE:
        return False
    rest = text[first.end() :].strip()
    if not rest:
        return unit in EVENTS
    if _UNDERTAKEN.match(rest):
        return False
    return _TAIL.match(text, first.end()) is not None or (unit not in PERSONS and rest[0] not in "了过完到")


def _cut_at_of(noun: str) -> str:
    """«村的农村污水治理» is about villages, «群众关心的问题» about questions."""
    before, of, after = noun.partition("的")
    if of and HEAD_ENDS.search(before):
        return before
    return after if of and after else before


def _short(words: str) -> str | None:
    """An act as a few words: 进行 and 予以 say nothing of their own."""
    words = re.sub("^(?:均|已|都|全部|被|可|能|将)*(?:进行|予以|给予|开展|实施)?(?:了)?", "", _QUOTES.sub("", words))
    return words[:12] if len(words) > 1 else None


def tidy(words: str) -> str:
    """Words without quotation marks, brackets and determiners at their edges."""
    words = _BRACKET.sub("", words)
    words = _QUOTES.sub("", words)
    while (found := FRONT_OF_NOUN.match(words)) and found.end() < len(words):
        words = words[found.end() :]
    return re.sub("(?:的|等|情况|工作|数量|总数|总量)$", "", cut_back(words)).rstrip(_LOOSE)


def tail_of(words: str) -> str:
    """The noun of a phrase, short: the last member behind 等, the last part of what is too long."""
    plain = tidy(words)
    before, etc, after = plain.rpartition("等")
    if after.startswith(("候", "待", "价")) or before.endswith(("平", "同", "均", "对", "高", "中", "初")):
        etc = ""
    if etc and len(after) > 1 and not after.startswith(("级", "次")):
        plain = after
    elif etc and not after:
        plain = before
    plain = re.sub("^(?:各|多)?方面的?(?=.{2})", "", plain)
    plain = re.sub("(?<=.{2})全$", "", plain).rstrip(_LOOSE)
    if len(plain) <= LONGEST:
        return plain
    for mark in ("的", "、", "和", "及"):
        parts = plain.split(mark)
        while len(parts) > 1 and len(mark.join(parts)) > LONGEST:
            parts.pop(0)
        plain = mark.join(parts)
        if len(plain) <= LONGEST:
            return tidy(plain)
    return plain[-LONGEST:]
