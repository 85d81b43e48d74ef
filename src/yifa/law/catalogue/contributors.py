"""Which figures are asked of which office: `corpus/contributors.yaml`, or a file of the place's own in the same shape.

Only what no ledger tells is asked for; a measure is asked of the first contributor that is named for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from pydantic import Field

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.measures import Measure, measures
from yifa.law.catalogue.reading import CORPUS, CorpusModel, Written
from yifa.law.catalogue.statutes import Bilingual

FILE = "contributors.yaml"


class Contributor(CorpusModel):
    """One office that is asked, by the measures it knows of."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)*$")
    name: Bilingual
    measures: tuple[str, ...] = Field(min_length=1)


class ContributorsFile(CorpusModel):
    """All of them."""

    contributors: tuple[Contributor, ...] = Field(min_length=1)


def contributors(path: Path | None = None) -> tuple[Contributor, ...]:
    """Those of the corpus, or of a file; raises `CorpusFaults`."""
    written = Written.file(CORPUS / FILE if path is None else path)
    read = written.as_(ContributorsFile).contributors
    known = [one.id for one in measures()]
    faults: list[CorpusFault] = []
    ids: set[str] = set()
    for place, one in enumerate(read):
        if one.id in ids:
            faults.append(written.fault(("contributors", place, "id"), f"«{one.id}» is the id of two contributors"))
        ids.add(one.id)
        for number, pattern in enumerate(one.measures):
            if not any(fnmatchcase(id_, pattern) for id_ in known):
                faults.append(written.fault(("contributors", place, "measures", number), f"«{pattern}» is no measure"))
    if faults:
        raise CorpusFaults(faults)
    return read


def asked_of(wanted: Iterable[Measure], of: Sequence[Contributor]) -> dict[str, list[Measure]]:
    """Contributor → the measures it is asked for, in order; measures nobody is named for are left out."""
    found: dict[str, list[Measure]] = {}
    for one in wanted:
        for contributor in of:
            if any(fnmatchcase(one.id, pattern) for pattern in contributor.measures):
                found.setdefault(contributor.id, []).append(one)
                break
    return found
