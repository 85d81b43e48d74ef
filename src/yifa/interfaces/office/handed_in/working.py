"""The work on a tray: put into the queue, done by the worker beside the site; done twice is as once.

Whoever asked does not wait for it. What goes wrong is told on the page, in words where it is the files' fault.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.module_loading import import_string
from django_tasks import task

from yifa.interfaces.office.handed_in.shelves import shelf
from yifa.interfaces.trays.progress import Progress, Reporter, State, write_progress
from yifa.interfaces.trays.tray import Tray
from yifa.wording import Language, language

LOG = logging.getLogger("yifa.trays")


class CannotBeDone(Exception):
    """Work that cannot be done with what was handed in; the text says why, in the words of whoever asked."""


Work = Callable[[Tray, Mapping[str, Any], Language, Reporter], None]
"""What is done with a tray: it, what was asked, the language spoken, and where to tell how far it is."""


def begin(tray: Tray, work: Work, speech: Language, **asked: Any) -> None:
    """Have work done on a tray."""
    name = f"{work.__module__}.{work.__qualname__}"
    write_progress(tray.folder, Progress(State.WAITING, work.__name__))
    work_on.enqueue(tray.owner, tray.kind, tray.id, name, asked, speech.tag)


@task
def work_on(owner: str, kind: str, id_: str, work: str, asked: dict[str, Any], tag: str) -> dict[str, Any]:
    """Do it. A tray that is gone needs no work any more."""
    tray = shelf(owner, kind).get(id_)
    if tray is None:
        return {}
    do: Work = import_string(work)
    speech, called = language(tag), work.rpartition(".")[2]
    report = Reporter(tray.folder, called)
    report("")
    try:
        do(tray, asked, speech, report)
    except CannotBeDone as error:
        write_progress(tray.folder, Progress(State.FAILED, called, message=str(error)))
        return {"done": False}
    except Exception as error:
        LOG.exception("work on a tray failed", extra={"work": called})
        words = speech.say("a fault of the program: {error}", error=type(error).__name__)
        write_progress(tray.folder, Progress(State.FAILED, called, message=words))
        raise
    write_progress(tray.folder, Progress(State.DONE, called))
    return {"done": True}
