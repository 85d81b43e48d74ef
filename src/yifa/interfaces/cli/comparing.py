"""What `yifa compare` does: read the texts, set their measures side by side, tell or write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from yifa.interfaces.cli.context import Shell, print_json
from yifa.interfaces.cli.progress import shown_progress
from yifa.interfaces.cli.reading_outputs import must_have_a_folder, safe, save
from yifa.interfaces.cli.reading_troubles import debugging, tell_troubles
from yifa.interfaces.telling import tell_difference, tell_document, tell_growth, tell_number, tell_row
from yifa.reader.comparison import ComparedMeasure, Comparison, compare
from yifa.reader.reading import Document, Reading
from yifa.reader.whole import failed_checks, read_files
from yifa.wording import Language

SCHEMA = "yifa.comparison/1"


def compare_files(shell: Shell, *, files: tuple[Path, ...], as_data: bool, as_csv: bool, xlsx: Path | None) -> int:
    """Do what one call of `yifa compare` asks; returns the exit code."""
    speech = shell.speech
    if as_data and as_csv:
        raise click.UsageError(speech.say("give --json or --csv, not both"))
    must_have_a_folder(xlsx, "--xlsx", speech)
    with shown_progress(speech) as on_progress:
        reading = read_files(files, speech=speech, on_progress=on_progress, strict=debugging())
    tell_troubles(files, reading, speech)
    if len(reading.documents) < 2:
        for file in _named_twice(files):
            click.echo(speech.say("{file} is named twice; it is one text.", file=file), err=True)
        click.echo(
            speech.say("Error: {message}", message=speech.say("a comparison needs two texts at least")), err=True
        )
        return 1
    comparison = compare(reading.documents)
    if as_data:
        print_json(comparison_as_json(comparison))
    elif as_csv:
        buffer = io.StringIO()
        rows = _csv_rows(comparison, reading.documents, speech)
        csv.writer(buffer, lineterminator="\r\n").writerows([safe(word) for word in row] for row in rows)
        click.echo(buffer.getvalue(), nl=False)
    else:
        _print(comparison, reading, speech)
    if xlsx:
        from yifa.interfaces.workbooks import reading_book  # noqa: PLC0415 - slow to load, and seldom asked for

        save(xlsx, lambda path: reading_book.write_compared(reading, comparison, path, speech), speech, "--xlsx")
    return 1 if reading.refused or failed_checks(reading) else 0


def _named_twice(files: tuple[Path, ...]) -> list[Path]:
    """Files that were named before, under the same name or another."""
    places = [path.resolve() for path in files]
    return [path for at, path in enumerate(files) if path.is_file() and places[at] in places[:at]]


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain data: `yifa.comparison/1`; cells and growth name texts by their place among `files`."""
    return {
        "schema": SCHEMA,
        "files": list(comparison.files),
        "rows": [_row_as_json(row) for row in comparison.rows],
    }


def _row_as_json(row: ComparedMeasure) -> dict[str, Any]:
    return {
        "measure": row.measure,
        "words": row.words,
        "unit": row.unit,
        "kind": str(row.kind),
        "cells": [
            cell
            and {
                "figure": cell.figure.id,
                "value": tell_number(cell.figure.value, grouped=False),
                "unit": cell.figure.unit,
                "text": cell.figure.text,
                "others": list(cell.others),
            }
            for cell in row.cells
        ],
        "growth": [
            {
                "earlier": one.earlier,
                "later": one.later,
                "difference": f"{one.difference:f}",
                "rate": None if one.rate is None else f"{float(one.rate):.4f}",
            }
            for one in row.growth
        ],
        "differences": [str(one) for one in row.differences],
    }


def _csv_rows(comparison: Comparison, documents: tuple[Document, ...], speech: Language) -> Iterator[list[str]]:
    say = speech.say
    heads = [word for document in documents for word in (tell_document(document), say("growth"))]
    yield [say("Measure"), *heads, say("Unit"), say("Not of one definition")]
    for row in comparison.rows:
        cells = []
        for text, cell in enumerate(row.cells):
            cells.append("" if cell is None else tell_number(cell.figure.value, cell.figure.value_to, grouped=False))
            cells.append(_growth(row, text, speech))
        yield [tell_row(row, speech), *cells, row.unit or "", _differences(row, speech)]


def _print(comparison: Comparison, reading: Reading, speech: Language) -> None:
    if not comparison.rows:
        click.echo(speech.say("No measure is stated by more than one of the texts."))
        return
    say = speech.say
    table = Table(box=None, pad_edge=False, header_style="")
    table.add_column(say("Measure"), overflow="fold")
    for document in reading.documents:
        table.add_column(Text(tell_document(document)), justify="right", overflow="fold")
    table.add_column(say("Not of one definition"), overflow="fold")
    for row in comparison.rows:
        cells = []
        for text, cell in enumerate(row.cells):
            words = (
                "—"
                if cell is None
                else f"{tell_number(cell.figure.value, cell.figure.value_to)}{cell.figure.unit or ''}"
            )
            growth = _growth(row, text, speech)
            cells.append(Text(f"{words}\n{growth}" if growth else words))
        table.add_row(Text(tell_row(row, speech)), *cells, _differences(row, speech))
    Console().print(table)
    click.echo("\n" + say("Going by the texts; growth is worked out between reports of one authority only."))


def _growth(row: ComparedMeasure, text: int, speech: Language) -> str:
    return speech.list([tell_growth((one, row.kind), speech) for one in row.growth if one.later == text])


def _differences(row: ComparedMeasure, speech: Language) -> str:
    return speech.list([tell_difference(one, speech) for one in row.differences])
