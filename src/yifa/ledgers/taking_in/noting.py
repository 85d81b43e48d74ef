"""Notes what is wrong while a folder is read: where, the value as it may be shown, and what became of the row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yifa.law.catalogue.ledgers import LedgerColumn
from yifa.ledgers.identifiers import mask, mask_text
from yifa.ledgers.problems import Fate, Place, Problem, Severity
from yifa.ledgers.taking_in.sheet import Joined, Sheet
from yifa.ledgers.values.texts import plain

_LONGEST = 80  # signs of a value that are shown


class Notes:
    """The problems of one run. `personal`: whether personal contents are shown as they stand."""

    def __init__(self, *, personal: bool = False) -> None:
        self.personal = personal
        self.problems: list[Problem] = []

    def add(
        self,
        kind: str,
        place: Place,
        severity: Severity,
        fate: Fate,
        *,
        value: str = "",
        heading: str = "",
        organ: str | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        """Note a problem; `value` may be shown as it is."""
        shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
        self.problems.append(Problem(kind, place, severity, fate, shown, heading, organ, values or {}))

    def row(
        self,
        kind: str,
        sheet: Joined,
        position: int,
        severity: Severity,
        fate: Fate,
        *,
        column: int | None = None,
        told: LedgerColumn | None = None,
        organ: str | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        """Note a problem of a row, or of one cell of it (`column` of the grid, `told` what it holds)."""
        value = heading = ""
        if column is not None:
            value = shown_value(plain(sheet.cells[column].at(position)), told, personal=self.personal)
            heading = sheet.heading(position, column)
        self.add(
            kind,
            sheet.place(position, column),
            severity,
            fate,
            value=value,
            heading=heading,
            organ=organ,
            values=values,
        )

    def cell(
        self,
        kind: str,
        sheet: Sheet,
        position: int,
        column: int,
        severity: Severity,
        fate: Fate,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        """Note a problem of a cell of a register."""
        text = plain(sheet.grid.cell(int(sheet.rows[position]), column))
        self.add(
            kind,
            sheet.place(position, column),
            severity,
            fate,
            value=text if self.personal else mask_text(text),
            heading=sheet.headings[column],
            values=values,
        )

    def rows(self, kind: str, sheet: Joined, positions: Iterable[int], severity: Severity, fate: Fate) -> None:
        """Note the same of several rows."""
        for position in positions:
            self.row(kind, sheet, int(position), severity, fate)


def shown_value(text: str, told: LedgerColumn | None, *, personal: bool) -> str:
    """A content as it may be shown: what tells of a person is hidden unless asked for."""
    if personal:
        return text
    if told is not None and told.personal:
        return mask(text, told.shows or "text")
    return mask_text(text)
