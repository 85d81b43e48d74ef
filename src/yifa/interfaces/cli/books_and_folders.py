"""What the commands over ledgers share: opening a figure book of an earlier call, and the folder to write into."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from yifa.interfaces.cli.context import Trouble
from yifa.interfaces.cli.system_errors import tell_os_error
from yifa.oversight.reporting.canonical import NotSealed, opened
from yifa.wording import Language


def opened_book(book: Path, speech: Language) -> Mapping[str, Any]:
    """What a sealed figure book says; raises `Trouble` where it cannot be read or was changed."""
    try:
        return opened(book.read_bytes())
    except OSError as error:
        raise Trouble(
            speech, speech.say("{path} cannot be read: {error}", path=book, error=tell_os_error(error, speech))
        ) from None
    except NotSealed:
        raise Trouble(
            speech,
            speech.say("{path} is no figure book, or was changed after it was sealed", path=book),
            speech.say("give the book.json that `yifa figures book` wrote"),
        ) from None


def outside(target: Path, folder: Path, speech: Language) -> Path:
    """The folder to write into; raises `Trouble` where what is written would be read with the ledgers next time."""
    if target.resolve().is_relative_to(folder.resolve()):
        raise Trouble(
            speech,
            speech.say("{path} lies in the folder of the ledgers and would be read with them", path=target),
            speech.say("name a folder outside with -o"),
        )
    return target
