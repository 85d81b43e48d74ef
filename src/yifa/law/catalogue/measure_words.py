"""From the words of a figure to its measure: subject, predicate, unit and the words before it, read against the corpus.

Precision comes before reach: what turns a figure into another (growth, share, average), a subject with words nobody
explains, two measures that fit alike, or a topic further away than another all give no answer. Words are compiled once;
a text is scanned by its pairs of characters, so the number of measures hardly matters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from yifa.law.catalogue.measures import SAME_UNITS, Measure, MeasureFile, Words, measure_files, turning_words

LEAST_SCORE = 0.5
CONTEXT_LENGTH = 160
# How many characters of the phrase may stay unexplained, by the number of groups found in it.
UNEXPLAINED = {1: 6, 2: 16, 3: 26, 4: 34}
UNEXPLAINED_WITH_TOPIC_BEFORE = 4
LEAST_LEAD = 0.75

_NOISE = re.compile(r"《[^《》]*》|[\s“”\"'‘’「」『』〈〉]+")
_UNIT_NOISE = re.compile(r"^[余多几]?(?:百|千|万|亿|十)*[余多]?|[()（）\s]")
# What an enumeration began before the phrase: «人大代表建议、» in front of «政协提案».
_BEGUN = re.compile(r"[^，。；：！？,;:!?()（）\n]*(?:、|和|及|与|以及)$")
_SENTENCE = re.compile(r"[。；！？;!?\n]")
_YEAR = re.compile(r"(?:19|20)\d\d年?")


@dataclass(frozen=True)
class Match:
    """A measure, how sure (0 to 1), the words that led to it, and whether its topic stood before the phrase only."""

    measure: Measure
    score: float
    words: tuple[str, ...]
    topic_before: bool


@dataclass(frozen=True, eq=False)
class _Pattern:
    measure: Measure
    topic: int
    groups: tuple[frozenset[str], ...]
    says: frozenset[str]
    near: frozenset[str]
    excluded: frozenset[str]
    excluded_single: frozenset[str]
    excluded_before: tuple[str, ...]
    own: frozenset[str]


@dataclass(frozen=True)
class _Ranked:
    rank: float
    match: Match
    topic_end: int = 0


class Lexicon:
    """All words of some topics, ready to be searched."""

    def __init__(self, files: Sequence[MeasureFile]) -> None:
        turning = turning_words()
        self._turns = frozenset((*turning.growth, *turning.share, *turning.average))
        self._whole = frozenset(word for file in files for word in file.whole_words)
        self._levels = re.compile(f"(?:{'|'.join(turning.level_verbs)})(?:{'|'.join(turning.level_marks)})")
        fillers = "|".join(sorted(map(re.escape, turning.fillers), key=len, reverse=True))
        self._fillers = re.compile(fillers)
        weak = frozenset(turning.weak_topics)
        patterns = [
            _compiled(one, words, topic)
            for topic, file in enumerate(files)
            for one in file.measures
            for words in one.words
        ]
        self._topics: dict[str, set[int]] = defaultdict(set)
        for pattern in patterns:
            for word in pattern.near - weak:
                self._topics[word].add(pattern.topic)
        self._near = frozenset(word for pattern in patterns for word in pattern.near)
        self._pairs = _by_pair(
            {word for one in patterns for word in (*one.own, *one.excluded)} | self._turns | self._whole
        )
        self._near_pairs = _by_pair(self._near | self._whole)
        self._anchors = _anchored(patterns)

    def candidates(self, subject: str, predicate: str | None, unit: str | None, context: str = "") -> list[Match]:
        """Every measure that fits, the best first."""
        return [ranked.match for ranked in self._ranked(subject, predicate, unit, context)]

    def match(self, subject: str, predicate: str | None, unit: str | None, context: str = "") -> Match | None:
        """The one measure that fits clearly best, or none."""
        ranked = self._ranked(subject, predicate, unit, context)
        if not ranked or ranked[0].match.score < LEAST_SCORE:
            return None
        best = ranked[0]
        for other in ranked[1:]:
            if other.match.measure.id != best.match.measure.id:
                return best.match if best.rank - other.rank >= LEAST_LEAD else None
        return best.match

    def _ranked(self, subject: str, predicate: str | None, unit: str | None, context: str) -> list[_Ranked]:
        anchors = self._anchors.get(_plain_unit(unit))
        if anchors is None:
            return []
        spoken = _NOISE.sub("", predicate) if predicate else ""
        before = _NOISE.sub("", context[-CONTEXT_LENGTH:])
        phrase = self._levels.sub("", f"{'' if '、' in subject else _begun(before)}{_NOISE.sub('', subject)}\n{spoken}")
        found = self._found(phrase)
        tried: set[int] = set()
        reading: _Reading | None = None
        ranked: list[_Ranked] = []
        for word in found:
            for pattern in anchors.get(word, ()):
                if id(pattern) in tried:
                    continue
                tried.add(id(pattern))
                if any(group.isdisjoint(found) for group in pattern.groups):
                    continue
                if not pattern.excluded.isdisjoint(found):
                    continue
                if reading is None:
                    reading = _Reading(self, phrase, found, spoken, before)
                if one := reading.ranked(pattern, unit):
                    ranked.append(one)
        nearest = max((one.topic_end for one in ranked), default=0)
        ranked = [one for one in ranked if not one.topic_end or one.topic_end == nearest]
        ranked.sort(key=lambda one: -one.rank)
        return ranked

    def _found(self, text: str) -> dict[str, int]:
        """The words in a text, each with the places it takes up as a bit mask; words inside a whole word left out."""
        pairs = self._pairs
        found: dict[str, int] = {}
        whole = 0
        for at in range(len(text) - 1):
            if words := pairs.get(text[at : at + 2]):
                for word in words:
                    if text.startswith(word, at):
                        mask = ((1 << len(word)) - 1) << at
                        found[word] = found.get(word, 0) | mask
                        if word in self._whole:
                            whole |= mask
        if whole:
            found = self._outside(found, text)
        return found

    def _outside(self, found: dict[str, int], text: str) -> dict[str, int]:
        """The same without what lies inside a whole word."""
        spans = [hit.span() for word in found.keys() & self._whole for hit in re.finditer(re.escape(word), text)]
        kept: dict[str, int] = {}
        for word in found:
            for hit in re.finditer(f"(?={re.escape(word)})", text):
                start, end = hit.start(), hit.start() + len(word)
                if not any(a <= start and end <= b and end - start < b - a for a, b in spans):
                    kept[word] = kept.get(word, 0) | (((1 << len(word)) - 1) << start)
        return kept

    def explained(self, phrase: str) -> int:
        """The places taken by words that say nothing about what is counted, and by what is no Chinese character."""
        mask = 0
        for hit in self._fillers.finditer(phrase):
            mask |= ((1 << (hit.end() - hit.start())) - 1) << hit.start()
        for at, sign in enumerate(phrase):
            if not "\u4e00" <= sign <= "\u9fff":
                mask |= 1 << at
        return mask

    def turned(self, found: dict[str, int], own_mask: int) -> bool:
        """Whether a turning word stands outside what the pattern asked for."""
        return any(mask & ~own_mask for word, mask in found.items() if word in self._turns)

    def topics_of(self, words: Iterable[str]) -> set[int]:
        """The topics that some of these words stand for."""
        return {topic for word in words for topic in self._topics.get(word, ())}

    def last_topics(self, text: str) -> dict[str, int]:
        """The topic words of a text, weak ones too, with the place each ends last; none inside a whole word."""
        last: dict[str, int] = {}
        covered = 0
        for at in range(len(text) - 1):
            if words := self._near_pairs.get(text[at : at + 2]):
                for word in words:
                    if text.startswith(word, at):
                        end = at + len(word)
                        if word in self._whole:
                            covered = max(covered, end)
                        if word in self._near and (end > covered or word in self._whole):
                            last[word] = end
        return last


class _Reading:
    """One phrase being read: what is worked out only when a pattern has come this far."""

    def __init__(self, lexicon: Lexicon, phrase: str, found: dict[str, int], spoken: str, context: str) -> None:
        self._lexicon = lexicon
        self._found = found
        self._signs = frozenset(phrase)
        self._length = len(phrase)
        self._spoken = spoken
        self._explained = lexicon.explained(phrase)
        self._context = context
        self._sentence = _SENTENCE.split(context)[-1]
        self._last: dict[str, int] | None = None

    def ranked(self, pattern: _Pattern, unit: str | None) -> _Ranked | None:
        """How well a pattern fits whose groups were found; None when something speaks against it."""
        found = self._found
        if not pattern.excluded_single.isdisjoint(self._signs):
            return None
        words = [max(group & found.keys(), key=self._weight) for group in pattern.groups]
        here = pattern.near & found.keys()
        before = ""
        if here:
            words.append(max(here, key=self._weight))
        mask = 0
        for word in pattern.own & found.keys():
            mask |= found[word]
        if self._lexicon.turned(found, mask):
            return None
        if pattern.near and not here and not (before := self._topic_before(pattern, mask)):
            return None
        if pattern.excluded_before and any(word in self._sentence for word in pattern.excluded_before):
            return None
        unexplained = self._length - (mask | self._explained).bit_count()
        allowed = UNEXPLAINED_WITH_TOPIC_BEFORE if before else UNEXPLAINED[len(words)]
        if unexplained > allowed:
            return None
        score = 1.0 - 0.015 * unexplained
        if before:
            score -= 0.2
        if unit is None:
            score -= 0.2
        elif _plain_unit(unit) != pattern.measure.unit:
            score -= 0.05
        if pattern.says and self._spoken and not any(word in self._spoken for word in pattern.says & found.keys()):
            score -= 0.15
        rank = mask.bit_count() + 0.5 * len(before) + 0.3 * len(words) - 0.25 * unexplained
        matched = (*words, before) if before else tuple(words)
        end = self._last[before] if before and self._last else 0
        return _Ranked(rank, Match(pattern.measure, round(max(score, 0.0), 3), matched, bool(before)), end)

    def _weight(self, word: str) -> tuple[int, int, str]:
        """The longest word speaks; of equal ones the one that stands last, so that no run differs from another."""
        return len(word), self._found[word], word

    def _topic_before(self, pattern: _Pattern, own_mask: int) -> str:
        """The pattern's topic word in the words before, if no other topic stands nearer; else the empty text."""
        if not self._context:
            return ""
        aside = (word for word, mask in self._found.items() if mask & ~own_mask)
        if self._lexicon.topics_of(aside) - {pattern.topic}:
            return ""
        if self._last is None:
            self._last = self._lexicon.last_topics(self._context)
        own = [(end, len(word), word) for word, end in self._last.items() if word in pattern.near]
        if not own:
            return ""
        end, _, word = max(own)
        for other, its_end in self._last.items():
            if its_end > end and other not in pattern.near:
                topics = self._lexicon.topics_of([other])
                if topics and pattern.topic not in topics:
                    return ""
        return word


