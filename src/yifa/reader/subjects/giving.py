"""Makes figures of numbers: sentence by sentence, what each counts, with scope, period, whole, measure and place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yifa.reader.figures.qualifiers import CHANGES, LEVELS
from yifa.reader.figures.tables import find_cells
from yifa.reader.reading import COUNTING_KINDS, Figure, FigureKind, Number, Prepared
from yifa.reader.subjects.carrying import Asked, Told, Topic
from yifa.reader.subjects.clauses import Place, find_places
from yifa.reader.subjects.measuring import measure_of
from yifa.reader.subjects.parents import find_parents
from yifa.reader.subjects.periods import Periods
from yifa.reader.subjects.runs import hands_on, settle_runs, tell_by_turns, tell_respectively
from yifa.reader.subjects.scopes import find_scope, is_area
from yifa.reader.subjects.telling import tell


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
            if "\n" in self._text[before : row.start]:
                earlier = []
            told, topics = self._tell(row, earlier)
            yield from self._row_figures(row, told)
            earlier = topics or earlier
            before = row.end

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
        told = tell_respectively(row.places)
        topics: list[Topic] = []
        outside = 0
        for index, place in enumerate(row.places):
            number = place.number
            if not place.bracketed:
                del topics[outside or len(topics) :]
            if cell := self._cells.get(number.start):
                place.row, place.column = cell.row, cell.column
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
        return tell(
            Asked(self._text, row.start, place, topics, earlier, self._nouns.get(whole.start) if whole else None)
        )

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
                figure = replace(figure, scope=own, period=periods.at(number.start, changing=changing))
            yield figure

    def _scope(self, place: Place, told: Told, scope: str | None, since: int) -> str | None:
        """The scope of a number: named since the last one, else the last one's.

        That of an area goes on up to the next stop, a narrower one only while the subject goes on.
        """
        words = place.before if place.listed else self._text[since : place.number.start]
        if named := find_scope(words) or find_scope(place.behind[:12]):
            return named
        if any(stop in words for stop in "；;。"):
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
