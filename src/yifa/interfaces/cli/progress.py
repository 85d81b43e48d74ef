"""A bar with counts for work that takes more than a second; on standard error, gone when the work is done."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from yifa.wording import Language

PATIENCE = 1.0
"""Seconds without a word."""

OnProgress = Callable[[int, int, str], None]
"""Called with how many are done, of how many, and the name of the next."""


@contextmanager
def shown_progress(speech: Language) -> Iterator[OnProgress]:
    """A function to report progress to; nothing is drawn where standard error is no terminal."""
    console = Console(stderr=True)
    begun = time.monotonic()
    progress = Progress(
        TextColumn(speech.say("Reading")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}"),
        console=console,
        transient=True,
    )
    task = progress.add_task("", name="")
    started = False

    def report(done: int, total: int, name: str) -> None:
        nonlocal started
        if not started and console.is_terminal and time.monotonic() - begun > PATIENCE:
            progress.start()
            started = True
        progress.update(task, completed=done, total=total, name=name)

    try:
        yield report
    finally:
        if started:
            progress.stop()
