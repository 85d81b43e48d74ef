"""The workbook of a reading: summary, figures, checks, damage and comparison, each a sheet that leads to others.

Figures are true numbers: money in yuan, per cent as per cent, each with the decimals it is written with. A check leads
to its figures, a figure to the check that should be looked at first.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yifa.interfaces.telling import (
    Light,
    light_of,
    quote,
    tell_check_kind,
    tell_damage_kind,
    tell_kind,
    tell_measure,
    tell_period,
    tell_severity,
    tell_verdict,
)
from yifa.interfaces.workbooks.comparison_sheet import write_comparison
from yifa.interfaces.workbooks.index import Index
from yifa.interfaces.workbooks.numbers import number_cell
from yifa.interfaces.workbooks.sheets import Book, Cell, Column, Value, reference
from yifa.interfaces.workbooks.summary import write_summary
from yifa.reader.comparison import Comparison, compare
from yifa.reader.reading import Check, Document, Reading, Severity
from yifa.wording import Language

LINKS = 8
"""So many figures of a check have a cell of their own that leads to them; the rest are named in one."""
CLOSE = 13
"""So many characters to either side of a figure are quoted in its row."""
SEVERITY_LIGHTS = {Severity.SERIOUS: Light.RED, Severity.MINOR: Light.AMBER, Severity.INFO: None}


def write(reading: Reading, path: Path, speech: Language) -> None:
    """Write the workbook; raises OSError where the file cannot be written."""
    say, index = speech.say, Index(reading)
    figures, checks = say("Figures"), say("Checks")
    with Book(path, say("Check of published reports"), speech) as book:
        write_summary(book, index, checks, speech)
        book.table(figures, _figure_columns(speech), _figures(index, checks, speech))
        book.table(checks, _check_columns(speech), _checks(index, figures, speech))
        book.table(say("Damage"), _damage_columns(speech), _damage(reading, speech))
        if len(reading.documents) > 1:
            write_comparison(book, compare(reading.documents), index, figures=figures, speech=speech)


def write_compared(reading: Reading, comparison: Comparison, path: Path, speech: Language) -> None:
    """Write a workbook of the comparison alone; raises OSError where the file cannot be written."""
    with Book(path, speech.say("Published reports side by side"), speech) as book:
        write_comparison(book, comparison, Index(reading), figures=None, speech=speech)


def verdict_cell(check: Check, speech: Language, link: str | None = None) -> Cell:
    """A verdict with its sign and its light."""
    light = light_of(check)
    return Cell(f"{light.sign} {tell_verdict(check.verdict, speech)}", light, link)


def _figure_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("No."), 8, centred=True),
        Column(say("Section"), 9, centred=True),
        Column(say("Line"), 6, centred=True),
        Column(say("As written"), 15),
        Column(say("Value"), 14),
        Column(say("Unit"), 7, centred=True),
        Column(say("Kind"), 9, centred=True),
        Column(say("What is counted"), 24),
        Column(say("Scope"), 9),
        Column(say("Period"), 9),
        Column(say("Measure"), 18),
        Column(say("Check"), 14),
        Column(say("In the text"), 40),
        Column(say("Up to"), 12, printed=False),
        Column(say("Qualifiers"), 14, printed=False),
        Column(say("Id of the measure"), 20, printed=False),
        Column(say("Page or cell"), 12, printed=False),
    ]


def _figures(index: Index, checks: str, speech: Language) -> Iterator[list[Value]]:
    for text, document in enumerate(index.reading.documents):
        for place, one in enumerate(document.figures):
            row = index.first.get((text, place))
            yield [
                index.name((text, place)),
                one.section,
                Cell(one.line, number="0"),
                one.text,
                number_cell(one, one.value),
                one.unit,
                tell_kind(one.kind, speech),
                " ".join(filter(None, (one.subject, one.predicate))),
                one.scope,
                tell_period(one.period, speech),
                tell_measure(one.measure, speech),
                verdict_cell(index.checks[row - 1][1], speech, reference(checks, row)) if row else None,
                quote(document, one.start, one.end, CLOSE),
                number_cell(one, one.value_to) if one.value_to is not None else None,
                "、".join(one.qualifiers),
                one.measure,
                one.place,
            ]


def _check_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("No."), 6, centred=True),
        Column(say("Text"), 7, centred=True),
        Column(say("Verdict"), 19),
        Column(say("What is asked"), 18),
        Column(say("Computation"), 32),
        Column(say("Note"), 44),
        Column(say("In the text"), 40),
        *(Column(say("Figure {n}", n=n), 22, printed=False) for n in range(1, LINKS + 1)),
        Column(say("Further figures"), 22, printed=False),
    ]


def _checks(index: Index, figures: str, speech: Language) -> Iterator[list[Value]]:
    for row, (text, check) in enumerate(index.checks, 1):
        places = index.members(text, check)
        links: list[Value] = [
            Cell(
                f"{index.reading.documents[place[0]].figures[place[1]].text} ({index.name(place)})",
                link=reference(figures, index.figures[place]),
            )
            for place in places[:LINKS]
        ]
        links += [None] * (LINKS - len(links))
        yield [
            Cell(row, number="0"),
            speech.say("several") if text is None else f"d{text + 1}",
            verdict_cell(check, speech),
            tell_check_kind(check.kind, speech),
            Cell(check.computation, bold=True),
            check.message,
            where(index, text, check),
            *links,
            "、".join(index.name(place) for place in places[LINKS:]),
        ]


def where(index: Index, text: int | None, check: Check) -> str:
    """The words that a check is about: around its last figure, or those of the place it names."""
    places = index.members(text, check)
    if places:
        document = index.reading.documents[places[-1][0]]
        one = document.figures[places[-1][1]]
        return quote(document, one.start, one.end)
    if text is None or check.start is None or check.end is None:
        return ""
    return quote(index.reading.documents[text], check.start, check.end)


def _damage_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("Text"), 7, centred=True),
        Column(say("Line"), 8, centred=True),
        Column(say("Severity"), 10, centred=True),
        Column(say("Kind"), 26),
        Column(say("Note"), 48),
        Column(say("In the text"), 60),
    ]


def _damage(reading: Reading, speech: Language) -> Iterator[list[Value]]:
    for text, document in enumerate(reading.documents, 1):
        for one in document.prepared.damage:
            yield [
                f"d{text}",
                _line(document, one.start),
                Cell(tell_severity(one.severity, speech), SEVERITY_LIGHTS[one.severity]),
                tell_damage_kind(one.kind, speech),
                one.message,
                quote(document, one.start, one.end),
            ]


def _line(document: Document, at: int) -> Value:
    return document.prepared.extract.place(at) or Cell(document.prepared.extract.line(at), number="0")
