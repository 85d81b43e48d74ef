"""How a problem of a ledger is told: where it stands, what stands there, what was expected, what became of the row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yifa.ledgers.problems import Fate, Problem, Severity
from yifa.ledgers.telling import tell_problem
from yifa.wording import Language


@dataclass(frozen=True)
class ProblemWords:
    """A problem in one language; `tag` is its severity as data has it."""

    tag: str
    severity: str
    file: str
    sheet: str
    cell: str
    heading: str
    value: str
    words: str
    fate: str
    organ: str | None


def told_problem(problem: Problem, speech: Language) -> ProblemWords:
    """A problem in words."""
    place = problem.place
    return ProblemWords(
        problem.severity.value,
        tell_severity(problem.severity, speech),
        place.file,
        place.sheet or "",
        place.cell,
        problem.heading,
        problem.value,
        tell_problem(problem, speech),
        tell_fate(problem.fate, speech),
        problem.organ,
    )


def tell_unread(problems: Iterable[ProblemWords], speech: Language) -> list[str]:
    """The files and sheets that could not be read at all, each with what to do about it."""
    fate = tell_fate(Fate.NOT_READ, speech)
    whole = (one for one in problems if one.fate == fate and one.tag == Severity.ERROR.value and not one.cell)
    return [
        speech.say("Not read: {file}: {words}", file=" · ".join(filter(None, (one.file, one.sheet))), words=one.words)
        for one in whole
    ]


def tell_severity(severity: Severity, speech: Language) -> str:
    """How much a problem matters."""
    say = speech.say
    return {
        Severity.ERROR: say("not taken"),
        Severity.WARNING: say("to look at"),
        Severity.NOTE: say("for information"),
    }[severity]


def tell_fate(fate: Fate, speech: Language) -> str:
    """What became of the row, sheet or file."""
    say = speech.say
    return {
        Fate.TAKEN: say("taken"),
        Fate.HELD: say("to be corrected"),
        Fate.COPY: say("a copy of another row"),
        Fate.ASIDE: say("no row of a case"),
        Fate.NOT_READ: say("not read"),
    }[fate]
