"""Clues in words: what sort they are, how far they are looked into, what became of them, how old they are.

What the machine finds is told as a clue going by the record, and what follows as what would follow if it is so.
"""

from __future__ import annotations

from enum import StrEnum

from yifa.interfaces.ui.lights import Sign
from yifa.oversight.clues.choices import Sort, Stage, Turned, Verdict
from yifa.wording import Language


class Age(StrEnum):
    """How long ago a clue was found."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    OLDER = "older"


SIGNS = {Sort.VIOLATION: Sign.RED, Sort.LOSS: Sign.RED, Sort.ADVISORY: Sign.AMBER, Sort.AUTO: Sign.NONE}
"""The light of each sort."""


def tell_sort(sort: Sort, speech: Language) -> str:
    """What sort of clue it is."""
    say = speech.say
    return {
        Sort.VIOLATION: say("not as the rule asks"),
        Sort.LOSS: say("right or power lapsed"),
        Sort.ADVISORY: say("contested"),
        Sort.AUTO: say("taken as so by law"),
    }[sort]


def tell_stage(stage: Stage, speech: Language) -> str:
    """How far a clue is looked into."""
    say = speech.say
    return {
        Stage.NEW: say("to be screened"),
        Stage.AGAIN: say("record changed, to be screened anew"),
        Stage.WAIT: say("waits for inquiry"),
        Stage.UNTRUE: say("found not to be so"),
        Stage.TRUE: say("found to be so"),
    }[stage]


def tell_verdict(verdict: Verdict, speech: Language) -> str:
    """What somebody says to a clue."""
    say = speech.say
    return {
        Verdict.TRUE: say("It is so"),
        Verdict.UNTRUE: say("It is not so"),
        Verdict.WAIT: say("Inquiry needed"),
    }[verdict]


def tell_verdict_help(verdict: Verdict, speech: Language) -> str:
    """What follows from a verdict."""
    say = speech.say
    return {
        Verdict.TRUE: say("becomes a finding; what puts it right takes up from here"),
        Verdict.UNTRUE: say("leaves the list; say what the record lacks, or why the rule does not apply"),
        Verdict.WAIT: say("stays, with what has to be found out first"),
    }[verdict]


def tell_turned(turned: Turned, speech: Language) -> str:
    """What became of a clue."""
    say = speech.say
    return {
        Turned.NEW: say("found"),
        Turned.MOVED: say("changed with the record"),
        Turned.GONE: say("no longer found"),
        Turned.BACK: say("found again"),
    }[turned]


def tell_age(age: Age, speech: Language) -> str:
    """How long ago it was found."""
    say = speech.say
    return {
        Age.TODAY: say("today"),
        Age.WEEK: say("in seven days"),
        Age.MONTH: say("in thirty days"),
        Age.OLDER: say("earlier"),
    }[age]
