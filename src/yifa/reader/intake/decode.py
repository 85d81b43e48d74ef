"""Bytes of a text in any encoding of a Chinese office → characters, with every place that could not be decoded.

A byte order mark or a declaration is a hint and no more: what decides is how much each reading of the bytes looks like
Chinese office prose. Valid UTF-8 is taken at once, since other encodings hardly ever are valid UTF-8 by accident.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import charset_normalizer

from yifa.reader.intake.defects import Defect
from yifa.reader.intake.refusals import Reason, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "big5")
_CODEC = {"big5": "big5hkscs"}  # a superset: what Hong Kong offices write is Big5 too
_UNIT = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
_NAMES = {
    **dict.fromkeys(("utf8", "utf-8", "utf-8-sig", "unicode-1-1-utf-8", "ascii", "us-ascii"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "cp936", "ms936", "936", "gb_2312-80", "x-gbk"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cp950", "x-x-big5", "big5hkscs"), "big5"),
    **dict.fromkeys(("utf-16", "utf-16le", "unicode", "ucs-2", "utf-16-le"), "utf-16-le"),
    **dict.fromkeys(("utf-16be", "utf-16-be"), "utf-16-be"),
}
_LOST = "\udfff"  # stands for undecodable bytes while decoding; no strict codec yields a lone surrogate
_SAMPLE = 1 << 18
_MARK_WEIGHT = 0.5  # how much plausibility a byte order mark outweighs
_WORD_WEIGHT = 0.05  # and a declaration
_PLAUSIBLE = 0.55
_MOST_LOST = 0.1

_CONTROLS = "".join(map(chr, [*range(9), *range(14, 26), *range(28, 32)]))
_SENTENCE_MARKS = "，。、；：？！“”‘’（）《》〈〉【】「」『』…—·％〔〕　～－．／＋×①②③④⑤⑥⑦⑧⑨⑩℃㎡○〇"


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding it was read in (without its byte order mark), and the places that could not be decoded."""

    text: str
    encoding: str
    defects: tuple[Defect, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; `declared` is what a meta tag or XML declaration says, believed only if it fits.

    Raises `Unreadable` (unknown) when the bytes are no text in any encoding tried.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked:
        data = data[len(next(mark for mark, encoding in _MARKS if encoding == marked and data.startswith(mark))) :]
    encoding = marked if marked and marked != "utf-8" and _fits(data, marked) else _choose(data, marked, declared)
    decoded = _decode_as(data, encoding)
    if _is_binary(decoded):
        raise Unreadable(Reason.UNKNOWN)
    return decoded


def plausibility(text: str) -> float:
    """How much a text looks like Chinese office prose: 1 for prose, about 0.3 for arbitrary Han, below 0 for rubbish.

    ASCII says nothing, since nearly every encoding reads it alike; a text of ASCII alone gets 0.5.
    """
    total = weight = 0.0
    for character, count in Counter(text).items():
        if character.isascii() and character not in _CONTROLS:
            continue
        total += count
        weight += count * _weight(character)
    return weight / total if total else 0.5


def _choose(data: bytes, marked: str | None, declared: str | None) -> str:
    if not _has_nul_pattern(data) and (_is_strict(data, "utf-8") or _is_damaged_utf_8(data)):
        return "utf-8"
    scores: dict[str, float] = {}
    named = _NAMES.get((declared or "").strip().lower().replace("_", "-"))
    for encoding in _CANDIDATES:
        scores[encoding] = _score(data, encoding)
        scores[encoding] += _MARK_WEIGHT * (encoding == marked) + _WORD_WEIGHT * (encoding == named)
    best = max(_CANDIDATES, key=lambda encoding: scores[encoding])
    if scores[best] >= _PLAUSIBLE:
        return best
    return _other_script(data, declared) or best


def _other_script(data: bytes, declared: str | None) -> str | None:
    """An encoding outside the Chinese ones, when it decodes the bytes without loss: the declared one, or a guess."""
    for name in (declared, _guess(data)):
        if not name:
            continue
        try:
            codec = codecs.lookup(name.strip())
        except (LookupError, ValueError):
            continue
        if codec._is_text_encoding and _is_strict(data, codec.name):
            return codec.name
    return None


def _guess(data: bytes) -> str | None:
    found = charset_normalizer.from_bytes(data[:_SAMPLE], steps=5, chunk_size=512).best()
    return found.encoding if found else None


def _score(data: bytes, encoding: str) -> float:
    sample = _sample(data, _UNIT.get(encoding, 1))
    if not sample or len(data) % _UNIT.get(encoding, 1) > 1:
        return -2.0
    return plausibility(_replaced(sample, encoding))


def _fits(data: bytes, encoding: str) -> bool:
    return _score(data, encoding) > 0 or not data


def _sample(data: bytes, unit: int) -> bytes:
    """The beginning of the data, cut where no character is cut."""
    if len(data) <= _SAMPLE:
        return data[: len(data) - len(data) % unit]
    if unit > 1:
        return data[:_SAMPLE]
    end = data.rfind(b"\n", _SAMPLE // 2, _SAMPLE)
    return data[: end if end > 0 else _SAMPLE]


def _has_nul_pattern(data: bytes) -> bool:
    """Whether NUL bytes stand as they do in UTF-16 or UTF-32 (line ends, digits), not as strays."""
    sample = data[:_SAMPLE]
    return sample.count(0) > max(1, len(sample) // 200)


def _is_strict(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        return False
    return True


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most of what is not ASCII is well-formed UTF-8 of three bytes and more, as hardly any other text is."""
    text = _replaced(_sample(data, 1), "utf-8")
    whole = sum(character >= "\u0800" and character != _LOST for character in text)
    return whole > 2 and whole > text.count(_LOST)


def _replaced(data: bytes, encoding: str) -> str:
    return data.decode(_CODEC.get(encoding, encoding), "yifa-lost")


def _decode_as(data: bytes, encoding: str) -> Decoded:
    text = _replaced(data, encoding)
    if _LOST not in text:
        return Decoded(text, encoding)
    defects = tuple(
        Defect("undecodable", found.start(), found.end(), {"encoding": encoding})
        for found in re.finditer(f"{_LOST}+", text)
    )
    return Decoded(text.replace(_LOST, "\ufffd"), encoding, defects)


def _is_binary(decoded: Decoded) -> bool:
    counted = Counter(decoded.text[:_SAMPLE])
    size = max(1, counted.total())
    lost = sum(defect.end - defect.start for defect in decoded.defects if defect.end <= _SAMPLE)
    controls = sum(counted[character] for character in _CONTROLS)
    if lost > _MOST_LOST * size + 2 or controls > _MOST_LOST / 5 * size + 2:
        return True
    # nearly any bytes are characters in UTF-16, but then many are such as no text holds
    stray = sum(count for character, count in counted.items() if unicodedata.category(character) in {"Co", "Cn"})
    return stray > _MOST_LOST / 2 * size + 2


@cache
def _frequent() -> frozenset[str]:
    """The characters of everyday use: the first levels of GB 2312 and of Big5, as their codecs list them."""
    simplified = _decodable("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))
    traditional = _decodable("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    return frozenset(filter(is_han, simplified + traditional))


def is_frequent(character: str) -> bool:
    """Whether a Chinese character is of everyday use (of the first level of GB 2312 or of Big5)."""
    return character in _frequent()


def _decodable(codec: str, leads: Iterable[int], trails: Iterable[int]) -> str:
    trails = tuple(trails)
    return "".join(bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in trails)


def is_han(character: str) -> bool:
    """Whether this is a Chinese character."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character >= "\U00020000"


def _weight(character: str) -> float:
    code = ord(character)
    if character in _sentence_marks() or 0xFF10 <= code <= 0xFF5E:
        return 1.0
    if character in _frequent():
        return 1.0
    if character == _LOST:
        return -2.0
    if is_han(character) and code < 0x30000:
        return 0.3 if code >= 0x4E00 else 0.0
    if character in _CONTROLS or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return -1.0
    if 0xA0 <= code < 0x2000 or 0x3040 <= code < 0x3130:
        return -0.3
    if 0x2000 <= code < 0x3400 or code >= 0xFE30:
        return 0.2
    return -0.6


@cache
def _sentence_marks() -> frozenset[str]:
    return frozenset(_SENTENCE_MARKS)


def _mark_lost(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 — only ever registered for decoding
    return _LOST, error.end


codecs.register_error("yifa-lost", _mark_lost)