def _begun(before: str) -> str:
    """The beginning of an enumeration that the phrase goes on with; empty where a figure stands in it."""
    if not before or before[-1] not in "、和及与":
        return ""
    begun = _BEGUN.search(before)
    text = _YEAR.sub("", begun.group()) if begun else ""
    return "" if any(sign.isdigit() for sign in text.replace("12345", "")) else text


def _compiled(one: Measure, words: Words, topic: int) -> _Pattern:
    groups = tuple(frozenset(group) for group in (words.about, words.counts, words.says) if group)
    return _Pattern(
        measure=one,
        topic=topic,
        groups=groups,
        says=frozenset(words.says),
        near=frozenset(words.near),
        excluded=frozenset(word for word in words.excluded if len(word) > 1),
        excluded_single=frozenset(word for word in words.excluded if len(word) == 1),
        excluded_before=words.excluded_before,
        own=frozenset((*words.about, *words.near, *words.counts, *words.says)),
    )


def _by_pair(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their first two characters."""
    pairs: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        pairs[word[:2]].append(word)
    return {pair: tuple(some) for pair, some in pairs.items()}


def _anchored(patterns: Sequence[_Pattern]) -> dict[str | None, dict[str, tuple[_Pattern, ...]]]:
    """Patterns by unit, then by each word of the group that the fewest others share; None is «no unit given»."""
    shared: dict[str, int] = defaultdict(int)
    for pattern in patterns:
        for word in {word for group in pattern.groups for word in group}:
            shared[word] += 1
    anchors: dict[str | None, dict[str, list[_Pattern]]] = defaultdict(lambda: defaultdict(list))
    for pattern in patterns:
        rarest = min(pattern.groups, key=lambda group: max(shared[word] for word in group))
        units: set[str | None] = {pattern.measure.unit, *pattern.measure.units}
        units |= {unit for unit, same in SAME_UNITS.items() if same in units}
        if pattern.measure.kind == "count":
            units.add(None)
        for unit in units:
            for word in rarest:
                anchors[unit][word].append(pattern)
    return {unit: {word: tuple(some) for word, some in words.items()} for unit, words in anchors.items()}


@cache
def _plain_unit(unit: str | None) -> str | None:
    """A unit without 余, 万 and brackets: 「余万件」 is 「件」, 「人（次）」 is 「人次」."""
    if unit is None:
        return None
    return _UNIT_NOISE.sub("", unit).replace("％", "%") or None


@cache
def lexicon() -> Lexicon:
    """The words of the whole corpus, compiled once."""
    return Lexicon(measure_files())


def match(subject: str, predicate: str | None, unit: str | None, context: str = "") -> Match | None:
    """The measure a figure is of: `subject` and `predicate` stand around it, `context` in the text before it.

    `unit` as written (件, 人次, 万元, %), or None where the text gives none. None is the answer when nothing fits
    clearly.
    """
    return lexicon().match(subject, predicate, unit, context)


def candidates(subject: str, predicate: str | None, unit: str | None, context: str = "") -> list[Match]:
    """Every measure that fits, the best first, for a person to choose from."""
    return lexicon().candidates(subject, predicate, unit, context)
