"""Places where the text was decoded wrongly somewhere on its way; found, never repaired.

Four sorts, each recognised by what only a wrong decoding produces:

- UTF-8 read as Latin-1 or Windows-1252 (`ï¼Œ`, `å¹´`): accented letters that, as bytes, are UTF-8 again.
- UTF-8 read as GBK (`鐨勬硶娌`, `锟斤拷`): rare ideographs that, as bytes, are common ones in UTF-8.
- GBK read one byte off: the first half of a character is gone and stands as `?`, what follows is shifted
  (`。现` → `?,F`, `云“` → `?!`). A `?` is damage where no question is asked and what follows cannot follow a stop.
- A single character that the encoding did not have, put down as `?` (`2018?2022年`, `望潮网?云汀`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN = re.compile(f"(?:[\u00c2-\u00ef][\u0080-\u00bf{_WINDOWS}]{{1,2}})+")
_PLACEHOLDERS = re.compile("锟?(?:斤拷锟?)+|锟斤|烫{3,}|屯{3,}|(?:锘縕?)")
# First bytes E3–E9 of GBK hold rare ideographs, and so do the pairs that begin with them: a cheap sieve.
_GBK_RUN = re.compile("[^\x00-\u007f\ufffd]{3,}")
_UTF8_CHARACTERS = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbd][\x80-\xbf]){2,}")

_QUESTION = re.compile(
    "[吗呢么嘛何谁哪几怎孰]|多少|是否|能否|可否|是不是|有没有|会不会|能不能|请问|请教|请介绍|请您?谈|如何|为什么|问题|想[问了知]"
)
_MARK = re.compile(r"[?？][?？!！]*")
_LAST_STOP = re.compile(r"[。！？!?；;\n]")
# What cannot follow a question mark that ends a sentence.
_AFTER = re.compile(r"[,;、:|/.}_，；：A-Za-z0-9]")
_ODD = re.compile(
    "[A-Za-z?|_;,!.#$%&\\\\^`~\u00c0-\u024f\u02c7-\u02d9\u3105-\u3129\u2500-\u257f\u3040-\u30ff\ue000-\uf8ff]"
)
_WITHIN_CLAUSE = re.compile(r"[^，,。；;：:、\n（）()《》]{0,24}")


def mojibake(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the extracted text that were decoded wrongly, in no order; they may touch."""
    yield from _latin(text)
    yield from (match.span() for match in _PLACEHOLDERS.finditer(text))
    yield from _gbk(text)
    if "?" in text or "？" in text:
        yield from _shifted(text)


def _latin(text: str) -> Iterator[tuple[int, int]]:
    for match in _LATIN.finditer(text):
        octets = b"".join(_octet(character) for character in match[0])
        meant = octets.decode("utf-8", "ignore")
        if any(ord(character) > 0x2000 or character == "\u00b7" for character in meant) or len(match[0]) > 3:
            yield match.span()


def _octet(character: str) -> bytes:
    try:
        return character.encode("latin-1")
    except UnicodeEncodeError:
        return character.encode("cp1252", "ignore")


def _gbk(text: str) -> Iterator[tuple[int, int]]:
    for run in _GBK_RUN.finditer(text):
        octets, ends = _as_gbk(run[0])
        for match in _UTF8_CHARACTERS.finditer(octets):
            meant = match[0].decode("utf-8", "ignore")
            if len(meant) >= 2 and all(_common(character) for character in meant):
                first, last = _character_at(ends, match.start()), _character_at(ends, match.end() - 1)
                yield run.start() + first, run.start() + last + 1


def _as_gbk(run: str) -> tuple[bytes, list[int]]:
    """The run as bytes; the ends of its characters, where they are not two bytes each."""
    octets = run.encode("gbk", "replace")
    if len(octets) == 2 * len(run):
        return octets, []
    ends: list[int] = []
    at = 0
    for character in run:
        at += len(character.encode("gbk", "replace"))
        ends.append(at)
    return octets, ends


def _character_at(ends: list[int], octet: int) -> int:
    if not ends:
        return octet // 2
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high) // 2
        if ends[middle] > octet:
            high = middle
        else:
            low = middle + 1
    return low


def _common(character: str) -> bool:
    """Whether it is of GB 2312's first level, or a mark of Chinese writing."""
    try:
        first = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xB0 <= first <= 0xD7 or character in "，。、；：“”《》（）！？％—"


def _shifted(text: str) -> Iterator[tuple[int, int]]:
    for match in _MARK.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if not before or before.isspace() or _in_address(text, start, end):
            continue
        if before.isdigit() and after.isdigit():
            yield start, end
        elif before > "\u2e7f" and (_AFTER.match(after) or ("\u3400" < after < "\ufe00" and not _asks(text, start))):
            yield start, _end_of_shift(text, end)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the mark stands within a web address: between letters of ASCII that are no digits alone."""
    around = text[max(0, start - 8) : start] + text[end : end + 4]
    return around.isascii() and any(character.isalpha() for character in around)


def _asks(text: str, at: int) -> bool:
    """Whether the sentence before this place asks something."""
    window = text[max(0, at - 120) : at]
    stops = [match.end() for match in _LAST_STOP.finditer(window)]
    return _QUESTION.search(window, stops[-1] if stops else 0) is not None


def _end_of_shift(text: str, at: int) -> int:
    """Where the shifted characters end: behind the last odd one of the clause, as far as can be told."""
    clause = _WITHIN_CLAUSE.match(text, at + 1)
    stop = clause.end() if clause else at
    last = at
    for match in _ODD.finditer(text, at, stop):
        if match.start() > last + 8:
            break
        last = match.end()
    return last
