"""The columns a list of cases may have, beside its light and the case itself."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from yifa.wording import Language


class Column(StrEnum):
    """A column of the list of cases."""

    PROCEDURE = "procedure"
    ORGAN = "organ"
    PARTY = "party"
    HANDLERS = "handlers"
    DUTY = "duty"
    DUE = "due"
    OPENED = "opened"
    LAST_ACT = "last_act"
    AMOUNT = "amount"
    STATE = "state"
    OPENNESS = "openness"
    CAME_AS = "came_as"

    def told(self, speech: Language) -> str:
        """What stands at the head of the column."""
        say = speech.say
        return {
            Column.PROCEDURE: say("Procedure"),
            Column.ORGAN: say("Organ"),
            Column.PARTY: say("Party"),
            Column.HANDLERS: say("Who handles it"),
            Column.DUTY: say("Next duty"),
            Column.DUE: say("Due"),
            Column.OPENED: say("Opened"),
            Column.LAST_ACT: say("Last act"),
            Column.AMOUNT: say("Amount (yuan)"),
            Column.STATE: say("Where it stands"),
            Column.OPENNESS: say("Public or not"),
            Column.CAME_AS: say("Number elsewhere"),
        }[self]

    @property
    def chinese(self) -> bool:
        """Whether its cells are Chinese whatever language is spoken."""
        return self in (Column.ORGAN, Column.PARTY, Column.HANDLERS, Column.CAME_AS)

    @property
    def kind(self) -> str:
        """How it looks: a day, a number, or a short text."""
        if self in (Column.DUE, Column.OPENED, Column.LAST_ACT):
            return "day"
        return "number" if self is Column.AMOUNT else "short"


USUAL = (Column.PROCEDURE, Column.ORGAN, Column.DUE, Column.OPENED)
MOST = 8
"""More columns fit on no screen."""


def columns_of(names: Iterable[object]) -> tuple[Column, ...]:
    """The columns with these names, each once, in this order; those that are no columns are left out."""
    every = frozenset(one.value for one in Column)
    known = [Column(str(one)) for one in dict.fromkeys(names) if one in every]
    return tuple(known[:MOST])
