"""Folders of procedures that are not in the corpus, named on the command line: tried out before they are handed on."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import read_folder
from yifa.law.duties import understand
from yifa.law.run.one_case import Engine
from yifa.wording import Language


def folder_option(speech: Language) -> click.Option:
    """The option that names such folders."""
    return click.Option(
        ["--folder", "folders"],
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        multiple=True,
        metavar=speech.say("FOLDER"),
        help=speech.say("Folder of a procedure that is not in the corpus; goes before one of the same id."),
    )


def own_engines(shell: Shell, folders: tuple[Path, ...]) -> dict[str, Engine]:
    """The engines of these folders, by every procedure id they handle; says what is wrong with one that is faulty."""
    engines: dict[str, Engine] = {}
    for place in folders:
        if not (place / "procedure.yaml").is_file():
            raise Trouble(shell.speech, shell.speech.say("{folder} holds no procedure.yaml", folder=place))
        try:
            engine = Engine(understand(read_folder(place)), shell.calendar())
        except CorpusFaults as faults:
            raise Trouble(shell.speech, str(faults)) from None
        engines |= dict.fromkeys((engine.whole.folder.id, *engine.whole.folder.procedure.also), engine)
    return engines
