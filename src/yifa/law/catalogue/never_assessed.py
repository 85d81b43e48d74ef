"""What is counted but never ranked, coloured, set as a target or scored: `corpus/never-assessed.yaml`.

Fines and confiscations are no targets (行政处罚法 74), and assessing by them is forbidden by the programme for
law-based government. A measure under such a rule is neutral, and nothing that says better or worse may rest on it,
neither itself nor as a part of a rate. Figures of a named person do not exist: nothing here counts by person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache

from pydantic import Field

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.measures import Kind, Measure, measures
from yifa.law.catalogue.reading import CORPUS, CorpusModel, read_file
from yifa.law.catalogue.statutes import Bilingual

FILE = "never-assessed.yaml"


class NeverAssessed(CorpusModel):
    """Measures that are never assessed, by their ids and kinds, and why."""

    measures: tuple[str, ...] = Field(min_length=1)
    kinds: tuple[Kind, ...] = Field(min_length=1)
    law: tuple[str, ...] = ()
    why: Bilingual

    def covers(self, one: Measure) -> bool:
        """Whether a measure is under this rule."""
        return one.kind in self.kinds and any(fnmatchcase(one.id, pattern) for pattern in self.measures)


class NeverAssessedFile(CorpusModel):
    """All rules."""

    rules: tuple[NeverAssessed, ...] = Field(min_length=1)


@cache
def never_assessed() -> tuple[NeverAssessed, ...]:
    """The rules of the corpus; raises `CorpusFaults`."""
    return read_file(CORPUS / FILE, NeverAssessedFile).rules


def rule_over(one: Measure, rules: Sequence[NeverAssessed] | None = None) -> NeverAssessed | None:
    """The rule under which a measure is never assessed, None where it may be."""
    found = never_assessed() if rules is None else rules
    return next((rule for rule in found if rule.covers(one)), None)


def neutral_faults(given: Iterable[Measure], rules: Sequence[NeverAssessed] | None = None) -> Iterator[CorpusFault]:
    """Measures that say better or worse although they must not; `file` of a fault is the id of the measure."""
    listed = list(given)
    for one in listed:
        if one.direction != "neutral" and (rule := rule_over(one, rules)):
            yield CorpusFault(one.id, None, "direction", f"must be `neutral`: {rule.why.en}")
    for rule in never_assessed() if rules is None else rules:
        for pattern in rule.measures:
            if not any(fnmatchcase(one.id, pattern) for one in listed):
                yield CorpusFault(FILE, None, "measures", f"«{pattern}» is no measure")


@cache
def checked_measures() -> tuple[Measure, ...]:
    """All measures, held to the rules; raises `CorpusFaults` for one that says better or worse and must not."""
    if faults := list(neutral_faults(measures())):
        raise CorpusFaults(faults)
    return measures()


def assessing_faults(id_: str, rests_on: Iterable[Measure]) -> Iterator[str]:
    """Why something that ranks, colours, targets or scores may not rest on these measures; empty where it may."""
    for one in rests_on:
        if rule := rule_over(one):
            yield f"`{id_}` rests on `{one.id}`, which is never assessed: {rule.why.en}"
