"""Lists and their items told for pages: what stood in them on a day, and what an edition changes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast

from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.registers.words import tell_edition_state, tell_list_kind
from yifa.ledgers.registers.columns import RegisterColumn
from yifa.record.chain.chained import values_of
from yifa.record.importing.changes import Change, What
from yifa.record.importing.register_sheets import cell_of
from yifa.record.lists import comparing
from yifa.record.lists.choices import EditionState, ListKind
from yifa.record.lists.comparing import Difference
from yifa.record.lists.models import Edition, ListItem, OrganList
from yifa.record.lists.queries import in_force_on
from yifa.record.lists.sheets import PARTY_COLUMNS, SHEETS
from yifa.record.lists.telling import tell_value
from yifa.wording import Language

FOUND_SHOWN = 200
_TOLD_OTHERWISE = re.compile(r"[\x00-\x7f年月日周一二三四五六元（）]")
"""Signs of days and sums as people read them."""
_WHAT = {
    comparing.Change.ADDED: What.NEW,
    comparing.Change.CHANGED: What.CHANGED,
    comparing.Change.REMOVED: What.REMOVED,
}


@dataclass(frozen=True)
class ToldList:
    """A list in a line: whose, of what, the edition of the day with its items, and whether a draft waits."""

    row: OrganList
    organ: str
    kind: str
    edition: Edition | None
    since: str
    items: int
    draft: bool


@dataclass(frozen=True)
class ToldItem:
    """An item of a list: what it is known by, and by column what it says."""

    key: str
    name: str
    cells: tuple[str, ...]
    organ_list: OrganList | None = None


def told_lists(rows: Sequence[OrganList], day: date, today: date, speech: Language) -> list[ToldList]:
    """Lists with their editions of a day."""
    names = organ_names({one.organ_id for one in rows}, today)
    editions = {one.list_id: one for one in in_force_on(day).filter(list__in=[one.id for one in rows])}
    counted = ListItem.objects.filter(edition__in=list(editions.values())).order_by().values_list("edition")
    many = dict(counted.annotate(many=Count("id")))
    drafts = set(
        Edition.objects.filter(list__in=list(rows), state=EditionState.DRAFT).values_list("list_id", flat=True)
    )
    found = []
    for one in rows:
        edition = editions.get(one.id)
        found.append(
            ToldList(
                one,
                names.get(one.organ_id, one.organ.code),
                tell_list_kind(one.kind, speech),
                edition,
                edition.first.isoformat() if edition and edition.first else "",
                many.get(edition.id, 0) if edition else 0,
                one.id in drafts,
            )
        )
    return sorted(found, key=lambda told: (told.organ, list(ListKind).index(ListKind(told.row.kind))))


def columns_of(kind: str, items: Sequence[ListItem]) -> list[RegisterColumn]:
    """The columns of a list that some item says something in."""
    said = {name for item in items for name, held in item.values.items() if held not in (None, "", [])}
    if kind == ListKind.ENTERPRISES:
        said |= set(PARTY_COLUMNS)
    return [column for column in SHEETS[ListKind(kind)].columns if column.id in said]


def told_items(
    kind: str, items: Sequence[ListItem], columns: Sequence[RegisterColumn], words: str, speech: Language
) -> list[ToldItem]:
    """The items that have all words somewhere in them, as people read them."""
    sought = words.split()
    found = []
    parties = values_of([item.party for item in items if item.party is not None])
    for item in items:
        values: dict[str, Any] = dict(item.values)
        if item.party is not None:
            told = (parties.get(item.party.name), parties.get(item.party.identifier))
            values |= dict(zip(PARTY_COLUMNS, told, strict=True))
        cells = tuple("" if values.get(one.id) is None else tell_value(values[one.id], one, speech) for one in columns)
        text = " ".join((item.key, *cells))
        if all(word in text for word in sought):
            found.append(ToldItem(item.key, comparing.name_of(item.key, values), cells))
    return found


def found_items(day: date, words: str, speech: Language) -> list[tuple[ToldItem, Edition]]:
    """Items in force on a day that have these words, in all lists one may read; the first of them."""
    editions = {one.id: one for one in in_force_on(day)}
    found: list[tuple[ToldItem, Edition]] = []
    for id_, edition in editions.items():
        kind = edition.list.kind
        rows = ListItem.objects.filter(edition=id_).select_related("party").order_by("place")
        items = list(_may_have(rows, words, ListKind(kind), speech))
        told = told_items(kind, items, SHEETS[ListKind(kind)].columns, words, speech)
        found += [(one, edition) for one in told]
        if len(found) >= FOUND_SHOWN:
            break
    return found[:FOUND_SHOWN]


def _may_have(rows: QuerySet[ListItem], words: str, kind: ListKind, speech: Language) -> QuerySet[ListItem]:
    """Without items that cannot have these words.

    What an item says is kept as it is read, but for days, sums, words of a closed list, and the names of parties; by a
    word that may stand in one of these nothing is left out.
    """
    if kind is ListKind.ENTERPRISES:
        return rows
    named = [name for column in SHEETS[kind].columns for names in column.words.values() for name in names]
    for word in words.split():
        if word.isascii() or "、" in word or not _TOLD_OTHERWISE.sub("", word):
            continue
        if not any(word in name for name in named):
            rows = rows.annotate(kept=Cast("values", TextField())).filter(
                Q(key__contains=word) | Q(kept__contains=word) | Q(kept__contains=json.dumps(word)[1:-1])
            )
    return rows


def told_editions(editions: Sequence[Edition], speech: Language) -> list[dict[str, Any]]:
    """The editions of a list, the last first."""
    return [
        {
            "row": one,
            "state": tell_edition_state(one.state, speech),
            "first": one.first.isoformat() if one.first else "",
            "last": one.last.isoformat() if one.last else "",
            "published": one.published_on.isoformat() if one.published_on else "",
            "file": str(one.came_from.get("file", "")),
        }
        for one in editions
    ]


def told_differences(
    found: Sequence[Difference], kind: str, speech: Language, rows: Mapping[str, int] | None = None, sheet: str = ""
) -> list[Change]:
    """What differs between two editions, as workbooks tell it."""
    columns = {one.id: one for one in SHEETS[ListKind(kind)].columns}
    made = []
    for one in found:
        told = tuple(
            (columns[name], _told(before, columns[name], speech), _told(after, columns[name], speech))
            for name, (before, after) in one.columns.items()
            if name in columns and one.change is not comparing.Change.REMOVED
        )
        name = one.name if one.name == one.key else f"{one.key} {one.name}"
        made.append(Change(_WHAT[one.change], one.key, name, sheet, (rows or {}).get(one.key, 0), told))
    return made


def _told(value: Any, column: RegisterColumn, speech: Language) -> str:
    return "" if value is None else tell_value(value, column, speech)


def cells_of_items(kind: str, values: Mapping[str, Mapping[str, Any]]) -> list[dict[str, str]]:
    """Items as the sheet of the list holds them; amounts in yuan."""
    columns = SHEETS[ListKind(kind)].columns
    return [{one.id: _cell(one, held.get(one.id)) for one in columns} for held in values.values()]


def _cell(column: RegisterColumn, value: Any) -> str:
    if column.type.value == "money" and value is not None:
        return f"{value / 100:.2f}".removesuffix(".00")
    return cell_of(column, value)
