"""When a number in Chinese numerals counts: 两次, 十五项, 三级; and when it only speaks: 一件事, 三个导向, 二期.

From eleven on any classifier will do. Up to ten the classifier must be one of things and acts that reports count; 一
and 二 name rather than count (counting says 两); a bare 百, 千, 万 counts only with 余, 多, 近, 上. Lengths of time
need a word that makes them a term or a span.
"""

from __future__ import annotations

import re
from decimal import Decimal

from yifa.reader.figures.numerals import DIGITS, Numeral
from yifa.reader.figures.sayings import SLOGAN, sums_up_levels
from yifa.reader.figures.units import COUNTED, Unit, read_unit
from yifa.reader.reading import FigureKind

# What 一 counts with when a word of measure stands before it (至少一次).
_ONE_BEFORE = re.compile(r"(?:至少|不少于|不低于|不超过|超过|不足|近|约|共|仅|只有)$")
_POINTING = re.compile(
    r"(?:第|每|任何|任意|某|同|这|那|哪|各|另|逐|上|(?<!不)下|前(?!后)|(?<![先前])后|头|首|之|进|统|唯|单"
    r"|专|惟|万|届|百分|千分)$"
)
_ORDERING = re.compile(r"(?:第|届|百分|千分|每)$")
# 上 and 近 before a bare 百, 千, 万, or 余 inside, make it a number.
_ROUND = re.compile(r"(?:上|近|超|超过|逾|约|达|过|突破|(?<![侦告打攻查连击])破|不足|不到)$")
_DOUBLES = re.compile("翻了?(?:近|约|超过?|将近|整整)?$")
_PASSED = re.compile(r"(?:(?<![侦告打攻查连击])破|(?<![经通超不只])过|突破|超过?|逾|达到?|近)$")
_ENDED = re.compile(r"(?:大关|关口|级|规模)?(?:[，。；、,;！!）)”\n]|$)")
_TWO = re.compile("([一二两三四五六七八九])([二三四五六七八九])(?![十百千万亿点])")
# What closes a phrase before 一: a noun or act, not a word that makes a saying of it (最多跑一次, 查看一次).
_NAMED = re.compile("[\u4e00-\u9fff]{2}(?<![跑进办交填报查同每逐这那第任某唯统无有到来说看做了一再又的再头])$")
_SPAN_BEFORE = re.compile(
    r"(?:近|连续|为期|未来|满|不少于|至少|超过|不足|约|历时|长达|达|任期|期限|有效期|间隔|缩短|压缩|压减"
    r"|延长|减少|提前|用时|需|至|到|为|由|从|过去|今后|不超过|最多|最长|最短|每|往前|前|后|持续|拖了?|历经"
    r"|累计)[了约近为至到]?$"
)
_SPAN_BEHIND = re.compile(r"(?:以内|之内|内|以上|以下|左右|多|有余|余|半)")
_ALWAYS_SPANS = frozenset(("工作日", "自然日", "学时", "课时"))
_TIME_NAMES = re.compile(r"(?:来|度|前|后|间|里|中|期|一|以来)")
_BEHIND_PERIOD = re.compile(r"(?:工程|项目|建设|改造|叫停|扩建)")
_SCALES_ONLY = frozenset(("百", "千", "万", "亿", "十万", "百万", "千万", "万万"))
_GREAT_SCALES = frozenset(("十亿", "百亿", "千亿", "万亿"))
_FULLNESS = re.compile(r"[立功为效员本果绩长材品熟就型因人年都书套千上千]")


def counts_in_words(text: str, numeral: Numeral, unit: Unit, start: int) -> bool:
    """Whether this Chinese numeral with this unit says how many."""
    before = text[max(0, start - 6) : start]
    if unit.kind is FigureKind.DURATION:
        return _is_span(text, numeral, unit, before, start)
    if (_POINTING if numeral.value <= 10 else _ORDERING).search(before) and not _ROUND.search(before):
        return False
    written = text[numeral.start : numeral.end]
    if unit.kind in (FigureKind.AMOUNT, FigureKind.QUANTITY):
        if _only_scale(written):
            return numeral.inner is not None or _ROUND.search(before) is not None
        return (
            numeral.value >= 3 and unit.name not in ("分", "米", "升", "里", "方", "角", "立方米")
        ) or numeral.value >= 100
    if unit.kind is FigureKind.MULTIPLE:
        return unit.name != "番" or _DOUBLES.search(before) is not None
    if unit.kind is FigureKind.POINTS:
        return True
    if unit.kind is not FigureKind.COUNT:
        return False
    return _counts(text, numeral, unit, before, written)


