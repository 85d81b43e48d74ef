"""`yifa report`: the annual report, drafted from a figure book, checked, written as papers, brought back and issued."""

from __future__ import annotations

import click

from yifa.interfaces.cli import asked_paths
from yifa.interfaces.cli.called_later import later, told_command
from yifa.interfaces.cli.context import Day
from yifa.wording import Language


def report_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    group = click.Group("report", help=speech.say("Draft the annual report from files, check it, write it, issue it."))
    for command in (
        _draft_command,
        _update_command,
        _check_command,
        _release_command,
        _render_command,
        _reconcile_command,
        _verify_command,
    ):
        group.add_command(command(speech))
    return group


def _draft_of(speech: Language) -> click.Parameter:
    return click.Argument(["draft"], type=asked_paths.either(), metavar=speech.say("DRAFT"))


def _book_of(speech: Language) -> click.Parameter:
    return click.Option(
        ["--book"],
        type=asked_paths.either(),
        help=speech.say("The figure book its tokens are of; the book.json beside the draft if left out."),
    )


def _draft_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "draft",
        later("report_drafting", "write_draft"),
        (
            say("Draft the report from a figure book."),
            say(
                "Chapters of the customary outline with the five required parts; sentences that turn on growth, "
                "decline and nought; texts of contributors in their place; what is missing marked. Every number is a "
                "token that leads back to the book or to the paper of an office; --numbers writes the text with its "
                "numbers instead."
            ),
        ),
        (
            "yifa report draft book/book.json --authority 青屏县人民政府 --materials forms/ -o draft.md",
            "yifa report draft 2025 book/ --authority 青屏县人民政府 --numbers",
        ),
        [
            click.Argument(["book"], nargs=-1, required=True, metavar=say("[YEAR] BOOK")),
            click.Option(["--authority"], required=True, help=say("Whose report it is, as its title names it.")),
            click.Option(["--addressee"], default="", help=say("To whom it is sent (主送机关).")),
            click.Option(
                ["--materials"],
                type=asked_paths.folder(),
                help=say("The folder of what contributors wrote (素材.docx, a folder each)."),
            ),
            click.Option(["--numbers"], is_flag=True, help=say("The text with its numbers in place of tokens.")),
            click.Option(["--overwrite"], is_flag=True, help=say("Write over a draft that people have edited.")),
            click.Option(
                ["-o", "--out"],
                type=asked_paths.new_file(),
                help=say("Write it into this file, and beside it what it was made from."),
            ),
        ],
    )


def _update_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "update",
        later("report_drafting", "update"),
        (
            say("Bind a draft to another figure book, or to papers that came late."),
            say(
                "The words of the draft stay. Tells which of its figures the book tells otherwise, and prints texts of "
                "offices that are not in the draft yet, with their tokens, to be put in by hand. Check the draft "
                "afterwards: sentences that turn with a figure, and quotations of papers that were changed, are found."
            ),
        ),
        ("yifa report update draft.md --book book/book.json --materials forms/",),
        [
            _draft_of(speech),
            _book_of(speech),
            click.Option(
                ["--materials"],
                type=asked_paths.folder(),
                help=say("The folder of what contributors wrote; their earlier texts are kept if left out."),
            ),
        ],
    )


def _check_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "check",
        later("report_drafting", "check"),
        (
            say("Check a draft before it goes out."),
            say(
                "The reader reads the text with its numbers: every number that is no token is told as untraced, every "
                "check of the reader runs, required parts, numbering of chapters, days and marks are looked at. Each "
                "point has a key. The exit code is 1 while anything is left that nobody answers for."
            ),
        ),
        ("yifa report check draft.md --book book.json",),
        [_draft_of(speech), _book_of(speech)],
    )


