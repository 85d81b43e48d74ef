"""`yifa corpus check`: every fault of every folder, and every example that comes out otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import PROCEDURES, Folder, procedure_ids, read_folder
from yifa.law.duties import understand
from yifa.law.facts.case_format import NotAnAct
from yifa.law.run.examples import differences, examples, judged, prepared
from yifa.law.run.one_case import Engine
from yifa.wording import Language


def check_corpus(shell: Shell, folders: tuple[Path, ...]) -> int:
    """Check folders, those of the corpus by default; 1 where there is a fault or a difference."""
    places: list[Traversable | Path] = list(folders) or [PROCEDURES / id_ for id_ in procedure_ids()]
    wrong = 0
    for place in places:
        faults = 0
        for line in check_folder(place, shell):
            click.echo(line, err=True)
            faults += 1
        wrong += bool(faults)
    return 1 if wrong else 0


def check_folder(place: Traversable | Path, shell: Shell) -> Iterator[str]:
    """The faults of a folder as lines; says what was checked when there are none."""
    try:
        folder = read_folder(place, thorough=True)
        engine = Engine(understand(folder), shell.calendar())
    except FileNotFoundError:
        yield shell.speech.say("{folder} holds no procedure.yaml", folder=place)
        return
    except CorpusFaults as error:
        yield from map(str, error.faults)
        return
    told, count = list(_examples(folder, engine, shell.speech)), sum(1 for _ in examples(folder))
    yield from told
    if not told:
        click.echo(
            shell.speech.say(
                "{id}: {duties} duties, {examples} examples, all in order",
                id=folder.id,
                duties=len(folder.duties),
                examples=count,
            )
        )


def _examples(folder: Folder, engine: Engine, speech: Language) -> Iterator[str]:
    for example in examples(folder):
        try:
            found = differences(example, judged(prepared(example, folder), engine))
        except NotAnAct as error:
            yield f"{folder.id}: «{example.name}»: {error}"
            continue
        for one in found:
            yield speech.say(
                "{id}: «{example}»: {duty}, {subject}: expected {expected}; found {found}",
                id=folder.id,
                example=one.example,
                duty=one.duty,
                subject=one.subject,
                expected=one.expected,
                found=one.found or speech.say("nothing"),
            )
