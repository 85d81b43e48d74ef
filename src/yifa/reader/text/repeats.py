"""What stands twice: paragraphs, long sentences (also with other figures), words, marks; and paragraphs that break off.

A sentence is compared without blanks, marks and digits, so that a passage pasted again with other figures is found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yifa.reader.text.paragraphs import Paragraph

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = re.compile(r"[^\u3400-\u9fffA-Za-z#]+")
_SIGN = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?|[一二三四五六七八九十]是|第[一二三四五六七八九十][，,、])"
)
SHORTEST = 22  # ideographs of a sentence whose coming again is no chance
SHORTEST_PARAGRAPH = 18

_WORD = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,5})(?P=word)")
# ABAB as Chinese writes it: by ones, and adverbs; and words that meet across a border (执法监督监督员).
_MEANT = re.compile(
    r"一.|逐.|非常|很多|特别|永远|好多|多少|讨论|研究|商量|意思|考虑|哈哈|谢谢|天天|时时|处处|人人|家家|户户|层层|事事|年年|月月|日日|步步"
)
_ACROSS = re.compile(
    r"[员组站室委局队证所部法人者厅会长处科师书卡网点线费权案]|中心|方案|机制|大厅|平台|制度|责任|机构|机关|部门|生产"
)
_TWICE = re.compile(r"[，,、；;：:]{2,}|(?<!。)。。(?!。)|[，,；;、]。|。[，,；;、]|(?<!目)的的(?![确士])")
_FINISHED = re.compile(r"[。！？!?：:；;….”’\"')）》】〕]$")
_NUMBER_AT_END = re.compile(r"\d$")


@dataclass(frozen=True)
class Again:
    """A passage of the view that stood before at `first`; `figures_differ` tells that its figures are others."""

    start: int
    end: int
    first: int
    figures_differ: bool


def passages_again(text: str, lines: Sequence[Paragraph], sentences: Sequence[tuple[int, int]]) -> Iterator[Again]:
    """Paragraphs and long sentences that stand a second time."""
    seen: dict[str, tuple[int, str]] = {}
    covered: list[tuple[int, int]] = []
    for line in lines:
        if line.ideographs < SHORTEST_PARAGRAPH or line.is_row or not line.is_prose:
            continue
        again = _held(seen, line.text, line.start, line.end)
        if again:
            covered.append((line.start, line.end))
            yield again
    seen = {}
    at = 0
    for start, end in sentences:
        while at < len(covered) and covered[at][1] <= start:
            at += 1
        if (at < len(covered) and covered[at][0] <= start) or end - start < SHORTEST:
            continue
        words = text[start:end]
        if words[-1] not in ":：" and len(_MARKS.sub("", words)) >= SHORTEST:
            again = _held(seen, words, start, end)
            if again:
                yield again


def _held(seen: dict[str, tuple[int, str]], words: str, start: int, end: int) -> Again | None:
    bare = _SIGN.sub("", words)
    key = _MARKS.sub("", _DIGITS.sub("#", bare))
    figures = " ".join(_DIGITS.findall(bare))
    if key not in seen:
        seen[key] = (start, figures)
        return None
    first, held = seen[key]
    return Again(start, end, first, held != figures)


def words_twice(text: str) -> Iterator[tuple[int, int]]:
    """Spans of words and marks written twice in a row."""
    for match in _WORD.finditer(text):
        word = match["word"]
        meant = _MEANT.fullmatch(word) or len(set(word)) == 1 or (word == "普法" and text[match.start() - 1] == "谁")
        if not meant and not _ACROSS.match(text, match.end()):
            yield match.span()
    yield from (match.span() for match in _TWICE.finditer(text))


def broken_off(lines: Sequence[Paragraph]) -> Iterator[tuple[int, int, bool]]:
    """Ends of paragraphs of running text without a stop, and whether a number stands there.

    Nothing where that is how the text is written: more than two in five of its paragraphs.
    """
    prose = [line for line in lines if line.ideographs >= 36 and line.clauses >= 2 and not line.is_row]
    ends = [line for line in prose if not _FINISHED.search(line.text[-1])]
    if 5 * len(ends) <= 2 * len(prose):
        for line in ends:
            yield line.end - 1, line.end, _NUMBER_AT_END.search(line.text) is not None
