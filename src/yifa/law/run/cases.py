"""Cases in the rulebook's form: events, the rules to check, the findings and due days expected.

Only the rules named are evaluated, as if every other duty were met. Naming a rule says that it is at issue: where a
case shows nothing of the facts that say whether it applies, and what is recorded alone can break it (a term, people,
bounds, a paper), it is judged as applying. An act may be written under another name of the form (`written-as`) where
the rules named do not speak of that one. A rule that the folder of the procedure does not carry out is judged in the
folder that does. Findings are compared as a set of (rule, class). A due day is compared only under the id of a rule;
any other key is a note for the reader.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from yifa.law.catalogue.coverage import carriers
from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.examples import Moment
from yifa.law.catalogue.folders import UnknownProcedure, words_of
from yifa.law.catalogue.reading import CorpusModel, Model, Written
from yifa.law.catalogue.rulebook import find_rule, rulebook
from yifa.law.duties.answers import Outcome
from yifa.law.duties.whole import understand
from yifa.law.facts.case_format import NotAnAct, ReadActs, case_of, last_day, read_acts
from yifa.law.run.findings import Result, written
from yifa.law.run.one_case import Engine, engine


class ExpectedFinding(CorpusModel):
    """A finding by rule and class; `note` is free text."""

    rule: str
    class_: str = Field(alias="class")
    note: str | None = None


class ToldCase(CorpusModel):
    """One case as its file writes it; what it expects may be left out where it is only to be told.

    `as-of` and `known-at`: by default the case is judged as of its last event, as all of it is known. `title-en`, `why`
    and `why-en` are for the reader.
    """

    id: str
    title: str = ""
    title_en: str = Field(default="", alias="title-en")
    procedure: str
    profile: tuple[str, ...] = ("statute",)
    events: tuple[dict[str, Any], ...] = Field(min_length=1)
    as_of: Moment | None = Field(default=None, alias="as-of")
    known_at: Moment | None = Field(default=None, alias="known-at")
    checks: tuple[str, ...] = ()
    expect: tuple[ExpectedFinding, ...] = ()
    due: Mapping[str, Any] = Field(default_factory=dict)
    why: str | None = None
    why_en: str | None = Field(default=None, alias="why-en")


class WrittenCase(ToldCase):
    """One case with what it expects."""

    checks: tuple[str, ...] = Field(min_length=1)
    expect: tuple[ExpectedFinding, ...]


@dataclass(frozen=True)
class Verdict:
    """How one case came out: what was expected and what was found, as (rule, class), and the due days that differ.

    `due`: rule, expected, found. `not_computed`: rules asked for that no duty of the folder computes. `set_aside`: acts
    and fields the folder does not know. `trouble`: why the case could not be run.
    """

    case: WrittenCase
    expected: frozenset[tuple[str, str]] = frozenset()
    found: frozenset[tuple[str, str]] = frozenset()
    due: tuple[tuple[str, str, str | None], ...] = ()
    not_computed: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    trouble: str | None = None
    results: tuple[Result, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether it came out as expected."""
        return self.trouble is None and self.expected == self.found and not self.due

    def as_data(self) -> dict[str, Any]:
        """As plain data for JSON."""
        return {
            "id": self.case.id,
            "title": self.case.title,
            "agrees": self.agrees,
            "expected": [{"rule": rule, "class": class_} for rule, class_ in sorted(self.expected)],
            "found": [{"rule": rule, "class": class_} for rule, class_ in sorted(self.found)],
            "due": [{"rule": rule, "expected": wanted, "found": found} for rule, wanted, found in self.due],
            "not_computed": list(self.not_computed),
            "set_aside": list(self.set_aside),
            "trouble": self.trouble,
        }


def read_cases(path: Path) -> list[WrittenCase]:
    """The cases of a file, a list at its top; raises `CorpusFaults` with every fault."""
    return _read(path, WrittenCase)


def read_told_cases(path: Path) -> list[ToldCase]:
    """The cases of a file that need not expect anything; the same faults."""
    return _read(path, ToldCase)


def _read(path: Path, model: type[Model]) -> list[Model]:
    file = Written.list_file(path)
    faults: list[CorpusFault] = []
    cases: list[Model] = []
    for place in range(len(file.at(()))):
        try:
            cases.append(file.as_(model, (place,)))
        except CorpusFaults as error:
            faults += error.faults
    if faults:
        raise CorpusFaults(faults)
    return cases


