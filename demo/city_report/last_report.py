"""Last year's published report of the invented county, as a paper: `last_year.yaml` with its figures put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from docx import Document

from demo.city_report.years import written, written_value
from yifa.law.catalogue.measures import measure

FIGURE = re.compile(r"\{([a-z0-9-]+)\}")


def lines(values: Mapping[str, Fraction], place: str) -> Iterator[str]:
    """The report, a paragraph a line; a clause whose figure the county does not have is left out."""
    for line in written()["text"].splitlines():
        if text := _filled(line.replace("{place}", place), values):
            yield text


def measures_named() -> tuple[str, ...]:
    """The measures the text speaks of, in order."""
    return tuple(dict.fromkeys(id_ for id_ in FIGURE.findall(written()["text"]) if id_ != "place"))


def _filled(line: str, values: Mapping[str, Fraction]) -> str:
    said = "".join(
        clause for clause in re.split("(?<=[，。；])", line) if all(id_ in values for id_ in FIGURE.findall(clause))
    )
    if said and line.endswith("。") and said.endswith(("，", "；")):
        said = f"{said[:-1]}。"
    return _put_in(said, values)


def _put_in(line: str, values: Mapping[str, Fraction]) -> str:
    return FIGURE.sub(lambda match: written_value(measure(match[1]), values[match[1]]), line)


def write_report(path: Path, values: Mapping[str, Fraction], place: str) -> None:
    """Write the report as a docx."""
    document = Document()
    for line in lines(values, place):
        level = len(line) - len(line.lstrip("#"))
        text = line.lstrip("# ")
        if level:
            document.add_heading(text, level=level - 1)
        else:
            document.add_paragraph(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
