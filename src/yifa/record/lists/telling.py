"""Lists in words: what is wrong with a row, and what a new edition adds, changes and removes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from yifa.law.conditions import Type
from yifa.ledgers.problems import Problem
from yifa.ledgers.registers.columns import RegisterColumn
from yifa.ledgers.telling import tell_problem
from yifa.record.lists.choices import ListKind
from yifa.record.lists.comparing import Change, Difference
from yifa.record.lists.sheets import SHEETS
from yifa.wording import Language


def tell_list_problem(problem: Problem, speech: Language) -> str:
    """What is wrong with a row of a list, and what was expected, as a sentence."""
    match problem.kind:
        case "item-twice":
            return speech.say(
                "«{item}» stands in row {row} already: keep one of them.", item=problem.value, row=problem.values["row"]
            )
        case "column-missing":
            return speech.say(
                "The list needs the columns {columns}; add them, or write their headings so.",
                columns=speech.list([f"«{one}»" for one in problem.values["others"]]),
            )
    return tell_problem(problem, speech)


def tell_difference(difference: Difference, kind: ListKind, speech: Language) -> list[str]:
    """What became of one item, a line for it and one for each column that differs."""
    item = difference.name if difference.name == difference.key else f"{difference.key} {difference.name}"
    match difference.change:
        case Change.ADDED:
            return [speech.say("Added: {item}", item=item)]
        case Change.REMOVED:
            return [speech.say("Removed: {item}", item=item)]
    columns = {column.id: column for column in SHEETS[kind].columns}
    lines = [speech.say("Changed: {item}", item=item)]
    for name, (before, after) in difference.columns.items():
        column = columns[name]
        lines.append(
            speech.say(
                "  {column}: {before} → {after}",
                column=column.zh if speech.tag == "zh" else column.en,
                before=tell_value(before, column, speech),
                after=tell_value(after, column, speech),
            )
        )
    return lines


def tell_differences(found: Sequence[Difference], kind: ListKind, speech: Language) -> str:
    """All that differs, with the count of each before it."""
    counts = {change: sum(1 for one in found if one.change is change) for change in Change}
    head = speech.say(
        "{added} items added, {changed} changed, {removed} removed.",
        added=counts[Change.ADDED],
        changed=counts[Change.CHANGED],
        removed=counts[Change.REMOVED],
    )
    return "\n".join((head, *(line for one in found for line in tell_difference(one, kind, speech))))


def tell_value(value: Any, column: RegisterColumn, speech: Language) -> str:
    """A value of an item as people write it."""
    if value is None:
        return speech.say("(nothing)")
    if column.type is Type.MONEY:
        return speech.say("{amount} yuan", amount=f"{value / 100:,.2f}".removesuffix(".00"))
    if column.type is Type.DAY:
        return speech.day(date.fromisoformat(value))
    if column.words and value in column.words:
        return column.words[value][0] if speech.tag == "zh" else str(value)
    return "、".join(value) if isinstance(value, list) else str(value)
