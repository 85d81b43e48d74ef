"""`yifa open`: the site for one person at this machine: reports and ledgers checked, books and annual reports made."""

from __future__ import annotations

import click

from yifa.interfaces.cli.context import Shell
from yifa.wording import Language


def open_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    return click.Command(
        "open",
        callback=click.pass_obj(_open),
        short_help=say("Open the pages for files on this machine, without a record."),
        help=say("Open the pages for files on this machine, without a record.")
        + "\n\n"
        + say(
            "For one person: reports and ledgers are checked, figure books and annual reports made. The pages answer "
            "on this machine only, to the browser that this command opens. What was handed in to be checked is "
            "deleted when it is closed (Ctrl-C, or the button on the page); books and reports stay in the home folder."
        ),
        params=[
            click.Option(
                ["--port"],
                type=click.IntRange(0, 65535),
                help=say("Port of the page; 8000 or any that is free if left out."),
            ),
            click.Option(["--browser/--no-browser"], default=True, help=say("Open the page in the browser (default).")),
        ],
    )


def _open(shell: Shell, port: int | None, browser: bool) -> int:
    from yifa.interfaces.cli.opening_alone import open_alone  # noqa: PLC0415 - heavy; other commands need none of it

    return open_alone(shell, port, browser=browser)
