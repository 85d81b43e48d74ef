"""What a condition of the corpus says of one case: its text, taken word by word.

The syntax tree comes from the parser; everything else is worked out here, each time anew, from the acts on the table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any, Protocol

from tests.law.judge.comparing import compare, extreme, in_order, reckon, same
from tests.law.judge.facts import Act, Case, Moment
from tests.law.judge.logic import ABSENT, UNKNOWN, all_of, any_of, deny, truth
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions.grammar import parse_condition, parse_event
from yifa.law.conditions.syntax import (
    Asked,
    Binary,
    Denied,
    Event,
    Extreme,
    In,
    Literal,
    Logic,
    Matching,
    Member,
    Name,
    Node,
)

condition_of: Callable[[str], Node] = cache(parse_condition)
event_of: Callable[[str], Event] = cache(parse_event)


@dataclass(frozen=True, eq=False)
class Happening:
    """An act that happened, or may have: `there` is True or UNKNOWN, `on` a moment or UNKNOWN.

    `act` is None where the law takes it as having happened, or nobody knows whether it did. `among`: those of which it
    is one, where it is open which.
    """

    on: Any
    there: Any = True
    act: Act | None = None
    among: tuple[Happening, ...] = ()

    @property
    def is_uncertain(self) -> bool:
        """Whether it is open if or when it happened; beside an act really done such a fiction is left aside."""
        return self.there is UNKNOWN or self.on is UNKNOWN

    def is_same(self, other: Any) -> bool:
        """Whether both are one and the same act."""
        return self is other or (self.act is not None and isinstance(other, Happening) and self.act is other.act)


class Court(Protocol):
    """What the conditions ask the judge about: other duties, and what the law takes as done."""

    procedure: Procedure
    case: Case

    def of_duty(self, word: str, duty: str, reader: Reader) -> Any: ...

    def deemed(self, act: str, reader: Reader) -> Iterable[Happening]: ...


@dataclass(frozen=True)
class Reader:
    """One who reads conditions for one subject: `it`, the names given under `with`, and the days counted.

    `silent`: acts that count only as really done, because it is the law's taking them as done that is being asked.
    Where a text does not say which occurrence it means, `usual` does: `first`, or the nearest `before` or `after` it.
    `hopeful`: of a day that no notice yet decides, the early or the late reading is taken.
    """

    court: Court
    it: Happening | None = None
    bound: Mapping[str, Any] = field(default_factory=dict)
    counted: Mapping[str, Any] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    hopeful: bool = False

    # -- what is asked from outside -----------------------------------------------------------------------------------

    def holds(self, text: str) -> Any:
        """Whether a condition holds: True, False or UNKNOWN."""
        return truth(self.value(condition_of(text)))

    def worth(self, text: str) -> Any:
        """What a value comes to."""
        return self.value(condition_of(text))

    def with_names(self, names: Mapping[str, str], usual: str) -> Reader:
        """The same reader, knowing the occurrences a duty gives names to."""
        reader = self
        for name, text in names.items():
            reader = replace(reader, bound={**reader.bound, name: reader.one(event_of(text), usual)})
        return reader

    def candidates(self, text: str, usual: str) -> list[Happening]:
        """The acts that `done` or `until` may mean, as the first of which it counts."""
        event = event_of(text)
        if event.act == "it" and self.it is not None:
            return [self.it]
        if event.act in self.bound:
            one = self.bound[event.act]
            return [] if one is ABSENT else [Happening(UNKNOWN, UNKNOWN)] if one is UNKNOWN else [one]
        if event.pick is not None or usual == "before":
            one = self.one(event, usual)
            return [] if one is ABSENT else [Happening(UNKNOWN, UNKNOWN)] if one is UNKNOWN else [one]
        found = self.happenings(event)
        return self._on_side(found, "after") if usual == "after" else found

    def some_before(self, text: str) -> list[Happening]:
        """The acts of which one must have come before `it`: any of them, unless the text says which."""
        event = event_of(text)
        plain = event.pick is None and event.act not in self.bound and event.act != "it"
        return self._on_side(self.happenings(event), "before") if plain else self.candidates(text, "before")

    # -- acts ---------------------------------------------------------------------------------------------------------

    def happenings(self, event: Event) -> list[Happening]:
        """Every act of this kind that happened or may have, real or deemed, that matches."""
        case = self.court.case
        found = [Happening(UNKNOWN if act.on is None else act.on, True, act) for act in case.of_kind(event.act)]
        if not case.carries_act(event.act):
            found.append(Happening(UNKNOWN, UNKNOWN))
        if not event.where and event.pick != "after" and event.act not in self.silent:
            really = any(one.there is True and one.on is not UNKNOWN for one in found)
            found += [one for one in self.court.deemed(event.act, self) if not (really and one.is_uncertain)]
        matching = [replace(one, there=all_of([one.there, self._matches(one, event)])) for one in found]
        return [one for one in matching if one.there is not False]

    def _matches(self, one: Happening, event: Event) -> Any:
        return all_of(self._match(one, event.act, match) for match in event.where)

    def _match(self, one: Happening, kind: str, match: Matching) -> Any:
        own = self._of(one, match.field)
        if match.as_it:
            wanted: Sequence[Any] = [self._of(self.it, match.field)]
        else:
            wanted = [self.value(each) if isinstance(each, Literal) else each.name for each in match.values]
        return any_of(same(own, each) for each in wanted)

    def one(self, event: Event, usual: str = "first") -> Any:
        """The one occurrence meant: a happening, ABSENT or UNKNOWN.

        Where several may be meant and one of them is surely there, it is there, whichever it is; no more is known.
        """
        if event.act == "it":
            return self.it if self.it is not None else ABSENT
        if event.act in self.bound and not event.where and event.pick is None:
            return self.bound[event.act]
        found = self._picked(event, self.happenings(event), usual)
        if len(found) < 2:
            return found[0] if found else ABSENT
        there = any(one.there is True for one in found)
        return Happening(UNKNOWN, True, among=tuple(found)) if there else UNKNOWN

    def _picked(self, event: Event, found: list[Happening], usual: str) -> list[Happening]:
        """Those that may be the one meant: several where it is open which of them is, none where there is none."""
        pick = event.pick or usual
        if pick in ("before", "after"):
            found = self._on_side(found, pick)
        return _outermost(found, last=pick in ("last", "before"))

    def _on_side(self, found: Iterable[Happening], side: str) -> list[Happening]:
        """Those before (or after) `it`, which is itself not meant."""
        placed = [
            replace(one, there=all_of([one.there, in_order(one.on, side, self.it.on if self.it else ABSENT)]))
            for one in found
            if not one.is_same(self.it)
        ]
        return [one for one in placed if one.there is not False]

    def _of(self, one: Any, name: str) -> Any:
        """A field of an occurrence."""
        if one is ABSENT or one is UNKNOWN or one is None:
            return ABSENT if one is None else one
        if one.among:
            values = [self._of(each, name) for each in one.among]
            return values[0] if all(each == values[0] for each in values) else UNKNOWN
        return UNKNOWN if one.act is None else self.court.case.value(one.act, name)

    # -- values -------------------------------------------------------------------------------------------------------

    def value(self, node: Node) -> Any:
        """What a piece of a condition comes to."""
        match node:
            case Literal(kind=kind, value=written):
                return Moment(date.fromisoformat(str(written))) if kind == "day" else written
            case Logic(word=word, parts=parts):
                return (all_of if word == "and" else any_of)(self.value(part) for part in parts)
            case Denied(of=of):
                return deny(self.value(of))
            case In(of=of, values=values, denied=denied):
                return self._is_in(self.value(of), values, denied)
            case Binary():
                return self._binary(node)
            case Extreme(word=word, of=parts):
                return extreme([self.value(part) for part in parts], last=word == "latest")
            case Asked(word=word, of=of):
                return self._asked(word, of)
            case Member():
                return self._member(node)
            case Event():
                one = self.one(node)
                return one if one is ABSENT or one is UNKNOWN else one.on
            case Name(name=name):
                return self._name(name)
        raise AssertionError(node)

    def _name(self, name: str) -> Any:
        procedure = self.court.procedure
        if name == "it":
            return ABSENT if self.it is None else self.it.on
        if name in self.counted:
            return self.counted[name]
        if name in self.bound:
            one = self.bound[name]
            return one if one is ABSENT or one is UNKNOWN else one.on
        if name in procedure.definitions:
            plain = replace(self, it=None, bound={}, counted={})
            return plain.worth(procedure.definitions[name].is_)
        assert name in procedure.acts, f"«{name}» is nothing the procedure knows"
        one = self.one(Event(0, name))
        return one if one is ABSENT or one is UNKNOWN else one.on

    def _member(self, node: Member) -> Any:
        if isinstance(node.of, Name) and node.of.name in self.court.procedure.attributes:
            found = self.court.case.attributes.get(f"{node.of.name}.{node.field}")
            return UNKNOWN if found is None else found
        event = _as_event(node.of)
        if event.act == "it" or event.act in self.bound:
            return self._of(self.one(event), node.field)
        found = self._picked(event, self._really(event), "first")
        if not found:  # nothing really done, but perhaps taken as done, of which nothing is written anywhere
            return ABSENT if self.one(event) is ABSENT else UNKNOWN
        values = [self._of(one, node.field) for one in found]
        return values[0] if all(one == values[0] for one in values) else UNKNOWN

    def _binary(self, node: Binary) -> Any:
        if node.sign in ("before", "after", "on"):
            return self._ordered(node)
        left = self._beside(node.left, node.right)
        if node.sign == "otherwise":
            return self._beside(node.right, node.left) if left is ABSENT or left is UNKNOWN else left
        if left is ABSENT:
            return ABSENT if node.sign in "+-*" else False
        right = self._beside(node.right, node.left)
        if node.sign in ("+", "-", "*"):
            return reckon(left, node.sign, right)
        return compare(left, node.sign, right)

    def _beside(self, node: Node, other: Node) -> Any:
        """A value; beside a word a name is one of its values."""
        if isinstance(node, Name) and is_about_a_word(other, self.court.procedure, self.bound):
            return node.name
        return self.value(node)

    def _is_in(self, found: Any, values: Sequence[Literal | Name], denied: bool) -> Any:
        if found is ABSENT:
            return False
        answer = any_of(same(found, self.value(one) if isinstance(one, Literal) else one.name) for one in values)
        return deny(answer) if denied else answer

    def _ordered(self, node: Binary) -> Any:
        """`X before Y`: some such act, not after it; for a day or one occurrence, that one."""
        pivot: Any = self._pivot(node.right)
        if pivot is ABSENT:
            return False
        moment = pivot.on if isinstance(pivot, Happening) else pivot
        left = node.left
        some = isinstance(left, Event) and left.pick is None
        if isinstance(left, Name):
            known = left.name == "it" or left.name in self.bound or left.name in self.court.procedure.definitions
            some, left = (True, Event(left.at, left.name)) if not known else (False, left)
        if some and isinstance(left, Event):
            found = [one for one in self.happenings(left) if not one.is_same(pivot)]
            return any_of(all_of([one.there, in_order(one.on, node.sign, moment)]) for one in found)
        return in_order(self.value(left), node.sign, moment)

    def _pivot(self, node: Node) -> Any:
        """What is compared with: an occurrence, so that it is not compared with itself, or a moment."""
        if isinstance(node, Event):
            return self.one(node)
        if isinstance(node, Name):
            if node.name == "it":
                return self.it if self.it is not None else ABSENT
            if node.name in self.bound:
                return self.bound[node.name]
        return self.value(node)

    def _asked(self, word: str, of: Node) -> Any:
        if word in ("due", "met", "unmet", "applies"):
            assert isinstance(of, Name)
            return self.court.of_duty(word, of.name, self)
        if word == "known":
            found = self.value(of)
            return found is not ABSENT and found is not UNKNOWN
        if word == "happened":
            event = _as_event(of)
            if event.pick is None and event.act not in self.bound:
                return any_of(one.there for one in self.happenings(event))
            one = self.one(event)
            return one if one is UNKNOWN else one is not ABSENT
        if word == "count":
            return self._count(of)
        assert isinstance(of, Member)
        event = _as_event(of.of)
        found = self._really(event)
        if word == "any":
            return any_of(all_of([one.there, self._of(one, of.field)]) for one in found)
        return all_of(any_of([deny(one.there), self._of(one, of.field)]) for one in found)

    def _really(self, event: Event) -> list[Happening]:
        """Every such act that was really done: what is counted, and of which fields and names are read."""
        return replace(self, silent=self.silent | {event.act}).happenings(event)

    def _count(self, of: Node) -> Any:
        if isinstance(of, Member):
            names = self._member(of)
            return names if names is ABSENT or names is UNKNOWN else len(set(names))
        found = self._really(_as_event(of))
        return UNKNOWN if any(one.there is UNKNOWN for one in found) else len(found)

    def people(self, text: str) -> list[Any]:
        """The names in a field, of every occurrence where an act is named; UNKNOWN where it is blank."""
        node = condition_of(text)
        assert isinstance(node, Member)
        event = _as_event(node.of)
        if event.act == "it" or event.act in self.bound or event.pick is not None:
            return _names(self._member(node))
        return [name for one in self._really(event) for name in _names(self._of(one, node.field))]


def is_about_a_word(node: Node, procedure: Procedure, bound: Collection[str] = ()) -> bool:
    """Whether a piece of a condition is about a word, so that a name beside it is one of the values it may have."""
    match node:
        case Literal(kind=kind):
            return kind == "word"
        case Member(of=of, field=name):
            if isinstance(of, Name) and of.name in procedure.attributes:
                return str(procedure.attributes[of.name][name].type) == "word"  # type: ignore[index]
            return name in procedure.fields and str(procedure.fields[name].type) == "word"
        case Binary(sign="otherwise", left=left):
            return is_about_a_word(left, procedure, bound)
        case Name(name=name) if name not in bound and name in procedure.definitions:
            return is_about_a_word(condition_of(procedure.definitions[name].is_), procedure)
    return False


def _as_event(node: Node) -> Event:
    return Event(node.at, node.name) if isinstance(node, Name) else node  # type: ignore[return-value]


def _names(found: Any) -> list[Any]:
    if found is ABSENT:
        return []
    return [found] if found is UNKNOWN or isinstance(found, str) else list(found)


def _outermost(found: list[Happening], *, last: bool) -> list[Happening]:
    """Those that may be the first or the last of them; one more, of which nothing is known, where it may be none."""
    sure = sorted((one for one in found if one.there is True and one.on is not UNKNOWN), key=_place)
    if not sure:
        return found if any(one.there is True for one in found) or not found else [*found, Happening(UNKNOWN, UNKNOWN)]
    best = sure[-1] if last else sure[0]
    return [best, *(one for one in found if one not in sure and (one.on is UNKNOWN or _nearer(one, best, last)))]


def _nearer(one: Happening, other: Happening, last: bool) -> bool:
    """Whether one comes before the other as the first, or after it as the last."""
    return bool(other.on.surely_before(one.on) if last else one.on.surely_before(other.on))


def _place(one: Happening) -> tuple[Any, ...]:
    """Where it stands in the order of its kind."""
    return Act("", one.on).place() if one.act is None else one.act.place()
