"""What `yifa record prove` does: one act, or one entry, with the way up to the root of its seal, as a file."""

from __future__ import annotations

from pathlib import Path

import click
from django.core.exceptions import ObjectDoesNotExist

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.record_troubles import ready, troubles
from yifa.record.cases.models import Act
from yifa.record.chain import Entry, Proof
from yifa.record.chain.files import seal_from
from yifa.record.chain.one_moment import one_moment
from yifa.record.chain.proving import entry_at, entry_of, proof
from yifa.record.scope import everything
from yifa.wording import Language


def prove(shell: Shell, file: Path, act: int | None, organ: str | None, entry: int | None) -> int:
    """Write the proof of an act, or of an entry of a chain."""
    speech = shell.speech
    if (act is None) == (organ is None) or (organ is None) != (entry is None):
        raise click.UsageError(speech.say("say which: --act NUMBER, or --organ ORGAN with --entry NUMBER"))
    ready(speech)
    with troubles(speech), everything("prove one act"), one_moment():
        found = _of_act(act, speech) if act is not None else _at(str(organ), int(entry or 0), speech)
        made = _proof(found, speech)
        file.write_text(f"{made.text}\n", encoding="utf-8", newline="\n")
    seal = seal_from(made.seal, "the seal of the proof")
    click.echo(
        speech.say(
            "Entry {number} of {organ} stands under seal {seal} of {day}: {file}",
            number=found.number,
            organ=found.organ,
            seal=seal.number,
            day=seal.day,
            file=file,
        )
    )
    click.echo(speech.say("Verify with: python3 verifier.py {file} --seal {digest}", file=file, digest=seal.digest))
    return 0


def _of_act(number: int, speech: Language) -> Entry:
    """The entry that tells an act."""
    act = Act.objects.select_related("case__organ").filter(id=number).first()
    found = None if act is None else entry_of(act.case.organ.code, Act._meta.db_table, number)
    if found is None:
        raise Trouble(speech, speech.say("act {number} is not on record", number=number))
    return found


def _at(organ: str, number: int, speech: Language) -> Entry:
    found = entry_at(organ, number)
    if found is None:
        raise Trouble(speech, speech.say("the chain of {organ} has no entry {number}", organ=organ, number=number))
    return found


def _proof(entry: Entry, speech: Language) -> Proof:
    try:
        found = proof(entry)
    except (ValueError, LookupError, ObjectDoesNotExist):
        raise Trouble(
            speech,
            speech.say(
                "entry {number} of {organ} cannot be proven: the record is not as it was sealed",
                number=entry.number,
                organ=entry.organ,
            ),
            speech.say("`yifa record verify` says what is not as it was"),
        ) from None
    if found is None:
        raise Trouble(
            speech,
            speech.say("entry {number} of {organ} is not sealed yet", number=entry.number, organ=entry.organ),
            speech.say("type once: yifa record seal"),
        )
    return found
