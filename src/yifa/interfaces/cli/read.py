"""`yifa read`: figures of published reports, taken out and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from yifa.interfaces.cli.context import Shell
from yifa.wording import Language


def read_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    file = click.Path(dir_okay=False, path_type=Path)
    return click.Command(
        "read",
        callback=click.pass_obj(_read),
        short_help=say("Take the figures out of published reports and check them."),
        help=say("Take the figures out of published reports and check them.")
        + "\n\n"
        + say(
            "Reads .txt, .html, .docx, .pdf with text, .doc, .wps and .ofd, one or several, or folders of them. A file "
            "that cannot be read is named and passed over; the exit code is then 1."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa read report-2024.docx"
        + "\n  yifa read reports/ -o out"
        + "\n  yifa read report-2023.txt report-2024.txt --xlsx check.xlsx"
        + "\n  yifa read report-2024.docx --json",
        params=[
            click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=say("FILE…")),
            click.Option(["--json", "as_data"], is_flag=True, help=say("Print data for a program.")),
            click.Option(["--csv", "as_csv"], is_flag=True, help=say("Print the figures as CSV.")),
            click.Option(["--xlsx"], type=file, help=say("Write a workbook: figures, checks, damage.")),
            click.Option(["--html"], type=file, help=say("Write a page that opens without a server.")),
            click.Option(
                ["-o", "--output"],
                type=click.Path(file_okay=False, path_type=Path),
                help=say("Folder to write page, workbook, JSON and CSV into."),
            ),
            click.Option(["--all", "every"], is_flag=True, help=say("Tell every check, also those that agree.")),
        ],
    )


def _read(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.reading import read  # noqa: PLC0415 - parsers of every format; other commands need none

    return read(shell, **asked)
