"""What `yifa supervise` does: read, judge, tell, write, and say with the exit code whether all could be read."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import current_thread, main_thread
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from yifa.interfaces.checkup.folder import Checked, OnProgress, Stage, check_folder
from yifa.interfaces.checkup.outputs import write_all
from yifa.interfaces.cli.books_and_folders import outside
from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.supervising_summary import print_summary
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.law.catalogue.errors import CorpusFaults
from yifa.ledgers.problems import Fate, Severity
from yifa.oversight.supervision.earlier import EarlierRun, NotFindings, read_earlier
from yifa.wording import Language

_ENDED = 128 + signal.SIGTERM
"""The exit code of what was ended from outside, as shells tell it."""


def supervise(
    shell: Shell,
    *,
    folder: Path,
    as_of: date | None,
    out: Path | None,
    per_organ: bool,
    against: Path | None,
    mapping: Path | None,
    publicity: bool,
    personal: bool,
    quiet: bool,
) -> int:
    """Do what one call of `yifa supervise` asks; returns the exit code."""
    speech = shell.speech
    usual = folder.resolve().with_name(speech.say("{folder}-findings", folder=folder.resolve().name))
    target = outside(out or usual, folder, speech)
    earlier = None if against is None else _earlier(against, speech)
    with _ended_in_order(), shown_stages(speech) as on_progress, _told_faults(mapping, speech):
        checked = check_folder(
            folder,
            as_of or date.today(),
            calendar=shell.calendar(),
            mapping=mapping,
            personal=personal,
            earlier=earlier,
            outgoing=publicity,
            on_progress=on_progress,
        )
        told = checked.told
        if not told.run.size and not told.run.taken.problems:
            raise Trouble(
                speech,
                speech.say("{folder}: no ledger was found", folder=folder),
                speech.say("write an empty one with `yifa ledger template penalty-ordinary`"),
            )
        on_progress(Stage.WRITING, 0, 1, "")
        files = list(written_files(checked, target, speech, per_organ=per_organ))
    if not quiet:
        print_summary(told, speech)
    for path in files:
        click.echo(path)
    unread = any(
        one.severity is Severity.ERROR and one.fate is Fate.NOT_READ and one.place.sheet is None
        for one in told.run.taken.problems
    )
    return 1 if unread or not told.run.size else 0


def written_files(checked: Checked, target: Path, speech: Language, *, per_organ: bool) -> Iterator[Path]:
    """Write everything a check leaves. Raises `Trouble` where that cannot be."""
    try:
        yield from write_all(checked, target, speech, per_organ=per_organ)
    except OSError as error:
        raise Trouble(
            speech,
            speech.say("{path} cannot be written: {error}", path=target, error=tell_os_error(error, speech)),
            speech.say("close the workbook if it stands open, or name another folder with {option}", option="-o"),
        ) from None


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Whoever ends this process (SIGTERM) ends it in order: other processes with it, and no file stays behind."""
    if current_thread() is not main_thread():
        yield
        return

    def end(_number: int, _frame: object) -> NoReturn:
        raise SystemExit(_ENDED)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _told_faults(mapping: Path | None, speech: Language) -> Iterator[None]:
    """A mapping file that cannot be used is told with every fault and its line."""
    try:
        yield
    except (CorpusFaults, UnicodeDecodeError) as error:
        if mapping is None:
            raise
        raise Trouble(speech, speech.say("{path} cannot be used: {error}", path=mapping, error=error)) from None


def _earlier(path: Path, speech: Language) -> EarlierRun:
    try:
        return read_earlier(path)
    except NotFindings as error:
        raise Trouble(
            speech,
            speech.say("{path} tells no findings of an earlier run: {error}", path=path, error=error),
            speech.say("give the findings.json that `yifa supervise` wrote"),
        ) from None
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be read: {error}", path=path, error=tell_os_error(error, speech))
        ) from None


@contextmanager
def shown_stages(speech: Language) -> Iterator[OnProgress]:
    """A function to report the stages of a check to; nothing is drawn where standard error is no terminal."""
    console = Console(stderr=True)
    progress = Progress(
        TextColumn("{task.fields[stage]}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    words = {
        Stage.READING: speech.say("Reading"),
        Stage.JUDGING: speech.say("Judging"),
        Stage.TELLING: speech.say("Telling"),
        Stage.WRITING: speech.say("Writing"),
    }
    task = progress.add_task("", name="", stage="")

    def report(stage: Stage, done: int, of: int, name: str) -> None:
        progress.update(task, completed=done, total=of, name=name, stage=words[stage])

    with progress:
        yield report
