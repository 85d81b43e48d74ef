"""Which folders keep what governments say they run, and how far each goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from yifa.law.catalogue.folders import folder, procedure_ids, register_ids
from yifa.law.catalogue.systems import systems


@cache
def keepers() -> Mapping[str, tuple[str, ...]]:
    """For each system the folders that keep it: procedures first. A system without a folder has none."""
    found: dict[str, list[str]] = {id_: [] for id_ in systems()}
    for name in (*procedure_ids(), *register_ids()):
        for id_ in folder(name).procedure.systems:
            if id_ in found:
                found[id_].append(name)
    return {id_: tuple(names) for id_, names in found.items()}
