"""What can be asked of lists: what was in force on a day, what stands in an edition, what a draft would change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from yifa.record.chain.chained import values_of
from yifa.record.lists.choices import EditionState, ListKind
from yifa.record.lists.comparing import Difference, differences
from yifa.record.lists.models import Edition, ListItem, OrganList
from yifa.record.lists.reading import ReadList, key_of
from yifa.record.lists.sheets import PARTY_COLUMNS
from yifa.record.organs.models import Organ

HELD = (EditionState.IN_FORCE, EditionState.AMENDED, EditionState.WITHDRAWN)


def lists_of(organ: Organ) -> QuerySet[OrganList]:
    """The lists of an organ, with their editions."""
    return OrganList.objects.filter(organ=organ).prefetch_related("editions").order_by("kind")


def in_force_on(day: date) -> QuerySet[Edition]:
    """The editions in force on a day."""
    held = Edition.objects.filter(Q(last__isnull=True) | Q(last__gte=day), state__in=HELD, first__lte=day)
    return held.select_related("list__organ").order_by("list_id")


def edition_on(organ: Organ, kind: ListKind, day: date) -> Edition | None:
    """The edition of a list of an organ that was in force on a day; None where none was."""
    return in_force_on(day).filter(list__organ=organ, list__kind=kind).first()


def items_on(organ: Organ, kind: ListKind, day: date) -> QuerySet[ListItem]:
    """What stood in a list of an organ on a day."""
    return items_of(edition_on(organ, kind, day))


def items_of(edition: Edition | None) -> QuerySet[ListItem]:
    """What stands in an edition, in its order."""
    found = ListItem.objects.none() if edition is None else ListItem.objects.filter(edition=edition)
    return found.select_related("party").order_by("place")


def values_by_key(edition: Edition | None) -> dict[str, Mapping[str, Any]]:
    """By key what an edition says of its items, with the names of enterprises that were not erased."""
    items = list(items_of(edition))
    held = values_of([item.party for item in items if item.party is not None])
    found: dict[str, Mapping[str, Any]] = {}
    for item in items:
        values = dict(item.values)
        if item.party is not None:
            told = (held.get(item.party.name), held.get(item.party.identifier))
            values |= {name: value for name, value in zip(PARTY_COLUMNS, told, strict=True) if value is not None}
        found[key_of(ListKind.ENTERPRISES, values) if "code" in values and item.party else item.key] = values
    return found


def what_changes(edition: Edition) -> list[Difference]:
    """What a draft changes in the edition in force, or an edition in the one before it."""
    earlier = Edition.objects.filter(list=edition.list, number__lt=edition.number, state__in=HELD).order_by("-number")
    return differences(values_by_key(earlier.first()), values_by_key(edition))


def would_change(organ_list: OrganList, read: ReadList) -> list[Difference]:
    """What a list that was read would change in the edition in force; nothing is written."""
    edition = Edition.objects.filter(list=organ_list, state=EditionState.IN_FORCE).first()
    return differences(values_by_key(edition), {row.key: row.values for row in read.rows})
