"""What an office is told of each column: what a cell holds, which words are offered, which duties read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from yifa.law.catalogue.ledger_feeds import Feed, carried, choices, feeds, word_values
from yifa.law.catalogue.ledgers import Ledger, LedgerColumn, LedgerSheet
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.term import TermDuty
from yifa.law.conditions import Type
from yifa.law.conditions.columns import MinuteOf, SureMinute
from yifa.law.duties import DutySet
from yifa.law.duties.understood import Understood
from yifa.law.facts import Source, needs
from yifa.law.facts.case import CERTIFICATE
from yifa.ledgers.sufficiency.needed import is_carried, needs_of

YES, NO = "是", "否"
_SHOWN = {"day": Type.DAY, "money": Type.MONEY}


class Holds(StrEnum):
    """What a cell of a column holds."""

    CASE = "case"
    ORGAN = "organ"
    ENTERED = "entered"
    STEP = "step"
    """A word that says of which act the row tells."""
    DAY = "day"
    """The day of an act."""
    DATE = "date"
    """A day that something says."""
    MOMENT = "moment"
    """A day, with the time of day where a term runs by the hour."""
    TIME = "time"
    PAPER = "paper"
    """The number of a paper."""
    YES_NO = "yes/no"
    WHOLE = "whole"
    """Yes or no: whether nothing is lacking."""
    LACKING = "lacking"
    """Names of what is lacking."""
    NUMBER = "number"
    MONEY = "money"
    WORD = "word"
    """One of some words."""
    NAMES = "names"
    LENGTH = "length"
    TEXT = "text"


@dataclass(frozen=True)
class ColumnGuide:
    """One column: its sheet, what its cells hold, the words offered, the ids of the duties that read it."""

    sheet: LedgerSheet
    column: LedgerColumn
    holds: Holds
    words: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()


def guide(whole: DutySet, ledger: Ledger) -> tuple[ColumnGuide, ...]:
    """The guides of all columns, in the order of the sheets."""
    procedure = whole.folder.procedure
    understood = {one.duty.id: one for grain in whole.grains for one in grain.duties}
    ordered = [understood[duty.id] for duty in whole.folder.duties if duty.id in understood]
    readers = _readers(ordered, procedure)
    timed = {act for one in ordered for act in _timed(one)}
    listed = {
        key
        for sheet, column in ledger.columns()
        if sheet.carries == "listed"
        for key in _keys(ledger, sheet, column, procedure)
    }
    found = []
    for sheet, column in ledger.columns():
        told = [feed for several in feeds(sheet, column, procedure).values() for feed in several]
        holds = _holds(sheet, column, told, timed)
        keys = set(_keys(ledger, sheet, column, procedure))
        if sheet.carries == "used":
            keys -= listed
        read = {duty for key in keys for duty in readers.get(key, ())}
        duties = tuple(one.duty.id for one in ordered if one.duty.id in read)
        found.append(ColumnGuide(sheet, column, holds, _words(column, holds, told, procedure, ledger), duties))
    return tuple(found)


def decidable(whole: DutySet, ledger: Ledger) -> tuple[str, ...]:
    """The duties that can be told with all columns kept, a register of officers, and the other ledgers beside."""
    procedure = whole.folder.procedure
    all_ = carried(ledger, procedure)
    lapses = {line.act for line in procedure.certificate_lapses}
    attributes = {f"organ.{name}" for name in procedure.attributes.get("organ", {})}
    source = Source(
        "all columns",
        acts=all_.acts | {CERTIFICATE} | lapses,
        fields=all_.fields | {f"{act}.officer" for act in (CERTIFICATE, *lapses)},
        attributes=all_.attributes | attributes,
        counts=True,
    )
    told = {
        one.duty.id
        for grain in whole.grains
        for one in grain.duties
        if all(is_carried(need, source) for need in needs_of(one))
    }
    return tuple(duty.id for duty in whole.folder.duties if duty.id in told)


def steps_of_scope(ledger: Ledger, procedure: Procedure) -> tuple[str, ...]:
    """The acts that only sheets tell which carry what they are used for: an office may say that it keeps them.

    Not those of certificates, which have a register of their own.
    """
    listed: set[str] = set()
    used: dict[str, None] = {}
    for sheet, column in ledger.columns():
        acts = [act for choice in choices(column, procedure).values() for act in choice] if column.is_chooser else []
        if sheet.carries == "used":
            used |= dict.fromkeys(acts)
        else:
            told = feeds(sheet, column, procedure).values()
            listed |= {*acts, *(feed.act for several in told for feed in several if feed.makes)}
    certificates = {CERTIFICATE, *(line.act for line in procedure.certificate_lapses)}
    return tuple(act for act in used if act not in listed | certificates)


def _readers(ordered: list[Understood], procedure: Procedure) -> Mapping[tuple[str, str | None], tuple[str, ...]]:
    """The duties that read each act, and each field of an act; under `("", name)` a fact of the case."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for one in ordered:
        read: set[tuple[str, str | None]] = {(act, None) for act in one.facts}
        read |= set(_of_terms(one, procedure))
        for column in one.reads:
            read |= set(needs(column))
            of, name = getattr(column, "of", None), getattr(column, "name", None)
            if of == "case" and isinstance(name, str):
                read.add(("", name))
        for key in read:
            found.setdefault(key, []).append(one.duty.id)
    return {key: tuple(duties) for key, duties in found.items()}


