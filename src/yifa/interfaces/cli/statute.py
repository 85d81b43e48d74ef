"""`yifa statute`: which statutes are known, and how each counts days."""

from __future__ import annotations

from datetime import date
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from yifa.interfaces.cli.asked import find_or_explain
from yifa.interfaces.cli.context import Day, Shell, print_json
from yifa.law.catalogue import Statute, StatuteVersion, statutes
from yifa.wording import Language


def statute_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group("statute", help=say("Look up statutes and how each counts days."))
    group.add_command(
        click.Command(
            "list",
            callback=click.pass_obj(_list),
            help=say("List every statute of the corpus.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa statute list --json",
            params=[click.Option(["--json", "as_json"], is_flag=True, help=say("Print data for a program."))],
        )
    )
    group.add_command(
        click.Command(
            "show",
            callback=click.pass_obj(_show),
            help=say("Show one statute: versions, validity, counting rule.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa statute show 行政处罚法 --on 2024-01-01",
            params=[
                click.Argument(["name"]),
                click.Option(["--on"], type=Day(speech), help=say("Show only the version in force on this day.")),
                click.Option(["--json", "as_json"], is_flag=True, help=say("Print data for a program.")),
            ],
        )
    )
    return group


def _list(shell: Shell, as_json: bool) -> None:
    if as_json:
        print_json([statute.model_dump(mode="json", by_alias=True) for statute in statutes()])
        return
    say = shell.speech.say
    table = Table(box=None, pad_edge=False)
    for heading in (say("id"), say("statute"), say("kind"), say("versions"), say("read")):
        table.add_column(heading, no_wrap=heading == say("id"))
    for statute in statutes():
        table.add_row(
            statute.id,
            statute.title.short if shell.speech.tag == "zh" else statute.title.en,
            statute.kind,
            ", ".join(version.id for version in statute.versions),
            ", ".join(sorted({version.verified for version in statute.versions})),
        )
    Console().print(table)


def _show(shell: Shell, name: str, on: date | None, as_json: bool) -> None:
    statute = find_or_explain(name, shell.speech, "NAME")
    if as_json:
        print_json(statute.model_dump(mode="json", by_alias=True))
        return
    click.secho(f"{statute.title.zh}  ({statute.title.en})", bold=True)
    for version in statute.versions:
        if on is None or version.valid.holds(on):
            for line in _version(version, statute, shell.speech):
                click.echo("  " + line)


def _version(version: StatuteVersion, statute: Statute, speech: Language) -> list[str]:
    say = speech.say
    from_ = speech.day(version.valid.from_) if version.valid.from_ else say("not known")
    to = speech.day(version.valid.to) if version.valid.to else say("open")
    lines = [
        say(
            "Version {id}: in force from {first} to {last}; text: {read}",
            id=version.id,
            first=from_,
            last=to,
            read=version.verified,
        )
    ]
    if version.counting is None:
        lines.append("  " + say("No counting rule of its own is recorded."))
        return lines
    for line in version.counting.days:
        lines.append("  " + _day_line(line, speech))
    rolls = say("rolls over to the next working day") if version.counting.rolls_over else say("does not roll over")
    rests = f" ({version.counting.rolls_rests_on})" if version.counting.rolls_rests_on else ""
    lines.append("  " + say("A last day that is no working day {rolls}.", rolls=rolls) + rests)
    if version.counting.note:
        lines.append("  " + version.counting.note)
    return lines


def _day_line(line: Any, speech: Language) -> str:
    say = speech.say
    if line.lengths == "all":
        lengths = say("any length")
    elif isinstance(line.lengths, tuple):
        lengths = say("{list} days", list=", ".join(map(str, line.lengths)))
    else:
        lengths = say("up to {n} days", n=line.lengths.up_to)
    who = {"agency": say("organ"), "party": say("party"), "any": say("anyone")}[line.who]
    unit = say("working days") if line.unit == "working days" else say("calendar days")
    return say(
        "「日」, {who}, {lengths}: {unit} ({basis})",
        who=who,
        lengths=lengths,
        unit=unit,
        basis=line.article or line.policy or "—",
    )
