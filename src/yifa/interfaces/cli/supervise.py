"""`yifa supervise`: every duty over the ledgers organs keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from yifa.interfaces.cli.context import Day, Shell
from yifa.wording import Language


def supervise_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    file = click.Path(dir_okay=False, path_type=Path)
    return click.Command(
        "supervise",
        callback=click.pass_obj(_supervise),
        short_help=say("Check the ledgers organs keep against every duty."),
        help=say("Check the ledgers organs keep against every duty.")
        + "\n\n"
        + say(
            "Reads a folder of workbooks (.xlsx, .xls) and .csv: ledgers of cases, and, where they are there, organs, "
            "officers with certificates and lists. Says first what the ledgers can decide and which columns would add "
            "most, then what is doubtful, with article, last day, reasons and place. What is found is a clue going by "
            "the ledgers; a person decides."
        )
        + "\n\n"
        + say(
            "Everything is written into one folder: workbook, page, JSON and Parquet, rows to be corrected, and how "
            "the columns were read. The exit code is 1 where a file could not be read or there was nothing to check, "
            "and 0 otherwise, whatever is found."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa supervise ledgers/"
        + "\n  yifa supervise ledgers/ --as-of 2025-06-30 -o june --per-organ"
        + "\n  yifa supervise ledgers/ -o july --against june/findings.json",
        params=[
            click.Argument(
                ["folder"],
                type=click.Path(exists=True, file_okay=False, path_type=Path),
                metavar=say("FOLDER"),
            ),
            click.Option(["--as-of"], type=Day(speech), help=say("The day asked about; today if left out.")),
            click.Option(
                ["-o", "--out"],
                type=click.Path(file_okay=False, path_type=Path),
                help=say("Folder to write into; beside the ledgers if left out."),
            ),
            click.Option(
                ["--per-organ"],
                is_flag=True,
                help=say("Also a workbook for each organ that can be sent to that organ alone."),
            ),
            click.Option(
                ["--against"],
                type=file,
                help=say("The findings.json of an earlier run: tell what is new, gone or moved, and why."),
            ),
            click.Option(
                ["--mapping"], type=file, help=say("How columns are read: the file an earlier run wrote, as mended.")
            ),
            click.Option(
                ["--publicity"],
                is_flag=True,
                help=say("Also the decisions as the national publicity layouts have them."),
            ),
            click.Option(
                ["--personal"], is_flag=True, help=say("Show what tells of persons as it stands; masked if left out.")
            ),
            click.Option(["--quiet"], is_flag=True, help=say("Only name the files that are written.")),
        ],
    )


def _supervise(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.supervising import supervise  # noqa: PLC0415 - heavy; other commands need none of it

    return supervise(shell, **asked)
