"""What a written condition means in one procedure: names looked up, types checked, a tree made.

Every fault says where in the text it is, what was found and what was expected. Nothing is guessed: a name that is
neither an act, a field, a definition nor a value of the field beside it is refused, with names that look like it.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from yifa.law.conditions import comparing
from yifa.law.conditions.columns import (
    AnyField,
    Attribute,
    CountOf,
    DutyPart,
    EveryField,
    Happened,
    Match,
    Names,
    Occurrence,
    Pick,
    SizeOf,
    Span,
)
from yifa.law.conditions.errors import NotACondition
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
    start_of,
)
from yifa.law.conditions.tree import (
    Constant,
    Expr,
    IsKnown,
    OneOf,
    Read,
    both,
    either,
    negated,
)
from yifa.law.conditions.types import Type, day_number
from yifa.law.conditions.values import Declared, Value, day_of_event, exists, extreme_of, field_of_event

IT = "it"
_NO_IT = "«it» is an occurrence, and this duty is for the case; write `for: each …` first"
_PICKS = {"first": Pick.FIRST, "last": Pick.LAST, "before": Pick.BEFORE, "after": Pick.AFTER}


@dataclass(frozen=True)
class Scope:
    """What may be named in a condition.

    `acts`: the fields of each act. `it`: the act each occurrence of which is looked at, None for the case. `bound`: the
    occurrences a duty has named. `definitions`: named values. `attributes`: facts of the case or the organ. `duties`:
    the ids of duties that may be asked about. `hints`: whether a fault names what looks like an unknown name.
    """

    acts: Mapping[str, Mapping[str, Declared]]
    it: str | None = None
    bound: Mapping[str, Occurrence] = field(default_factory=dict)
    definitions: Mapping[str, Value] = field(default_factory=dict)
    attributes: Mapping[str, Mapping[str, Declared]] = field(default_factory=dict)
    duties: Collection[str] = ()
    hints: bool = True


def condition(text: str, scope: Scope) -> Expr:
    """A text that must come to yes or no, as a tree; raises `NotACondition`."""
    meaning = _Meaning(text, scope)
    node = parse_condition(text)
    return meaning.truth(node)


def value(text: str, scope: Scope, *, expected: Type | None = None) -> Value:
    """A text that must come to a value (of a type); raises `NotACondition`."""
    meaning = _Meaning(text, scope)
    node = parse_condition(text)
    found = meaning.value(node)
    if expected is not None and found.type is not expected:
        raise meaning.fault(node, f"expected {expected.article}, found {found.type.article}")
    return found


def event(text: str, scope: Scope, *, usual: Pick = Pick.FIRST) -> Occurrence:
    """A text that must name an occurrence of an act; `usual` is the one meant when the text does not say."""
    return _Meaning(text, scope).occurrence(parse_event(text), usual)


def people(text: str, scope: Scope, *, of_all: bool = False) -> Names:
    """A text that must name people: a field that is a list of names, or a word that is one.

    `of_all`: an act without `first` or `last` means all its occurrences together.
    """
    meaning = _Meaning(text, scope)
    node = parse_condition(text)
    found = meaning.value(node)
    if found.names is None or not isinstance(node, Member):
        raise meaning.fault(node, f"expected people, such as it.officers, found {found.type.article}")
    plain = isinstance(node.of, Name) and node.of.name in scope.acts
    return replace(found.names, pick=None) if of_all and plain else found.names


class _Meaning:
    def __init__(self, text: str, scope: Scope) -> None:
        self.text = text
        self.scope = scope

    def fault(self, at: Node | int, message: str) -> NotACondition:
        return NotACondition(self.text, at if isinstance(at, int) else start_of(at), message)

    def near(self, name: str, known: list[str]) -> str:
        """What was perhaps meant."""
        return _near(name, known) if self.scope.hints else ""

    def written(self, node: Node, upto: int) -> str:
        """A part as it is written, up to a sign that follows it."""
        return self.text[start_of(node) - 1 : upto - 1].strip().removesuffix(" not").strip("( )")

    # -- conditions ---------------------------------------------------------------------------------------------

    def truth(self, node: Node) -> Expr:
        match node:
            case Logic(word=word, parts=parts):
                found = [self.truth(part) for part in parts]
                return both(*found) if word == "and" else either(*found)
            case Denied(of=of):
                return negated(self.truth(of))
        result = self.value(node)
        if result.type is Type.YES_NO:
            return result.truth
        hint = ""
        if isinstance(node, Name | Event):
            hint = f"; to ask whether it happened write «happened {self.text[start_of(node) - 1 :].split(' ')[0]}»"
        raise self.fault(node, f"expected a condition, found {result.type.article}{hint}")

    # -- values -------------------------------------------------------------------------------------------------

    def value(self, node: Node) -> Value:
        match node:
            case Literal():
                return _literal(node)
            case Logic() | Denied():
                return Value(Type.YES_NO, self.truth(node))
            case Name():
                return self._name(node)
            case Event():
                return day_of_event(self.occurrence(node, Pick.FIRST))
            case Member():
                return self._member(node)
            case Asked():
                return self._asked(node)
            case Extreme():
                return self._extreme(node)
            case In():
                return self._in(node)
            case Binary():
                return comparing.binary(self, node)

    def _name(self, node: Name) -> Value:
        scope = self.scope
        if node.name == IT or node.name in scope.bound or node.name in scope.acts:
            return day_of_event(self.occurrence(Event(node.at, node.name), Pick.FIRST))
        if node.name in scope.definitions:
            return scope.definitions[node.name]
        known = [*scope.acts, *scope.bound, *scope.definitions]
        raise self.fault(
            node, f"«{node.name}» is no act, definition or name given under `with`{self.near(node.name, known)}"
        )

    def _member(self, node: Member) -> Value:
        of, scope = node.of, self.scope
        if isinstance(of, Name) and of.name in scope.attributes and of.name not in scope.bound:
            declared = scope.attributes[of.name].get(node.field)
            if declared is None:
                known = list(scope.attributes[of.name])
                raise self.fault(node.field_at, f"«{of.name}» has no «{node.field}»{_listed(known)}")
            return Value(declared.type, Read(Attribute(of.name, node.field)), words=declared.words)
        occurrence = self.occurrence(of if isinstance(of, Event) else Event(of.at, of.name), Pick.FIRST)
        return field_of_event(occurrence, node.field, self.declared(occurrence.act, node.field, node.field_at))

    def declared(self, act: str, name: str, at: int) -> Declared:
        """How a field of an act is declared."""
        fields = self.scope.acts.get(act, {})
        if name not in fields:
            raise self.fault(
                at, f"`{act}` has no field «{name}»{self.near(name, list(fields)) or _listed(list(fields))}"
            )
        return fields[name]

    def occurrence(self, node: Event, usual: Pick) -> Occurrence:
        """The occurrence an event names."""
        scope = self.scope
        if node.act == IT or node.act in scope.bound:
            if node.act == IT and scope.it is None:
                raise self.fault(node, _NO_IT)
            if node.pick or node.where:
                raise self.fault(node, f"«{node.act}» is one occurrence already")
            return Occurrence(scope.it or "", Pick.IT) if node.act == IT else scope.bound[node.act]
        if node.act not in scope.acts:
            raise self.fault(node, f"«{node.act}» is no act of this procedure{self.near(node.act, list(scope.acts))}")
        pick = _PICKS[node.pick] if node.pick else usual
        if pick in (Pick.BEFORE, Pick.AFTER) and scope.it is None:
            raise self.fault(node, _NO_IT)
        where = tuple(self._match(node.act, one) for one in node.where)
        return Occurrence(node.act, pick, where, really=node.pick == "after")

    def _match(self, act: str, node: Matching) -> Match:
        declared = self.declared(act, node.field, node.at)
        if declared.type in (Type.NAMES, Type.LENGTH):
            raise self.fault(node.at, f"«{node.field}» is {declared.type.article} and cannot be matched")
        if node.as_it:
            if self.scope.it is None:
                raise self.fault(node.at, _NO_IT)
            other = self.declared(self.scope.it, node.field, node.at)
            if other.type is not declared.type:
                raise self.fault(
                    node.at, f"«{node.field}» is {declared.type.article} here, {other.type.article} in «it»"
                )
            return Match(node.field, as_it=True)
        return Match(node.field, tuple(self.constant(one, declared, node.field) for one in node.values))

    def constant(self, node: Literal | Name, declared: Declared, about: str) -> str | int | bool:
        """A value a field may have, as engines compare it."""
        if isinstance(node, Name) or node.kind == "word":
            word = node.name if isinstance(node, Name) else str(node.value)
            if declared.type is not Type.WORD:
                raise self.fault(node.at, f"«{about}» is {declared.type.article}, «{word}» is a word")
            if declared.words and word not in declared.words:
                raise self.fault(node.at, f"«{word}» is no value of «{about}»{_listed(list(declared.words))}")
            return word
        found = _literal(node)
        if found.type is not declared.type:
            raise self.fault(node.at, f"«{about}» is {declared.type.article}, found {found.type.article}")
        assert isinstance(found.expr, Constant) and found.expr.value is not None  # noqa: S101, PT018 - a literal
        return found.expr.value

    # -- words that ask -----------------------------------------------------------------------------------------

    def _asked(self, node: Asked) -> Value:
        of = node.of
        match node.word:
            case "happened":
                assert isinstance(of, Event)  # noqa: S101 - by the grammar
                return Value(Type.YES_NO, exists(self.occurrence(of, Pick.FIRST)))
            case "known":
                found = self.value(of)
                return Value(Type.YES_NO, both(found.exists, IsKnown(found.expr)))
            case "count":
                return self._count(of)
            case "any" | "every":
                return self._all_of(node)
        assert isinstance(of, Name)  # noqa: S101 - by the grammar
        if of.name not in self.scope.duties:
            near = self.near(of.name, list(self.scope.duties))
            raise self.fault(of, f"«{of.name}» is no duty of this procedure for the same subject{near}")
        if node.word == "due":
            return Value(Type.DAY, Read(DutyPart(of.name, "due")), Read(DutyPart(of.name, "applies")))
        return Value(Type.YES_NO, Read(DutyPart(of.name, node.word)))

    def _count(self, of: Node) -> Value:
        if isinstance(of, Member):
            found = self._member(of)
            if found.names is None or found.type is not Type.NAMES:
                raise self.fault(of, f"only acts and lists of names are counted, found {found.type.article}")
            return Value(Type.NUMBER, Read(SizeOf(found.names)), found.exists)
        assert isinstance(of, Name | Event)  # noqa: S101 - by the grammar
        event = of if isinstance(of, Event) else Event(of.at, of.name)
        spans = {None: Span.ALL, "before": Span.BEFORE, "after": Span.AFTER}
        if event.act == IT or event.act in self.scope.bound or event.pick == "first":
            raise self.fault(of, "only acts and lists of names are counted")
        found_event = self.occurrence(event, Pick.FIRST)
        span = spans.get(event.pick, Span.ALL)
        return Value(Type.NUMBER, Read(CountOf(found_event.act, span, found_event.where)))

    def _all_of(self, node: Asked) -> Value:
        of = node.of
        if not isinstance(of, Member) or not isinstance(of.of, Name) or of.of.name not in self.scope.acts:
            raise self.fault(node, f"«{node.word}» is followed by an act and its field, such as inquiry-made.recorded")
        declared = self.declared(of.of.name, of.field, of.field_at)
        if declared.type is not Type.YES_NO:
            raise self.fault(
                of.field_at, f"«{node.word}» takes a yes/no field, «{of.field}» is {declared.type.article}"
            )
        column = AnyField if node.word == "any" else EveryField
        happened = Read(Happened(Occurrence(of.of.name, Pick.FIRST)))
        return Value(Type.YES_NO, Read(column(of.of.name, of.field)), happened)

    def _extreme(self, node: Extreme) -> Value:
        parts = [self.value(part) for part in node.of]
        for part, written in zip(parts, node.of, strict=True):
            if part.type is not parts[0].type or part.type not in (Type.DAY, Type.NUMBER, Type.MONEY):
                wanted = parts[0].type.article if part.type is not parts[0].type else "days, numbers or amounts"
                raise self.fault(written, f"expected {wanted}, found {part.type.article}")
        return extreme_of(parts, latest=node.word == "latest")

    def _in(self, node: In) -> Value:
        of = self.value(node.of)
        if of.type not in (Type.WORD, Type.NUMBER, Type.MONEY):
            raise self.fault(node.of, f"«in» takes a word or a number, found {of.type.article}")
        about = self.written(node.of, node.at)
        declared = Declared(of.type, of.words)
        values = [self.constant(one, declared, about) for one in node.values]
        found: Expr = OneOf(of.expr, tuple(values))
        return Value(Type.YES_NO, negated(found) if node.denied else found, of.exists)


def _literal(node: Literal) -> Value:
    if node.kind == "day":
        return Value(Type.DAY, Constant(day_number(date.fromisoformat(str(node.value)))))
    kinds = {"number": Type.NUMBER, "money": Type.MONEY, "yes/no": Type.YES_NO, "word": Type.WORD}
    return Value(kinds[node.kind], Constant(node.value))


def _near(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, 1, 0.6)
    return f"; did you mean «{near[0]}»?" if near else ""


def _listed(known: list[str]) -> str:
    return f"; there are {', '.join(f'«{one}»' for one in known)}" if known else ""
