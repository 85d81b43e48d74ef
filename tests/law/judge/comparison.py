"""The same cases before the judge and before every engine, and where they do not say the same.

An engine is a function from a folder and cases (as worked examples have them) to what it says of each case. Another
engine is one more line in `ENGINES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tests.law.judge.facts import case_of_example
from tests.law.judge.judge import IN_DOUBT, Answer, Judge
from yifa.law.catalogue import calendar
from yifa.law.catalogue.examples import Example
from yifa.law.catalogue.folders import Folder
from yifa.law.duties.whole import understand
from yifa.law.run.case_tables import Asked, as_tables
from yifa.law.run.engines import duckdb_engine, polars_engine
from yifa.law.run.examples import prepared
from yifa.law.run.findings import Result
from yifa.law.run.many_cases import Comparing, ManyEngine, plainly
from yifa.law.run.one_case import Engine as OneCase
from yifa.law.run.taking_in import batch

Key = tuple[str, str]
"""Duty and subject."""
Said = Mapping[Key, Answer]
"""What is said of one case."""
WithoutDue = frozenset({"not-applicable", "unknown", "not-assessable"})
"""Outcomes beside which a due day means nothing."""


def the_judge(folder: Folder, cases: Sequence[Example]) -> list[Said]:
    """What the judge says."""
    judge = judge_of(folder)
    return [judge.answers(case_of_example(case, folder.procedure)) for case in cases]


def judge_of(folder: Folder) -> Judge:
    """The judge who has read the duties of a folder."""
    key = id(folder)
    if key not in _JUDGES or _JUDGES[key][0] is not folder:
        _JUDGES[key] = folder, Judge(folder.procedure, folder.duties)
    return _JUDGES[key][1]


_JUDGES: dict[int, tuple[Folder, Judge]] = {}


def the_compiled_function(folder: Folder, cases: Sequence[Example]) -> list[Said]:
    """What the compiled function says, one case after the other."""
    one_case = _engine_of(folder)
    said: list[Said] = []
    for case in cases:
        ready = prepared(case, folder)
        results = one_case.judge(ready.case, ready.as_of, ready.known_at, source=ready.source)
        said.append({result.key: _answer(result) for result in results})
    return said


def _answer(result: Result) -> Answer:
    return Answer(result.outcome.word, result.finding.word if result.finding else None, result.due)


def _engine_of(folder: Folder) -> OneCase:
    """The compiled function of a folder as it is at hand, which may be one that no file has."""
    key = id(folder)
    if key not in _COMPILED or _COMPILED[key][0] is not folder:
        _COMPILED[key] = folder, OneCase(understand(folder), calendar())
    return _COMPILED[key][1]


_COMPILED: dict[int, tuple[Folder, OneCase]] = {}

Engine = Callable[[Folder, Sequence[Example]], list[Said]]


def many_at_once(comparing: Callable[[], Comparing]) -> Engine:
    """An engine that judges all cases at once, and how it compares."""

    def said(folder: Folder, cases: Sequence[Example]) -> list[Said]:
        many = _many_of(folder)
        ready = [prepared(case, folder) for case in cases]
        asked = [
            Asked(one.case, one.as_of, one.known_at, replace(one.source, id=str(place)))
            for place, one in enumerate(ready)
        ]
        acts, told = as_tables(asked, folder.procedure)
        together = batch(acts, told, many.whole, sources=[one.source for one in asked], counted=True)
        found: list[dict[Key, Answer]] = [{} for _ in cases]
        for place, result in many.judge(together, comparing()).results():
            found[place][result.key] = _answer(result)
        return list(found)

    return said


def _many_of(folder: Folder) -> ManyEngine:
    key = id(folder)
    if key not in _MANY or _MANY[key][0] is not folder:
        _MANY[key] = folder, ManyEngine(understand(folder), calendar(), _engine_of(folder))
    return _MANY[key][1]


_MANY: dict[int, tuple[Folder, ManyEngine]] = {}

ENGINES: dict[str, Engine] = {
    "compiled function": the_compiled_function,
    "many cases": many_at_once(lambda: plainly),
    "DuckDB": many_at_once(duckdb_engine),
    "Polars": many_at_once(polars_engine),
}
QUICK = ("compiled function", "many cases")
"""Engines that are asked in every run; the others only where there is time."""


class Difference(NamedTuple):
    """Where an engine and the judge do not say the same of a duty and subject of a case."""

    case: str
    duty: str
    subject: str
    judge: Answer | None
    engine: Answer | None


def differences(folder: Folder, cases: Sequence[Example], engine_: Engine) -> list[Difference]:
    """Every duty and subject of every case on which an engine and the judge differ."""
    found = []
    for case, ours, theirs in zip(cases, the_judge(folder, cases), engine_(folder, cases), strict=True):
        for key in sorted({*ours, *theirs}):
            one, other = ours.get(key), theirs.get(key)
            if one is None or other is None or not _same(one, other):
                found.append(Difference(case.name, *key, one, other))
    return found


def _same(ours: Answer, theirs: Answer) -> bool:
    """Whether both say the same; a day is compared where it means something and the judge is sure of it."""
    if (ours.outcome, ours.class_) != (theirs.outcome, theirs.class_):
        return False
    return ours.outcome in WithoutDue or ours.due in (IN_DOUBT, theirs.due)


def all_examples(folder: Folder) -> list[Example]:
    """Every worked case of a folder."""
    return [example for group in folder.groups for example in group.examples]
