"""The figure book as plain data: `yifa.figures/1`, the same bytes from the same data on every machine.

Values are exact texts (`7`, `200/3`), money in yuan, rates in per cent; days are ISO. Both languages stand in it. The
rows behind each figure stand in a file of their own beside the book, which names it with its digest.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.measures import Measure
from yifa.law.catalogue.never_assessed import rule_over
from yifa.law.figures import Figure
from yifa.law.figures.forms import FilledForm
from yifa.law.figures.relations import Relation
from yifa.law.run.counting import Behind
from yifa.oversight.reporting.canonical import digest, exact
from yifa.oversight.reporting.figure_book import Entry, FigureBook
from yifa.oversight.reporting.gathering import Place

SCHEMA = "yifa.figures/1"
ROWS = "rows"
"""The folder of the files of rows, beside the book."""
ROW_COLUMNS = ("procedure", "number", "organ", "organ_name", "act", "act_name", "day", "value", "file", "sheet", "row")
_PLACELESS = Place("", "", "", 0)


def book_data(book: FigureBook, rows: Mapping[str, bytes]) -> dict[str, Any]:
    """The book; `rows`: the file of rows of each measure, as `row_files` gives them."""
    return {
        "schema": SCHEMA,
        "period": {"text": str(book.period), "first": book.period.first_day.isoformat(), "last": _cut_off(book)},
        "as_of": book.as_of.isoformat(),
        "organs": [
            {"id": one.id, "name": one.name, "level": one.level, "region": one.region}
            for one in sorted(book.gathered.organs.values())
        ],
        "silent": list(book.gathered.silent),
        "held": book.gathered.held,
        "procedures": {one.procedure: one.cases.num_rows for one in book.gathered.tables},
        "figures": [_entry(one, book, rows.get(one.id)) for one in book.entries],
        "not_counted": list(book.not_counted),
        "relations": [_relation(one) for one in book.relations],
        "forms": [_form(one) for one in book.forms],
        "corpus": _corpus(book),
    }


def _cut_off(book: FigureBook) -> str:
    return book.period.last_day.isoformat()


def _corpus(book: FigureBook) -> dict[str, str]:
    """By which text of the corpus was counted: each procedure by its digest, the measures by theirs."""
    measures = hashlib.sha256()
    for one in sorted(book.entries, key=lambda one: one.id):
        measures.update(one.figure.measure.model_dump_json().encode())
    of = {one.procedure: folder(one.procedure).digest for one in book.gathered.tables}
    return {**of, "measures": measures.hexdigest()[:12]}


def _entry(one: Entry, book: FigureBook, rows: bytes | None) -> dict[str, Any]:
    found = {**_measure(one.figure.measure, _cut_off(book)), **_figure(one.figure)}
    found["organs"] = {organ: _figure(figure) for organ, figure in one.by_organ}
    found["levels"] = {level: _figure(figure) for level, figure in one.by_level}
    found["regions"] = {region: _figure(figure) for region, figure in one.by_region}
    found["procedures"] = {procedure: _figure(figure) for procedure, figure in one.by_procedure}
    if one.earlier is not None:
        found["earlier"] = {
            "value": exact(one.earlier.value),
            "origin": one.earlier.origin.value,
            "file": one.earlier.file,
            "line": one.earlier.line,
            "written": one.earlier.written,
            "exact": one.earlier.exact,
        }
    if one.change is not None:
        found["change"] = {"difference": exact(one.change.difference), "percent": exact(one.change.percent)}
    if one.reported is not None:
        given = one.reported
        found["reported"] = {
            "contributor": given.contributor,
            "file": given.file,
            "sheet": given.sheet,
            "cell": given.cell,
            "person": given.person,
            "reviewer": given.reviewer,
            "day": given.day,
            "source": given.source,
        }
    behind = book.rows.get(one.id)
    if behind is not None and rows is not None:
        found["rows"] = {"count": len(behind), "file": f"{ROWS}/{one.id}.csv", "sha256": digest(rows)}
    return found


def _measure(of: Measure, cut_off: str) -> dict[str, Any]:
    rule = rule_over(of)
    return {
        "id": of.id,
        "name": {"zh": of.name.zh, "en": of.name.en},
        "kind": of.kind,
        "unit": of.unit,
        "meaning": {"zh": of.meaning.zh, "en": of.meaning.en},
        "formulas": [{"above": list(one.numerator), "below": list(one.denominator)} for one in of.formulas],
        "adds_up_from": list(of.adds_up_from),
        "scope": of.scope,
        "counted": of.counted,
        "cut_off": cut_off,
        "direction": of.direction,
        "never_assessed": None if rule is None else {"zh": rule.why.zh, "en": rule.why.en},
        "law": list(of.law),
        "source": {"kind": of.source.kind, "form": of.source.form, "verified": of.source.verified},
    }


def _figure(one: Figure) -> dict[str, Any]:
    return {
        "value": exact(one.value),
        "above": exact(one.above),
        "below": exact(one.below),
        "gaps": [{"lack": gap.lack.value, "of": gap.of, "count": gap.count} for gap in one.gaps],
    }


def _relation(one: Relation) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "standing": one.standing.value,
        "left": list(one.left),
        "right": list(one.right),
        "left_value": exact(one.left_value),
        "right_value": exact(one.right_value),
    }


def _form(one: FilledForm) -> dict[str, Any]:
    return {
        "id": one.form.id,
        "title": {"zh": one.form.title.zh, "en": one.form.title.en},
        "edition": one.form.edition,
        "columns": [cell.measure for cell in one.form.cells],
        "rows": [
            {"organ": row.of, "values": [None if cell is None else exact(cell.value) for cell in row.figures]}
            for row in one.rows
        ],
        "checks": [{"organ": of, **_relation(check)} for of, check in one.checks],
    }


# -- the rows behind a figure -----------------------------------------------------------------------------------------


def row_files(book: FigureBook) -> dict[str, bytes]:
    """For each measure that is counted directly the rows behind it: CSV, UTF-8, the same bytes everywhere."""
    places = book.gathered.places()
    names = {(one.procedure, act): kind.zh for one in book.gathered.tables for act, kind in _acts(one.procedure)}
    found = {}
    for id_, rows in book.rows.items():
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(ROW_COLUMNS)
        writer.writerows(told_rows(rows, book, places, names))
        found[id_] = out.getvalue().encode("utf-8")
    return found


def read_rows(file: bytes) -> list[tuple[str, ...]]:
    """The rows of such a file, without its head."""
    return [tuple(row) for row in csv.reader(io.StringIO(file.decode("utf-8")))][1:]


def _acts(procedure: str) -> Iterator[tuple[str, Any]]:
    yield from folder(procedure).procedure.acts.items()


def told_rows(
    rows: Sequence[Behind],
    book: FigureBook,
    places: Mapping[tuple[str, Any], Place],
    names: Mapping[tuple[str, str], str],
) -> Iterator[tuple[str, ...]]:
    """Rows as texts, in the columns of `ROW_COLUMNS`; `names`: how acts are called."""
    for row in rows:
        place = places.get((row.procedure, row.case), _PLACELESS)
        organ = book.gathered.organs.get(row.organ)
        yield (
            row.procedure,
            place.number or str(row.case),
            row.organ,
            organ.name if organ else row.organ,
            row.act or "",
            names.get((row.procedure, row.act or ""), ""),
            row.day.isoformat() if row.day else "",
            "" if row.value is None else str(row.value),
            place.file,
            place.sheet,
            str(place.row or ""),
        )
