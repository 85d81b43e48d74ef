"""The words that subjects are told by, as `words.yaml` and `patterns.yaml` list them: closed lists, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yifa.reader.figures.vocabulary import word_lists

_WORDS = word_lists("yifa.reader.subjects", "words")
_PATTERNS = word_lists("yifa.reader.subjects", "patterns")

VERBS = frozenset(_WORDS["governing"])
LIGHT = frozenset(_WORDS["light"])
PRODUCING = frozenset(_WORDS["producing"])
TAKING = frozenset(_WORDS["taking"])
PIVOTAL = frozenset(_WORDS["pivotal"])
PLACING = frozenset(_WORDS["placing"])
RESULTING = frozenset(_WORDS["resulting"])
SETTING = frozenset(_WORDS["setting"])
NOUN_LIKE = frozenset(_WORDS["noun-like"])
CLOSING = frozenset(_WORDS["closing"])
STATES = frozenset(_WORDS["states"])
HEADS = _WORDS["heads"]
PERSON_HEADS = _WORDS["person-heads"]
CASE_HEADS = _WORDS["case-heads"]
PLACE_HEADS = _WORDS["place-heads"]
EVENT_HEADS = _WORDS["event-heads"]
PERSONS = frozenset(("人", "名", "位", "人次", "名次", "员", "师"))
EVENTS = frozenset(("次", "场", "期", "轮", "场次", "批次", "轮次", "期次", "遍", "堂", "回", "趟", "批", "天", "小时"))
_CASES = frozenset(("件", "起", "宗", "例", "桩", "件次", "批", "批次", "份", "单"))
_PLACES = frozenset(("家", "户", "家次", "户次"))


def unit_class(unit: str | None) -> str:
    """Units that may count the same things: persons, cases, places, or the unit itself."""
    if unit is None or unit in _CASES:
        return "件"
    if unit in PERSONS:
        return "人"
    return "家" if unit in _PLACES else unit


def alternation(words: Iterable[str]) -> str:
    """The words as one pattern, gathered by their first sign so that a miss is quick, the longest first."""
    by_sign: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_sign.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(sign)}(?:{'|'.join(rests)})" for sign, rests in by_sign.items())


def pattern(row: str, *, before: str = "", behind: str = "") -> re.Pattern[str]:
    """One row of `patterns.yaml` compiled, between `before` and `behind`."""
    return re.compile(f"{before}(?:{'|'.join(_PATTERNS[row])}){behind}")


PREPOSITION = re.compile(f"(?:{'|'.join(_WORDS['prepositions'])})")
PLACES = re.compile(f"(?:{'|'.join(_WORDS['places'])})$")
