"""Finds the qualifiers of each number: those that touch it, and those of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yifa.reader.figures.qualifiers import BEFORE, BEHIND, DOWN, UP, tell_change
from yifa.reader.figures.tokens import Token
from yifa.reader.reading import FigureKind

_longest = sorted(BEFORE, key=len, reverse=True)
_BEFORE = re.compile(rf"(?<![附最邻靠就])(?<!节)(?<!契)(?<!合)(?:{'|'.join(_longest)})\s?$")
_NOT_BEFORE = re.compile(
    r"(?:附近|最近|邻近|靠近|就近|远近|节约|契约|合约|预约|条约|特约|制约|公约|签约|履约|违约|集约|赶超"
    r"|反超|以上|网上|线上|会上|路上|地上|身上|早上|晚上|马上)\s?$"
)
# «粉丝破10万», «人数过万»: only before a great number.
PASSED = re.compile(r"(?:(?<![侦告打攻查连击])破|(?<![经通超不只])过)\s?$")
_GREAT = 10000
_BEHIND = re.compile(rf"\s?(?P<word>{'|'.join(sorted(BEHIND, key=len, reverse=True))}|内(?!部|容|外|资|地|控|涵|设))")
_MORE_BEHIND = frozenset(
    {FigureKind.DURATION, FigureKind.QUANTITY, FigureKind.MULTIPLE, FigureKind.AMOUNT, FigureKind.PERCENT}
)
_CHANGE = re.compile(
    rf"(?P<word>{UP}|{DOWN})(?:(?P<how>幅度?|率|比例?|量)(?:为|达到?|约|均)*)?(?:了|分别|整整|约|近|超过?|逾"
    rf"|至少|不少于|不低于|不超过|达到?|均)*"
    rf"(?P<level>(?:到|至|为|成)(?:了|原来的)?)?(?:约|近|不足|不到|仅|超过?|仅需|只需|最短|最快|最低|最多|平均)*\s?$"
)
# «减少材料35%»: what is changed stands between.
_CHANGE_OF = re.compile(
    rf"(?P<word>(?!增|升|多|减|降|少){UP}|{DOWN})(?!到|至|为|率|后"
    rf"|的)[^，。；、：,;\d率占达为至到比的]{{2,10}}$"
)
_LEVEL_WORDS = re.compile(r"(?P<word>增至|升至|提至|减至|降至|缩至|压至|压减至)(?:了|约|近|不足|不到|仅)*\s?$")
_EARLIER = re.compile(
    r"(?P<year>同比|与(?:去年|上年)同期相比|[比较同与](?:去年|上年|上一年|前年|上年度|去年度|上一年度|往年"
    r"|历年|同期|去年同期|上年同期|上一年同期|上年度同期|改革前|(?:19|20)\d\d年度?|清理前)|同期)"
    r"|(?P<chain>环比|[比较](?:上月|上季度|上期|上半年))"
)
# «收案857件，多了245件»: a clause that says nothing but by how much.
_PLAINLY_MORE = frozenset(("多了", "少了", "涨了", "降了", "增了", "减了"))
_CLAUSE = re.compile(r"[，,。；;：:！？!?\n]")
_CONTEXT = re.compile(
    r"(?P<total>累计)|(?P<part>其中)|(?P<each>分别)|(?P<mean>平均(?!水平)"
    r"|[人户日月年件村]均(?=[^衡等可有已以未])|均次)"
)
_LIST_JOINT = re.compile(r"\s?(?:、|和|及|与|以及|,|，)\s?")
_LOOK_BACK = 60


def qualify(text: str, tokens: Sequence[Token]) -> None:
    """Write into every number its qualifiers with their places."""
    previous: Token | None = None
    for token in tokens:
        token.qualifiers += [(at, word) for at, word in token.inner]
        _touching(text, token)
        _change(text, token, previous)
        _context(text, token, previous)
        previous = token


def _touching(text: str, token: Token) -> None:
    start = max(0, token.start - 6)
    found = _BEFORE.search(text, start, token.start)
    if found and not _NOT_BEFORE.search(text, start, token.start):
        word = found.group().strip()
        if word != "上" or text[token.start] in "百千万亿":
            token.qualifiers.append((found.start(), BEFORE[word]))
    elif (token.scale >= _GREAT or text[token.start] in "百千万亿") and (
        passed := PASSED.search(text, start, token.start)
    ):
        token.qualifiers.append((passed.start(), "超过"))
    behind = _BEHIND.match(text, token.end)
    if behind is None:
        return
    word = behind["word"]
    if word == "内":
        if token.kind is FigureKind.DURATION:
            token.qualifiers.append((behind.start(), "以内"))
    elif word not in ("多", "余", "上下") or token.kind in _MORE_BEHIND:
        token.qualifiers.append((behind.start(), BEHIND[word]))


def _change(text: str, token: Token, previous: Token | None) -> None:
    """增加 or 减少 for a change, 增加到 or 减少到 for the level reached; a list hands it on to its next member."""
    at = max(0, token.start - 18)
    if level := _LEVEL_WORDS.search(text, at, token.start):
        token.qualifiers.append((level.start(), tell_change(level["word"], True)))
        return
    found = _CHANGE.search(text, at, token.start)
    if found and _CLAUSE.search(found.group()) is None and not _is_noun(text, found):
        word = "减少" if text[max(0, found.start() - 1) : found.end("word")] == "负增长" else found["word"]
        level_said = found["level"] is not None and not found["how"]
        if word in ("快", "慢", "多", "少") and text[found.start() - 1 : found.start()] == "最":
            return
        if found.group().strip() in _PLAINLY_MORE and _CLAUSE.match(text, found.start() - 1):
            token.qualifiers.append((found.start(), tell_change(word, False)))
            return
        if word[0] in "多少" and len(word) == 2 and word not in ("多出",) and not _compared(text, found.start()):
            return
        if word in ("多", "少", "增", "减", "升", "降", "高", "低", "加", "涨", "砍", "压", "快", "慢") and not (
            level_said or _compared(text, found.start())
        ):
            return
        token.qualifiers.append((found.start(), tell_change(word, level_said)))
        return
    if token.kind in (FigureKind.PERCENT, FigureKind.MULTIPLE) and (done := _CHANGE_OF.search(text, at, token.start)):
        token.qualifiers.append((done.start(), tell_change(done["word"], False)))
        return
    if previous and _LIST_JOINT.fullmatch(text[previous.end : token.start]) and previous.kind is token.kind:
        token.qualifiers += [one for one in previous.qualifiers if one[1] in ("增加", "减少", "增加到", "减少到")]


def _is_noun(text: str, found: re.Match[str]) -> bool:
    """«新增», «净增», «不断提高» … only the first two are no changes of a figure."""
    return text[max(0, found.start() - 1) : found.start()] in ("新", "净") and found["word"][0] == "增"


def _compared(text: str, at: int) -> bool:
    return _EARLIER.search(text, max(0, at - 16), at) is not None


def _context(text: str, token: Token, previous: Token | None) -> None:
    start = max(0, token.start - _LOOK_BACK)
    window = text[start : token.start]
    cut = 0
    for boundary in _CLAUSE.finditer(window):
        cut = boundary.end()
    if previous and previous.end > start + cut:
        inherited = (
            _LIST_JOINT.fullmatch(text[previous.end : token.start]) is not None
            or "、" in text[previous.end : token.start]
        )
        if inherited:
            token.qualifiers += [
                one for one in previous.qualifiers if one[1] in ("其中", "分别", "累计", "同比", "环比", "比上年")
            ]
    moved = any(word in ("增加", "减少", "增加到", "减少到") for _, word in token.qualifiers)
    for found in _CONTEXT.finditer(window, cut):
        _add_context(token, previous, found, start)
    if moved or token.kind is FigureKind.POINTS or token.unit == "番":
        for found in _EARLIER.finditer(window, cut):
            if not previous or previous.end <= start + found.start():
                token.qualifiers.append((start + found.start(), _earlier_word(found)))


def _add_context(token: Token, previous: Token | None, found: re.Match[str], start: int) -> None:
    between = previous is not None and previous.end > start + found.start()
    if found["total"]:
        token.qualifiers.append((start + found.start(), "累计"))
    elif found["part"]:
        token.qualifiers.append((start + found.start(), "其中"))
    elif found["each"]:
        token.qualifiers.append((start + found.start(), "分别"))
    elif not between:
        token.qualifiers.append((start + found.start(), "平均"))


def _earlier_word(found: re.Match[str]) -> str:
    if found["chain"]:
        return "环比"
    return "同比" if found["year"] == "同比" else "比上年"
