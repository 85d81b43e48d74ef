"""The first sheet: each text in a row, and the points that do not add up spelled out, to be printed alone."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from yifa.interfaces.telling import (
    LIGHTS,
    Light,
    caution,
    checks_by_verdict,
    light_of,
    tell_check_kind,
    tell_document,
    tell_file,
    tell_sum_and_note,
    tell_verdict,
)
from yifa.interfaces.workbooks.index import Index
from yifa.interfaces.workbooks.sheets import COLOURS, SOFT, Book, Cell, Column, Value, lines_of, reference
from yifa.reader.reading import COUNTING_KINDS, Document, Facts, Reading, Verdict
from yifa.wording import Language


def write_summary(book: Book, index: Index, checks: str, speech: Language) -> None:
    """Write the sheet; `checks` is the name of the sheet on which the checks stand."""
    say, reading = speech.say, index.reading
    sheet = book.sheet(say("Summary"))
    used = [verdict for verdict, n in checks_by_verdict(reading).items() if n]
    columns = [
        Column(say("No."), 6, centred=True),
        Column(say("Text"), 30),
        Column(say("File"), 22),
        Column(say("Period"), 13, centred=True),
        Column(say("Signed"), 12, centred=True),
        Column(say("Figures that count"), 9),
        Column(say("with a measure"), 9),
        *(Column(f"{LIGHTS[one].sign} {tell_verdict(one, speech)}", 9) for one in used),
        Column(say("Damage"), 7),
    ]
    widths = [column.width for column in columns]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    book.line(sheet, 0, say("Check of published reports"), widths, bold=True, font_size=16, align="center")
    book.line(sheet, 1, caution(speech), widths, font_color=SOFT)
    book.head(sheet, 2, columns)
    row = 3
    for number, document in enumerate(reading.documents, 1):
        book.row(sheet, row, columns, _row(number, document, used))
        row += 1
    for one in reading.refused:
        book.line(sheet, row, f"▲ {one.message}", widths, font_color=COLOURS[Light.RED][0])
        row += 1
    _points(book, sheet, row + 1, widths, index, checks, speech)


def _row(number: int, document: Document, used: list[Verdict]) -> list[Value]:
    facts = document.facts
    counts = checks_by_verdict(Reading((document,)))
    counting = [one for one in document.figures if one.kind in COUNTING_KINDS]
    return [
        f"d{number}",
        tell_document(document),
        tell_file(document),
        _period(facts),
        str(facts.signed or ""),
        Cell(len(counting), number="0"),
        Cell(sum(one.measure is not None for one in counting), number="0"),
        *(Cell(counts[one], LIGHTS[one] if counts[one] else None, number="0") for one in used),
        Cell(len(document.prepared.damage), number="0"),
    ]


def _period(facts: Facts) -> str:
    if facts.period is None or (facts.period[0].month, facts.period[1].month) == (1, 12):
        return str(facts.year or "")
    return f"{facts.period[0]}—{facts.period[1]}"


def _points(
    book: Book, sheet: Worksheet, row: int, widths: list[float], index: Index, checks: str, speech: Language
) -> None:
    """The red checks under the table, each leading to its row among the checks."""
    red = [(place, text, check) for place, (text, check) in enumerate(index.checks, 1) if light_of(check) is Light.RED]
    head = speech.say("Going by the text, nothing contradicts itself.")
    if red:
        head = speech.count(
            "{n} point that does not add up, going by the text",
            "{n} points that do not add up, going by the text",
            len(red),
        )
    book.line(sheet, row, head, widths, bold=True, font_size=12)
    for number, (place, text, check) in enumerate(red, 1):
        row += 1
        name = speech.say("several texts") if text is None else tell_document(index.reading.documents[text])
        verdict = f"{Light.RED.sign} {tell_verdict(check.verdict, speech)}"
        words = "\u3000".join([tell_check_kind(check.kind, speech), *tell_sum_and_note(check)])
        lines = max(lines_of(name, widths[1]), lines_of(verdict, widths[2]))
        book.line(sheet, row, words, widths[3:], first=3, least=lines, border=1)
        book.put(sheet, row, 0, Cell(number, link=reference(checks, place)), centred=True)
        book.put(sheet, row, 1, name)
        book.put(sheet, row, 2, Cell(verdict, Light.RED))
