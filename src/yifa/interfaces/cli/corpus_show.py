"""`yifa corpus show`: what the corpus holds, procedure by procedure, duty by duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import click

from yifa.interfaces.cli.context import Shell, Trouble, print_json
from yifa.interfaces.duty_telling import (
    tell_class,
    tell_consequence,
    tell_extension,
    tell_kind,
    tell_laws,
    tell_left_out,
    tell_profile,
    tell_rule_class,
    tell_term,
    tell_validity,
)
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.citations import citation
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
        words = [f"{tell_rule_class(name, speech)} {classes[name]}" for name in CLASSES if classes[name]]
        if words:
            click.echo("  " + speech.say("Rules: {classes}", classes=speech.list(words)))


def _show(one: Folder, on: date | None, speech: Language) -> None:
    """A procedure as a lawyer reads it: what must happen, when, under which article, or else what."""
    say, zh = speech.say, speech.tag == "zh"
    title = one.procedure.title
    click.secho(f"{title.zh if zh else title.en}  ({one.id})", bold=True)
    duties = in_force(one.duties, on)
    if on is not None:
        click.echo(say("In force on {day}", day=speech.day(on)))
    general = [duty for duty in duties if not duty.overlay]
    click.echo(speech.count("{n} duty everywhere", "{n} duties everywhere", len(general)))
    _show_duties(general, one, on, speech)
    overlays = dict.fromkeys(duty.overlay for duty in duties if duty.overlay)
    for overlay in overlays:
        local = [duty for duty in duties if duty.overlay == overlay]
        names = " + ".join(tell_profile(name, speech) for name in overlay)
        click.echo()
        click.secho(
            speech.count("Added in {profile}: {n} duty", "Added in {profile}: {n} duties", len(local), profile=names),
            bold=True,
        )
        _show_duties(local, one, on, speech)


def _show_duties(duties: Sequence[Duty], one: Folder, on: date | None, speech: Language) -> None:
    abouts = {id_: chapter.about for chapter in one.chapters for id_ in chapter.duties if chapter.about is not None}
    last = None
    for duty in duties:
        about = abouts.get(duty.id)
        if about is not None and about is not last:
            click.echo()
            click.secho(f"── {about.zh if speech.tag == 'zh' else about.en}", bold=True)
            last = about
        click.echo()
        for line in tell_duty(duty, one, on, speech):
            click.echo(line)


def tell_duty(duty: Duty, one: Folder, on: date | None, speech: Language) -> Iterator[str]:
    """A duty in the lines of a reader: what, when, under which text, with what consequence, since when."""
    say, zh = speech.say, speech.tag == "zh"
    yield click.style(duty.title.zh if zh else duty.title.en, bold=True)
    term = [tell_term(duty, one.procedure, speech), tell_extension(duty, speech), _left_out(duty, speech)]
    yield "  " + speech.list(list(filter(None, term)) or [tell_kind(duty.kind, speech)])
    laws = [citation(text).said(on or _first_day(duty)) for text in duty.law]
    cited = speech.list(tell_laws(laws, speech))
    class_, consequence = tell_class(duty, speech), tell_consequence(duty, speech)
    if consequence is None:
        yield "  " + say("{laws} → {class_}", laws=cited, class_=class_)
    else:
        yield "  " + say("{laws} → {class_}: {consequence}", laws=cited, class_=class_, consequence=consequence)
    for reading in duty.contested:
        yield "  " + say("Contested: {reading}", reading=reading.zh if zh else reading.en)
    if duty.verified != "text":
        yield "  " + say("The text of the rule was not read in full ({grade}).", grade=duty.verified)
    if duty.replaces:
        yield "  " + say(
            "in place of: {duties}", duties=speech.list([_named(id_, one, speech) for id_ in duty.replaces])
        )
    yield "  " + f"{tell_validity(duty.valid, speech)} · {duty.id}"


def _first_day(duty: Duty) -> date | None:
    """Without a day asked about, the text that is in force now or, where it has ended, the last that was."""
    return duty.valid.to


def _left_out(duty: Duty, speech: Language) -> str | None:
    """The time its term leaves out."""
    kinds = ("、" if speech.tag == "zh" else ", ").join(tell_left_out(duty, speech))
    return speech.say("left out: {kinds}", kinds=kinds) if kinds else None


def _named(id_: str, one: Folder, speech: Language) -> str:
    """A duty by its title, where the folder has it."""
    found = one.duty(id_)
    if found is None:
        return id_
    return found.title.zh if speech.tag == "zh" else found.title.en
