"""How those are called whom texts and fields name by `officer12` or `party7`, as far as they may be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yifa.record.cases.models import Act
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.record.parties.models import Party

_REFERENCE = re.compile(r"(officer|party)([1-9][0-9]*)")


def names_in(acts: Iterable[Act]) -> dict[str, str]:
    """How those are called to whom fields of acts refer, as far as they may be read."""
    return names_of(" ".join(f"{act.fields} {act.recorded_by}" for act in acts))


def names_of(texts: str) -> dict[str, str]:
    """How those are called to whom a text refers by `officer12` or `party7`."""
    wanted: dict[str, set[int]] = {"officer": set(), "party": set()}
    for kind, number in _REFERENCE.findall(texts):
        wanted[kind].add(int(number))
    officers = list(Officer.objects.filter(id__in=wanted["officer"]))
    parties = list(Party.objects.filter(id__in=wanted["party"]))
    told = values_of([*officers, *parties])
    found = {f"officer{one.id}": told.get(one.name) or one.number for one in officers}
    return found | {f"party{one.id}": name for one in parties if (name := told.get(one.name))}


def named(value: str, names: dict[str, str]) -> str:
    """A value with the people it refers to by their names; whose name was erased keeps the reference."""
    parts = value.replace(", ", "、").split("、")
    return "、".join(names.get(part, part) for part in parts)
