"""What can be wrong with a ledger although its file can be read: columns of acts and fields the procedure has not got,
headings that mean two things, cells that would tell the same twice.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping

from yifa.law.catalogue.errors import CorpusFault
from yifa.law.catalogue.ledger_feeds import Choice, Feed, choices, feeds
from yifa.law.catalogue.ledgers import MOST_COLUMNS, Ledger, LedgerColumn, LedgerSheet
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.reading import Steps, Written
from yifa.law.conditions import Type

_UNITS: Mapping[str, Type] = {
    "yuan": Type.MONEY,
    "wan-yuan": Type.MONEY,
    "days": Type.LENGTH,
    "working-days": Type.LENGTH,
    "months": Type.LENGTH,
    "hours": Type.LENGTH,
}
_BLANKS: Mapping[str, tuple[str, ...]] = {"no": (Type.YES_NO,), "zero": (Type.MONEY, Type.NUMBER)}


def ledger_faults(written: Written, ledger: Ledger, procedure: Procedure) -> Iterator[CorpusFault]:
    """Every fault of a ledger against its procedure."""
    for path, message in _faults(ledger, procedure):
        yield written.fault(path, message)


def _faults(ledger: Ledger, procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    if len(ledger.main.columns) > MOST_COLUMNS:
        yield ("main", "columns"), f"{len(ledger.main.columns)} columns; a main sheet has at most {MOST_COLUMNS}"
    for act, fields in ledger.in_order.items():
        yield from _act_faults(procedure, ("in-order", act), act)
        for place, field in enumerate(fields) if act in procedure.acts else ():
            declared = procedure.vocabulary[act].get(field)
            if declared is None:
                yield from _field_faults(procedure, ("in-order", act, place), act, field)
            elif declared.type is not Type.YES_NO:
                yield ("in-order", act, place), f"«{field}» is {declared.type.article}, not yes or no"
    yield from _always_faults(ledger, procedure)
    seen: set[str] = set()
    for path, sheet in _sheets(ledger):
        if sheet.id in seen:
            yield (*path, "id"), f"«{sheet.id}» is the id of two sheets"
        seen.add(sheet.id)
        yield from _sheet_faults(path, sheet, ledger, procedure)


def _always_faults(ledger: Ledger, procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    for name, value in ledger.always.items():
        path: Steps = ("always", name)
        act, _, field = name.partition(".")
        found = [*_act_faults(procedure, path, act)] or [*_field_faults(procedure, path, act, field)]
        yield from found
        declared = None if found else procedure.vocabulary[act][field]
        if declared is None:
            continue
        if declared.type is Type.WORD and declared.words:
            if value not in declared.words:
                yield path, _unknown(str(value), declared.words, "is no value of this field")
        elif declared.type is not Type.YES_NO or value not in ("yes", "no"):
            yield path, f"expected a word of the procedure, yes or no; found {value!r}"


def _sheets(ledger: Ledger) -> Iterator[tuple[Steps, LedgerSheet]]:
    yield ("main",), ledger.main
    for place, sheet in enumerate(ledger.sheets):
        yield ("sheets", place), sheet


def _sheet_faults(path: Steps, sheet: LedgerSheet, ledger: Ledger, procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    keys = [one.key for one in sheet.columns if one.key is not None]
    if keys.count("case") != 1:
        yield (*path, "columns"), f"one column is the number of the case (`key: case`); found {keys.count('case')}"
    if sheet.carries == "used" and not sheet.choosers:
        yield (*path, "carries"), "`used` is for sheets in which a cell says of which act a row tells (`acts`)"
    ids: set[str] = set()
    headings: dict[str, str] = {}
    told: dict[tuple[Choice, Feed], str] = {}
    for place, column in enumerate(sheet.columns):
        here = (*path, "columns", place)
        if column.id in ids:
            yield (*here, "id"), f"«{column.id}» is the id of two columns of this sheet"
        ids.add(column.id)
        for heading in dict.fromkeys(column.headings):
            if heading in headings:
                yield here, f"the heading «{heading}» is that of `{headings[heading]}` too"
            headings.setdefault(heading, column.id)
        found = list(_column_faults(sheet, column, ledger, procedure))
        yield from (((*here, *steps), message) for steps, message in found)
        if not found:
            yield from (((*here,), message) for message in _told_twice(sheet, column, procedure, told))


def _told_twice(
    sheet: LedgerSheet, column: LedgerColumn, procedure: Procedure, told: dict[tuple[Choice, Feed], str]
) -> Iterator[str]:
    for choice, fed in feeds(sheet, column, procedure).items():
        for feed in fed:
            key = choice, Feed(feed.act, feed.what, feed.field, None, feed.nth)
            if key in told and feed.type is not Type.NAMES:
                what = f"`{feed.act}.{feed.field}`" if feed.field else f"the {feed.what} of `{feed.act}`"
                yield f"`{told[key]}` tells {what} already"
                return
            told[key] = column.id


def _column_faults(
    sheet: LedgerSheet, column: LedgerColumn, ledger: Ledger, procedure: Procedure
) -> Iterator[tuple[Steps, str]]:
    if column.key == "entered" and sheet.rows == "case":
        yield ("key",), "when a row was entered says something where a row is one act (`rows: act`)"
    if column.case is not None and column.case not in procedure.attributes.get("case", {}):
        yield ("case",), _unknown(column.case, procedure.attributes.get("case", {}), "is no fact of the case")
    if column.is_chooser:
        yield from _chooser_faults(column, procedure)
    named = [*_named_faults(sheet, column, procedure), *_too_faults(column, procedure)]
    yield from named
    chooser = sheet.chooser_of(column)
    if named or (chooser is not None and not _acts_known(chooser, procedure)):
        return  # said here, or where the chooser stands
    types = {feed.type for told in feeds(sheet, column, procedure).values() for feed in told if feed.type is not None}
    yield from _value_faults(column, procedure, types)
    if column.elements == "whole":
        acts = {feed.act for told in feeds(sheet, column, procedure).values() for feed in told}
        if acts and not acts & set(ledger.in_order):
            yield ("elements",), f"`in-order` says nothing of {', '.join(sorted(acts)[:3])}"


def _too_faults(column: LedgerColumn, procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    for place, other in enumerate(column.too):
        act, _, field = other.partition(".")
        yield from _act_faults(procedure, ("too", place), act)
        if act in procedure.acts and field:
            yield from _field_faults(procedure, ("too", place), act, field)


def _acts_known(chooser: LedgerColumn, procedure: Procedure) -> bool:
    return all(act in procedure.acts for choice in choices(chooser, procedure).values() for act in choice)


def _chooser_faults(column: LedgerColumn, procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    known = choices(column, procedure)
    for word, acts in () if column.acts == "all" else known.items():
        if len(acts) > 2:
            yield ("acts", word), "one act, or a pair of a start and an end"
        for act in acts:
            yield from _act_faults(procedure, ("acts", word), act)
    if column.usual is not None and (column.usual,) not in known.values():
        yield ("usual",), f"«{column.usual}» is none of the acts to choose from"


def _named_faults(sheet: LedgerSheet, column: LedgerColumn, procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    if column.act is not None:
        yield from _act_faults(procedure, ("act",), column.act)
        if len(column.field) > 1:
            yield ("field",), "several fields go with a chooser; an act says which one"
        if column.part in ("start", "end"):
            yield ("part",), f"`{column.part}` is of a pair; of one act say `day`"
        if column.act in procedure.acts and len(column.field) == 1:
            yield from _field_faults(procedure, ("field",), column.act, column.field[0])
        return
    if not column.of_chosen:
        return
    chooser = sheet.chooser_of(column)
    if chooser is None and column.by is not None:
        yield ("by",), _unknown(column.by, [one.id for one in sheet.choosers], "is no chooser of this sheet")
    elif chooser is None:
        yield (), f"of which act? The sheet has {len(sheet.choosers)} choosers: say `act`, or `by`"
    elif not _acts_known(chooser, procedure):
        return  # said where the chooser stands
    elif column.part == "happened":
        yield ("part",), "a chosen act happened"
    elif not feeds(sheet, column, procedure):
        what = " or ".join(f"«{name}»" for name in column.field) or f"`{column.part}`"
        key = "field" if column.field else "part"
        yield (key,), f"no act of `{chooser.id}` has {what}"


def _value_faults(column: LedgerColumn, procedure: Procedure, types: Collection[Type]) -> Iterator[tuple[Steps, str]]:
    if column.shows == "money":
        types = {Type.MONEY}
    if column.unit is not None and _UNITS[column.unit] not in types:
        yield ("unit",), f"`{column.unit}` is a unit of {_UNITS[column.unit].article}"
    if column.unit is None and Type.LENGTH in types:
        yield (), "`unit` is missing: what does a bare number count? `days`, `working-days`, `months`, `hours`"
    if column.words and Type.WORD not in types:
        yield ("words",), "`words` are for a field that is a word"
    values = {word for name in _fields(column) for word in procedure.fields[name].words if name in procedure.fields}
    for word, value in column.words.items() if values else ():
        if value is not None and value not in values:
            yield ("words", word), _unknown(value, values, "is no value of this field")
    for place, value in enumerate(column.values):
        if value not in values:
            yield ("values", place), _unknown(value, values, "is no value of this field")
    for key in ("yes", "no"):
        if getattr(column, key) and Type.YES_NO not in types and column.part != "happened":
            yield (key,), f"`{key}` is for a column of yes and no"
    if column.blank is not None and column.blank in _BLANKS and not set(_BLANKS[column.blank]) & set(types):
        yield ("blank",), f"«{column.blank}» is no value of this column"
    if column.blank == "absent" and (column.field or column.elements):
        yield ("blank",), "`absent` is said of an act; a blank field is `unknown`, `no` or `zero`"


def _fields(column: LedgerColumn) -> Collection[str]:
    return {*column.field, *(other.partition(".")[2] for other in column.too if "." in other)}


def _act_faults(procedure: Procedure, path: Steps, act: str) -> Iterator[tuple[Steps, str]]:
    if act not in procedure.acts:
        yield path, _unknown(act, procedure.acts, "is not among the acts of the procedure")


def _field_faults(procedure: Procedure, path: Steps, act: str, field: str) -> Iterator[tuple[Steps, str]]:
    fields = procedure.vocabulary[act]
    if field not in fields:
        near = difflib.get_close_matches(field, list(fields), 1)
        yield path, f"`{act}` has no field «{field}»" + (f"; did you mean `{near[0]}`?" if near else "")


def _unknown(name: str, known: Collection[str], what: str) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return f"«{name}» {what}" + (f"; did you mean `{near[0]}`?" if near else "")
