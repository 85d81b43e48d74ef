"""`yifa corpus show`: what the corpus holds, procedure by procedure, duty by duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from yifa.interfaces.cli.context import Shell, Trouble, print_json
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder, UnknownProcedure, folder, procedure_ids
from yifa.law.catalogue.rules import CLASSES
from yifa.wording import Language


def show_corpus(shell: Shell, procedure: str | None, on: date | None, every: bool, as_json: bool) -> None:
    """Show one procedure, or all."""
    names = [procedure] if procedure is not None and not every else list(procedure_ids())
    found = [find_folder(name, shell.speech) for name in names]
    if as_json:
        print_json({"procedures": [_data(one, on) for one in found]})
    elif procedure is not None and not every:
        _show(found[0], on, shell.speech)
    else:
        _list(found, shell.speech)


def find_folder(name: str, speech: Language) -> Folder:
    """A folder by an id it handles; says which there are where there is none."""
    try:
        return folder(name)
    except UnknownProcedure as error:
        raise click.BadParameter(
            speech.say(
                "no procedure is called {name!r}; there are {known}", name=name, known=", ".join(error.known) or "–"
            )
        ) from None
    except CorpusFaults as faults:
        raise Trouble(speech, str(faults)) from None


def in_force(duties: Sequence[Duty], on: date | None) -> list[Duty]:
    """The duties whose text is in force on a day; without a day all."""
    return [duty for duty in duties if on is None or duty.valid.holds(on)]


def _data(one: Folder, on: date | None) -> dict[str, Any]:
    procedure = one.procedure
    classes = Counter(line.class_ for line in one.rules.values())
    return {
        "id": one.id,
        "title": {"zh": procedure.title.zh, "en": procedure.title.en},
        "mode": procedure.mode,
        "also": list(procedure.also),
        "sections": list(procedure.sections),
        "on": on.isoformat() if on else None,
        "rules": {name: classes[name] for name in CLASSES},
        "duties": [_duty(duty, one) for duty in in_force(one.duties, on)],
        "examples": sum(len(group.examples) for group in one.groups),
        "acts": len(procedure.acts),
        "digest": one.digest,
    }


def _duty(duty: Duty, one: Folder) -> dict[str, Any]:
    return {
        "id": duty.id,
        "rule": duty.rule,
        "kind": duty.kind,
        "title": {"zh": duty.title.zh, "en": duty.title.en},
        "for": duty.for_,
        "law": list(duty.law),
        "breach": duty.breach,
        "verified": duty.verified,
        "overlay": list(duty.overlay),
        "replaces": list(duty.replaces),
        "valid": {
            "from": duty.valid.from_.isoformat() if duty.valid.from_ else None,
            "to": duty.valid.to.isoformat() if duty.valid.to else None,
        },
        "borrowed": duty.id not in one.own,
    }


def _list(found: Sequence[Folder], speech: Language) -> None:
    for one in found:
        title = one.procedure.title
        click.secho(f"{one.id}  {title.zh if speech.tag == 'zh' else title.en}", bold=True)
        count = sum(len(group.examples) for group in one.groups)
        click.echo("  " + speech.say("{duties} duties, {examples} examples", duties=len(one.duties), examples=count))
        classes = Counter(line.class_ for line in one.rules.values())
        words = [f"{class_word(name, speech)} {classes[name]}" for name in CLASSES if classes[name]]
        if words:
            click.echo("  " + speech.say("Rules: {classes}", classes=speech.list(words)))


def class_word(name: str, speech: Language) -> str:
    """How a class of rules is called."""
    words = {
        "computed": speech.say("computed"),
        "attested": speech.say("attested"),
        "definition": speech.say("definition"),
        "theirs": speech.say("duty of others"),
        "judged": speech.say("for judgement"),
    }
    return words[name]


def _show(one: Folder, on: date | None, speech: Language) -> None:
    zh = speech.tag == "zh"
    title = one.procedure.title
    click.secho(f"{title.zh if zh else title.en}  ({one.id})", bold=True)
    if on is not None:
        click.echo(speech.say("In force on {day}", day=speech.day(on)))
    for duty in in_force(one.duties, on):
        click.echo()
        click.secho(duty.title.zh if zh else duty.title.en, bold=True)
        overlay = f" [{', '.join(duty.overlay)}]" if duty.overlay else ""
        click.echo(f"  {duty.id}  {duty.kind}{overlay}  {'、'.join(duty.law)}  {duty.breach}")
        first = speech.day(duty.valid.from_) if duty.valid.from_ else speech.say("not known")
        last = speech.day(duty.valid.to) if duty.valid.to else speech.say("open")
        click.echo("  " + speech.say("in force from {first} to {last}", first=first, last=last))
