"""The worked cases of a folder, made ready for any engine, and what an engine says compared with what they expect.

`prepared` gives what every engine needs (case, day, source); `differences` compares results by duty and subject. So the
compiled function, bulk engines and the judge are all held to the same examples in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from yifa.law.catalogue.examples import Example, Expected
from yifa.law.catalogue.folders import Folder
from yifa.law.facts import Case, Source
from yifa.law.facts.case_format import case_of, last_day, read_acts, read_attributes
from yifa.law.run.cases import known
from yifa.law.run.findings import Result, written
from yifa.law.run.one_case import Engine

CASE = "case"


@dataclass(frozen=True)
class Prepared:
    """An example ready to be judged."""

    example: Example
    case: Case
    as_of: date | datetime
    known_at: datetime | None
    source: Source

    @property
    def duties(self) -> frozenset[str]:
        """The duties asked about."""
        return frozenset(self.example.expect)


class Difference(NamedTuple):
    """Where an engine and an example differ; `found` None where the engine says nothing of this subject."""

    example: str
    duty: str
    subject: str
    expected: str
    found: str | None


def examples(folder: Folder) -> Iterator[Example]:
    """Every example of a folder."""
    for group in folder.groups:
        yield from group.examples


def prepared(example: Example, folder: Folder) -> Prepared:
    """An example ready to be judged; raises `NotAnAct` for an event that cannot be read."""
    read = read_acts(example.events, folder.procedure)
    without = frozenset(example.carries.without)
    shown = None if example.carries.fields == "all" else read.shown
    attributes = read_attributes(example.attributes, folder.procedure)
    told = None if shown is None else frozenset(f"{of}.{name}" for of, given in attributes.items() for name in given)
    source = Source(example.name, fields=shown, without=without, attributes=told, counts=bool(example.counts))
    case = case_of(
        example.name,
        example.procedure or folder.id,
        read.acts,
        example.profile,
        counts=dict(example.counts),
        years=example.years,
        attributes=attributes.get("case", {}),
        of_organ=attributes.get("organ", {}),
    )
    as_of = example.as_of or last_day(read.acts)
    if as_of is None:
        raise ValueError(f"«{example.name}» has no act with a day: say `as-of`")
    return Prepared(example, source.told(case), as_of, known(example.known_at), source)


def judged(one: Prepared, engine: Engine) -> list[Result]:
    """What the compiled function says of the duties asked about."""
    return engine.judge(one.case, one.as_of, one.known_at, source=one.source, only=one.duties)


def differences(example: Example, results: Iterable[Result]) -> list[Difference]:
    """Every expectation that is not met, and every subject that nobody expected."""
    by_duty: dict[str, list[Result]] = {}
    for result in results:
        by_duty.setdefault(result.duty, []).append(result)
    found: list[Difference] = []
    for duty, expected in example.expect.items():
        found += _differences(example, duty, expected, by_duty.get(duty, []))
    return found


def _differences(
    example: Example, duty: str, expected: Sequence[Expected], results: list[Result]
) -> Iterator[Difference]:
    if len(expected) == 1 and expected[0].outcome == "not-applicable" and not results:
        return  # no such act, so no subject at all
    waiting = list(results)
    for one in expected:
        result = next((other for other in waiting if one.subject in (None, other.subject)), None)
        if result is not None:
            waiting.remove(result)
        said = None if result is None else _said(result, one)
        if said != _wanted(one):
            subject = one.subject or (result.subject if result else CASE)
            yield Difference(example.name, duty, subject, _wanted(one), said)
    for result in waiting:
        yield Difference(example.name, duty, result.subject, "nothing", _said(result, None))


def _wanted(one: Expected) -> str:
    return _line(one.outcome, one.class_, written(one.due))


def _said(result: Result, beside: Expected | None) -> str:
    due = written(result.due) if beside is None or beside.due is not None else None
    return _line(result.outcome.word, result.finding.word if result.finding else None, due)


def _line(outcome: str, class_: str | None, due: str | None) -> str:
    return outcome + (f", {class_}" if class_ else "") + (f", due {due}" if due else "")
