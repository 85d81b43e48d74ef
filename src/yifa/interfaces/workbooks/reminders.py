"""What is still to be given or to be checked, as a workbook to print and send: one for each contributor, one for all.

The sheet of a contributor has a head like a letter and white cells for the answer: the right number, why, who.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from yifa.interfaces.doubt_telling import tell_reason
from yifa.interfaces.figure_telling import tell_measure_id, tell_period
from yifa.interfaces.workbooks.sheets import SOFT, Book, Column, Value
from yifa.law.figures import Period
from yifa.oversight.reporting.doubts import Doubtful
from yifa.oversight.reporting.request_form import PERIOD_LABEL, UNIT_LABEL
from yifa.oversight.reporting.returned import Returned
from yifa.wording import Language

HEAD = 3


def write_reminders(
    folder: Path, returned: Returned, names: Mapping[str, str], period: Period, speech: Language
) -> list[Path]:
    """Write `missing.xlsx` for all and, in a folder beside it, a workbook for each contributor that owes anything."""
    written = [folder / "missing.xlsx"]
    with Book(written[0], speech.say("Figures still missing or to be checked"), speech) as book:
        _table(book, speech.say("Still missing"), _missing(returned, names, speech), speech)
        _table(book, speech.say("To be checked"), _doubtful(returned, names, speech), speech)
    beside = folder / speech.say("reminders")
    owing = sorted({*returned.missing, *(one.contributor for one in returned.doubts if one.contributor in names)})
    for contributor in owing:
        beside.mkdir(parents=True, exist_ok=True)
        path = beside / f"{names[contributor]}.xlsx"
        _letter(path, contributor, returned, names, period, speech)
        written.append(path)
    return written


def _missing(returned: Returned, names: Mapping[str, str], speech: Language) -> list[list[Value]]:
    """What was not given; what was given and could not be taken stands among the doubts."""
    told = {(one.contributor, one.measure) for one in returned.doubts}
    return [
        [names.get(contributor, contributor), tell_measure_id(id_, speech), "", "", speech.say("not given"), id_]
        for contributor, ids in sorted(returned.missing.items())
        for id_ in ids
        if (contributor, id_) not in told
    ]


def _doubtful(returned: Returned, names: Mapping[str, str], speech: Language) -> list[list[Value]]:
    return [_doubt(one, names, speech) for one in returned.doubts]


def _doubt(one: Doubtful, names: Mapping[str, str], speech: Language) -> list[Value]:
    return [
        names.get(one.contributor, one.contributor),
        tell_measure_id(one.measure, speech) if one.measure else "",
        one.file,
        one.cell,
        tell_reason(one, names, speech),
        one.measure,
    ]


def _table(book: Book, title: str, rows: Sequence[Sequence[Value]], speech: Language) -> None:
    say = speech.say
    columns = [
        Column(say("Contributor"), 20),
        Column(say("Measure"), 30),
        Column(say("File"), 34),
        Column(say("Cell"), 7, centred=True),
        Column(say("What is wanted"), 54),
        Column(say("Id"), 24, printed=False),
    ]
    book.table(title, columns, rows)


def _letter(
    path: Path, contributor: str, returned: Returned, names: Mapping[str, str], period: Period, speech: Language
) -> None:
    """The sheet that goes to one contributor."""
    say, zh = speech.say, speech.tag == "zh"
    columns = [
        Column(say("No."), 6, centred=True),
        Column(say("Measure"), 30),
        Column(say("Cell"), 8, centred=True),
        Column(say("What is wanted"), 50),
        Column(say("Right number"), 14),
        Column(say("Explanation"), 26),
    ]
    widths = [column.width for column in columns]
    rows = [row for row in _missing(returned, {}, speech) if row[0] == contributor]
    rows += [_doubt(one, names, speech) for one in returned.doubts if one.contributor == contributor]
    with Book(path, say("Figures still missing or to be checked"), speech) as book:
        sheet = book.sheet(say("To be answered"))
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        title = say(
            "Figures to be given or checked for the report on law-based government, {period}",
            period=tell_period(period, speech),
        )
        book.line(sheet, 0, title, widths, bold=True, font_size=16, align="center")
        unit, of = UNIT_LABEL[not zh], PERIOD_LABEL[not zh]
        book.line(sheet, 1, f"{unit}：{names[contributor]}　{of}：{period}", widths)
        asked = say("Give what is missing and check what is doubtful; correct the form and send it again.")
        book.line(sheet, 2, asked, widths, font_color=SOFT)
        book.head(sheet, HEAD, columns)
        for number, (_, name, _, cell, wanted, _) in enumerate(rows, 1):
            book.row(sheet, HEAD + number, columns, [number, name, cell, wanted, "", ""])
        signed = say("Filled in by:            Checked by:            Date:")
        book.line(sheet, HEAD + len(rows) + 2, signed, widths)
        sheet.freeze_panes(HEAD + 1, 0)
        sheet.repeat_rows(HEAD)
