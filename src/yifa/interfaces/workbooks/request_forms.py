"""The form a contributor fills in (填报表): one row a figure, what is asked in grey, what is to be given in white.

Only the white cells can be written in. The head of the sheet says whose form it is; the columns are those of
`yifa.oversight.reporting.request_form`, by which it is read back.
"""

from __future__ import annotations

from pathlib import Path

from yifa.interfaces.figure_telling import tell_meaning, tell_measure, tell_number, tell_period
from yifa.interfaces.workbooks.sheets import SOFT, WASH, Book, Column
from yifa.law.catalogue.measures import Measure
from yifa.oversight.reporting.request_form import COLUMNS, PERIOD_LABEL, UNIT_LABEL, AskedFigure, Request
from yifa.wording import Language

WIDTHS = (5, 17, 21, 34, 6, 9, 11, 10, 12, 15, 9, 9, 11, 13)
HEAD = 3
"""The row of the heads, counted from 0."""


def write_request(path: Path, request: Request, speech: Language) -> None:
    """Write the form of one contributor."""
    zh = speech.tag == "zh"
    name = request.contributor.name.zh if zh else request.contributor.name.en
    title = speech.say(
        "Figures for the report on law-based government, {period}", period=tell_period(request.period, speech)
    )
    columns = [Column(one.zh if zh else one.en, width) for one, width in zip(COLUMNS, WIDTHS, strict=True)]
    widths = [column.width for column in columns]
    with Book(path, title, speech) as book:
        sheet = book.sheet(speech.say("Form"))
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        unit, period = UNIT_LABEL[not zh], PERIOD_LABEL[not zh]
        book.line(sheet, 0, title, widths, bold=True, font_size=16, align="center")
        book.line(sheet, 1, f"{unit}：{name}　{period}：{request.period}", widths)
        book.line(
            sheet,
            2,
            speech.say(
                "Give exact numbers in the unit of the row; leave blank what you do not keep and say so under Note. "
                "Last year's value is that of the published report."
            ),
            widths,
            font_color=SOFT,
        )
        book.head(sheet, HEAD, columns)
        given = book.look(border=1, valign="top", text_wrap=True, bg_color=WASH)
        open_ = book.look(border=1, valign="top", text_wrap=True, locked=False)
        counting = book.look(border=1, valign="top", align="center", bg_color=WASH)
        for number, one in enumerate(request.figures, 1):
            row = HEAD + number
            for place, (column, text) in enumerate(zip(COLUMNS, _texts(number, one, request, speech), strict=True)):
                look = open_ if column.filled_in else counting if isinstance(text, int) else given
                sheet.write(row, place, text, look)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.freeze_panes(HEAD + 1, 3)
        sheet.repeat_rows(HEAD)


def _texts(number: int, one: AskedFigure, request: Request, speech: Language) -> list[str | int]:
    of = one.measure
    earlier = "" if one.earlier is None else tell_number(one.earlier.value)
    asked: list[str | int] = [
        number,
        of.id,
        tell_measure(of, speech),
        tell_meaning(of, speech),
        of.unit,
        _scope(of, speech),
    ]
    return [*asked, request.period.last_day.isoformat(), earlier, *[""] * 6]


def _scope(of: Measure, speech: Language) -> str:
    return {
        "whole-area": speech.say("whole area"),
        "own-level": speech.say("own level"),
        "organ": speech.say("this organ"),
    }[of.scope]
