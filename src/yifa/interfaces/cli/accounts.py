"""`yifa accounts`: the first people of an installation, and the way back in when nobody can give it on the site."""

from __future__ import annotations

import click

from yifa.interfaces.cli.opened import opened_command
from yifa.interfaces.cli.tokens import ROLES, by_option
from yifa.wording import Language

MODULE = "opening_accounts"
LEVELS = ("province", "city", "county", "township")


def accounts_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group(
        "accounts",
        help=say(
            "Accounts of the first people of an installation; all others are opened on the site by its administrator."
        ),
    )
    account = click.Argument(["account"], metavar=say("ACCOUNT"))
    group.add_command(
        opened_command(
            "open",
            MODULE,
            "open_for",
            say(
                "Open an account for an officer, and print its first password this once. The organ is set up, the "
                "officer appointed and the role given, where they are not there yet."
            ),
            [
                click.Argument(["organ"], metavar=say("ORGAN")),
                click.Argument(["number"], metavar=say("OFFICER")),
                account,
                click.Option(["--name"], required=True, help=say("The name of the officer.")),
                click.Option(["--role"], type=click.Choice(ROLES), multiple=True, help=say("A role in that organ.")),
                click.Option(["organ_name", "--organ-name"], help=say("The name of the organ, where it is set up.")),
                click.Option(
                    ["--level"],
                    type=click.Choice(LEVELS),
                    default="county",
                    show_default=True,
                    help=say("Its level, where it is set up."),
                ),
                by_option(speech),
            ],
        )
    )
    group.add_command(
        opened_command(
            "password",
            MODULE,
            "another_password",
            say(
                "Give an account another password, and print it this once; it lets in after too many wrong tries, too."
            ),
            [account, by_option(speech)],
        )
    )
    return group
