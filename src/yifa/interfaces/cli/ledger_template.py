"""`yifa ledger template`: empty ledgers and registers as workbooks."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.ledger_columns import find_ledger
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.law.catalogue.folders import ledger_ids
from yifa.wording import Language


def write_templates(shell: Shell, procedures: tuple[str, ...], output: Path | None, every: bool, force: bool) -> None:
    """Write one workbook for each procedure named, and say where it lies."""
    from yifa.interfaces.workbooks.blank_ledgers import REGISTERS, blank_ledgers, write_blank  # noqa: PLC0415 - heavy

    speech = shell.speech
    wanted = list(blank_ledgers()) if every else list(dict.fromkeys(procedures))
    if not wanted:
        raise click.UsageError(
            speech.say(
                "say which ledger: {known}, {registers}; or --all",
                known=", ".join(ledger_ids()),
                registers=REGISTERS,
            )
        )
    for name in wanted:
        if name != REGISTERS:
            find_ledger(name, speech)
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
            duties = write_blank(name, path, speech)
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
    from yifa.interfaces.workbooks.blank_ledgers import SUFFIX, blank_name  # noqa: PLC0415 - heavy

    if len(wanted) == 1 and output is not None and output.suffix.lower() == SUFFIX:
        return {wanted[0]: output}
    if output is not None and output.suffix:
        message = speech.say("{path} is no .xlsx file: name a workbook, or a folder for several", path=output)
        raise click.BadParameter(message, param_hint="-o")
    return {name: (output or Path()) / blank_name(name, speech) for name in wanted}
