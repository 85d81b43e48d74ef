"""Which folders keep what governments say they run, and which folder carries out a rule."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from yifa.law.catalogue.folders import folder, place_of, procedure_ids, register_ids
from yifa.law.catalogue.reading import Written
from yifa.law.catalogue.rulebook import rulebook
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


@cache
def carriers() -> Mapping[str, tuple[str, ...]]:
    """For each computed rule the procedures that carry it out: the one whose section it is goes before others."""
    found: dict[str, list[str]] = {}
    for id_ in procedure_ids():
        place = place_of(id_)
        classed = Written.file(place / "rules.yaml").at(("rules",)) if (place / "rules.yaml").is_file() else None
        sections = Written.file(place / "procedure.yaml").at(("sections",)) or ()
        own = {rule for section in sections for rule in rulebook().get(section, {})}
        for rule, line in (classed or {}).items():
            if line.get("class") == "computed":
                found.setdefault(rule, []).insert(0 if rule in own else len(found.get(rule, ())), id_)
    return {rule: tuple(ids) for rule, ids in found.items()}
