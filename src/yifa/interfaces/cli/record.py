"""`yifa record`: the record of this installation: prepared, filled from ledgers, sealed, verified, handed out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from yifa.interfaces.cli.context import Day, Shell
from yifa.wording import Language


def record_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    folder = click.Path(file_okay=False, path_type=Path)
    group = click.Group(
        "record",
        help=say(
            "The record of this installation: a chain of what happened that nobody can change unseen. It lies in the "
            "database that YIFA_DATABASE names, a file in this user's own folder if it names none."
        ),
    )
    group.add_command(
        click.Command(
            "prepare",
            callback=click.pass_obj(_prepare),
            help=say("Make the tables of the record, or bring them up to date; what is there stays."),
        )
    )
    group.add_command(
        click.Command(
            "import",
            callback=click.pass_obj(_import),
            help=say(
                "Take a folder of ledgers into the record, as `yifa supervise` reads it. What came before and is "
                "unchanged is passed over, what changed is put right by correction acts."
            ),
            params=[
                click.Argument(
                    ["folder"], type=click.Path(exists=True, file_okay=False, path_type=Path), metavar=say("FOLDER")
                ),
                click.Option(["--by"], required=True, help=say("Who does it: a name or number for the record.")),
                click.Option(["--batch"], help=say("What to call it, so that it can be undone; the time if left out.")),
                click.Option(["--dry-run"], is_flag=True, help=say("Only say what would be taken in.")),
            ],
        )
    )
    group.add_command(
        click.Command(
            "undo",
            callback=click.pass_obj(_undo),
            help=say("Take back what came with a batch, by correction acts; nothing is deleted."),
            params=[
                click.Argument(["batch"], metavar=say("BATCH")),
                click.Option(["--by"], required=True, help=say("Who does it: a name or number for the record.")),
                click.Option(["--because"], required=True, help=say("Why, for the record.")),
            ],
        )
    )
    group.add_command(
        click.Command(
            "seal",
            callback=click.pass_obj(_seal),
            help=say(
                "Seal what was recorded since the last seal, and print the digest of the seal: keep it on paper or in "
                "another office, for then no later change can stay unseen."
            ),
            params=[click.Option(["--day"], type=Day(speech), help=say("The day of the seal; today if left out."))],
        )
    )
    group.add_command(
        click.Command(
            "verify",
            callback=click.pass_obj(_verify),
            help=say("Verify the whole record: chains, seals, and every row against what the chain tells of it."),
            params=[
                click.Option(
                    ["kept", "--seal"],
                    multiple=True,
                    help=say("The digest of a seal that you kept; may stand several times."),
                ),
                click.Option(
                    ["--folder"], type=folder, help=say("Verify chain files of this folder instead of the record.")
                ),
            ],
        )
    )
    group.add_command(
        click.Command(
            "export",
            callback=click.pass_obj(_export),
            help=say(
                "Write all chains and seals into a folder, with the verifier: one file that needs nothing but Python."
            ),
            params=[click.Argument(["folder"], type=folder, metavar=say("FOLDER"))],
        )
    )
    return group


def _prepare(shell: Shell) -> int:
    code: int = _working(shell).prepare(shell)
    return code


def _import(shell: Shell, **asked: Any) -> int:
    code: int = _working(shell).take_in(shell, **asked)
    return code


def _undo(shell: Shell, **asked: Any) -> int:
    code: int = _working(shell).take_back(shell, **asked)
    return code


def _seal(shell: Shell, day: date | None) -> int:
    code: int = _working(shell).seal_day(shell, day)
    return code


def _verify(shell: Shell, kept: tuple[str, ...], folder: Path | None) -> int:
    code: int = _working(shell).verify(shell, kept, folder)
    return code


def _export(shell: Shell, folder: Path) -> int:
    code: int = _working(shell).export(shell, folder)
    return code


def _working(shell: Shell) -> ModuleType:
    """The record is opened first: its rooms know tables, which are there only then."""
    shell.open_record()
    from yifa.interfaces.cli import recording  # noqa: PLC0415 - see above

    return recording
