"""`yifa calendar`: the holiday notices loaded, one year's days, and a new notice added without a release."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from yifa.interfaces.cli.context import Shell, Trouble, print_json
from yifa.law.catalogue import CorpusFaults, read_notice
from yifa.law.catalogue.calendars import in_order
from yifa.law.clock import Calendar, Notice
from yifa.law.clock.shift import Shift, what_moves
from yifa.law.clock.telling import tell_length
from yifa.wording import Language


def calendar_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    json_option = click.Option(["--json", "as_json"], is_flag=True, help=say("Print data for a program."))
    group = click.Group("calendar", help=say("Look up working days and load new holiday notices."))
    group.add_command(
        click.Command(
            "list",
            callback=click.pass_obj(_list),
            help=say("List the holiday notices loaded.") + "\n\n\b\n" + say("Example:") + "\n  yifa calendar list",
            params=[json_option],
        )
    )
    group.add_command(
        click.Command(
            "show",
            callback=click.pass_obj(_show),
            help=say("Show the days off and make-up working days of a year.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa calendar show 2026",
            params=[click.Argument(["year"], type=int), json_option],
        )
    )
    group.add_command(
        click.Command(
            "add",
            callback=click.pass_obj(_add),
            help=say("Load a new notice; shows first what it would move, and asks.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa calendar add cn-2027.yaml",
            params=[
                click.Argument(["file"], type=click.Path(exists=True, dir_okay=False, path_type=Path)),
                click.Option(["--yes"], is_flag=True, help=say("Load it without asking.")),
                click.Option(["--dry-run"], is_flag=True, help=say("Only show what it would move.")),
                json_option,
            ],
        )
    )
    return group


def _list(shell: Shell, as_json: bool) -> None:
    calendar = shell.calendar()
    if as_json:
        print_json(
            {
                "digest": calendar.digest,
                "notices": [
                    {
                        "id": notice.id,
                        "year": notice.year,
                        "title": notice.title,
                        "number": notice.number,
                        "published": notice.published.isoformat() if notice.published else None,
                        "amends": notice.amends,
                        "days": len(notice.days),
                        "verified": notice.verified,
                    }
                    for notice in calendar.notices
                ],
            }
        )
        return
    say = shell.speech.say
    table = Table(box=None, pad_edge=False)
    for heading in (say("id"), say("number"), say("published"), say("days named"), say("title")):
        table.add_column(heading)
    for notice in calendar.notices:
        table.add_row(
            notice.id, notice.number or "—", str(notice.published or "—"), str(len(notice.days)), notice.title
        )
    Console().print(table)
    last = calendar.last_known
    if last:
        click.echo(
            say("Days after {day} are provisional until the next notice is published.", day=shell.speech.day(last))
        )
    click.echo(say("Digest {digest}.", digest=calendar.digest))


def _show(shell: Shell, year: int, as_json: bool) -> None:
    calendar, speech = shell.calendar(), shell.speech
    if year not in calendar.known_years:
        raise Trouble(
            speech,
            speech.say("no holiday notice for {year} is loaded", year=year),
            speech.say("when the State Council publishes it, load it with: yifa calendar add FILE"),
        )
    days = [(date(year, 1, 1) + timedelta(days=n)) for n in range(366)]
    listed = [calendar.named[day] for day in days if day.year == year and day in calendar.named]
    if as_json:
        print_json(
            [{"on": day.on.isoformat(), "is": day.is_, "name": day.name, "festival": day.festival} for day in listed]
        )
        return
    for day in listed:
        kind = speech.say("off") if day.is_ == "off" else speech.say("working")
        festival = speech.say(" (festival day)") if day.festival else ""
        click.echo(f"{speech.day(day.on)}  {kind}  {day.name}{festival}")
    working = sum(1 for day in days if day.year == year and calendar.day(day).working)
    click.echo(speech.say("{year} has {n} working days.", year=year, n=working))


def _add(shell: Shell, file: Path, yes: bool, dry_run: bool, as_json: bool) -> None:
    speech = shell.speech
    before = shell.calendar()
    try:
        notice = read_notice(file)
        kept = [one for one in before.notices if one.id != notice.id]
        after = Calendar(in_order((*kept, notice)), before.festivals)
    except CorpusFaults as faults:
        raise Trouble(
            speech,
            str(faults),
            speech.say("write the file like those of `yifa calendar list`; see docs/do/new-notice.md"),
        ) from None
    shift = what_moves(before, after)
    if as_json:
        print_json(_as_data(notice, shift))
    else:
        _print_shift(notice, shift, speech)
    if dry_run:
        return
    if not (yes or as_json) and not click.confirm(speech.say("Load this notice?")):
        click.echo(speech.say("Nothing was changed."))
        return
    shell.calendars.mkdir(parents=True, exist_ok=True)
    target = shell.calendars / f"{notice.id}.yaml"
    partial = target.with_suffix(".partial")
    shutil.copyfile(file, partial)
    partial.replace(target)
    if not as_json:
        click.echo(speech.say("Loaded as {path}.", path=target))


def _as_data(notice: Notice, shift: Shift) -> dict[str, Any]:
    return {
        "notice": notice.id,
        "digest_before": shift.before,
        "digest_after": shift.after,
        "days": [
            {"on": day.isoformat(), "was": str(was), "is": str(is_), "name": name} for day, was, is_, name in shift.days
        ],
        "terms": [
            {
                "length": str(line.length),
                "settled": line.settled,
                "moved": line.moved,
                "examples": [
                    {"start": start.isoformat(), "was": was.isoformat(), "is": is_.isoformat()}
                    for start, was, is_ in line.examples
                ],
            }
            for line in shift.terms
        ],
    }


def _print_shift(notice: Notice, shift: Shift, speech: Language) -> None:
    click.secho(notice.title or notice.id, bold=True)
    if not shift.days:
        click.echo(speech.say("Nothing would change: every day it names is known already."))
        return
    words = {
        "working": speech.say("working"),
        "make-up": speech.say("make-up working day"),
        "off": speech.say("off"),
        "weekend": speech.say("weekend"),
        "unknown": speech.say("not known"),
    }
    for day, was, is_, name in shift.days:
        click.echo(f"  {speech.day(day)}: {words[was]} → {words[is_]}  {name or ''}")
    if shift.settled_plain:
        click.echo(
            "  "
            + speech.count("and {n} plain day becomes known", "and {n} plain days become known", shift.settled_plain)
        )
    _print_terms(shift, speech)


def _print_terms(shift: Shift, speech: Language) -> None:
    click.echo()
    click.echo(speech.say("Terms that start within the year before these days:"))
    table = Table(box=None, pad_edge=False)
    for heading in (
        speech.say("length"),
        speech.say("become final"),
        speech.say("final days that move"),
        speech.say("for example"),
    ):
        table.add_column(heading, justify="left")
    for line in shift.terms:
        example = ""
        if line.examples:
            start, was, is_ = line.examples[0]
            example = f"{start}: {was} → {is_}"
        table.add_row(tell_length(line.length, speech), str(line.settled), str(line.moved), example)
    Console().print(table)
