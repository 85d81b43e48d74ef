"""`yifa compare`: measures of several published reports side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from yifa.interfaces.cli.context import Shell
from yifa.wording import Language


def compare_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    return click.Command(
        "compare",
        callback=click.pass_obj(_compare),
        short_help=say("Set the measures of several published reports side by side."),
        help=say("Set the measures of several published reports side by side.")
        + "\n\n"
        + say(
            "Reports of one authority over the years, or of its peers. Growth is worked out between reports of one "
            "authority; where figures are not of one definition, it is said in what they differ."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa compare report-2023.txt report-2024.txt"
        + "\n  yifa compare reports/ --xlsx comparison.xlsx",
        params=[
            click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=say("FILE…")),
            click.Option(["--json", "as_data"], is_flag=True, help=say("Print data for a program.")),
            click.Option(["--csv", "as_csv"], is_flag=True, help=say("Print the comparison as CSV.")),
            click.Option(
                ["--xlsx"],
                type=click.Path(dir_okay=False, path_type=Path),
                help=say("Write a workbook of the comparison."),
            ),
        ],
    )


def _compare(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.comparing import compare_files  # noqa: PLC0415 - see `yifa read`

    return compare_files(shell, **asked)
