"""`yifa corpus manual`: the corpus as pages to read and print, in both languages."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.progress import shown_progress
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.interfaces.manual import write_manual
from yifa.law.catalogue import CorpusFaults


def manual(shell: Shell, into: Path) -> None:
    """Write the pages and say where to open them."""
    speech = shell.speech
    try:
        with shown_progress(speech) as report:
            pages = write_manual(into, report)
    except CorpusFaults as faults:
        raise Trouble(speech, str(faults)) from None
    except OSError as error:
        raise Trouble(
            speech,
            speech.say("{path} cannot be written: {error}", path=into, error=tell_os_error(error, speech)),
            speech.say("name another folder with --into"),
        ) from None
    first = into / ("index.html" if speech.tag == "zh" else "index.en.html")
    click.echo(speech.say("Wrote {count} pages; open {path} in any browser.", count=len(pages), path=first))