def _counts(text: str, numeral: Numeral, unit: Unit, before: str, written: str) -> bool:
    if _only_scale(written):
        return numeral.inner is not None or _ROUND.search(before) is not None
    if before.endswith(("数", "几")):
        return False
    if numeral.value == 0:
        return written == "〇"
    if numeral.value == 1:
        return unit.name in COUNTED and (_ONE_BEFORE.search(before) is not None or _closes(text, before, unit))
    if written == "二":
        return False
    if unit.name == "级":
        return numeral.value <= 6 and sums_up_levels(text, numeral.start)
    if _is_next_of_row(text, numeral, unit):
        return False
    if unit.name == "个" and SLOGAN.match(text, unit.end):
        return _announces(text, unit)
    if unit.name == "期" and _BEHIND_PERIOD.match(text, unit.end):
        return False
    if numeral.value > 10 or numeral.inner:
        return not unit.bare_noun or unit.name in COUNTED
    return unit.name in COUNTED


def _closes(text: str, before: str, unit: Unit) -> bool:
    """«制定规章一部、», «出庭应诉一次。»: 一 with its classifier closes a phrase that names what is counted."""
    ends = unit.end >= len(text) or text[unit.end] in "，。；、,;\n）)"
    if text.startswith(("、二", "和二", "及二"), unit.end):
        return False
    return ends and _NAMED.search(before) is not None


def _is_next_of_row(text: str, numeral: Numeral, unit: Unit) -> bool:
    """«一类、二类、三类违法行为»: the members of a row are named, not counted."""
    row = re.search(
        rf"([一二三四五六七八九])({unit.name}[^，。；、\d]{{0,4}})?[、和及至到]$",
        text[max(0, numeral.start - 8) : numeral.start],
    )
    return bool(row and DIGITS[row.group(1)] == numeral.value - 1)


def about_in_words(text: str, at: int) -> tuple[Numeral, Decimal, Unit] | None:
    """«七八次», «三五名», «两三天»: two numerals side by side say a range; the unit must be one that counts."""
    found = _TWO.match(text, at)
    if not found:
        return None
    unit = read_unit(text, found.end())
    first, second = DIGITS[found.group(1)], DIGITS[found.group(2)]
    if unit is None or not first < second <= first + 2 or unit.name not in COUNTED:
        return None
    if _POINTING.search(text[max(0, at - 6) : at]):
        return None
    return Numeral(at, found.end(), Decimal(first), 0, 1, None, chinese=True), Decimal(second), unit


def stands_alone(text: str, numeral: Numeral) -> bool:
    """«第一个是一千八百六十三，»: a great numeral that ends its clause needs no unit."""
    if (
        numeral.end - numeral.start < 4
        or numeral.value < 100
        or (numeral.end < len(text) and text[numeral.end] not in "，。；、,;\n")
    ):
        return False
    return text[max(0, numeral.start - 1) : numeral.start] in ("是", "为", "达", "共", ":", "：", "到")


def reaches_a_scale(text: str, numeral: Numeral) -> bool:
    """«用户数破百万», «交易额过百亿», «突破千亿大关»: a bare scale reached or passed, at the end of its clause."""
    written = text[numeral.start : numeral.end]
    if numeral.inner or not (_only_scale(written) or written in _GREAT_SCALES):
        return False
    before = text[max(0, numeral.start - 4) : numeral.start]
    return _PASSED.search(before) is not None and _ENDED.match(text, numeral.end) is not None


def _only_scale(written: str) -> bool:
    """百, 千, 万 alone, which say «many» unless something makes them round numbers."""
    return written.strip("余多几来") in _SCALES_ONLY


def _announces(text: str, unit: Unit) -> bool:
    """«五个方面20类问题»: an announcement that goes on with a number is taken as one."""
    return re.match(r"(?:方面|层面|环节|领域|维度)的?\d", text[unit.end : unit.end + 6]) is not None


def _is_span(text: str, numeral: Numeral, unit: Unit, before: str, start: int) -> bool:
    """Whether «三年», «两个月» is a length of time that is said to last, pass or bound something."""
    if before.endswith(("第", "每逢", "上", "去", "今", "明", "当", "同", "之", "统", "进")) or "几" in before[-1:]:
        return False
    if unit.inner == "半" or start < numeral.start or (unit.name in _ALWAYS_SPANS and numeral.value > 1):
        return True
    behind = _SPAN_BEHIND.match(text, unit.end)
    if numeral.value == 1:
        return behind is not None and unit.name not in ("年", "天", "日", "周") and behind.group() != "多"
    if behind and not (unit.name in ("日", "天") and numeral.value > 60):
        return True
    return _SPAN_BEFORE.search(before) is not None and not _TIME_NAMES.match(text, unit.end)
