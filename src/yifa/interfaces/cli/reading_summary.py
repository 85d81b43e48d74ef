"""A reading told in the terminal: one row for each text, then what does not add up, spelled out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from yifa.interfaces.telling import (
    LIGHTS,
    Light,
    caution,
    checks_by_verdict,
    in_order,
    light_of,
    members,
    quote,
    tell_check_kind,
    tell_document,
    tell_light,
    tell_sum_and_note,
    tell_verdict,
)
from yifa.reader.reading import COUNTING_KINDS, Check, Document, Reading, Verdict
from yifa.wording import Language

STYLES = {Light.RED: "bold red", Light.AMBER: "yellow", Light.GREEN: "green", Light.OPEN: "dim"}
AMBER_SHOWN = 12
"""So many of the checks that a person should look at are told for one text; the rest is counted."""
NEAR, PLACES = 40, 3
"""Figures so many characters apart are quoted together; at most so many places are quoted for a check."""


def print_summary(reading: Reading, speech: Language, *, every: bool = False) -> None:
    """The table, the points, and how sure all of it is. `every`: all checks are told, also those that agree."""
    if not reading.documents:
        return
    console = Console()
    console.print(_table(reading, speech))
    console.print()
    console.print(_totals(reading, speech), soft_wrap=True)
    for document in reading.documents:
        _tell(document, speech, console, every=every)
    _tell_across(reading, speech, console, every=every)
    click.echo("\n" + caution(speech))


def _table(reading: Reading, speech: Language) -> Table:
    """One row for each text: figures, and how many checks show which light."""
    say = speech.say
    table = Table(box=None, pad_edge=False, header_style="")
    table.add_column(say("text"), overflow="fold")
    for head in (say("figures"), say("with a measure")):
        table.add_column(head, justify="right")
    for light in Light:
        table.add_column(Text(f"{light.sign} {tell_light(light, speech)}", style=STYLES[light]), justify="right")
    table.add_column(say("damage"), justify="right")
    for document in reading.documents:
        counting = [one for one in document.figures if one.kind in COUNTING_KINDS]
        measured = sum(one.measure is not None for one in counting)
        damage = len(document.prepared.damage)
        table.add_row(
            Text(tell_document(document)), str(len(counting)), str(measured), *_lit(document.checks), str(damage or "—")
        )
    if reading.across:
        table.add_row(say("between the texts"), "", "", *_lit(reading.across), "")
    return table


def _lit(checks: Iterable[Check]) -> list[Text]:
    """How many of these checks show each light, in its colour; custom chapters that are wanting show none."""
    counted = Counter(
        light
        for check in checks
        if (light := light_of(check)) is not Light.OPEN or check.verdict is Verdict.UNVERIFIABLE
    )
    return [Text(str(counted[light] or "—"), style=STYLES[light] if counted[light] else "") for light in Light]


def _totals(reading: Reading, speech: Language) -> Text:
    """All checks by verdict, on one line."""
    line = Text()
    for verdict, n in checks_by_verdict(reading).items():
        if n:
            line.append("   " if line else "")
            line.append(f"{LIGHTS[verdict].sign} {tell_verdict(verdict, speech)} {n}", style=STYLES[LIGHTS[verdict]])
    return line


def _tell(document: Document, speech: Language, console: Console, *, every: bool) -> None:
    """The points of one text: red ones whole, amber ones in a line each."""
    told = in_order(document.checks)
    red = [check for check in told if light_of(check) is Light.RED]
    amber = [check for check in told if light_of(check) is Light.AMBER]
    rest = [check for check in told if light_of(check) not in (Light.RED, Light.AMBER)] if every else []
    if not red and not amber and not rest:
        return
    console.print()
    console.print(Text(tell_document(document), style="bold"))
    shown = amber if every else amber[:AMBER_SHOWN]
    for check in (*red, *shown, *rest):
        _print(console, check, speech, _where(document, check, speech))
    if len(amber) > len(shown):
        more = len(amber) - len(shown)
        click.echo(
            "  " + speech.count("… and {n} more; --all tells every one", "… and {n} more; --all tells every one", more)
        )


def _tell_across(reading: Reading, speech: Language, console: Console, *, every: bool) -> None:
    wanted = [check for check in in_order(reading.across) if every or light_of(check) in (Light.RED, Light.AMBER)]
    if not wanted:
        return
    console.print()
    console.print(Text(speech.say("between the texts"), style="bold"))
    for check in wanted:
        places = [
            speech.say(
                "{text}, line {line}: {words}",
                text=tell_document(reading.documents[text]),
                line=reading.documents[text].figures[figure].line,
                words=reading.documents[text].figures[figure].text,
            )
            for text, figure in members(reading, check)
        ]
        _print(console, check, speech, places)


def _where(document: Document, check: Check, speech: Language) -> list[str]:
    """Line and words of what a check is about; places close to each other are told once."""
    figures = {one.id: one for one in document.figures}
    spans = sorted((figures[id_].start, figures[id_].end) for id_ in check.figures if id_ in figures)
    if not spans and check.start is not None and check.end is not None:
        spans = [(check.start, min(check.end, check.start + NEAR))]
    places: list[tuple[int, int]] = []
    for start, end in spans:
        if places and start - places[-1][1] < NEAR:
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    return [
        speech.say("line {n}: {words}", n=document.prepared.extract.line(start), words=quote(document, start, end, 12))
        for start, end in places[-PLACES:]
    ]


def _print(console: Console, check: Check, speech: Language, places: list[str]) -> None:
    light = light_of(check)
    line = Text("  ")
    line.append(f"{light.sign} {tell_verdict(check.verdict, speech)}", style=STYLES[light])
    line.append("  " + "  ".join([tell_check_kind(check.kind, speech), *tell_sum_and_note(check)]))
    console.print(line, soft_wrap=True, highlight=False)
    if light in (Light.RED, Light.AMBER):
        for place in places:
            console.print(Text("      " + place, style="dim"), soft_wrap=True)
