"""Terms in doubt, asked for many rows together, end as when each is asked for by itself."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from yifa.law.catalogue import calendar
from yifa.law.clock import ImpossibleTerm, Length, OutOfCalendar, Unit
from yifa.law.clock.dues import NO_DAY
from yifa.law.conditions.tree import Constant
from yifa.law.duties.questions import ExtensionFacts, PauseFacts, Within
from yifa.law.facts import Act, View
from yifa.law.run.many_ways import ends_of_many
from yifa.law.run.worlds import DOUBTS, Ends, ends_of, term_of

TRUE = Constant(True)
PAUSES = (
    PauseFacts("test", ("tested", "retested"), ("test-done",), (("tested", "told"),)),
    PauseFacts("hearing", ("heard",), ("hearing-done",)),
)
BOUND, UNBOUND = Length(10, Unit.WORKING_DAYS), None
QUESTIONS = {
    "working days": Within("w", TRUE, TRUE, Length(20, Unit.WORKING_DAYS), pauses=PAUSES),
    "calendar days": Within("c", TRUE, TRUE, Length(60, Unit.CALENDAR_DAYS), pauses=PAUSES[1:]),
    "months": Within("m", TRUE, TRUE, Length(3, Unit.MONTHS), rolls=False, pauses=PAUSES),
    "extended": Within(
        "e",
        TRUE,
        TRUE,
        Length(20, Unit.WORKING_DAYS),
        pauses=PAUSES,
        extension=ExtensionFacts(
            "extended", BOUND, Unit.WORKING_DAYS, frozenset({"head"}), 1, "approver", "length", "told"
        ),
    ),
    "extended at will": Within(
        "u",
        TRUE,
        TRUE,
        Length(30, Unit.CALENDAR_DAYS),
        extension=ExtensionFacts("extended", UNBOUND, Unit.CALENDAR_DAYS, frozenset(), 3, None, "length", None),
    ),
}
UNITS = (Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.WORKING_DAYS, Unit.MONTHS)
FIRST, LAST = 19_300, 21_200
"""The days of the acts: 2022-11-04 to 2028-01-17, beyond the last holiday notice."""


def some_acts(random: Random, begun: int) -> View:
    """The acts of a case in which much is blank."""

    def blank(share: float) -> bool:
        return random.random() < share

    acts: dict[str, list[Act]] = {}
    for kind in ("tested", "retested", "heard", "test-done", "hearing-done", "extended"):
        for _ in range(random.choice((0, 1, 1, 2, 4))):
            fields = {
                "told": random.random() < 0.8,
                "approver": random.choice(("head", "head", "clerk")),
                "length": Length(random.randint(1, 30), random.choice(UNITS)),
            }
            kept = {name: value for name, value in fields.items() if not blank(0.3)}
            acts.setdefault(kind, []).append(
                Act(kind, None if blank(0.15) else begun + random.randint(-5, 60), None, kept)
            )
    return View.of_acts({kind: sorted(held, key=lambda act: act.order) for kind, held in acts.items()}, None)


@pytest.mark.parametrize("name", QUESTIONS)
def test_rows_together_end_as_each_alone(name: str) -> None:
    random, question, days = Random(name), QUESTIONS[name], calendar()
    starts = [random.randint(FIRST, LAST) for _ in range(400)]
    rows = [(some_acts(random, start), start) for start in starts]
    alone: list[Ends | None] = []
    for view, start in rows:
        try:
            alone.append(ends_of(question, term_of(question), view, start, days))
        except (OutOfCalendar, ImpossibleTerm):
            alone.append(None)
    answered, left = ends_of_many(question, [view for view, _ in rows], np.array([start for _, start in rows]), days)
    together: list[Ends | None] = [None] * len(rows)
    for part in answered:
        columns = (part.rows, part.earliest, part.latest, part.opens, part.lasts, part.until)
        for row, earliest, latest, opens, lasts, until in zip(*(one.tolist() for one in columns), strict=True):
            together[row] = Ends(earliest, latest, opens, lasts, None if until == NO_DAY else until)
    for row in left:
        together[row] = alone[row]
    assert together == alone
    assert len(left) < len(rows)
    assert max(doubts_of(view) for view, _ in rows) > DOUBTS


def doubts_of(view: View) -> int:
    """How many acts of a case have a blank."""
    return sum(act.day is None or len(act.fields) < 3 for held in view.acts.values() for act in held)
