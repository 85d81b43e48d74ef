"""What differs between two editions, item by item: added, removed, changed with what stood there before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Values = Mapping[str, Any]


class Change(StrEnum):
    """What became of an item."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One item that differs: by column what stood there before and after; None where it had nothing."""

    change: Change
    key: str
    name: str
    columns: Mapping[str, tuple[Any, Any]]


def differences(before: Mapping[str, Values], after: Mapping[str, Values]) -> list[Difference]:
    """What differs between two editions, each by key the values of its items; in the order of the later one."""
    found = []
    for key, values in after.items():
        old = before.get(key)
        columns = _columns(old or {}, values)
        if old is None:
            found.append(Difference(Change.ADDED, key, name_of(key, values), columns))
        elif columns:
            found.append(Difference(Change.CHANGED, key, name_of(key, values), columns))
    found += [
        Difference(Change.REMOVED, key, name_of(key, values), _columns(values, {}))
        for key, values in before.items()
        if key not in after
    ]
    return found


def name_of(key: str, values: Values) -> str:
    """What people call an item."""
    return str(values.get("name") or values.get("matter") or key)


def _columns(before: Values, after: Values) -> dict[str, tuple[Any, Any]]:
    names: Iterable[str] = dict.fromkeys((*before, *after))
    return {name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)}
