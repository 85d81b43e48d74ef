"""`yifa page`: pages in one file that open without a server."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.interfaces.leaflets import due_page
from yifa.law.catalogue import CorpusFaults
from yifa.wording import Language


def page_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group("page", help=say("Write pages in one file that open without a server."))
    group.add_command(
        click.Command(
            "due",
            callback=click.pass_obj(_due),
            help=say("Write the deadline page: last day, calendar and reasons, computed in the browser.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa page due -o out/due.html",
            params=[
                click.Option(
                    ["-o", "--output"],
                    type=click.Path(dir_okay=False, path_type=Path),
                    default=Path("due.html"),
                    show_default=True,
                    help=say("File to write; one that is there is replaced."),
                )
            ],
        )
    )
    return group


def _due(shell: Shell, output: Path) -> None:
    speech = shell.speech
    try:
        page = due_page.render(shell.calendar())
    except CorpusFaults as faults:
        raise Trouble(speech, str(faults)) from None
    write_page(speech, output, page, option="-o")


def write_page(speech: Language, output: Path, page: str, *, option: str, aside: bool = False) -> None:
    """Write a page whole or not at all, and say where it is; `option` names the file in the remedy.

    `aside`: say it beside the data that goes to standard output.
    """
    partial = output.with_name(output.name + ".partial")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(page.encode())
        partial.replace(output)
    except OSError as error:
        raise Trouble(
            speech,
            speech.say("{path} cannot be written: {error}", path=output, error=tell_os_error(error, speech)),
            speech.say("name another file with {option}", option=option),
        ) from None
    click.echo(
        speech.say("Wrote {path} ({size} kB); open it in any browser.", path=output, size=len(page.encode()) // 1000),
        err=aside,
    )
