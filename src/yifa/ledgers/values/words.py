"""Yes and no, words of a closed list, free words, lengths of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from yifa.law.catalogue.ledger_words import cell_words
from yifa.law.clock import Length, NotALength, Unit, parse_length
from yifa.ledgers.sheets import Cell
from yifa.ledgers.values.readings import BLANK, NONE, UNKNOWN, Reader, Reading, bad, value
from yifa.ledgers.values.texts import half_width, meaning, plain, squeezed, unsaid

_LENGTH_UNITS = {
    "days": Unit.CALENDAR_DAYS,
    "working-days": Unit.WORKING_DAYS,
    "months": Unit.MONTHS,
    "hours": Unit.HOURS,
}


@cache
def _yes_no() -> Mapping[str, bool]:
    words = cell_words()
    return dict.fromkeys(map(squeezed, words.yes), True) | dict.fromkeys(map(squeezed, words.no), False)


def yes_no(yes: Iterable[str] = (), no: Iterable[str] = ()) -> Reader:
    """Reads yes and no; `yes` and `no` are further words of the column. That there is none means no."""
    known = {**_yes_no(), **dict.fromkeys(map(squeezed, yes), True), **dict.fromkeys(map(squeezed, no), False)}

    def read(cell: Cell) -> Reading:
        if isinstance(cell, bool):
            return value(cell)
        text = squeezed(plain(cell))
        if not text:
            return BLANK
        if text in known:
            return value(known[text])
        said = meaning(text)
        if said is not None:
            return value(False) if said == "none" else UNKNOWN
        return bad("not-yes-or-no")

    return read


def of_list(words: Mapping[str, object]) -> Reader:
    """Reads a word of a closed list: by what may be written, what it means (None: it says nothing for certain)."""
    known = {squeezed(written): meant for written, meant in words.items()}

    def read(cell: Cell) -> Reading:
        text = squeezed(plain(cell))
        if not text:
            return BLANK
        if text in known:
            return UNKNOWN if known[text] is None else value(known[text])
        if (empty := unsaid(text)) is not None:
            return empty
        return bad("not-on-the-list")

    return read


def read_text(cell: Cell) -> Reading:
    """Free words, as they stand."""
    text = plain(cell)
    if (empty := unsaid(text)) is not None:
        return empty
    return value(" ".join(text.split()))


def length(unit: str | None) -> Reader:
    """Reads a length of time; `unit`: what a bare number counts. The value is as lengths are written in tables."""

    def read(cell: Cell) -> Reading:
        text = half_width(plain(cell)).replace(" ", "")
        if (empty := unsaid(text)) is not None:
            return empty
        if text.isdigit():
            if unit is None:
                return bad("length-without-unit")
            return value(str(Length(int(text), _LENGTH_UNITS[unit]))) if int(text) else NONE
        try:
            found = parse_length(text)
        except NotALength:
            return bad("not-a-length")
        kind = Unit.CALENDAR_DAYS if found.unit is Unit.STATUTORY_DAYS else found.unit
        if found.unit is Unit.STATUTORY_DAYS and unit == "working-days":
            kind = Unit.WORKING_DAYS
        return value(str(Length(found.n, kind)))

    return read
