"""The words for verdicts, as officials see them: tactful, and never more certain than the sum behind them.

A number that cannot have come about as stated is 待核, "to be looked into": it may be a slip of the pen in either of
two places. What is called a contradiction is 不符 with the request to look at the basis first.
"""

from __future__ import annotations

from yifa.reader.reading import Verdict
from yifa.wording import Language

AGREES = frozenset({Verdict.HOLDS, Verdict.HOLDS_TRUNCATED, Verdict.HOLDS_APPROXIMATELY})
TO_LOOK_INTO = frozenset({Verdict.CONTRADICTED, Verdict.IMPOSSIBLE, Verdict.LATE, Verdict.MISSING})


def word(verdict: Verdict, *, speech: Language) -> str:
    """The verdict in the reader's language."""
    match verdict:
        case Verdict.HOLDS:
            return speech.say("Agrees")
        case Verdict.HOLDS_TRUNCATED:
            return speech.say("Agrees (cut off, not rounded)")
        case Verdict.HOLDS_APPROXIMATELY:
            return speech.say("Agrees approximately")
        case Verdict.CONTRADICTED:
            return speech.say("Does not agree (please check the basis)")
        case Verdict.IMPOSSIBLE:
            return speech.say("To be looked into")
        case Verdict.UNVERIFIABLE:
            return speech.say("Cannot be checked")
        case Verdict.LATE:
            return speech.say("After the statutory date (please check the day of filing)")
        case Verdict.MISSING:
            return speech.say("Not found")
        case Verdict.THIN:
            return speech.say("Brief")
