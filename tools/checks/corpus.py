"""Whether the whole corpus can be read, and whether what it names exists."""

from __future__ import annotations

from pathlib import Path

from yifa.law.catalogue import CorpusFaults, calendar, contested_points, find_statute, policies, statutes
from yifa.law.catalogue.folders import place_of, procedure_ids, register_ids
from yifa.law.catalogue.statutes import UnknownStatute
from yifa.law.catalogue.vectors import read_vectors
from yifa.law.run.folder_checks import check_folders

HOUSE = Path(__file__).resolve().parent.parent.parent


def procedure_faults() -> list[str]:
    """Every fault of every folder, and every example that comes out otherwise."""
    places = [Path(str(place_of(id_))) for id_ in (*procedure_ids(), *register_ids())]
    found: list[str] = []
    for check in check_folders(places, calendar()):
        found += check.faults
        for one in check.differences:
            line = f"expected {one.expected}, found {one.found}"
            found.append(f"procedures/{check.id}: «{one.example}»: {one.duty}, {one.subject}: {line}")
    return found


def faults() -> list[str]:
    """Every fault of every file, all at once."""
    found: list[str] = []
    for read in (statutes, calendar, policies, contested_points):
        try:
            read()
        except CorpusFaults as error:
            found += map(str, error.faults)
    try:
        files = read_vectors(HOUSE / "vectors")
    except CorpusFaults as error:
        return found + [str(fault) for fault in error.faults]
    found += procedure_faults()
    if found:
        return found
    seen: set[str] = set()
    for vector in (vector for file in files for vector in file.vectors):
        if vector.id in seen:
            found.append(f"vectors: id {vector.id} is used twice")
        seen.add(vector.id)
        try:
            find_statute(vector.law)
        except UnknownStatute:
            found.append(f"vectors: {vector.id} names «{vector.law}», which is no statute of the corpus")
    return found
