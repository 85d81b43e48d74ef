"""How those are called whom texts and fields name by `officer12` or `party7`, as far as they may be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yifa.interfaces.office.kept_values import values_behind
from yifa.record.cases.models import Act
from yifa.record.organs.models import Officer
from yifa.record.parties.models import Party
from yifa.record.scope import OfMany

_REFERENCE = re.compile(r"(officer|party)([1-9][0-9]*)")


def names_in(acts: Iterable[Act]) -> dict[str, str]:
    """How those are called to whom fields of acts refer, as far as they may be read."""
    return names_of(" ".join(f"{act.fields} {act.recorded_by}" for act in acts))


def names_of(texts: str) -> dict[str, str]:
    """How those are called to whom a text refers by `officer12` or `party7`."""
    wanted: dict[str, set[int]] = {"officer": set(), "party": set()}
    for kind, number in _REFERENCE.findall(texts):
        wanted[kind].add(int(number))
    officers, parties = _OFFICERS(wanted["officer"]), _PARTIES(wanted["party"])
    told = values_behind([*(name for _, name, _ in officers), *(name for _, name in parties)])
    found = {f"officer{id_}": told.get(name) or number for id_, name, number in officers}
    return found | {f"party{id_}": told[name] for id_, name in parties if told.get(name)}


_OFFICERS = OfMany(lambda ids: Officer.objects.filter(id__in=ids).values_list("id", "name", "number"), int)
_PARTIES = OfMany(lambda ids: Party.objects.filter(id__in=ids).values_list("id", "name"), int)


def named(value: str, names: dict[str, str]) -> str:
    """A value with the people it refers to by their names; whose name was erased keeps the reference."""
    parts = value.replace(", ", "、").split("、")
    return "、".join(names.get(part, part) for part in parts)
