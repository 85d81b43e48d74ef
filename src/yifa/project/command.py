"""The `yifa` command: reads the configuration, decides the language, runs the command line."""

from __future__ import annotations

import os
import sys

from yifa.interfaces.cli import run
from yifa.project.configuration import Configuration, WrongSetting


def main() -> None:
    """Run the command line with the process's own arguments and leave with its exit code."""
    try:
        configuration = Configuration.from_environment()
    except WrongSetting as error:
        print(f"yifa: {error}", file=sys.stderr)  # noqa: T201 - nothing is set up yet
        sys.exit(2)
    fonts = configuration.fonts if configuration.fonts.parts else None
    sys.exit(
        run(
            sys.argv[1:],
            lang=configuration.lang,
            calendars=configuration.calendars,
            open_record=open_record,
            fonts=fonts,
            site="yifa.project.site:application",
        )
    )


def open_record() -> None:
    """Open the database of the record, for the few commands that need it."""
    import django  # noqa: PLC0415 - heavy; most commands need none of it

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.project.settings")
    django.setup()