def run_case(case: WrittenCase, engines: Mapping[str, Engine] | None = None) -> Verdict:
    """Run one case on the compiled function and compare; `engines` by procedure go before those of the corpus."""
    expected = frozenset((one.rule, one.class_) for one in case.expect)
    try:
        judge = (engines or {}).get(case.procedure) or engine(case.procedure)
        acts = _acts(case, judge, case.checks)
    except UnknownProcedure as error:
        return Verdict(case, expected, trouble=f"no folder handles the procedure «{error.id}»")
    except NotAnAct as error:
        return Verdict(case, expected, trouble=str(error))
    judge = _as_written(judge)
    results = tuple(_results(case, judge, acts, case.checks))
    known = {duty.rule for duty in judge.whole.folder.duties}
    told = {_rule(one.duty) for one in results if one.outcome not in _SILENT}
    aside = acts.set_aside
    for rule in case.checks:
        for other in carriers().get(rule, ()) if rule not in told else ():
            if other == judge.whole.folder.id:
                continue
            elsewhere = _as_written(engine(other))
            read = _acts(case, elsewhere, (rule,))
            more = _results(case, elsewhere, read, (rule,))
            known.add(rule)
            if any(one.outcome not in _SILENT for one in more):
                results += tuple(more)
                aside = tuple(name for name in aside if name in read.set_aside)
                break
    found = frozenset((_rule(one.duty), one.finding.word) for one in results if one.finding)
    classed = known | judge.whole.folder.rules.keys()
    strange = [rule for rule in case.checks if rule not in classed and find_rule(rule) is None]
    if strange:
        return Verdict(case, expected, trouble=_no_such_rule(strange[0], known))
    return Verdict(
        case,
        expected,
        found,
        due=tuple(_due_differences(case, results)),
        not_computed=tuple(rule for rule in case.checks if rule not in known),
        set_aside=aside,
        results=results,
    )


def _no_such_rule(id_: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(id_, [*known, *(rule for rules in rulebook().values() for rule in rules)], n=1)
    return f"no rule is called «{id_}»" + (f"; did you mean «{near[0]}»?" if near else "")


def _acts(case: WrittenCase, judge: Engine, rules: Collection[str]) -> ReadActs:
    """The acts of a case as the folder has them; raises `NotAnAct`."""
    folder = judge.whole.folder
    asked = (duty for duty in folder.duties if duty.rule in rules)
    return read_acts(case.events, folder.procedure, named=words_of(asked, folder.procedure))


def _results(case: WrittenCase, judge: Engine, acts: ReadActs, rules: Collection[str]) -> list[Result]:
    """What comes of some rules."""
    as_of = case.as_of or last_day(acts.acts)
    if as_of is None:
        return []
    duties = judge.whole.folder.duties
    written_case = case_of(case.id, case.procedure, acts.acts, case.profile)

    def judged(by: Engine, only: Collection[str]) -> list[Result]:
        return by.judge(written_case, as_of, known(case.known_at), source=acts.source(), only=only)

    results = judged(judge, {duty.id for duty in duties if duty.rule in rules})
    told = {_rule(one.duty) for one in results if one.outcome not in _SILENT}
    not_told = {one.duty for one in results if one.outcome is Outcome.NOT_ASSESSABLE}
    silent = {duty for duty in not_told if _rule(duty) not in told}
    at_issue = frozenset(duty.id for duty in duties if duty.id in silent and duty.kind in _BY_RECORD and duty.when)
    if not at_issue:
        return results
    return [one for one in results if one.duty not in at_issue] + judged(_engine_for(judge, at_issue), at_issue)


_BY_RECORD = (
    "time-limit",
    "publication",
    "qualification",
    "separation",
    "value-limit",
    "document-element",
    "authority",
)
"""Kinds in which nothing is broken by an act that is merely absent where `when` would not hold."""
_SILENT = (Outcome.NOT_ASSESSABLE, Outcome.NOT_APPLICABLE)
"""Outcomes that say nothing of a rule: a part of it that does not apply leaves open whether another does."""


@cache
def _as_written(judge: Engine) -> Engine:
    """The engine of a procedure in which rules stand as they are written, however far their text was read.

    The case format asks what a rule says. That a finding on a text read only in part is advisory is our own caution.
    """
    folder = judge.whole.folder
    duties = tuple(
        duty.model_copy(update={"verified": "text"}) if duty.verified in ("web", "mixed") else duty
        for duty in folder.duties
    )
    if duties == folder.duties:
        return judge
    return Engine(understand(replace(folder, duties=duties)), judge.calendar)


@cache
def _engine_for(judge: Engine, at_issue: frozenset[str]) -> Engine:
    """The engine of a procedure in which these duties apply whatever their `when` asks."""
    folder = judge.whole.folder
    duties = tuple(duty.model_copy(update={"when": None}) if duty.id in at_issue else duty for duty in folder.duties)
    return Engine(understand(replace(folder, duties=duties)), judge.calendar)


def known(at: date | datetime | None) -> datetime | None:
    """A day as known at its end."""
    if at is None or isinstance(at, datetime):
        return at
    return datetime(at.year, at.month, at.day, 23, 59)


def _rule(duty: str) -> str:
    return duty.split("/", maxsplit=1)[0]


def _due_differences(case: WrittenCase, results: Sequence[Result]) -> list[tuple[str, str, str | None]]:
    found: list[tuple[str, str, str | None]] = []
    for rule, wanted in case.due.items():
        if rule not in case.checks:
            continue
        days = [written(one.due) for one in results if _rule(one.duty) == rule and one.due is not None]
        text = _as_text(wanted)
        if text not in days:
            found.append((rule, text, ", ".join(sorted({day for day in days if day})) or None))
    return found


def _as_text(given: Any) -> str:
    if isinstance(given, date | datetime):
        return written(given) or ""
    return str(given)
