"""`yifa demo`: an invented city to try the check-up of ledgers on, and what was planted in it beside what was found.

The city stands beside the package, in the folder `demo` of the house; without it these commands say so.
"""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path
from typing import Any

import click

import yifa
from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.wording import Language

SCALES = ("township", "county", "city", "province")
SHOWN = 20


def demo_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group("demo", help=say("Try Yifa on an invented city: its ledgers, and what was planted in them."))
    group.add_command(
        click.Command(
            "city",
            callback=click.pass_obj(_city),
            help=say(
                "Write the ledgers of an invented city: organs, officers and cases as offices keep them, with breaches "
                "planted in them that a sheet apart tells. The same number and scale give the same city."
            )
            + "\n\n\b\n"
            + say("Examples:")
            + "\n  yifa demo city city1 --scale county"
            + "\n  yifa supervise city1/台账 --as-of 2026-08-31 -o found"
            + "\n  yifa demo compare city1 found/findings.json",
            params=[
                click.Argument(["folder"], type=click.Path(file_okay=False, path_type=Path), metavar=say("FOLDER")),
                click.Option(
                    ["--number"], type=click.IntRange(min=0), default=1, show_default=True, help=say("Which city.")
                ),
                click.Option(
                    ["--scale"],
                    type=click.Choice(SCALES),
                    default="county",
                    show_default=True,
                    help=say("How large: some 2,000, 20,000, 200,000 or 1,000,000 cases."),
                ),
            ],
        )
    )
    group.add_command(
        click.Command(
            "compare",
            callback=click.pass_obj(_compare),
            help=say(
                "Compare what was planted in an invented city with what a check-up found. The exit code is 1 unless "
                "everything planted that can be decided was found, and nothing else."
            ),
            params=[
                click.Argument(
                    ["folder"], type=click.Path(exists=True, file_okay=False, path_type=Path), metavar=say("FOLDER")
                ),
                click.Argument(
                    ["findings"], type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=say("FINDINGS")
                ),
            ],
        )
    )
    return group


def _part(speech: Language, name: str) -> Any:
    """A module of the invented city, which stands beside the package."""
    house = Path(yifa.__file__).resolve().parents[2]
    if not (house / "demo" / "city").is_dir():
        raise Trouble(
            speech,
            speech.say("The invented city is not part of an installed Yifa."),
            speech.say("Run this in a copy of the house, where the folder demo stands beside src."),
        )
    if str(house) not in sys.path:
        sys.path.insert(0, str(house))
    return importlib.import_module(name)


def _city(shell: Shell, folder: Path, number: int, scale: str) -> int:
    speech = shell.speech
    writing = _part(speech, "demo.city.writing")
    begun = time.perf_counter()
    try:
        if folder.exists() and any(folder.iterdir()):
            raise Trouble(
                speech,
                speech.say("{folder} is not empty.", folder=folder),
                speech.say("Name a new folder, or empty this one."),
            )
        cases = writing.write(folder, number, scale)
    except OSError as error:
        raise Trouble(speech, tell_os_error(error, speech)) from None
    click.echo(
        speech.say(
            "{cases} cases of {organs} organs written to {folder} in {seconds} s.",
            cases=f"{cases:,}",
            organs=writing.organs_of(number, scale),
            folder=folder,
            seconds=f"{time.perf_counter() - begun:.1f}",
        )
    )
    click.echo(
        speech.say(
            "Check them: yifa supervise {ledgers} --as-of {day}", ledgers=folder / writing.LEDGERS, day=writing.AS_OF
        )
    )
    return 0


def _compare(shell: Shell, folder: Path, findings: Path) -> int:
    speech = shell.speech
    comparing = _part(speech, "demo.city.comparing")
    if not (folder / comparing.ANSWERS).is_file():
        raise Trouble(
            speech,
            speech.say("{folder} is no invented city: {name} is not in it.", folder=folder, name=comparing.ANSWERS),
            speech.say("Name the folder that yifa demo city has written."),
        )
    try:
        compared = comparing.compare(folder, findings)
    except OSError as error:
        raise Trouble(speech, tell_os_error(error, speech)) from None
    except (ValueError, KeyError) as error:
        raise Trouble(speech, speech.say("{findings} is not the findings of a check-up.", findings=findings)) from error
    for line in _lines(speech, compared):
        click.echo(line)
    return 0 if compared.recall == 1 and compared.precision == 1 else 1


def _lines(speech: Language, compared: Any) -> list[str]:
    say = speech.say
    lines = [say("Planted, found, missed, not planted, not decidable, by procedure:")]
    for procedure, one in sorted(compared.tallies.items()):
        lines.append(f"{one.planted:8} {one.found:8} {one.missed:8} {one.more:8} {one.undecidable:8}  {procedure}")
    for heading, points in (
        (say("Planted, not found:"), compared.missed),
        (say("Found, not planted:"), compared.more),
    ):
        if points:
            lines.append(heading)
            lines += [f"  {' '.join(point)}  {what}" for point, what in points[:SHOWN]]
            if len(points) > SHOWN:
                lines.append("  " + say("… and {number} more", number=len(points) - SHOWN))
    whole = compared.whole
    if not whole.planted:
        lines.append(say("Nothing that was planted can be decided with the columns of these ledgers."))
    lines.append(
        say(
            "Recall {recall}, precision {precision} over what can be decided.",
            recall=f"{compared.recall:.2%}" if whole.found + whole.missed else "—",
            precision=f"{compared.precision:.2%}" if whole.found + whole.more else "—",
        )
    )
    return lines
