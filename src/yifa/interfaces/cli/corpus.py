"""`yifa corpus`: check the corpus, show what it holds, run cases on it, begin a new folder."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Day
from yifa.interfaces.cli.corpus_cases import run_cases
from yifa.interfaces.cli.corpus_check import check_corpus
from yifa.interfaces.cli.corpus_diff import diff_corpora
from yifa.interfaces.cli.corpus_manual import manual
from yifa.interfaces.cli.corpus_new import new_folder
from yifa.interfaces.cli.corpus_show import show_corpus
from yifa.interfaces.cli.own_folders import folder_option
from yifa.wording import Language


def corpus_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    group = click.Group("corpus", help=say("Check the law as data, show it, run cases on it."))
    as_json = click.Option(["--json", "as_json"], is_flag=True, help=say("Print data for a program."))
    group.add_command(
        click.Command(
            "check",
            callback=click.pass_obj(check_corpus),
            help=say("Check every folder, or those given, and run their examples.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa corpus check"
            + "\n  yifa corpus check licence",
            params=[
                click.Argument(["folders"], nargs=-1, metavar=say("[FOLDER]...")),
            ],
        )
    )
    group.add_command(
        click.Command(
            "show",
            callback=click.pass_obj(show_corpus),
            help=say("Show the duties of a procedure, or all procedures with the number of their rules by class.")
            + "\n\n\b\n"
            + say("Examples:")
            + "\n  yifa corpus show penalty-ordinary --on 2023-12-20"
            + "\n  yifa corpus show --all --json",
            params=[
                click.Argument(["procedure"], required=False, metavar=say("[PROCEDURE]")),
                click.Option(["--on"], type=Day(speech), help=say("Show only the duties in force on this day.")),
                click.Option(["--all", "every"], is_flag=True, help=say("Show every procedure.")),
                as_json,
            ],
        )
    )
    group.add_command(
        click.Command(
            "cases",
            callback=click.pass_obj(run_cases),
            help=say("Run cases and compare what is found with what they expect; leaves with 1 where one differs.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa corpus cases cases.yaml --json",
            params=[
                click.Argument(
                    ["file"], type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=say("FILE")
                ),
                folder_option(speech),
                as_json,
            ],
        )
    )
    group.add_command(
        click.Command(
            "diff",
            callback=click.pass_obj(diff_corpora),
            help=say("Tell which duties changed between two corpora, and for which days answers may differ.")
            + "\n\n\b\n"
            + say("Examples:")
            + "\n  yifa corpus diff yifa-1.0-py3-none-any.whl"
            + "\n  yifa corpus diff v1.0 v1.1 --markdown",
            params=[
                click.Argument(["before"], metavar=say("BEFORE")),
                click.Argument(["after"], required=False, metavar=say("[AFTER]")),
                as_json,
                click.Option(["--markdown", "as_markdown"], is_flag=True, help=say("Print it as a changelog page.")),
            ],
        )
    )
    group.add_command(
        click.Command(
            "manual",
            callback=click.pass_obj(manual),
            help=say("Write the law as data as pages to read and print: every duty, rule, register and worked case.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa corpus manual --into out/manual",
            params=[
                click.Option(
                    ["--into"],
                    type=click.Path(file_okay=False, path_type=Path),
                    default=Path("manual"),
                    show_default=True,
                    help=say("Folder for the pages; pages of the same name are replaced."),
                ),
            ],
        )
    )
    group.add_command(
        click.Command(
            "new",
            callback=click.pass_obj(new_folder),
            help=say("Begin a folder for a procedure, with one duty and its examples to be rewritten.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa corpus new tree-felling --into procedures",
            params=[
                click.Argument(["id_"], metavar=say("ID")),
                click.Option(
                    ["--into"],
                    type=click.Path(file_okay=False, path_type=Path),
                    default=Path(),
                    help=say("Folder in which the new one is made; by default here."),
                ),
            ],
        )
    )
    return group
