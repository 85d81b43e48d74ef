"""Asking contributors for figures and reading what came back: forms, the papers beside them, their own reports."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from yifa.interfaces.documents.material import write_material
from yifa.interfaces.workbooks.request_forms import write_request
from yifa.law.figures import Period
from yifa.law.figures.working_out import Lack
from yifa.oversight.reporting.last_year import Earlier, from_reports
from yifa.oversight.reporting.request_form import Request
from yifa.oversight.reporting.returned import Known, Returned, read_forms
from yifa.oversight.reporting.returned_forms import open_forms
from yifa.reader.intake import find_files
from yifa.reader.whole import read_files
from yifa.wording import Language

MATERIAL = "素材"
FORM = "填报表.xlsx"
_TEXTS = (".docx", ".pdf", ".txt", ".html", ".doc")


def write_asked(out: Path, made: Sequence[Request], speech: Language) -> None:
    """Write a form and a paper for every contributor, each in a folder of its name. Raises `OSError`."""
    for request in made:
        folder = out / request.contributor.name.zh
        folder.mkdir(parents=True, exist_ok=True)
        write_request(folder / FORM, request, speech)
        write_material(folder / f"{MATERIAL}.docx", request, speech)


def returned_of(folder: Path, made: Sequence[Request], period: Period, known: Known, speech: Language) -> Returned:
    """The forms of a folder, held against the reports and papers of the contributors that lie beside them."""
    beside = [path for path in find_files([folder]) if path.suffix.lower() in _TEXTS]
    papers = [path for path in beside if path.stem.startswith(MATERIAL)]
    reading = read_files([path for path in beside if path not in papers], speech=speech)
    own: dict[str, dict[str, Earlier]] = {}
    materials: dict[str, dict[str, Earlier]] = {}
    for request in made:
        id_, name = request.contributor.id, request.contributor.name.zh
        documents = [one for one in reading.documents if name in (one.facts.authority or "")]
        own[id_] = _within(folder, from_reports(documents, period.last_day.year))
        sent = [path for path in papers if name in (path.parent.name, path.parent.parent.name)]
        read = read_files(sent, speech=speech).documents if sent else ()
        materials[id_] = _within(folder, from_reports(read, None))
    return read_forms(open_forms(folder), made, replace(known, own_reports=own, materials=materials))


def _within(folder: Path, told: Mapping[str, Earlier]) -> dict[str, Earlier]:
    """The same, each file named as it lies in the folder."""
    return {id_: replace(one, file=os.path.relpath(one.file, folder)) for id_, one in told.items()}


def counted_in(book: Mapping[str, Any] | None) -> Known:
    """What an opened figure book says was counted from records; what was counted in part only is as good as not."""
    if book is None:
        return Known()
    figures = [one for one in book["figures"] if "reported" not in one and not _partial(one)]
    return Known(
        records={one["id"]: Fraction(one["value"]) for one in figures},
        open=frozenset(one["id"] for one in figures if one["gaps"]),
    )


def _partial(figure: Mapping[str, Any]) -> bool:
    return any(gap["lack"] in (Lack.NOT_COUNTED, Lack.NO_DATA) for gap in figure["gaps"])
