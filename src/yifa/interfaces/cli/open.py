"""`yifa open`: the counter, a page on this machine where files are dropped and results picked up."""

from __future__ import annotations

import webbrowser
from contextlib import suppress

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.wording import Language

USUAL = 8000
"""The port that is taken if it is free."""


def open_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    return click.Command(
        "open",
        callback=click.pass_obj(_open),
        short_help=say("Open a page on this machine to drop ledgers and reports on."),
        help=say("Open a page on this machine to drop ledgers and reports on.")
        + "\n\n"
        + say(
            "For one person: the page answers on this machine only, to the browser that this command opens. Files and "
            "results are deleted when it is closed (Ctrl-C, or the button on the page)."
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
    from yifa.interfaces.counter.serving import Counter  # noqa: PLC0415 - heavy; other commands need none of it
    from yifa.interfaces.counter.work import all_work  # noqa: PLC0415 - as above

    speech, work = shell.speech, all_work(shell.calendar())
    try:
        counter = Counter(USUAL if port is None else port, work, speech)
    except OSError:
        if port is not None:
            raise Trouble(
                speech,
                speech.say("port {port} is taken", port=port),
                speech.say("name another port, or leave --port out"),
            ) from None
        counter = Counter(0, work, speech)
    address = counter.guard.address
    click.echo(speech.say("The counter stands open at {address}", address=address))
    click.echo(speech.say("Ctrl-C closes it and deletes everything."))
    if browser:
        webbrowser.open(address)
    try:
        with suppress(KeyboardInterrupt):
            counter.serve_forever(poll_interval=0.2)
    finally:
        counter.server_close()
    click.echo(speech.say("Closed; everything was deleted."))
    return 0
