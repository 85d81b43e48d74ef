"""Reads forms back: what contributors reported, with file, sheet, cell, person and day, and what is doubtful about it.

A value is taken only where it is one exact number in the unit asked for; «约», another unit, two numbers in a cell are
told and not guessed at. Every value is set against last year's, the contributor's own texts, records, and the figures
it must fit with. What is missing is listed by contributor, to be asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from yifa.law.catalogue.measures import Measure, UnknownMeasure, measure
from yifa.law.figures import Figure, Gap
from yifa.law.figures.relations import Kind, Relation, Standing, relations
from yifa.law.figures.working_out import Lack
from yifa.oversight.reporting.canonical import shown
from yifa.oversight.reporting.doubts import Doubt, Doubtful, same, says_otherwise, sudden
from yifa.oversight.reporting.last_year import Earlier
from yifa.oversight.reporting.request_form import Request
from yifa.oversight.reporting.returned_forms import Form, Row, Sheet, exact_value, form_of

MOST_ROWS = 5000


@dataclass(frozen=True)
class Reported:
    """A reported figure, in the unit of its measure, and where and by whom it was given."""

    measure: Measure
    value: Fraction
    contributor: str
    file: str
    sheet: str
    cell: str
    person: str = ""
    reviewer: str = ""
    day: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Returned:
    """Everything that came back: figures by measure, doubts, and for each contributor the measures still missing."""

    figures: Mapping[str, Reported]
    doubts: tuple[Doubtful, ...]
    missing: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Known:
    """What else is known of the figures asked for.

    `own_reports`, `materials`: contributor → what its own report, and the paper it sent along, say. `records`: what was
    counted, `open`: of these the ones whose data leave something open.
    """

    own_reports: Mapping[str, Mapping[str, Earlier]] = field(default_factory=dict)
    materials: Mapping[str, Mapping[str, Earlier]] = field(default_factory=dict)
    records: Mapping[str, Fraction] = field(default_factory=dict)
    open: frozenset[str] = frozenset()


NOTHING_ELSE = Known()


def read_forms(
    sheets: Iterable[Sheet | Doubtful], requests: Sequence[Request], known: Known = NOTHING_ELSE
) -> Returned:
    """What came back, held against what was asked and what else is known."""
    reading = _Reading(requests, known)
    for one in sheets:
        if isinstance(one, Doubtful):
            reading.doubts.append(one)
        else:
            reading.sheet(one)
    return reading.returned()


class _Reading:
    def __init__(self, requests: Sequence[Request], known: Known) -> None:
        self.requests = requests
        self.known = known
        self.earlier = {one.measure.id: one.earlier for request in requests for one in request.figures if one.earlier}
        self.figures: dict[str, Reported] = {}
        self.doubts: list[Doubtful] = []
        self.files: dict[str, list[str]] = {}
        """Contributor → the files with a form of it, in order."""
        self.no_forms: dict[str, None] = {}

    def sheet(self, one: Sheet) -> None:
        """The rows of one sheet under its heads; a sheet without them is not a form."""
        form = form_of(one, self.requests)
        if form is None:
            self.no_forms[one.file] = None
            return
        files = self.files.setdefault(form.contributor, [])
        if one.file not in files:
            files.append(one.file)
            self._of_the_form(form, len(files))
        asked = {request.contributor.id for request in self.requests}
        if form.contributor not in asked or (form.period or self.requests[0].period) != self.requests[0].period:
            return
        for number, row in enumerate(one.rows[form.top + 1 : form.top + 1 + MOST_ROWS], form.top + 2):
            self._row(Row(form, number, row))

    def _of_the_form(self, form: Form, which: int) -> None:
        """What is wrong with a form as a whole."""
        who, file = form.contributor, form.sheet.file
        if who not in {one.contributor.id for one in self.requests}:
            self.doubts.append(Doubtful(Doubt.FROM_NOBODY, who, file, stated=who))
        elif which > 1:
            self.doubts.append(Doubtful(Doubt.SENT_TWICE, who, file, against=self.files[who][0]))
        if form.period is not None and form.period != self.requests[0].period:
            against = str(self.requests[0].period)
            self.doubts.append(Doubtful(Doubt.OTHER_PERIOD, who, file, stated=str(form.period), against=against))

    def _row(self, row: Row) -> None:
        id_ = row.text("measure")
        if not id_:
            return
        try:
            of = measure(id_)
        except UnknownMeasure:
            self._doubt(Doubt.UNKNOWN_MEASURE, row, id_, id_)
            return
        self._earlier_kept(of, row)
        stated = row.value("value")
        if stated is None:
            return
        found = exact_value(stated, of)
        if isinstance(found, Doubt):
            self._doubt(found, row, id_, str(stated), of.unit)
            return
        names = {key: row.text(key) for key in ("person", "reviewer", "day", "source", "note")}
        sheet = row.form.sheet
        reported = Reported(of, found, row.form.contributor, sheet.file, sheet.name, row.cell("value"), **names)
        self._held_against(reported, row)
        self.figures.setdefault(id_, reported)

    def _earlier_kept(self, of: Measure, row: Row) -> None:
        """Last year's value was printed on the form, and is not the contributor's to change."""
        asked, stands = self.earlier.get(of.id), row.value("earlier")
        if asked is None or stands is None:
            return
        found = exact_value(stands, of)
        if isinstance(found, Doubt) or not same(found, asked.value, of):
            self._doubt(Doubt.EARLIER_CHANGED, row, of.id, str(stands), str(asked.value), column="earlier")

    def _held_against(self, one: Reported, row: Row) -> None:
        id_, of, value = one.measure.id, one.measure, one.value
        if not one.person or not one.reviewer:
            self._doubt(Doubt.NOT_SIGNED, row, id_, str(value))
        earlier = self.earlier.get(id_)
        if earlier is not None and sudden(value, earlier.value):
            self._doubt(Doubt.SUDDEN, row, id_, str(value), str(earlier.value))
        for doubt, texts in (
            (Doubt.OTHER_IN_REPORT, self.known.own_reports),
            (Doubt.OTHER_IN_MATERIAL, self.known.materials),
        ):
            text = texts.get(one.contributor, {}).get(id_)
            if text is not None and says_otherwise(value, text, of):
                self._doubt(doubt, row, id_, str(value), f"{text.written} ({text.file}: {text.line})")
        counted = self.known.records.get(id_)
        if counted is not None and not same(value, counted, of):
            self._doubt(Doubt.OTHER_IN_RECORDS, row, id_, str(value), str(counted))
        before = self.figures.get(id_)
        if before is not None and before.value != value:
            self._doubt(Doubt.TOLD_TWICE, row, id_, str(value), f"{shown(before.value)} ({before.file} {before.cell})")

    def _doubt(self, doubt: Doubt, row: Row, id_: str, stated: str, against: str = "", column: str = "value") -> None:
        cell = row.cell("measure" if doubt is Doubt.UNKNOWN_MEASURE else column)
        self.doubts.append(Doubtful(doubt, row.form.contributor, row.form.sheet.file, cell, id_, stated, against))

    def returned(self) -> Returned:
        """Everything, with what does not fit together and what is missing of each request."""
        forms = {file for files in self.files.values() for file in files}
        told = {one.file for one in self.doubts}
        self.doubts += [Doubtful(Doubt.NOT_READ, "", file) for file in self.no_forms if file not in forms | told]
        self.doubts += list(self._not_fitting())
        self.doubts += [
            Doubtful(Doubt.NOTHING_CAME, one.contributor.id, "")
            for one in self.requests
            if one.contributor.id not in self.files
        ]
        missing = {
            request.contributor.id: tuple(
                one.measure.id for one in request.figures if one.measure.id not in self.figures
            )
            for request in self.requests
        }
        return Returned(self.figures, tuple(self.doubts), {name: ids for name, ids in missing.items() if ids})

    def _not_fitting(self) -> Iterator[Doubtful]:
        """Reported figures that do not fit with one another, or with what was counted; told of the sum, or the part."""
        counted = {
            id_: Figure(measure(id_), value, gaps=(Gap(Lack.UNKNOWN),) if id_ in self.known.open else ())
            for id_, value in self.known.records.items()
        }
        figures = counted | {id_: Figure(one.measure, one.value) for id_, one in self.figures.items()}
        for relation in relations(figures):
            sides = relation.right, relation.left
            first, then = sides if relation.kind is Kind.ADDS_UP else reversed(sides)
            own = [id_ for id_ in (*first, *then) if id_ in self.figures]
            if relation.standing is Standing.BROKEN and own:
                yield self._unfitting(relation, self.figures[own[0]])

    def _unfitting(self, relation: Relation, one: Reported) -> Doubtful:
        whole = one.measure.id in relation.right
        side, other = relation.right_value, relation.left_value
        stated, against = (side, other) if whole else (other, side)
        doubt = Doubt.SUM_DIFFERS if relation.kind is Kind.ADDS_UP else Doubt.PART_EXCEEDS
        others = (*relation.left, *relation.right)
        return Doubtful(doubt, one.contributor, one.file, one.cell, one.measure.id, str(stated), str(against), others)
