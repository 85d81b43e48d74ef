"""`yifa figures`: the figures of a year out of the ledgers organs keep."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from yifa.interfaces.cli.context import Day, Shell
from yifa.wording import Language


def figures_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    group = click.Group("figures", help=speech.say("Count the figures of a year, each with the rows behind it."))
    for command in (_snapshot_command, _book_command, _request_command, _returned_command):
        group.add_command(command(speech))
    return group


def _snapshot_command(speech: Language) -> click.Command:
    say = speech.say
    return click.Command(
        "snapshot",
        callback=click.pass_obj(_snapshot),
        short_help=say("Keep what ledgers tell in columns, to count from it quickly."),
        help=say("Keep what ledgers tell in columns, to count from it quickly.")
        + "\n\n"
        + say(
            "Reads the ledgers of a folder once and writes a folder that `yifa figures book` takes in their place: "
            "only the columns that figures are counted from, and where each case stands; no names."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa figures snapshot ledgers/ -o snapshot --as-of 2025-12-31"
        + "\n  yifa figures book 2025 snapshot/",
        params=[
            click.Argument(
                ["folder"], type=click.Path(exists=True, file_okay=False, path_type=Path), metavar=say("FOLDER")
            ),
            click.Option(
                ["-o", "--out"],
                type=click.Path(file_okay=False, path_type=Path),
                help=say("Folder to write into; beside the ledgers if left out."),
            ),
            click.Option(
                ["--as-of"], type=Day(speech), required=True, help=say("The day up to which the ledgers tell.")
            ),
            click.Option(
                ["--mapping"], type=click.Path(dir_okay=False, path_type=Path), help=say("How columns are read.")
            ),
            click.Option(["--quiet"], is_flag=True, help=say("Only name the files that are written.")),
        ],
    )


def _snapshot(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.figure_book import write_kept  # noqa: PLC0415 - heavy; other commands need none of it

    return write_kept(shell, **asked)


def _book_command(speech: Language) -> click.Command:
    say = speech.say
    return click.Command(
        "book",
        callback=click.pass_obj(_book),
        short_help=say("Write the figure book of a period."),
        help=say("Write the figure book of a period.")
        + "\n\n"
        + say(
            "Counts every measure that the ledgers of a folder can tell, with its definition, last year's value, the "
            "change, what is open and the rows behind it; fills the national statistics forms from the same figures "
            "and checks them against each other."
        )
        + "\n\n"
        + say(
            "Writes book.json (sealed: the same ledgers give the same bytes), book.xlsx, book.html and a file of rows "
            "for each figure. The exit code is 1 where nothing was found to count or figures do not fit together."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa figures book 2025 ledgers/"
        + "\n  yifa figures book 2025-01..2025-11 ledgers/ -o november --last-year report-2024.docx",
        params=[
            click.Argument(["period"], metavar=say("PERIOD")),
            click.Argument(
                ["folder"], type=click.Path(exists=True, file_okay=False, path_type=Path), metavar=say("FOLDER")
            ),
            click.Option(
                ["-o", "--out"],
                type=click.Path(file_okay=False, path_type=Path),
                help=say("Folder to write into; beside the ledgers if left out."),
            ),
            click.Option(
                ["--as-of"], type=Day(speech), help=say("The day asked about; the last of the period if left out.")
            ),
            click.Option(
                ["--last-year", "published"],
                type=click.Path(exists=True, path_type=Path),
                multiple=True,
                help=say("Last year's published report: its figures stand beside this year's."),
            ),
            click.Option(
                ["--records-from"],
                type=Day(speech),
                help=say("From this day on the ledgers hold everything; last year is counted from them too."),
            ),
            click.Option(
                ["--reported"],
                type=click.Path(exists=True, dir_okay=False, path_type=Path),
                help=say("The reported.json of `yifa figures returned`: taken where the ledgers tell nothing."),
            ),
            click.Option(
                ["--to"],
                default="json,xlsx,html",
                show_default=True,
                help=say("Forms, separated by commas."),
            ),
            click.Option(
                ["--mapping"], type=click.Path(dir_okay=False, path_type=Path), help=say("How columns are read.")
            ),
            click.Option(["--quiet"], is_flag=True, help=say("Only name the files that are written.")),
        ],
    )


def _book(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.figure_book import write_book  # noqa: PLC0415 - heavy; other commands need none of it

    return write_book(shell, **asked)


def _request_command(speech: Language) -> click.Command:
    say = speech.say
    return click.Command(
        "request",
        callback=click.pass_obj(_request),
        short_help=say("Write a form for each contributor to fill in."),
        help=say("Write a form for each contributor to fill in.")
        + "\n\n"
        + say(
            "For every figure that no ledger tells: a row with its definition, unit, scope, cut-off day and last "
            "year's value, and cells for the value, its source, who filled it in and who checked it; and a paper for "
            "the text. Send the folders out, read what comes back with `yifa figures returned`; no account is needed."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa figures request 2025 -o forms --book figures/book.json --last-year report-2024.docx",
        params=[
            click.Argument(["period"], metavar=say("PERIOD")),
            click.Option(
                ["-o", "--out"],
                type=click.Path(file_okay=False, path_type=Path),
                required=True,
                help=say("Folder to write into."),
            ),
            *_asking(speech),
        ],
    )


def _returned_command(speech: Language) -> click.Command:
    say = speech.say
    return click.Command(
        "returned",
        callback=click.pass_obj(_returned),
        short_help=say("Read the forms that came back."),
        help=say("Read the forms that came back.")
        + "\n\n"
        + say(
            "Takes every figure with its file, sheet, cell, person and day, and sets it beside last year's value, the "
            "contributor's own report and paper where they lie in the folder, what was counted from records, and the "
            "figures it must fit with. What is doubtful is told with its cell, what is missing by contributor, with a "
            "reminder to send to each. The exit code is 1 where a file could not be read."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa figures returned 2025 forms/ -o back --book figures/book.json",
        params=[
            click.Argument(["period"], metavar=say("PERIOD")),
            click.Argument(
                ["folder"], type=click.Path(exists=True, file_okay=False, path_type=Path), metavar=say("FOLDER")
            ),
            click.Option(
                ["-o", "--out"],
                type=click.Path(file_okay=False, path_type=Path),
                help=say(
                    "Folder for reported.json, missing.xlsx and a reminder for each contributor; only told if left out."
                ),
            ),
            *_asking(speech),
        ],
    )


def _asking(speech: Language) -> list[click.Parameter]:
    """What says who is asked for what."""
    say = speech.say
    return [
        click.Option(
            ["--contributors", "of"],
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help=say("Who is asked for what, where it is not as in the corpus."),
        ),
        click.Option(
            ["--book"],
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help=say("The book.json of `yifa figures book`: what it counted is not asked for."),
        ),
        click.Option(
            ["--last-year", "published"],
            type=click.Path(exists=True, path_type=Path),
            multiple=True,
            help=say("Last year's published report: its figures stand beside this year's."),
        ),
        click.Option(
            ["--only-published"],
            is_flag=True,
            help=say("Ask for no more than last year's report stated."),
        ),
        click.Option(
            ["--confirm"],
            is_flag=True,
            help=say("Ask also for what was counted, to be held against it."),
        ),
    ]


def _request(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.figure_collecting import write_requests  # noqa: PLC0415 - heavy

    return write_requests(shell, **asked)


def _returned(shell: Shell, **asked: Any) -> int:
    from yifa.interfaces.cli.figure_collecting import read_returned  # noqa: PLC0415 - heavy

    return read_returned(shell, **asked)
