"""The tree of commands, built anew for the language spoken."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from yifa import __version__
from yifa.interfaces.cli.accounts import accounts_group
from yifa.interfaces.cli.calendar import calendar_group
from yifa.interfaces.cli.chinese_marks import ChineseContext, show
from yifa.interfaces.cli.compare import compare_command
from yifa.interfaces.cli.context import Shell
from yifa.interfaces.cli.corpus import corpus_group
from yifa.interfaces.cli.deliveries import deliveries_group
from yifa.interfaces.cli.demo import demo_group
from yifa.interfaces.cli.due import due_command
from yifa.interfaces.cli.explain import explain_command
from yifa.interfaces.cli.figures import figures_group
from yifa.interfaces.cli.ledger import ledger_group
from yifa.interfaces.cli.open import open_command
from yifa.interfaces.cli.page import page_group
from yifa.interfaces.cli.read import read_command
from yifa.interfaces.cli.record import import_command, record_group, verify_command
from yifa.interfaces.cli.report import report_group
from yifa.interfaces.cli.serve import jobs_group, serve_command
from yifa.interfaces.cli.statute import statute_group
from yifa.interfaces.cli.supervise import supervise_command
from yifa.interfaces.cli.tokens import tokens_group
from yifa.interfaces.cli.vectors import vectors_group
from yifa.wording import CHINESE, Language, language
from yifa.wording.language import DOMAIN, LOCALE

_SENTENCE = re.compile(r"(?<=。)|(?<=[.!?])\s")
"""Where one sentence ends and another begins."""


def run(
    arguments: Sequence[str],
    *,
    lang: str,
    calendars: Path,
    open_record: Callable[[], None] = lambda: None,
    fonts: Path | None = None,
    site: str = "",
) -> int:
    """Run one call and return its exit code; `open_record` opens the database where a command needs it.

    `fonts`: a folder of fonts that PDFs are set with, beside those installed. `site`: what `yifa serve` serves, as
    `module:name`.
    """
    speech = language(chosen_language(arguments, lang))
    command = build(speech)
    try:
        outcome = command.main(
            args=list(arguments),
            prog_name="yifa",
            obj=Shell(speech, calendars, open_record, fonts=fonts, site=site),
            standalone_mode=False,
        )
    except click.exceptions.Abort:
        click.echo(speech.say("Stopped."), err=True)
        return 1
    except click.ClickException as error:
        show(error, speech)
        return error.exit_code
    return outcome if isinstance(outcome, int) else 0


def chosen_language(arguments: Sequence[str], configured: str) -> str:
    """The value of --lang wherever it stands among the arguments, else the configured language."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return configured


def _teach_framework(speech: Language) -> None:
    """Let click's own words («Usage», «Missing option») come from our catalogue."""
    os.environ["LANGUAGE"] = "zh_Hans" if speech.tag == "zh" else "en"
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)


def build(speech: Language) -> click.Group:
    """The whole tree in one language; the framework's own words are put into it first, for it says some at once."""
    _teach_framework(speech)
    root = click.Group(
        "yifa",
        help=speech.say(
            "Yifa: an open platform for law-based government. Try: yifa due --law 行政许可法 --from 2024-09-25 "
            '--within "20 working days"'
        ),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
        params=[
            click.Option(
                ["--lang"],
                type=click.Choice(["zh", "en"]),
                expose_value=False,
                help=speech.say("Language: zh (default) or en."),
            )
        ],
    )
    click.version_option(__version__, message="yifa %(version)s", help=speech.say("Show the version and leave."))(root)
    for command in (
        due_command,
        read_command,
        compare_command,
        supervise_command,
        open_command,
        figures_group,
        report_group,
        record_group,
        import_command,
        verify_command,
        serve_command,
        jobs_group,
        accounts_group,
        tokens_group,
        deliveries_group,
        explain_command,
        corpus_group,
        ledger_group,
        demo_group,
        calendar_group,
        statute_group,
        vectors_group,
        page_group,
    ):
        root.add_command(command(speech))
    _speak_usage(root, speech)
    _list_whole_sentences(root)
    _accept_language_everywhere(root, speech)
    return root


def _speak_usage(command: click.Command, speech: Language) -> None:
    """Put the placeholders and marks of usage and help, which the framework has its own of, into the language."""
    command.options_metavar = speech.say("[OPTIONS]")
    if speech.tag == CHINESE:
        command.context_class = ChineseContext
    if isinstance(command, click.Group):
        command.subcommand_metavar = speech.say("COMMAND [ARGUMENTS]...")
        for below in command.commands.values():
            _speak_usage(below, speech)


def _list_whole_sentences(group: click.Group) -> None:
    """Let lists of commands say the first sentence of each; the framework cuts it at spaces, which Chinese has not."""
    for command in group.commands.values():
        first = (command.help or "").partition("\n\n")[0].replace("\n", " ")
        command.short_help = command.short_help or _SENTENCE.split(first, maxsplit=1)[0]
        if isinstance(command, click.Group):
            _list_whole_sentences(command)


def _accept_language_everywhere(group: click.Group, speech: Language) -> None:
    """Let --lang stand after any command too; it was read already."""
    for command in group.commands.values():
        option = click.Option(
            ["--lang"],
            type=click.Choice(["zh", "en"]),
            expose_value=False,
            help=speech.say("Language: zh (default) or en."),
        )
        command.params.append(option)
        command.context_settings.setdefault("help_option_names", ["-h", "--help"])
        if isinstance(command, click.Group):
            _accept_language_everywhere(command, speech)
