"""Makes figures of numbers: sentence by sentence, what each counts, with scope, period, whole, measure and place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yifa.reader.figures.qualifiers import CHANGES, EARLIER, LEVELS
from yifa.reader.figures.tables import find_cells
from yifa.reader.reading import COUNTING_KINDS, Figure, FigureKind, Number, Prepared
from yifa.reader.subjects.aims import AIM, AIM_OF_CLAUSE, PLANNED, Headings
from yifa.reader.subjects.carrying import Asked, Told, Topic
from yifa.reader.subjects.clauses import Place, find_places
from yifa.reader.subjects.measuring import measure_of
from yifa.reader.subjects.parents import find_parents
from yifa.reader.subjects.periods import Periods, period_of_head
from yifa.reader.subjects.phrases import VERB, cut_back, cut_front
from yifa.reader.subjects.rates import CHANGE_TAIL, RATES
from yifa.reader.subjects.runs import hands_on, settle_runs, tell_by_turns, tell_levels, tell_respectively
from yifa.reader.subjects.scopes import find_scope, is_area, is_part_of_area, organ_acts, place_acting
from yifa.reader.subjects.telling import tell

_PART = re.compile("[；;。]")
_CLAUSE = re.compile("[，,：:]")
WIDEST_GAP = 40  # blanks and line ends between two sentences that are looked at


def give_subjects(prepared: Prepared, numbers: Sequence[Number]) -> tuple[Figure, ...]:
    """Every number as a figure, in the order of the text; ids are f1, f2, …"""
    return tuple(_Giving(prepared, numbers).figures())


@dataclass(frozen=True)
class _Row:
    """The numbers of one sentence, and those of them that count with the words around them."""

    start: int
    end: int
    numbers: Sequence[Number]
    places: Sequence[Place]


class _Giving:
    """One text on its way to figures."""

    def __init__(self, prepared: Prepared, numbers: Sequence[Number]) -> None:
        self._prepared = prepared
        self._text = prepared.view.text
        self._numbers = sorted(numbers, key=lambda number: (number.start, number.end))
        self._ids = {number.start: f"f{index}" for index, number in enumerate(self._numbers, 1)}
        self._sentences = _with_gaps(prepared.sentences, len(self._text))
        self._starts = [start for start, _ in self._sentences]
        self._lines = [at for at, sign in enumerate(prepared.extract.text) if sign == "\n"]
        self._sections = sorted(prepared.sections, key=lambda section: section.start)
        self._section_starts = [section.start for section in self._sections]
        self._cells = {cell.start: cell for cell in find_cells(self._text)}
        self._headings = Headings(self._sections, prepared.facts.year)
        self._wholes: dict[int, Number] = {}
        self._nouns: dict[int, str] = {}

    def figures(self) -> Iterator[Figure]:
        """Sentence by sentence; what a sentence told is at hand in the next of its paragraph."""
        rows = list(self._rows())
        spans = [(row.start, row.end) for row in rows]
        self._wholes = find_parents(self._text, spans, [row.places for row in rows])
        earlier: list[Topic] = []
        before = -1
        for row in rows:
            if before >= 0 and self._new_line(before, row.start):
                earlier = []
            told, topics = self._tell(row, earlier)
            yield from self._row_figures(row, told)
            earlier = topics or earlier
            before = row.end

    def _new_line(self, end: int, start: int) -> bool:
        """Whether a line ends behind the words of a row that ends here and before the start of the next."""
        words = self._text[max(0, end - WIDEST_GAP) : end]
        return "\n" in words[len(words.rstrip()) :] + self._text[end:start]

    def _rows(self) -> Iterator[_Row]:
        """The numbers by the sentence they begin in."""
        by_sentence: dict[int, list[Number]] = {}
        for number in self._numbers:
            by_sentence.setdefault(self._sentence(number.start), []).append(number)
        for index, numbers in sorted(by_sentence.items()):
            start, end = self._sentences[index]
            counting = [number for number in numbers if number.kind in COUNTING_KINDS]
            yield _Row(start, end, numbers, find_places(self._text, start, end, counting))

    def _sentence(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def _tell(self, row: _Row, earlier: Sequence[Topic]) -> tuple[dict[int, Told], list[Topic]]:
        """What each counting number of a sentence counts, by where it starts."""
        settle_runs(row.places)
        told = tell_levels(row.places, self._text) | tell_respectively(row.places, self._text, row.start)
        topics: list[Topic] = []
        outside = 0
        bracketed = False
        for index, place in enumerate(row.places):
            number = place.number
            if not place.bracketed and (outside or bracketed):
                del topics[outside:]
            bracketed = place.bracketed
            place.cell = self._cells.get(number.start)
            if number.start not in told:
                told[number.start] = self._tell_one(row, index, topics, earlier)
            one = told[number.start]
            if one.subject:
                topics.append(Topic(one.subject, number.unit, number.kind, one.predicate))
                self._nouns[number.start] = one.subject
            outside = outside if place.bracketed else len(topics)
        del topics[outside or len(topics) :]
        return told, topics

    def _tell_one(self, row: _Row, index: int, topics: Sequence[Topic], earlier: Sequence[Topic]) -> Told:
        place = row.places[index]
        if index + 1 < len(row.places) and hands_on(place, row.places[index + 1]):
            following = tell(Asked(self._text, row.start, row.places[index + 1], topics, earlier))
            return replace(following, at=min(place.start, following.at))
        if turn := tell_by_turns(row.places, index, topics):
            return turn
        whole = self._wholes.get(place.number.start)
        if head := self._head_of_list(row, index):
            topics = [*topics, head]
        return tell(
            Asked(self._text, row.start, place, topics, earlier, self._nouns.get(whole.start) if whole else None)
        )

    def _head_of_list(self, row: _Row, index: int) -> Topic | None:
        """«主体4218户，其中企业12户、个体户30户，|同比增长8.3%»: behind a list of parts the change is the whole's."""
        place = row.places[index]
        if place.number.kind not in RATES or not index or place.joint not in ("，", ","):
            return None
        if EARLIER.isdisjoint(place.number.qualifiers) or cut_back(CHANGE_TAIL.sub("", place.before)).strip():
            return None
        whole = self._wholes.get(row.places[index - 1].number.start)
        if whole is None or self._wholes.get(row.places[index - 2].number.start) is not whole:
            return None
        noun = self._nouns.get(whole.start)
        return Topic(noun, whole.unit, whole.kind, None) if noun else None

    def _row_figures(self, row: _Row, told: dict[int, Told]) -> Iterator[Figure]:
        places = {place.number.start: place for place in row.places}
        dates = [number for number in row.numbers if number.kind is FigureKind.DATE]
        periods = Periods(self._text, row.start, row.end, dates, self._prepared.facts.year)
        scope: str | None = None
        scope_at = row.start
        for number in row.numbers:
            figure = self._figure(number, places.get(number.start), told.get(number.start))
            if (place := places.get(number.start)) and (one := told.get(number.start)):
                own = self._scope(place, one, scope, scope_at)
                scope, scope_at = scope if place.bracketed else own, place.end
                changing = not (CHANGES | LEVELS).isdisjoint(number.qualifiers)
                changing = changing or number.kind is FigureKind.MULTIPLE  # 是上年的1.6倍 speaks of this year
                period = periods.at(number.start, changing=changing)
                if place.cell and is_part_of_area(place.cell):
                    own = place.cell.row
                if place.cell and place.cell.time:
                    period = period_of_head(place.cell.time, self._prepared.facts.year)
                if self._aimed(row, number, period):
                    period = PLANNED
                figure = replace(figure, scope=own, period=period)
            yield figure

    def _aimed(self, row: _Row, number: Number, period: str | None) -> bool:
        """Whether the number is an aim; a later year that its words name says so by itself."""
        year = self._prepared.facts.year
        if period == "previous" or (period and period[:4].isdigit() and year and int(period[:4]) > year):
            return False
        part = _PART.split(self._text[row.start : number.start])[-1]
        if AIM.search(part) or AIM_OF_CLAUSE.search(_CLAUSE.split(part)[-1]):
            return True
        line = self._text.rfind("\n", 0, number.start) + 1
        at = self._prepared.view.origin[number.start]
        return self._headings.look_ahead(at, self._text[line : number.start])

    def _scope(self, place: Place, told: Told, scope: str | None, since: int) -> str | None:
        """The scope of a number: named since the last one, else the last one's.

        That of an area goes on up to the next stop, a narrower one only while the subject goes on.
        """
        words = place.before if place.listed else self._text[since : place.number.start]
        if named := find_scope(words) or find_scope(place.behind[:12]):
            return named
        if any(stop in words for stop in "；;。"):
            return None
        who = _who_acts(words)
        if named := place_acting(who):
            return named
        if is_area(scope) and organ_acts(who):
            return None
        around = place.before + place.behind
        carried = told.subject is None or told.subject[-2:] not in around or place.number.kind is FigureKind.PERCENT
        behind = told.at >= place.before_at + len(place.before)
        return scope if place.listed or behind or is_area(scope) or carried else None

    def _figure(self, number: Number, place: Place | None, told: Told | None) -> Figure:
        """The figure of a number, without scope and period."""
        extract = self._prepared.extract
        start, end = (place.start, place.end) if place else (number.start, number.end)
        start, end = self._prepared.view.span(start, end)
        measure, score = measure_of(self._text, place, told) if place and told else (None, 0.0)
        whole = self._wholes.get(number.start)
        return Figure(
            id=self._ids[number.start],
            start=start,
            end=end,
            text=extract.text[start:end],
            value=number.value,
            value_to=number.value_to,
            unit=number.unit,
            kind=number.kind,
            written=number.written,
            precision=number.precision,
            scale=number.scale,
            qualifiers=number.qualifiers,
            subject=told.subject if told else None,
            predicate=told.predicate if told else None,
            scope=None,
            period=None,
            measure=measure,
            measure_score=score,
            section=self._section(start),
            line=bisect_right(self._lines, start - 1) + 1,
            place=extract.place(start),
            sentence=self._sentence(number.start),
            parent=self._ids[whole.start] if whole else None,
        )

    def _section(self, at: int) -> str:
        """The path of the innermost heading over a place."""
        index = bisect_right(self._section_starts, at)
        while index:
            section = self._sections[index - 1]
            if at < section.end:
                return section.path
            index -= 1
        return ""


def _who_acts(words: str) -> str:
    """What stands before the first act of the last clause of some words; all of it where it tells none."""
    clause = _CLAUSE.split(words)[-1]
    clause = clause[cut_front(clause) :]
    act = VERB.search(clause)
    return clause[: act.start()] if act else clause


def _with_gaps(sentences: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The sentences, reaching to where the next begins, so that no place lies outside."""
    if not sentences:
        return [(0, length)]
    spans = []
    for index, (start, end) in enumerate(sentences):
        begin = 0 if index == 0 else start
        after = sentences[index + 1][0] if index + 1 < len(sentences) else length
        spans.append((begin, max(end, min(after, length))))
    return spans
