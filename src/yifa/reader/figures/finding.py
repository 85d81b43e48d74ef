"""Reads the numbers of a text from left to right: numeral, unit, range; then lists, bare numbers and qualifiers.

Each sign is looked at a bounded number of times, so the time taken grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yifa.reader.figures.bare import settle_bare
from yifa.reader.figures.covers import Covers
from yifa.reader.figures.fractions import find_fractions
from yifa.reader.figures.lists import share_brackets, share_units
from yifa.reader.figures.numerals import CHINESE, SPACE, Numeral, plain, read_arabic, read_words
from yifa.reader.figures.qualifying import qualify
from yifa.reader.figures.sayings import sums_up_levels
from yifa.reader.figures.tables import mark_changes, read_tables
from yifa.reader.figures.tokens import Token
from yifa.reader.figures.units import Unit, read_unit
from yifa.reader.figures.words import about_in_words, counts_in_words, reaches_a_scale, stands_alone
from yifa.reader.reading import FigureKind, Number, Prepared

_CANDIDATE = re.compile(rf"\d|(?:[{CHINESE}]+[余多几来]?(?=[^\s，。；、：]|(?<=[百千万亿])[，。；、\n]))")
_BETWEEN = re.compile(r"\s?(?:[-—–―－─~～]{1,2}|至|到)\s?")
_FROM = re.compile(r"(?:由|从|自)[^，。；、\d]{0,6}$")
_RATIO = re.compile(r"\s?[:：∶]\s?(\d{1,5}(?:\.\d+)?)(?![\d:：.])")
_RATIO_WORDS = re.compile(r"比(?!上年|去年)[^，。；]{0,16}$")
_AGAINST = re.compile(r"\s?比\s?(\d{1,5}(?:\.\d+)?)(?![\d年月日:：.])")
_POINTS_MISWRITTEN = re.compile(r"个?百分点")
_HALF = re.compile(rf"(?<=[到至为约近过足短需])半{SPACE}(?:个)?(?P<unit>小时|工作日|天|日|年|月)")
_AND_A_HALF = re.compile("半(?![年月天日数])")
_MINUS = re.compile(r"(?:^|[\u4e00-\u9fff：:（(\s|])\s?[-－−]$")


def find_numbers(prepared: Prepared) -> tuple[Number, ...]:
    """Every number of the view, in order; spans are places of the view."""
    text = prepared.view.text
    covers = Covers(text)
    tokens = [*find_fractions(text, covers), *_halves(text, covers)]
    tokens += read_tables(text, covers)
    tokens += _scan(text, covers)
    tokens.sort(key=lambda token: token.start)
    share_units(text, tokens)
    share_brackets(text, tokens)
    tokens = settle_bare(text, tokens)
    qualify(text, tokens)
    mark_changes(text, tokens)
    numbers = [*covers.numbers, *(_number(text, token) for token in tokens)]
    return tuple(sorted(numbers, key=lambda number: (number.start, number.end)))


def _scan(text: str, covers: Covers) -> Iterator[Token]:
    at = 0
    for found in _CANDIDATE.finditer(text):
        start = found.start()
        if start < at:
            continue
        token, at = _read(text, start, covers)
        if token:
            yield token


def _read(text: str, start: int, covers: Covers) -> tuple[Token | None, int]:
    """The number that begins here, if one does, and the place to go on from."""
    sign = text[start]
    words = sign in CHINESE
    if not covers.free(start, words=words):
        return None, start + 1
    numeral = read_words(text, start) if words else read_arabic(text, start)
    if words and numeral is None and (about := about_in_words(text, start)):
        token = _token(text, about[0], about[2])
        token.value, token.value_to = about[0].value, about[1]
        return token, token.end
    if numeral is None:
        return None, _past(text, start, words)
    if start and text[start - 1] in ".．" and start > 1 and text[start - 2].isdigit():
        return None, numeral.end
    unit = read_unit(text, numeral.end)
    if words:
        return _in_words(text, numeral, unit, covers)
    token = _token(text, numeral, unit)
    if ratio := _ratio(text, numeral, unit):
        return ratio, ratio.end
    second = _second(text, token, covers)
    if second:
        return second, second.end
    if unit is None and token.end < len(text) and _joined(text, token.end):
        return None, numeral.end
    if unit and unit.name == "级" and not sums_up_levels(text, start):
        return None, numeral.end
    return token, token.end


def _joined(text: str, at: int) -> bool:
    """Whether letters or an unknown word follow at once, so that the figures belong to a name."""
    return text[at].isascii() and text[at].isalpha()


def _past(text: str, start: int, words: bool) -> int:
    """The place behind a run of figures or numerals that is no number."""
    at = start
    while at < len(text) and (text[at] in CHINESE if words else text[at].isdigit()):
        at += 1
    return max(at, start + 1)


def _in_words(text: str, numeral: Numeral, unit: Unit | None, covers: Covers) -> tuple[Token | None, int]:
    """A Chinese numeral: taken only with a unit, and only where it truly counts."""
    between = _BETWEEN.match(text, numeral.end)
    if unit is None and between and between.end() < len(text) and text[between.end()] in CHINESE:
        second = read_words(text, between.end())
        after = read_unit(text, second.end) if second else None
        if second and after and second.value > numeral.value and counts_in_words(text, second, after, numeral.start):
            token = _token(text, second, after)
            token.start, token.value, token.value_to = numeral.start, numeral.value * after.factor, token.value
            return token, token.end
    if unit is None and stands_alone(text, numeral):
        token = _token(text, numeral, unit)
        token.bare = False
        return token, token.end
    if unit is None and (reaches_a_scale(text, numeral) or "个" in text[numeral.start : numeral.end]):
        token = _token(text, numeral, unit)
        token.bare = token.value >= 10**4
        return token, token.end
    if unit is None or not counts_in_words(text, numeral, unit, numeral.start):
        return None, numeral.end
    token = _token(text, numeral, unit)
    return token, token.end


def _token(text: str, numeral: Numeral, unit: Unit | None) -> Token:
    value, precision = numeral.value, numeral.precision
    start = numeral.start
    if not numeral.chinese and _MINUS.search(text, max(0, start - 3), start) and _signed(text, numeral, unit):
        value, start = -value, start - 1
    inner: list[tuple[int, str]] = []
    if numeral.inner:
        inner.append((numeral.end, numeral.inner))
    kind = FigureKind.COUNT
    if unit:
        kind = unit.kind
        if unit.inner == "多":
            inner.append((unit.end, "多"))
        elif unit.inner == "半":
            value += Decimal("0.5")
            precision = max(precision, 1)
        value *= unit.factor
        if kind is FigureKind.PERCENT and (points := _POINTS_MISWRITTEN.match(text, unit.end)):
            return Token(
                start,
                points.end(),
                plain(value),
                None,
                "个百分点",
                FigureKind.POINTS,
                precision,
                1,
                False,
                False,
                inner,
            )
    end = unit.end if unit else numeral.end
    if kind is FigureKind.DURATION and unit and not unit.inner and _AND_A_HALF.match(text, end):
        value, end, precision = value + Decimal("0.5"), end + 1, max(precision, 1)
    return Token(
        start=start,
        end=end,
        value=plain(value),
        value_to=None,
        unit=unit.name if unit else None,
        kind=kind,
        precision=precision,
        scale=numeral.scale,
        chinese=numeral.chinese,
        bare=unit is None,
        inner=inner,
        classified=bool(unit and not unit.bare_noun),
    )


def _signed(text: str, numeral: Numeral, unit: Unit | None) -> bool:
    """Whether a hyphen before figures is a minus: only for decimals and rates."""
    return numeral.precision > 0 or (unit is not None and unit.kind in (FigureKind.PERCENT, FigureKind.POINTS))


def _ratio(text: str, numeral: Numeral, unit: Unit | None) -> Token | None:
    """«3.6:1» where the words before speak of a ratio; its value is the first divided by the second."""
    if unit is not None:
        return None
    found = _RATIO.match(text, numeral.end) or _AGAINST.match(text, numeral.end)
    if not found or not _RATIO_WORDS.search(text, max(0, numeral.start - 20), numeral.start):
        return None
    second = Decimal(found.group(1))
    if not second or read_unit(text, found.end()):
        return None
    value = plain((numeral.value / second).quantize(Decimal("0.000001")))
    return Token(numeral.start, found.end(), value, None, None, FigureKind.RATIO, numeral.precision, 1, False, False)


def _second(text: str, first: Token, covers: Covers) -> Token | None:
    """The range that this number opens: 36—40件, 20%—30%, 1万元至3万元, 10-20万元."""
    between = _BETWEEN.match(text, first.end)
    if not between or between.end() >= len(text) or not text[between.end()].isdigit():
        return None
    if not covers.free(between.end()):
        return None
    numeral = read_arabic(text, between.end())
    unit = read_unit(text, numeral.end) if numeral else None
    if numeral is None or unit is None:
        return None
    second = _token(text, numeral, unit)
    if not first.bare:
        if (first.unit, first.kind) != (second.unit, second.kind):
            return None
        if _FROM.search(text, max(0, first.start - 8), first.start):
            return None
    value = first.value
    if first.bare:
        value *= unit.factor
        if first.scale == 1 and value * numeral.scale < second.value:
            value *= numeral.scale
    if value >= second.value:
        return None
    second.start, second.value, second.value_to = first.start, plain(value), second.value
    second.inner = [*first.inner, *second.inner]
    return second


def _halves(text: str, covers: Covers) -> Iterator[Token]:
    """«半天», «半个月» as a length of time reached or bounded."""
    for found in _HALF.finditer(text):
        if not covers.free(found.start()):
            continue
        unit = "个月" if found["unit"] == "月" else found["unit"]
        covers.cover(found.start(), found.end())
        yield Token(
            found.start(),
            found.end(),
            Decimal("0.5"),
            None,
            unit,
            FigureKind.DURATION,
            1,
            1,
            True,
            False,
            classified=True,
        )


def _number(text: str, token: Token) -> Number:
    qualifiers = tuple(dict.fromkeys(word for _, word in sorted(token.qualifiers)))
    return Number(
        start=token.start,
        end=token.end,
        value=token.value,
        value_to=token.value_to,
        unit=token.unit,
        kind=token.kind,
        written=text[token.start : token.end],
        precision=token.precision,
        scale=token.scale,
        qualifiers=qualifiers,
        shared_unit=token.shared,
    )
