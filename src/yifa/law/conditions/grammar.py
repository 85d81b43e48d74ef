"""The language of conditions: its grammar, and a parser of our own for it.

    condition = both { "or" both }
    both      = denial { "and" denial }
    denial    = "not" denial | test
    test      = value [ sign value | [ "not" ] "in" list ]
    sign      = "=" | "!=" | "<" | "<=" | ">" | ">=" | "before" | "after" | "on"
    value     = product { ( "+" | "-" ) product }
    product   = factor { "*" factor }
    factor    = simple [ "otherwise" simple ]
    simple    = number [ "yuan" ] | day | "yes" | "no" | quoted | "(" condition ")"
              | ( "earliest" | "latest" ) "[" value { "," value } "]"
              | "known" simple | "happened" event | "count" ( event | member ) | ( "any" | "every" ) member
              | ( "due" | "applies" | "met" | "unmet" ) name
              | member | event
    member    = event "." name
    event     = [ "first" | "last" | "next" ] name [ "(" match { "," match } ")" ] [ "before it" | "after it" ]
    match     = name "=" ( literal | name | "it." name ) | name "in" list
    list      = "[" word { "," word } "]"

`before it` belongs to an event only after `last`, `after it` only after `next`; elsewhere they compare. A minus sign
stands between spaces, because names have hyphens. Chinese words need no quotes; words with brackets do: `"31(6)"`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from yifa.law.conditions.errors import NotACondition
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

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<day>\d{4}-\d{2}-\d{2})
  | (?P<number>\d+)
  | (?P<quoted>"[^"]*")
  | (?P<name>[A-Za-z_\u3007\u4e00-\u9fff][\w\u3007\u4e00-\u9fff]*(?:[-/][\w\u3007\u4e00-\u9fff]+)*)
  | (?P<sign><=|>=|!=|=|<|>|\+|-|\*|\(|\)|\[|\]|,|\.)
    """,
    re.VERBOSE,
)
WORDS = frozenset(
    [
        "and",
        "or",
        "not",
        "in",
        "before",
        "after",
        "on",
        "otherwise",
        "yuan",
        "yes",
        "no",
        "earliest",
        "latest",
        "known",
        "happened",
        "count",
        "any",
        "every",
        "due",
        "applies",
        "met",
        "unmet",
        "first",
        "last",
        "next",
        "it",
    ]
)
"""Words of the language; no act, field or other name may be one of them."""
_SIGNS = ("=", "!=", "<", "<=", ">", ">=", "before", "after", "on")
_ABOUT_DUTIES = ("due", "applies", "met", "unmet")


class _Token(NamedTuple):
    kind: str
    text: str
    at: int

    def __str__(self) -> str:
        return f"«{self.text}»" if self.kind != "end" else "the end"


@cache
def parse_condition(text: str) -> Node:
    """A whole condition or value; raises `NotACondition` at the place where it stops making sense."""
    parser = _Parser(text)
    node = parser.condition()
    parser.finish()
    return node


