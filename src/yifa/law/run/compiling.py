"""A tree as a Python function of a row: the compiler for one case.

The source text is written from the tree alone, whose only texts are values compared with (written by `repr`), never
from a text of the corpus. A row is a list; a column is a place in it. `judge` gives, for every duty of a grain, the
outcome, the class of the finding and the two readings of the due day.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from yifa.law.conditions.columns import Answered, Column
from yifa.law.conditions.tree import (
    And,
    Arithmetic,
    Choose,
    Coalesce,
    Compare,
    Comparison,
    Constant,
    Expr,
    Greatest,
    IsKnown,
    Least,
    Not,
    OneOf,
    Or,
    Read,
    either,
)
from yifa.law.duties.answers import FindingClass, Outcome
from yifa.law.duties.questions import EARLY
from yifa.law.duties.steps import Derivation
from yifa.law.duties.understood import Understood
from yifa.law.facts import View
from yifa.law.run.clock_answers import Answering

Row = Sequence[Any]
Judgement = tuple[int, int, int | None, int | None]
"""Outcome, finding class, latest and earliest reading of the due day."""
_SIGNS = {Comparison.EQUAL: "==", Comparison.UNEQUAL: "!="}


def compiled(expr: Expr, places: Mapping[Column, int]) -> Callable[[Row], Any]:
    """One expression as a function of a row."""
    if isinstance(expr, Read):
        return itemgetter(places[expr.column])
    if isinstance(expr, Constant):
        value = expr.value
        return lambda _: value
    writer = _Writer(places)
    return _load(f"def value(r):\n    return {writer.write(expr)}\n", "value")


def compiled_judge(duties: Sequence[Understood], places: Mapping[Column, int]) -> Callable[[Row], list[Judgement]]:
    """All duties of a grain as one function of a row."""
    lines = ["def judge(r):", "    out = []", "    add = out.append"]
    for one in duties:
        lines += _duty(one, _Writer(places))
    return _load("\n".join([*lines, "    return out", ""]), "judge")


def compiled_steps(
    steps: Sequence[Derivation | Answering], places: Mapping[Column, int], *, alone: bool = False
) -> Callable[[View, list[Any]], None]:
    """All steps of a grain as one function that completes a row: questions are asked, derived columns worked out.

    `alone`: they rest on no other row. Then the early reading is that of the late one until an answer has two.
    """
    lines = ["def complete(view, r):", "    two = False" if alone else "    two = True"]
    done: set[Column | str] = set()
    answers: dict[str, Any] = {}
    parts: dict[str, list[tuple[str, int]]] = {}
    for column, place in places.items():
        if isinstance(column, Answered):
            parts.setdefault(column.question, []).append((column.part, place))
    for number, step in enumerate(steps):
        writer = _Writer(places)
        if isinstance(step, Derivation):
            late = replace(step.column, early=False)
            text = writer.write(step.expr)
            if step.column.early and late in done:
                text = f"{text} if two else r[{places[late]}]"
            lines.append(f"    r[{places[step.column]}] = {text}")
            done.add(step.column)
            continue
        answers[f"answer{number}"] = step.answer
        question = step.question
        late_id = question.id.removesuffix(EARLY)
        wanted = parts.get(question.id, ())
        asked = "if"
        if late_id != question.id and late_id in done:
            late_parts = dict(parts.get(late_id, ()))
            if all(part in late_parts for part, _ in wanted):
                lines.append("    if not two:")
                lines += [f"        r[{place}] = r[{late_parts[part]}]" for part, place in wanted] or ["        pass"]
                asked = "elif"
        done.add(question.id)
        lines += [
            f"    {asked} {writer.write(question.exists)} is True:",
            f"        day = {writer.write(question.start)}",
            "        if day is not None:",
        ]
        if step.further is not None:
            lines.append(f"            further = {writer.write(step.further)}")
        lines += [
            f"            parts = answer{number}({', '.join(step.arguments)})",
            "            if parts is not None:",
        ]
        lines += [f"                r[{place}] = parts[{part!r}]" for part, place in wanted] or ["                pass"]
        if alone:
            lines.append("                two = two or parts.get('earliest') != parts.get('latest')")
    return _load("\n".join([*lines, ""]), "complete", answers)


def _load(source: str, name: str, more: Mapping[str, Any] | None = None) -> Callable[..., Any]:
    space: dict[str, Any] = {"least": _least, "greatest": _greatest, **(more or {})}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # a constant may be asked whether it is None
        exec(compile(source, f"<{name}>", "exec"), space)  # noqa: S102 - written above from the tree alone
    function: Callable[..., Any] = space[name]
    return function


def _least(*values: int | None) -> int | None:
    return min((value for value in values if value is not None), default=None)


def _greatest(*values: int | None) -> int | None:
    return max((value for value in values if value is not None), default=None)


def _duty(one: Understood, writer: _Writer) -> list[str]:
    """The table of outcomes (`yifa.law.duties.answers`), so that nothing is worked out in vain."""
    answer = one.answer
    due = f"{writer.write(answer.due.latest)}, {writer.write(answer.due.earliest)}"
    contested = either(*answer.contested)
    sure = int(answer.sure_class)
    unsure = str(sure)
    if contested != Constant(False):
        unsure = f"{int(FindingClass.ADVISORY)} if {writer.write(contested)} is True else {sure}"
    return [
        f"    a = {writer.write(answer.applies)}",
        "    if a is False:",
        f"        add(({int(Outcome.NOT_APPLICABLE)}, 0, None, None))",
        "    elif a is None:",
        f"        add(({int(Outcome.UNKNOWN)}, 0, None, None))",
        "    else:",
        f"        m = {writer.write(answer.met)}",
        "        if m is True:",
        f"            add(({int(Outcome.MET)}, 0, {due}))",
        "        else:",
        f"            p = {writer.write(answer.pending)}",
        "            if p is True:",
        f"                add(({int(Outcome.PENDING)}, 0, {due}))",
        "            elif m is False and p is False:",
        f"                add(({int(Outcome.UNMET)}, {unsure}, {due}))",
        "            else:",
        f"                add(({int(Outcome.UNKNOWN)}, 0, {due}))",
    ]


class _Writer:
    """Writes expressions; a value needed twice is kept in a name of its own."""

    def __init__(self, places: Mapping[Column, int]) -> None:
        self.places = places
        self.names = 0

    def write(self, expr: Expr) -> str:  # noqa: PLR0912 - one branch for each kind of node
        """An expression as Python, in brackets where it is more than a name."""
        match expr:
            case Constant(value=value):
                return repr(value)
            case Read(column=column):
                return f"r[{self.places[column]}]"
            case Compare(how=how, left=left, right=right):
                return self._pair(left, right, _SIGNS.get(how, how.value))
            case Arithmetic(sign=sign, left=left, right=right):
                return self._pair(left, right, sign.value)
            case OneOf(of=of, values=values):
                first, again = self._kept(of)
                return f"(None if {first} is None else {again} in {values!r})"
            case Not(of=of):
                first, again = self._kept(of)
                return f"(None if {first} is None else not {again})"
            case IsKnown(of=of):
                return f"({self.write(of)} is not None)"
            case Choose(when=when, then=then, otherwise=otherwise):
                return f"({self.write(then)} if {self.write(when)} is True else {self.write(otherwise)})"
            case And(parts=parts):
                return self._logic(parts, decides="False", else_="True")
            case Or(parts=parts):
                return self._logic(parts, decides="True", else_="False")
            case Coalesce(parts=parts):
                *before, last = parts
                kept = [self._kept(part) for part in before]
                return (
                    "("
                    + "".join(f"{again} if {first} is not None else " for first, again in kept)
                    + self.write(last)
                    + ")"
                )
            case Least(parts=parts):
                return self._extreme(parts, "least")
            case Greatest(parts=parts):
                return self._extreme(parts, "greatest")

    def _kept(self, expr: Expr) -> tuple[str, str]:
        """How to write a value the first time and again."""
        if isinstance(expr, Read) or (isinstance(expr, Constant) and isinstance(expr.value, bool | None)):
            plain = self.write(expr)
            return plain, plain
        self.names += 1
        name = f"v{self.names}"
        return f"({name} := {self.write(expr)})", name

    def _operand(self, expr: Expr) -> tuple[str, str]:
        """A constant needs no name, because it is not asked whether it is None."""
        return (self.write(expr), self.write(expr)) if isinstance(expr, Constant) else self._kept(expr)

    def _pair(self, left: Expr, right: Expr, sign: str) -> str:
        if Constant(None) in (left, right):
            return "None"
        (first, one), (second, other) = self._operand(left), self._operand(right)
        sides = ((first, left), (second, right))
        absent = [f"{text} is None" for text, expr in sides if not isinstance(expr, Constant)]
        body = f"{one} {sign} {other}"
        return f"(None if {' or '.join(absent)} else {body})" if absent else f"({body})"

    def _logic(self, parts: Sequence[Expr], *, decides: str, else_: str) -> str:
        kept = [self._kept(part) for part in parts]
        steps = "".join(f"{decides} if {first} is {decides} else " for first, _ in kept)
        absent = " or ".join(f"{again} is None" for _, again in kept)
        return f"({steps}None if {absent} else {else_})"

    def _extreme(self, parts: Sequence[Expr], word: str) -> str:
        return f"{word}({', '.join(self.write(part) for part in parts)})"
