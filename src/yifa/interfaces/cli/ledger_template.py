"""`yifa ledger template`: empty ledgers and registers as workbooks."""

from __future__ import annotations

import re
from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.ledger_columns import find_ledger, kept_procedures
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.wording import Language

REGISTERS = "registers"
SUFFIX = ".xlsx"


def write_templates(shell: Shell, procedures: tuple[str, ...], output: Path | None, every: bool, force: bool) -> None:
    """Write one workbook for each procedure named, and say where it lies."""
    speech = shell.speech
    wanted = [*kept_procedures(), REGISTERS] if every else list(dict.fromkeys(procedures))
    if not wanted:
        raise click.UsageError(
            speech.say(
                "say which ledger: {known}, {registers}; or --all",
                known=", ".join(kept_procedures()),
                registers=REGISTERS,
            )
        )
    places = _places(wanted, output, speech)
    taken = [path for path in places.values() if path.exists()]
    if taken and not force:
        raise Trouble(
            speech,
            speech.say("{path} is there already", path=taken[0]),
            speech.say("name another file with -o, or replace it with --force"),
        )
    for name, path in places.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            duties = _write(name, path, speech)
        except OSError as error:
            raise Trouble(
                speech, speech.say("{path} cannot be written: {error}", path=path, error=tell_os_error(error, speech))
            ) from None
        if duties is None:
            click.echo(speech.say("{path}: registers of organs, officers and lists", path=path))
        else:
            click.echo(
                speech.count(
                    "{path}: with all columns kept, {n} duty can be checked",
                    "{path}: with all columns kept, {n} duties can be checked",
                    duties,
                    path=path,
                )
            )


def _places(wanted: list[str], output: Path | None, speech: Language) -> dict[str, Path]:
    """Where each goes: the file named, or a file of its own name in the folder named."""
    if len(wanted) == 1 and output is not None and output.suffix.lower() == SUFFIX:
        return {wanted[0]: output}
    if output is not None and output.suffix:
        message = speech.say("{path} is no .xlsx file: name a workbook, or a folder for several", path=output)
        raise click.BadParameter(message, param_hint="-o")
    return {name: (output or Path()) / file_name(name, speech) for name in wanted}


def file_name(name: str, speech: Language) -> str:
    """How the workbook of a procedure is called."""
    if name == REGISTERS:
        return speech.say("Registers and lists") + SUFFIX
    title = find_ledger(name, speech)[0].folder.procedure.title
    shown = title.zh if speech.tag == "zh" else title.en
    return speech.say("Ledger of {procedure}", procedure=re.sub(r"[:/\\\\?*\"<>|]+", "", shown)) + SUFFIX


def _write(name: str, path: Path, speech: Language) -> int | None:
    """Write it; how many duties can be checked with all of its columns, None for registers."""
    from yifa.interfaces.workbooks.ledger_template import write_ledger_template  # noqa: PLC0415 - heavy
    from yifa.interfaces.workbooks.register_template import write_register_template  # noqa: PLC0415 - heavy
    from yifa.ledgers.templates.guide import decidable  # noqa: PLC0415 - heavy

    if name == REGISTERS:
        write_register_template(path, speech)
        return None
    whole, ledger = find_ledger(name, speech)
    write_ledger_template(path, whole, ledger, speech)
    return len(decidable(whole, ledger))
