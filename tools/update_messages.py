"""Brings the Chinese catalogue in line with the code: new messages are added empty, idle ones are taken out.

`make messages`, then fill in the empty `msgstr` lines. `tools/check_house.py messages` fails while one is empty.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from checks.messages import CATALOGUE, Key, extracted

HEADER = "# Simplified Chinese catalogue of Yifa. Message ids are English; contexts are ids of docs/glossary.yaml."
IDLE_HEADERS = re.compile(
    rb'^"(?:Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team'
    rb"|Generated-By):.*\n",
    re.MULTILINE,
)


def main(others: list[str]) -> int:
    """Write the catalogue anew; `others` are further .po files whose translations fill gaps."""
    known: dict[Key, tuple[str, ...]] = {}
    for path in [*map(Path, others), CATALOGUE]:
        if path.exists() and path.stat().st_size:
            with path.open("rb") as file:
                for message in read_po(file, locale="zh_Hans"):
                    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string)
                    if message.id and all(strings):
                        known[message.context, _first(message.id)] = strings
    catalogue = Catalog(locale="zh_Hans", header_comment=HEADER, fuzzy=False)
    empty = 0
    for message in extracted():
        strings = known.get((message.context, _first(message.id)), ("",))
        empty += not strings[0]
        files = [(file, None) for file in sorted(message.files)]
        text = strings[0] if isinstance(message.id, str) else (strings[0],)
        catalogue.add(message.id, text, locations=files, context=message.context)
    buffer = BytesIO()
    write_po(buffer, catalogue, width=110, include_lineno=False, sort_output=True)
    CATALOGUE.write_bytes(IDLE_HEADERS.sub(b"", buffer.getvalue()))
    print(f"messages: {len(catalogue)} in {CATALOGUE.name}, {empty} still to be translated")
    return 0


def _first(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
