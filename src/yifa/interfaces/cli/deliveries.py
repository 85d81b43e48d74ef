"""`yifa deliveries`: which systems are told of what happens, what waits for them, and dead letters."""

from __future__ import annotations

import click

from yifa.interfaces.cli.context import Day
from yifa.interfaces.cli.opened import opened_command
from yifa.interfaces.cli.tokens import by_option
from yifa.wording import Language

MODULE = "delivering"


def deliveries_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group(
        "deliveries", help=say("Systems that are told what happens: at least once each, signed, by https.")
    )
    number = click.Argument(["number"], type=int, metavar=say("SUBSCRIPTION"))
    group.add_command(
        opened_command(
            "subscribe",
            MODULE,
            "subscribe_system",
            say(
                "Tell a system of what an officer of the organ may read, and print its signing key this once. Events "
                "name rows and cases and hold no value of anybody."
            ),
            [
                click.Argument(["organ"], metavar=say("ORGAN")),
                click.Argument(["officer"], metavar=say("OFFICER")),
                click.Argument(["address"], metavar=say("ADDRESS")),
                click.Option(["--label"], required=True, help=say("The name of the system.")),
                click.Option(["acts", "--act"], multiple=True, help=say("Only of this verb; may stand several times.")),
                click.Option(["--from-the-first"], is_flag=True, help=say("Of everything from the first entry on.")),
                click.Option(["--until"], type=Day(speech), help=say("The last day on which it is told.")),
                by_option(speech),
            ],
        )
    )
    group.add_command(
        opened_command("list", MODULE, "list_subscriptions", say("List the subscriptions, and what waits for each."))
    )
    group.add_command(
        opened_command("dead", MODULE, "list_dead", say("List dead letters: what failed too often, and why."))
    )
    group.add_command(
        opened_command(
            "again",
            MODULE,
            "again",
            say("Send dead letters of a subscription again, as if they had never been tried."),
            [number],
        )
    )
    group.add_command(
        opened_command(
            "key",
            MODULE,
            "another_key",
            say("Give a system another signing key, and print it this once; what is sent from now on bears it."),
            [number, by_option(speech)],
        )
    )
    group.add_command(
        opened_command(
            "end",
            MODULE,
            "end",
            say("Tell a system no more."),
            [
                number,
                click.Option(["--last"], type=Day(speech), help=say("The last day; today if left out.")),
                by_option(speech),
            ],
        )
    )
    return group
