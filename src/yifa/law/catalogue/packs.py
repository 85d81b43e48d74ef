"""Packs: corpus folders that others ship as Python packages, read beside our own without touching it.

A pack names itself by an entry point of the group `yifa.packs` whose value is a package that holds a folder `corpus`
with any of `statutes`, `calendars`, `measures`, `procedures`, `registers` and `rulebook.yaml`. It adds; what exists
already it cannot replace, and an id that stands twice is a fault that names both places.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults

GROUP = "yifa.packs"
FOLDER = "corpus"
OWN = "yifa"


@cache
def roots() -> Mapping[str, Traversable]:
    """The corpus folders by the name of their pack, our own first; raises `CorpusFaults` for packs that have none."""
    found: dict[str, Traversable] = {OWN: files(OWN) / FOLDER}
    faults = []
    for point in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        try:
            import_module(point.value)
            place = files(point.value) / FOLDER
        except ModuleNotFoundError as error:
            faults.append(CorpusFault(point.name, None, "", f"names «{point.value}», which is missing: {error}"))
            continue
        if point.name in found:
            faults.append(CorpusFault(point.name, None, "", "two packs have this name"))
        elif not place.is_dir():
            faults.append(CorpusFault(point.name, None, "", f"`{point.value}` holds no folder `{FOLDER}`"))
        else:
            found[point.name] = place
    if faults:
        raise CorpusFaults(faults)
    return MappingProxyType(found)
