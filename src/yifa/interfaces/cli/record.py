"""`yifa record`: the record of this installation: prepared, filled from ledgers, judged, sealed, verified, copied."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Day
from yifa.interfaces.cli.opened import opened_command
from yifa.interfaces.cli.record_copies import copy_commands
from yifa.interfaces.cli.record_supervise import snapshot_command, supervise_record_command
from yifa.wording import Language

MODULE = "recording"


def record_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    folder = click.Path(file_okay=False, path_type=Path)
    group = click.Group(
        "record",
        help=say(
            "The record of this installation: a chain of what happened that nobody can change unseen. It lies in the "
            "database that YIFA_DATABASE names, a file in this user's own folder if it names none."
        ),
    )
    for command in (
        opened_command(
            "prepare",
            MODULE,
            "prepare",
            say("Make the tables of the record, or bring them up to date; what is there stays."),
        ),
        import_command(speech),
        opened_command(
            "undo",
            MODULE,
            "take_back",
            say("Take back what came with a batch, by correction acts; nothing is deleted."),
            [
                click.Argument(["batch"], metavar=say("BATCH")),
                click.Option(["--by"], required=True, help=say("Who does it: a name or number for the record.")),
                click.Option(["--because"], required=True, help=say("Why, for the record.")),
            ],
        ),
        supervise_record_command(speech),
        snapshot_command(speech),
        opened_command(
            "seal",
            MODULE,
            "seal_day",
            say(
                "Seal what was recorded since the last seal, and print the digest of the seal: keep it on paper or in "
                "another office, for then no later change can stay unseen."
            ),
            [click.Option(["--day"], type=Day(speech), help=say("The day of the seal; today if left out."))],
        ),
        verify_command(speech),
        opened_command(
            "export",
            MODULE,
            "export",
            say("Write all chains and seals into a folder, with the verifier: one file that needs nothing but Python."),
            [click.Argument(["folder"], type=folder, metavar=say("FOLDER"))],
        ),
        prove_command(speech),
        *copy_commands(speech),
    ):
        group.add_command(command)
    return group


def import_command(speech: Language) -> click.Command:
    """`yifa import`, which is `yifa record import`."""
    say = speech.say
    return opened_command(
        "import",
        MODULE,
        "take_in",
        say(
            "Take a folder of ledgers into the record, as `yifa supervise` reads it. What came before and is "
            "unchanged is passed over, what changed is put right by correction acts."
        ),
        [
            click.Argument(
                ["folder"], type=click.Path(exists=True, file_okay=False, path_type=Path), metavar=say("FOLDER")
            ),
            click.Option(["--by"], required=True, help=say("Who does it: a name or number for the record.")),
            click.Option(["--batch"], help=say("What to call it, so that it can be undone; the time if left out.")),
            click.Option(["--dry-run"], is_flag=True, help=say("Only say what would be taken in.")),
        ],
    )


def verify_command(speech: Language) -> click.Command:
    """`yifa verify`, which is `yifa record verify`."""
    say = speech.say
    return opened_command(
        "verify",
        MODULE,
        "verify",
        say("Verify the whole record: chains, seals, and every row against what the chain tells of it."),
        [
            click.Option(
                ["kept", "--seal"],
                multiple=True,
                help=say("The digest of a seal that you kept; may stand several times."),
            ),
            click.Option(
                ["--folder"],
                type=click.Path(file_okay=False, path_type=Path),
                help=say("Verify chain files of this folder instead of the record."),
            ),
        ],
    )


def prove_command(speech: Language) -> click.Command:
    """`yifa record prove`."""
    say = speech.say
    return opened_command(
        "prove",
        "proving",
        "prove",
        say(
            "Write the proof that one act stands in the record under a seal into a file, which the verifier reads: one "
            "file that needs nothing but Python. The proof shows all that was recorded together with the act; names "
            "and identity numbers stand in it as commitments."
        ),
        [
            click.Argument(["file"], type=click.Path(dir_okay=False, path_type=Path), metavar=say("FILE")),
            click.Option(["--act"], type=click.IntRange(1), help=say("The number of the act, as the API gives it.")),
            click.Option(["--organ"], help=say("Instead of an act: the organ in whose chain an entry stands.")),
            click.Option(["--entry"], type=click.IntRange(1), help=say("The number of the entry in that chain.")),
        ],
    )
