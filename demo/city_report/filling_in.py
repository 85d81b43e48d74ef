"""Fills in the forms and papers that were sent out, as the offices of the invented county do, with what is planted."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from python_calamine import CalamineWorkbook

from demo.city_report.last_report import FIGURE
from demo.city_report.planting import PLANTS, Plant, stated
from demo.city_report.years import HERE, YEAR, written_value
from yifa.interfaces.workbooks.request_forms import WIDTHS
from yifa.interfaces.workbooks.sheets import Book, Column
from yifa.law.catalogue.contributors import Contributor, contributors
from yifa.law.catalogue.measures import measure
from yifa.oversight.reporting.request_form import COLUMNS, MATERIAL_PARTS
from yifa.wording import language

FORM, PAPER, REPORT = "填报表.xlsx", "素材.docx", "年度报告.docx"
SENT_ON = "2026-01-12"
HEAD = 4
"""The row of the heads, counted from 1."""
_HEADINGS = {text: part.kind for part in MATERIAL_PARTS for text in (part.zh, part.en)}
_OWN_REPORTS = ("audit", "labour")


@dataclass(frozen=True)
class Office:
    """A contributor with what is planted in its files, and the names it signs with."""

    of: Contributor
    plants: Sequence[Plant]

    @property
    def by_measure(self) -> dict[str, Plant]:
        """What is planted, by measure."""
        return {one.measure: one for one in self.plants if one.measure}

    def has(self, kind: str) -> bool:
        """Whether something of a kind is planted."""
        return any(one.kind == kind for one in self.plants)

    @property
    def paper(self) -> Mapping[str, Any]:
        """What it writes."""
        told: Mapping[str, Any] = _papers()[self.of.id]
        return told


@cache
def _papers() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load((HERE / "materials.yaml").read_text(encoding="utf-8"))
    return read


def fill_in(
    sent: Path, back: Path, values: Mapping[str, Fraction], place: str, *, planted: bool
) -> dict[str, list[str]]:
    """Fill in every folder of what was sent out; office → the measures it was asked for.

    `planted`: with everything that is wrong; without, every office sends the right figures.
    """
    asked: dict[str, list[str]] = {}
    for one in contributors():
        if not (sent / one.name.zh / FORM).is_file():
            continue
        office = Office(one, [plant for plant in PLANTS if planted and plant.contributor == one.id])
        asked[one.id] = _asked(sent / one.name.zh / FORM)
        if not office.has("nothing-came"):
            _office(office, sent / one.name.zh, back / one.name.zh, values, place)
    for plant in PLANTS if planted else ():
        if plant.kind == "from-nobody":
            _of_nobody(sent / contributors()[0].name.zh / FORM, back / plant.contributor / FORM, plant.contributor)
    return asked


def _office(office: Office, sent: Path, back: Path, values: Mapping[str, Fraction], place: str) -> None:
    back.mkdir(parents=True)
    _form(office, sent / FORM, back / FORM, values)
    if office.has("sent-twice"):
        (twice,) = [one.measure for one in office.plants if one.kind == "told-twice"]
        _form(office, sent / FORM, back / "填报表（修改）.xlsx", {**values, twice: values[twice] + 2})
    _paper(office, sent / PAPER, back / PAPER, values)
    if office.of.id in _OWN_REPORTS:
        _own_report(office, back / REPORT, values, place)


def _asked(form: Path) -> list[str]:
    return [row[1] for row in _rows(form)[HEAD:] if row[1]]


def _rows(form: Path) -> list[list[Any]]:
    """The cells of a form, whole numbers as such."""
    sheet = CalamineWorkbook.from_path(form).get_sheet_by_index(0)
    return [
        [int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in row]
        for row in sheet.to_python(skip_empty_area=False)
    ]


def _form(office: Office, sent: Path, back: Path, values: Mapping[str, Fraction]) -> None:
    rows = _rows(sent)
    writer, reviewer = office.paper["signed"]
    places = {one.id: place for place, one in enumerate(COLUMNS)}
    for row in (row for row in rows[HEAD:] if row[places["measure"]]):
        id_ = row[places["measure"]]
        plant = office.by_measure.get(id_)
        value = stated(office.by_measure, id_, values)
        given = {"value": value, "source": "业务台账", "person": writer, "reviewer": reviewer, "day": SENT_ON}
        if plant is not None and plant.kind == "not-signed":
            given["reviewer"] = None
        if plant is not None and plant.kind == "earlier-changed":
            given["earlier"] = int(float(row[places["earlier"]]) * 1.2)
        for column, text in given.items():
            row[places[column]] = text
    if office.has("other-period"):
        _reworded(rows, {str(YEAR): str(YEAR - 1)})
    _save(back, rows)


def _reworded(rows: Sequence[list[Any]], words: Mapping[str, str]) -> None:
    """Other words above the heads of a form."""
    for row in rows[: HEAD - 1]:
        for old, new in words.items():
            row[:] = [cell.replace(old, new) if isinstance(cell, str) else cell for cell in row]


def _of_nobody(sent: Path, back: Path, name: str) -> None:
    """A form filled in by an office that nobody asked."""
    rows = _rows(sent)
    asked = contributors()[0].name
    _reworded(rows, {asked.zh: name, asked.en: name})
    _save(back, rows)


def _save(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """A form as an office saves it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    heads = enumerate(zip(rows[HEAD - 1], WIDTHS, strict=True))
    columns = [Column(head, width, centred=not place) for place, (head, width) in heads]
    with Book(path, rows[0][0], language("zh")) as made:
        sheet = made.sheet("填报表")
        for place, width in enumerate(WIDTHS):
            sheet.set_column(place, place, width)
        for number, row in enumerate(rows[: HEAD - 1]):
            made.line(sheet, number, row[0], WIDTHS, bold=not number)
        made.head(sheet, HEAD - 1, columns)
        for number, row in enumerate(rows[HEAD:], HEAD):
            made.row(sheet, number, columns, row)


