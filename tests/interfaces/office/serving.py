"""The invented office as a process of its own, with its own record, for browsers: `python -m …` says its port.

It always is the Tuesday of `conftest`, so that what is due does not hang on the day the tests run. `--jobs`: with a
worker beside it. `--further`: with something on every screen of the manual.
"""

from __future__ import annotations

import os
import sys
from socketserver import ThreadingMixIn
from threading import Event, Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class Threads(ThreadingMixIn, WSGIServer):
    """A thread for each request."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """No line for each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the library
        """Say nothing."""


def main() -> None:
    """Lay the office and serve it until the process is ended."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django  # noqa: PLC0415 - the settings must be said first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    from demo.city_office import lay  # noqa: PLC0415
    from demo.office_clues import say  # noqa: PLC0415
    from tests.interfaces.office.conftest import NOW, TODAY  # noqa: PLC0415
    from yifa.interfaces.office import desks, entering  # noqa: PLC0415
    from yifa.interfaces.office.exports import tasks as exporting  # noqa: PLC0415
    from yifa.interfaces.office.login import adapters  # noqa: PLC0415
    from yifa.oversight.notices.following import follow as tell  # noqa: PLC0415
    from yifa.oversight.standing.following import follow  # noqa: PLC0415
    from yifa.record.jobs import schedule, working  # noqa: PLC0415

    for module in (desks, entering, adapters):
        module.now = lambda: NOW
    call_command("migrate", verbosity=0)
    laid = lay(TODAY)
    follow(TODAY)
    say(laid, TODAY)
    follow(TODAY)
    tell(TODAY)
    if "--further" in sys.argv:
        from tests.interfaces.office.manual.laying import lay_further, stop_the_clock  # noqa: PLC0415

        stop_the_clock(NOW)
        for name, address in lay_further(laid).items():
            sys.stdout.write(f"{name} {address}\n")
    if "--many" in sys.argv:
        from tests.interfaces.office.cases.many import lay_many  # noqa: PLC0415

        lay_many(laid)
    if "--jobs" in sys.argv:
        schedule.SCHEDULE = {}  # what is asked for alone, nothing that the time of the day brings
        for module in (working, exporting):
            module.now = lambda: NOW
        Thread(target=working.work, args=(Event(),), daemon=True).start()
    server = make_server("127.0.0.1", 0, get_wsgi_application(), server_class=Threads, handler_class=Quiet)
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
