"""What the law reads of lists: acts that an edition in force tells, fields it fills, and the tables beside ledgers.

Nothing is told of a list the organ does not keep on record: then the law does not know, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from yifa.law import facts
from yifa.law.catalogue.from_lists import FromList, Told
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Declared, Type, day_number, day_of
from yifa.ledgers.registers.columns import DISCRETION, POWERS, RegisterSheet
from yifa.ledgers.taken import Lists
from yifa.record.lists.choices import ListKind
from yifa.record.lists.comparing import Values
from yifa.record.lists.models import Edition, ListItem, OrganList
from yifa.record.lists.queries import HELD, in_force_on, values_by_key
from yifa.record.organs.models import Organ

_DTYPES = {Type.DAY: pa.int64(), Type.MONEY: pa.int64(), Type.NAMES: pa.large_list(pa.large_string())}


def with_lists(
    acts: Sequence[facts.Act], organ: Organ, procedure: Procedure, *, named: bool = False
) -> list[facts.Act]:
    """The acts of a case with what the lists of its organ tell: acts beside them, fields that nobody filled in."""
    found = list(acts)
    if not procedure.from_lists:
        return found
    for kind, declared in procedure.from_lists.items():
        organ_list = OrganList.objects.filter(organ=organ, kind=kind).first()
        if organ_list is None:
            continue
        editions = list(Edition.objects.filter(list=organ_list, state__in=HELD).order_by("first"))
        if declared.tells:
            matters = _Matters(editions)
            found = [_filled(act, declared.tells.get(act.kind, {}), matters) for act in found]
        found += _told(editions, declared, procedure, named)
    return found


class _Matters:
    """What stands in a column of the edition in force on a day, looked up once for each."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        self.editions = editions
        self._columns: dict[tuple[int, str], frozenset[str]] = {}

    def on(self, day: date, column: str) -> frozenset[str] | None:
        """None where no edition was in force."""
        for edition in self.editions:
            if edition.first is not None and edition.first <= day and (edition.last is None or day <= edition.last):
                key = (edition.id, column)
                if key not in self._columns:
                    rows = ListItem.objects.filter(edition=edition).values_list("values", flat=True)
                    self._columns[key] = frozenset(str(one[column]) for one in rows if one.get(column) is not None)
                return self._columns[key]
        return None


def _filled(act: facts.Act, fields: Mapping[str, Told], matters: _Matters) -> facts.Act:
    added: dict[str, Any] = {}
    for field, told in fields.items():
        asked = act.fields.get(told.by)
        if act.day is None or asked is None or act.fields.get(field) is not None:
            continue
        there = matters.on(day_of(act.day), told.column)
        if there is not None:
            added[field] = str(asked) in there
    if not added:
        return act
    return replace(act, fields={**act.fields, **added})


def _told(editions: Sequence[Edition], declared: FromList, procedure: Procedure, named: bool) -> Iterator[facts.Act]:
    """The acts of editions as they came into force, one after the other."""
    before: Mapping[str, Values] = {}
    for edition in editions:
        first = edition.first
        if first is None:
            continue
        on = day_number(first)
        if declared.in_force is not None:
            yield _act(declared.in_force, on, {}, edition, "", named)
        if declared.published is not None and edition.published_on is not None:
            yield _act(declared.published, day_number(edition.published_on), {}, edition, "", named)
        if declared.added is None and declared.removed is None:
            continue
        now = values_by_key(edition)
        for kind, rows, others in ((declared.added, now, before), (declared.removed, before, now)):
            if kind is not None:
                for key, values in rows.items():
                    if key not in others or (kind == declared.added and others[key] != values):
                        fields = _fields(values, declared.fields, procedure.vocabulary[kind])
                        yield _act(kind, on, fields, edition, key, named)
        before = now
        if edition.last is not None and edition.state == "withdrawn" and declared.removed is not None:
            for key, values in now.items():
                fields = _fields(values, declared.fields, procedure.vocabulary[declared.removed])
                yield _act(declared.removed, day_number(edition.last) + 1, fields, edition, key, named)
            before = {}


def _act(kind: str, on: int, fields: Mapping[str, Any], edition: Edition, key: str, named: bool) -> facts.Act:
    return facts.Act(kind, on, None, dict(fields), None, f"list{edition.id}/{kind}/{key}" if named else None)


def _fields(values: Values, columns: Mapping[str, str], vocabulary: Mapping[str, Declared]) -> dict[str, Any]:
    found = {}
    for field, column in columns.items():
        if field not in vocabulary or values.get(column) is None:
            continue
        declared = vocabulary[field]
        value = values[column]
        if declared.type is Type.DAY:
            found[field] = day_number(date.fromisoformat(value))
        elif not declared.words or value in declared.words:
            found[field] = value
    return found


def tables_on(day: date) -> Lists:
    """The lists of powers and bands of discretion in force on a day, as the tables that lie beside ledgers."""
    by_kind: dict[str, list[dict[str, Any]]] = {ListKind.POWERS: [], ListKind.DISCRETION: []}
    editions = list(in_force_on(day).filter(list__kind__in=list(by_kind)))
    organs = {one.id: one.list for one in editions}
    items = ListItem.objects.filter(edition__in=editions).order_by("edition_id", "place")
    for item in items:
        by_kind[organs[item.edition_id].kind].append({"organ": organs[item.edition_id].organ.code, **item.values})
    return Lists(
        powers=_table(POWERS, by_kind[ListKind.POWERS]), discretion=_table(DISCRETION, by_kind[ListKind.DISCRETION])
    )


def _table(sheet: RegisterSheet, rows: Sequence[Mapping[str, Any]]) -> pa.Table | None:
    """The rows of a list under the columns of its sheet; None where no list is on record."""
    if not rows:
        return None
    arrays = {}
    for column in sheet.columns:
        held = [row.get(column.id) for row in rows]
        if column.type is Type.DAY:
            held = [None if one is None else day_number(date.fromisoformat(one)) for one in held]
        arrays[column.id] = pa.array(held, _DTYPES.get(column.type, pa.large_string()))
    return pa.table(arrays)
