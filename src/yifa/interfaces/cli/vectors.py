"""`yifa vectors`: run the deadline vectors against this clock, or against another system's answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from yifa.interfaces.cli.context import Shell, Trouble, print_json
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.vectors import Vector, VectorFile, agrees, answer, read_vectors
from yifa.wording import Language


def vectors_group(speech: Language) -> click.Group:
    """The group in the language spoken."""
    say = speech.say
    folder = click.Argument(["folder"], type=click.Path(exists=True, file_okay=False, path_type=Path))
    group = click.Group("vectors", help=say("Run the deadline vectors, here or against another system's answers."))
    group.add_command(
        click.Command(
            "run",
            callback=click.pass_obj(_run),
            help=say("Run every vector of a folder against this clock.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa vectors run vectors",
            params=[folder],
        )
    )
    group.add_command(
        click.Command(
            "export",
            callback=click.pass_obj(_export),
            help=say("Write all vectors of a folder as one JSON file.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa vectors export vectors > vectors/deadline-vectors.json",
            params=[folder],
        )
    )
    group.add_command(
        click.Command(
            "compare",
            callback=click.pass_obj(_compare),
            help=say("Compare another system's answers, a JSON object of vector id to answer, with the vectors.")
            + "\n\n\b\n"
            + say("Example:")
            + "\n  yifa vectors compare vectors answers.json",
            params=[folder, click.Argument(["answers"], type=click.Path(exists=True, dir_okay=False, path_type=Path))],
        )
    )
    return group


def _read(shell: Shell, folder: Path) -> list[VectorFile]:
    try:
        files = read_vectors(folder)
    except CorpusFaults as faults:
        raise Trouble(shell.speech, str(faults)) from None
    if not files:
        raise Trouble(shell.speech, shell.speech.say("{folder} holds no vector file (*.yaml)", folder=folder))
    return files


def _run(shell: Shell, folder: Path) -> int:
    files = _read(shell, folder)
    return _report(shell, files, answer)


def _compare(shell: Shell, folder: Path, answers: Path) -> int:
    files = _read(shell, folder)
    try:
        given = json.loads(answers.read_text(encoding="utf-8"))
    except ValueError as error:
        raise Trouble(
            shell.speech, shell.speech.say("{file} is not JSON: {error}", file=answers, error=error)
        ) from None
    if not isinstance(given, dict):
        raise Trouble(shell.speech, shell.speech.say("{file}: expected an object of vector id to answer", file=answers))
    return _report(shell, files, lambda vector: given.get(vector.id))


def _report(shell: Shell, files: list[VectorFile], reply: Any) -> int:
    """Print a line per topic and per difference; exit code 1 when there is one."""
    say = shell.speech.say
    wrong = 0
    for file in files:
        right = 0
        for vector in file.vectors:
            given = reply(vector)
            if given is not None and agrees(vector, given):
                right += 1
                continue
            click.echo(_difference(shell, vector, given), err=True)
        wrong += len(file.vectors) - right
        click.echo(say("{topic}: {right} of {all}", topic=file.topic, right=right, all=len(file.vectors)))
    total = sum(len(file.vectors) for file in files)
    click.echo(say("{right} of {all} vectors agree", right=total - wrong, all=total))
    return 1 if wrong else 0


def _difference(shell: Shell, vector: Vector, given: dict[str, Any] | None) -> str:
    expected = ", ".join(f"{key} {value}" for key, value in vector.expect.items())
    if given is None:
        return shell.speech.say("{id}: expected {expected}; no answer", id=vector.id, expected=expected)
    found = ", ".join(f"{key} {given.get(key)}" for key in vector.expect)
    return shell.speech.say("{id}: expected {expected}; found {found}", id=vector.id, expected=expected, found=found)


def _export(shell: Shell, folder: Path) -> None:
    print_json(as_json(_read(shell, folder)))


def as_json(files: list[VectorFile]) -> dict[str, Any]:
    """All vectors as one JSON document; days are text, keys as in the YAML files."""
    return {
        "format": "yifa.deadline-vectors/1",
        "vectors": [
            {"topic": file.topic, **vector.model_dump(mode="json", by_alias=True, exclude_unset=True)}
            for file in files
            for vector in file.vectors
        ],
    }
