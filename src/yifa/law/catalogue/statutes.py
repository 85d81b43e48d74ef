"""Statutes: their names, versions and validity, and how each counts days (rulebook 1.1).

A bare 「日」 means working days in one law and calendar days in the next, and in some laws both, by its number. The
counting rule of the version in force on the trigger day decides; `CountingRule.unit_of` says which and why.
"""

from __future__ import annotations

import difflib
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Literal

from pydantic import Field

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.reading import CORPUS, CorpusModel, corpus_files, read_file
from yifa.law.clock import Unit

Who = Literal["agency", "party", "any"]
Verified = Literal["text", "web", "unverified"]


class UnknownStatute(LookupError):
    """A name no statute goes by; `near` lists those that sound like it."""

    def __init__(self, name: str, near: list[str]) -> None:
        self.name = name
        self.near = near
        super().__init__(name)


class Title(CorpusModel):
    """A statute's full and short Chinese name, and an English one."""

    zh: str
    short: str
    en: str


class Span(CorpusModel):
    """From the first to the last day of force; null where open or not known (the note says which)."""

    from_: date | None = Field(alias="from")
    to: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies within."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


class UpTo(CorpusModel):
    """All lengths up to and including this number of days."""

    up_to: int = Field(alias="up-to")


class DayLine(CorpusModel):
    """What 「日」 means for some lengths and for whose act."""

    who: Who = "any"
    lengths: Literal["all"] | tuple[int, ...] | UpTo
    unit: Literal["working days", "calendar days"]
    article: str | None = None
    policy: str | None = None

    def fits(self, n: int, who: Who) -> bool:
        """Whether this line speaks of a term of n days for an act of this actor."""
        if self.who not in ("any", who):
            return False
        if isinstance(self.lengths, UpTo):
            return n <= self.lengths.up_to
        return self.lengths == "all" or n in self.lengths


class CountingRule(CorpusModel):
    """How one version of a statute counts."""

    start_day: Literal["excluded", "included"] = Field(default="excluded", alias="start-day")
    days: tuple[DayLine, ...]
    rolls_over: bool = Field(alias="rolls-over")
    rolls_rests_on: str | None = Field(default=None, alias="rolls-rests-on")
    article: str | None = None
    note: str | None = None

    def unit_of(self, n: int, *, who: Who = "agency") -> tuple[Unit, str]:
        """What a bare 「n日」 means here, and the article or policy that says so."""
        for line in self.days:
            if line.fits(n, who):
                return Unit(line.unit), line.article or line.policy or ""
        return Unit.CALENDAR_DAYS, "P3"


class StatuteVersion(CorpusModel):
    """One text of a statute, in force for a span of days."""

    id: str
    cited_as: tuple[str, ...] = Field(default=(), alias="cited-as")
    valid: Span
    verified: Verified
    note: str | None = None
    counting: CountingRule | None = None


class Statute(CorpusModel):
    """A statute with its versions."""

    id: str
    title: Title
    also: tuple[str, ...] = ()
    kind: Literal[
        "law",
        "regulation",
        "department-rule",
        "local-regulation",
        "local-rule",
        "interpretation",
        "party-regulation",
        "policy-paper",
        "practice",
    ]
    place: str | None = None
    sector: str | None = None
    versions: tuple[StatuteVersion, ...]

    def names(self) -> set[str]:
        """Every name it goes by."""
        cited = {name for version in self.versions for name in version.cited_as}
        return {self.id, self.title.zh, self.title.short, self.title.en, *self.also, *cited}

    def in_force(self, day: date) -> StatuteVersion | None:
        """The version in force on a day; None when there was none, or none is known."""
        return next((version for version in self.versions if version.valid.holds(day)), None)


class Bilingual(CorpusModel):
    """A text in both languages."""

    zh: str
    en: str


class Policy(CorpusModel):
    """A choice where the law is silent or contested (P1–P15)."""

    id: str
    zh: str
    en: str
    rests_on: str | None = Field(default=None, alias="rests-on")


class PolicyFile(CorpusModel):
    """`policies.yaml`."""

    policies: tuple[Policy, ...]


class Contested(CorpusModel):
    """A point on which sources disagree, shown instead of hidden."""

    id: str
    zh: str
    en: str
    engine: Bilingual
    laws: tuple[str, ...] = ()


class ContestedFile(CorpusModel):
    """`contested.yaml`."""

    contested: tuple[Contested, ...]


class PracticeFile(CorpusModel):
    """`practice.yaml`: what rules rest on that is no text; each entry has the form of a statute."""

    id: str
    kind: Literal["practice"]
    about: str
    entries: tuple[Statute, ...]


ENDED = "ended.yaml"
_LISTS = ("policies.yaml", "contested.yaml", "practice.yaml", ENDED)


@cache
def statutes() -> tuple[Statute, ...]:
    """Every statute of the corpus; raises `CorpusFaults` when two go by one name or versions overlap."""
    texts = tuple(read_file(file, Statute) for file in corpus_files("statutes") if file.name not in _LISTS)
    found = (*texts, *read_file(CORPUS / "statutes" / "practice.yaml", PracticeFile).entries)
    faults: list[CorpusFault] = []
    owner: dict[str, str] = {}
    for statute in found:
        for name in sorted(statute.names()):
            if owner.setdefault(name, statute.id) != statute.id:
                faults.append(CorpusFault(statute.id, None, "title", f"«{name}» also names `{owner[name]}`"))
        dated = sorted(
            (version for version in statute.versions if version.valid.from_), key=lambda one: str(one.valid.from_)
        )
        for earlier, later in pairwise(dated):
            if earlier.valid.to is None or later.valid.from_ is None or earlier.valid.to >= later.valid.from_:
                faults.append(CorpusFault(statute.id, None, f"versions {earlier.id}, {later.id}", "overlap in time"))
    if faults:
        raise CorpusFaults(faults)
    return found


@cache
def policies() -> tuple[Policy, ...]:
    """The counting policies."""
    return read_file(CORPUS / "statutes" / "policies.yaml", PolicyFile).policies


@cache
def contested_points() -> tuple[Contested, ...]:
    """The contested points."""
    return read_file(CORPUS / "statutes" / "contested.yaml", ContestedFile).contested


@cache
def _by_name() -> dict[str, Statute]:
    return {alias: statute for statute in statutes() for alias in statute.names()}


def find_statute(name: str) -> Statute:
    """The statute that goes by a name, with or without 《》; raises `UnknownStatute` with names that sound like it."""
    wanted = name.strip().strip("《》")
    known = _by_name()
    if wanted in known:
        return known[wanted]
    near = [alias for alias in known if wanted and wanted in alias] or difflib.get_close_matches(wanted, known, 3, 0.5)
    raise UnknownStatute(name, sorted(set(near), key=lambda alias: (len(alias), alias))[:5])
