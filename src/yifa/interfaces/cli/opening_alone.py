"""What `yifa open` does: serve the site for one person until it is closed, then delete what was only checked."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import threading
import time
import webbrowser
from pathlib import Path

import click
from granian import Granian
from granian.constants import Interfaces

from yifa.interfaces.cli.context import Shell, Trouble

ADDRESS = "127.0.0.1"
"""The only address it stands on."""
USUAL = 8000
"""The port that is taken if it is free."""
KEY = "YIFA_ALONE_KEY"
SETTINGS = "yifa.project.alone"
TRIES, PAUSE = 150, 0.1
"""How often, and after how many seconds each, it is looked whether the site answers."""


def open_alone(shell: Shell, port: int | None, *, browser: bool) -> int:
    """Serve until stopped."""
    place = free_port(USUAL if port is None else port)
    if place is None and port is not None:
        raise Trouble(
            shell.speech,
            shell.speech.say("port {port} is taken", port=port),
            shell.speech.say("name another port, or leave --port out"),
        )
    place = place or free_port(0) or 0
    key = secrets.token_urlsafe(24)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    shell.open_record()
    _tell_what_broke_off(shell)
    address = f"http://{ADDRESS}:{place}/?key={key}"
    beside = threading.Thread(target=_show, args=(shell, place, address, browser), daemon=True)
    beside.start()
    os.environ[KEY] = key
    try:
        serve(shell.site, place)
    finally:
        forget()
    click.echo(shell.speech.say("Closed; what was handed in to be checked was deleted."))
    return 0


def free_port(wanted: int) -> int | None:
    """A port of this machine that is free: the one wanted, any for 0; None where it is taken."""
    with socket.socket() as tried:
        try:
            tried.bind((ADDRESS, wanted))
        except OSError:
            return None
        return int(tried.getsockname()[1])


def serve(site: str, port: int) -> None:
    """Answer until stopped, by one process, which does the work too."""
    Granian(
        target=site,
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_enabled=False,
    ).serve()


def _show(shell: Shell, port: int, address: str, browser: bool) -> None:
    """Say where it stands, when it answers, and open it."""
    for _ in range(TRIES):
        with socket.socket() as tried:
            if tried.connect_ex((ADDRESS, port)) == 0:
                break
        time.sleep(PAUSE)
    click.echo(shell.speech.say("The pages stand open at {address}", address=address))
    click.echo(shell.speech.say("The address opens once. Ctrl-C closes the pages."))
    if browser:
        webbrowser.open(address)


def _tell_what_broke_off(shell: Shell) -> None:
    """Work that was going on when the pages were closed is not taken up again by itself."""
    from yifa.interfaces.office.handed_in.shelves import ALONE, BOOKS, REPORTS, shelf  # noqa: PLC0415 - see below
    from yifa.interfaces.trays.tray import broke_off  # noqa: PLC0415 - see below

    for kind in (BOOKS, REPORTS):
        broke_off(shelf(ALONE, kind), shell.speech.say("It broke off when the pages were closed; begin it again."))


def forget() -> None:
    """Delete what was handed in to be checked, with what came of it; books and reports stay."""
    from django.conf import settings  # noqa: PLC0415 - said only when the site stands

    from yifa.interfaces.office.handed_in.shelves import ALONE, FORGOTTEN  # noqa: PLC0415 - as above

    for kind in FORGOTTEN:
        shutil.rmtree(Path(settings.TRAYS) / ALONE / kind, ignore_errors=True)
