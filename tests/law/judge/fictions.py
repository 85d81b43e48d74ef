"""In which duties an act that the law takes as done counts only as really done.

Whether the law takes an act as done depends on duties, and those on others. None of them may look at the fiction that
rests on it; everybody else does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.law.judge.conditions import condition_of, event_of, is_about_a_word
from yifa.law.catalogue.duty import Duty, Wanted
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.term import TermDuty
from yifa.law.conditions.syntax import Asked, Binary, Denied, Event, Extreme, In, Logic, Member, Name, Node


class Fictions:
    """Which duty, and which deemed act, looks at what."""

    def __init__(self, procedure: Procedure, duties: Sequence[Duty]) -> None:
        self.procedure = procedure
        self.looks: dict[str, set[str]] = {}
        for duty in duties:
            self.looks[duty.id] = set(self._of_duty(duty))
        for act, lines in procedure.deemed.items():
            texts = [text for line in lines for text in (line.on, line.when)]
            self.looks[f"deemed {act}"] = {one for text in texts for one in self._in(condition_of(text))}
        blind = self._blind()
        self.silent = {one: frozenset(act for asker, act in blind if asker == one) for one, _ in blind}

    def silent_for(self, asker: str) -> frozenset[str]:
        """The acts that count only as really done for a duty (by its id) or a fiction (`deemed <act>`)."""
        return self.silent.get(asker, frozenset())

    def _blind(self) -> set[tuple[str, str]]:
        """Who must not look at which fiction: those it rests on, directly at first, then through other fictions."""
        blind = {(f"deemed {act}", act) for act in self.procedure.deemed}
        for act in self.procedure.deemed:
            blind |= {(duty, act) for duty in self._rests_on(act, blind, through_fictions=False)}
        while True:
            more = {
                (one, act) for act in self.procedure.deemed for one in self._rests_on(act, blind, through_fictions=True)
            }
            if more <= blind:
                return blind
            blind |= more

    def _rests_on(self, act: str, blind: set[tuple[str, str]], *, through_fictions: bool) -> set[str]:
        """Everything the fiction of an act is worked out from."""
        found: set[str] = set()
        waiting = [f"deemed {act}"]
        while waiting:
            asker = waiting.pop()
            for seen in self.looks.get(asker, ()):
                is_fiction = seen.startswith("deemed ")
                if is_fiction and (not through_fictions or (asker, seen.removeprefix("deemed ")) in blind):
                    continue
                if seen not in found:
                    found.add(seen)
                    waiting.append(seen)
        return found

    def _of_duty(self, duty: Duty) -> Iterator[str]:
        for text in duty.texts():
            if text.wanted is Wanted.EVENT:
                yield from self._in(event_of(text.text))
            else:
                yield from self._in(condition_of(text.text))
        if isinstance(duty, TermDuty):
            for kind in duty.pauses:
                pause = self.procedure.pauses[kind]
                for act in (*pause.from_, *pause.to):
                    yield from self._in(Name(0, act))

    def _in(self, node: Node) -> Iterator[str]:
        match node:
            case Binary(left=left, right=right):
                for part, other in ((left, right), (right, left)):
                    if not (isinstance(part, Name) and is_about_a_word(other, self.procedure)):
                        yield from self._in(part)
            case Logic(parts=parts) | Extreme(of=parts):
                for part in parts:
                    yield from self._in(part)
            case Asked(word=word, of=Name(name=name)) if word in ("due", "met", "unmet", "applies"):
                yield name
            case Denied(of=of) | In(of=of) | Asked(of=of) | Member(of=of):
                yield from self._in(of)
            case Event(act=act, pick=pick, where=where):
                if act in self.procedure.deemed and pick != "after" and not where:
                    yield f"deemed {act}"
            case Name(name=name):
                if name in self.procedure.definitions:
                    yield from self._in(condition_of(self.procedure.definitions[name].is_))
                elif name in self.procedure.deemed:
                    yield f"deemed {name}"
