"""A check of ledgers told in the terminal: what the ledgers decide, then organs and duties with what was found."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from yifa.interfaces.checkup.rows import rows_of
from yifa.interfaces.checkup.told import Told
from yifa.interfaces.finding_rows import FindingsOf
from yifa.interfaces.finding_telling import FOUND, FOUND_SIGNS, POINTS, Found, caution, tell_light
from yifa.interfaces.problem_telling import tell_unread
from yifa.wording import Language

STYLES = {
    Found.RED: "bold red",
    Found.AMBER: "yellow",
    Found.BLUE: "blue",
    Found.LAPSED: "dim",
    Found.GREY: "dim",
}
DUTIES, ORGANS, CHANGES = 10, 40, 20
"""So many duties, organs and changes are told here; files have all."""


def print_summary(told: Told, speech: Language) -> None:
    """Tell a check on standard output."""
    console, rows = Console(), rows_of(told, speech)
    console.print(_ledgers(rows, speech))
    if rows.silent:
        console.print(Text(speech.say("Sent nothing: {organs}", organs=speech.list(list(rows.silent)))), soft_wrap=True)
    held = sum(len(one.rows) for one in told.run.taken.held)
    if held:
        console.print(
            Text(
                speech.count(
                    "{n} row could not be taken and is to be corrected.",
                    "{n} rows could not be taken and are to be corrected.",
                    held,
                )
            )
        )
    for unread in tell_unread(rows.problems, speech)[:ORGANS]:
        console.print(Text(unread, style="red"), soft_wrap=True)
    console.print()
    console.print(_organs(rows, speech))
    console.print()
    if any(one.lights.get(light) for one in rows.duties for light in POINTS):
        console.print(_duties(rows, speech))
    if told.changed is not None:
        console.print()
        console.print(
            _changes(rows, speech) if told.changed else Text(speech.say("Nothing changed since the earlier run."))
        )
    console.print()
    console.print(Text(caution(speech)), soft_wrap=True)


def _heads(table: Table, speech: Language) -> None:
    for light in FOUND:
        table.add_column(
            Text(f"{FOUND_SIGNS[light]} {tell_light(light, speech)}", style=STYLES[light]),
            justify="right",
            overflow="fold",
        )


def _counts(lights: object, light: Found) -> Text:
    many = lights.get(light, 0) if isinstance(lights, dict) else 0
    return Text(f"{many:,}" if many else "—", style=STYLES[light] if many else "")


def _ledgers(rows: FindingsOf, speech: Language) -> Table:
    say = speech.say
    table = Table(box=None, pad_edge=False, header_style="", title=None)
    table.add_column(say("Procedure"), overflow="fold")
    table.add_column(say("Cases"), justify="right")
    table.add_column(say("Duties decidable"), overflow="fold")
    table.add_column(say("Add next"), overflow="fold")
    for one in rows.ledgers:
        table.add_row(Text(one.procedure), f"{one.cases:,}", Text(one.decided), Text("".join(one.steps[:1])))
    return table


def _organs(rows: FindingsOf, speech: Language) -> Table:
    table = Table(box=None, pad_edge=False, header_style="")
    table.add_column(speech.say("Organ"), overflow="fold")
    table.add_column(speech.say("Cases"), justify="right")
    _heads(table, speech)
    told = rows.organs
    for one in told[:ORGANS]:
        table.add_row(Text(one.name), f"{one.cases:,}", *(_counts(dict(one.lights), light) for light in FOUND))
    if len(told) > ORGANS:
        table.add_row(Text(speech.say("and {n} more organs", n=len(told) - ORGANS)), "")
    return table


def _duties(rows: FindingsOf, speech: Language) -> Table:
    table = Table(box=None, pad_edge=False, header_style="")
    table.add_column(speech.say("Duty"), overflow="fold")
    table.add_column(speech.say("Law"), overflow="fold")
    table.add_column(speech.say("applies to"), justify="right")
    _heads(table, speech)
    for one in rows.duties[:DUTIES]:
        if any(one.lights.get(light) for light in POINTS):
            counts = (_counts(dict(one.lights), light) for light in FOUND)
            table.add_row(Text(one.title), Text(one.laws), f"{one.asked:,}", *counts)
    return table


def _changes(rows: FindingsOf, speech: Language) -> Table:
    table = Table(box=None, pad_edge=False, header_style="")
    for head in (speech.say("Change"), speech.say("Cause"), speech.say("Case number"), speech.say("Duty")):
        table.add_column(head, overflow="fold")
    told = rows.changes or ()
    for one in told[:CHANGES]:
        table.add_row(one.change, one.cause, Text(one.number), Text(one.duty))
    if len(told) > CHANGES:
        table.add_row(speech.say("and {n} more", n=len(told) - CHANGES), "", "", "")
    return table
