"""What a register that was sent in would change, row by row; the same whether it is only asked about or done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import transaction

from yifa.ledgers.problems import Problem
from yifa.ledgers.registers.columns import RegisterColumn, RegisterSheet
from yifa.ledgers.taking_in.one_sheet import ReadSheet, Row, is_whole
from yifa.record.importing.register_sheets import cell_of


class What(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    """of lists alone, which come whole"""


@dataclass(frozen=True)
class Change:
    """A row: what becomes of it, of whom it tells, and by column what stood there and what is told now."""

    what: What
    key: str
    name: str
    sheet: str
    row: int
    columns: tuple[tuple[RegisterColumn, str, str], ...] = ()


@dataclass
class Changes:
    """What a workbook comes to. With an error among its problems nothing of it is written."""

    rows: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read: list[tuple[RegisterSheet, ReadSheet]] = field(default_factory=list)
    done: bool = False
    leads_to: str = ""
    """The address of what was made of it, where there is one."""

    @property
    def is_whole(self) -> bool:
        """Whether it can be written."""
        return is_whole(self.problems)

    @property
    def many(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def count(self, what: What) -> int:
        """How many rows this becomes of."""
        return sum(1 for one in self.rows if one.what is what)

    def take(self, sheet: RegisterSheet, read: ReadSheet) -> None:
        """Note a sheet that was read."""
        self.read.append((sheet, read))
        self.problems.extend(read.problems)

    def note(
        self,
        sheet: RegisterSheet,
        read: ReadSheet,
        row: Row,
        name: str,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any],
    ) -> Change:
        """Note what becomes of a row: new where there was nothing `before`, else what differs of what it tells."""
        columns = []
        for column in sheet.columns:
            told = cell_of(column, after.get(column.id))
            held = "" if before is None else cell_of(column, before.get(column.id))
            if told != held:
                columns.append((column, held, told))
        what = What.NEW if before is None else What.CHANGED if columns else What.UNCHANGED
        made = Change(what, row.key, name, read.sheet, row.row, tuple(columns))
        self.rows.append(made)
        return made


def told_only(values: Mapping[str, Any], columns: Iterable[str]) -> dict[str, Any]:
    """Some columns of a row, as far as it tells of them: what is blank or has no column changes nothing."""
    return {name: values[name] for name in columns if values.get(name) not in (None, "", [])}


def whole_or_nothing(do: Callable[[], Changes], *, dry_run: bool) -> Changes:
    """Do all of it in one transaction; `dry_run`, or with an error anywhere, none of it."""
    with transaction.atomic():
        found = do()
        if dry_run or not found.is_whole:
            transaction.set_rollback(True)
        else:
            found.done = True
    return found
