"""`yifa record backup`, `restore` and `drill`: copies of the record, and the proof that they bring it back."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.opened import opened_command
from yifa.wording import Language

MODULE = "copying_records"


def copy_commands(speech: Language) -> list[click.Command]:
    """The commands in the language spoken."""
    say = speech.say
    folder = click.Path(file_okay=False, path_type=Path)
    there = click.Path(exists=True, file_okay=False, path_type=Path)
    rows = click.Option(
        ["as_rows", "--rows"],
        is_flag=True,
        help=say("Keep the database as rows, from which any database can be made: to move from SQLite to PostgreSQL."),
    )
    return [
        opened_command(
            "backup",
            MODULE,
            "backup",
            say(
                "Back the record up into a folder of its own under TO, while work goes on: the database, the secret of "
                "the installation, and what all of it comes to."
            ),
            [click.Argument(["to"], type=folder, metavar=say("TO")), rows],
        ),
        opened_command(
            "restore",
            MODULE,
            "restore_from",
            say(
                "Restore a backup into the database that YIFA_DATABASE names, which must be empty, and prove that "
                "data, chain and seal are what they were. The exit code is 1 where they are not."
            ),
            [click.Argument(["folder"], type=there, metavar=say("BACKUP"))],
        ),
        opened_command(
            "drill",
            MODULE,
            "drill",
            say(
                "Prove that the record can be brought back: back it up, restore that beside it, compare data, chain "
                "and seal, and take both away again. The running record is only read."
            ),
            [
                click.Option(
                    ["folder", "--backup"],
                    type=there,
                    metavar=say("BACKUP"),
                    help=say("A backup that stands, instead of one made now."),
                ),
                click.Option(
                    ["into", "--into"],
                    metavar=say("ADDRESS"),
                    help=say(
                        "An empty database to restore into. Left out, a file that goes again; for PostgreSQL a "
                        "database that is made and goes again, if this user may make one."
                    ),
                ),
                rows,
            ],
        ),
    ]
