"""What every command is given, and how it says what went wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

import click

from yifa.law.catalogue import CorpusFaults, calendar
from yifa.law.clock import Calendar
from yifa.wording import Language


@dataclass
class Shell:
    """The language spoken and the places of this installation."""

    speech: Language
    calendars: Path
    open_record: Callable[[], None] = lambda: None
    """Opens the database of the record; whoever built the shell knows which."""
    site: str = ""
    """The site, as a server loads it: `module:name`."""
    fonts: Path | None = None
    """A folder of fonts that PDFs are set with, beside those installed."""

    def calendar(self, place: str | None = None) -> Calendar:
        """The calendar of a place, with the notices this user has added."""
        try:
            return calendar(extra=self.calendars, place=place)
        except CorpusFaults as faults:
            raise Trouble(self.speech, str(faults)) from None


class Trouble(click.ClickException):
    """The world is not as it should be (exit 1): what was found, and, where there is one, a remedy."""

    exit_code = 1

    def __init__(self, speech: Language, message: str, remedy: str | None = None) -> None:
        self.speech = speech
        self.remedy = remedy
        super().__init__(message)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, the remedy on a line of its own."""
        click.echo(self.speech.say("Error: {message}", message=self.message), file=file, err=file is None)
        if self.remedy:
            click.echo(self.speech.say("What to do: {remedy}", remedy=self.remedy), file=file, err=file is None)


class Day(click.ParamType[date]):
    """A day written 2024-09-25, 2024.9.25, 20240925 or 2024年9月25日."""

    name = "day"

    def __init__(self, speech: Language) -> None:
        self.speech = speech

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How help shows it."""
        return self.speech.say("DAY")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day; a usage error names the forms that are read."""
        if isinstance(value, date):
            return value
        day = read_day(str(value))
        if day is None:
            self.fail(
                self.speech.say(
                    "{value!r} is not a day: expected a form such as 2024-09-25 or 2024年9月25日", value=value
                ),
                param,
                ctx,
            )
        return day


def read_day(text: str) -> date | None:
    """A day in one of the forms people write, or None."""
    digits = text.strip().rstrip("日").replace("年", "-").replace("月", "-").replace(".", "-").replace("/", "-")
    if len(digits) == 8 and digits.isdigit():
        digits = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    parts = digits.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def print_json(data: Any) -> None:
    """Data for a pipe: UTF-8, readable, keys in the order in which they mean something."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
