"""How a cell is read, by what it tells: a day, a time, a number of a paper, yes or no, a field by its type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from yifa.law.catalogue.ledger_feeds import Feed, lacking_words, word_values
from yifa.law.catalogue.ledgers import LedgerColumn
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type
from yifa.ledgers.sheets import Cell
from yifa.ledgers.taking_in.sheet import Held
from yifa.ledgers.values.days import read_day, read_minute
from yifa.ledgers.values.money import read_money, read_number
from yifa.ledgers.values.names import read_named, read_names
from yifa.ledgers.values.readings import Reader, Reading, Said, value
from yifa.ledgers.values.texts import squeezed
from yifa.ledgers.values.words import length, of_list, read_text, yes_no

EXPECTED: Mapping[Type, str] = {
    Type.YES_NO: "yes-no",
    Type.NUMBER: "number",
    Type.MONEY: "money",
    Type.DAY: "day",
    Type.WORD: "word",
    Type.NAMES: "names",
    Type.LENGTH: "length",
}
_WAN = 10_000


def reader_of(column: LedgerColumn, held: Held, feed: Feed, procedure: Procedure, *, from_1904: bool) -> Reader:
    """The reader for what a cell of a column tells by one feed."""
    match feed.what:
        case "day":
            return partial(read_day, from_1904=from_1904)
        case "minute":
            return read_minute
        case "number":
            return read_text
        case "happened" | "whole":
            return yes_no(column.yes, column.no)
        case "lacking":
            return _lacking(feed.act, procedure)
    assert feed.field is not None and feed.type is not None  # noqa: S101, PT018 - what a field feed has
    return typed_reader(feed.type, feed.field, column, held, procedure, from_1904=from_1904)


def typed_reader(
    type_: Type, field: str, column: LedgerColumn, held: Held, procedure: Procedure, *, from_1904: bool
) -> Reader:
    """The reader for values of a type; a word by the list of its field."""
    match type_:
        case Type.YES_NO:
            return yes_no(column.yes, column.no)
        case Type.NUMBER:
            return read_number
        case Type.MONEY:
            return partial(read_money, factor=factor_of(column, held))
        case Type.DAY:
            return _only_day(from_1904)
        case Type.NAMES:
            return read_names
        case Type.LENGTH:
            named = held.unit if held.unit in ("days", "working-days", "months", "hours") else column.unit
            return length(named)
    words = word_list(field, column, procedure)
    return of_list(words) if words is not None else read_text


def factor_of(column: LedgerColumn, held: Held) -> int:
    """How many yuan a bare number counts: as the heading says, or else the ledger."""
    if held.unit == "yuan":
        return held.factor
    return _WAN if column.unit == "wan-yuan" else 1


def word_list(field: str, column: LedgerColumn, procedure: Procedure) -> Mapping[str, str | None] | None:
    """What may be written for a word and what it means; None where any word may stand."""
    if column.case is None:
        return word_values(column, field, procedure) or None
    of = procedure.attributes.get("case", {}).get(field)
    if of is None or not of.words:
        return None
    named = {one.zh: word for word, one in of.words.items() if one is not None}
    return {**{word: word for word in of.words}, **named, **column.words}


def _only_day(from_1904: bool) -> Reader:
    def read(cell: Cell) -> Reading:
        found = read_day(cell, from_1904=from_1904)
        return value(found.value[0]) if found.said is Said.VALUE else found

    return read


def _lacking(act: str, procedure: Procedure) -> Reader:
    """Reads names of what is lacking in a paper: the yes/no fields of the act by their names."""
    known = {squeezed(zh): name for zh, name in lacking_words(act, procedure).items()}
    return partial(read_named, known=known)
