"""What `yifa record supervise` and `yifa record snapshot` do, once the record is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from yifa.interfaces.checkup.folder import Checked, Stage
from yifa.interfaces.checkup.told import tell_run
from yifa.interfaces.cli.context import Shell, Trouble
from yifa.interfaces.cli.record_troubles import ready, troubles
from yifa.interfaces.cli.supervising import shown_stages, written_files
from yifa.interfaces.cli.supervising_summary import print_summary
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.oversight.supervision.judging import supervise
from yifa.record.as_ledgers.naming import with_names
from yifa.record.as_ledgers.taking_out import snapshot, taken_out
from yifa.record.organs.models import Organ
from yifa.record.organs.queries import supervised_by
from yifa.record.scope import Scope, everything, within
from yifa.record.snapshot.reading import write_parquet
from yifa.wording import CHINESE, ENGLISH, Language


def supervise_record(
    shell: Shell, as_of: date | None, organ: str | None, out: Path, per_organ: bool, personal: bool, quiet: bool
) -> int:
    """Judge what is on record, and write what `yifa supervise` writes."""
    speech, day = shell.speech, as_of or date.today()
    ready(speech)
    with troubles(speech), shown_stages(speech) as on_progress, _seen(organ, day, speech):
        on_progress(Stage.READING, 0, 1, "")
        taken = taken_out(snapshot(), day)
        if not taken.ledgers:
            raise Trouble(
                speech,
                speech.say("there is no case on record"),
                speech.say("take ledgers in with `yifa import FOLDER`"),
            )
        run = supervise(
            taken, day, calendar=shell.calendar(), progress=lambda done, of: on_progress(Stage.JUDGING, done, of, "")
        )
        named = tuple(replace(one, findings=with_names(one.findings)) for one in run.ledgers)
        on_progress(Stage.TELLING, 0, 1, "")
        told = tell_run(replace(run, ledgers=named), (CHINESE, ENGLISH), personal=personal)
        on_progress(Stage.WRITING, 0, 1, "")
        files = list(written_files(Checked(told, ()), out, speech, per_organ=per_organ))
    if not quiet:
        print_summary(told, speech)
    for path in files:
        click.echo(path)
    return 0


def take_snapshot(shell: Shell, folder: Path, organ: str | None) -> int:
    """Write the tables of the record as columns."""
    speech = shell.speech
    ready(speech)
    with troubles(speech), _seen(organ, date.today(), speech):
        frames = snapshot()
    try:
        paths = write_parquet(frames, folder)
    except OSError as error:
        raise Trouble(
            speech,
            speech.say("{path} cannot be written: {error}", path=folder, error=tell_os_error(error, speech)),
        ) from None
    for path in paths:
        click.echo(path)
    return 0


@contextmanager
def _seen(code: str | None, day: date, speech: Language) -> Iterator[None]:
    """The scope: everything, or whom an organ supervises."""
    scope: AbstractContextManager[object]
    if code is None:
        scope = everything("judge the record")
    else:
        organ = Organ.objects.filter(code=code).first()
        if organ is None:
            raise Trouble(speech, speech.say("the organ {code!r} is not on record", code=code))
        scope = within(Scope.of(supervised_by(organ, day).fully))
    with scope:
        yield
