"""The server that answers with the site, until it is told to stop."""

from __future__ import annotations

import os
import signal
from typing import Any

from granian.constants import Interfaces
from granian.server import MPServer

PATIENCE = 30
"""Seconds that a process is waited for when the site stops, before it is killed."""


class Server(MPServer):
    """Granian, whose processes can be stopped while they still load the site.

    It makes them by fork, so that each begins with the handler of the process that waits for all of them: until the
    site is loaded, a signal told to stop only a copy of that process, and both went on for ever.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.serving = os.getpid()
        super().__init__(*args, **kwargs)

    def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
        """Stop; a process that answers nothing yet just ends."""
        if os.getpid() != self.serving:
            number = args[0] if args else signal.SIGTERM
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            return
        super().signal_handler_interrupt(*args, **kwargs)  # type: ignore[no-untyped-call]


_STOPS = (signal.SIGINT, signal.SIGTERM)


def _kept_while_forking() -> None:
    """Let a signal to stop wait while a process is made: a new one forgets what came before its Python has begun."""
    before: set[Any] = set()

    def hold() -> None:
        before.clear()
        before.update(signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS))

    def release() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=hold, after_in_parent=release, after_in_child=release)


def answer(site: str, host: str, port: int, processes: int) -> None:
    """Answer with a site (`module:name`) until a signal tells to stop."""
    _kept_while_forking()
    Server(
        target=site,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        workers_kill_timeout=PATIENCE,
        blocking_threads=4,
        log_enabled=False,
        respawn_failed_workers=True,
    ).serve()
