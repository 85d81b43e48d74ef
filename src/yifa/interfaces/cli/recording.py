"""What the commands of `yifa record` do, once the record is open."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import chain as joined
from pathlib import Path

import click
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.progress import shown_progress
from yifa.interfaces.cli.record_troubles import ready, troubles
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.interfaces.office.reports.in_chain import ReportFault, report_faults
from yifa.interfaces.record_telling import tell_fault, tell_file_fault, tell_row_fault
from yifa.ledgers.taking_in import take_folder
from yifa.record.chain import VerifiedChain, verifier, verify_chain, verify_seals
from yifa.record.chain import queries as chain
from yifa.record.chain.actions import seal
from yifa.record.chain.chained import Chained
from yifa.record.chain.files import SEALS, NotAChainFile, read_chain, read_seals, write_chain, write_seals
from yifa.record.chain.models import EntryRow
from yifa.record.chain.one_moment import one_moment
from yifa.record.chain.telling_rows import row_faults
from yifa.record.evidence.queries import FileFaultKind, file_faults
from yifa.record.importing.incoming import incoming
from yifa.record.importing.undoing import undo
from yifa.record.importing.writing_cases import Imported, import_cases
from yifa.record.importing.writing_organs import import_organs
from yifa.record.organs.actions import Actor
from yifa.record.papers.templates import template_faults
from yifa.record.scope import everything
from yifa.wording import Language

CHINA = timezone(timedelta(hours=8))
SHOWN = 50
"""So many faults are told one by one."""


def prepare(shell: Shell) -> int:
    """Make the tables, or bring them up to date."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    with troubles(shell.speech):
        call_command("migrate", verbosity=0, interactive=False)
    ready(shell.speech)
    click.echo(shell.speech.say("The record is ready: {place}", place=name))
    return 0


def take_in(shell: Shell, folder: Path, by: str, batch: str | None, dry_run: bool) -> int:
    """Take a folder of ledgers in."""
    speech, now = shell.speech, datetime.now(CHINA)
    called = batch or now.strftime("%Y-%m-%d %H:%M:%S")
    actor = Actor(by, now)
    ready(speech)
    with shown_progress(speech) as report:
        taken = take_folder(folder, as_of=now.date(), progress=lambda done, whole: report(done, whole, ""))
    if not taken.ledgers and not taken.organs.offices:
        raise Trouble(
            speech,
            speech.say("{folder} holds no ledger that could be read", folder=folder),
            speech.say("`yifa supervise` says file by file what it read and what not"),
        )
    with troubles(speech), everything("take ledgers in"), shown_progress(speech) as report:
        organs = None if dry_run else import_organs(taken, actor=actor, on=now.date())
        total = sum(ledger.cases.num_rows for ledger in taken.ledgers)
        found = import_cases(
            joined.from_iterable(sorted(incoming(ledger), key=lambda one: one.organ) for ledger in taken.ledgers),
            called,
            actor=actor,
            dry_run=dry_run,
            coming=taken.organs.offices,
            progress=lambda many: report(many, total, ""),
        )
    if organs is not None:
        click.echo(
            speech.say(
                "Organs: {organs} new, {relations} relations, {officers} officers.",
                organs=organs.organs,
                relations=organs.relations,
                officers=organs.officers,
            )
        )
    told = {"new": found.new, "changed": found.changed, "unchanged": found.unchanged}
    if dry_run:
        click.echo(
            speech.say("Cases: {new} new, {changed} changed, {unchanged} unchanged; nothing was written.", **told)
        )
    else:
        click.echo(speech.say("Cases: {new} new, {changed} changed, {unchanged} unchanged.", **told))
        click.echo(
            speech.say("Acts: {acts} recorded, {withdrawn} withdrawn.", acts=found.acts, withdrawn=found.withdrawn)
        )
        click.echo(speech.say("Batch: {batch}", batch=called))
    _tell_rows(found, speech)
    return 1 if found.without_organ or found.secret or found.forgotten else 0


def _tell_rows(found: Imported, speech: Language) -> None:
    """The rows that were not taken, or not as they came, of each kind the first ones."""
    say = speech.say
    told: tuple[tuple[Sequence[tuple[str, str, int]], Callable[..., str]], ...] = (
        (
            found.without_organ,
            lambda **at: say("{file}, sheet {sheet}, row {row}: the organ is not on record.", **at),
        ),
        (
            found.secret,
            lambda **at: say(
                "{file}, sheet {sheet}, row {row}: bears a mark of a state secret; nothing of it was kept.", **at
            ),
        ),
        (
            found.named,
            lambda **at: say(
                "{file}, sheet {sheet}, row {row}: words kept for ever name a party; 当事人 is written in its place.",
                **at,
            ),
        ),
        (
            found.forgotten,
            lambda **at: say(
                "{file}, sheet {sheet}, row {row}: a party of this case was forgotten; nothing of the row was taken.",
                **at,
            ),
        ),
    )
    for rows, tell in told:
        for file, sheet, row in rows[:SHOWN]:
            click.echo(tell(file=file, sheet=sheet, row=row), err=True)
        if len(rows) > SHOWN:
            click.echo(say("… and {count} more.", count=len(rows) - SHOWN), err=True)


