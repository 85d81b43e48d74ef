"""`yifa record supervise` and `yifa record snapshot`: every duty over the record itself, and its tables as columns."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Day
from yifa.interfaces.cli.opened import opened_command
from yifa.wording import Language

MODULE = "record_supervising"


def supervise_record_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    return opened_command(
        "supervise",
        MODULE,
        "supervise_record",
        say(
            "Check what is on record against every duty, by the same rules as `yifa supervise` checks ledgers, and "
            "write the same files."
        ),
        [
            click.Option(["--as-of"], type=Day(speech), help=say("The day asked about; today if left out.")),
            _organ(speech),
            click.Option(
                ["out", "-o", "--out"],
                type=click.Path(file_okay=False, path_type=Path),
                required=True,
                help=say("Folder to write into."),
            ),
            click.Option(
                ["--per-organ"],
                is_flag=True,
                help=say("Also a workbook for each organ that can be sent to that organ alone."),
            ),
            click.Option(
                ["--personal"], is_flag=True, help=say("Show what tells of persons as it stands; masked if left out.")
            ),
            click.Option(["--quiet"], is_flag=True, help=say("Only name the files that are written.")),
        ],
    )


def snapshot_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    return opened_command(
        "snapshot",
        MODULE,
        "take_snapshot",
        say("Write the tables of the record as Parquet into a folder, all of one moment, for other programs to read."),
        [
            click.Argument(["folder"], type=click.Path(file_okay=False, path_type=Path), metavar=say("FOLDER")),
            _organ(speech),
        ],
    )


def _organ(speech: Language) -> click.Option:
    return click.Option(
        ["organ", "--organ"],
        metavar=speech.say("CODE"),
        help=speech.say("Only what this organ supervises, itself included; everything if left out."),
    )