def _of_terms(one: Understood, procedure: Procedure) -> Iterator[tuple[str, str]]:
    """What the clock reads of extensions and pauses: how long, by whom, whether the party was told."""
    duty = one.duty
    if not isinstance(duty, TermDuty):
        return
    if duty.extension is not None:
        line = duty.extension
        told = (line.length_field, line.approver, line.needs_told)
        yield from ((line.act, name) for name in told if name is not None)
    for pause in (procedure.pauses[kind] for kind in duty.pauses):
        yield from ((act, name) for act in pause.from_ for name in pause.told)


def _timed(one: Understood) -> Iterator[str]:
    """The acts whose time of day a duty reads."""
    for column in one.needs:
        if isinstance(column, MinuteOf | SureMinute):
            yield column.of.act


def _keys(
    ledger: Ledger, sheet: LedgerSheet, column: LedgerColumn, procedure: Procedure
) -> Iterator[tuple[str, str | None]]:
    """The acts and the fields of acts a column tells."""
    if column.case is not None:
        yield "", column.case
    if column.is_chooser:
        yield from ((act, None) for choice in choices(column, procedure).values() for act in choice)
    for several in feeds(sheet, column, procedure).values():
        for feed in several:
            if feed.what == "field":
                yield feed.act, feed.field
            elif feed.what in ("whole", "lacking"):
                yield from ((feed.act, name) for name in ledger.in_order.get(feed.act, ()))
            else:
                yield feed.act, None


def _holds(sheet: LedgerSheet, column: LedgerColumn, told: list[Feed], timed: set[str]) -> Holds:
    if column.key is not None:
        return Holds(column.key)
    if column.is_chooser:
        return Holds.STEP
    if column.elements is not None:
        return Holds(column.elements)
    if column.shows is not None:
        return _OF_TYPE[_SHOWN[column.shows]] if column.shows in _SHOWN else Holds.TEXT
    if column.part == "minute":
        return Holds.TIME
    if column.part == "number":
        return Holds.PAPER
    if column.part == "happened":
        return Holds.YES_NO
    types = {feed.type for feed in told if feed.what == "field"} if column.field else set()
    if types:
        return _OF_TYPE[types.pop()] if len(types) == 1 else Holds.TEXT  # type: ignore[index]
    return Holds.MOMENT if any(feed.what == "day" and feed.act in timed for feed in told) else Holds.DAY


_OF_TYPE = {
    Type.YES_NO: Holds.YES_NO,
    Type.NUMBER: Holds.NUMBER,
    Type.MONEY: Holds.MONEY,
    Type.DAY: Holds.DATE,
    Type.WORD: Holds.WORD,
    Type.NAMES: Holds.NAMES,
    Type.LENGTH: Holds.LENGTH,
}


def _words(
    column: LedgerColumn, holds: Holds, told: list[Feed], procedure: Procedure, ledger: Ledger
) -> tuple[str, ...]:
    """The words offered, in Chinese; a field that may hold any word offers none."""
    if holds in (Holds.YES_NO, Holds.WHOLE):
        return YES, NO
    if holds is Holds.STEP:
        offered: dict[tuple[str, ...], str] = {}  # those that only this sheet tells go first
        for word, choice in choices(column, procedure).items():
            offered.setdefault(choice, word)
        further = {(act,) for act in steps_of_scope(ledger, procedure)} if column.acts == "all" else set()
        return tuple(offered[choice] for choice in sorted(offered, key=lambda choice: choice not in further))
    if holds is Holds.LACKING:
        named = (procedure.fields[name].zh for feed in told for name in ledger.in_order.get(feed.act, ()))
        return tuple(dict.fromkeys(named))
    if holds is not Holds.WORD:
        return ()
    held = [word_values(column, feed.field, procedure) for feed in told if feed.field is not None]
    names = {name.zh for feed in told if feed.field for name in procedure.fields[feed.field].words.values() if name}
    return tuple(dict.fromkeys(word for words in held for word in words if word in names))
