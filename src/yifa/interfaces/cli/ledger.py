"""`yifa ledger`: empty ledgers to keep from now on, and what each of their columns tells."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.ledger_columns import show_columns
from yifa.interfaces.cli.ledger_template import write_templates
from yifa.wording import Language


def ledger_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group("ledger", help=say("Write empty ledgers to be filled in, and show what each column tells."))
    group.add_command(
        click.Command(
            "template",
            callback=click.pass_obj(write_templates),
            help=say("Write the empty ledger of a procedure as a workbook; `registers` for organs, officers and lists.")
            + "\n\n\b\n"
            + say("Examples:")
            + "\n  yifa ledger template penalty-ordinary -o 处罚台账.xlsx"
            + "\n  yifa ledger template penalty-ordinary licence registers -o 台账"
            + "\n  yifa ledger template --all -o 台账",
            params=[
                click.Argument(["procedures"], nargs=-1, metavar=say("[PROCEDURE]...")),
                click.Option(
                    ["-o", "--output"],
                    type=click.Path(path_type=Path),
                    help=say(
                        "Workbook to write, or a folder for several; by default here, under the name of the ledger."
                    ),
                ),
                click.Option(["--all", "every"], is_flag=True, help=say("Write all ledgers and the registers.")),
                click.Option(["--force"], is_flag=True, help=say("Replace a file that is there.")),
            ],
        )
    )
    group.add_command(
        click.Command(
            "columns",
            callback=click.pass_obj(show_columns),
            help=say("Show the columns of a ledger, what stands in each, and how many duties read it.")
            + "\n\n\b\n"
            + say("Examples:")
            + "\n  yifa ledger columns penalty-ordinary"
            + "\n  yifa ledger columns licence --json",
            params=[
                click.Argument(["procedure"], required=False, metavar=say("[PROCEDURE]")),
                click.Option(["--json", "as_json"], is_flag=True, help=say("Print data for a program.")),
            ],
        )
    )
    return group
