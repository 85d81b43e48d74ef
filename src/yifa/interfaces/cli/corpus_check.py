"""`yifa corpus check`: every fault of every folder, and every example that comes out otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell
from yifa.interfaces.cli.progress import shown_progress
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.contributors import contributors
from yifa.law.catalogue.folders import UnknownProcedure, folder, place_of, procedure_ids, register_ids
from yifa.law.catalogue.layouts import layouts
from yifa.law.catalogue.ledger_words import cell_words
from yifa.law.catalogue.never_assessed import checked_measures
from yifa.law.catalogue.report_outline import outline
from yifa.law.catalogue.statistics_forms import statistics_forms
from yifa.law.run.folder_checks import FolderCheck, check_folders
from yifa.wording import Language


def check_corpus(shell: Shell, folders: tuple[str, ...]) -> int:
    """Check folders, named by their place or their id; all by default. 1 where there is a fault or a difference."""
    places = [_place(shell.speech, named) for named in folders] or _all_places()
    checks = []
    with shown_progress(shell.speech) as report:
        for check in check_folders(places, shell.calendar()):
            checks.append(check)
            report(len(checks), len(places), check.id)
            for line in troubles(check, shell.speech):
                click.echo(line, err=True)
    beside = () if folders else _faults_beside()
    for line in beside:
        click.echo(line, err=True)
    good = [check for check in checks if check.in_order]
    for check in good:
        if check.duties or len(good) == 1:
            click.echo(_summary(check, shell.speech))
    registers = sum(not check.duties for check in good)
    if registers > 1:
        click.echo(shell.speech.say("{count} registers without duties, all in order", count=registers))
    return 0 if len(good) == len(checks) and not beside else 1


def _faults_beside() -> tuple[str, ...]:
    """The faults beside the folders: of others' layouts, words of cells, measures, forms, contributors, the outline."""
    faults: list[str] = []
    reading: tuple[Callable[[], object], ...] = (
        layouts,
        cell_words,
        checked_measures,
        statistics_forms,
        contributors,
        outline,
    )
    for read in reading:
        try:
            read()
        except CorpusFaults as error:
            faults += map(str, error.faults)
    return tuple(faults)


def troubles(check: FolderCheck, speech: Language) -> list[str]:
    """What was found in a folder, a line each."""
    if not check.there:
        return [speech.say("{folder} holds no procedure.yaml", folder=check.id)]
    return [
        *check.faults,
        *(
            speech.say(
                "{id}: «{example}»: {duty}, {subject}: expected {expected}; found {found}",
                id=check.id,
                example=one.example,
                duty=one.duty,
                subject=one.subject,
                expected=one.expected,
                found=one.found or speech.say("nothing"),
            )
            for one in check.differences
        ),
    ]


def _summary(check: FolderCheck, speech: Language) -> str:
    return speech.say(
        "{id}: {duties} duties, {examples} examples, all in order",
        id=check.id,
        duties=check.duties,
        examples=check.examples,
    )


def _all_places() -> list[Path]:
    return [Path(str(place_of(id_))) for id_ in (*procedure_ids(), *register_ids())]


def _place(speech: Language, named: str) -> Path:
    """A folder by where it lies, or by its id; a usage error where it is neither."""
    if Path(named).is_dir():
        return Path(named)
    try:
        return Path(str(folder(named).place))
    except CorpusFaults:
        return Path(str(place_of(named)))
    except UnknownProcedure:
        message = speech.say("{named!r} is neither a folder nor the id of a procedure or register", named=named)
        raise click.BadParameter(message) from None
