"""The workbook of findings: an overview, the points, what blanks leave open, duties, what each ledger is good for.

One workbook for all organs, or one for a single organ that can be sent to that organ alone: it names no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from yifa.interfaces.finding_rows import ChangeRow, DutyRow, FindingsOf, LackingRow, LedgerRow, OrganRow, tell_where
from yifa.interfaces.finding_telling import FOUND, FOUND_SIGNS, POINTS, Found, ToldFinding, caution, tell_light
from yifa.interfaces.problem_telling import ProblemWords, tell_unread
from yifa.interfaces.telling import Light as Shade
from yifa.interfaces.workbooks.sheets import COLOURS, SOFT, Book, Cell, Column, Value
from yifa.wording import Language

SHADES = {Found.RED: Shade.RED, Found.AMBER: Shade.AMBER}
"""The colours of points; blue and grey have none, and counts never have any: organs are not ranked."""
MOST = 200_000
"""So many points stand on one sheet; more go on another."""
UNREAD = 30
"""So many files that could not be read are named on the first sheet; the sheet of problems has all."""

REACH = 20
"""So many organs a ledger names with the day its data reach; of more a sheet of its own tells, a row has no room."""


def write_findings(of: FindingsOf, path: Path, speech: Language) -> None:
    """Write the workbook."""
    say = speech.say
    title = say("Check of ledgers, as of {day}", day=speech.day(of.as_of))
    with Book(path, title if of.organ is None else f"{of.organ} · {title}", speech) as book:
        _overview(book, of, title, speech)
        points = [one for one in of.findings if one.light in POINTS]
        lapsed = [one for one in of.findings if one.light is Found.LAPSED]
        blanks = [one for one in of.findings if one.light is Found.GREY]
        for number, some in enumerate(_stretches(points), 1):
            book.table(_numbered(say("Points"), number), _point_columns(of, speech), _points(some, of, speech))
        for number, some in enumerate(_stretches(lapsed) if lapsed else (), 1):
            book.table(
                _numbered(say("Lapsed rights of parties"), number), _lapsed_columns(of, speech), _lapsed(some, of)
            )
        for number, some in enumerate(_stretches(blanks) if blanks else (), 1):
            book.table(_numbered(say("Left open by blanks"), number), _blank_columns(of, speech), _blanks(some, of))
        if of.changes is not None:
            book.table(say("Changes"), _change_columns(speech), _changes(of.changes))
        book.table(say("By duty"), _duty_columns(speech), _duties(of.duties))
        book.table(say("What the ledgers decide"), _ledger_columns(speech), _ledgers(of.ledgers, speech))
        if any(len(one.reach) > REACH for one in of.ledgers):
            book.table(say("Data reach until"), _reach_columns(speech), _reaches(of.ledgers))
        if of.lacking:
            book.table(say("Not decidable"), _lacking_columns(speech), _lacking(of.lacking))
        if of.problems:
            book.table(say("Problems of the ledgers"), _problem_columns(speech), _problems(of.problems))


def _stretches(findings: Sequence[ToldFinding]) -> Iterator[Sequence[ToldFinding]]:
    yield findings[:MOST]
    for first in range(MOST, len(findings), MOST):
        yield findings[first : first + MOST]


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"


def _overview(book: Book, of: FindingsOf, title: str, speech: Language) -> None:
    """The first sheet, to be printed alone."""
    say = speech.say
    sheet = book.sheet(say("Overview"))
    columns = [
        Column(say("Organ"), 36),
        Column(say("Cases"), 12),
        *(Column(f"{FOUND_SIGNS[light]} {tell_light(light, speech)}", 16) for light in FOUND),
        Column(say("Data reach until"), 16, centred=True),
    ]
    widths = [column.width for column in columns]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    book.line(sheet, 0, title, widths, bold=True, font_size=16, align="center")
    book.line(sheet, 1, caution(speech), widths, font_color=SOFT)
    book.head(sheet, 2, columns)
    row = 3
    for one in of.organs:
        book.row(sheet, row, columns, _organ(one))
        row += 1
    if of.organ is None and len(of.organs) > 1:
        sums = {light: sum(one.lights.get(light, 0) for one in of.organs) for light in FOUND}
        whole = OrganRow(say("all together"), sum(one.cases for one in of.organs), sums, None)
        book.row(
            sheet, row, columns, [Cell(cell, bold=True) if isinstance(cell, str) else cell for cell in _organ(whole)]
        )
        row += 1
    row += 1
    for silent in of.silent:
        book.line(sheet, row, say("{organ} sent nothing.", organ=silent), widths, font_color=SOFT)
        row += 1
    for unread in tell_unread(of.problems, speech)[:UNREAD]:
        book.line(sheet, row, unread, widths, font_color=COLOURS[Shade.RED][0])
        row += 1
    lacking = [ledger for ledger in of.ledgers if ledger.steps]
    if of.ledgers and not lacking:
        book.line(sheet, row, say("The columns of the ledgers let every duty be decided."), widths)
    for ledger in lacking:
        told = say("{file}: {decided}; {step}", file=ledger.file, decided=ledger.decided, step=ledger.steps[0])
        book.line(sheet, row, told, widths)
        row += 1


def _organ(one: OrganRow) -> list[Value]:
    return [
        one.name,
        Cell(one.cases, number="#,##0"),
        *(Cell(one.lights.get(light, 0), number="#,##0") for light in FOUND),
        "" if one.reach is None else one.reach.isoformat(),
    ]


def _case_columns(of: FindingsOf, speech: Language, width: float) -> list[Column]:
    """Which case it is; in the workbook of one organ that organ is not named."""
    say = speech.say
    organ = [] if of.organ else [Column(say("Organ"), width)]
    return [Column(say("No."), 6, centred=True), *organ, Column(say("Case number"), width + 2)]


def _case(number: int, one: ToldFinding, of: FindingsOf) -> list[Value]:
    return [number, *([] if of.organ else [one.organ]), one.number]


def _duty_id_columns(speech: Language, width: float) -> list[Column]:
    """For programs, so not printed."""
    say = speech.say
    return [
        Column(say("Procedure"), width, printed=False),
        Column(say("Id of the duty"), width + 6, printed=False),
    ]


def _point_columns(of: FindingsOf, speech: Language) -> list[Column]:
    """So narrow that they can be read on paper: all that are printed go across one page."""
    say = speech.say
    return [
        *_case_columns(of, speech, 12),
        Column(say("Doubtful point"), 12),
        Column(say("Duty"), 17),
        Column(say("About"), 9),
        Column(say("Day"), 11),
        Column(say("Distance"), 8),
        Column(say("If it is so"), 12),
        Column(say("Law"), 15),
        Column(say("What the ledger says"), 27),
        Column(say("What to do"), 14),
        Column(say("Where"), 13),
        Column(say("Why this day"), 60, printed=False),
        *_duty_id_columns(speech, 16),
    ]


def _points(findings: Sequence[ToldFinding], of: FindingsOf, speech: Language) -> Iterator[list[Value]]:
    for number, one in enumerate(findings, 1):
        yield [
            *_case(number, one, of),
            Cell(f"{FOUND_SIGNS[one.light]} {one.verdict}", SHADES.get(one.light)),
            one.duty,
            one.subject,
            one.due,
            one.far,
            one.severity,
            one.laws,
            "\n".join(_said(one, speech)),
            one.cure,
            tell_where(one, speech),
            "\n".join(one.reasons),
            one.procedure,
            one.duty_id,
        ]


def _said(one: ToldFinding, speech: Language) -> Iterator[str]:
    """What a point rests on: the acts, what was declared, and other readings."""
    yield from one.facts
    if one.declared:
        yield one.declared
    yield from (speech.say("Two readings: {reading}", reading=text) for text in one.readings)


def _lapsed_columns(of: FindingsOf, speech: Language) -> list[Column]:
    say = speech.say
    return [
        *_case_columns(of, speech, 20),
        Column(say("What a party may do, and by when"), 40),
        Column(say("Day"), 15),
        Column(say("Law"), 24),
        Column(say("What the ledger says"), 36),
        Column(say("Where"), 24),
        *_duty_id_columns(speech, 20),
    ]


def _lapsed(findings: Sequence[ToldFinding], of: FindingsOf) -> Iterator[list[Value]]:
    for number, one in enumerate(findings, 1):
        yield [
            *_case(number, one, of),
            one.duty,
            one.due,
            one.laws,
            "\n".join(one.facts),
            _place(one),
            one.procedure,
            one.duty_id,
        ]


def _place(one: ToldFinding) -> str:
    return one.file if one.row is None else f"{one.file} {one.sheet} {one.row}"


def _blank_columns(of: FindingsOf, speech: Language) -> list[Column]:
    say = speech.say
    return [
        *_case_columns(of, speech, 20),
        Column(say("Duty"), 36),
        Column(say("About"), 14),
        Column(say("Blank in the ledger"), 40),
        Column(say("Where"), 24),
        *_duty_id_columns(speech, 20),
    ]


def _blanks(findings: Sequence[ToldFinding], of: FindingsOf) -> Iterator[list[Value]]:
    for number, one in enumerate(findings, 1):
        yield [
            *_case(number, one, of),
            one.duty,
            one.subject,
            one.missing,
            _place(one),
            one.procedure,
            one.duty_id,
        ]


def _duty_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("Procedure"), 22),
        Column(say("Duty"), 40),
        Column(say("Law"), 30),
        Column(say("applies to"), 10),
        Column(say("in order"), 10),
        Column(say("still running"), 10),
        *(Column(f"{FOUND_SIGNS[light]} {tell_light(light, speech)}", 11) for light in FOUND),
        Column(say("cannot be told from the ledger"), 12),
    ]


def _duties(duties: Sequence[DutyRow]) -> Iterator[list[Value]]:
    for one in duties:
        yield [
            one.procedure,
            one.title,
            one.laws,
            *(Cell(count, number="#,##0") for count in (one.asked, one.met, one.pending)),
            *(Cell(one.lights.get(light, 0), number="#,##0") for light in FOUND),
            Cell(one.not_told, number="#,##0"),
        ]


def _ledger_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("File"), 26),
        Column(say("Procedure"), 24),
        Column(say("Cases"), 9),
        Column(say("Rows"), 30),
        Column(say("Duties decidable"), 24),
        Column(say("Add next"), 60),
        Column(say("Data reach until"), 36),
    ]


def _reach_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("File"), 44),
        Column(say("Procedure"), 36),
        Column(say("Data reach until"), 50),
    ]


def _reaches(ledgers: Sequence[LedgerRow]) -> Iterator[list[Value]]:
    for one in ledgers:
        for reach in one.reach:
            yield [one.file, one.procedure, reach]


def _reach(one: LedgerRow, speech: Language) -> str:
    if len(one.reach) <= REACH:
        return "\n".join(one.reach)
    sheet = speech.say("Data reach until")
    return speech.say("{count} organs: see the sheet «{sheet}»", count=len(one.reach), sheet=sheet)


def _ledgers(ledgers: Sequence[LedgerRow], speech: Language) -> Iterator[list[Value]]:
    for one in ledgers:
        yield [
            one.file,
            one.procedure,
            Cell(one.cases, number="#,##0"),
            one.rows,
            one.decided,
            "\n".join((*one.steps, *one.declared)),
            _reach(one, speech),
        ]


def _lacking_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("File"), 24),
        Column(say("Procedure"), 24),
        Column(say("Duty"), 44),
        Column(say("Missing columns"), 60),
        Column(say("cases in which it could not be told"), 14),
    ]


def _lacking(rows: Sequence[LackingRow]) -> Iterator[list[Value]]:
    for one in rows:
        yield [one.file, one.procedure, one.duty, one.missing, Cell(one.rows, number="#,##0")]


def _change_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("Change"), 10, centred=True),
        Column(say("Cause"), 14, centred=True),
        Column(say("Organ"), 24),
        Column(say("Case number"), 24),
        Column(say("Duty"), 40),
        Column(say("Before"), 30),
        Column(say("Now"), 30),
    ]


def _changes(rows: Sequence[ChangeRow]) -> Iterator[list[Value]]:
    for one in rows:
        yield [one.change, one.cause, one.organ, one.number, one.duty, one.before, one.now]


def _problem_columns(speech: Language) -> list[Column]:
    say = speech.say
    return [
        Column(say("Severity"), 10, centred=True),
        Column(say("File"), 26),
        Column(say("Sheet"), 16),
        Column(say("Cell"), 9, centred=True),
        Column(say("Heading"), 18),
        Column(say("Value"), 22),
        Column(say("What is wrong and what was expected"), 56),
        Column(say("What became of the row"), 18),
    ]


def _problems(problems: Sequence[ProblemWords]) -> Iterator[list[Value]]:
    shades = {"error": Shade.RED, "warning": Shade.AMBER}
    for one in problems:
        yield [
            Cell(one.severity, shades.get(one.tag)),
            one.file,
            one.sheet,
            one.cell,
            one.heading,
            one.value,
            one.words,
            one.fate,
        ]
