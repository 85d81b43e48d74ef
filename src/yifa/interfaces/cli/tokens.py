"""`yifa tokens`: by which other systems work in the record: given, listed, taken back."""

from __future__ import annotations

import click

from yifa.interfaces.cli.context import Day
from yifa.interfaces.cli.opened import opened_command
from yifa.wording import Language

ROLES = (
    "handler",
    "reviewer",
    "leader",
    "supervisor",
    "reconsideration",
    "disclosure",
    "report-writer",
    "system-administrator",
    "security-administrator",
    "auditor",
)


def by_option(speech: Language) -> click.Option:
    """Who does it."""
    return click.Option(["--by"], required=True, help=speech.say("Who does it: a name or number for the record."))


def tokens_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group(
        "tokens", help=say("Tokens by which other systems work in the record, each in the place of an officer.")
    )
    group.add_command(
        opened_command(
            "give",
            "giving_tokens",
            "give",
            say(
                "Give a system a token, and print its secret this once. It works in the place of an officer of the "
                "organ: one of that number is appointed and given the role, where there is none yet."
            ),
            [
                click.Argument(["organ"], metavar=say("ORGAN")),
                click.Argument(["number"], metavar=say("OFFICER")),
                click.Option(["--label"], required=True, help=say("The name of the system.")),
                click.Option(["--role"], type=click.Choice(ROLES), help=say("The role it is given in that organ.")),
                click.Option(["--until"], type=Day(speech), required=True, help=say("The last day on which it holds.")),
                click.Option(["--writes"], is_flag=True, help=say("It may record, and not only read.")),
                by_option(speech),
            ],
        )
    )
    group.add_command(opened_command("list", "giving_tokens", "list_tokens", say("List all tokens, without secrets.")))
    group.add_command(
        opened_command(
            "revoke",
            "giving_tokens",
            "revoke_token",
            say("Revoke a token: nothing is answered to it from this moment on."),
            [click.Argument(["number"], type=int, metavar=say("TOKEN")), by_option(speech)],
        )
    )
    return group
