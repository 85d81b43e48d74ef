"""`yifa figures`: the figures of a year out of the ledgers organs keep."""

from __future__ import annotations

import click

from yifa.interfaces.cli import asked_paths
from yifa.interfaces.cli.called_later import later, told_command
from yifa.interfaces.cli.context import Day
from yifa.wording import Language


def figures_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    group = click.Group("figures", help=speech.say("Count the figures of a year, each with the rows behind it."))
    for command in (_snapshot_command, _book_command, _request_command, _returned_command):
        group.add_command(command(speech))
    return group


def _folder(speech: Language) -> click.Parameter:
    return click.Argument(["folder"], type=asked_paths.folder(), metavar=speech.say("FOLDER"))


def _period(speech: Language) -> click.Parameter:
    return click.Argument(["period"], metavar=speech.say("PERIOD"))


def _reading(speech: Language) -> list[click.Parameter]:
    """How ledgers are read, and how much is told of it."""
    return [
        click.Option(["--mapping"], type=asked_paths.new_file(), help=speech.say("How columns are read.")),
        click.Option(["--quiet"], is_flag=True, help=speech.say("Only name the files that are written.")),
    ]


def _last_year(speech: Language) -> click.Parameter:
    return click.Option(
        ["--last-year", "published"],
        type=asked_paths.either(),
        multiple=True,
        help=speech.say("Last year's published report: its figures stand beside this year's."),
    )


def _snapshot_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "snapshot",
        later("figure_book", "write_kept"),
        (
            say("Keep what ledgers tell in columns, to count from it quickly."),
            say(
                "Reads the ledgers of a folder once and writes a folder that `yifa figures book` takes in their place: "
                "only the columns that figures are counted from, and where each case stands; no names."
            ),
        ),
        (
            "yifa figures snapshot ledgers/ -o snapshot --as-of 2025-12-31",
            "yifa figures book 2025 snapshot/",
        ),
        [
            _folder(speech),
            click.Option(
                ["-o", "--out"],
                type=asked_paths.new_folder(),
                help=say("Folder to write into; beside the ledgers if left out."),
            ),
            click.Option(
                ["--as-of"], type=Day(speech), required=True, help=say("The day up to which the ledgers tell.")
            ),
            *_reading(speech),
        ],
    )


def _book_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "book",
        later("figure_book", "write_book"),
        (
            say("Write the figure book of a period."),
            say(
                "Counts every measure that the ledgers of a folder can tell, with its definition, last year's value, "
                "the change, what is open and the rows behind it; fills the national statistics forms from the same "
                "figures and checks them against each other."
            ),
            say(
                "Writes book.json (sealed: the same ledgers give the same bytes), book.xlsx, book.html and a file of "
                "rows for each figure. The exit code is 1 where nothing was found to count or figures do not fit "
                "together."
            ),
        ),
        (
            "yifa figures book 2025 ledgers/",
            "yifa figures book 2025-01..2025-11 ledgers/ -o november --last-year report-2024.docx",
        ),
        [
            _period(speech),
            _folder(speech),
            click.Option(
                ["-o", "--out"],
                type=asked_paths.new_folder(),
                help=say("Folder to write into; beside the ledgers if left out."),
            ),
            click.Option(
                ["--as-of"], type=Day(speech), help=say("The day asked about; the last of the period if left out.")
            ),
            _last_year(speech),
            click.Option(
                ["--records-from"],
                type=Day(speech),
                help=say("From this day on the ledgers hold everything; last year is counted from them too."),
            ),
            click.Option(
                ["--reported"],
                type=asked_paths.file(),
                help=say("The reported.json of `yifa figures returned`: taken where the ledgers tell nothing."),
            ),
            click.Option(
                ["--to"],
                default="json,xlsx,html",
                show_default=True,
                help=say("Forms, separated by commas."),
            ),
            *_reading(speech),
        ],
    )


def _request_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "request",
        later("figure_collecting", "write_requests"),
        (
            say("Write a form for each contributor to fill in."),
            say(
                "For every figure that no ledger tells: a row with its definition, unit, scope, cut-off day and last "
                "year's value, and cells for the value, its source, who filled it in and who checked it; and a paper "
                "for the text. Send the folders out, read what comes back with `yifa figures returned`; no account is "
                "needed."
            ),
        ),
        ("yifa figures request 2025 -o forms --book figures/book.json --last-year report-2024.docx",),
        [
            _period(speech),
            click.Option(
                ["-o", "--out"],
                type=asked_paths.new_folder(),
                required=True,
                help=say("Folder to write into."),
            ),
            *_asking(speech),
        ],
    )


def _returned_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "returned",
        later("figure_collecting", "read_returned"),
        (
            say("Read the forms that came back."),
            say(
                "Takes every figure with its file, sheet, cell, person and day, and sets it beside last year's value, "
                "the contributor's own report and paper where they lie in the folder, what was counted from records, "
                "and the figures it must fit with. What is doubtful is told with its cell, what is missing by "
                "contributor, with a reminder to send to each. The exit code is 1 where a file could not be read."
            ),
        ),
        ("yifa figures returned 2025 forms/ -o back --book figures/book.json",),
        [
            _period(speech),
            _folder(speech),
            click.Option(
                ["-o", "--out"],
                type=asked_paths.new_folder(),
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
            type=asked_paths.file(),
            help=say("Who is asked for what, where it is not as in the corpus."),
        ),
        click.Option(
            ["--book"],
            type=asked_paths.file(),
            help=say("The book.json of `yifa figures book`: what it counted is not asked for."),
        ),
        _last_year(speech),
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
