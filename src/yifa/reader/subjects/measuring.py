"""Which measure of the corpus a figure is of: asked with its subject and act, or with the words of its own clause.

A subject carried over from before says less than the clause itself (合格2588人 behind 参加年审考试): there the clause
is asked first. A change against an earlier time, or of a rate, is no measure.
"""

from __future__ import annotations

import re

from yifa.law.catalogue.measure_words import Match, match
from yifa.reader.figures.qualifiers import CHANGES, EARLIER, LEVELS, is_change
from yifa.reader.reading import FigureKind, Number
from yifa.reader.subjects.carrying import Told
from yifa.reader.subjects.clauses import Place

CONTEXT = 200
_MARKS = re.compile("[“”‘’\"'「」『』《》\\s]")
_CHANGED = CHANGES | LEVELS
_EACH = re.compile("每(?!年|月|季|周|日|天|期|场|次)[^，。；]{1,4}|[人户村]均")
# How many characters of its own a clause may have to be asked as a whole.
LONGEST_CLAUSE = 24


def measure_of(text: str, place: Place, told: Told) -> tuple[str | None, float]:
    """The id of the measure and how sure, (None, 0) where the words leave doubt."""
    if told.subject is None or told.subject.startswith(("其他", "其它")) or _per_each(place):
        return None, 0.0
    if _only_changes(place.number, told.subject):
        return None, 0.0
    asked = [_by_subject, _by_clause]
    if told.subject == told.predicate or not _stands_here(place, told.subject):
        asked.reverse()
        asked[1] = _by_carried
    found = asked[0](text, place, told) or asked[1](text, place, told)
    return (found.measure.id, found.score) if found else (None, 0.0)


def _only_changes(number: Number, subject: str) -> bool:
    """Whether the figure is how much something else has changed."""
    if not is_change(number.qualifiers):
        return number.kind is FigureKind.POINTS
    against = not EARLIER.isdisjoint(number.qualifiers)
    return against or number.kind is not FigureKind.PERCENT or (subject.endswith("率") and not subject.endswith("减率"))


def _per_each(place: Place) -> bool:
    """Whether the number is of each (每万人拥有律师3名), not of all."""
    return place.number.kind is FigureKind.COUNT and _EACH.search(place.before) is not None


def _stands_here(place: Place, subject: str) -> bool:
    """Whether the subject stands in the number's own clause."""
    return subject in _MARKS.sub("", place.before) or subject in _MARKS.sub("", place.behind)


def _by_subject(text: str, place: Place, told: Told) -> Match | None:
    at = min(told.at, place.number.start)
    return match(told.subject or "", told.predicate, place.number.unit, text[max(0, at - CONTEXT) : at])


def _by_carried(text: str, place: Place, told: Told) -> Match | None:
    """By a subject carried over: where its own clause tells an act, the act must have had a say in it."""
    found = _by_subject(text, place, told)
    act = told.predicate or ""
    changed = not _CHANGED.isdisjoint(place.number.qualifiers)
    if found is None or not act or changed or act not in place.before + place.behind:
        return found
    return found if any(word in act or act in word for word in found.words) else None


def _by_clause(text: str, place: Place, told: Told) -> Match | None:
    """The words before the number, or the act behind it, with what stands before the clause."""
    words = _MARKS.sub("", place.before)
    if not words or len(words) > LONGEST_CLAUSE:
        words = told.predicate or ""
    elif told.predicate and told.predicate not in words and place.behind.strip():
        words += told.predicate
    at = place.before_at
    if not words:
        return None
    context = text[max(0, at - CONTEXT) : at]
    if _stands_here(place, told.subject or ""):
        return match(words, None, place.number.unit, context)
    return match("", words, place.number.unit, context)
