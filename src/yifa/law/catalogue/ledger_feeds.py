"""What the columns of a ledger come to: which acts, days and fields each cell feeds, and what a ledger with these
columns carries. The rules stand in the docstring of `yifa.law.catalogue.ledgers`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from yifa.law.catalogue.ledgers import Ledger, LedgerColumn, LedgerSheet
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type

What = Literal["day", "minute", "number", "happened", "field", "whole", "lacking"]
Choice = tuple[str, ...]
"""One act, or a pair (start, end)."""
PLAIN: Choice = ()
"""What a column is fed by that no chooser has a say in."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One thing a cell tells: of an act its day, its minute, its number, whether it happened, a field, its elements.

    `nth`: of which occurrence in the row. `makes`: whether a filled cell makes the act (`whole`, `lacking` never do).
    `type`: of the field.
    """

    act: str
    what: What
    field: str | None = None
    type: Type | None = None
    nth: int = 1
    makes: bool = True


@dataclass(frozen=True)
class Carried:
    """What a ledger with some columns carries; fields as `act.field`, attributes as `case.name`."""

    acts: frozenset[str]
    fields: frozenset[str]
    attributes: frozenset[str]


def choices(chooser: LedgerColumn, procedure: Procedure) -> dict[str, Choice]:
    """What every word of a chooser means; the first word of each choice is the one that is offered."""
    if chooser.acts == "all":
        return {act.zh: (name,) for name, act in procedure.acts.items()}
    return {word: tuple(acts) for word, acts in (chooser.acts or {}).items()}


def feeds(sheet: LedgerSheet, column: LedgerColumn, procedure: Procedure) -> dict[Choice, tuple[Feed, ...]]:
    """What a column tells, by what the row's chooser says; under `PLAIN` where no chooser has a say in it.

    A choice for which it tells nothing is not there. Keys, facts of the case and what is only shown feed no act.
    """
    chooser = sheet.chooser_of(column)
    if chooser is None:
        return {PLAIN: _plain(column, procedure)} if column.act is not None or column.too else {}
    found = {}
    for choice in dict.fromkeys(choices(chooser, procedure).values()):
        told = tuple(_chosen(column, choice, procedure))
        if told:
            found[choice] = told
    return found


def _plain(column: LedgerColumn, procedure: Procedure) -> tuple[Feed, ...]:
    found = [] if column.act is None else list(_of_act(column, column.act, procedure))
    for other in column.too:
        act, _, field = other.partition(".")
        if field:
            found += _field(act, field, procedure, column.nth, makes=False)
        else:
            found.append(Feed(act, "day", nth=column.nth))
    return tuple(found)


def _of_act(column: LedgerColumn, act: str, procedure: Procedure) -> Iterator[Feed]:
    if column.elements is not None:
        yield Feed(act, column.elements, nth=column.nth, makes=False)
    elif column.field:
        yield from _field(act, column.field[0], procedure, column.nth, makes=column.makes)
    elif column.part in ("minute", "number", "happened"):
        yield Feed(act, column.part, nth=column.nth, makes=column.makes)
    else:
        yield Feed(act, "day", nth=column.nth, makes=column.makes)


def _chosen(column: LedgerColumn, choice: Choice, procedure: Procedure) -> Iterator[Feed]:
    if column.elements is not None:
        yield Feed(choice[0], column.elements, makes=False)
    elif column.field:
        for act in choice:
            held = next((name for name in column.field if name in procedure.vocabulary.get(act, {})), None)
            if held is not None:
                yield from _field(act, held, procedure, 1, makes=column.makes)
                return
    elif column.part == "end":
        if len(choice) == 2:
            yield Feed(choice[1], "day")
    elif column.part in ("minute", "number"):
        yield Feed(choice[0], column.part)
    else:
        yield Feed(choice[0], "day")


def _field(act: str, name: str, procedure: Procedure, nth: int, *, makes: bool) -> list[Feed]:
    declared = procedure.vocabulary.get(act, {}).get(name)
    return [] if declared is None else [Feed(act, "field", name, declared.type, nth, makes)]


def word_values(column: LedgerColumn, field: str, procedure: Procedure) -> dict[str, str | None]:
    """The words a cell of a word field may hold, and their values; None: understood, and leaves the field blank.

    Empty for a field that may hold any word.
    """
    held = {
        value: name
        for value, name in procedure.fields[field].words.items()
        if not column.values or value in column.values
    }
    own = {name.zh: value for value, name in held.items() if name is not None}
    also = {word: value for word, value in column.words.items() if value is None or value in held}
    return {**{value: value for value in held}, **own, **also} if held else {}


def lacking_words(act: str, procedure: Procedure) -> dict[str, str]:
    """The yes/no fields of an act by their Chinese names, which a list of what is lacking may name."""
    held = procedure.vocabulary.get(act, {})
    return {procedure.fields[name].zh: name for name, one in held.items() if one.type is Type.YES_NO}


def carried(
    ledger: Ledger,
    procedure: Procedure,
    present: Mapping[str, Collection[str]] | None = None,
    used: Mapping[str, Collection[tuple[str, str | None]]] | None = None,
) -> Carried:
    """What a ledger carries. `present`: the columns that are there, by sheet (None: all of them).

    `used`: for sheets that carry only what they are used for (`carries: used`), by sheet the acts and the fields of
    acts (`(act, None)`, `(act, field)`) that rows tell or its scope declares; None: all that they can tell.
    """
    acts: set[str] = set()
    fields: set[str] = set()
    attributes: set[str] = set()
    for sheet in ledger.all_sheets:
        there = {one.id for one in sheet.columns} if present is None else set(present.get(sheet.id, ()))
        only = None if used is None or sheet.carries == "listed" else set(used.get(sheet.id, ()))
        for column in sheet.columns:
            if column.id not in there:
                continue
            if column.case is not None:
                attributes.add(f"case.{column.case}")
            if column.is_chooser:
                told = {act for choice in choices(column, procedure).values() for act in choice}
                acts |= {act for act in told if only is None or (act, None) in only}
            chosen = sheet.chooser_of(column) is not None
            if chosen and sheet.chooser_of(column).id not in there:  # type: ignore[union-attr]
                continue
            for feed in (one for told_ in feeds(sheet, column, procedure).values() for one in told_):
                if feed.makes and not chosen:
                    acts.add(feed.act)
                names = ledger.in_order.get(feed.act, ()) if feed.what in ("whole", "lacking") else (feed.field,)
                fields |= {
                    f"{feed.act}.{name}"
                    for name in names
                    if name is not None and (only is None or not chosen or (feed.act, name) in only)
                }
    fields |= set(ledger.always)
    fields = {name for name in fields if name.partition(".")[0] in acts}
    for act in tuple(acts):
        acts |= {other for other, field in procedure.acts[act].counts_as.items() if f"{act}.{field}" in fields}
    return Carried(frozenset(acts), frozenset(fields), frozenset(attributes))
