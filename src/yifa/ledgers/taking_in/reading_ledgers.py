"""Reads one sheet of a ledger: what it tells, whose its rows are, facts of the case, and every cell that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import polars as pl

from yifa.law.catalogue.ledger_feeds import Feed
from yifa.law.catalogue.ledgers import LedgerColumn
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type
from yifa.ledgers.identifiers import check_code, check_person
from yifa.ledgers.problems import Fate, Severity
from yifa.ledgers.registers.organ_names import OrganNames
from yifa.ledgers.taking_in.case_numbers import number_rows
from yifa.ledgers.taking_in.cell_readers import typed_reader, word_list
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.rows_of_cases import NO_CASE, Filed
from yifa.ledgers.taking_in.sheet import Joined
from yifa.ledgers.taking_in.sheet_acts import Unread, tell
from yifa.ledgers.values.readings import Said, read_column
from yifa.ledgers.values.texts import has_lost_digits, plain

_DTYPES: dict[Type, Any] = {Type.YES_NO: pl.Boolean, Type.NUMBER: pl.Int64, Type.MONEY: pl.Int64, Type.DAY: pl.Int64}
_CHECKED = {"credit-code": check_code, "person-id": check_person}
_MOST_WORDS = 12  # words of a list that a message names


def read_ledger_sheets(sheets: Joined, procedure: Procedure, names: OrganNames, as_of: int, notes: Notes) -> Filed:
    """Sheets of one layout read, their wrong cells noted and their rows held back."""
    sheet, telling = tell(sheets, procedure, as_of=as_of)
    size = sheet.size
    numbered = number_rows(sheet, names)
    held = np.zeros(size, dtype=np.bool_)
    filed = Filed(sheet, telling, numbered, np.full(size, NO_CASE, np.int32), held, np.zeros(size, dtype=np.bool_))
    filed.attributes = dict(_attributes(sheet, procedure, telling.unread)) | dict(_shows(sheet))
    _note_left_out(sheet, notes)
    once = {(one.position, one.column, one.wrong): one for one in telling.unread}  # a cell may tell of several acts
    for _, one in sorted(once.items()):
        values = _expected(one, procedure)
        notes.row(
            one.wrong, sheet, one.position, Severity.ERROR, Fate.HELD, column=one.column, told=one.told, values=values
        )
        held[one.position] = True
    for position in telling.unchosen.tolist():
        chooser = sheet.ledger_sheet.choosers[0]
        at = sheet.held(chooser)
        notes.row(
            "no-act", sheet, position, Severity.ERROR, Fate.HELD, column=at[0].place if at else None, told=chooser
        )
        held[position] = True
    for position, place, column in telling.later:
        notes.row("day-later", sheet, position, Severity.WARNING, Fate.TAKEN, column=place, told=column)
    _note_organs(filed, notes)
    _note_codes(sheet, notes)
    return filed


def _note_left_out(sheet: Joined, notes: Notes) -> None:
    """Columns of which most cells cannot be read."""
    for part, place in sorted(sheet.left_out):
        own, column = sheet.sheets[part], _column_at(sheet, place)
        at = sheet.column_in(part, place)
        notes.add(
            "column-unreadable",
            replace(own.whole, row=own.first_row, column=at + 1),
            Severity.ERROR,
            Fate.NOT_READ,
            value=own.headings[at],
            heading=own.headings[at],
            values={"column": "" if column is None else column.zh},
        )


def _expected(one: Unread, procedure: Procedure) -> dict[str, Any]:
    """What a message needs to say what was expected."""
    if one.told.is_chooser and one.told.acts is not None:
        words = [act.zh for act in procedure.acts.values()] if one.told.acts == "all" else list(one.told.acts)
        return {"words": words[:_MOST_WORDS], "more": len(words) > _MOST_WORDS}
    feed: Feed | None = one.feed
    if one.wrong == "not-on-the-list" and feed is not None and feed.field is not None:
        known = word_list(feed.field, one.told, procedure) or {}
        titles = [named.zh for word, named in procedure.fields[feed.field].words.items() if named and word in known]
        return {"words": (titles or list(known))[:_MOST_WORDS], "more": False}
    return {}


def _attributes(sheet: Joined, procedure: Procedure, unread: list[Unread]) -> Iterator[tuple[str, pl.Series]]:
    """Facts of the case that belong to no act."""
    declared = procedure.attributes.get("case", {})
    for column in sheet.ledger_sheet.columns:
        if column.case is None or column.case not in declared:
            continue
        type_ = declared[column.case].type
        for held in sheet.held(column)[:1]:
            reader = typed_reader(type_, column.case, column, held, procedure, from_1904=sheet.from_1904)
            read = read_column(sheet.cells[held.place], reader)
            for position in np.flatnonzero(read.says(Said.BAD)).tolist():
                wrong = read.readings[read.codes[position]].wrong
                unread.append(Unread(position, held.place, held.heading, wrong, column, None))
            values = read.values(none=False if type_ is Type.YES_NO else None)
            yield f"case.{column.case}", pl.Series(values, dtype=_DTYPES.get(type_, pl.String)).gather(read.codes)


def _shows(sheet: Joined) -> Iterator[tuple[str, pl.Series]]:
    """What people look for and no duty reads, as it stands."""
    for column in sheet.ledger_sheet.columns:
        if column.shows is None:
            continue
        for held in sheet.held(column)[:1]:
            cells = sheet.cells[held.place]
            texts = [" ".join(plain(cell).split()) or None for cell in cells.values]
            yield f"shows.{column.id}", pl.Series(texts, dtype=pl.String).gather(cells.codes)


def _note_organs(filed: Filed, notes: Notes) -> None:
    """Rows that name an organ nobody knows, or a name that several have; sheets that name none at all."""
    sheet, numbered = filed.sheet, filed.numbered
    column = next((one for one in sheet.ledger_sheet.columns if one.key == "organ"), None)
    held = sheet.held(column) if column is not None else ()
    for kind, found in (("organ-unknown", numbered.unknown), ("organ-shared", numbered.shared)):
        for name, positions in sorted(found.items()):
            for part in np.unique(sheet.part[positions]).tolist():
                own = positions[sheet.part[positions] == part]
                values = {"rows": int(own.size), "organ": name}
                notes.row(kind, sheet, int(own[0]), Severity.WARNING, Fate.TAKEN, column=held[0].place, values=values)
    if sheet.is_main and sheet.size:
        nobody = np.array([not organ for organ in numbered.organs], dtype=np.bool_)[numbered.organ]
        for part in np.unique(sheet.part[nobody]).tolist():
            rows = int((sheet.part[nobody] == part).sum())
            notes.add("no-organ", sheet.sheets[part].whole, Severity.WARNING, Fate.TAKEN, values={"rows": rows})


def _note_codes(sheet: Joined, notes: Notes) -> None:
    """Codes of parties whose check digits are wrong; the rows are taken as they stand."""
    for column in sheet.ledger_sheet.columns:
        check = _CHECKED.get(column.shows or "")
        if check is None:
            continue
        for held in sheet.held(column):
            cells = sheet.cells[held.place]
            wrong = dict(_wrong_codes(cells.values, check, personal=notes.personal))
            codes = cells.codes
            for position in np.flatnonzero(np.isin(codes, list(wrong))).tolist():
                kind, meant = wrong[int(codes[position])]
                notes.row(
                    kind,
                    sheet,
                    position,
                    Severity.WARNING,
                    Fate.TAKEN,
                    column=held.place,
                    told=column,
                    values={"meant": meant},
                )


def _wrong_codes(cells: Any, check: Any, *, personal: bool) -> Iterator[tuple[int, tuple[str, str]]]:
    for code, cell in enumerate(cells):
        text = plain(cell)
        if has_lost_digits(cell):
            yield code, ("digits-lost", "")
        elif text and "*" not in text:
            found = check(text)
            if found is not None:
                is_person = text[:17].isdigit() and text[6:8] in ("19", "20")
                yield code, (f"code-{found.kind}", found.meant if personal or not is_person else "")


def _column_at(sheet: Joined, place: int) -> LedgerColumn | None:
    """The column of the ledger that a column of the sheets holds."""
    return next(
        (column for column in sheet.ledger_sheet.columns if any(held.place == place for held in sheet.held(column))),
        None,
    )
