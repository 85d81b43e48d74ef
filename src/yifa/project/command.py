"""The `yifa` command: reads the configuration, decides the language, runs the command line."""

from __future__ import annotations

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
    sys.exit(run(sys.argv[1:], lang=configuration.lang, calendars=configuration.calendars))