def take_back(shell: Shell, batch: str, by: str, because: str) -> int:
    """Undo a batch."""
    speech = shell.speech
    ready(speech)
    with troubles(speech), everything("undo a batch"):
        found = undo(batch, actor=Actor(by, datetime.now(CHINA), because))
    if not found:
        raise Trouble(speech, speech.say("batch {batch!r} is not on record, or was undone before", batch=batch))
    click.echo(speech.say("Acts withdrawn: {count}", count=found.withdrawn))
    if found.brought_back:
        click.echo(speech.say("Acts of earlier batches that stand again: {count}", count=found.brought_back))
    for number in found.worked_on[:SHOWN]:
        click.echo(
            speech.say("case {number}: somebody worked in it since; it is left as it is", number=number), err=True
        )
    if len(found.worked_on) > SHOWN:
        click.echo(speech.say("… and {count} more.", count=len(found.worked_on) - SHOWN), err=True)
    return 0


def seal_day(shell: Shell, day: date | None) -> int:
    """Seal what is new."""
    speech = shell.speech
    ready(speech)
    with troubles(speech):
        made = seal(day or datetime.now(CHINA).date())
    click.echo(
        speech.say(
            "Seal {number} of {day}: {leaves} new entries.", number=made.number, day=made.day, leaves=made.leaves
        )
    )
    click.echo(speech.say("Keep this digest elsewhere: {digest}", digest=made.digest))
    return 0


def verify(shell: Shell, kept: tuple[str, ...], folder: Path | None) -> int:
    """Verify the record, or chain files."""
    speech = shell.speech
    if folder is not None:
        return _verify_folder(speech, kept, folder)
    ready(speech)
    with troubles(speech), everything("verify the record"), one_moment():
        by_digest = chain.seals_by_digest()
        trusted = {by_digest[one]: one for one in kept if one in by_digest}
        found = [tell_fault(one, speech) for one in chain.faults(trusted)]
        found += [tell_row_fault(one, speech) for one in row_faults(_chained())]
        found += _about_files(speech, bool(found))
        entries, organs, seals = EntryRow.objects.count(), len(chain.organs()), len(by_digest)
    found += [
        speech.say("The seal you kept is not on record: {digest}", digest=one) for one in kept if one not in by_digest
    ]
    return _outcome(speech, found, organs, entries, seals)


def _about_files(speech: Language, is_changed: bool) -> list[str]:
    """What is wrong with files; where the rows that tell of them are not what they were, it may not be told."""
    try:
        files = [*file_faults(), *template_faults()]
        found = [tell_file_fault(one, speech) for one in files if one.kind is not FileFaultKind.LEFT_OVER]
        return found + [_tell_report(one, speech) for one in report_faults()]
    except (ValueError, TypeError, LookupError, AttributeError, DatabaseError):
        if not is_changed:
            raise
        return [speech.say("The files could not be compared, for what tells of them is not as it was.")]


def _tell_report(fault: ReportFault, speech: Language) -> str:
    if fault.missing:
        return speech.say(
            "{organ}: the report {number} was issued, and its files lie nowhere", organ=fault.organ, number=fault.number
        )
    return speech.say(
        "{organ}: the report {number} is not as it was issued: {files}",
        organ=fault.organ,
        number=fault.number,
        files=speech.list(list(fault.files)),
    )


def _verify_folder(speech: Language, kept: tuple[str, ...], folder: Path) -> int:
    try:
        chains: dict[str, VerifiedChain] = {}
        for path in sorted(folder.glob("chain-*.txt")):
            organ, rows = read_chain(path)
            chains[organ] = verify_chain(organ, rows)
        seals = read_seals(folder / SEALS)
    except (NotAChainFile, OSError, UnicodeDecodeError) as error:
        told = tell_os_error(error, speech) if isinstance(error, OSError) else str(error)
        raise Trouble(speech, speech.say("{path} cannot be read: {error}", path=folder, error=told)) from None
    faults = [fault for one in chains.values() for fault in one.faults] + list(verify_seals(seals, chains))
    found = [tell_fault(one, speech) for one in faults]
    held = {digest for _, digest in seals}
    found += [speech.say("The seal you kept is not on record: {digest}", digest=one) for one in kept if one not in held]
    return _outcome(speech, found, len(chains), sum(len(one.digests) for one in chains.values()), len(seals))


def _outcome(speech: Language, found: list[str], chains: int, entries: int, seals: int) -> int:
    click.echo(
        speech.say(
            "Looked at {chains} chains, {entries} entries, {seals} seals.", chains=chains, entries=entries, seals=seals
        )
    )
    for line in found[:SHOWN]:
        click.echo(line, err=True)
    if len(found) > SHOWN:
        click.echo(speech.say("… and {count} more.", count=len(found) - SHOWN), err=True)
    click.echo(
        speech.say("Not as it was: {count}", count=len(found)) if found else speech.say("Everything is as it was.")
    )
    return 1 if found else 0


def export(shell: Shell, folder: Path) -> int:
    """Write chains, seals and the verifier into a folder."""
    speech = shell.speech
    ready(speech)
    with troubles(speech), everything("hand the record out"), one_moment():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            organs = chain.organs()
            for organ in organs:
                write_chain(folder, organ, chain.rows(organ))
            write_seals(folder, [one for one, _ in chain.seals()[0]])
            shutil.copy(Path(verifier.__file__), folder / "verifier.py")
        except OSError as error:
            raise Trouble(
                speech,
                speech.say("{path} cannot be written: {error}", path=folder, error=tell_os_error(error, speech)),
            ) from None
    click.echo(
        speech.say(
            "Wrote {count} chains into {folder}; verify with: python3 {folder}/verifier.py {folder}",
            count=len(organs),
            folder=folder,
        )
    )
    return 0


def _chained() -> list[type[Chained]]:
    return [model for model in apps.get_models() if issubclass(model, Chained)]