@cache
def parse_event(text: str) -> Event:
    """An event alone, as `done:` and `with:` have it; raises `NotACondition`."""
    parser = _Parser(text)
    event = parser.event()
    parser.finish()
    return event


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = self._tokens()
        self.place = 0

    def _tokens(self) -> list[_Token]:
        tokens, at = [], 0
        while at < len(self.text):
            match = _TOKEN.match(self.text, at)
            if match is None:
                raise NotACondition(self.text, at + 1, f"«{self.text[at]}» has no meaning here")
            if match.lastgroup != "space":
                tokens.append(_Token(match.lastgroup or "", match[0], at + 1))
            at = match.end()
        return [*tokens, _Token("end", "", len(self.text) + 1)]

    # -- moving along -------------------------------------------------------------------------------------------

    @property
    def here(self) -> _Token:
        return self.tokens[self.place]

    def sees(self, *texts: str) -> bool:
        return self.here.text in texts and self.here.kind in ("name", "sign")

    def next_sees(self, text: str, ahead: int = 1) -> bool:
        return self.place + ahead < len(self.tokens) and self.tokens[self.place + ahead].text == text

    def take(self) -> _Token:
        token = self.here
        self.place += 1
        return token

    def expect(self, text: str, after: str) -> _Token:
        if not self.sees(text):
            raise self.fault(f"expected «{text}» {after}, found {self.here}")
        return self.take()

    def fault(self, message: str, at: int | None = None) -> NotACondition:
        return NotACondition(self.text, at or self.here.at, message)

    def finish(self) -> None:
        if self.here.kind != "end":
            raise self.fault(f"expected the end, «and» or «or», found {self.here}")

    # -- the grammar --------------------------------------------------------------------------------------------

    def condition(self) -> Node:
        return self._logic("or", self.both)

    def both(self) -> Node:
        return self._logic("and", self.denial)

    def _logic(self, word: str, part: object) -> Node:
        assert callable(part)  # noqa: S101 - one of the two methods above
        at = self.here.at
        parts = [part()]
        while self.sees(word):
            self.take()
            parts.append(part())
        return parts[0] if len(parts) == 1 else Logic(at, word, tuple(parts))

    def denial(self) -> Node:
        if self.sees("not"):
            at = self.take().at
            return Denied(at, self.denial())
        return self.test()

    def test(self) -> Node:
        left = self.value()
        if self.sees("in") or (self.sees("not") and self.next_sees("in")):
            denied = self.take().text == "not"
            at = (self.take() if denied else self.tokens[self.place - 1]).at
            return In(at, left, self.words(), denied)
        if self.sees(*_SIGNS):
            sign = self.take()
            found = Binary(sign.at, sign.text, left, self.value())
            if self.sees(*_SIGNS):
                raise self.fault(f"a second comparison, {self.here}: join comparisons with «and»")
            return found
        return left

    def value(self) -> Node:
        left = self.product()
        while self.sees("+", "-"):
            sign = self.take()
            left = Binary(sign.at, sign.text, left, self.product())
        return left

    def product(self) -> Node:
        left = self.factor()
        while self.sees("*"):
            sign = self.take()
            left = Binary(sign.at, sign.text, left, self.factor())
        return left

    def factor(self) -> Node:
        left = self.simple()
        if self.sees("otherwise"):
            sign = self.take()
            return Binary(sign.at, sign.text, left, self.simple())
        return left

    def simple(self) -> Node:
        token = self.here
        if token.kind in ("day", "number", "quoted") or self.sees("yes", "no"):
            return self.literal()
        if self.sees("("):
            self.take()
            inner = self.condition()
            self.expect(")", "to close the bracket")
            return inner
        if self.sees("earliest", "latest"):
            return self.extreme()
        if self.sees("known"):
            return Asked(self.take().at, token.text, self.simple())
        if self.sees("happened"):
            return Asked(self.take().at, token.text, self.event())
        if self.sees("count", "any", "every"):
            return Asked(self.take().at, token.text, self.reference())
        if self.sees(*_ABOUT_DUTIES):
            at = self.take().at
            if self.here.kind != "name":
                raise self.fault(f"expected the id of a duty after «{token.text}», found {self.here}")
            duty = self.take()
            return Asked(at, token.text, Name(duty.at, duty.text))
        return self.reference()

    def literal(self) -> Literal:
        token = self.take()
        if token.kind == "day":
            try:
                date.fromisoformat(token.text)
            except ValueError:
                raise self.fault(f"«{token.text}» is no day of the calendar", token.at) from None
            return Literal(token.at, "day", token.text)
        if token.kind == "quoted":
            return Literal(token.at, "word", token.text[1:-1])
        if token.kind == "number":
            if self.sees("yuan"):
                self.take()
                return Literal(token.at, "money", int(token.text) * 100)
            return Literal(token.at, "number", int(token.text))
        return Literal(token.at, "yes/no", token.text == "yes")

    def extreme(self) -> Extreme:
        word = self.take()
        self.expect("[", f"after «{word.text}»")
        parts = [self.value()]
        while self.sees(","):
            self.take()
            parts.append(self.value())
        self.expect("]", "to close the list")
        return Extreme(word.at, word.text, tuple(parts))

    def reference(self) -> Node:
        """A name, an event or a field of either."""
        event = self.event()
        plain = event.pick is None and not event.where
        of: Name | Event = Name(event.at, event.act) if plain else event
        if not self.sees("."):
            return of
        self.take()
        if self.here.kind != "name":
            raise self.fault(f"expected a field after the dot, found {self.here}")
        field = self.take()
        return Member(of.at, of, field.text, field.at)

    def event(self) -> Event:
        first = self.here
        pick: str | None = None
        if self.sees("first", "last", "next"):
            pick = self.take().text
        if self.here.kind != "name" or (self.here.text in WORDS and self.here.text != "it"):
            raise self.fault(f"expected an act, a field or a value, found {self.here}")
        name = self.take().text
        where = self.matches() if self.sees("(") else ()
        for word, side in (("last", "before"), ("next", "after")):
            if pick == word and self.sees(side) and self.next_sees("it"):
                self.take(), self.take()
                pick = side
        if pick == "next":
            raise self.fault("«next» needs «after it»: what is next is next after something", first.at)
        return Event(first.at, name, pick, where)

    def matches(self) -> tuple[Matching, ...]:
        self.take()
        found = [self.match()]
        while self.sees(","):
            self.take()
            found.append(self.match())
        self.expect(")", "to close the bracket")
        return tuple(found)

    def match(self) -> Matching:
        if self.here.kind != "name":
            raise self.fault(f"expected a field, found {self.here}")
        field = self.take()
        if self.sees("in"):
            self.take()
            return Matching(field.at, field.text, self.words())
        self.expect("=", f"after the field «{field.text}»")
        if self.sees("it") and self.next_sees("."):
            self.take(), self.take()
            if not self.sees(field.text):
                raise self.fault(f"only the same field can be compared here: expected «{field.text}»")
            self.take()
            return Matching(field.at, field.text, (), as_it=True)
        return Matching(field.at, field.text, (self.word(),))

    def words(self) -> tuple[Literal | Name, ...]:
        self.expect("[", "to open the list")
        found = [self.word()]
        while self.sees(","):
            self.take()
            found.append(self.word())
        self.expect("]", "to close the list")
        return tuple(found)

    def word(self) -> Literal | Name:
        if self.here.kind in ("number", "quoted", "day") or self.sees("yes", "no"):
            return self.literal()
        if self.here.kind != "name":
            raise self.fault(f"expected a value, found {self.here}")
        token = self.take()
        return Name(token.at, token.text)
