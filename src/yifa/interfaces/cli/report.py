"""`yifa report`: the annual report, drafted from a figure book and checked before it goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from yifa.interfaces.cli.context import Shell
from yifa.wording import Language


def report_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    group = click.Group("report", help=speech.say("Draft the annual report from files, and check it."))
    for command in (_draft_command, _check_command):
        group.add_command(command(speech))
    return group


def _draft_command(speech: Language) -> click.Command:
    say = speech.say
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.Command(
        "draft",
        callback=click.pass_obj(_draft),
        short_help=say("Draft the report from a figure book."),
        help=say("Draft the report from a figure book.")
        + "\n\n"
        + say(
            "Chapters of the customary outline with the five required parts; sentences that turn on growth, decline "
            "and nought; texts of contributors in their place; what is missing marked. Every figure is a token that "
            "leads back to the book; --numbers writes the text with its numbers instead."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa report draft book/book.json --authority 青屏县人民政府 --materials forms/ -o draft.md"
        + "\n  yifa report draft book/book.json --authority 青屏县人民政府 --numbers",
        params=[
            click.Argument(["book"], type=file, metavar="BOOK.JSON"),
            click.Option(["--authority"], required=True, help=say("Whose report it is, as its title names it.")),
            click.Option(
                ["--materials"],
                type=click.Path(exists=True, file_okay=False, path_type=Path),
                help=say("The folder of what contributors wrote (素材.docx, a folder each)."),
            ),
            click.Option(["--numbers"], is_flag=True, help=say("The text with its numbers in place of tokens.")),
            click.Option(
                ["-o", "--out"], type=click.Path(dir_okay=False, path_type=Path), help=say("Write it into this file.")
            ),
        ],
    )


def _check_command(speech: Language) -> click.Command:
    say = speech.say
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.Command(
        "check",
        callback=click.pass_obj(_check),
        short_help=say("Check a draft before it goes out."),
        help=say("Check a draft before it goes out.")
        + "\n\n"
        + say(
            "The reader reads the text with its numbers: every number that is no token is told as untraced, every "
            "check of the reader runs, required parts and marked gaps are looked for. The exit code is 1 while "
            "anything is left."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa report check draft.md --book book/book.json",
        params=[
            click.Argument(["draft"], type=file, metavar=say("FILE")),
            click.Option(["--book"], type=file, required=True, help=say("The figure book its tokens are of.")),
        ],
    )


def _draft(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.report_drafting import write_draft  # noqa: PLC0415 - heavy; other commands need none of it

    return write_draft(shell, **asked)


def _check(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.report_drafting import check  # noqa: PLC0415 - heavy; other commands need none of it

    return check(shell, **asked)
