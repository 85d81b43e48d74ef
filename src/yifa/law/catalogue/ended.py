"""Texts that no longer hold: their names, the first day without them, and what ended them.

From two places of the corpus: statutes whose last version has ended, and `statutes/ended.yaml` for names by which
nothing is counted any more. A name that stands in both is a fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pydantic import Field

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.reading import CORPUS, CorpusModel, read_file
from yifa.law.catalogue.statutes import ENDED, Statute, Verified, statutes


class EndedEntry(CorpusModel):
    """Names that went out of force on one day by one article."""

    names: tuple[str, ...] = Field(min_length=1)
    from_: date = Field(alias="from")
    by: str
    verified: Verified


class EndedFile(CorpusModel):
    """`ended.yaml`."""

    ended: tuple[EndedEntry, ...]


@dataclass(frozen=True)
class Ended:
    """A text by its short name: out of force from `day` on, by or in favour of `successor` (empty where not told)."""

    name: str
    day: date
    successor: str


@cache
def ended_texts() -> tuple[tuple[str, Ended], ...]:
    """Every name that no longer holds, with its text; raises `CorpusFaults` where one stands twice."""
    entries = read_file(CORPUS / "statutes" / ENDED, EndedFile).ended
    found = [(name, Ended(name, entry.from_, entry.by)) for entry in entries for name in entry.names]
    for statute in statutes():
        if statute.kind != "practice" and (day := _ended(statute)):
            one = Ended(statute.title.short, day, "")
            found += [(name, one) for name in dict.fromkeys((statute.title.zh, statute.title.short))]
    names = [name for name, _ in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise CorpusFaults([CorpusFault(f"statutes/{ENDED}", None, name, "stands twice") for name in twice])
    return tuple(found)


def _ended(statute: Statute) -> date | None:
    """The first day without any version; None while one is open."""
    ends = [version.valid.to for version in statute.versions]
    if None in ends or not ends:
        return None
    return max(end for end in ends if end) + timedelta(days=1)
