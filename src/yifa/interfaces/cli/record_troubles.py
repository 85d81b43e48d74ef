"""What goes wrong with the record itself: its database, the disk, tables that are not made yet; and what time it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone

from django.db import DatabaseError, connection

from yifa.interfaces.cli.context import Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.record.safekeeping.schema import Made, differing, made
from yifa.wording import Language

CHINA = timezone(timedelta(hours=8))


@contextmanager
def troubles(speech: Language) -> Iterator[None]:
    """What the database or the disk says, as a trouble of the world in one line."""
    try:
        yield
    except DatabaseError as error:
        said = str(error).strip().splitlines()
        raise Trouble(
            speech,
            speech.say("the database answers: {error}", error=said[0] if said else type(error).__name__),
            speech.say("look at YIFA_DATABASE, and whether the database is running"),
        ) from None
    except BrokenPipeError:  # whoever reads what is printed went away
        raise
    except OSError as error:
        place = error.filename or ""
        told = tell_os_error(error, speech)
        raise Trouble(speech, speech.say("{path} cannot be written: {error}", path=place, error=told)) from None


def ready(speech: Language) -> None:
    """Tell plainly where the tables are not made yet, or are those of another release."""
    place = connection.settings_dict["NAME"]
    with troubles(speech):
        how = made()
    match how:
        case Made.NOT_YET:
            raise Trouble(
                speech,
                speech.say("the record at {place} is not ready", place=place),
                speech.say("type once: yifa record prepare"),
            )
        case Made.LATER:
            raise Trouble(
                speech,
                speech.say("the record at {place} was prepared by a later release than this one", place=place),
                speech.say("use that release; the way back is a backup of before, restored into an empty database"),
            )
        case Made.OTHERWISE:
            with troubles(speech):
                column = next(differing(), "")
            raise Trouble(
                speech,
                speech.say(
                    "the tables of the record at {place} are another release's: {column}", place=place, column=column
                ),
                speech.say("open it with the release that made it"),
            )


def now() -> datetime:
    """This moment in China."""
    return datetime.now(CHINA)


def today() -> date:
    """This day in China."""
    return now().date()
