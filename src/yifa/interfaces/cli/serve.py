"""`yifa serve`: the site and its worker; `yifa jobs`: what goes on in the background."""

from __future__ import annotations

import click

from yifa.interfaces.cli.opened import opened_command
from yifa.wording import Language


def serve_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    return opened_command(
        "serve",
        "serving",
        "serve",
        say(
            "Serve the site and the API, and work off what is due: seals, backups, deliveries. Stands behind nginx or "
            "Caddy, which do TLS; alone it answers this machine only."
        ),
        [
            click.Option(["--host"], default="127.0.0.1", show_default=True, help=say("Address to answer at.")),
            click.Option(
                ["--port"],
                type=click.IntRange(1, 65535),
                default=8000,
                show_default=True,
                help=say("Port to answer at."),
            ),
            click.Option(
                ["--processes"],
                type=click.IntRange(1, 64),
                default=2,
                show_default=True,
                help=say("How many processes answer."),
            ),
            click.Option(
                ["alone", "--no-jobs"],
                is_flag=True,
                help=say("Without a worker: one stands elsewhere (yifa jobs work)."),
            ),
        ],
    )


def jobs_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group("jobs", help=say("What is done in the background: seals, backups, deliveries, verifying."))
    group.add_command(
        opened_command(
            "work",
            "serving",
            "work_on",
            say("Work off what is due and what waits, until it is stopped; several workers may stand side by side."),
            [
                click.Option(
                    ["--once"], is_flag=True, help=say("Once over everything that is due and waits, then stop.")
                ),
                click.Option(["--parent"], type=int, hidden=True, help=say("Stop when this process is gone.")),
            ],
        )
    )
    group.add_command(
        opened_command(
            "list", "serving", "list_jobs", say("Say when each job was last done, what came of it, and what waits.")
        )
    )
    return group
