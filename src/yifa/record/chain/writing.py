"""Verbs: the only way rows of the record come to be, one transaction each.

    with verb("organ-renamed", organ="qp-market", by=officer, on=day, recorded=now) as writing:
        writing.change(old_name, last=day)
        writing.insert(OrganName(organ=organ, name="青屏县市场监督管理局", first=day))

What was written is told in one entry of the organ's chain, with the images of all rows; then the transaction ends. If
anything fails, nothing of it is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeVar

from django.db import transaction

from yifa.record.chain.actions import Personal, append
from yifa.record.chain.canonical import canonical
from yifa.record.chain.chained import Chained, PersonalField, personal_columns
from yifa.record.chain.chosen import chosen
from yifa.record.chain.commitments import commit
from yifa.record.chain.entries import Entry
from yifa.record.chain.instances import told_instance, write_instance
from yifa.record.chain.models import KeptValue, kept_row
from yifa.record.chain.plain_rows import PlainRow, write_plain
from yifa.record.chain.under_way import falls_together, is_writing, verb_under_way

AnyRow = TypeVar("AnyRow", bound=Chained)


class NotWriting(RuntimeError):
    """A row of the record was to be written outside a verb, or a verb inside another."""


@dataclass
class Writing:
    """What a verb writes: rows, told in one entry. A part holds rows; those written many at once as they are told."""

    act: str
    organ: str
    by: str
    on: date
    recorded: datetime
    because: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    algorithm: str = field(default_factory=chosen)
    parts: list[list[Chained | str]] = field(default_factory=lambda: [[]])
    entries: list[Entry] = field(default_factory=list)

    def part(self) -> None:
        """From here on what is written is told in an entry of its own: one for each case of a batch, say."""
        if self.parts[-1]:
            self.parts.append([])

    def insert(self, *rows: AnyRow) -> Sequence[AnyRow]:
        """Put new rows into their table, all of one kind."""
        if not rows:
            return rows
        self._keep_personal(rows)
        if len(rows) == 1:
            write_instance(rows[0])
        else:
            type(rows[0])._base_manager.bulk_create(rows)
        self.parts[-1].extend(rows)
        return rows

    def spread(self, model: type[Chained], groups: Sequence[Sequence[PlainRow]], first: int = 0) -> None:
        """Put rows into a table at once, each group told in a part of its own, from part `first` on; with their `id`.

        Equal personal values get commitments of their own.
        """
        self.parts.extend([] for _ in range(first + len(groups) - len(self.parts)))
        rows = [row for group in groups for row in group]
        self._keep_plain(model, rows)
        told = iter(write_plain(model, rows))
        for place, group in enumerate(groups, first):
            self.parts[place].extend(islice(told, len(group)))

    def change(self, row: AnyRow, **values: Any) -> AnyRow:
        """Change columns of a row, which gets its next version. Raises `Overtaken` where somebody else did before."""
        return self.change_in(len(self.parts) - 1, row, **values)

    def change_in(self, part: int, row: AnyRow, **values: Any) -> AnyRow:
        """Change a row as `change` does, told in a part by its place."""
        before = row.version
        for name, value in values.items():
            setattr(row, name, value)
        row.version = before + 1
        self._keep_personal([row])
        columns = {name: getattr(row, name) for name in values} | {"version": before + 1}
        done = type(row)._base_manager.filter(pk=row.pk, version=before).update(**columns)
        if done != 1:
            raise Overtaken(*row.address, before)
        self.parts[part].append(row)
        return row

    def _keep_personal(self, rows: Sequence[Chained]) -> None:
        """Commit to personal values and keep them apart; equal values of one call get commitments of their own."""
        kept = []
        for row in rows:
            for name in personal_columns(type(row)):
                value = getattr(row, name)
                if isinstance(value, Personal):
                    made = commit(value.value, algorithm=self.algorithm)
                    kept.append(KeptValue.of(value.value, made))
                    setattr(row, name, made.digest)
        if kept:
            KeptValue.objects.bulk_create(kept)

    def _keep_plain(self, model: type[Chained], rows: Sequence[PlainRow]) -> None:
        """The same for rows that are written many at once."""
        kept = []
        for column in (str(one.column) for one in model._meta.concrete_fields if isinstance(one, PersonalField)):
            for row in rows:
                value = row.get(column)
                if isinstance(value, Personal):
                    made = commit(value.value, algorithm=self.algorithm)
                    kept.append(kept_row(value.value, made))
                    row[column] = made.digest
        write_plain(KeptValue, kept, told=False)

    def told(self) -> list[str]:
        """What the entries say of it as canonical text, one for each part."""
        head: dict[str, Any] = {"act": self.act, "by": self.by, "on": self.on.isoformat(), **self.about}
        head |= {"because": self.because} if self.because else {}
        before, after = _around(head)
        return [f"{before}{','.join(map(_told, part))}{after}" for part in self._told_parts()]

    def _told_parts(self) -> list[list[Chained | str]]:
        """The parts that are told: those with rows, or the one there is."""
        return [part for part in self.parts if part or len(self.parts) == 1]

    def joined(self, entries: list[Entry]) -> None:
        """Let everything written know the entry that tells of it."""
        self.entries = entries
        for part, entry in zip(self._told_parts(), entries, strict=True):
            for row in part:
                if not isinstance(row, str):
                    row.told_in = entry


def _around(head: Mapping[str, Any]) -> tuple[str, str]:
    """What stands before and after the rows of an entry."""
    texts = {key: f"{canonical(key)}:{canonical(value)}" for key, value in head.items()}
    first = [texts[key] for key in sorted(texts) if key < "rows"]
    last = [texts[key] for key in sorted(texts) if key > "rows"]
    return f'{{{",".join([*first, ""])}"rows":[', f"]{','.join(['', *last])}}}"


def _told(row: Chained | str) -> str:
    return row if isinstance(row, str) else told_instance(row)


class Overtaken(RuntimeError):
    """Somebody else changed a row since it was read; nothing was written."""

    def __init__(self, table: str, id_: int, version: int) -> None:
        super().__init__(f"{table} {id_}: somebody changed it since version {version} was read; read it again")


@contextmanager
def verb(
    act: str,
    *,
    organ: str,
    by: str,
    on: date,
    recorded: datetime,
    because: str = "",
    about: Mapping[str, Any] | None = None,
) -> Iterator[Writing]:
    """Open the transaction of a verb of an organ; `by` whom, `on` which day it happened, `recorded` when it is written.

    `about`: what the entry says beside its rows. Verbs do not stand inside one another.
    """
    if is_writing():
        raise NotWriting(f"{act}: a verb is already being written; verbs do not stand inside one another")
    writing = Writing(act, organ, by, on, recorded, because, about or {})
    token = verb_under_way.set(act)
    try:
        with transaction.atomic(savepoint=not falls_together.get()):
            yield writing
            writing.joined(append(organ, writing.told(), recorded, writing.algorithm))
    finally:
        verb_under_way.reset(token)
