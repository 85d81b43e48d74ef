"""What is wrong with a ledger: by file, sheet, cell, value and expectation, and what became of the row.

A problem is found as a kind with values and worded at the end (`telling` beside this), so that one run can be told in
two languages. Values of personal columns are masked when the problem is found, not when it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Something was not taken: a file, a sheet, a column or a row."""
    WARNING = "warning"
    """Taken, but it is doubtful and somebody should look."""
    NOTE = "note"
    """Taken or set aside as it should be; told so that nothing happens in silence."""


class Fate(StrEnum):
    """What became of the row (or of the whole file, sheet or column) a problem speaks of."""

    TAKEN = "taken"
    HELD = "held"
    """In the needs-correction workbook."""
    COPY = "copy"
    """Says what another row says that was taken."""
    ASIDE = "aside"
    """No row of a case: a total, an explanation, an example, a blank line."""
    NOT_READ = "not-read"
    """The file, sheet or column was not read at all."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: `row` and `column` count from 1 as Excel shows them."""

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str:
        """The cell as Excel names it, `C17`; only the column or the row where the other is missing."""
        return f"{'' if self.column is None else column_letters(self.column)}{'' if self.row is None else self.row}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or that was decided and should be known.

    `value` is what stands there (masked where the column is personal), `values` fill the gaps of the sentence.
    `organ`: the id of the organ whose row it is, as far as known. `heading`: the heading of the column as written.
    """

    kind: str
    place: Place
    severity: Severity
    fate: Fate
    value: str = ""
    heading: str = ""
    organ: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


def column_letters(number: int) -> str:
    """The letters of a column counted from 1.

    >>> column_letters(1), column_letters(28), column_letters(703)
    ('A', 'AB', 'AAA')
    """
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