def _paper(office: Office, sent: Path, back: Path, values: Mapping[str, Fraction]) -> None:
    """The paper with its texts under their headings, and who wrote and checked it."""
    document = Document(str(sent))
    writer, reviewer = office.paper["signed"]
    signatures = iter((writer, reviewer, SENT_ON))
    signing = False
    for paragraph in list(document.paragraphs):
        text = paragraph.text.strip()
        kind = _HEADINGS.get(text)
        if kind is not None:
            guidance = paragraph._p.getnext()
            for line in reversed(office.paper.get(kind, ())):
                guidance.addnext(document.add_paragraph(_filled(line, values))._p)
        elif text and str(paragraph.style.name if paragraph.style else "").startswith("Heading"):
            signing = True
        elif signing and text.endswith((":", "：")):
            paragraph.add_run(next(signatures, ""))
    document.save(str(back))


def _own_report(office: Office, path: Path, values: Mapping[str, Fraction], place: str) -> None:
    """The report that an office publishes for itself."""
    document = Document()
    document.add_heading(f"{place}{office.of.name.zh}{YEAR}年度法治政府建设情况报告", level=0)
    document.add_heading("一、主要举措和成效", level=1)
    told = [line for kind in ("measures", "practice") for line in office.paper[kind]]
    if office.of.id == "audit":
        told.append("全年审计查出问题{aud-issues}，已逐项建立整改台账。")
    for line in told:
        document.add_paragraph(_filled(line, values))
    for number, (title, kind) in enumerate((("存在的不足和原因", "shortcomings"), ("下一年度工作安排", "plans")), 2):
        document.add_heading(f"{'一二三'[number - 1]}、{title}", level=1)
        for line in office.paper[kind]:
            document.add_paragraph(line)
    document.save(str(path))


def _filled(line: str, values: Mapping[str, Fraction]) -> str:
    return FIGURE.sub(lambda match: written_value(measure(match[1]), values[match[1]]), line)


def empty(folder: Path, names: Collection[str]) -> None:
    """Take away what an earlier run left."""
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)
