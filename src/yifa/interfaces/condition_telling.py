"""Conditions of the corpus in the words of an office: who reads a manual reads no formulas.

`it.approver = head` becomes 「批准人为机关负责人」. Every word comes from the procedure itself; nothing is guessed, and
what cannot be put into words is shown as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from yifa.interfaces.duty_telling import tell_date
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.conditions import NotACondition, Type
from yifa.law.conditions.grammar import parse_condition
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
from yifa.wording import Language


def tell_condition(text: str, folder: Folder, duty: Duty | None, speech: Language) -> str:
    """A condition, a day or an event in words; the text itself where it cannot be read."""
    try:
        return _Teller(folder, duty, speech).whole(parse_condition(text))
    except NotACondition:
        return text


class _Teller:
    """Puts what one duty of one folder says into words."""

    def __init__(self, folder: Folder, duty: Duty | None, speech: Language) -> None:
        self.folder = folder
        self.procedure = folder.procedure
        self.duty = duty
        self.speech = speech
        self.zh = speech.tag == "zh"

    def whole(self, node: Node) -> str:
        """A whole condition, without brackets around it."""
        return self.told(node) if isinstance(node, Logic) else self.truth_of(node)

    def told(self, node: Node, about: str | None = None, *, inside: bool = False) -> str:
        """A node in words; `about` is the field a bare word is a value of, `inside` asks for brackets."""
        match node:
            case Literal():
                return self.literal(node, about)
            case Name():
                return self.name(node.name, about)
            case Member():
                return self.member(node)
            case Event():
                return self.event(node)
            case Asked():
                return self.asked(node)
            case Extreme():
                return self.extreme(node)
            case Binary():
                return self.binary(node)
            case In():
                return self.among(node)
            case Logic():
                return self.logic(node, inside=inside)
            case Denied():
                return self.denied(node)

    def literal(self, node: Literal, about: str | None) -> str:
        """A value as it is written."""
        say = self.speech.say
        if node.kind == "yes/no":
            return say("yes") if node.value else say("no")
        if node.kind == "money":
            return say("{amount} yuan", amount=node.value)
        if node.kind == "word":
            return self.name(str(node.value), about)
        if node.kind == "day":
            return tell_date(date.fromisoformat(str(node.value)), self.speech)
        return str(node.value)

    def name(self, name: str, about: str | None) -> str:
        """A word alone: the value of a field, a name given to an occurrence, a definition, an act, a duty."""
        words = self.words_of(about) if about else {}
        if name in words:
            title = words[name]
            return name if title is None else title.zh if self.zh else title.en
        if self.duty is not None and name in self.duty.with_:
            return self.told(parse_condition(self.duty.with_[name]))
        if name == "it":
            return self.act(self.duty.each) if self.duty is not None and self.duty.each else name
        known = self.procedure.definitions.get(name) or self.procedure.acts.get(name)
        if known is not None:
            return known.zh if self.zh else known.en
        duty = self.folder.duty(name)
        return name if duty is None else duty.title.zh if self.zh else duty.title.en

    def words_of(self, about: str) -> Mapping[str, Bilingual | None]:
        """The words a field may hold, by their ids; those of a fact of the organ or the case too."""
        kinds = (self.procedure.fields, *self.procedure.attributes.values())
        return {word: title for kind in kinds if about in kind for word, title in kind[about].words.items()}

    def field_of(self, node: Node) -> str | None:
        """The field whose values stand beside it; a definition has the values of the field it is made of."""
        match node:
            case Member():
                return node.field
            case Binary(sign="otherwise"):
                return self.field_of(node.left)
            case Asked(word="any" | "every"):
                return self.field_of(node.of)
            case Name(name=name) if name in self.procedure.definitions:
                return self.field_of(parse_condition(self.procedure.definitions[name].is_))
            case _:
                return None

    def act(self, name: str) -> str:
        """The name of an act."""
        known = self.procedure.acts.get(name)
        return name if known is None else known.zh if self.zh else known.en

    def field(self, name: str, of: str | None = None) -> str:
        """The name of a field, or of a fact of the case or the organ."""
        known = self.procedure.attributes.get(of, {}).get(name) if of in ("case", "organ") else None  # type: ignore[call-overload]
        known = known or self.procedure.fields.get(name)
        return name if known is None else known.zh if self.zh else known.en

    def member(self, node: Member) -> str:
        """A field of an act; of the act that is judged it is named alone."""
        of = node.of
        if isinstance(of, Name) and (of.name in ("it", "case", "organ") or (self.duty and of.name == self.duty.each)):
            return self.field(node.field, of.name)
        return self.speech.say("{field} of «{act}»", field=self.field(node.field), act=self.told(of))

    def event(self, node: Event) -> str:
        """An act, which one of several, and what must be recorded of it."""
        say = self.speech.say
        act = self.name(node.act, None)
        if node.where:
            where = self.speech.list([self.matching(one) for one in node.where])
            act = say("{act} ({where})", act=act, where=where)
        return {
            None: act,
            "first": say("the first: {act}", act=act),
            "last": say("the last: {act}", act=act),
            "before": say("the last before it: {act}", act=act),
            "after": say("the next after it: {act}", act=act),
        }[node.pick]

    def matching(self, node: Matching) -> str:
        """A field and the value it must have."""
        if node.as_it:
            return self.speech.say("same {field}", field=self.field(node.field))
        values = self.speech.list([self.told(value, node.field) for value in node.values])
        if values in (self.speech.say("yes"), self.speech.say("no")):
            return self.truth(self.field(node.field), yes=values == self.speech.say("yes"))
        return self.speech.say("{what} is {value}", what=self.field(node.field), value=values)

    def truth(self, what: str, *, yes: bool) -> str:
        """A yes/no fact that holds, or does not."""
        return self.speech.say("{what}: yes", what=what) if yes else self.speech.say("{what}: no", what=what)

    def asked(self, node: Asked) -> str:
        """One of the words that ask something of one thing."""
        say, of = self.speech.say, self.told(node.of, inside=True)
        return {
            "known": say("{what} is recorded", what=of),
            "happened": say("there is: {what}", what=of),
            "count": say("number of: {what}", what=of),
            "any": say("in any of them: {what}", what=of),
            "every": say("in each of them: {what}", what=of),
            "due": say("last day of «{what}»", what=of),
            "applies": say("«{what}» applies", what=of),
            "met": say("«{what}» is in order", what=of),
            "unmet": say("«{what}» is not as the rule asks", what=of),
        }[node.word]

    def extreme(self, node: Extreme) -> str:
        """The earliest or the latest of several."""
        several = self.speech.list([self.told(one) for one in node.of])
        if node.word == "earliest":
            return self.speech.say("the earliest of ({several})", several=several)
        return self.speech.say("the latest of ({several})", several=several)

    def binary(self, node: Binary) -> str:
        """A comparison, a sum, or a value with what stands in where it is not recorded."""
        say, about = self.speech.say, self.field_of(node.left)
        if node.sign in ("=", "!=") and isinstance(node.right, Literal) and node.right.kind == "yes/no":
            return self.truth(self.told(node.left, inside=True), yes=bool(node.right.value) == (node.sign == "="))
        left, right = self.told(node.left, inside=True), self.told(node.right, about, inside=True)
        return {
            "=": say("{left} is {right}", left=left, right=right),
            "!=": say("{left} is not {right}", left=left, right=right),
            "<": say("{left} below {right}", left=left, right=right),
            "<=": say("{left} at most {right}", left=left, right=right),
            ">": say("{left} above {right}", left=left, right=right),
            ">=": say("{left} at least {right}", left=left, right=right),
            "before": say("{left} not after {right}", left=left, right=right),
            "after": say("{left} not before {right}", left=left, right=right),
            "on": say("{left} on the day of {right}", left=left, right=right),
            "+": say("{left} plus {right}", left=left, right=right),
            "-": say("{left} less {right}", left=left, right=right),
            "*": say("{left} times {right}", left=left, right=right),
            "otherwise": say("{left} (where not recorded: {right})", left=left, right=right),
        }[node.sign]

    def among(self, node: In) -> str:
        """A value among several."""
        of, about = self.told(node.of, inside=True), self.field_of(node.of)
        together = (" / " if not self.zh else "或者").join(self.told(one, about) for one in node.values)
        if node.denied:
            return self.speech.say("{left} is not {right}", left=of, right=together)
        return self.speech.say("{left} is {right}", left=of, right=together)

    def logic(self, node: Logic, *, inside: bool) -> str:
        """Several conditions, all of them or one."""
        parts = [self.truth_of(one) for one in node.parts]
        joiner = self.speech.say("; and ") if node.word == "and" else self.speech.say("; or ")
        together = joiner.join(parts)
        return f"（{together}）" if inside and self.zh else f"({together})" if inside else together

    def truth_of(self, node: Node) -> str:
        """A part of several conditions, a yes/no fact alone told as one that holds."""
        if isinstance(node, Member) and self.is_truth(node.field):
            return self.truth(self.member(node), yes=True)
        left = node.left if isinstance(node, Binary) and node.sign == "otherwise" else None
        if isinstance(node, Binary) and isinstance(left, Member) and self.is_truth(left.field):
            told = self.truth(self.member(left), yes=True)
            return self.speech.say("{left} (where not recorded: {right})", left=told, right=self.told(node.right))
        return self.told(node, inside=True)

    def is_truth(self, field: str) -> bool:
        """Whether a field is a yes/no field."""
        known = self.procedure.fields.get(field)
        return known is not None and known.type is Type.YES_NO

    def denied(self, node: Denied) -> str:
        """What does not hold."""
        of = node.of
        if isinstance(of, Asked) and of.word == "happened":
            return self.speech.say("there is no: {what}", what=self.told(of.of, inside=True))
        if isinstance(of, Member):
            return self.truth(self.member(of), yes=False)
        return self.speech.say("not: {what}", what=self.told(of, inside=True))