def _release_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "release",
        later("report_drafting", "answer_for"),
        (
            say("Write down who answers for a point of the check."),
            say(
                "Points are named by the keys that `yifa report check` prints. Name, post, reason and day stand in "
                "a sealed file beside the draft and on the archive page of the report that is issued."
            ),
        ),
        ('yifa report release draft.md untraced-3fa2b1 --by 林某 --post 县司法局局长 --reason "据县委会议纪要"',),
        [
            _draft_of(speech),
            click.Argument(["points"], nargs=-1, required=True, metavar=say("KEY")),
            _book_of(speech),
            click.Option(["--by"], required=True, help=say("Who answers for it.")),
            click.Option(["--post"], required=True, help=say("The post of that person.")),
            click.Option(["--reason"], required=True, help=say("Why it stands all the same.")),
            click.Option(["--day"], type=Day(speech), help=say("The day of it; today if left out.")),
        ],
    )


def _render_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "render",
        later("report_rendering", "render"),
        (
            say("Write the report as papers: Word, PDF and page."),
            say(
                "In the layout of official documents (GB/T 9704-2012). Without --cut the working copy is written, with "
                "every mark in it, to go on editing. In Word each number stands in a content control, so that "
                "`yifa report reconcile` knows it again; on the page a number opens its definition and its rows."
            ),
            say(
                "With --issue both cuts, the archive page and a sealed manifest are written, but only if the check "
                "finds nothing or somebody answers for what it found. The same inputs give the same bytes."
            ),
        ),
        (
            "yifa report render draft.md",
            "yifa report render draft.md --to docx,pdf --cut public -o papers",
            "yifa report render draft.md --issue --number 青政报〔2026〕3号 --dated 2026-01-20 -o issued",
        ),
        [
            _draft_of(speech),
            _book_of(speech),
            click.Option(["--to"], default="docx,pdf,html", show_default=True, help=say("Forms, separated by commas.")),
            click.Option(
                ["--cut"],
                type=click.Choice(["submitted", "public"]),
                help=say("The cut that is sent (报送稿) or published (公开稿)."),
            ),
            click.Option(["-o", "--out"], type=asked_paths.new_folder(), help=say("Folder to write into.")),
            click.Option(["--issue"], is_flag=True, help=say("Write what is issued, if nothing stands in the way.")),
            click.Option(["--number"], default="", help=say("The number of the document (发文字号).")),
            click.Option(["--dated"], type=Day(speech), help=say("The day of the document (成文日期).")),
            click.Option(["--printed"], type=Day(speech), help=say("The day it is printed (印发日期).")),
        ],
    )


def _reconcile_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "reconcile",
        later("report_reconciling", "reconcile"),
        (
            say("Bring an edited Word document back into the draft."),
            say(
                "Reads a document that `yifa report render` wrote and people edited in Word, WPS or LibreOffice, and "
                "writes the edited wording as a draft with its tokens. Every number that left its token is told: whose "
                "control is gone, whose number was changed, what was typed new. The exit code is 1 where there are any."
            ),
        ),
        ("yifa report reconcile 工作稿-改.docx draft.md -o draft-2.md",),
        [
            click.Argument(["edited"], type=asked_paths.file(), metavar=say("DOCX")),
            _draft_of(speech),
            _book_of(speech),
            click.Option(
                ["-o", "--out"],
                type=asked_paths.new_file(),
                help=say("The new draft; only what left its token is told if left out."),
            ),
            click.Option(
                ["--rebind"],
                is_flag=True,
                help=say("Give a number whose control is gone its token back where it is the same."),
            ),
        ],
    )


def _verify_command(speech: Language) -> click.Command:
    say = speech.say
    return told_command(
        speech,
        "verify",
        later("report_rendering", "verify"),
        (
            say("Find out whether an issued report is as it was issued."),
            say(
                "Compares every file with the digest in the manifest, and makes the text again from the draft, book "
                "and sources that were kept. The exit code is 1 where anything differs."
            ),
        ),
        ("yifa report verify issued/",),
        [click.Argument(["folder"], type=asked_paths.folder(), metavar=say("FOLDER"))],
    )
