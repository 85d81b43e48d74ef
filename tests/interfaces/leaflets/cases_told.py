"""Cases for the case page: the worked ones of the demo, and one with words that look like markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yifa.interfaces.leaflets.case_page import TellingOf
from yifa.law.facts.case_format import case_of, last_day, read_acts
from yifa.law.run.cases import ToldCase, known, read_told_cases
from yifa.law.run.one_case import engine
from yifa.law.run.story import tell_case

DEMO = Path(__file__).resolve().parents[3] / "demo" / "cases"


def telling(case: ToldCase) -> TellingOf:
    """A case told as its file asks."""
    of = engine(case.procedure)
    read = read_acts(case.events, of.whole.folder.procedure)
    as_of = case.as_of or last_day(read.acts)
    assert as_of is not None
    written = case_of(case.id, case.procedure, read.acts, case.profile)
    return TellingOf(case, tell_case(of, written, as_of, known(case.known_at), source=read.source()))


@cache
def worked() -> tuple[TellingOf, ...]:
    """The six worked cases."""
    return tuple(telling(case) for path in sorted(DEMO.glob("*.yaml")) for case in read_told_cases(path))
