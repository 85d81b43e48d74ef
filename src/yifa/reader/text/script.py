"""Traditional characters read as Simplified, one for one, with OpenCC's tables.

Reports come in Traditional characters because a converter ran over them, often a bad one (復議 for 复议, but also 重復,
關于, 干部). Going back, the many forms fall together again, so that a bad conversion does no harm to reading.

Decided by line, because a page may mix scripts:

- A line with more characters that only Traditional has than characters that only Simplified has is converted with
  OpenCC's phrases (乾隆 stays, 乾燥 becomes 干燥); where a phrase would change the length, character by character.
- In any other line, stray characters that Simplified never uses are converted by themselves. Characters that Simplified
  knows as well stay, since they may be right (乾 of a county, 於 of a surname, 瞭望), but for words that are certainly
  misconverted (徵求, 關於).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from opencc import OpenCC

_IDEOGRAPHS = range(0x3400, 0xA000)
# Words that only a converter writes, though their characters are also Simplified.
_MISCONVERTED = re.compile(
    r"(?<=[关關由对對属屬基位处處用便善等至限终終源忠致勇敢乐樂鉴鑒急易难難过過])於|於(?=\d)"
    r"|徵(?=[求收集信兵税稅询詢地管文缴繳召迁遷订訂])|(?<=[特象])徵|(?<=什)麽|夥(?=伴)|(?<=[合团團])夥"
    r"|乾(?=[部净淨燥旱扰擾预預])|(?<=[骨])乾|後"
)
_MEANT = {"於": "于", "徵": "征", "麽": "么", "夥": "伙", "乾": "干", "後": "后"}
# 著 is the particle 着 in Traditional unless it stands in one of these.
_PARTICLE = re.compile(r"(?<![显名论专原编遗译巨卓昭所撰执合])著(?![名作述称者录书有])")
# Words with a Simplified form left where Traditional has another.
_WRONG = re.compile(
    "[關對屬基終過]于|由于|位于|干部|骨干|[示規模師]范|范[圍本例]|重復|反復|標准|准[備則]|聯系|關系|并且|合并|征[求收集]|特征|斗爭|采取|采[用購訪]|布置|占用"
)


def is_simplified(text: str) -> bool:
    """Whether no character of the text is of the Traditional script only."""
    return not _tables().traditional.search(text)


def in_traditional(line: str) -> bool:
    """Whether a line as a whole is in Traditional characters."""
    tables = _tables()
    ours = len(tables.traditional.findall(line))
    return ours >= 2 and ours > len(tables.simplified.findall(line))


def to_simplified(text: str) -> str:
    """The text in Simplified characters, as long as before.

    >>> to_simplified("受理行政復議申請32件，辦結29件。")
    '受理行政复议申请32件，办结29件。'
    >>> to_simplified("乾河镇公开徵求意见，复议應诉由县司法局办理")
    '乾河镇公开征求意见，复议应诉由县司法局办理'
    """
    tables = _tables()
    if not tables.traditional.search(text) and not _MISCONVERTED.search(text):
        return text
    return "\n".join(_line_in_simplified(line) for line in text.split("\n"))


def _line_in_simplified(line: str) -> str:
    if in_traditional(line):
        return _convert(line)
    line = _tables().traditional.sub(lambda match: _tables().meaning[match[0]], line)
    return _MISCONVERTED.sub(lambda match: _MEANT[match[0]], line)


def _convert(line: str) -> str:
    try:
        converted = _tables().converter.convert(line)
    except UnicodeEncodeError:  # half a surrogate pair cannot be handed on
        converted = ""
    if len(converted) != len(line):
        converted = "".join(_tables().meaning.get(character, character) for character in line)
    return _PARTICLE.sub("着", converted)


def stray_characters(text: str) -> Iterator[tuple[int, int]]:
    """Spans of characters of the other script: Traditional ones in Simplified lines."""
    pattern = _tables().stray
    if not pattern.search(text):
        return
    otherwise = traditional_span(text) is not None
    start = 0
    for line in text.split("\n"):
        if not in_traditional(line) and not (otherwise and not _tables().simplified.search(line)):
            for match in pattern.finditer(line):
                yield start + match.start(), start + match.end()
        start += len(line) + 1


def traditional_span(text: str) -> tuple[int, int] | None:
    """From the first to the last line in Traditional characters; None where there is none."""
    if is_simplified(text):
        return None
    first = last = None
    start = 0
    for line in text.split("\n"):
        if in_traditional(line):
            first = start if first is None else first
            last = start + len(line)
        start += len(line) + 1
    return None if first is None or last is None else (first, last)


def misconverted_words(text: str) -> Iterator[tuple[int, int]]:
    """Words in Traditional lines that a converter got wrong (關于, 干部), each where it stands first."""
    seen: set[str] = set()
    start = 0
    for line in text.split("\n"):
        if in_traditional(line):
            for match in _WRONG.finditer(line):
                if match[0] not in seen:
                    seen.add(match[0])
                    yield start + match.start(), start + match.end()
        start += len(line) + 1


@dataclass(frozen=True)
class _Tables:
    """OpenCC's tables as patterns: made when first needed."""

    converter: OpenCC
    meaning: dict[str, str]
    simplified: re.Pattern[str]

    @cached_property
    def traditional(self) -> re.Pattern[str]:
        """A character that only Traditional writes."""
        return re.compile(f"[{''.join(c for c in self.meaning if not _in_gb2312(c))}]")

    @cached_property
    def stray(self) -> re.Pattern[str]:
        """Characters in a row that do not belong into Simplified text."""
        return re.compile(f"(?:{self.traditional.pattern}|{_MISCONVERTED.pattern})+")


@cache
def _tables() -> _Tables:
    every = [chr(code) for code in _IDEOGRAPHS]
    converter, back = OpenCC("t2s"), OpenCC("s2t")
    simplified = converter.convert("\n".join(every)).split("\n")
    traditional = back.convert("\n".join(every)).split("\n")
    meaning = {one: other for one, other in zip(every, simplified, strict=True) if one != other and len(other) == 1}
    only = (one for one, other in zip(every, traditional, strict=True) if one != other and not _in_big5(one))
    return _Tables(converter, meaning, re.compile(f"[{''.join(only)}]"))


def _in_gb2312(character: str) -> bool:
    return _encodes(character, "gb2312")


def _in_big5(character: str) -> bool:
    return _encodes(character, "big5")


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
