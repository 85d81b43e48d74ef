"""What a duty needs a source to carry, read off its own words.

`… otherwise no` and `known …` need nothing: they are never open. What stops or prolongs a term is needed only to call
it broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.law.judge.conditions import condition_of, event_of, is_about_a_word
from tests.law.judge.facts import Case
from tests.law.judge.fictions import Fictions
from yifa.law.catalogue.duty import Duty, Wanted
from yifa.law.catalogue.kinds.cross_case import CrossCase
from yifa.law.catalogue.kinds.document_element import DocumentElement
from yifa.law.catalogue.kinds.qualification import Qualification
from yifa.law.catalogue.kinds.value_limit import ValueLimit
from yifa.law.catalogue.procedures import YEAR, Procedure
from yifa.law.catalogue.term import TermDuty
from yifa.law.conditions.syntax import (
    Asked,
    Binary,
    Denied,
    Event,
    Extreme,
    In,
    Logic,
    Member,
    Name,
    Node,
)


class Needs:
    """Who looks up what a duty needs."""

    def __init__(self, procedure: Procedure, duties: Sequence[Duty]) -> None:
        self.procedure = procedure
        self.duties = {duty.id: duty for duty in duties}
        self.fictions = Fictions(procedure, duties)
        self.found: dict[str, set[str]] = {}

    def carried(self, duty: Duty, case: Case) -> bool:
        """Whether the source carries every act and field that the duty needs."""
        if isinstance(duty, CrossCase) and duty.id not in case.counts:
            return False
        if duty.id not in self.found:
            self.found[duty.id] = self.of(duty)
        return all(
            case.carries_field(*need.split(".")) if "." in need else case.carries_act(need)
            for need in self.found[duty.id]
        )

    def of(self, duty: Duty, asked: frozenset[str] = frozenset(), *, its_day: bool = False) -> set[str]:
        """The acts, and the fields as `act.field`; `its_day`: for the day its term ends, not for whether it was kept.

        Of several terms one that is not known matters no more once what was done is late by another.
        """
        if duty.id in asked:
            return set()
        asked |= {duty.id, *(f"deemed {act}" for act in self.fictions.silent_for(duty.id))}
        found: set[str] = {duty.each} if duty.each not in (None, YEAR) else set()
        further = isinstance(duty, TermDuty) and bool(duty.further)
        bound = {name: event_of(text) for name, text in duty.with_.items()}
        if duty.each is not None:
            bound["it"] = Event(0, duty.each)
        for text in duty.texts():
            if text.path[0] not in ("contested", "with", *(("done", "until") if its_day and not further else ())):
                node: Node = event_of(text.text) if text.wanted is Wanted.EVENT else condition_of(text.text)
                found |= set(self._in_node(node, bound, asked))
        if isinstance(duty, DocumentElement):
            found |= {f"{duty.each}.{name}" for name in duty.elements}
        if isinstance(duty, Qualification) and duty.certified:
            found |= {"certificate-issued", *(line.act for line in self.procedure.certificate_lapses)}
        if isinstance(duty, ValueLimit):
            found |= {act for days in duty.days.values() for kind in days.pauses for act in self._pause_acts(kind)}
        return found - {YEAR, f"{YEAR}.{YEAR}"}

    def to_call_it_broken(self, duty: Duty, case: Case) -> bool:
        """Whether the source carries what stops or prolongs the term."""
        return all(case.carries_act(act) for act in self.of_its_clock(duty))

    def of_its_clock(self, duty: Duty, asked: frozenset[str] = frozenset()) -> set[str]:
        """The acts that stop or prolong its term, or another at whose end it begins or by which it is measured."""
        if duty.id in asked:
            return set()
        found: set[str] = set()
        if isinstance(duty, TermDuty):
            found |= {duty.extension.act} if duty.extension is not None else set()
            found |= {act for kind in duty.pauses for act in self._pause_acts(kind)}
        for text in duty.texts():
            if text.wanted is not Wanted.EVENT:
                for name in self._ends_named(condition_of(text.text)):
                    found |= self.of_its_clock(self.duties[name], asked | {duty.id})
        return found

    def _ends_named(self, node: Node) -> Iterator[str]:
        """The duties of which a text speaks of the due day."""
        match node:
            case Asked(word="due", of=Name(name=name)):
                yield name
            case Binary(left=left, right=right):
                for part, other in ((left, right), (right, left)):
                    if not (isinstance(part, Name) and is_about_a_word(other, self.procedure)):
                        yield from self._ends_named(part)
            case Logic(parts=parts) | Extreme(of=parts):
                for part in parts:
                    yield from self._ends_named(part)
            case Denied(of=of) | In(of=of) | Asked(of=of):
                yield from self._ends_named(of)
            case Name(name=name) if name in self.procedure.definitions:
                yield from self._ends_named(condition_of(self.procedure.definitions[name].is_))

    def _pause_acts(self, kind: str) -> set[str]:
        pause = self.procedure.pauses[kind]
        return {*pause.from_, *pause.to}

    def _in_node(self, node: Node, bound: dict[str, Event], asked: frozenset[str]) -> Iterator[str]:
        match node:
            case Binary(sign=sign, left=left, right=right):
                for part, other in ((left, right), (right, left)):
                    needs_nothing = sign == "otherwise" and part is left
                    a_word = isinstance(part, Name) and is_about_a_word(other, self.procedure, bound)
                    if not (needs_nothing or a_word):
                        yield from self._in_node(part, bound, asked)
            case Logic(parts=parts) | Extreme(of=parts):
                for part in parts:
                    yield from self._in_node(part, bound, asked)
            case Asked(word=word, of=Name(name=name)) if word in ("due", "met", "unmet", "applies"):
                yield from self.of(self.duties[name], asked, its_day=word == "due")
                if word in ("met", "unmet"):
                    yield from self.of_its_clock(self.duties[name])
            case Asked(word="known"):
                return
            case Denied(of=of) | In(of=of) | Asked(of=of):
                yield from self._in_node(of, bound, asked)
            case Member(of=of, field=field):
                yield from self._in_member(of, field, bound, asked)
            case Event():
                yield from self._in_event(node, bound, asked)
            case Name(name=name):
                yield from self._in_name(name, bound, asked)

    def _in_member(self, of: Node, field: str, bound: dict[str, Event], asked: frozenset[str]) -> Iterator[str]:
        if isinstance(of, Name) and of.name in self.procedure.attributes:
            yield f"{of.name}.{field}"
            return
        name = of.name if isinstance(of, Name) else of.act if isinstance(of, Event) else ""
        yield from self._in_node(of, bound, asked)
        yield f"{bound[name].act if name in bound else name}.{field}"

    def _in_event(self, event: Event, bound: dict[str, Event], asked: frozenset[str]) -> Iterator[str]:
        if event.act in bound:
            yield from self._named(event.act, bound, asked)
            return
        yield event.act
        if event.pick != "after" and not event.where:
            yield from self._behind_the_fiction(event.act, asked)
        for match in event.where:
            yield f"{event.act}.{match.field}"
            if match.as_it:
                yield f"{bound['it'].act}.{match.field}"

    def _named(self, name: str, bound: dict[str, Event], asked: frozenset[str]) -> Iterator[str]:
        """An occurrence that the duty has given a name, or `it`."""
        if name == "it":
            yield bound[name].act
        else:
            yield from self._in_event(bound[name], {key: one for key, one in bound.items() if key != name}, asked)

    def _in_name(self, name: str, bound: dict[str, Event], asked: frozenset[str]) -> Iterator[str]:
        if name in bound:
            yield from self._named(name, bound, asked)
        elif name in self.procedure.definitions:
            yield from self._in_node(condition_of(self.procedure.definitions[name].is_), {}, asked)
        elif name in self.procedure.acts:
            yield name
            yield from self._behind_the_fiction(name, asked)

    def _behind_the_fiction(self, act: str, asked: frozenset[str]) -> Iterator[str]:
        """What it takes to know whether the law takes an act as done."""
        name = f"deemed {act}"
        for line in self.procedure.deemed.get(act, ()) if name not in asked else ():
            for text in (line.on, line.when):
                yield from self._in_node(condition_of(text), {}, asked | {name})
